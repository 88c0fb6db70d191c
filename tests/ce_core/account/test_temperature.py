"""One temperature: found where there is one, its corners in words, sold for no more than it is."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ce_core
from ce_core.account.predictions import Predictions
from ce_core.account.rows import Rows
from ce_core.account.temperature import CORNERS, temperature


def fitted(y, p, **options):
    return temperature(Rows(Predictions.checked(y, p, **options)))


def test_by_hand():
    """Three of four came true where 99 % was given: at T = ln 99 / ln 3 it says 3 / 4."""
    found = fitted([1, 1, 1, 0], [0.99] * 4)
    assert found.value == pytest.approx(math.log(99) / math.log(3), rel=1e-12)
    assert found.loss == pytest.approx(-0.75 * math.log(0.75) - 0.25 * math.log(0.25), rel=1e-14)
    assert found.corner is None


@given(st.floats(0.05, 20), st.integers(0, 100))
def test_scores_multiplied_by_c_have_c_times_the_temperature(factor, seed):
    rng = np.random.default_rng(seed)
    z, y = rng.normal(size=(60, 3)), rng.integers(0, 3, 60)
    z[np.arange(60), y] += 0.5
    plain = fitted(y, z, kind="logits")
    scaled = fitted(y, factor * z, kind="logits")
    assert scaled.value == pytest.approx(factor * plain.value, rel=1e-9)
    assert scaled.loss == pytest.approx(plain.loss, rel=1e-12)


def test_no_other_temperature_is_better():
    rng = np.random.default_rng(0)
    z, y = 5 * rng.normal(size=(200, 4)), rng.integers(0, 4, 200)
    z[np.arange(200), y] += 4
    best = fitted(y, z, kind="logits")
    for factor in (0.9, 0.999, 1.001, 1.1):
        p = ce_core.softmax(z, temperature=factor * best.value)
        assert ce_core.categorical_cross_entropy(y, p) > best.loss


@pytest.mark.parametrize(
    ("y", "p", "corner", "value", "loss"),
    [
        ([0, 1], [0.1, 0.6], "all_right", 0, 0),
        ([0, 1], [0.5, 0.5], "useless", math.inf, math.log(2)),
        ([0, 1], [0.3, 0.3], "useless", math.inf, math.log(2)),
        ([0] * 40 + [1] * 40, [0.9] * 40 + [0.2] * 40, "reversed", math.inf, math.log(2)),
    ],
)
def test_corners(y, p, corner, value, loss):
    found = fitted(y, p)
    assert (found.corner, found.value, found.loss) == (corner, value, pytest.approx(loss))
    assert found.sentences == (CORNERS[corner],)


def test_rows_that_paid_infinity_stay_so():
    found = fitted([1, 1, 1, 1, 0], [0.0, 0.99, 0.99, 0.99, 0.99])
    assert found.always_infinite == 1
    assert found.value == pytest.approx(math.log(99) / math.log(3))
    assert "rows that paid ∞: 1" in found.sentences[-1]
    nothing_left = fitted([1], [0.0])
    assert math.isnan(nothing_left.value)
    assert not nothing_left.worthwhile


def test_what_has_no_chance_has_none_at_any_temperature():
    p = [[0.5, 0.5, 0.0], [0.2, 0.8, 0.0], [0.7, 0.0, 0.3]]
    two = [[0.5, 0.5, 0.0], [0.2, 0.8, 0.0], [0.7, 0.0, 0.3]]
    assert fitted([1, 0, 0], p).value == fitted([1, 0, 0], two).value
    assert fitted([1, 0, 2], p).corner == "useless"


def test_overconfidence_is_worth_mending_on_unseen_rows():
    rng = np.random.default_rng(1)
    z = rng.normal(size=1000)
    y = (rng.random(1000) < ce_core.sigmoid(z)).astype(int)
    found = fitted(y, 4 * z, kind="logits")
    assert found.value == pytest.approx(4, rel=0.2)
    assert found.worthwhile
    assert not fitted(y, z, kind="logits").worthwhile
    assert found.saving < fitted(y, 8 * z, kind="logits").saving


def test_a_half_that_was_all_right_teaches_the_other_nothing():
    y = np.zeros(30, int)
    p = np.full(30, 0.1)
    p[2] = 0.9
    found = fitted(y, p)
    assert 0 in found.halves
    assert found.saving == -math.inf
    assert not found.worthwhile


def test_code_applies_it():
    import numpy  # as the snippet calls it

    p = np.array([[0.9, 0.1], [0.8, 0.2], [0.99, 0.01]])
    found = fitted([0, 1, 0], p)
    names = {"numpy": numpy, "ce_core": ce_core, "y_pred": p}
    exec(found.code(), names)
    assert ce_core.categorical_cross_entropy([0, 1, 0], names["calibrated"]) == pytest.approx(
        found.loss
    )
    names["y_pred"] = np.log(p)
    exec(found.code("logits"), names)
    assert ce_core.categorical_cross_entropy([0, 1, 0], names["calibrated"]) == pytest.approx(
        found.loss
    )
