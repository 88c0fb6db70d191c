"""The table of outcomes: what is typed is read as it stands, or named and mended."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.entropy.reading import fair_coin, outcome_table, read, swapped
from pages.parts.reading.tables import TableError

LOADED = outcome_table(["heads", "tails"], ["0.9", "0.1"], ["0.5", "0.5"])


def problem(table: pd.DataFrame) -> TableError:
    with pytest.raises(TableError) as caught:
        read(table)
    return caught.value


def with_cells(**cells: str) -> pd.DataFrame:
    return fair_coin().assign(**{name: [cell, "0.5"] for name, cell in cells.items()})


def test_a_table_is_read_as_it_stands():
    example = read(LOADED, base=None)
    assert example.outcomes == ("heads", "tails")
    assert (example.p.tolist(), example.q.tolist()) == ([0.9, 0.1], [0.5, 0.5])
    assert example.base is None
    assert read(LOADED).base == 2.0


def test_swapping_exchanges_what_happens_and_what_is_believed():
    assert read(swapped(LOADED)).p.tolist() == [0.5, 0.5]
    assert read(swapped(LOADED)).kl == read(LOADED).kl_swapped
    assert swapped(swapped(LOADED)).equals(LOADED)


distributions = (
    st.lists(st.integers(0, 1000), min_size=2, max_size=20)
    .filter(any)
    .map(lambda counts: np.array(counts) / sum(counts))
)


@given(distributions)
def test_a_mend_that_scales_gives_a_distribution(p):
    table = outcome_table(
        [f"o{i}" for i in range(len(p))], [f"{x / 2:.6f}" for x in p], ["1"] + ["0"] * (len(p) - 1)
    )
    error = problem(table)
    if error.suggestion is not None:
        assert read(error.suggestion).p.sum() == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize(
    ("cells", "rule", "sentence"),
    [
        ({"p": "-0.5"}, "number_range", "must lie between 0 and 1; outcome heads, p has -0.5."),
        ({"p": "1.5"}, "number_range", "A probability must lie between 0 and 1"),
        ({"q": "<b>"}, "number_text", "A probability must be a number"),
        ({"q": ""}, "number_empty", "A probability is missing; outcome heads, q is empty."),
        ({"p": "nan"}, "number_text", "A probability must be a number"),
        ({"outcome": ""}, "name_empty", "Each outcome needs a name"),
    ],
)
def test_a_bad_cell_is_named(cells, rule, sentence):
    error = problem(with_cells(**cells))
    assert error.rule == rule
    assert sentence in str(error)


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("0,5", "number_comma"),
        ("50%", "number_percent"),
        ("50", "number_range"),
        ("1/2", "number_text"),
    ],
)
def test_an_obvious_mend_is_offered(cell, rule):
    error = problem(with_cells(p=cell))
    assert error.rule == rule
    assert error.suggestion is not None
    assert read(error.suggestion).entropy == 1.0


def test_a_sum_that_is_not_one_names_the_column_and_scales_it():
    error = problem(with_cells(q="0.75"))
    assert error.rule == "distribution_sum"
    assert "those in q sum to 1.25" in str(error)
    assert error.suggestion is not None
    assert error.suggestion["q"].tolist() == ["0.6", "0.4"]
    assert error.suggestion["p"].tolist() == ["0.5", "0.5"]


def test_two_sums_that_are_not_one_are_both_named_and_scaled():
    error = problem(with_cells(p="0.3", q="0.75"))
    assert error.rule == "distribution_sums"
    assert "p sum to 0.8, those in q to 1.25" in str(error)
    assert error.suggestion is not None
    assert error.suggestion["p"].tolist() == ["0.375", "0.625"]


def test_a_tiny_share_is_scaled_and_not_lost():
    table = outcome_table(["a", "b"], ["0.00001", "1"], ["0.5", "0.5"])
    error = problem(table)
    assert error.suggestion is not None
    assert read(error.suggestion).p[0] > 0


def test_zeros_cannot_be_scaled():
    error = problem(outcome_table(["a", "b"], ["0", "0"], ["0.5", "0.5"]))
    assert (error.rule, error.suggestion) == ("distribution_zero", None)


@pytest.mark.parametrize("third", ["0.333333333333", "0.3333333"])
def test_thirds_are_close_enough(third):
    table = outcome_table(list("abc"), [third] * 3)
    assert read(table).entropy == pytest.approx(math.log2(3), abs=1e-5)


def test_duplicates_are_numbered():
    error = problem(fair_coin().assign(outcome="heads"))
    assert error.rule == "name_twice"
    assert error.suggestion is not None
    assert error.suggestion["outcome"].tolist() == ["heads", "heads 2"]


def test_one_outcome_gets_what_is_left_over():
    error = problem(outcome_table(["rain"], ["0.3"], ["x"]))
    assert error.rule == "outcomes_few"
    assert error.suggestion is not None
    assert error.suggestion.iloc[1].tolist() == ["other", "0.7", "0"]


def test_no_outcome_offers_the_fair_coin():
    error = problem(outcome_table([], []))
    assert error.rule == "outcomes_none"
    assert error.suggestion is not None
    assert read(error.suggestion).entropy == 1.0


def test_twenty_outcomes_are_read_and_twenty_one_are_not():
    def uniform(n: int) -> pd.DataFrame:
        return outcome_table([f"o{i}" for i in range(n)], [f"{1 / n:.12g}"] * n)

    assert read(uniform(20)).entropy == pytest.approx(math.log2(20))
    error = problem(uniform(21))
    assert error.rule == "rows_many"
    assert error.suggestion is not None
    assert problem(error.suggestion).rule == "distribution_sums"


def test_rows_without_a_word_are_no_outcomes():
    empty = pd.DataFrame([["", " ", ""]], columns=["outcome", "p", "q"])
    table = pd.concat([fair_coin(), empty], ignore_index=True)
    assert read(table).outcomes == ("heads", "tails")
