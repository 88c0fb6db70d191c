"""One coin, every bias: a belief pays least where it is right."""

import math

import numpy as np
import pytest

from ce_core.examples.coin import CoinExample


def test_the_coins_line_touches_the_curve_where_the_belief_is_right():
    coin = CoinExample.from_beliefs(0.7, 0.3)
    gaps = coin.surprisals - coin.entropies
    assert gaps.min() >= -1e-12
    assert gaps.argmin() == 30
    assert coin.surprisals[70] == pytest.approx(coin.cross_entropy)
    assert np.diff(coin.surprisals, 2) == pytest.approx(0, abs=1e-12)


def test_a_certain_belief_pays_infinity_for_every_other_coin():
    coin = CoinExample.from_beliefs(0.5, 1.0)
    assert coin.cross_entropy == coin.kl == math.inf
    assert np.isfinite(coin.surprisals).tolist() == [False] * 100 + [True]


@pytest.mark.parametrize(("p", "q"), [(-0.1, 0.5), (0.5, 1.1), (math.nan, 0.5)])
def test_a_coin_needs_probabilities(p, q):
    with pytest.raises(ValueError, match="between 0 and 1"):
        CoinExample.from_beliefs(p, q)
