"""A line, a sigmoid and a price: by hand first, then what must hold for any numbers."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core.checks import InputError
from ce_core.examples.sigmoid import SigmoidExample
from ce_core.losses import binary_cross_entropy

NUMBERS = st.floats(-10, 10, allow_nan=False)
MODEL_B = [0.2, 0.4, 0.7, 0.9]


def article(**options):
    defaults = {
        "students": "ABCD",
        "passed": [0, 0, 1, 1],
        "scores": [-1.4, -0.4, 0.8, 2.2],
        "others": {"Model A": [0.9, 0.3, 0.6, 0.2], "Model B": MODEL_B},
    }
    return SigmoidExample.of(**defaults | options)


def test_by_hand():
    example = SigmoidExample.of(
        students="AB", passed=[True, False], scores=[0, 2], weight=0.5, bias=-1, base=2
    )
    assert example.logits.tolist() == [-1, 0]
    assert example.p_pass == pytest.approx([1 / (1 + math.e), 0.5])
    assert example.surprisal == pytest.approx([math.log2(1 + math.e), 1.0])
    assert example.loss == pytest.approx(math.log2(1 + math.e) + 1)
    assert example.boundary == 2
    assert example.slope[1] == 0.5 * 0.25  # σ'(0) = 1/4


def test_the_start_is_nearly_model_b():
    example = article()
    assert example.p_pass.round(1).tolist() == [0.2, 0.4, 0.7, 0.9]
    assert example.twin == "Model B"
    of_model_b = binary_cross_entropy([0, 0, 1, 1], MODEL_B, base=10, reduction="sum")
    assert example.loss == pytest.approx(of_model_b, abs=0.01)


def test_a_changed_curve_or_score_has_no_twin():
    assert article(weight=2).twin is None
    assert article(scores=[1, -0.4, 0.8, 2.2]).twin is None
    assert article(others={"Model B": [math.nan, 0.4, 0.7, 0.9]}).twin is None
    assert article(others=None).twin is None


def test_the_mean_is_the_sum_over_n():
    total = article(reduction="sum")
    mean = article(reduction="mean")
    assert mean.loss == pytest.approx(total.loss / 4)
    assert mean.terms == pytest.approx(total.surprisal / 4)


def test_without_a_slope_everyone_is_the_same():
    example = article(weight=0, base=2)
    assert example.boundary is None
    assert example.p_pass.tolist() == [0.5] * 4
    assert example.surprisal.tolist() == [1.0] * 4
    assert example.slope.tolist() == [0.0] * 4
    assert example.wrong_side == ()


def test_upside_down_everyone_is_on_the_wrong_side():
    assert article(weight=-1).wrong_side == (0, 1, 2, 3)


def test_a_surprisal_stays_finite_where_the_probability_is_exactly_1():
    example = SigmoidExample.of(
        students=["A"], passed=[False], scores=[10_000], weight=5, base=None
    )
    assert example.p_pass.tolist() == [1.0]
    assert example.surprisal.tolist() == [50_000.0]
    assert example.share(0) == 1.0


def test_a_boundary_at_zero_has_no_sign():
    example = article(weight=-1, bias=0)
    assert math.copysign(1, example.boundary) == 1


@given(weight=NUMBERS, bias=NUMBERS)
def test_the_loss_is_that_of_the_probabilities(weight, bias):
    example = article(weight=weight, bias=bias, base=None)
    p_true = np.where(example.passed, example.p_pass, 1 - example.p_pass)
    if p_true.min() > 1e-6:
        assert example.loss == pytest.approx(-np.log(p_true).sum())
    assert example.loss == pytest.approx(example.terms.sum())
    assert (example.surprisal >= 0).all()


@given(weight=NUMBERS, bias=NUMBERS)
def test_the_slope_is_what_a_small_step_of_score_shows(weight, bias):
    step = 1e-4
    before = article(weight=weight, bias=bias)
    x = before.scores[2]
    near, far = (
        article(scores=[-1.4, -0.4, x + d, 2.2], weight=weight, bias=bias) for d in (-step, step)
    )
    rise = (far.p_pass[2] - near.p_pass[2]) / (2 * step)
    assert before.slope[2] == pytest.approx(rise, abs=1e-4)


@given(weight=NUMBERS, bias=NUMBERS)
def test_the_curve_runs_from_end_to_end_and_through_the_students(weight, bias):
    example = article(weight=weight, bias=bias)
    scores, p_pass = example.curve(-4, 4)
    assert scores[[0, -1]].tolist() == [-4, 4]
    assert len(scores) <= 150
    assert (np.diff(scores) > 0).all()
    # 0.02 is less than the width of the line that is drawn.
    assert np.interp(example.scores, scores, p_pass) == pytest.approx(example.p_pass, abs=0.02)


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_a_line_that_is_not_finite_is_refused(bad):
    with pytest.raises(InputError, match="The weight w must be a finite number"):
        article(weight=bad)
    with pytest.raises(InputError, match="The bias b must be a finite number"):
        article(bias=bad)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"scores": [1, 2, 3]}, r"scores must have the shape \(4,\); it has \(3,\)"),
        ({"scores": [1, 2, math.nan, 4]}, "scores must be finite; position 2 is nan"),
        ({"scores": ["1", "2", "3", "4"]}, "scores must hold real numbers"),
        ({"passed": [0, 0, 1, 2]}, "passed must be true or false, 1 or 0; position 3 is 2"),
        ({"students": "ABCA"}, "students must differ; “A” is there 2 times"),
        ({"others": {"Model C": [0.5]}}, "what Model C says must have the shape"),
        ({"reduction": "none"}, 'reduction must be "sum" or "mean"'),
        ({"base": 1}, "base must be a finite number above 1"),
    ],
)
def test_bad_arrays_are_named(options, sentence):
    with pytest.raises(InputError, match=sentence):
        article(**options)
