"""What surprise costs on average: coins that one can check by hand, then every distribution."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core.examples.coin import CoinExample
from ce_core.examples.entropy import EntropyExample, fair_coin, outcome_table, swapped
from ce_core.examples.tables import TableError

LOADED = outcome_table(["heads", "tails"], ["0.9", "0.1"], ["0.5", "0.5"])


def problem(table: pd.DataFrame) -> TableError:
    with pytest.raises(TableError) as caught:
        EntropyExample.from_table(table)
    return caught.value


def with_cells(**cells: str) -> pd.DataFrame:
    return fair_coin().assign(**{name: [cell, "0.5"] for name, cell in cells.items()})


def test_a_fair_coin_is_one_bit_and_nothing_more():
    coin = EntropyExample.from_table(fair_coin())
    assert (coin.entropy, coin.kl, coin.cross_entropy) == (1.0, 0.0, 1.0)
    assert coin.part.tolist() == [0.5, 0.5]
    assert coin.is_right


@pytest.mark.parametrize(
    ("base", "units"), [(2.0, 1.0), (None, math.log(2)), (10.0, math.log10(2))]
)
def test_bits_nats_and_hartleys(base, units):
    assert EntropyExample.from_table(fair_coin(), base=base).entropy == pytest.approx(units)


def test_a_loaded_coin_that_is_thought_fair():
    coin = EntropyExample.from_table(LOADED)
    assert coin.cross_entropy == 1.0
    assert coin.entropy == pytest.approx(-0.9 * math.log2(0.9) - 0.1 * math.log2(0.1))
    assert coin.kl == pytest.approx(1 - coin.entropy)
    assert (coin.dearest, coin.saving) == (0, 1)


def test_swapping_exchanges_the_divergences():
    one, other = (EntropyExample.from_table(table) for table in (LOADED, swapped(LOADED)))
    assert one.kl_swapped == other.kl != one.kl
    assert swapped(swapped(LOADED)).equals(LOADED)


def test_the_weather_in_powers_of_two():
    p = ["0.5", "0.25", "0.125", "0.125"]
    weather = EntropyExample.from_table(outcome_table(list("abcd"), p, ["0.25"] * 4))
    assert (weather.entropy, weather.cross_entropy) == (1.75, 2.0)
    assert weather.extra.tolist() == [0.5, 0.0, -0.125, -0.125]


def test_what_was_ruled_out_and_comes_costs_infinity():
    table = outcome_table(["sun", "rain"], ["0.9", "0.1"], ["1", "0"])
    weather = EntropyExample.from_table(table)
    assert weather.part[1] == weather.extra[1] == weather.kl == weather.cross_entropy == math.inf
    assert math.isfinite(weather.entropy)
    assert weather.costliest == weather.dearest == 1


def test_what_never_comes_costs_nothing_whatever_was_believed():
    for q in (["1", "0"], ["0.5", "0.5"]):
        sure = EntropyExample.from_table(outcome_table(["sun", "rain"], ["1", "0"], q))
        assert sure.part[1] == sure.own_part[1] == sure.extra[1] == 0


distributions = (
    st.lists(st.integers(0, 1000), min_size=2, max_size=20)
    .filter(any)
    .map(lambda counts: np.array(counts) / sum(counts))
)


@given(st.data(), distributions)
def test_entropy_and_divergence_add_up_and_the_divergence_is_never_negative(data, p):
    q = np.array(data.draw(st.permutations(p.tolist())))
    names = [f"o{i}" for i in range(len(p))]
    table = outcome_table(names, [repr(float(x)) for x in p], [repr(float(x)) for x in q])
    example = EntropyExample.from_table(table)
    assert example.kl >= 0
    assert 0 <= example.entropy <= math.log2(len(p)) + 1e-12
    assert example.entropy + example.kl == pytest.approx(example.cross_entropy, abs=1e-9)
    assert example.part.sum() == pytest.approx(example.cross_entropy)
    assert example.own_part.sum() == pytest.approx(example.entropy)


@given(distributions)
def test_a_mend_that_scales_gives_a_distribution(p):
    table = outcome_table(
        [f"o{i}" for i in range(len(p))], [f"{x / 2:.6f}" for x in p], ["1"] + ["0"] * (len(p) - 1)
    )
    error = problem(table)
    if error.mend is not None:
        assert EntropyExample.from_table(error.mend).p.sum() == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize(
    ("cells", "rule"),
    [
        ({"p": "-0.5"}, "number_range"),
        ({"p": "1.5"}, "number_range"),
        ({"q": "half"}, "number_text"),
        ({"q": ""}, "number_empty"),
        ({"p": "nan"}, "number_text"),
        ({"outcome": ""}, "name_empty"),
    ],
)
def test_a_bad_cell_is_named(cells, rule):
    assert problem(with_cells(**cells)).rule == rule


@pytest.mark.parametrize(
    ("cell", "rule"), [("0,5", "number_comma"), ("50%", "number_percent"), ("50", "number_range")]
)
def test_an_obvious_mend_is_offered(cell, rule):
    error = problem(with_cells(p=cell))
    assert error.rule == rule
    assert error.mend is not None
    assert EntropyExample.from_table(error.mend).entropy == 1.0


def test_a_sum_that_is_not_one_names_the_column_and_scales_it():
    error = problem(with_cells(q="0.75"))
    assert error.rule == "distribution_sum"
    assert "those in q sum to 1.25" in str(error)
    assert error.mend is not None
    assert error.mend["q"].tolist() == ["0.6", "0.4"]
    assert error.mend["p"].tolist() == ["0.5", "0.5"]


def test_two_sums_that_are_not_one_are_both_named_and_scaled():
    error = problem(with_cells(p="0.3", q="0.75"))
    assert error.rule == "distribution_sums"
    assert "p sum to 0.8, those in q to 1.25" in str(error)
    assert error.mend is not None
    assert error.mend["p"].tolist() == ["0.375", "0.625"]


def test_a_tiny_share_is_scaled_and_not_lost():
    table = outcome_table(["a", "b"], ["0.00001", "1"], ["0.5", "0.5"])
    error = problem(table)
    assert error.mend is not None
    assert EntropyExample.from_table(error.mend).p[0] > 0


def test_zeros_cannot_be_scaled():
    error = problem(outcome_table(["a", "b"], ["0", "0"], ["0.5", "0.5"]))
    assert (error.rule, error.mend) == ("distribution_zero", None)


@pytest.mark.parametrize("third", ["0.333333333333", "0.3333333"])
def test_thirds_are_close_enough(third):
    table = outcome_table(list("abc"), [third] * 3)
    assert EntropyExample.from_table(table).entropy == pytest.approx(math.log2(3), abs=1e-5)


def test_duplicates_are_numbered():
    error = problem(fair_coin().assign(outcome="heads"))
    assert error.rule == "name_twice"
    assert error.mend is not None
    assert error.mend["outcome"].tolist() == ["heads", "heads 2"]


def test_one_outcome_gets_what_is_left_over():
    error = problem(outcome_table(["rain"], ["0.3"], ["x"]))
    assert error.rule == "outcomes_few"
    assert error.mend is not None
    assert error.mend.iloc[1].tolist() == ["other", "0.7", "0"]


def test_no_outcome_offers_the_fair_coin():
    error = problem(outcome_table([], []))
    assert error.rule == "outcomes_none"
    assert error.mend is not None
    assert EntropyExample.from_table(error.mend).entropy == 1.0


def test_twenty_outcomes_are_read_and_twenty_one_are_not():
    def uniform(n: int) -> pd.DataFrame:
        return outcome_table([f"o{i}" for i in range(n)], [f"{1 / n:.12g}"] * n)

    assert EntropyExample.from_table(uniform(20)).entropy == pytest.approx(math.log2(20))
    error = problem(uniform(21))
    assert error.rule == "rows_many"
    assert error.mend is not None
    assert problem(error.mend).rule == "distribution_sums"


def test_rows_without_a_word_are_no_outcomes():
    empty = pd.DataFrame([["", " ", ""]], columns=["outcome", "p", "q"])
    table = pd.concat([fair_coin(), empty], ignore_index=True)
    assert EntropyExample.from_table(table).outcomes == ("heads", "tails")


def test_the_coins_line_touches_the_curve_where_the_belief_is_right():
    coin = CoinExample.from_beliefs(0.7, 0.3)
    gaps = coin.prices - coin.entropies
    assert gaps.min() >= -1e-12
    assert gaps.argmin() == 30
    assert coin.prices[70] == pytest.approx(coin.cross_entropy)
    assert np.diff(coin.prices, 2) == pytest.approx(0, abs=1e-12)


def test_a_certain_belief_pays_infinity_for_every_other_coin():
    coin = CoinExample.from_beliefs(0.5, 1.0)
    assert coin.cross_entropy == coin.kl == math.inf
    assert np.isfinite(coin.prices).tolist() == [False] * 100 + [True]


@pytest.mark.parametrize(("p", "q"), [(-0.1, 0.5), (0.5, 1.1), (math.nan, 0.5)])
def test_a_coin_needs_probabilities(p, q):
    with pytest.raises(ValueError, match="between 0 and 1"):
        CoinExample.from_beliefs(p, q)
