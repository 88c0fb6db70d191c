"""What the runner does for every chapter: problems, suggestions, panels, what is kept."""

from importlib import import_module

import pytest

from pages.parts.inputs.values import kinds
from tests.pages import chapters

# A cell that can be mended, what is said of it, and what the page shows before and after.
BAD_CELLS = {
    "sigmoid": ("students", 0, "score", "-1,4", "takes a decimal point", "<dd>0.5253"),
    "softmax": ("classes", 0, "score", "2,0", "takes a decimal point", "<dd>0.7054"),
    "entropy": ("outcomes", 0, "p", "50%", "not a percentage", "<dd>1.0000<small>bits"),
    "binary": ("students", 0, "Model A", "90%", "not a percentage", "<dd>2.0757"),
    "multiclass": ("containers", 1, "A", "0,7", "takes a decimal point", "<dd>1.0757"),
    "logits": ("classes", 0, "score", "2,0", "takes a decimal point", "<dd>1.3490"),
}
# What each question's answer teaches a reader who has guessed nothing.
ANSWERS = {
    "downhill": "33 of them, and you said 0",
    "line": "0 do, and you said 0.",
    "sigmoid": "It costs 4.8.",
    "softmax": "0.71, as before.",
    "entropy": "0.47 bits.",
    "binary": "By 1.0",
    "multiclass": "lemon is still given 0.3",
    "logits": "It is 0.55",
    "frameworks": "By 1.00: PyTorch charges that one sample 100",
    "article": "Almost 0.04: each cut takes up to 0.01",
}


def buttons(page):
    return {button.key for button in page.app.button}


@pytest.mark.parametrize("name", BAD_CELLS)
def test_a_bad_cell_is_explained_kept_and_mended_while_the_answer_stays(chapter, name):
    table, row, column, typed, sentence, shown = BAD_CELLS[name]
    page = chapter(name)
    assert shown in page.html
    page.edit(table, row, column, typed)
    (warning,) = page.warnings
    assert sentence in warning
    assert page.held(table).loc[row, column] == typed
    assert shown in page.html
    assert "As it was before the last edit." in page.html
    page.click("suggestion")
    assert not page.warnings
    assert shown in page.html
    assert "As it was before the last edit." not in page.html


def test_what_cannot_be_mended_is_named_as_typed_and_left_to_the_reader(chapter):
    page = chapter("binary")
    page.edit("students", 0, "Model A", "<script>")
    assert "P(pass) must be a number; student A, Model A has “<script>”" in page.warnings[0]
    assert "suggestion" not in buttons(page)
    page.click("try.article")
    assert not page.warnings


def test_a_name_is_text_wherever_it_stands(chapter):
    page = chapter("softmax")
    page.edit("classes", 0, "class", "<script>$x_1$")
    assert "<script>$x" not in page.html
    assert "P(&lt;script&gt;$x_1$)" in page.html


def test_every_chapter_with_a_question_is_here():
    declared = [import_module(f"pages.{name}.chapter").CHAPTER for name in chapters.KINDS]
    assert {chapter.name for chapter in declared if chapter.question} == set(ANSWERS)


@pytest.mark.parametrize("name", ANSWERS)
def test_panels_open_and_hold_answer_steps_and_code(chapter, name):
    its = import_module(f"pages.{name}.chapter").CHAPTER
    has_steps = any(section.worked for section in its.sections)
    page = chapter(name)
    tables = page.html.count("<table")
    assert f"reveal-{name}" not in buttons(page)
    for panel in {"worked", "predict", "take"} & set(kinds(its.inputs)):
        page.app.session_state[page.slot(panel)] = True
    page.app.run()
    page.check()
    assert page.html.count("<table") - tables == has_steps
    assert bool(page.app.code) == (its.code is not None)
    answer = ANSWERS[name]
    assert answer not in page.prose
    page.click(f"reveal-{name}")
    assert answer in page.prose


def test_edits_and_choices_are_there_after_a_visit_to_another_chapter(chapter):
    page = chapter("binary")
    page.edit("students", 0, "Model A", "0.99")
    page.app.segmented_control(key="logarithm").set_value("2").run()
    page.open("home")
    page.open("binary")
    assert "10.2173" in page.html
