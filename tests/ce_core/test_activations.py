"""Scores to probabilities."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import ce_core as ce

INF = float("inf")
rows = arrays(float, st.tuples(st.integers(1, 4), st.integers(1, 6)), elements=st.floats(-50, 50))


def test_a_score_of_0_is_even_odds():
    assert ce.sigmoid(0) == 0.5
    assert ce.log_sigmoid(0.0) == -np.log(2)


def test_the_articles_colours():
    np.testing.assert_allclose(ce.softmax([2, 1, -1]), [0.7054, 0.2595, 0.0351], atol=5e-5)


def test_infinite_scores_have_their_limits():
    assert ce.sigmoid([-INF, INF]).tolist() == [0, 1]
    assert ce.log_sigmoid([-INF, INF]).tolist() == [-INF, 0]
    assert ce.softmax([-INF, 0.0, 0.0]).tolist() == [0, 0.5, 0.5]
    assert ce.softmax([INF, 0.0, -INF]).tolist() == [1, 0, 0]
    assert ce.log_softmax([INF, 0.0]).tolist() == [0, -INF]
    assert ce.logsumexp([INF, INF]) == INF
    assert ce.logsumexp([-INF, -INF]) == -INF


def test_two_classes_are_the_sigmoid():
    np.testing.assert_allclose(ce.softmax([1.7, 0.0])[0], ce.sigmoid(1.7), rtol=1e-15)


def test_temperature_sharpens_and_evens_out():
    z = [2.0, 1.0, -1.0]
    assert ce.softmax(z, temperature=0.01)[0] == pytest.approx(1)
    np.testing.assert_allclose(ce.softmax(z, temperature=1e6), 1 / 3, rtol=1e-5)
    np.testing.assert_allclose(ce.softmax(z, temperature=2), ce.softmax(np.divide(z, 2)))
    np.testing.assert_allclose(ce.log_softmax(z, temperature=2), ce.log_softmax(np.divide(z, 2)))


@given(rows)
def test_softmax_is_a_distribution(z):
    p = ce.softmax(z)
    assert (p >= 0).all()
    np.testing.assert_allclose(p.sum(axis=-1), 1, rtol=1e-14)


@given(rows, st.integers(-1000, 1000))
def test_a_constant_shift_changes_nothing(z, shift):
    z = z.round(3)
    np.testing.assert_allclose(ce.softmax(z + shift), ce.softmax(z), rtol=1e-9)


@given(rows)
def test_order_of_classes_does_not_matter(z):
    np.testing.assert_allclose(ce.softmax(z[:, ::-1])[:, ::-1], ce.softmax(z), rtol=1e-14)


@given(rows)
def test_logarithms_agree_with_what_they_are_logarithms_of(z):
    np.testing.assert_allclose(np.exp(ce.log_softmax(z)), ce.softmax(z), rtol=1e-13, atol=1e-300)
    np.testing.assert_allclose(np.exp(ce.log_sigmoid(z)), ce.sigmoid(z), rtol=1e-13)
    np.testing.assert_allclose(z - ce.logsumexp(z)[:, None], ce.log_softmax(z), atol=1e-13)


@given(rows)
def test_the_axis_is_a_matter_of_layout(z):
    np.testing.assert_array_equal(ce.softmax(z.T, axis=0).T, ce.softmax(z))
    np.testing.assert_array_equal(ce.log_softmax(z.T, axis=0).T, ce.log_softmax(z))
    np.testing.assert_array_equal(ce.logsumexp(z.T, axis=0), ce.logsumexp(z))


@given(st.floats(-700, 700))
def test_sigmoid_of_the_opposite_score_is_the_rest(x):
    assert ce.sigmoid(x) + ce.sigmoid(-x) == pytest.approx(1, abs=2e-16)


def test_what_goes_in_comes_out():
    assert type(ce.sigmoid(1.0)) is float
    assert type(ce.logsumexp([1.0, 2.0])) is float
    assert ce.sigmoid([[1, 2], [3, 4]]).shape == (2, 2)
    assert ce.sigmoid(np.float32([1, 2])).dtype == np.float32
    assert type(ce.sigmoid(np.float32(1))) is float
    assert ce.softmax(np.zeros((2, 3), np.float32)).dtype == np.float32
    assert ce.sigmoid(np.array([1, 2], np.float16)).dtype == np.float64
    np.testing.assert_array_equal(ce.sigmoid(pd.Series([1, 2])), ce.sigmoid([1, 2]))
    np.testing.assert_array_equal(ce.softmax(pd.DataFrame([[1, 2]])), ce.softmax([[1, 2]]))


@pytest.mark.parametrize("function", [ce.sigmoid, ce.log_sigmoid])
@pytest.mark.parametrize(
    ("x", "rule"),
    [([], "empty"), ([0.0, np.nan], "nan"), ("0.5", "numbers"), ([1, None], "numbers")],
)
def test_scores_must_be_numbers(function, x, rule):
    with pytest.raises(ce.InputError) as error:
        function(x)
    assert error.value.rule == rule


@pytest.mark.parametrize("function", [ce.softmax, ce.log_softmax, ce.logsumexp])
@pytest.mark.parametrize(
    ("z", "rule"),
    [
        ([], "empty"),
        ([[1.0, np.nan]], "nan"),
        (["a", "b"], "numbers"),
        ([[1.0], [1.0, 2.0]], "ragged"),
        (3.0, "scalar"),
    ],
)
def test_rows_of_scores_must_be_numbers(function, z, rule):
    with pytest.raises(ce.InputError) as error:
        function(z)
    assert error.value.rule == rule


@pytest.mark.parametrize("function", [ce.softmax, ce.log_softmax])
def test_rows_without_a_limit_are_refused_by_place(function):
    with pytest.raises(ce.InputError, match="row 1 holds it 2 times"):
        function([[0.0, 1.0], [INF, INF]])
    with pytest.raises(ce.InputError, match="row 0 is"):
        function([[-INF, -INF], [0.0, 1.0]])
    for temperature in (0, -1, INF, np.nan, "1"):
        with pytest.raises(ce.InputError, match="temperature"):
            function([0.0, 1.0], temperature=temperature)
    with pytest.raises(ce.InputError, match="axis"):
        function([0.0, 1.0], axis=1)
