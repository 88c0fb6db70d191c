"""The loss straight from scores: one score, and several."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core.checks import InputError
from ce_core.examples.logits import LogitsExample, ScoreExample

scores = st.floats(-30, 30)


def test_a_score_of_zero_knows_nothing():
    for y, gradient in ((1, -0.5), (0, 0.5)):
        example = ScoreExample.from_score(0.0, y)
        assert (example.p, example.gradient) == (0.5, gradient)
        assert example.surprisal == example.other_surprisal == pytest.approx(math.log(2))
        assert example.squared_gradient == gradient / 2


@given(scores, st.sampled_from([0, 1]))
def test_the_gradient_of_one_score_is_p_minus_y(score, y):
    example = ScoreExample.from_score(score, y)
    assert example.gradient == pytest.approx(example.p - y, abs=1e-15)
    assert abs(example.squared_gradient) <= abs(example.gradient)
    # The two prices differ by the score itself.
    assert example.other_surprisal - example.surprisal == pytest.approx(score * (1 if y else -1))


@given(scores, st.sampled_from([0, 1]))
def test_the_gradient_of_one_score_is_the_slope(score, y):
    h = 1e-5
    low, high = (ScoreExample.from_score(score + step, y).surprisal for step in (-h, h))
    slope = ScoreExample.from_score(score, y).gradient
    assert (high - low) / (2 * h) == pytest.approx(slope, abs=1e-5)


def test_the_curves_pass_through_the_surprisal():
    example = ScoreExample.from_score(-2.0, 1)
    at = int(np.argmin(np.abs(example.scores + 2)))
    assert example.surprisal_of_one[at] == pytest.approx(example.surprisal)
    assert example.surprisal_of_zero[at] == pytest.approx(example.other_surprisal)
    assert example.surprisal_of_zero[::-1] == pytest.approx(example.surprisal_of_one)


@pytest.mark.parametrize(("score", "y"), [(math.inf, 1), (math.nan, 0), (1.0, 2)])
def test_one_score_is_finite_and_its_label_0_or_1(score, y):
    with pytest.raises(InputError):
        ScoreExample.from_score(score, y)


def test_the_articles_colours():
    example = LogitsExample.of(classes=["blue", "green", "red"], scores=[2, 1, -1], true=1)
    assert example.p.round(4).tolist() == [0.7054, 0.2595, 0.0351]
    assert example.loss == pytest.approx(-math.log(0.259496460342))
    assert example.gradient == pytest.approx(example.p - [0, 1, 0])
    assert example.hardest_rival == 0
    assert example.naive_loss == pytest.approx(example.loss)


@given(st.lists(scores, min_size=2, max_size=20), st.data())
def test_the_gradient_of_several_scores_is_p_minus_y_and_sums_to_zero(values, data):
    true = data.draw(st.integers(0, len(values) - 1))
    names = tuple(f"c{i}" for i in range(len(values)))
    example = LogitsExample.of(classes=names, scores=np.array(values), true=true)
    assert example.gradient == pytest.approx(example.p - example.y, abs=1e-12)
    assert example.gradient.sum() == pytest.approx(0, abs=1e-12)
    assert example.gradient[true] <= 0
    assert example.loss >= 0


@pytest.mark.parametrize(("true", "naive"), [(0, math.nan), (1, math.inf)])
def test_the_naive_way_breaks_at_a_thousand(true, naive):
    example = LogitsExample.of(classes=["blue", "green"], scores=[1000, 0], true=true)
    assert example.naive_loss == pytest.approx(naive, nan_ok=True)
    assert example.loss == (0.0 if true == 0 else 1000.0)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"scores": [1, math.inf]}, "scores must be finite; position 1 is inf"),
        ({"scores": [[1, 2]]}, r"scores must have the shape \(2,\); it has \(1, 2\)"),
        ({"true": 2}, "true must hold positions from 0 to 1; it is 2"),
        ({"true": -1}, "it is -1"),
        ({"true": 0.5}, "it is 0.5"),
        ({"classes": ["a", "a"]}, "classes must differ"),
    ],
)
def test_bad_arrays_are_named(options, sentence):
    with pytest.raises(InputError, match=sentence):
        LogitsExample.of(**{"classes": ["a", "b"], "scores": [1, 2], "true": 0} | options)
