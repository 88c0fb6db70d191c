"""What the browser tells of the hike: which step it shows, and where on the map was clicked.

Python computes the whole way before; the browser shows it at its own pace.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ce_core.examples.downhill import SIZE
from pages.downhill.inputs import DownhillInputs

Move = Mapping[str, object]
Place = tuple[float, float]


def way(inputs: DownhillInputs) -> object:
    """Return what makes the way: another one starts it afresh."""
    return inputs.start_east, inputs.start_north, inputs.hill_step, inputs.ground


def moved(inputs: DownhillInputs, move: Move) -> DownhillInputs:
    """Return the inputs with the start where the map was clicked."""
    clicked = move.get("regardless")
    start = read_place(clicked.get("start")) if isinstance(clicked, Mapping) else None
    if start is None:
        return inputs
    return replace(inputs, start_east=start[0], start_north=start[1])


def read_step(move: Move, steps: int) -> int:
    """Return the step that a browser shows, the first where it tells none of the way.

    Examples
    --------
    >>> [read_step({"step": step}, 37) for step in (5, 38, True)]
    [5, 0, 0]
    """
    step = move.get("step")
    # Not isinstance: True is no step.
    return step if type(step) is int and 0 <= step <= steps else 0


def read_place(place: object) -> Place | None:
    """Return a place that a browser tells, None where it is not on the map.

    Examples
    --------
    >>> read_place([3, 4.5]), read_place([True, 4]), read_place([3, 11])
    ((3.0, 4.5), None, None)
    """
    if not isinstance(place, list) or len(place) != 2:
        return None
    # Not isinstance: True is no distance.
    if not all(type(part) in (int, float) and 0 <= part <= SIZE for part in place):
        return None
    return float(place[0]), float(place[1])
