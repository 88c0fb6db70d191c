"""The chapter without a browser: start, presets, sliders, edits, bad edits, mends."""

import pytest


@pytest.fixture
def sigmoid(chapter):
    return chapter("sigmoid")


def test_it_starts_near_model_b(sigmoid):
    assert "<dd>0.5253<small>as at the start" in sigmoid.html
    assert "Student B costs most: 42 % of the loss" in sigmoid.prose
    assert "what Model B says of the students in “Two models, four students”" in sigmoid.prose


@pytest.mark.parametrize(
    ("preset", "loss", "title"),
    [
        ("steeper", "0.0634", "Student B costs most"),
        ("surprise", "4.8406", "Student D is on the wrong side"),
        ("upside_down", "2.6099", "Upside down"),
        ("flat", "1.2041", "A flat line: everyone gets 0.5"),
        ("start", "0.5253", "Student B costs most: 42 %"),
    ],
)
def test_a_preset_sets_the_whole_stage(sigmoid, preset, loss, title):
    sigmoid.edit("students", 0, "score", "7")
    sigmoid.slide("score_weight", 80)
    sigmoid.click(f"try.{preset}")
    assert f"<dd>{loss}" in sigmoid.html
    assert title in sigmoid.prose
    assert not sigmoid.warnings


def test_the_sliders_move_the_curve(sigmoid):
    sigmoid.slide("score_weight", 100)  # w = 5
    assert "<dd>0.0634<small>−0.4619 against the start" in sigmoid.html
    sigmoid.slide("score_bias", 60)  # b = 1
    assert "<dd>−0.20" in sigmoid.html


def test_a_tangent_is_drawn_and_its_slope_told(sigmoid):
    sigmoid.app.selectbox(key="tangent_at").set_value("C").run()
    sigmoid.check()
    assert "Slope at C</dt><dd>0.214" in sigmoid.html


def test_a_student_who_is_renamed_loses_the_tangent(sigmoid):
    sigmoid.app.selectbox(key="tangent_at").set_value("C").run()
    sigmoid.edit("students", 2, "student", "Cleo")
    assert "Slope" not in sigmoid.html
    assert sigmoid.app.selectbox(key="tangent_at").options == ["nobody", "A", "B", "Cleo", "D"]


def test_natural_logarithm_and_mean(sigmoid):
    sigmoid.app.segmented_control(key="logarithm").set_value("e").run()
    sigmoid.app.segmented_control(key="reduction").set_value("mean").run()
    assert "<dd>0.3024<small>as at the start" in sigmoid.html


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("score", "", "A score is missing; student A, score is empty."),
        ("score", "high", "A score must be a number; student A, score has “high”."),
        ("score", "nan", "A score must be a number"),
        ("score", "inf", "A score must be a number"),
        ("score", "1,5", "A score takes a decimal point; student A, score has “1,5”."),
        ("score", "20000", "A score must lie between -10000 and 10000; student A, score has 20000"),
        ("outcome", "perhaps", "The outcome is pass or fail; student A has “perhaps”."),
        ("student", "B", "Names must differ"),
        ("student", "", "Each student needs a name"),
    ],
)
def test_a_bad_cell_is_explained_beside_the_table_and_kept(sigmoid, column, text, sentence):
    sigmoid.edit("students", 0, column, text)
    assert sentence in sigmoid.warnings[0]
    assert sigmoid.held("students").loc[0, column] == text
    assert "As it was before the last edit." in sigmoid.html
    assert "0.5253" in sigmoid.html


def test_a_mend_is_offered_and_mends(sigmoid):
    sigmoid.edit("students", 0, "score", "-1,4")
    sigmoid.click("mend")
    assert not sigmoid.warnings
    assert "<dd>0.5253" in sigmoid.html
    sigmoid.open("binary")
    assert "2.0757" in sigmoid.html


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


def test_two_hundred_students(sigmoid):
    for i in range(196):
        sigmoid.held("students").loc[4 + i] = [
            f"S{i}",
            "pass",
            f"{i / 50:g}",
            *["0.5"] * 4,
        ]
    frame = sigmoid.held("students")
    sigmoid.app.session_state["explorer"].tables["students"].editors.clear()
    assert len(frame) == 200
    sigmoid.app.run()
    sigmoid.check()
    assert not sigmoid.warnings


def test_an_edited_student_is_the_same_in_binary(sigmoid):
    sigmoid.edit("students", 0, "outcome", "pass")
    sigmoid.open("binary")
    assert "A, passed" in str(sigmoid.charts[0])
    sigmoid.edit("students", 0, "student", "Ada")
    sigmoid.open("sigmoid")
    assert r"\text{Ada}" in "\n".join(element.value for element in sigmoid.app.markdown)


def test_the_line_is_there_after_a_visit_to_another_chapter(sigmoid):
    sigmoid.slide("score_weight", 100)
    sigmoid.app.selectbox(key="tangent_at").set_value("B").run()
    sigmoid.open("home")
    sigmoid.open("sigmoid")
    assert "<dd>0.0634" in sigmoid.html
    assert "Slope at B" in sigmoid.html


def test_the_worked_table_comes_when_opened(sigmoid):
    sigmoid.app.session_state["worked"] = True
    sigmoid.app.run()
    sigmoid.check()
    assert "<td>−1.4</td><td>0.1978</td><td>0.0957</td>" in sigmoid.html


def test_a_prediction_is_answered_with_guess_and_answer(sigmoid):
    sigmoid.app.session_state["predict"] = True
    sigmoid.app.run()
    sigmoid.click("reveal-sigmoid")
    assert "It costs 4.8." in sigmoid.prose


def test_what_is_taken_along_follows_the_sliders(sigmoid):
    sigmoid.app.session_state["take"] = True
    sigmoid.app.run()
    sigmoid.check()
    assert "w, b = 1.0, 0.0" in sigmoid.app.code[0].value
    sigmoid.slide("score_weight", 100)
    assert "w, b = 5.0, 0.0" in sigmoid.app.code[0].value
