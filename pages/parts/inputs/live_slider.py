"""A slider that reports while its thumb moves, so that a figure can follow.

Streamlit's own slider reports on release. This one is a native ``<input type=range>``, with
the keyboard and screen reader support that browsers give it. Put it and what follows it into
one ``st.fragment``, so that a move reruns no more than that.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import streamlit as st

from pages.parts.assets import asset
from pages.parts.inputs.browser_owned import BrowserOwned
from pages.parts.inputs.session import session
from pages.parts.inputs.slider import Slider, even_stops
from pages.parts.model.controls import Control, SliderControl
from pages.parts.serving.scripts import fetched

_component = st.components.v2.component(
    "live_slider",
    html='<div class="head"><label for="thumb"></label><span aria-hidden="true"></span></div>'
    '<input id="thumb" type="range">',
    css=asset("parts/inputs/live_slider.css"),
    js=fetched("parts/inputs/live_slider.js"),
)


@dataclass
class SliderState(BrowserOwned):
    """What Python remembers of a slider."""

    value: float = field(kw_only=True)
    stops: Sequence[float] = ()


def live_slider(
    label: str,
    *,
    key: str,
    minimum: float,
    maximum: float,
    step: float,
    default: float,
    digits: int = 2,
    unit: str = "",
) -> float:
    """Show a slider with evenly spaced stops and return the stop chosen.

    Parameters
    ----------
    label : str
        Stands above the slider and names it.
    key : str
        Names the slider for `put_slider`; its value is kept under it across pages.
    minimum, maximum, step : float
        The stops, whole multiples of ``10**-digits``.
    default : float
        The value that a new visitor meets.
    digits : int
        Decimals shown.
    unit : str
        Follows the value as it stands, such as ``" bits"``.
    """
    stops = even_stops(minimum, maximum, step, digits)
    return _slider(label, key=key, stops=stops, default=default, digits=digits, unit=unit)


def stops_slider(
    label: str,
    *,
    key: str,
    stops: Sequence[float],
    default: float,
    digits: int = 0,
    unit: str = "",
) -> float:
    """Show a slider over the stops listed, such as 1, 2, 5, … 5000, and return the one chosen.

    Stops travel at every run, evenly spaced ones as one: up to a few hundred are fine.
    """
    return _slider(label, key=key, stops=stops, default=default, digits=digits, unit=unit)


def show_slider(slot: str, control: Control, kind: Slider) -> None:
    """Show a slider, as a view asks for it."""
    assert isinstance(control, SliderControl)
    _slider(
        control.label,
        key=slot,
        stops=kind.stops,
        default=kind.default,
        digits=kind.digits,
        unit=control.unit,
    )


def put_slider(key: str, value: float) -> None:
    """Move a slider to the stop nearest to `value`, a finite number. Call it from a callback."""
    if not math.isfinite(value):
        raise ValueError(f"A slider needs a finite value; got {value}.")
    sliders = session().sliders
    slider = sliders.get(key)
    if slider is None:
        sliders[key] = SliderState(value=value)
    else:
        slider.value = value
        slider.override()


def current_slider(key: str, default: float) -> float:
    """Return the value that the slider was last shown with or given, else `default`."""
    slider = session().sliders.get(key)
    if slider is None:
        return default
    index, _ = _move(st.session_state.get(key), slider)
    return slider.value if index is None else slider.stops[index]


def times_overridden(key: str) -> int:
    """Return how often Python has overridden the slider."""
    slider = session().sliders.get(key)
    return 0 if slider is None else slider.rev


def restore_slider(key: str, value: float, overridden: int) -> None:
    """Put a slider into a new session so that moves made in a lost one count."""
    session().sliders[key] = SliderState(value=value, rev=overridden)


def _slider(
    label: str,
    *,
    key: str,
    stops: Sequence[float],
    default: float,
    digits: int,
    unit: str,
) -> float:
    slider = session().sliders.setdefault(key, SliderState(value=default))
    if list(slider.stops) != list(stops):
        if slider.stops:  # other stops than before: a move in flight means something else
            slider.override()
        slider.stops = stops

    index, answered = _move(st.session_state.get(key), slider)
    if index is None:
        index = min(range(len(stops)), key=lambda i: abs(stops[i] - slider.value))
    mounted = _component(
        key=key,
        data={
            "label": label,
            "unit": unit,
            "runs": _runs(tuple(stops), digits),
            "digits": digits,
            "count": len(stops),
            "index": index,
            "rev": slider.rev,
            "answered": answered,
        },
        on_move_change=lambda: None,
    )
    # A browser that outlived a restart of the server tells its last move only here.
    late, _ = _move(mounted, slider)
    slider.value = stops[index if late is None else late]
    return slider.value


def _move(state: object, slider: SliderState) -> tuple[int | None, int]:
    """Return the index and the turn of the browser's last move, if this slider could make it."""
    move = slider.last_move(state)
    index, turn = move.get("index"), move.get("turn")
    # Not isinstance: True is no index.
    if type(index) is int and type(turn) is int and 0 <= index < len(slider.stops):
        return index, turn
    return None, 0


@cache
def _runs(stops: tuple[float, ...], digits: int) -> list[tuple[int, int, int]]:
    """Return index, first stop and spacing of each run of evenly spaced stops.

    Stops and spacing are counted in the last decimal shown.
    """
    counts = [round(stop * 10**digits) for stop in stops]
    runs: list[tuple[int, int, int]] = []
    for index, (count, following) in enumerate(pairwise([*counts, counts[-1]])):
        last = index == len(counts) - 1
        if not runs or (following - count != runs[-1][2] and not last):
            runs.append((index, count, following - count))
    return runs
