"""The loss straight from scores: one score, several, and softmax twice."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core.checks import InputError
from ce_core.examples.logits import (
    LogitsExample,
    ScoreExample,
    class_names,
    score_table,
)
from ce_core.examples.softmax import article_classes
from ce_core.examples.tables import TableError
from ce_core.examples.twice import TwiceExample

scores = st.floats(-30, 30)


def problem(table: pd.DataFrame, true_class: str = "green") -> TableError:
    with pytest.raises(TableError) as caught:
        LogitsExample.from_table(table, true_class)
    return caught.value


def test_a_score_of_zero_knows_nothing():
    for y, gradient in ((1, -0.5), (0, 0.5)):
        example = ScoreExample.from_score(0.0, y)
        assert (example.p, example.gradient) == (0.5, gradient)
        assert example.price == example.other_price == pytest.approx(math.log(2))
        assert example.squared_gradient == gradient / 2


@given(scores, st.sampled_from([0, 1]))
def test_the_gradient_of_one_score_is_p_minus_y(score, y):
    example = ScoreExample.from_score(score, y)
    assert example.gradient == pytest.approx(example.p - y, abs=1e-15)
    assert abs(example.squared_gradient) <= abs(example.gradient)
    # The two prices differ by the score itself.
    assert example.other_price - example.price == pytest.approx(score * (1 if y else -1))


@given(scores, st.sampled_from([0, 1]))
def test_the_gradient_of_one_score_is_the_slope(score, y):
    h = 1e-5
    low, high = (ScoreExample.from_score(score + step, y).price for step in (-h, h))
    slope = ScoreExample.from_score(score, y).gradient
    assert (high - low) / (2 * h) == pytest.approx(slope, abs=1e-5)


def test_the_curves_pass_through_the_price():
    example = ScoreExample.from_score(-2.0, 1)
    at = int(np.argmin(np.abs(example.scores + 2)))
    assert example.price_of_one[at] == pytest.approx(example.price)
    assert example.price_of_zero[at] == pytest.approx(example.other_price)
    assert example.price_of_zero[::-1] == pytest.approx(example.price_of_one)


@pytest.mark.parametrize(("score", "y"), [(math.inf, 1), (math.nan, 0), (1.0, 2)])
def test_one_score_is_finite_and_its_label_0_or_1(score, y):
    with pytest.raises(InputError):
        ScoreExample.from_score(score, y)


def test_the_articles_colours():
    example = LogitsExample.from_table(article_classes(), "green")
    assert example.p.round(4).tolist() == [0.7054, 0.2595, 0.0351]
    assert example.loss == pytest.approx(-math.log(0.259496460342))
    assert example.gradient == pytest.approx(example.p - [0, 1, 0])
    assert example.hardest_rival == 0
    assert example.naive_loss == pytest.approx(example.loss)


@given(st.lists(scores, min_size=2, max_size=20), st.data())
def test_the_gradient_of_several_scores_is_p_minus_y_and_sums_to_zero(values, data):
    true = data.draw(st.integers(0, len(values) - 1))
    names = tuple(f"c{i}" for i in range(len(values)))
    example = LogitsExample.from_scores(names, np.array(values), true)
    assert example.gradient == pytest.approx(example.p - example.y, abs=1e-12)
    assert example.gradient.sum() == pytest.approx(0, abs=1e-12)
    assert example.gradient[true] <= 0
    assert example.loss >= 0


@pytest.mark.parametrize(("true_class", "naive"), [("blue", math.nan), ("green", math.inf)])
def test_the_naive_way_breaks_at_a_thousand(true_class, naive):
    table = score_table({"blue": "1000", "green": "0"})
    example = LogitsExample.from_table(table, true_class)
    assert example.naive_loss == pytest.approx(naive, nan_ok=True)
    assert example.loss == (0.0 if true_class == "blue" else 1000.0)


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("high", "number_text"),
        ("", "number_empty"),
        ("inf", "number_text"),
        ("1e400", "number_range"),
        ("-10001", "number_range"),
    ],
)
def test_a_bad_score_is_named_and_not_mended(cell, rule):
    error = problem(article_classes().assign(score=["2", cell, "-1"]))
    assert (error.rule, error.mend) == (rule, None)


@pytest.mark.parametrize(("cell", "score"), [("0,5", 0.5), ("1/4", 0.25), ("50%", 0.5)])
def test_an_obvious_mend_is_offered(cell, score):
    error = problem(article_classes().assign(score=["2", cell, "-1"]))
    assert error.mend is not None
    assert LogitsExample.from_table(error.mend, "green").scores[1] == score


@pytest.mark.parametrize("names", [["green", "green", "red"], ["", "green", "red"]])
def test_names_differ_and_are_mended(names):
    error = problem(article_classes().assign(**{"class": names}))
    assert error.mend is not None
    assert LogitsExample.from_table(error.mend, "green").classes[2] == "red"


@pytest.mark.parametrize(("count", "rule"), [(0, "classes_none"), (1, "classes_few")])
def test_at_least_two_classes(count, rule):
    error = problem(article_classes().head(count))
    assert error.rule == rule
    assert error.mend is not None
    assert LogitsExample.from_table(error.mend, "green").classes == ("blue", "green")


def test_at_most_twenty_classes():
    table = score_table({f"c{i}": "0" for i in range(21)})
    error = problem(table)
    assert error.rule == "classes_many"
    assert error.mend is not None
    assert LogitsExample.from_table(error.mend, "c0").loss == pytest.approx(math.log(20))


def test_the_true_class_is_one_of_them():
    with pytest.raises(InputError, match="none of them"):
        LogitsExample.from_table(article_classes(), "violet")


def test_class_names_are_tidied_and_unique():
    assert class_names(pd.DataFrame({"class": [" a ", "", "b", "a"], "score": "1"})) == ["a", "b"]


def test_a_perfect_answer_pays_the_floor():
    once = LogitsExample.from_scores(("a", "b", "c"), np.array([1000.0, 0.0, 0.0]), 0)
    twice = TwiceExample.from_logits(once)
    assert once.loss == 0
    assert twice.loss == pytest.approx(math.log(1 + 2 / math.e)) == twice.floor


def test_certain_and_wrong_pays_the_ceiling():
    once = LogitsExample.from_scores(("a", "b", "c"), np.array([1000.0, 0.0, 0.0]), 1)
    twice = TwiceExample.from_logits(once)
    assert twice.loss == pytest.approx(math.log(2 + math.e)) == twice.ceiling


@given(st.lists(scores, min_size=2, max_size=20), st.data())
def test_two_softmaxes_stay_between_floor_and_ceiling(values, data):
    true = data.draw(st.integers(0, len(values) - 1))
    once = LogitsExample.from_scores(tuple(map(str, range(len(values)))), np.array(values), true)
    twice = TwiceExample.from_logits(once)
    slack = 1e-12
    assert twice.floor - slack <= twice.loss <= twice.ceiling + slack
    assert (twice.floor - slack <= twice.losses).all()
    assert (twice.losses <= twice.ceiling + slack).all()
    assert (np.diff(twice.once_losses) <= slack).all()
    assert twice.gradient.sum() == pytest.approx(0, abs=1e-12)


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=6))
def test_the_gradient_through_both_softmaxes_is_the_slope(values):
    def loss(z):
        names = tuple(map(str, range(len(z))))
        return TwiceExample.from_logits(LogitsExample.from_scores(names, z, 0))

    z, h = np.array(values), 1e-5
    slopes = [
        (loss(z + h * step).loss - loss(z - h * step).loss) / (2 * h) for step in np.eye(len(z))
    ]
    assert loss(z).gradient == pytest.approx(slopes, abs=1e-8)
