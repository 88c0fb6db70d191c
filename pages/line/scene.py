"""What the board draws: students, landscapes, words, and what a step or a training did."""

from __future__ import annotations

import numpy as np

from ce_core.descent import Trace
from ce_core.examples.line import DIRECTIONS, MOST_POINTS, LineExample
from ce_core.examples.types import Floats
from pages.line import figures, sentences
from pages.line.board import Ends
from pages.parts.drawing.palette import Palette
from pages.parts.wording.words import Words

Shown = dict[str, object]

MOST_ON_PATH = 120
DRAWN = 24  # of the directions tried
_WORDS = (
    *("plot", "passed", "failed", "test_1", "test_2", "whole", "height", "dot", "at"),
    *("count", "loss", "of", "unit", "moves"),
    *("trail_count", "trail_loss", "land_count", "land_loss"),
    *("left", "right", "step", "train"),
)
# What the browser fills in while the hand moves.
_OPEN = ("height", "left", "right", "all", "x", "y", "outcome")
_LEFT_OPEN = {name: f"{{{name}}}" for name in _OPEN}


def scene(example: LineExample, text: Words, colours: Palette) -> dict[str, object]:
    """Return everything that is drawn but the line."""
    return {
        "students": [
            {"name": name, "x": float(x), "y": float(y), "passed": bool(passed)}
            for name, (x, y), passed in zip(
                example.students, example.tests, example.passed, strict=True
            )
        ],
        "sharpness": example.sharpness,
        "most": MOST_POINTS,
        "reach": {"low": figures.LOWEST_END, "high": figures.HIGHEST_END},
        "tops": {"count": figures.count_top(example), "loss": figures.loss_top(example)},
        "lands": figures.landscapes(example, colours),
        "plateaus": figures.plateaus(example),
        "colours": {"passed": colours.passed, "failed": colours.failed},
        "words": {
            **{word: text.plain(f"board.{word}", **_LEFT_OPEN) for word in _WORDS},
            "ends": [text.plain("board.left_end"), text.plain("board.right_end")],
        },
    }


def answer(example: LineExample, command: str, text: Words) -> tuple[Ends, Shown] | None:
    """Do what a button asks for from where the line is; return its ends and what the board shows.

    None where no button asks for that.
    """
    if command == "train":
        return _train(example, text)
    probe = example.probe()
    if command == "count":
        after = example.step_by_count()
        rays = _rays(probe.directions, probe.mistakes, example.mistakes)
        note = sentences.count_note(example, after, probe, text)
    elif command == "loss":
        after = example.step_by_loss()
        rays = _rays(probe.directions, probe.losses, example.loss)
        note = sentences.loss_note(example, after, text)
    else:
        return None
    return (after.left, after.right), {
        "path": [[example.left, example.right], [after.left, after.right]],
        "notes": {command: note},
        "tried": {
            "from": [example.left, example.right],
            "moves": probe.moves[:: DIRECTIONS // DRAWN].tolist() if command == "count" else [],
            command: rays,
        },
    }


def _train(example: LineExample, text: Words) -> tuple[Ends, Shown]:
    trace = example.train()
    path = trace.points[_evenly_in_log(trace)]
    left, right = (float(end) for end in trace.points[-1])
    note = sentences.train_note(example, trace, text)
    return (left, right), {"path": path.tolist(), "notes": {"loss": note}}


def _evenly_in_log(trace: Trace) -> list[int]:
    """Return which steps to show: the first ones all, then ever fewer, and the last."""
    steps = np.geomspace(1, trace.steps + 1, MOST_ON_PATH) - 1
    return sorted({*map(round, steps.tolist()), trace.steps})


def _rays(directions: Floats, after: Floats, now: float) -> list[list[float]]:
    """Return some directions, each as long as it leads down; all alike where none does."""
    gain = np.maximum(now - after, 0.0)
    best = float(gain.max())
    length = gain / best if best > 0 else np.full(len(gain), 0.5)
    shown = [i for i in range(0, len(gain), DIRECTIONS // DRAWN) if length[i] > 0]
    steepest = max(shown, key=lambda i: length[i], default=None) if best > 0 else None
    return [
        [*directions[i].round(3).tolist(), round(float(length[i]), 3), float(i == steepest)]
        for i in shown
    ]
