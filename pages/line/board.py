"""What a hand on the board does: it moves the line, or dots that the students' table then holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from ce_core.examples.line import MOST_POINTS
from pages.line.inputs import FARTHEST, LineInputs
from pages.parts.reading.cells import tidy
from pages.parts.reading.students import MOST_STUDENTS, STUDENT, TEST_1, TEST_2

Ends = tuple[float, float]


def start(inputs: LineInputs) -> dict[str, object]:
    """Return what the browser takes over whenever Python has moved the line."""
    return {"line": [inputs.line_left, inputs.line_right]}


def moved(inputs: LineInputs, move: Mapping[str, object]) -> LineInputs:
    """Return the inputs with line and dots where the browser tells that they are."""
    if ends := read_ends(move):
        inputs = replace(inputs, line_left=ends[0], line_right=ends[1])
    if dots := read_dots(move):
        inputs = replace(inputs, students=placed(inputs.students, dots))
    return inputs


def placed(table: pd.DataFrame, dots: Mapping[str, Ends]) -> pd.DataFrame:
    """Return the table with these students' points in both tests, as one would type them."""
    table, names = table.copy(), table[STUDENT].map(tidy)
    for name, points in dots.items():
        table.loc[names == name, [TEST_1, TEST_2]] = [f"{p:g}" for p in points]
    return table


def read_dots(move: Mapping[str, object]) -> dict[str, Ends] | None:
    """Return the dots that a browser tells, None where they are none within the picture.

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
        if not isinstance(place, list | tuple) or len(place) != 2:
            return None
        # Not isinstance: True is no number of points.
        if not all(type(p) in (int, float) and 0 <= p <= MOST_POINTS for p in place):
            return None
        places[str(name)] = (float(place[0]), float(place[1]))
    return places


def read_ends(move: Mapping[str, object]) -> Ends | None:
    """Return the two ends that a browser tells, None where they are no numbers in reach.

    Examples
    --------
    >>> read_ends({"left": 3, "right": 7.5}), read_ends({"left": True, "right": 1e99})
    ((3.0, 7.5), None)
    """
    left, right = (_height(move.get(end)) for end in ("left", "right"))
    return None if left is None or right is None else (left, right)


def _height(told: object) -> float | None:
    # Not isinstance: True is no height.
    if type(told) in (int, float) and -FARTHEST <= told <= FARTHEST:  # type: ignore[operator]
        return float(told)  # type: ignore[arg-type]
    return None
