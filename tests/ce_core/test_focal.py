"""The focal loss."""

import inspect

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp, mpf, workdps

import ce_core as ce


def test_gamma_0_is_the_binary_loss():
    y, x = [0, 1, 0.3], [1.0, -2.0, 0.5]
    assert ce.binary_focal_loss_with_logits(y, x, gamma=0) == pytest.approx(
        ce.binary_cross_entropy_with_logits(y, x)
    )


@given(st.floats(-30, 30), st.integers(0, 1), st.floats(0, 5))
def test_each_sample_is_scaled_by_how_wrong_it_is(x, y, gamma):
    wrong = ce.sigmoid(-x if y else x)
    expected = wrong**gamma * ce.binary_cross_entropy_with_logits(y, x)
    assert ce.binary_focal_loss_with_logits(y, x, gamma=gamma) == pytest.approx(expected)


def test_alpha_weighs_the_ones_against_the_zeros():
    y, x = [1, 0], [0.3, 0.3]
    plain = ce.binary_focal_loss_with_logits(y, x, reduction="none")
    weighed = ce.binary_focal_loss_with_logits(y, x, alpha=0.25, reduction="none")
    np.testing.assert_allclose(weighed, plain * [0.25, 0.75])


def test_infinite_scores_have_their_limits():
    inf = float("inf")
    x = [inf, -inf, inf, -inf]
    losses = ce.binary_focal_loss_with_logits([1, 0, 0, 1], x, reduction="none")
    assert losses.tolist() == [0, 0, inf, inf]


def test_the_slope_at_even_odds():
    """There p and q are 1/2, and the slope of a 1 is -(1/2)**g (1/2 + g/2 · log 2)."""
    for gamma in (0, 1, 2, 5):
        slope = ce.binary_focal_loss_with_logits_gradient(1, 0.0, gamma=gamma)
        assert slope == pytest.approx(-(0.5**gamma) * (0.5 + gamma / 2 * np.log(2)))


def test_the_slope_without_gamma_is_that_of_the_binary_loss():
    y, x = [0, 1, 0.3], [1.0, -2.0, 0.5]
    slopes = ce.binary_focal_loss_with_logits_gradient(y, x, gamma=0)
    expected = ce.binary_cross_entropy_with_logits_gradient(y, x)
    np.testing.assert_allclose(slopes, expected, rtol=1e-14)


@given(
    st.sampled_from([0.0, 0.3, 1.0]),
    st.floats(-30, 30),
    st.sampled_from([0.0, 0.5, 2.0, 5.0]),
    st.sampled_from([None, 0.25]),
    st.sampled_from(["sum", "mean"]),
)
def test_slopes_are_the_differences_of_the_loss_as_called(y, x, gamma, alpha, reduction):
    """The loss written out with 60 digits, its other sample held still."""

    def loss(score):
        q, p = 1 / (1 + mp.exp(score)), 1 / (1 + mp.exp(-score))
        weight = (1, 1) if alpha is None else (mpf(alpha), 1 - mpf(alpha))
        hit, miss = -(q**gamma) * mp.log(p), -(p**gamma) * mp.log(q)
        total = 3 * (weight[0] * mpf(y) * hit + weight[1] * (1 - mpf(y)) * miss)
        return total / mp.log(2) / (4 if reduction == "mean" else 1)

    with workdps(60):
        step = mpf(10) ** -20
        expected = float((loss(mpf(x) + step) - loss(mpf(x) - step)) / (2 * step))
    options = {"gamma": gamma, "alpha": alpha, "reduction": reduction}
    slopes = ce.binary_focal_loss_with_logits_gradient(
        [y, 1], [x, 0.0], sample_weight=[3, 1], base=2, **options
    )
    assert slopes[0] == pytest.approx(expected, rel=1e-14, abs=1e-13 if y == 0.3 else 0)


def test_slopes_have_their_limits():
    inf = float("inf")
    x = [inf, -inf, inf, -inf]
    slopes = ce.binary_focal_loss_with_logits_gradient([1, 0, 0, 1], x)
    assert slopes.tolist() == [0, 0, 1, -1]


def test_a_focal_slope_takes_what_its_loss_takes():
    loss = inspect.signature(ce.binary_focal_loss_with_logits).parameters
    slope = inspect.signature(ce.binary_focal_loss_with_logits_gradient).parameters
    assert slope.keys() == loss.keys()
    assert slope["reduction"].default == "none"


@pytest.mark.parametrize("gamma", [-1, np.nan, np.inf, "2"])
def test_gamma_must_not_be_negative(gamma):
    with pytest.raises(ce.InputError, match="gamma"):
        ce.binary_focal_loss_with_logits([1], [0.0], gamma=gamma)


@pytest.mark.parametrize("alpha", [-0.1, 1.1, np.nan])
def test_alpha_must_be_a_fraction(alpha):
    with pytest.raises(ce.InputError, match="alpha"):
        ce.binary_focal_loss_with_logits([1], [0.0], alpha=alpha)
