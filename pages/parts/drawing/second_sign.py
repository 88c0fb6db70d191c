"""A second sign beside colour: patterns of bars, dashes of lines and shapes of marks.

There are more classes than colours that can be told apart, so colours come again; whatever wears
a colour for the second time also wears another pattern, dash or shape.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from pages.parts.drawing.palette import cycle

_PATTERNS = ("", "/", "x", ".", "-", "|", "+", "\\")
_DASHES = ("solid", "dash", "dot", "longdash", "dashdot", "longdashdot")
_SHAPES = ("circle", "square", "diamond", "triangle-up", "star", "hexagon")


def bars(colours: Sequence[str], order: Sequence[int] | None = None) -> dict[str, Any]:
    """Return the marker of bars, with a pattern where a colour comes again.

    Parameters
    ----------
    colours : sequence of str
        The colour of each class.
    order : sequence of int, optional
        The class of each bar; where it is not given, there is one bar a class.

    Examples
    --------
    >>> bars(["red", "blue"], order=[1, 1, 0])
    {'color': ['blue', 'blue', 'red']}
    >>> bars(["red", "blue", "red"])["pattern"]["shape"]
    ['', '', '/']
    """
    of = range(len(colours)) if order is None else order
    again = repeats(colours)
    marker: dict[str, Any] = {"color": [colours[i] for i in of]}
    if any(again):
        marker["pattern"] = {
            "shape": [cycle(_PATTERNS, again[i]) for i in of],
            "fillmode": "overlay",
        }
    return marker


def dashes(colours: Sequence[str]) -> list[str]:
    """Return the dash of each line in these colours.

    Examples
    --------
    >>> dashes(["red", "blue", "red"])
    ['solid', 'solid', 'dash']
    """
    return [cycle(_DASHES, count) for count in repeats(colours)]


def shapes(colours: Sequence[str]) -> list[str]:
    """Return the shape of each mark in these colours.

    Examples
    --------
    >>> shapes(["red", "blue", "red"])
    ['circle', 'circle', 'square']
    """
    return [cycle(_SHAPES, count) for count in repeats(colours)]


def repeats(colours: Sequence[str]) -> list[int]:
    """Return how often each colour has come before.

    Examples
    --------
    >>> repeats(["red", "blue", "red", "red"])
    [0, 0, 1, 2]
    """
    seen: Counter[str] = Counter()
    counts = []
    for colour in colours:
        counts.append(seen[colour])
        seen[colour] += 1
    return counts
