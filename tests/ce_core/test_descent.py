"""Gradient descent by hand-checkable bowls; and where there is no lowest point."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core.checks import InputError
from ce_core.descent import gradient_descent, runs_away, separable


def bowl(point):
    return float(point @ point)


def bowl_slope(point):
    return 2 * point


def descend(start=(1.0, 0.0), **options):
    settings = {"step_size": 0.25, "most_steps": 50} | options
    return gradient_descent(bowl, bowl_slope, start, **settings)


def test_each_step_is_the_step_size_times_the_slope():
    trace = descend([3.0, -4.0], most_steps=2)
    assert trace.points.tolist() == [[3, -4], [1.5, -2], [0.75, -1]]
    assert trace.heights.tolist() == [25, 6.25, 1.5625]
    assert trace.gradients.tolist() == [[6, -8], [3, -4], [1.5, -2]]
    assert trace.norms.tolist() == [10, 5, 2.5]
    assert (trace.steps, trace.end) == (2, "under way")


def test_it_arrives_when_the_slope_is_within_the_tolerance():
    trace = descend(tolerance=0.5)
    assert trace.end == "arrived"
    assert trace.norms[-1] <= 0.5 < trace.norms[-2]


def test_nothing_is_rounded():
    trace = descend([0.1], step_size=0.5 / 3, most_steps=1)
    assert trace.points[1, 0] == 0.1 - 0.5 / 3 * 0.2


def test_level_ground_is_left_by_no_step():
    trace = gradient_descent(lambda _: 1.0, np.zeros_like, [2.0], step_size=1.0, most_steps=9)
    assert (trace.steps, trace.end) == (0, "arrived")


def test_steps_twice_too_long_come_back_and_longer_ones_get_lost():
    assert descend([1.0], step_size=1.0, most_steps=3).points[:, 0].tolist() == [1, -1, 1, -1]
    lost = descend([1.0], step_size=1e200, most_steps=9)
    assert lost.end == "lost"
    assert np.isfinite(lost.points).all()


@pytest.mark.parametrize(
    "options",
    [
        {"step_size": 0.0},
        {"step_size": np.nan},
        {"tolerance": -1.0},
        {"most_steps": -1},
        {"most_steps": 1.5},
        {"most_steps": True},
        {"most_steps": 10**9},
        {"start": [np.inf]},
        {"start": []},
        {"start": [[1.0]]},
        {"start": "here"},
    ],
)
def test_bad_input_is_refused(options):
    with pytest.raises(InputError):
        descend(**options)


@pytest.mark.parametrize(
    ("vectors", "away"),
    [
        ([[1, 0]], True),
        ([[1, 0], [0, 1]], True),
        ([[1, 0], [-1, 0]], False),  # on one line, against each other: level along the other way
        ([[1, 0], [-1, 0], [0, 1]], True),  # the edge of a half-plane and one inside
        ([[1, 0], [-1, 1], [-1, -1]], False),
        ([[1, 0], [2, 0]], True),
        ([[0, 0]], False),
    ],
)
def test_a_sum_runs_away_if_its_terms_share_a_half_plane(vectors, away):
    assert runs_away(vectors) is away


SQUARE = [[0, 0], [1, 1], [0, 1], [1, 0]]


@pytest.mark.parametrize(
    ("points", "labels", "parted"),
    [
        (SQUARE, [0, 0, 1, 1], False),
        (SQUARE, [0, 1, 1, 1], True),
        (SQUARE, [1, 1, 1, 1], True),
        ([[1, 1], [1, 1]], [0, 1], False),
        ([[1, 1], [1, 1], [2, 1]], [0, 1, 1], True),  # they touch on the line
        ([[0, 0], [1, 1], [2, 2]], [0, 1, 0], False),
        ([[0, 0], [1, 1], [2, 2]], [0, 0, 1], True),
        ([[0.1, 0.1], [0.2, 0.2], [0.3, 0.3]], [0, 1, 0], False),  # decimals on one line
        ([[5, 1], [5, 2], [5, 3]], [0, 1, 1], True),
    ],
)
def test_a_straight_line_parts_or_does_not(points, labels, parted):
    assert separable(points, labels) is parted


@pytest.mark.parametrize(
    ("points", "labels"),
    [([[1.0, 2.0]], [0, 1]), ([], []), ([[1.0]], [1]), ([[np.nan, 0], [0, 0]], [0, 1])],
)
def test_points_without_labels_are_refused(points, labels):
    with pytest.raises(InputError):
        separable(points, labels)


grid = st.integers(0, 6)
some_points = st.lists(st.tuples(grid, grid, st.booleans()), min_size=2, max_size=9)


@given(some_points)
def test_it_agrees_with_every_line_through_two_points(rows):
    """A line that parts them can be moved and turned until it touches two of the points."""
    points = np.array([row[:2] for row in rows], dtype=float)
    labels = np.array([row[2] for row in rows])
    if labels.all() or not labels.any():
        assert separable(points, labels)
        return
    sign = np.where(labels, 1, -1)
    found = False
    for i in range(len(points)):
        for j in range(i):
            along = points[i] - points[j]
            # Of points in one row, a line across parts too.
            for normal in ([-along[1], along[0]], along):
                for through in points:
                    side = sign * ((points - through) @ np.array(normal))
                    found |= bool((side >= 0).all() and side.any())
                    found |= bool((side <= 0).all() and side.any())
    assert separable(points, labels) == found
