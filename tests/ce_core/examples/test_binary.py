"""Two models, four students: the article's numbers, then what must hold for any class."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core import article as source
from ce_core.checks import InputError
from ce_core.examples.binary import StudentExample

MODEL_A, MODEL_B = [0.9, 0.3, 0.6, 0.2], [0.2, 0.4, 0.7, 0.9]


def four(*, a=MODEL_A, b=MODEL_B, **options) -> StudentExample:
    """Return the article's students, of whom two models say `a` and `b`."""
    defaults = {
        "students": [student.name for student in source.STUDENTS],
        "models": source.MODELS,
        "passed": [student.outcome == "pass" for student in source.STUDENTS],
        "p_pass": np.column_stack([a, b]),
    }
    return StudentExample.of(**defaults | options)


@pytest.fixture
def article() -> StudentExample:
    return four()


def test_what_happened_had_these_probabilities(article):
    assert article.p_true[:, 0] == pytest.approx([0.1, 0.7, 0.6, 0.2])
    assert article.p_true[:, 1] == pytest.approx([0.8, 0.6, 0.7, 0.9])


def test_the_articles_products_and_losses(article):
    assert article.likelihood == pytest.approx([0.0084, 0.3024])
    assert article.loss == pytest.approx([2.07572071394, 0.519418213171], rel=1e-11)
    assert article.best == (1,)
    assert article.times_likelier(1, 0) == pytest.approx(36)


def test_student_a_costs_model_a_most(article):
    assert article.most_surprising(0) == 0
    assert article.share(0, 0) == pytest.approx(1 / 2.07572071394)


@pytest.mark.parametrize(("base", "one"), [(10.0, 10.0), (None, math.e), (2.0, 2.0)])
def test_the_base_is_the_unit(base, one):
    example = four(base=base)
    assert example.loss[0] == pytest.approx(-math.log(0.0084) / math.log(one))


def test_the_mean_is_the_sum_over_n():
    mean = four(reduction="mean")
    assert mean.loss == pytest.approx([2.07572071394 / 4, 0.519418213171 / 4])
    assert mean.terms.sum(axis=0) == pytest.approx(mean.loss)


def test_certain_and_wrong_costs_infinity():
    example = four(a=[0.9, 0.3, 0.6, 0])
    assert example.surprisal[3, 0] == math.inf
    assert example.loss[0] == math.inf
    assert example.likelihood[0] == 0
    assert math.isnan(example.share(0, 3))


def test_certain_and_right_costs_nothing():
    example = four(a=[0, 0.3, 0.6, 0.2])
    assert example.surprisal[0, 0] == 0


def test_two_ruled_out_models_are_not_compared():
    example = four(a=[0.9, 0.3, 0.6, 0], b=[0.2, 0.4, 0.7, 0])
    assert math.isnan(example.times_likelier(0, 1))


def test_one_student_and_one_model_are_enough():
    example = StudentExample.of(students="A", models=["M"], passed=[False], p_pass=[[0.9]])
    assert example.loss == pytest.approx([1.0])


@given(st.permutations(range(4)))
def test_the_order_of_students_does_not_matter(order):
    rows = list(order)
    shuffled = StudentExample.of(
        students=[source.STUDENTS[row].name for row in rows],
        models=source.MODELS,
        passed=np.array([0, 0, 1, 1])[rows],
        p_pass=np.column_stack([MODEL_A, MODEL_B])[rows],
    )
    assert shuffled.loss == pytest.approx([2.07572071394, 0.519418213171])


@given(
    st.lists(st.tuples(st.booleans(), st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=20),
    st.sampled_from([10.0, None, 2.0]),
    st.sampled_from(["sum", "mean"]),
)
def test_terms_add_up_to_the_loss_and_nothing_is_negative(rows, base, reduction):
    example = StudentExample.of(
        students=[str(i) for i in range(len(rows))],
        models=source.MODELS,
        passed=[passed for passed, *_ in rows],
        p_pass=[p for _, *p in rows],
        base=base,
        reduction=reduction,
    )
    assert (example.surprisal >= 0).all()
    assert example.terms.sum(axis=0) == pytest.approx(example.loss)


def test_tied_models_are_both_best():
    tied = four(b=MODEL_A)
    assert tied.best == (0, 1)
    assert np.ptp(tied.loss) == 0


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"a": [0.9, 0.3, 1.2, 0.2]}, r"p_pass must lie between 0 and 1; position \(2, 0\) is 1.2"),
        ({"a": [0.9, 0.3, math.nan, 0.2]}, "p_pass must not be NaN"),
        ({"p_pass": [MODEL_A, MODEL_B]}, r"p_pass must have the shape \(4, 2\); it has \(2, 4\)"),
        ({"p_pass": [["0.5"] * 2] * 4}, "p_pass must hold real numbers"),
        ({"passed": [0, 1, 1]}, r"passed must have the shape \(4,\)"),
        ({"passed": [0, 0.5, 1, 1]}, "passed must be true or false"),
        ({"students": "ABBD"}, "students must differ; “B” is there 2 times"),
        ({"students": []}, "students must be names, at least one"),
        ({"models": [1, 2]}, "models must be names"),
        ({"reduction": "none"}, 'reduction must be "sum" or "mean"'),
        ({"base": 0}, "base must be a finite number above 1"),
    ],
)
def test_bad_arrays_are_named(options, sentence):
    with pytest.raises(InputError, match=sentence):
        four(**options)


def test_the_example_keeps_its_own_copy():
    p_pass = np.column_stack([MODEL_A, MODEL_B])
    example = four(p_pass=p_pass)
    p_pass[:] = 0.5
    assert example.p_pass[:, 0].tolist() == MODEL_A
