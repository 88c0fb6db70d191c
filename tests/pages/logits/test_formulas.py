"""The formulas hold the reader's scores, the loss and the gradient."""

import re

import numpy as np
import pytest

from ce_core.examples.logits import LogitsExample, ScoreExample
from pages.logits import formulas
from pages.logits.reading import read
from pages.parts.drawing.palette import LIGHT
from pages.parts.reading.classes import article_classes


def article():
    return read(article_classes(), "green")


def test_one_score_that_was_one():
    line = formulas.score_with_numbers(ScoreExample.from_score(-2.0, 1), LIGHT)
    assert r"-\ln \sigma(x)" in line
    assert r"\ln (1 + e^{2})" in line
    assert r"\mathbf{2.1269}" in line
    assert r"0.1192 - 1" in line
    assert r"\mathbf{-0.8808}" in line


def test_one_score_that_was_zero():
    line = formulas.score_with_numbers(ScoreExample.from_score(-2.0, 0), LIGHT)
    assert r"(1 - \sigma(x))" in line
    assert r"\ln (1 + e^{-2})" in line
    assert r"\mathbf{+0.1192}" in line


def test_the_loss_of_several_scores():
    line = formulas.loss_with_numbers(article(), LIGHT)
    assert line.startswith(r"$L = -1$")
    for score in (2, 1, -1):
        assert rf"e^{{{score}}}" in line
    assert line.count(r"\boxed") == 1
    assert r"\boxed{\scriptstyle \text{green}}" in line
    assert r"\mathbf{1.3490}" in line


def test_a_negative_score_is_bracketed():
    example = read(article_classes(), "red")
    assert formulas.loss_with_numbers(example, LIGHT).startswith(r"$L = -(-1)$")


def test_the_gradient_class_by_class():
    line = formulas.gradient_with_numbers(article(), LIGHT)
    assert r"0.2595} - 1" in line
    assert r"\boxed{\scriptstyle \text{green}:\,-0.7405}" in line
    assert r"\text{blue}:\,+0.7054" in line


def test_twenty_terms_are_abridged_but_keep_the_true_one():
    names = tuple(f"c{i}" for i in range(20))
    example = LogitsExample.of(classes=names, scores=np.zeros(20), true=12)
    for line in (
        formulas.loss_with_numbers(example, LIGHT),
        formulas.gradient_with_numbers(example, LIGHT),
    ):
        assert line.count(r"\underbrace") == 3
        assert r"\boxed{\scriptstyle \text{c12}" in line
        assert line.count(r"\cdots") == 2


def test_the_true_class_is_named_in_the_general_form():
    assert formulas.scores_general(article()).count(r"z_{\text{green}}") == 2


def test_the_floor():
    assert r"\mathbf{0.5514}" in formulas.twice_floor(3, 0.5514447)
    assert r"2 \cdot e^{-1}" in formulas.twice_floor(3, 0.5514447)


@pytest.mark.parametrize(
    "line",
    [
        formulas.score_general(),
        formulas.score_with_numbers(ScoreExample.from_score(3.0, 0), LIGHT),
        formulas.scores_general(article()),
        formulas.loss_with_numbers(article(), LIGHT),
        formulas.gradient_with_numbers(article(), LIGHT),
        formulas.twice_floor(3, 0.55),
    ],
)
def test_pieces_are_separate_so_that_they_wrap(line):
    assert re.fullmatch(r"\$[^$]+\$( \$[^$]+\$)*", line)
