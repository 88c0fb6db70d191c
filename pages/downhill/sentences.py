"""What "Downhill" says, in words built from the same result."""

from __future__ import annotations

import numpy as np

from ce_core.examples.downhill import LAKE, TERRACE, DownhillExample, hill
from pages.parts.wording.numbers import short
from pages.parts.wording.words import Words


def title(example: DownhillExample, text: Words) -> str:
    """Return what to see on the hill."""
    trace, outcome = example.trace, example.outcome
    key = "level_smooth" if outcome == "level" and example.ground == "smooth" else outcome
    return text(
        f"figure.{key}",
        steps=trace.steps,
        rises=example.rises,
        before=_km(trace.heights[0]),
        after=_km(trace.heights[-1]),
    )


def notices(example: DownhillExample, text: Words) -> list[str]:
    """Return what to notice: how long a step is, and what comes of that."""
    trace, outcome = example.trace, example.outcome
    if outcome == "level":
        if example.ground == "smooth":
            return [text("notice.level_smooth")]
        return [text("notice.level", edge=short(example.edge_ahead, 2))]
    slope = float(trace.norms[0])
    values: dict[str, dict[str, str | int]] = {
        "down": {"close": _close(example), "near": short(TERRACE / 4)},
        "hollow": {"lake": _km(trace.heights[-1] - float(hill(*LAKE)))},
        "crawls": {"slope": _km(trace.norms[-1])},
        "jumps": {"length": _km(float(np.linalg.norm(trace.points[1] - trace.points[0])))},
    }
    return [
        text("notice.rule", length=_km(slope * example.step_size), slope=_km(slope)),
        text(f"notice.{outcome}", **values[outcome]),
    ]


def _close(example: DownhillExample) -> int:
    """Return after how many steps the height stays within a quarter terrace of the last."""
    heights = example.trace.heights
    far = np.flatnonzero(np.abs(heights - heights[-1]) > TERRACE / 4)
    return int(far[-1]) + 1 if len(far) else 0


def _km(length: float) -> str:
    return f"{float(length):.2f}".replace("-0.00", "0.00").replace("-", "−")
