"""What a browser reports of the line is checked; the line never jumps back."""

import ast
import math

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.reading.students import TEST_1, TEST_2
from tests.pages.conftest import Chapter


def script() -> None:
    import streamlit as st

    from pages.line.board import Answer, drag_board

    preset = st.checkbox("Preset")
    ends = (9.0, 1.0) if preset else st.session_state.get("ends", (3.0, 7.0))

    def obey(command, asked):
        return Answer((asked[0] + 1, asked[1]), {"notes": {command: "done"}})

    if st.checkbox("Board", value=True):
        st.session_state.ends = drag_board(
            ends, lambda: {"students": []}, obey, overridden=preset, key="board"
        )
    st.code(repr(st.session_state.get("ends")))


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(script, default_timeout=30).run()


def move(app: AppTest, **values: object) -> None:
    report = {"left": 4, "right": 6.5, "command": None, "turn": 1, "rev": 0}
    app.session_state["board"] = {"move": report | values}
    app.run()
    assert not app.exception


def ends(app: AppTest) -> tuple[float, float]:
    return ast.literal_eval(app.code[0].value)


def test_a_move_counts_and_lasts(app):
    move(app)
    app.run()
    assert ends(app) == (4.0, 6.5)


@pytest.mark.parametrize(
    "values",
    [
        {"left": math.nan},
        {"left": math.inf},
        {"left": 1e9},
        {"left": "4"},
        {"left": True},
        {"left": None},
        {"right": [1]},
        {"turn": "x"},
        {"turn": True},
        {"rev": 7},
    ],
)
def test_what_is_no_move_is_disregarded(app, values):
    move(app)
    move(app, **({"left": 5, "turn": 2} | values))
    assert ends(app) == (4.0, 6.5)


@pytest.mark.parametrize("state", [7, "x", [], {"left": 3}, {"move": 7}, {"move": {}}])
def test_nor_is_what_has_another_shape(app, state):
    app.session_state["board"] = state if isinstance(state, dict) else {"move": state}
    app.run()
    assert not app.exception
    assert ends(app) == (3.0, 7.0)


def test_a_command_is_obeyed_once(app):
    move(app, command="loss")
    assert ends(app) == (5.0, 6.5)
    app.run()
    assert ends(app) == (5.0, 6.5)


def test_an_unknown_command_is_a_move_only(app):
    move(app, command="__import__")
    assert ends(app) == (4.0, 6.5)


def test_moves_made_before_the_browser_learned_of_a_command_are_disregarded(app):
    move(app, command="train")
    move(app, left=0, turn=2)
    assert ends(app) == (5.0, 6.5)
    move(app, left=0, turn=3, rev=1)
    assert ends(app) == (0.0, 6.5)


def test_a_preset_overrides_and_is_overridden(app):
    move(app)
    app.checkbox[0].check().run()
    assert ends(app) == (9.0, 1.0)
    move(app, left=2, turn=2)  # from before the preset
    assert ends(app) == (9.0, 1.0)
    move(app, left=2, turn=3, rev=1)
    assert ends(app) == (2.0, 6.5)


def test_the_line_is_there_after_a_visit_elsewhere(app):
    move(app)
    app.checkbox[1].uncheck().run()
    assert "board" not in app.session_state  # Streamlit forgets what is not on the page
    app.checkbox[1].check().run()
    assert ends(app) == (4.0, 6.5)


def points(line: Chapter, student: int) -> list[str]:
    """Return what the table holds for a student."""
    table = line.held("students")
    return table[[TEST_1, TEST_2]].iloc[student].tolist()


def report(line: Chapter, turn: int, dots: object, *, let_go: bool) -> None:
    ends = {"left": 3.0, "right": 7.0, "command": None, "rev": 0, "turn": turn}
    line.app.session_state["line_board"] = {"move": ends | {"dots": dots, "let_go": let_go}}
    line.app.run()
    line.check()


def test_a_dot_that_is_held_counts_but_is_not_written_down_before_it_is_let_go(chapter):
    line = chapter("line")
    report(line, 1, {"D": [8.8, 9.0]}, let_go=False)
    assert "A stands on the wrong side" in line.prose
    assert points(line, 3) == ["8.8", "5.6"]
    report(line, 2, {"D": [8.5, 9.25]}, let_go=True)
    assert points(line, 3) == ["8.5", "9.25"]


@pytest.mark.parametrize(("typed", "told"), [("Ann  Lee", "Ann Lee"), ("a−b", "a-b")])
def test_a_dot_lands_whatever_its_student_is_called(chapter, typed, told):
    line = chapter("line")
    line.edit("students", 0, "student", typed)
    report(line, 1, {told: [8.5, 9.25]}, let_go=True)
    student = line.held("students").loc[0]
    assert (student["student"], student["test 1"], student["test 2"]) == (typed, "8.5", "9.25")


def test_a_dot_is_let_go_once_and_can_be_typed_over_then(chapter):
    line = chapter("line")
    report(line, 1, {"D": [8.5, 9.25]}, let_go=True)
    line.edit("students", 3, TEST_2, "1")
    line.app.run()
    assert points(line, 3) == ["8.5", "1"]


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
def test_a_dot_that_cannot_be_changes_nothing(chapter, dots):
    line = chapter("line")
    report(line, 1, dots, let_go=True)
    assert points(line, 3) == ["8.8", "5.6"]
    assert "A and D stand on the wrong side" in line.prose
