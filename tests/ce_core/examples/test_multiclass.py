"""Fruit in containers: the article's numbers, then what must hold for any containers."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core.checks import InputError
from ce_core.examples.multiclass import FruitExample
from ce_core.losses import categorical_cross_entropy

ARTICLE = {"A": [0.7, 0.2, 0.1], "B": [0.3, 0.4, 0.3], "C": [0.1, 0.5, 0.4]}


def believing(base=10.0, reduction="sum", **columns: list[float]) -> FruitExample:
    """Return the article's containers, of which some are believed otherwise."""
    return FruitExample.of(
        fruits=["orange", "apple", "lemon"],
        containers=["A", "B", "C"],
        p=np.column_stack(list((ARTICLE | columns).values())),
        inside=[0, 2, 2],
        base=base,
        reduction=reduction,
    )


@pytest.fixture
def article() -> FruitExample:
    return believing()


def test_the_fruits_inside_had_these_probabilities(article):
    assert article.p_true.tolist() == [0.7, 0.3, 0.4]


def test_the_articles_product_and_loss(article):
    assert article.product == pytest.approx(0.084)
    assert article.loss == pytest.approx(1.07572071394, rel=1e-11)
    assert article.surprisal == pytest.approx([0.15490196, 0.52287875, 0.39794001])


def test_y_is_one_hot(article):
    assert article.y.tolist() == [[1, 0, 0], [0, 0, 0], [0, 1, 1]]


def test_lemon_in_b_costs_most(article):
    assert article.most_surprising == 1
    assert article.share == pytest.approx(0.52287875 / 1.07572071)


def test_the_likeliest_fruit_is_inside_once_and_a_tie_is_no_bet(article):
    assert article.right_bets == 1
    tied = believing(A=[0.5, 0.5, 0])
    assert tied.right_bets == 0


@pytest.mark.parametrize(("base", "one"), [(10.0, 10.0), (None, math.e), (2.0, 2.0)])
def test_the_base_is_the_unit(base, one):
    example = believing(base=base)
    assert example.loss == pytest.approx(-math.log(0.084) / math.log(one))


def test_the_mean_is_the_sum_over_n():
    mean = believing(reduction="mean")
    assert mean.loss == pytest.approx(1.07572071394 / 3)
    assert mean.terms.sum() == pytest.approx(mean.loss)
    assert mean.surprisal[1] == pytest.approx(0.52287875)


def test_a_fruit_ruled_out_costs_infinity():
    example = believing(C=[0.4, 0.6, 0])
    assert example.surprisal[2] == math.inf
    assert example.loss == math.inf
    assert example.product == 0
    assert math.isnan(example.share)


def test_a_fruit_ruled_out_that_is_not_inside_costs_nothing():
    example = believing(C=[0, 0.6, 0.4])
    assert example.loss == pytest.approx(1.07572071394)


def test_certain_and_right_costs_nothing():
    example = believing(A=[1, 0, 0], B=[0, 0, 1], C=[0, 0, 1])
    assert example.loss == 0
    assert math.isnan(example.share)
    assert example.right_bets == 3


def test_no_idea_costs_the_logarithm_of_the_number_of_fruits():
    no_idea = FruitExample.of(
        fruits="abcd", containers="XY", p=np.full((4, 2), 0.25), inside=[2, 0], base=2.0
    )
    assert no_idea.surprisal.tolist() == [2, 2]


def test_nothing_is_rescaled():
    with pytest.raises(InputError, match=r"those in A sum to 1\.1"):
        believing(A=[0.7, 0.3, 0.1])


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


def example_of(columns, **options) -> FruitExample:
    p = np.column_stack([p for _, p in columns])
    return FruitExample.of(
        fruits=[f"F{i}" for i in range(len(p))],
        containers=[f"C{i}" for i in range(len(columns))],
        p=p / p.sum(axis=0),
        inside=[true for true, _ in columns],
        **options,
    )


@given(tables, st.sampled_from([10.0, None, 2.0]), st.sampled_from(["sum", "mean"]))
def test_terms_add_up_to_the_loss_and_one_hot_rows_give_the_same(columns, base, reduction):
    example = example_of(columns, base=base, reduction=reduction)
    assert (example.surprisal >= 0).all()
    assert example.terms.sum() == pytest.approx(example.loss)
    assert example.y.sum(axis=0).tolist() == [1] * len(columns)
    rows = categorical_cross_entropy(example.y.T, example.p.T, base=base, reduction=reduction)
    assert rows == pytest.approx(example.loss)


@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_containers_and_fruits_does_not_matter(columns, random):
    example = example_of(columns)
    order = list(range(len(example.containers)))
    random.shuffle(order)
    rows = list(range(len(example.fruits)))
    random.shuffle(rows)
    shuffled = FruitExample.of(
        fruits=[example.fruits[row] for row in rows],
        containers=[example.containers[i] for i in order],
        p=example.p[np.ix_(rows, order)],
        inside=[rows.index(example.inside[i]) for i in order],
    )
    assert shuffled.surprisal == pytest.approx(example.surprisal[order])
    assert shuffled.loss == pytest.approx(example.loss)


@given(tables)
def test_only_the_outlined_cells_count(columns):
    example = example_of(columns)
    others = 1 - example.p_true
    spread = np.where(example.y == 1, example.p, others / (len(example.fruits) - 1))
    same = categorical_cross_entropy(example.inside, spread.T, base=10, reduction="none")
    assert same == pytest.approx(example.surprisal)
