"""Fruit in containers: the article's numbers, then what must hold for any containers."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core.checks import InputError
from ce_core.examples.containers import article_containers, container_table
from ce_core.examples.multiclass import FruitExample
from ce_core.examples.shares import decimals
from ce_core.losses import categorical_cross_entropy


@pytest.fixture
def article() -> FruitExample:
    return FruitExample.from_table(article_containers())


def believing(**columns: list[str]) -> pd.DataFrame:
    table = article_containers()
    for container, cells in columns.items():
        table.loc[1:, container] = cells
    return table


def test_the_fruits_inside_had_these_probabilities(article):
    assert article.p_true.tolist() == [0.7, 0.3, 0.4]


def test_the_articles_product_and_loss(article):
    assert article.product == pytest.approx(0.084)
    assert article.loss == pytest.approx(1.07572071394, rel=1e-11)
    assert article.price == pytest.approx([0.15490196, 0.52287875, 0.39794001])


def test_y_is_one_hot(article):
    assert article.y.tolist() == [[1, 0, 0], [0, 0, 0], [0, 1, 1]]


def test_lemon_in_b_costs_most(article):
    assert article.costliest == 1
    assert article.share == pytest.approx(0.52287875 / 1.07572071)


def test_the_likeliest_fruit_is_inside_once_and_a_tie_is_no_bet(article):
    assert article.right_bets == 1
    tied = FruitExample.from_table(believing(A=["0.5", "0.5", "0"]))
    assert tied.right_bets == 0


@pytest.mark.parametrize(("base", "one"), [(10.0, 10.0), (None, math.e), (2.0, 2.0)])
def test_the_base_is_the_unit(base, one):
    example = FruitExample.from_table(article_containers(), base=base)
    assert example.loss == pytest.approx(-math.log(0.084) / math.log(one))


def test_the_mean_is_the_sum_over_n():
    mean = FruitExample.from_table(article_containers(), reduction="mean")
    assert mean.loss == pytest.approx(1.07572071394 / 3)
    assert mean.terms.sum() == pytest.approx(mean.loss)
    assert mean.price[1] == pytest.approx(0.52287875)


def test_a_fruit_ruled_out_costs_infinity():
    example = FruitExample.from_table(believing(C=["0.4", "0.6", "0"]))
    assert example.price[2] == math.inf
    assert example.loss == math.inf
    assert example.product == 0
    assert math.isnan(example.share)


def test_a_fruit_ruled_out_that_is_not_inside_costs_nothing():
    example = FruitExample.from_table(believing(C=["0", "0.6", "0.4"]))
    assert example.loss == pytest.approx(1.07572071394)


def test_certain_and_right_costs_nothing():
    example = FruitExample.from_table(
        believing(A=["1", "0", "0"], B=["0", "0", "1"], C=["0", "0", "1"])
    )
    assert example.loss == 0
    assert math.isnan(example.share)
    assert example.right_bets == 3


def test_no_idea_costs_the_logarithm_of_the_number_of_fruits():
    cells = ["0.25"] * 4
    table = container_table(["a", "b", "c", "d"], {"X": ("c", cells), "Y": ("a", cells)})
    assert FruitExample.from_table(table, base=2.0).price.tolist() == [2, 2]


def test_nothing_is_rescaled():
    with pytest.raises(InputError, match=r"those in A sum to 1\.1"):
        FruitExample.from_table(believing(A=["0.7", "0.3", "0.1"]))


tables = st.integers(2, 20).flatmap(
    lambda fruits: st.lists(
        st.tuples(
            st.integers(0, fruits - 1),
            st.lists(st.floats(0.001, 1), min_size=fruits, max_size=fruits),
        ),
        min_size=1,
        max_size=50,
    )
)


def table_of(columns) -> pd.DataFrame:
    fruits = [f"F{i}" for i in range(len(columns[0][1]))]
    return container_table(
        fruits, {f"C{i}": (fruits[t], decimals(p)) for i, (t, p) in enumerate(columns)}
    )


@given(tables, st.sampled_from([10.0, None, 2.0]), st.sampled_from(["sum", "mean"]))
def test_terms_add_up_to_the_loss_and_one_hot_rows_give_the_same(columns, base, reduction):
    example = FruitExample.from_table(table_of(columns), base=base, reduction=reduction)
    assert (example.price >= 0).all()
    assert example.terms.sum() == pytest.approx(example.loss)
    assert example.y.sum(axis=0).tolist() == [1] * len(columns)
    rows = categorical_cross_entropy(example.y.T, example.p.T, base=base, reduction=reduction)
    assert rows == pytest.approx(example.loss)


@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_containers_and_fruits_does_not_matter(columns, random):
    table = table_of(columns)
    example = FruitExample.from_table(table)
    names = list(example.containers)
    random.shuffle(names)
    rows = list(range(len(table)))
    random.shuffle(rows)
    shuffled = FruitExample.from_table(table[[*table.columns[:3], *names]].iloc[rows])
    prices = dict(zip(example.containers, example.price, strict=True))
    assert shuffled.price == pytest.approx([prices[name] for name in names])
    assert shuffled.loss == pytest.approx(example.loss)


@given(tables)
def test_only_the_outlined_cells_count(columns):
    example = FruitExample.from_table(table_of(columns))
    others = 1 - example.p_true
    spread = np.where(example.y == 1, example.p, others / (len(example.fruits) - 1))
    same = categorical_cross_entropy(example.inside, spread.T, base=10, reduction="none")
    assert same == pytest.approx(example.price)
