"""What only the running chapter shows: rows and models that come and go."""

import pytest


@pytest.fixture
def binary(chapter):
    return chapter("binary")


@pytest.fixture
def models(binary):
    """Return the chapter with its models' panel open."""
    binary.app.session_state["columns-model"] = True
    binary.app.run()
    return binary


def test_a_preset_sets_the_whole_stage(binary):
    binary.edit("students", 0, "Model A", "0.5")
    binary.click("try.sure_and_wrong")
    assert "<dd>∞" in binary.html
    binary.click("try.article")
    assert "<dd>2.0757" in binary.html


def test_students_are_removed_down_to_none_and_added(binary):
    binary.delete("students", 0, 1, 2, 3)
    assert "at least one student" in binary.warnings[0]
    binary.click("try.article")
    assert "2.0757" in binary.html
    binary.add("students", student="E", outcome="pass", **{"Model A": "0.1", "Model B": "1"})
    assert "3.0757" in binary.html
    binary.delete("students", 0, 1, 2, 3)
    assert "<dd>1.0000" in binary.html


def test_models_are_added_renamed_and_removed(models):
    models.click("add-model")
    assert "Loss of Model C" in models.html
    models.app.text_input(key="column-model-Model C").set_value("**bold**").run()
    models.check()
    assert "Loss of **bold**" in models.html
    models.click("remove-column-model-**bold**")
    assert "bold" not in models.html


def test_a_name_that_is_taken_is_refused(models, caplog):
    models.app.text_input(key="column-model-Model A").set_value("Model B").run()
    models.check()
    assert "already taken" in models.warnings[0]
    assert "Loss of Model A" in models.html
    assert models.app.text_input(key="column-model-Model A").value == "Model A"
    assert "default value" not in caplog.text


def test_every_part_of_the_page_that_a_bad_cell_leaves_as_it_was_says_so(binary):
    binary.edit("students", 0, "Model A", "1.2")
    said = binary.html.count("As it was before the last edit.")
    assert said == len(["the bars", "the formula", "the class"])
