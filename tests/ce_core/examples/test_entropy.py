"""What surprise costs on average: coins that one can check by hand, then every distribution."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core.checks import InputError
from ce_core.examples.entropy import EntropyExample


def outcomes(p, q=None, **options) -> EntropyExample:
    names = [f"o{i}" for i in range(len(p))]
    return EntropyExample.of(outcomes=names, p=p, q=q, **options)


distributions = (
    st.lists(st.integers(0, 1000), min_size=2, max_size=20)
    .filter(any)
    .map(lambda counts: np.array(counts) / sum(counts))
)


def test_a_fair_coin_is_one_bit_and_nothing_more():
    coin = outcomes([0.5, 0.5])
    assert (coin.entropy, coin.kl, coin.cross_entropy) == (1.0, 0.0, 1.0)
    assert coin.part.tolist() == [0.5, 0.5]
    assert coin.is_right


@pytest.mark.parametrize(
    ("base", "units"), [(2.0, 1.0), (None, math.log(2)), (10.0, math.log10(2))]
)
def test_bits_nats_and_hartleys(base, units):
    assert outcomes([0.5, 0.5], base=base).entropy == pytest.approx(units)


def test_a_loaded_coin_that_is_thought_fair():
    coin = outcomes([0.9, 0.1], [0.5, 0.5])
    assert coin.cross_entropy == 1.0
    assert coin.entropy == pytest.approx(-0.9 * math.log2(0.9) - 0.1 * math.log2(0.1))
    assert coin.kl == pytest.approx(1 - coin.entropy)
    assert (coin.most_misjudged, coin.saving) == (0, 1)


def test_the_weather_in_powers_of_two():
    weather = outcomes([0.5, 0.25, 0.125, 0.125], [0.25] * 4)
    assert (weather.entropy, weather.cross_entropy) == (1.75, 2.0)
    assert weather.extra.tolist() == [0.5, 0.0, -0.125, -0.125]


def test_what_was_ruled_out_and_comes_costs_infinity():
    weather = outcomes([0.9, 0.1], [1, 0])
    assert weather.part[1] == weather.extra[1] == weather.kl == weather.cross_entropy == math.inf
    assert math.isfinite(weather.entropy)
    assert weather.most_surprising == weather.most_misjudged == 1


def test_what_never_comes_costs_nothing_whatever_was_believed():
    for q in ([1, 0], [0.5, 0.5]):
        sure = outcomes([1, 0], q)
        assert sure.part[1] == sure.own_part[1] == sure.extra[1] == 0


@given(st.data(), distributions)
def test_entropy_and_divergence_add_up_and_the_divergence_is_never_negative(data, p):
    q = np.array(data.draw(st.permutations(p.tolist())))
    example = outcomes(p, q)
    assert example.kl >= 0
    assert 0 <= example.entropy <= math.log2(len(p)) + 1e-12
    assert example.entropy + example.kl == pytest.approx(example.cross_entropy, abs=1e-9)
    assert example.part.sum() == pytest.approx(example.cross_entropy)
    assert example.own_part.sum() == pytest.approx(example.entropy)


def test_swapping_exchanges_the_divergences():
    one, other = outcomes([0.9, 0.1], [0.5, 0.5]), outcomes([0.5, 0.5], [0.9, 0.1])
    assert one.kl_swapped == other.kl != one.kl


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"p": [0.5, 0.6]}, "p must sum to 1"),
        ({"q": [0.5, 0.4]}, "q must sum to 1"),
        ({"p": [1.5, -0.5]}, "p must lie between 0 and 1; position 0 is 1.5"),
        ({"q": [1, 0, 0]}, r"q must have the shape \(2,\); it has \(3,\)"),
        ({"outcomes": ["heads", "heads"]}, "outcomes must differ"),
        ({"base": -2}, "base must be a finite number above 1"),
    ],
)
def test_bad_arrays_are_named(options, sentence):
    coin = {"outcomes": ["heads", "tails"], "p": [0.5, 0.5], "q": [0.5, 0.5]}
    with pytest.raises(InputError, match=sentence):
        EntropyExample.of(**coin | options)
