"""The chapter as a function of its inputs, and a few journeys through its page."""

import math

import pytest

from pages.downhill import hike
from pages.downhill.chapter import CHAPTER
from pages.downhill.inputs import CASES, DownhillInputs
from pages.parts.drawing.palette import LIGHT
from pages.parts.model.blocks import Picture
from pages.parts.wording.words import words
from tests.pages.seen import flat, said


def shown(inputs=None, language="en"):
    return CHAPTER.view(inputs or DownhillInputs(), words("downhill", language), LIGHT)


def formula(move, inputs=None):
    """Return the formula below the picture that has told this move."""
    (picture,) = (block for block in flat(shown(inputs)) if isinstance(block, Picture))
    return said(picture.follows(move))


def test_it_starts_near_the_top_and_ends_at_the_lake():
    assert "37 steps lead down to the lake, from 3.11 km to 0.00 km" in said(shown())
    assert "7 steps are enough" in said(shown())


@pytest.mark.parametrize(
    ("case", "english", "chinese"),
    [
        ("tiny", "is still on the slope, 0.10 km high", "还在半山腰，高 0.10 千米"),
        ("huge", "33 of 60 lead up, not down", "60 步中有 33 步是上坡"),
        ("other_side", "ends in a hollow, 1.00 km high", "路止于一处洼地，高 1.00 千米"),
        ("terraces", "the slope is 0 in every direction", "每个方向的坡度都是 0"),
        ("article", "lead down to the lake", "走 37 步就到了湖边"),
    ],
)
def test_a_case_sets_the_whole_stage(case, english, chinese):
    assert english in said(shown(CASES[case]))
    assert chinese in said(shown(CASES[case], "zh"))


def test_level_ground_is_no_trouble():
    assert said(shown(DownhillInputs(start_east=6.8, start_north=3.2)))


def test_the_formula_follows_the_step_that_is_shown():
    assert "3.400" in formula({})
    assert "mathbf{x}_{2}" in formula({"step": 1})
    assert "mathbf{x}_{38}" in formula({"step": 37})


@pytest.mark.parametrize("step", [-1, 38, 1.5, True, "1", None, [1]])
def test_what_is_no_step_of_the_way_is_the_first(step):
    assert formula({"step": step}) == formula({})


def test_a_click_on_the_map_is_a_new_start():
    moved = hike.moved(DownhillInputs(), {"regardless": {"start": [8.0, 2.5]}})
    assert (moved.start_east, moved.start_north) == (8.0, 2.5)
    assert hike.way(moved) != hike.way(DownhillInputs())


@pytest.mark.parametrize(
    "told",
    [
        *({"start": [east, 5]} for east in (11, -1, math.nan, 10**400, "3", True, None)),
        *({"start": [3]}, {"start": {"x": 3}}, {}, 7, [3, 5], None),
    ],
)
def test_a_click_beside_the_map_changes_nothing(told):
    assert hike.moved(DownhillInputs(), {"regardless": told}) == DownhillInputs()


@pytest.fixture
def downhill(chapter):
    return chapter("downhill")


def report(downhill, **values):
    """Report what the hike's JavaScript would; AppTest runs none."""
    state = downhill.app.session_state["explorer"].pictures["downhill/hike"]
    move = {"step": 0, "rev": state.rev, "turn": state.turn + 1} | values
    downhill.app.session_state["downhill_hike"] = {"move": move}
    downhill.app.run()
    downhill.check()


def test_sliders_and_switch_change_the_way(downhill):
    downhill.slide("hill_step", 0)
    assert "is still on the slope" in downhill.prose
    downhill.click("try.huge")
    assert "33 of 60 lead up, not down" in downhill.prose
    downhill.app.segmented_control(key=downhill.slot("ground")).set_value("terraces").run()
    downhill.check()
    assert "A count of mistakes is such a hill" in downhill.prose


def test_the_page_follows_the_step_until_another_way_starts(downhill):
    report(downhill, step=37)
    assert "mathbf{x}_{38}" in downhill.prose
    downhill.slide("start_east", 24)
    assert "mathbf{x}_{1}" in downhill.prose


def test_a_click_counts_once(downhill):
    report(downhill, regardless={"start": [8.0, 8.0]})
    assert downhill.held("start_east") == 8.0
    assert "8.000" in downhill.prose
    downhill.slide("start_east", 34)
    assert downhill.held("start_east") == 3.4


def test_a_click_counts_though_the_browser_did_not_know_of_the_way_yet(downhill):
    report(downhill, step=5, rev=0, regardless={"start": [8.0, 8.0]})
    assert downhill.held("start_north") == 8.0
    assert "mathbf{x}_{1}" in downhill.prose


def test_what_is_no_report_is_disregarded(downhill):
    for move in (7, [], {"step": 5}, {"step": 5, "turn": 1, "rev": 99}):
        downhill.app.session_state["downhill_hike"] = {"move": move}
        downhill.app.run()
        downhill.check()
        assert "37 steps lead down" in downhill.prose, move
        assert "mathbf{x}_{1}" in downhill.prose, move


def test_a_command_of_which_the_hike_knows_none_is_nothing(downhill):
    report(downhill, step=1, command="train")
    assert "mathbf{x}_{2}" in downhill.prose


def test_the_start_is_there_after_a_visit_to_another_chapter(downhill):
    downhill.slide("start_east", 24)
    downhill.slide("start_north", 56)
    downhill.open("home")
    downhill.open("downhill")
    assert "ends in a hollow" in downhill.prose
