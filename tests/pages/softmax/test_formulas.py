"""The softmax with the reader's numbers in it."""

import pytest

from ce_core.examples.softmax import SoftmaxExample
from pages.parts.reading.classes import article_classes
from pages.softmax import formulas
from pages.softmax.reading import read


def example(*scores, **options):
    return SoftmaxExample.of(
        classes=[f"C{i}" for i in range(len(scores))], scores=scores, **options
    )


def test_the_articles_scores():
    of = read(article_classes())
    blue, green, red = formulas.with_numbers(of)
    assert r"\frac{e^{2}}{e^{2} + e^{1} + e^{-1}}" in blue
    assert r"\frac{7.389}{10.48}" in blue
    assert r"\boxed{\mathbf{0.7054}}" in blue
    assert r"\boxed" not in green + red
    assert r"\mathbf{0.0351}" in red


def test_temperature_stands_under_every_score():
    of = example(2, 1, temperature=0.5)
    assert "z_i/T" in formulas.general(of)
    assert r"\frac{e^{2/0.5}}{e^{2/0.5} + e^{1/0.5}}" in formulas.with_numbers(of)[0]


def test_an_overflow_takes_the_largest_score_from_all():
    first, second = formulas.with_numbers(example(2, 1, constant=1000))
    assert r"\frac{e^{1002-1002}}{e^{1002-1002} + e^{1001-1002}}" in first
    assert r"\frac{1}{1.368}" in first
    assert r"\infty" not in first + second


def test_an_underflow_does_too():
    first, _ = formulas.with_numbers(example(2, 1, constant=-1000, temperature=0.5))
    assert "e^{(-998+998)/0.5}" in first


def test_many_classes_are_summed_up():
    lines = formulas.with_numbers(example(*range(20)))
    assert len(lines) == 5
    assert lines[3] == r"$\vdots$"
    assert r"\textstyle\sum_j e^{z_j}" in lines[0]
    assert r"\boxed" in lines[4]


def test_dollars_in_a_name_end_no_formula():
    of = SoftmaxExample.of(classes=["$a", "b"], scores=[1, 2])
    assert r"\text{\$a}" in formulas.with_numbers(of)[0]


@pytest.mark.parametrize(
    ("scores", "written_out"),
    [((1000, 1, -1), True), ((-1000, -999.5, -1000), False), ((1000, -1000, -999.5, 2), False)],
)
def test_a_sum_too_wide_for_a_phone_is_not_written_out(scores, written_out):
    for line in formulas.with_numbers(example(*scores)):
        assert (r"\sum" not in line) == written_out


def test_a_long_name_can_stand_on_a_line_of_its_own():
    line = formulas.with_numbers(SoftmaxExample.of(classes=["a" * 24, "b"], scores=[1, 2]))[0]
    assert line.startswith(r"$p_{\text{" + "a" * 24 + r"}}$ $\displaystyle {}= \frac")
