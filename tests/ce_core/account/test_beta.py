"""The beta distribution where it has a closed form, and the bounds of a share by their meaning."""

import math

import pytest

from ce_core.account.beta import (
    beta_cdf,
    beta_quantile,
    binomial_survival,
    clopper_pearson,
    student_survival,
)


@pytest.mark.parametrize("x", [1e-9, 0.1, 0.5, 0.9, 1 - 1e-9])
def test_closed_forms(x):
    assert beta_cdf(x, 1, 1) == pytest.approx(x, rel=1e-13)
    assert beta_cdf(x, 3, 1) == pytest.approx(x**3, rel=1e-13)
    assert beta_cdf(x, 1, 3) == pytest.approx(-math.expm1(3 * math.log1p(-x)), rel=1e-13)
    assert beta_cdf(x, 0.5, 0.5) == pytest.approx(
        2 / math.pi * math.atan2(math.sqrt(x), math.sqrt(1 - x)), rel=1e-12
    )


def test_ends():
    assert (beta_cdf(0.0, 2, 3), beta_cdf(1.0, 2, 3)) == (0, 1)


@pytest.mark.parametrize(("a", "b"), [(1, 1), (0.5, 20), (300, 2), (1e5, 1e5)])
@pytest.mark.parametrize("q", [1e-6, 0.025, 0.5, 0.975])
def test_the_quantile_is_where_the_distribution_has_its_value(q, a, b):
    assert beta_cdf(beta_quantile(q, a, b), a, b) == pytest.approx(q, rel=1e-8)


def test_bounds_of_a_share():
    low, high = clopper_pearson(0, 10, 0.05)
    assert (low, high) == (0, pytest.approx(1 - 0.025**0.1))
    low, high = clopper_pearson(10, 10, 0.05)
    assert (low, high) == (pytest.approx(0.025**0.1), 1)
    low, high = clopper_pearson(3, 20, 0.1)
    assert binomial_survival(3, 20, low) == pytest.approx(0.05)
    assert 1 - binomial_survival(4, 20, high) == pytest.approx(0.05)


def test_binomial_tail_by_counting():
    p = 0.3
    tail = sum(math.comb(5, k) * p**k * (1 - p) ** (5 - k) for k in (3, 4, 5))
    assert binomial_survival(3, 5, p) == pytest.approx(tail)
    assert binomial_survival(0, 5, p) == 1


def test_student_with_one_degree_is_cauchy():
    for t in (-3.0, 0.0, 0.5, 10.0):
        assert student_survival(t, 1) == pytest.approx(0.5 - math.atan(t) / math.pi)
