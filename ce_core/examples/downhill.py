"""Standing in fog on a mountain: which way is down? A smooth hill and its terraced twin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Literal

import numpy as np

from ce_core.checks import InputError
from ce_core.descent import Trace, gradient_descent
from ce_core.examples.types import Floats
from ce_core.options import positive

Ground = Literal["smooth", "terraces"]
Outcome = Literal["level", "down", "hollow", "crawls", "jumps"]

SIZE = 10.0
"""The map's width and height in kilometres."""

TERRACE = 0.2
"""The height of a terrace in kilometres."""

MOST_STEPS = 60
LEVEL = 0.01
"""Slopes below this, one in a hundred, look level."""

LAKE = (6.8, 3.2)
"""Where the lake lies, in km to the east and to the north."""

# A wide bowl around the lake, and bumps on it: where, how wide in km, how high in km.
_BOWL_WIDTH, _BOWL_DEPTH, _STRETCH = 2.6, 0.6, 1.6
_VALLEY_DEPTH = 0.9
_BUMPS = (
    ((3.0, 6.8), 1.9, 1.6),  # the peak
    ((1.7, 2.4), 1.4, -0.6),  # the hollow
    (LAKE, 2.2, -_VALLEY_DEPTH),
)


def hill(east: Floats | float, north: Floats | float) -> Floats:
    """Return the smooth hill's height in km: a wide bowl, a valley, a peak and a hollow.

    The lake lies in the valley at the bottom of the bowl, the hollow higher up on its flank. The
    bowl's flanks grow straight far out, so that no step can run away for ever.
    """
    height: Floats = _bowl(east, north)[0] - _BOWL_DEPTH + _VALLEY_DEPTH
    for centre, width, size in _BUMPS:
        height = height + size * _bump(east, north, centre, width)
    return height


def hill_gradient(east: float, north: float) -> Floats:
    """Return the smooth hill's slope to the east and to the north, in km per km."""
    _, bowl = _bowl(east, north)
    slope: Floats = np.array(bowl, dtype=np.float64)
    for centre, width, size in _BUMPS:
        away = np.array([east - centre[0], north - centre[1]])
        slope -= size * _bump(east, north, centre, width) * 2 * away / width**2
    return slope


def terraced(height: Floats | float) -> Floats:
    """Return heights cut down to whole terraces; their slope is 0 wherever it exists."""
    steps: Floats = np.floor(np.asarray(height) / TERRACE) * TERRACE
    return steps


def _bowl(east: Floats | float, north: Floats | float) -> tuple[Floats, tuple[Floats, Floats]]:
    """Return the bowl's height and its slopes to the east and to the north."""
    x, y = np.asarray(east - LAKE[0]), np.asarray(north - LAKE[1])
    root = np.sqrt(1 + (x**2 + _STRETCH * y**2) / _BOWL_WIDTH**2)
    scale = _BOWL_DEPTH / (root * _BOWL_WIDTH**2)
    return _BOWL_DEPTH * root, (scale * x, scale * _STRETCH * y)


def _bump(
    east: Floats | float, north: Floats | float, centre: tuple[float, float], width: float
) -> Floats:
    distance = (np.asarray(east) - centre[0]) ** 2 + (np.asarray(north) - centre[1]) ** 2
    bump: Floats = np.exp(-distance / width**2)
    return bump


@dataclass(frozen=True, eq=False)
class DownhillExample:
    """A hiker's way down from a place, with steps of a certain size.

    Attributes
    ----------
    start : tuple of float
        Kilometres to the east and to the north of the map's corner.
    step_size : float
        What the slope is multiplied by to make a step.
    ground : {"smooth", "terraces"}
        Which of the twins the hiker stands on.
    """

    start: tuple[float, float]
    step_size: float
    ground: Ground

    RESULTS: ClassVar = ("trace", "rises", "outcome")

    def __post_init__(self) -> None:
        if not all(np.isfinite(place) and 0 <= place <= SIZE for place in self.start):
            raise InputError(
                "The start must lie on the map, from 0 to {size} km; it is {value}.",
                rule="start_range",
                size=SIZE,
                value=self.start,
            )
        positive(self.step_size, "The step size")
        if self.ground not in ("smooth", "terraces"):
            raise InputError(
                "The ground is smooth or terraces; it is {value}.",
                rule="ground",
                value=repr(self.ground),
            )

    def height(self, east: Floats | float, north: Floats | float) -> Floats:
        """Return the height of the ground in km."""
        smooth = hill(east, north)
        return smooth if self.ground == "smooth" else terraced(smooth)

    def gradient(self, east: float, north: float) -> Floats:
        """Return the slope of the ground to the east and to the north: 0 on every terrace."""
        return hill_gradient(east, north) if self.ground == "smooth" else np.zeros(2)

    @cached_property
    def trace(self) -> Trace:
        """The way, at most 60 steps; it ends where the ground is level to the ninth decimal.

        Examples
        --------
        >>> DownhillExample((3.4, 6.4), 1.0, "smooth").trace.heights[[0, -1]].round(3).tolist()
        [3.114, 0.001]
        >>> DownhillExample((3.4, 6.4), 1.0, "terraces").trace.steps
        0
        """
        return gradient_descent(
            lambda place: float(self.height(place[0], place[1])),
            lambda place: self.gradient(place[0], place[1]),
            self.start,
            step_size=self.step_size,
            most_steps=MOST_STEPS,
        )

    @property
    def rises(self) -> int:
        """How many steps led up instead of down."""
        return int((np.diff(self.trace.heights) > 0).sum())

    @property
    def outcome(self) -> Outcome:
        """What became of the hiker."""
        trace = self.trace
        if trace.steps == 0:
            return "level"
        if self.rises > trace.steps / 6:
            return "jumps"
        if trace.norms[-1] > LEVEL:
            return "crawls"
        return "down" if trace.heights[-1] < TERRACE / 2 else "hollow"

    @property
    def edge_ahead(self) -> float:
        """How far the terrace under the start reaches along the heading, in km; ∞ if off the map.

        It is found to a metre.
        """
        ahead: Floats = np.arange(0, 2 * SIZE, 1e-3)
        way = self.heading(0)
        heights = terraced(hill(self.start[0] + ahead * way[0], self.start[1] + ahead * way[1]))
        beyond = np.flatnonzero(heights != heights[0])
        return float(ahead[beyond[0]]) if len(beyond) else float("inf")

    def heading(self, step: int) -> Floats:
        """Return the unit vector that the hiker looks along: the steepest way down.

        On a terrace no way is steepest; it is then that of the smooth hill beneath, and where
        that too is level, east.
        """
        slope = hill_gradient(*self.trace.points[step])
        norm = float(np.linalg.norm(slope))
        return -slope / norm if norm > 0 else np.array([1.0, 0.0])

    def profile(self, step: int, ahead: Floats) -> Floats:
        """Return the height at distances `ahead`, in km, along the heading."""
        place, way = self.trace.points[step], self.heading(step)
        return self.height(place[0] + ahead * way[0], place[1] + ahead * way[1])
