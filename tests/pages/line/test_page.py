"""The chapter as a function of its inputs, and a few journeys through its page."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from ce_core.checks import InputError
from pages.line.chapter import CHAPTER
from pages.line.inputs import CASES, LineInputs
from pages.parts.drawing.palette import LIGHT
from pages.parts.inputs.values import in_words
from pages.parts.wording.words import words
from tests.pages.conftest import CONTENTS
from tests.pages.seen import figures, said


def shown(inputs=None, language="en"):
    text = words("line", language)
    return CHAPTER.view(in_words(inputs or LineInputs(), text), text, LIGHT)


def typed(*cells):
    """Return the inputs with cells typed over: row, column, text."""
    students = LineInputs().students
    for row, column, text in cells:
        students.loc[row, column] = text
    return LineInputs(students=students)


def test_it_starts_wrong_about_two():
    assert "A and D stand on the wrong side" in said(shown()["board"])
    assert "mathbf{3.1148}" in said(shown()["numbers"])
    assert "pays least, 2.5145, at a sharpness of 0.35" in said(shown()["sure"])
    assert list(figures(shown())) == ["sureness-curve"]


@pytest.mark.parametrize(
    ("case", "english", "chinese"),
    [
        ("no_mistake", "Nobody stands on the wrong side", "没有人站错边"),
        ("twelve", "No straight line parts these students", "没有一条直线"),
        ("all_passed", "All of them passed", "全都通过了"),
        ("article", "A and D stand on the wrong side", "A 和 D 站错了边"),
    ],
)
def test_a_case_sets_the_whole_stage(case, english, chinese):
    assert english in said(shown(CASES[case]))
    assert chinese in said(shown(CASES[case], "zh"))


def test_the_line_alone_changes_who_is_wrong():
    assert "Nobody" in said(shown(LineInputs(line_left=10.0, line_right=0.0))["board"])


def test_sharpness_changes_the_loss():
    assert "7.4517" in said(shown(LineInputs(sharpness=3.0))["numbers"])


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("test 1", "11", "A test's score must lie between 0 and 10; student A, test 1 has 11."),
        ("test 2", "-3", "A test's score must lie between 0 and 10"),
        ("test 1", "", "A test's score is missing; student A, test 1 is empty."),
        ("test 1", "1,5", "takes a decimal point"),
        ("test 1", "<b>", "A test's score must be a number"),
        ("outcome", "perhaps", "The outcome is pass or fail"),
        ("student", "B", "Names must differ"),
    ],
)
def test_a_bad_cell_is_explained(column, text, sentence):
    with pytest.raises(InputError, match=sentence):
        CHAPTER.result_of(typed((0, column, text)))


def test_dots_are_added_and_removed():
    students = LineInputs().students
    other = {"student": "**E**", "outcome": "fail", "test 1": "5", "test 2": "9"}
    more = pd.concat([students, pd.DataFrame([other])], ignore_index=True)
    assert "A, D and **E** stand on the wrong side" in said(shown(LineInputs(students=more)))
    assert "**E** stands on the wrong side" in said(shown(LineInputs(students=more.tail(1))))
    with pytest.raises(InputError, match="at least one student"):
        CHAPTER.result_of(LineInputs(students=students.head(0)))


def test_all_in_one_point_has_many_best_lines():
    same = typed(*((row, test, "5") for row in range(4) for test in ("test 1", "test 2")))
    assert "there are many best lines" in said(shown(same))


@pytest.fixture
def line(chapter):
    return chapter("line")


def report(line, left=3.0, right=7.0, *, rev=None, **more):
    """Report what the board's JavaScript would; AppTest runs none."""
    line.app.session_state["line_board"] = {"move": told(line, left, right, rev=rev) | more}
    line.app.run()
    line.check()


def told(line, left, right, *, rev=None):
    state = line.app.session_state["explorer"].pictures["line/board"]
    known = state.rev if rev is None else rev
    return {"left": left, "right": right, "turn": state.turn + 1, "rev": known}


def ends(line):
    return tuple(line.held(f"line_{end}") for end in ("left", "right"))


def points(line, student):
    return line.held("students")[["test 1", "test 2"]].iloc[student].tolist()


