"""The chapter without a browser: start, presets, edits, bad edits, mends."""

import pytest


@pytest.fixture
def binary(chapter):
    return chapter("binary")


def test_it_starts_with_the_article(binary):
    assert "2.0757" in binary.html
    assert "0.5194" in binary.html
    assert "The article prints 2.073 and 0.505" in binary.prose


@pytest.mark.parametrize(
    ("preset", "loss"),
    [("sure_and_wrong", "∞"), ("article", "2.0757")],
)
def test_a_preset_sets_the_whole_stage(binary, preset, loss):
    binary.edit("students", 0, "Model A", "0.5")
    binary.click(f"try.{preset}")
    assert f"<dd>{loss}" in binary.html
    assert not binary.warnings


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("Model A", "1.2", "P(pass) must lie between 0 and 1; student A, Model A has 1.2."),
        ("Model A", "<script>", "P(pass) must be a number"),
    ],
)
def test_a_bad_cell_is_explained_beside_the_table_and_kept(binary, column, text, sentence):
    binary.edit("students", 0, column, text)
    assert sentence in binary.warnings[0]
    assert binary.held("students").loc[0, column] == text


def test_a_mend_is_offered_and_mends(binary):
    binary.edit("students", 0, "Model A", "90%")
    assert "not a percentage" in binary.warnings[0]
    binary.click("mend")
    assert not binary.warnings
    assert "2.0757" in binary.html


def test_students_are_added_and_removed(binary):
    binary.add("students", student="E", outcome="pass", **{"Model A": "0.1", "Model B": "1"})
    assert "3.0757" in binary.html
    binary.delete("students", 0, 1, 2, 3)
    assert "<dd>1.0000" in binary.html


def test_without_a_student_the_table_asks_for_one(binary):
    binary.delete("students", 0, 1, 2, 3)
    assert "at least one student" in binary.warnings[0]
    binary.click("try.article")
    assert "2.0757" in binary.html


def test_models_are_added_renamed_and_removed(binary):
    binary.app.session_state["columns-model"] = True
    binary.app.run()
    binary.click("add-model")
    assert "Loss of Model C" in binary.html
    key = "column-model-Model C"
    binary.app.text_input(key=key).set_value("**bold**").run()
    binary.check()
    assert "Loss of **bold**" in binary.html
    binary.click("remove-column-model-**bold**")
    assert "bold" not in binary.html


def test_a_name_that_is_taken_is_refused(binary):
    binary.app.session_state["columns-model"] = True
    binary.app.run()
    binary.app.text_input(key="column-model-Model A").set_value("Model B").run()
    binary.check()
    assert "already taken" in binary.warnings[0]
    assert "Loss of Model A" in binary.html


def test_the_worked_table_comes_when_opened(binary):
    assert "product, sum" not in binary.html
    binary.app.session_state["worked"] = True
    binary.app.run()
    assert "product, sum" in binary.html
    assert "0.0084" in binary.html


def test_a_prediction_is_answered_with_guess_and_answer(binary):
    binary.app.session_state["predict"] = True
    binary.app.run()
    binary.click("reveal-binary")
    assert "By 1.0" in binary.prose


def test_edits_are_there_after_a_visit_to_another_chapter(binary):
    binary.edit("students", 0, "Model A", "0.99")
    binary.app.segmented_control(key="logarithm").set_value("2").run()
    binary.open("home")
    binary.open("binary")
    assert "10.2173" in binary.html
