"""What a browser tells of the board is checked; its buttons are answered from where the line is."""

import math

import pandas as pd
import pytest

from pages.line import board
from pages.line.chapter import CHAPTER
from pages.line.inputs import CASES, LineInputs
from pages.parts.drawing.palette import LIGHT
from pages.parts.inputs.kind import StateError
from pages.parts.inputs.values import from_plain
from pages.parts.reading.students import STUDENT, TEST_1, TEST_2
from pages.parts.wording.words import words
from tests.pages.seen import said

TEXT = words("line")


def ends(inputs: LineInputs) -> tuple[float, float]:
    return inputs.line_left, inputs.line_right


def points(inputs: LineInputs, student: int) -> list[str]:
    return inputs.students[[TEST_1, TEST_2]].iloc[student].tolist()


def shown_of(inputs: LineInputs) -> str:
    return said(CHAPTER.view(inputs, TEXT, LIGHT))


def obey(command, inputs=None):
    """Return the ends after a command, and what the board shows of it."""
    inputs = inputs or LineInputs()
    answer = CHAPTER.hand.obey(CHAPTER.result_of(inputs), inputs, command, TEXT)
    return ends(answer.inputs), answer.shown


def test_a_move_moves_both_ends():
    moved = board.moved(LineInputs(), {"left": 4, "right": 6.5})
    assert ends(moved) == (4.0, 6.5)
    assert board.start(moved) == {"line": [4.0, 6.5]}


@pytest.mark.parametrize("told", [math.nan, math.inf, 1e9, 10**400, "4", True, None, [1]])
@pytest.mark.parametrize("end", ["left", "right"])
def test_an_end_that_is_nowhere_in_reach_moves_nothing(end, told):
    move = {"left": 4, "right": 6.5} | {end: told}
    assert ends(board.moved(LineInputs(), move)) == (3.0, 7.0)


@pytest.mark.parametrize("told", [math.nan, math.inf, 1e300, -(10**400), "4", True, None])
def test_nor_does_a_link_put_it_there(told):
    with pytest.raises(StateError):
        from_plain({"line_left": told}, LineInputs)


def test_a_dot_lands_in_its_students_row():
    moved = board.moved(LineInputs(), {"dots": {"D": [8.5, 9.25]}})
    assert points(moved, 3) == ["8.5", "9.25"]
    assert points(moved, 0) == ["1.9", "5.3"]
    assert "A stands on the wrong side" in shown_of(moved)


@pytest.mark.parametrize(("typed", "told"), [("Ann  Lee", "Ann Lee"), ("a−b", "a-b")])
def test_a_dot_lands_whatever_its_student_is_called(typed, told):
    students = LineInputs().students
    students.loc[0, STUDENT] = typed
    moved = board.moved(LineInputs(students=students), {"dots": {told: [8.5, 9.25]}})
    assert points(moved, 0) == ["8.5", "9.25"]
    assert moved.students.loc[0, STUDENT] == typed


@pytest.mark.parametrize(
    "dots",
    [
        *[{"D": place} for place in ([1], [1, 2, 3], "12", [1, 99], [-1, 1], [True, 1], [1, "2"])],
        *[
            {"D": [math.nan, 1]},
            {"nobody": [1, 1]},
            ["D"],
            "D",
            {str(i): [1, 1] for i in range(300)},
        ],
    ],
)
def test_a_dot_that_cannot_be_changes_nothing(dots):
    moved = board.moved(LineInputs(), {"dots": dots})
    pd.testing.assert_frame_equal(moved.students, LineInputs().students)


def test_a_small_step_by_the_count_changes_nothing():
    after, shown = obey("count")
    assert after == (3.0, 7.0)
    assert "72 small moves tried" in shown["notes"]["count"]


def test_a_small_step_by_the_loss_leads_down():
    after, shown = obey("loss")
    assert after != (3.0, 7.0)
    assert "takes 0.1444 off" in shown["notes"]["loss"]


def test_training_ends_at_the_lowest_point():
    after, shown = obey("train")
    assert "lowest point" in shown["notes"]["loss"]
    assert 2 < len(shown["path"]) <= 121
    assert tuple(shown["path"][-1]) == after
    there = shown_of(LineInputs(line_left=after[0], line_right=after[1]))
    assert "0.5436" in there
    assert "Here the cross-entropy is level" in there


def test_training_without_a_lowest_point_says_so():
    assert "there is no lowest point" in obey("train", CASES["all_passed"])[1]["notes"]["loss"]


def test_a_command_goes_by_where_the_line_is_though_the_result_is_from_before():
    result = CHAPTER.result_of(LineInputs())
    now = LineInputs(line_left=9.0, line_right=1.5)
    answer = CHAPTER.hand.obey(result, now, "count", TEXT)
    assert ends(answer.inputs) == (9.0, 1.5)
    assert "No mistake is left" in answer.shown["notes"]["count"]


@pytest.mark.parametrize("command", ["", "__import__", "Train"])
def test_an_unknown_command_has_no_answer(command):
    inputs = LineInputs()
    assert CHAPTER.hand.obey(CHAPTER.result_of(inputs), inputs, command, TEXT) is None
