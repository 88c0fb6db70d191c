"""From scores to probabilities: by hand first, then what must hold for any scores."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ce_core import article
from ce_core.activations import sigmoid
from ce_core.checks import InputError
from ce_core.examples.softmax import SoftmaxExample

SCORES = st.lists(st.floats(-50, 50, allow_nan=False), min_size=2, max_size=20)


def example(*scores, **options):
    names = [f"C{i}" for i in range(len(scores))]
    return SoftmaxExample.of(classes=names, scores=scores, **options)


def colours(**options):
    return SoftmaxExample.of(
        classes=list(article.COLOUR_SCORES), scores=list(article.COLOUR_SCORES.values()), **options
    )


def test_by_hand():
    two_to_one = example(math.log(2), 0)
    assert two_to_one.powers == pytest.approx([2, 1])
    assert two_to_one.power_sum == pytest.approx(3)
    assert two_to_one.probabilities == pytest.approx([2 / 3, 1 / 3])
    assert two_to_one.naive == pytest.approx([2 / 3, 1 / 3])
    assert two_to_one.times_likelier(0, 1) == pytest.approx(2)


def test_the_articles_colours():
    start = colours()
    assert start.classes == ("blue", "green", "red")
    exact = [article.printed_number(f"softmax.{name}").exact for name in start.classes]
    assert start.probabilities == pytest.approx(exact, abs=1e-12)
    assert start.score_sum == 2
    assert start.shares.tolist() == [1, 0.5, -0.5]
    assert start.share_failure == "negative"


@pytest.mark.parametrize(
    ("scores", "failure"),
    [
        ((2, 1, -1), "negative"),
        ((2, 1, -3), "zero"),
        ((0.1, 0.2, -0.3), "zero"),  # 2.8e-17 in floats
        ((0, 0), "zero"),
        ((-1, -2, -4), "upside_down"),
        ((0, -1), "upside_down"),
        ((2, 1), ""),
        ((0, 1), ""),
        ((1, -5), "negative"),
    ],
)
def test_why_shares_are_no_probabilities(scores, failure):
    shares = example(*scores)
    assert shares.share_failure == failure
    if failure == "zero":
        assert not np.isfinite(shares.shares).any()
    elif failure == "negative":
        assert shares.shares.min() < 0
    else:
        assert shares.shares.min() >= 0
        assert shares.shares.sum() == pytest.approx(1)


def test_a_thousand_more_breaks_the_naive_way_alone():
    shifted = colours(constant=1000)
    assert shifted.scores.tolist() == [1002, 1001, 999]
    assert shifted.powers.tolist() == [math.inf] * 3
    assert np.isnan(shifted.naive).all()
    assert shifted.naive_fails
    start = colours()
    assert shifted.probabilities == pytest.approx(start.probabilities, abs=1e-13)


def test_a_thousand_less_breaks_it_too():
    shifted = colours(constant=-1000)
    assert shifted.power_sum == 0
    assert np.isnan(shifted.naive).all()
    assert shifted.naive_fails
    assert shifted.probabilities.round(4).tolist() == [0.7054, 0.2595, 0.0351]


def test_powers_that_are_finite_can_have_an_infinite_sum():
    edge = example(709.5, 709.5)
    assert np.isfinite(edge.powers).all()
    assert edge.power_sum == math.inf
    assert edge.naive.tolist() == [0, 0]
    assert edge.naive_fails
    assert edge.probabilities.tolist() == [0.5, 0.5]


def test_temperature_divides_the_scores():
    assert example(2, 1, -1, temperature=0.5).probabilities == pytest.approx(
        example(4, 2, -2).probabilities
    )


def test_the_likeliest_first_and_ties_in_the_tables_order():
    assert example(1, 3, 3, -2).order == (1, 2, 0, 3)


@given(scores=SCORES, constant=st.sampled_from([-1000.0, -10.0, 0.5, 10.0, 1000.0]))
def test_a_constant_changes_no_probability(scores, constant):
    before, after = example(*scores), example(*scores, constant=constant)
    assert after.probabilities == pytest.approx(before.probabilities, abs=1e-10)
    assert before.probabilities.sum() == pytest.approx(1)


@given(scores=SCORES)
def test_the_naive_way_is_right_where_it_works(scores):
    result = example(*scores)
    assert not result.naive_fails
    assert result.naive == pytest.approx(result.probabilities, abs=1e-12)


@given(first=st.floats(-50, 50), second=st.floats(-50, 50), temperature=st.floats(0.1, 10))
def test_two_classes_are_the_sigmoid_of_the_difference(first, second, temperature):
    two = example(first, second, temperature=temperature)
    assert two.sigmoid_of_difference() == pytest.approx(float(two.probabilities[0]), abs=1e-12)
    assert two.sigmoid_of_difference() == sigmoid((first - second) / temperature)


@given(scores=SCORES, temperature=st.floats(0.1, 10), data=st.data())
def test_the_sweep_goes_through_where_the_score_stands(scores, temperature, data):
    moved = data.draw(st.integers(0, len(scores) - 1))
    assume(abs(scores[moved]) <= 10)
    result = example(*scores, temperature=temperature)
    swept, probabilities = result.sweep(moved)
    assert swept[[0, -1]].tolist() == [-10, 10]
    assert len(swept) <= 83
    assert probabilities.sum(axis=1) == pytest.approx(1)
    assert (np.diff(probabilities[:, moved]) >= 0).all()
    for i, p in enumerate(result.probabilities):
        assert np.interp(scores[moved], swept, probabilities[:, i]) == pytest.approx(p, abs=0.02)


@given(scores=st.lists(st.floats(-5, 5), min_size=2, max_size=5), data=st.data())
def test_at_the_takeover_one_class_is_as_likely_as_all_others(scores, data):
    moved = data.draw(st.integers(0, len(scores) - 1))
    scores[moved] = example(*scores).takes_over(moved)
    assert float(example(*scores).probabilities[moved]) == pytest.approx(0.5)


@pytest.mark.parametrize("temperature", [0, -1, math.nan, math.inf])
def test_a_temperature_that_is_none_is_refused(temperature):
    with pytest.raises(InputError):
        example(2, 1, temperature=temperature)


@pytest.mark.parametrize("constant", [math.nan, math.inf, -math.inf])
def test_a_constant_that_is_not_finite_is_refused(constant):
    with pytest.raises(InputError, match="must be finite"):
        example(2, 1, constant=constant)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"scores": [1, 2, 3]}, r"scores must have the shape \(2,\); it has \(3,\)"),
        ({"scores": [1, math.nan]}, "The scores must be finite numbers"),
        ({"scores": ["1", "2"]}, "scores must hold real numbers"),
        ({"classes": ["a", "a"]}, "classes must differ"),
    ],
)
def test_bad_arrays_are_named(options, sentence):
    with pytest.raises(InputError, match=sentence):
        SoftmaxExample.of(**{"classes": ["a", "b"], "scores": [1, 2]} | options)
