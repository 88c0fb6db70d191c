"""The product and the sum."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ce_core as ce


def test_the_articles_models():
    assert ce.likelihood([0.1, 0.7, 0.6, 0.2]) == pytest.approx(0.0084)
    assert ce.likelihood([0.8, 0.6, 0.7, 0.9]) == pytest.approx(0.3024)
    assert ce.negative_log_likelihood([0.1, 0.7, 0.6, 0.2], base=10) == pytest.approx(2.0757207)


def test_the_sum_goes_on_where_the_product_is_0():
    p = np.full(5000, 0.4)
    assert ce.likelihood(p) == 0
    assert ce.negative_log_likelihood(p) == pytest.approx(5000 * np.log(2.5))


def test_one_impossible_outcome_settles_it():
    assert ce.likelihood([0.5, 0.0]) == 0
    assert ce.negative_log_likelihood([0.5, 0.0]) == float("inf")


@given(st.lists(st.floats(0.01, 1), min_size=1, max_size=20))
def test_sum_and_product_say_the_same(p):
    assert np.exp(-ce.negative_log_likelihood(p)) == pytest.approx(ce.likelihood(p), rel=1e-12)
    assert ce.likelihood(p[::-1]) == pytest.approx(ce.likelihood(p))


def test_the_product_of_float32_is_a_float_and_not_rounded_to_it():
    p = np.full(20, 1e-3, np.float32)
    assert ce.likelihood(p) == pytest.approx(1e-60, rel=1e-5)
    assert ce.negative_log_likelihood(p, base=10) == pytest.approx(60, rel=1e-7)


@pytest.mark.parametrize("function", [ce.likelihood, ce.negative_log_likelihood])
@pytest.mark.parametrize(
    ("p", "rule"), [([], "empty"), ([0.5, 1.5], "probability_range"), ([np.nan], "nan")]
)
def test_probabilities_must_be_probabilities(function, p, rule):
    with pytest.raises(ce.InputError) as error:
        function(p)
    assert error.value.rule == rule
