"""What a browser reports of the line is checked; the line never jumps back."""

import ast
import math

import pytest
from streamlit.testing.v1 import AppTest


def script() -> None:
    import streamlit as st

    from pages.line.board import Answer, drag_board

    preset = (9.0, 1.0) if st.checkbox("Preset") else None
    ends = preset or st.session_state.get("ends", (3.0, 7.0))

    def obey(command, asked):
        return Answer((asked[0] + 1, asked[1]), {"notes": {command: "done"}})

    if st.checkbox("Board", value=True):
        st.session_state.ends = drag_board(ends, lambda: {"students": []}, obey, key="board")
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
    app.checkbox[0].uncheck().run()
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
