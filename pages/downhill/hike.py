"""The mountain and the hiker in one picture that plays by itself.

Python computes the whole way before; the browser shows it at its own pace, and reports which
step it shows and where on the map the reader clicked. Another way raises `rev`; what was
reported of the way before is disregarded from then on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from pages.parts.drawing.moving import moving_picture

Place = tuple[float, float]

_component = moving_picture("downhill/hike")


@dataclass
class _Hike:
    """What Python remembers, as Streamlit forgets a component's state when its page is left."""

    way: object = None
    rev: int = 0
    step: int = 0
    clicked: int = 0


def clicked_start(*, key: str, size: float) -> Place | None:
    """Return where on the map the reader has just clicked for a new start, once for each click."""
    hike = _remembered(key)
    report = _report(st.session_state.get(key))
    start, turn = read_place(report.get("start"), size), report.get("click")
    if start is None or type(turn) is not int or turn == hike.clicked:
        return None
    hike.clicked = turn
    return start


def show_hike(way: object, data: Mapping[str, object], *, steps: int, key: str) -> int:
    """Show the way and return the number of the step that the browser shows.

    Parameters
    ----------
    way : object
        What makes the way; another one starts it afresh.
    data : mapping
        What is drawn.
    steps : int
        How many steps the way has.
    key : str
        Names the component.
    """
    hike = _remembered(key)
    if hike.way != way:
        hike.way, hike.rev, hike.step = way, hike.rev + 1, 0
    state = st.session_state.get(key)
    if not state:  # a new start of the component begins at the first step
        hike.step = 0
    _follow(hike, state, steps)
    mounted = _component(key=key, data={**data, "rev": hike.rev}, on_report_change=lambda: None)
    if not state:  # a browser that outlived a restart of the server tells its last only here
        _follow(hike, mounted, steps)
    return hike.step


def _follow(hike: _Hike, state: object, steps: int) -> None:
    report = _report(state)
    step = report.get("step")
    # Not isinstance: True is no step.
    if report.get("rev") == hike.rev and type(step) is int and 0 <= step <= steps:
        hike.step = step


def _report(state: object) -> Mapping[str, object]:
    report = state.get("report") if isinstance(state, Mapping) else None
    return report if isinstance(report, Mapping) else {}


def _remembered(key: str) -> _Hike:
    hike: _Hike = st.session_state.setdefault(f"hike:{key}", _Hike())
    return hike


def read_place(place: object, size: float) -> Place | None:
    """Return a place that a browser reports, None where it is not on the map.

    Examples
    --------
    >>> read_place([3, 4.5], 10.0), read_place([True, 4], 10.0), read_place([3, 11], 10.0)
    ((3.0, 4.5), None, None)
    """
    if not isinstance(place, list) or len(place) != 2:
        return None
    if any(type(part) not in (int, float) or not math.isfinite(part) for part in place):
        return None
    east, north = (float(part) for part in place)
    return (east, north) if 0 <= east <= size and 0 <= north <= size else None
