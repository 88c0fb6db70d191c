"""Formulas, sentences and code of the line."""

import contextlib
import io

import pytest

from pages.line import formulas, sentences, snippets
from pages.line.reading import read
from pages.parts.reading.students import article_students, class_of_twelve
from pages.parts.wording.words import words
from tests.peers.libraries import libraries

TEXT = words("line")


def example(table=None, left=3.0, right=7.0, sharpness=1.0):
    table = article_students() if table is None else table
    return read(table, left=left, right=right, sharpness=sharpness)


def test_the_formula_boxes_the_costliest_and_ends_in_the_loss():
    formula = formulas.with_numbers(example())
    assert r"\underbrace{-\ln (1-0.823)}_{\boxed{\scriptstyle \text{A}:\,1.734}}" in formula
    assert r"\underbrace{-\ln {0.285}}_{\text{D}:\,1.255}" in formula
    assert formula.endswith(r"$=\mathbf{3.1148}$")


def test_a_long_formula_leaves_terms_out():
    formula = formulas.with_numbers(example(class_of_twelve()))
    assert formula.count("underbrace") <= 5
    assert r"\cdots" in formula


def test_the_slopes_are_those_of_the_example():
    left, right = formulas.slopes(example(), TEXT)
    assert r"\mathbf{-0.5668}" in left
    assert r"\mathbf{0.4606}" in right


def test_a_name_is_no_formula():
    table = article_students()
    table.loc[0, "student"] = "$A_1$"
    assert r"\text{\$A\_1\$}" in formulas.with_numbers(example(table))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (example(), "A and D stand on the wrong side"),
        (example(left=4.5), "A and D stand on the wrong side"),
        (example(left=6.0), "D stands on the wrong side"),
        (example(left=9.0, right=1.5), "Nobody stands on the wrong side"),
        (example(class_of_twelve(), left=0.0, right=0.0), "6 of 12 stand on the wrong side"),
    ],
)
def test_the_title_says_who_is_wrong(line, title):
    assert sentences.title(line, TEXT).startswith(title)


def test_what_to_notice_is_computed():
    said = " ".join(sentences.notices(example(), TEXT)).replace("\\", "")
    assert "the nearest dot is D, 0.92 points away: until then it stays 2" in said
    assert "by about −0.57, the right end by about +0.46" in said
    assert "A costs most, 1.7342 of 3.1148" in said


def test_a_dot_on_the_line_is_named():
    table = article_students()
    table.loc[0, ["test 1", "test 2"]] = ["0", "3"]
    assert "A lies on the line itself" in sentences.notices(example(table), TEXT)[0]


@pytest.mark.parametrize("outcome", ["pass", "fail"])
def test_running_away_is_explained(outcome):
    line = example(article_students().assign(outcome=outcome))
    said = " ".join(sentences.notices(line, TEXT))
    assert f"All of them {outcome}ed" in said
    assert "for ever" in sentences.train_note(line, line.train(200), TEXT)


def test_training_that_needs_more_steps_says_so():
    line = example()
    assert "not quite at the lowest point" in sentences.train_note(line, line.train(3), TEXT)
    assert "this is the lowest point" in sentences.train_note(line, line.train(), TEXT)


def test_a_step_from_the_lowest_point_has_nowhere_to_go():
    line = example()
    lowest = line.with_ends(*line.train().points[-1])
    assert "Level ground" in sentences.loss_note(lowest, lowest.step_by_loss(), TEXT)


@pytest.mark.parametrize(
    ("line", "note"),
    [
        (example(), "each leaves 2"),
        (example(left=9.0, right=1.5), "No mistake is left"),
        (example(left=3.0, right=6.05), "small moves leave fewer: 1 instead of 2"),
    ],
)
def test_the_counts_note_says_what_was_tried(line, note):
    assert note in sentences.count_note(line, line.step_by_count(), line.probe(), TEXT)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (example(), "pays least, 2.5145, at a sharpness of 0.35"),
        (example(left=9.0, right=1.5), "Its best sharpness lies at infinity"),
    ],
)
def test_the_best_sharpness_is_named(line, title):
    assert title in sentences.sure_title(line, TEXT).replace("\\", "")


@pytest.mark.parametrize("library", libraries("ce_core", "NumPy", "PyTorch"))
@pytest.mark.parametrize("line", [example(), example(class_of_twelve(), sharpness=3.0)])
def test_the_code_prints_the_loss(library, line):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(snippets.code(line)[library](), "snippet", "exec"), {})
    assert float(out.getvalue().split()[-1]) == pytest.approx(line.loss, rel=1e-12)
