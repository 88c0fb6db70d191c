"""The chapter without a browser: start, presets, sliders, clicks, hostile reports."""

import math

import pytest


@pytest.fixture
def downhill(chapter):
    return chapter("downhill")


def report(downhill, **values):
    """Report what the hike's JavaScript would; AppTest runs none."""
    rev = downhill.app.session_state["hike:downhill_hike"].rev
    usual = {"step": 0, "rev": rev, "start": None, "click": 0}
    downhill.app.session_state["downhill_hike"] = {"report": usual | values}
    downhill.app.run()
    downhill.check()


def test_it_starts_near_the_top_and_ends_at_the_lake(downhill):
    assert "37 steps lead down to the lake, from 3.11 km to 0.00 km" in downhill.prose
    assert "7 steps are enough" in downhill.prose


@pytest.mark.parametrize(
    ("preset", "sentence"),
    [
        ("tiny", "is still on the slope, 0.10 km high"),
        ("huge", "33 of 60 lead up, not down"),
        ("other_side", "ends in a hollow, 1.00 km high"),
        ("terraces", "the slope is 0 in every direction"),
        ("article", "lead down to the lake"),
    ],
)
def test_a_preset_sets_the_whole_stage(downhill, preset, sentence):
    downhill.slide("hill_step", 50)
    downhill.click(f"try.{preset}")
    assert sentence in downhill.prose


def test_a_slider_changes_the_way(downhill):
    downhill.slide("hill_step", 0)
    assert "is still on the slope" in downhill.prose


def test_the_switch_makes_terraces(downhill):
    downhill.app.segmented_control(key="ground").set_value("terraces").run()
    downhill.check()
    assert "A count of mistakes is such a hill" in downhill.prose


def test_the_formula_follows_the_step_that_is_shown(downhill):
    assert "3.400" in downhill.prose
    report(downhill, step=1)
    assert "mathbf{x}_{2}" in downhill.prose
    report(downhill, step=37)
    assert "mathbf{x}_{38}" in downhill.prose


def test_a_click_on_the_map_is_a_new_start_once(downhill):
    report(downhill, start=[8.0, 8.0], click=5)
    assert downhill.held("start_east") == 8.0
    assert "8.000" in downhill.prose
    downhill.slide("start_east", 34)
    assert downhill.held("start_east") == 3.4


@pytest.mark.parametrize(
    "values",
    [
        {"start": [11, 5], "click": 5},
        {"start": [math.nan, 5], "click": 5},
        {"start": ["3", 5], "click": 5},
        {"start": [True, 5], "click": 5},
        {"start": [3], "click": 5},
        {"start": {"x": 3}, "click": 5},
        {"start": [3, 5], "click": "x"},
        {"step": -1},
        {"step": 61},
        {"step": 1.5},
        {"step": True},
        {"step": 5, "rev": 99},
    ],
)
def test_what_is_no_report_is_disregarded(downhill, values):
    report(downhill, **values)
    assert "37 steps lead down" in downhill.prose
    assert "mathbf{x}_{1}" in downhill.prose


@pytest.mark.parametrize("state", [{"report": 7}, {"report": []}, {"other": 1}])
def test_nor_is_what_has_another_shape(downhill, state):
    downhill.app.session_state["downhill_hike"] = state
    downhill.app.run()
    downhill.check()
    assert "37 steps lead down" in downhill.prose


def test_level_ground_is_no_trouble(downhill):
    downhill.slide("start_east", 68)
    downhill.slide("start_north", 32)
    assert downhill.prose


def test_the_start_is_there_after_a_visit_to_another_chapter(downhill):
    downhill.slide("start_east", 24)
    downhill.slide("start_north", 56)
    downhill.open("home")
    downhill.open("downhill")
    assert "ends in a hollow" in downhill.prose


def test_a_prediction_is_answered(downhill):
    downhill.app.session_state["predict"] = True
    downhill.app.run()
    downhill.click("reveal-downhill")
    assert "33 of them, and you said 0" in downhill.prose
