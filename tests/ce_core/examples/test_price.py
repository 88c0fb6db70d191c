"""The price of a belief is −ln p, up to infinity."""

import math

import pytest

from ce_core.checks import InputError
from ce_core.examples.price import PriceExample


def test_a_fifth_costs_ln_five():
    example = PriceExample.of(0.2)
    assert example.price == pytest.approx(math.log(5))
    assert example.bits == pytest.approx(math.log2(5))
    assert example.price_tenth - example.price == pytest.approx(math.log(10))


def test_the_ends():
    assert PriceExample.of(1.0).price == 0
    assert PriceExample.of(0.0).price == math.inf


@pytest.mark.parametrize("p", [-0.1, 1.1, math.nan])
def test_anything_else_is_no_probability(p):
    with pytest.raises(InputError, match="between 0 and 1"):
        PriceExample.of(p)