def test_a_move_is_followed_and_lasts(line):
    report(line, 10.0, 0.0)
    assert "Nobody stands on the wrong side" in line.prose
    line.app.run()
    assert ends(line) == (10.0, 0.0)


def test_what_is_no_move_is_disregarded(line):
    for move in (7, [], {}, {"left": 5}, {"left": "x", "turn": 3, "rev": 0}):
        line.app.session_state["line_board"] = {"move": move}
        line.app.run()
        line.check()
        assert ends(line) == (3.0, 7.0), move


def test_a_preset_counts_although_a_move_arrives_with_it(line):
    line.app.session_state["line_board"] = {"move": told(line, 8.0, 7.0)}
    line.click("try.article")
    assert ends(line) == (3.0, 7.0)
    report(line, 2.0, 6.5)
    assert ends(line) == (2.0, 6.5)


def test_a_command_is_obeyed_once_and_outdates_moves_made_before(line):
    report(line, 3.0, 7.0, command="loss", rev=0)
    after = ends(line)
    assert after != (3.0, 7.0)
    assert "2.9704" in line.prose
    line.app.run()
    assert ends(line) == after
    report(line, 0.0, 6.5, rev=0)
    assert ends(line) == after
    report(line, 0.0, 6.5, rev=1)
    assert ends(line) == (0.0, 6.5)


def test_a_command_that_no_button_gives_is_a_move_only(line):
    report(line, 4.0, 6.5, command="__import__")
    assert ends(line) == (4.0, 6.5)
    report(line, 4.0, 6.0, command=["train"])
    assert ends(line) == (4.0, 6.0)


def test_a_dot_that_is_held_counts_but_is_written_down_only_when_it_is_let_go(line):
    report(line, dots={"D": [8.8, 9.0]}, held=True)
    assert "A stands on the wrong side" in line.prose
    assert points(line, 3) == ["8.8", "5.6"]
    report(line, dots={"D": [8.5, 9.25]}, held=False)
    assert points(line, 3) == ["8.5", "9.25"]


def test_a_dot_is_let_go_once_and_can_be_typed_over_then(line):
    report(line, dots={"D": [8.5, 9.25]}, held=False)
    line.edit("students", 3, "test 2", "1")
    line.app.run()
    assert points(line, 3) == ["8.5", "1"]


def test_a_bad_cell_is_explained_beside_the_table_kept_and_mended(line):
    line.edit("students", 0, "test 1", "1,9")
    assert "takes a decimal point" in line.warnings[0]
    assert line.held("students").loc[0, "test 1"] == "1,9"
    assert "A and D stand on the wrong side" in line.prose  # as it was before
    line.click("suggestion")
    assert not line.warnings
    assert line.held("students").loc[0, "test 1"] == "1.9"


def test_while_a_cell_is_bad_the_line_goes_on_moving_past_the_students_from_before(line):
    line.edit("students", 0, "test 1", "")
    report(line, 10.0, 0.0)
    assert "Nobody stands on the wrong side" in line.prose
    assert "As it was before the last edit" in line.html
    report(line, 3.0, 7.0, command="loss")
    assert "2.9704" in line.prose


def test_line_and_students_are_there_after_a_visit_to_another_chapter(line):
    report(line, 9.0, 1.5)
    line.edit("students", 0, "test 2", "9.9")
    line.open("home")
    assert "line_board" not in line.app.session_state  # Streamlit forgets what is not on the page
    line.open("line")
    assert ends(line) == (9.0, 1.5)
    assert "A stands on the wrong side" in line.prose


def test_a_move_that_a_lost_session_did_not_hear_of_counts_in_the_next(line):
    line.click("try.no_mistake")
    kept = line.app.text_input(key="kept-state").value
    after = AppTest.from_file(CONTENTS, default_timeout=30)
    after.session_state["kept-state"] = kept
    after.run()
    after.session_state["line_board"] = {"move": told(line, 8.0, 2.0)}
    after.switch_page("line/page.py").run()
    assert not after.exception
    restored = after.session_state["explorer"].pictures["line/board"]
    assert restored.values == {"line-line_left": 8.0, "line-line_right": 2.0}  # noqa: PD011
