"""Gradient descent as a trace of steps, and when there is no lowest point to arrive at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ce_core import _arrays, checks, options

__all__ = ["Trace", "gradient_descent", "runs_away", "separable"]

Floats = NDArray[np.float64]
End = Literal["arrived", "under way", "lost"]

MOST_STEPS = 100_000
ANGLE_TOLERANCE = 1e-12
"""Directions that differ by less, in radians, count as one: decimals are no exact floats."""


@dataclass(frozen=True, eq=False)
class Trace:
    """Every point that a descent visited, with nothing rounded.

    Attributes
    ----------
    points : ndarray, shape (steps + 1, d)
        The start and the point after each step.
    heights : ndarray, shape (steps + 1,)
        The function's value at each point.
    gradients : ndarray, shape (steps + 1, d)
        Its gradient at each point.
    step_size : float
        What each gradient was multiplied by to make a step.
    end : {"arrived", "under way", "lost"}
        Whether the last gradient's norm is within the tolerance, the steps were used up before,
        or a next point, its height or its gradient would not have been finite.
    """

    points: Floats
    heights: Floats
    gradients: Floats
    step_size: float
    end: End

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return len(self.points) - 1

    @property
    def norms(self) -> Floats:
        """The gradient's norm at each point: how steep it is the steepest way."""
        norms: Floats = np.linalg.norm(self.gradients, axis=1)
        return norms


def gradient_descent(
    height: Callable[[Floats], float],
    gradient: Callable[[Floats], ArrayLike],
    start: ArrayLike,
    *,
    step_size: float,
    most_steps: int,
    tolerance: float = 1e-9,
) -> Trace:
    r"""Walk downhill the steepest way, and keep every step.

    .. math:: \theta_{t+1} = \theta_t - \eta\,\nabla f(\theta_t)

    Parameters
    ----------
    height, gradient : callable
        The function of a point, shape ``(d,)``, and its gradient there.
    start : array_like, shape (d,)
        Where to begin.
    step_size : float
        The factor η.
    most_steps : int
        Where to stop at the latest, 0 to 100 000.
    tolerance : float
        Stop where the gradient's norm is no more than this.

    Returns
    -------
    Trace
        Points, heights and gradients of all steps.

    Raises
    ------
    InputError
        If the start is no vector of finite numbers, or step size, tolerance or number of steps
        are out of bounds.

    Notes
    -----
    A small gradient says that the ground is level, not that it is the lowest: on a plateau the
    descent has arrived before its first step. Where there is no lowest point, it never arrives;
    see :func:`runs_away`.

    Examples
    --------
    >>> trace = gradient_descent(
    ...     lambda p: p[0] ** 2, lambda p: 2 * p, [1.0], step_size=0.25, most_steps=3
    ... )
    >>> trace.points[:, 0].tolist(), trace.end
    ([1.0, 0.5, 0.25, 0.125], 'under way')
    """
    options.positive(step_size, "step_size")
    options.not_negative(tolerance, "tolerance")
    point = np.array(_arrays.real(start, "start"), dtype=np.float64)
    if point.ndim != 1 or not point.size or not np.isfinite(point).all():
        raise checks.InputError(
            "start must be a vector of finite numbers; it is {value}.",
            rule="start",
            value=point.tolist(),
        )
    if not (type(most_steps) is int and 0 <= most_steps <= MOST_STEPS):
        raise checks.InputError(
            "most_steps must be a whole number from 0 to {most}; it is {value}.",
            rule="most_steps",
            most=MOST_STEPS,
            value=most_steps,
        )
    points, heights = [point], [float(height(point))]
    gradients = [np.asarray(gradient(point), dtype=np.float64)]
    end: End = "under way"
    while True:
        if float(np.linalg.norm(gradients[-1])) <= tolerance:
            end = "arrived"
            break
        if len(points) > most_steps:
            break
        with np.errstate(over="ignore", invalid="ignore"):
            point = points[-1] - step_size * gradients[-1]
            here, slope = float(height(point)), np.asarray(gradient(point), dtype=np.float64)
        if not (np.isfinite(point).all() and np.isfinite(here) and np.isfinite(slope).all()):
            end = "lost"
            break
        points.append(point)
        heights.append(here)
        gradients.append(slope)
    return Trace(np.array(points), np.array(heights), np.array(gradients), step_size, end)


def runs_away(vectors: ArrayLike) -> bool:
    r"""Say whether :math:`\sum_i \log(1 + e^{-v_i \cdot \theta})` has no lowest point.

    It has none exactly if some direction increases no term and decreases at least one: if all
    `vectors` lie in one closed half-plane, and not all on its edge. The sum then falls for ever
    in that direction, towards a value that it never reaches.

    Parameters
    ----------
    vectors : array_like, shape (n, 2)
        One for each term.

    Raises
    ------
    InputError
        If these are not rows of two finite numbers.

    References
    ----------
    A. Albert and J. A. Anderson, "On the existence of maximum likelihood estimates in logistic
    regression models", Biometrika 71 (1984).

    Examples
    --------
    >>> runs_away([[1.0, 0.0], [1.0, 1.0]]), runs_away([[1.0, 0.0], [-1.0, 0.0]])
    (True, False)
    """
    v = np.asarray(_arrays.real(vectors, "vectors"), dtype=np.float64)
    if v.ndim != 2 or v.shape[1] != 2 or not np.isfinite(v).all():
        raise checks.InputError("vectors must be rows of two finite numbers.", rule="vectors")
    v = v[(v != 0).any(axis=1)]
    if not len(v):
        return False
    angles = np.sort(np.arctan2(v[:, 1], v[:, 0]))
    gaps = np.diff(np.append(angles, angles[0] + 2 * np.pi))
    widest = float(gaps.max())
    if widest > np.pi + ANGLE_TOLERANCE:
        return True
    on_one_line = bool((np.abs(np.sin(angles - angles[0])) <= ANGLE_TOLERANCE).all())
    return widest >= np.pi - ANGLE_TOLERANCE and not on_one_line


def separable(points: ArrayLike, labels: ArrayLike) -> bool:
    """Say whether a straight line parts the points labelled 1 from those labelled 0.

    Points of both kinds may lie on the line, but not all points. Then, and only then, logistic
    regression on the points has no finite best weights: it pays to be ever surer.

    Parameters
    ----------
    points : array_like, shape (n, 2)
        Finite coordinates.
    labels : array_like, shape (n,)
        0 or 1 for each point. Points of one kind only count as parted.

    Raises
    ------
    InputError
        If the shapes do not fit or a coordinate is not finite.

    Examples
    --------
    >>> separable([[0, 0], [1, 0], [0, 1]], [0, 1, 1])
    True
    >>> separable([[0, 0], [1, 1], [0, 1], [1, 0]], [0, 0, 1, 1])
    False
    """
    x = np.asarray(_arrays.real(points, "points"), dtype=np.float64)
    y = np.asarray(_arrays.real(labels, "labels"), dtype=np.float64)
    if x.ndim != 2 or x.shape[1] != 2 or y.shape != x.shape[:1] or not len(x):
        raise checks.InputError(
            "points must be rows of two numbers with a label each.", rule="points"
        )
    ones, zeros = x[y == 1], x[y == 0]
    if not len(ones) or not len(zeros):
        return True
    # A line that parts them has a normal along which no difference between the kinds shrinks.
    return runs_away((ones[:, np.newaxis] - zeros).reshape(-1, 2))
