"""The students, the line and its landscapes, in one picture that follows the hand.

The browser owns the line and its dots while the reader works, at its own pace; it reports where
they are a few times a second, and which step the reader asks for. Python overrides it by raising
`rev`, and from then on disregards what was reported before the browser learned of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from ce_core.examples.line import MOST_POINTS
from pages.parts.drawing.moving import moving_picture
from pages.parts.reading.students import MOST_STUDENTS

Ends = tuple[float, float]

COMMANDS = ("count", "loss", "train")
# How far a training may leave the line; a hand cannot move it beyond the picture.
FARTHEST = 1e6

_component = moving_picture("line/board")


@dataclass(frozen=True)
class Answer:
    """Where a command took the line, and what the picture shows of it.

    Attributes
    ----------
    ends : tuple of float
        The line's left and right end.
    shown : mapping
        What the browser draws: a path, the moves tried, a note for each panel.
    """

    ends: Ends
    shown: Mapping[str, object] = field(default_factory=dict)


@dataclass
class _Line:
    """What Python remembers, as Streamlit forgets a component's state when its page is left."""

    ends: Ends
    base: Ends
    overridden: object
    shown: Mapping[str, object] = field(default_factory=dict)
    rev: int = 0
    turn: int = 0
    placed: int = 0


@dataclass(frozen=True)
class Dots:
    """Dots that a hand has moved.

    Attributes
    ----------
    places : mapping
        Each student's points in both tests, by name.
    let_go : bool
        Whether they stay there; else they are still held.
    """

    places: Mapping[str, Ends]
    let_go: bool


def moved_dots(*, overridden: object, key: str) -> Dots | None:
    """Return the dots that the browser reports as moved; those let go only once.

    Parameters
    ----------
    overridden, key
        As `drag_board` takes them.
    """
    line: _Line | None = st.session_state.get(f"line:{key}")
    state = st.session_state.get(key)
    move = state.get("move") if isinstance(state, Mapping) else None
    if line is None or line.overridden != overridden or not isinstance(move, Mapping):
        return None
    places, turn, let_go = read_dots(move), move.get("turn"), move.get("let_go") is True
    if not places or type(turn) is not int or turn == line.placed or move.get("rev") != line.rev:
        return None
    if let_go:
        line.placed = turn
    return Dots(places, let_go)


def drag_board(
    ends: Ends,
    data: Callable[[], Mapping[str, object]],
    obey: Callable[[str, Ends], Answer],
    *,
    overridden: object,
    key: str,
) -> Ends:
    """Show the board and return where the line is now.

    Parameters
    ----------
    ends : tuple of float
        Where the page has the line.
    data : callable
        Makes what is drawn, line apart: students, landscapes, words.
    obey : callable
        Does what a button asks for, from where the line is.
    overridden : object
        Changes whenever the page moves the line, be it to where it thinks that it is: a move by
        the reader may be on its way.
    key : str
        Names the component.
    """
    line: _Line = st.session_state.setdefault(f"line:{key}", _Line(ends, ends, overridden))
    if line.overridden != overridden:
        line.ends, line.base, line.shown, line.rev = ends, ends, {}, line.rev + 1
        line.overridden = overridden
    state = st.session_state.get(key)
    if not state:  # a new start of the component: it takes the line from here
        line.base, line.shown = line.ends, {}
    _follow(line, state, obey)
    mounted = _component(
        key=key,
        data={**data(), "line": line.base, "rev": line.rev, **line.shown},
        on_move_change=lambda: None,
    )
    if not state:  # a browser that outlived a restart of the server tells its last move only here
        _follow(line, mounted, obey)
    return line.ends


def _follow(line: _Line, state: object, obey: Callable[[str, Ends], Answer]) -> None:
    """Take over the browser's last move, and do once what it asks for."""
    move = state.get("move") if isinstance(state, Mapping) else None
    if not isinstance(move, Mapping) or move.get("rev") != line.rev:
        return
    ends, turn = read_ends(move), move.get("turn")
    if ends is None or type(turn) is not int:
        return
    line.ends = ends
    command = move.get("command")
    if command in COMMANDS and turn != line.turn:
        answer = obey(str(command), ends)
        line.ends = line.base = answer.ends
        line.shown, line.rev, line.turn = answer.shown, line.rev + 1, turn


def read_dots(move: Mapping[str, Any]) -> dict[str, Ends] | None:
    """Return the dots that a browser reports, None where they are none within the picture.

    Examples
    --------
    >>> read_dots({"dots": {"Ann": [1, 2.5]}}), read_dots({"dots": {"Ann": [1, 99]}})
    ({'Ann': (1.0, 2.5)}, None)
    """
    dots = move.get("dots")
    if not isinstance(dots, Mapping) or len(dots) > MOST_STUDENTS:
        return None
    places = {}
    for name, place in dots.items():
        if not isinstance(place, (list, tuple)) or len(place) != 2:
            return None
        # Not isinstance: True is no number of points.
        if not all(type(p) in (int, float) and 0 <= p <= MOST_POINTS for p in place):
            return None
        places[str(name)] = (float(place[0]), float(place[1]))
    return places


def read_ends(move: Mapping[str, Any]) -> Ends | None:
    """Return the two ends that a browser reports, None where they are no finite numbers in reach.

    Examples
    --------
    >>> read_ends({"left": 3, "right": 7.5}), read_ends({"left": True, "right": 1e99})
    ((3.0, 7.5), None)
    """
    ends = move.get("left"), move.get("right")
    # Not isinstance: True is no height.
    if any(type(end) not in (int, float) for end in ends):
        return None
    left, right = (float(end) for end in ends if end is not None)
    if not (math.isfinite(left + right) and max(abs(left), abs(right)) <= FARTHEST):
        return None
    return left, right
