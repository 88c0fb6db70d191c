"""The focal loss."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize("gamma", [-1, np.nan, np.inf, "2"])
def test_gamma_must_not_be_negative(gamma):
    with pytest.raises(ce.InputError, match="gamma"):
        ce.binary_focal_loss_with_logits([1], [0.0], gamma=gamma)


@pytest.mark.parametrize("alpha", [-0.1, 1.1, np.nan])
def test_alpha_must_be_a_fraction(alpha):
    with pytest.raises(ce.InputError, match="alpha"):
        ce.binary_focal_loss_with_logits([1], [0.0], alpha=alpha)
