"""The hill, its twin and the hiker's ways down."""

import numpy as np
import pytest

from ce_core.checks import InputError
from ce_core.examples.downhill import (
    LAKE,
    SIZE,
    TERRACE,
    DownhillExample,
    hill,
    hill_gradient,
    terraced,
)

START = (3.4, 6.4)


def hike(step_size=1.0, ground="smooth", start=START):
    return DownhillExample(start, step_size, ground)


@pytest.mark.parametrize("place", [START, LAKE, (0.0, 0.0), (10.0, 10.0), (1.7, 2.4)])
def test_the_slope_is_that_of_finite_differences(place):
    by = 1e-5
    east, north = place
    numeric = [
        float(hill(east + by, north) - hill(east - by, north)) / (2 * by),
        float(hill(east, north + by) - hill(east, north - by)) / (2 * by),
    ]
    assert hill_gradient(east, north) == pytest.approx(numeric, abs=1e-9)


def test_the_lake_is_the_lowest_place_and_the_peak_the_highest():
    places = np.linspace(0, SIZE, 201)
    heights = hill(*np.meshgrid(places, places))
    north, east = np.unravel_index(np.argmin(heights), heights.shape)
    assert (places[east], places[north]) == pytest.approx(LAKE, abs=0.06)
    assert heights.min() == pytest.approx(0, abs=0.01)
    assert 0 < heights.max() < 3.6


def test_terraces_are_the_hill_cut_down_to_steps():
    assert terraced(np.array([0.0, 0.19, 0.2, 0.39, 1.0])).tolist() == pytest.approx(
        [0, 0, 0.2, 0.2, 1.0]
    )
    twin = hike(ground="terraces")
    assert float(twin.height(*START)) <= float(hill(*START)) < float(twin.height(*START)) + TERRACE
    assert twin.gradient(*START).tolist() == [0, 0]


@pytest.mark.parametrize(
    ("step_size", "ground", "start", "outcome"),
    [
        (1.0, "smooth", START, "down"),
        (0.1, "smooth", START, "crawls"),
        (8.0, "smooth", START, "jumps"),
        (1.0, "smooth", (2.4, 5.6), "hollow"),
        (1.0, "terraces", START, "level"),
        (8.0, "terraces", START, "level"),
    ],
)
def test_what_becomes_of_the_hiker(step_size, ground, start, outcome):
    assert hike(step_size, ground, start).outcome == outcome


def test_a_step_is_the_slope_times_the_step_size():
    trace = hike(0.5).trace
    assert trace.points[1] == pytest.approx(np.array(START) - 0.5 * hill_gradient(*START))
    assert trace.heights[1] == hill(*trace.points[1])


def test_on_a_terrace_every_step_leads_nowhere():
    trace = hike(ground="terraces").trace
    assert (trace.steps, trace.end) == (0, "arrived")
    assert trace.norms.tolist() == [0]


def test_no_step_size_runs_out_of_numbers():
    for step_size in (0.1, 3.0, 10.0):
        assert np.isfinite(hike(step_size).trace.heights).all()
        assert hike(step_size).trace.end != "lost"


def test_the_profile_goes_along_the_steepest_way():
    example, ahead = hike(), np.array([0.0, 1e-5])
    here, there = example.profile(0, ahead)
    assert here == pytest.approx(example.trace.heights[0])
    assert (there - here) / 1e-5 == pytest.approx(-example.trace.norms[0], rel=1e-3)
    assert np.linalg.norm(example.heading(0)) == pytest.approx(1)


def test_the_edge_of_the_terrace_is_where_the_height_changes():
    example = hike(ground="terraces")
    edge = example.edge_ahead
    before, after = example.profile(0, np.array([edge - 0.002, edge + 0.002]))
    assert after == pytest.approx(before - TERRACE)


@pytest.mark.parametrize(
    ("start", "step_size", "ground"),
    [
        ((-0.1, 5.0), 1.0, "smooth"),
        ((5.0, 10.1), 1.0, "smooth"),
        ((np.nan, 5.0), 1.0, "smooth"),
        (START, 0.0, "smooth"),
        (START, np.inf, "smooth"),
        (START, 1.0, "stairs"),
    ],
)
def test_bad_input_is_refused(start, step_size, ground):
    with pytest.raises(InputError):
        DownhillExample(start, step_size, ground)
