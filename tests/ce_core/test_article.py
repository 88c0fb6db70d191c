"""The ledger's exact values are what the article's own inputs give, through ce_core."""

import math

import numpy as np
import pytest

from ce_core import article
from ce_core.activations import sigmoid, softmax
from ce_core.likelihood import likelihood
from ce_core.losses import (
    binary_cross_entropy,
    categorical_cross_entropy,
    categorical_cross_entropy_with_logits,
)

PASSED = np.array([student.outcome == "pass" for student in article.STUDENTS], dtype=float)
P_PASS = np.array([student.p_pass for student in article.STUDENTS])
P_TRUE = np.where(PASSED[:, np.newaxis] == 1, P_PASS, 1 - P_PASS)
P_FRUIT = np.array([container.p_fruit for container in article.CONTAINERS])
TRUE_FRUIT = [article.FRUITS.index(container.true_fruit) for container in article.CONTAINERS]
COLOURS = softmax(list(article.COLOUR_SCORES.values()))


def students_loss(model: int, base: float | None) -> float:
    return float(binary_cross_entropy(PASSED, P_PASS[:, model], base=base, reduction="sum"))


def fruit_loss(base: float | None) -> float:
    return float(categorical_cross_entropy(TRUE_FRUIT, P_FRUIT, base=base, reduction="sum"))


COMPUTED = {
    "softmax.blue": COLOURS[0],
    "softmax.green": COLOURS[1],
    "softmax.red": COLOURS[2],
    "students.product.a": likelihood(P_TRUE[:, 0]),
    "students.product.b": likelihood(P_TRUE[:, 1]),
    "students.log_terms.a": np.log10(P_TRUE[:, 0]),
    "students.log_terms.b": np.log10(P_TRUE[:, 1]),
    "students.log_sum.a": -students_loss(0, 10),
    "students.log_sum.b": -students_loss(1, 10),
    "students.loss.a": students_loss(0, 10),
    "students.loss.b": students_loss(1, 10),
    "students.loss_nats.a": students_loss(0, None),
    "students.loss_nats.b": students_loss(1, None),
    "fruit.product": likelihood([row[i] for row, i in zip(P_FRUIT, TRUE_FRUIT, strict=True)]),
    "fruit.loss": fruit_loss(10),
    "fruit.loss_nats": fruit_loss(None),
    "pytorch.sigmoid": sigmoid(article.PYTORCH_BCE_X),
    "pytorch.bce": binary_cross_entropy(article.PYTORCH_BCE_Y, sigmoid(article.PYTORCH_BCE_X)),
    "pytorch.ce": categorical_cross_entropy_with_logits(article.PYTORCH_CE_Y, article.PYTORCH_CE_X),
    "keras.bce": binary_cross_entropy(article.KERAS_BCE_Y_TRUE, article.KERAS_BCE_Y_PRED),
    "keras.cce": categorical_cross_entropy([article.KERAS_CCE_Y_TRUE], [article.KERAS_CCE_Y_PRED]),
}


def test_every_figure_of_the_ledger_is_computed_here():
    assert {entry.id for entry in article.PRINTED} == set(COMPUTED)


@pytest.mark.parametrize("entry", article.PRINTED, ids=lambda entry: entry.id)
def test_the_exact_value_is_what_the_inputs_give(entry):
    assert np.allclose(COMPUTED[entry.id], entry.exact, rtol=1e-11, atol=0)


@pytest.mark.parametrize("entry", article.PRINTED, ids=lambda entry: entry.id)
def test_a_figure_matches_exactly_when_its_printed_digits_are_the_rounded_value(entry):
    if entry.printed is None:
        assert entry.verdict == "not printed"
        return
    printed, exact = np.atleast_1d(entry.printed), np.atleast_1d(entry.exact)
    rounded = [round(e, _decimals(p)) for p, e in zip(printed, exact, strict=True)]
    assert (entry.verdict == "matches") == (printed.tolist() == rounded)
    assert (entry.why == "") == (entry.verdict == "matches")


def test_a_cut_figure_is_the_exact_one_with_digits_dropped():
    terms = article.printed_number("students.log_terms.a")
    for printed, exact in zip(terms.printed, terms.exact, strict=True):
        assert math.trunc(exact * 1000) / 1000 == printed
    assert sum(terms.printed) == pytest.approx(article.printed_number("students.log_sum.a").printed)


def test_no_choice_of_ten_labels_gives_the_articles_bce():
    x = np.array(article.PYTORCH_BCE_X)
    labels = (np.arange(1024)[:, np.newaxis] >> np.arange(10)) & 1
    losses = np.where(labels, np.log1p(np.exp(-x)), np.log1p(np.exp(x)))
    printed = article.printed_number("pytorch.bce").printed
    assert np.abs(losses.mean(axis=1) - printed).min() > 5e-5


def test_keras_eighth_digit_comes_from_its_epsilon():
    y, p = np.array(article.KERAS_BCE_Y_TRUE), np.array(article.KERAS_BCE_Y_PRED)
    old = -np.mean(np.log(np.where(y, p, 1 - p) + 1e-7))
    assert old == pytest.approx(0.539846245, abs=5e-10)


def _decimals(value: float) -> int:
    text = f"{value:.10f}".rstrip("0")
    return len(text.partition(".")[2])
