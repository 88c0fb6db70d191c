"""What only the running chapter shows: sliders, students shared with other chapters."""

import pytest


@pytest.fixture
def sigmoid(chapter):
    return chapter("sigmoid")


def test_a_preset_sets_the_whole_stage(sigmoid):
    sigmoid.edit("students", 0, "score", "7")
    sigmoid.slide("score_weight", 80)
    sigmoid.click("try.surprise")
    assert "<dd>4.8406" in sigmoid.html
    assert "Student D is on the wrong side" in sigmoid.prose
    assert sigmoid.held("students").loc[0, "score"] == "-1.4"


def test_students_are_added_and_removed(sigmoid):
    sigmoid.add("students", student="E", outcome="fail", score="0")
    assert "<dd>0.8264" in sigmoid.html
    sigmoid.delete("students", 0, 1, 2, 3)
    assert "<dd>0.3010" in sigmoid.html
    sigmoid.open("binary")
    assert "<dd>0.3010" in sigmoid.html  # a new student's models say 0.5


def test_without_a_student_the_table_asks_for_one(sigmoid):
    sigmoid.delete("students", 0, 1, 2, 3)
    assert "at least one student" in sigmoid.warnings[0]
    sigmoid.click("try.start")
    assert not sigmoid.warnings


def test_an_edited_student_is_the_same_in_binary(sigmoid):
    sigmoid.edit("students", 0, "outcome", "pass")
    sigmoid.open("binary")
    assert "A, passed" in str(sigmoid.charts[0])
    sigmoid.edit("students", 0, "student", "Ada")
    sigmoid.open("sigmoid")
    assert r"\text{Ada}" in "\n".join(element.value for element in sigmoid.app.markdown)


def test_the_line_is_there_after_a_visit_to_another_chapter(sigmoid):
    sigmoid.slide("score_weight", 100)  # w = 5
    sigmoid.app.selectbox(key=sigmoid.slot("tangent_at")).set_value("B").run()
    sigmoid.open("home")
    sigmoid.open("sigmoid")
    assert "<dd>0.0634" in sigmoid.html
    assert "Slope at B" in sigmoid.html


def test_what_is_taken_along_follows_the_sliders(sigmoid):
    sigmoid.app.session_state[sigmoid.slot("take")] = True
    sigmoid.app.run()
    sigmoid.check()
    assert "w, b = 1.0, 0.0" in sigmoid.app.code[0].value
    sigmoid.slide("score_weight", 100)
    assert "w, b = 5.0, 0.0" in sigmoid.app.code[0].value
