"""What the page says follows from what it shows."""

import pytest

from pages.parts.reading.students import article_students
from pages.parts.wording.words import words
from pages.sigmoid import sentences
from pages.sigmoid.reading import read

TEXT = words("sigmoid")


def example(table=None, **options):
    return read(article_students() if table is None else table).example(**options)


def said(of, tangent=None):
    return " ".join(sentences.notices(of, tangent, TEXT, "Next")).replace("\\", "")


def best_fails():
    table = article_students()
    table.loc[3, "outcome"] = "fail"
    return table


@pytest.mark.parametrize(
    ("of", "title"),
    [
        (example(), "Student B costs most: 42 % of the loss"),
        (example(best_fails(), weight=5), "Student D is on the wrong side of 0.5 and costs 99 %"),
        (example(weight=-1), "Upside down"),
        (example(weight=0, bias=1), "A flat line: everyone gets 0.7311"),
    ],
)
def test_titles(of, title):
    assert title in sentences.title(of, TEXT)


def test_the_start_names_its_likeness_and_only_then():
    assert "what Model B says of the students in “Next”: 0.2, 0.4, 0.7, 0.9." in said(example())
    assert "Model B" not in said(example(weight=1.5))


def test_the_wrong_side():
    assert "Nobody is on the wrong side" in said(example())
    assert "D alone is on the wrong side" in said(example(best_fails()))
    assert "2 students are on the wrong side of 0.5: C, D." in said(example(bias=-4))


def test_the_slope_is_told_where_a_tangent_is_drawn():
    assert "At B one more point of score would add 0.24 to" in said(example(), tangent=1)
    assert "would take 0.24 from" in said(example(weight=-1), tangent=1)


def test_without_scores_nobody_is_told_apart():
    assert "everyone gets σ(1) = 0.7311" in said(example(weight=0, bias=1))


def test_the_alternative_text_has_the_numbers():
    alt = sentences.alt(example(), TEXT)
    assert "w = 1 and b = 0; it crosses 0.5 at a score of 0.00" in alt
    assert "B, failed, with a score of −0.4 gets 0.401, which costs 0.223" in alt
    assert "Loss 0.5253." in alt
    assert "it is flat" in sentences.alt(example(weight=0), TEXT)


def test_a_name_is_no_markdown():
    table = article_students()
    table.loc[1, "student"] = "**B**"
    assert r"\*\*B\*\*" in " ".join(sentences.notices(example(table), None, TEXT))


def test_surprisals_too_small_for_float64_have_no_share():
    table = article_students().assign(score=["-10000", "-10000", "10000", "10000"])
    which = example(table, weight=5)
    assert "Nothing left to pay" in sentences.title(which, TEXT)
    assert said(which).startswith("Every student is so far on the right side")
