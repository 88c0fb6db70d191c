"""The price of a belief is −ln p, up to infinity."""

import math

import pytest

from ce_core.checks import InputError
from ce_core.examples.surprisal import SurprisalExample


def test_a_fifth_costs_ln_five():
    example = SurprisalExample.of(0.2)
    assert example.surprisal == pytest.approx(math.log(5))
    assert example.bits == pytest.approx(math.log2(5))
    assert example.surprisal_tenth - example.surprisal == pytest.approx(math.log(10))


def test_the_ends():
    assert SurprisalExample.of(1.0).surprisal == 0
    assert SurprisalExample.of(0.0).surprisal == math.inf


@pytest.mark.parametrize("p", [-0.1, 1.1, math.nan])
def test_anything_else_is_no_probability(p):
    with pytest.raises(InputError, match="between 0 and 1"):
        SurprisalExample.of(p)
