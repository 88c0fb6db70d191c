"""Two models on the same rows: paired, split into parts, and decided only where the rows tell."""

import math

import numpy as np
import pytest

from ce_core import sigmoid
from ce_core.account import compare_models


def compare(*args, **options):
    return compare_models(*args, libraries=False, **options)


def two_models(n, seed=0):
    rng = np.random.default_rng(seed)
    z = 2 * rng.normal(size=n)
    y = (rng.random(n) < sigmoid(z)).astype(int)
    return y, sigmoid(z), sigmoid(z + rng.normal(size=n))


def test_the_better_one_is_found_by_pairs():
    y, good, worse = two_models(1000)
    found = compare(y, worse, good)
    assert found.better == "second"
    assert found.difference == pytest.approx(found.first.loss - found.second.loss)
    assert 0 < found.low < found.difference < found.high
    assert found.interval == "bootstrap"
    back = compare(y, good, worse)
    assert (back.better, back.difference) == ("first", pytest.approx(-found.difference))


def test_many_rows_have_a_normal_interval():
    found = compare(*two_models(6000))
    assert (found.interval, found.better) == ("normal", "first")
    assert found.high - found.difference == pytest.approx(2.5758293 * found.standard_error)


def test_parts_of_the_difference_add_up():
    found = compare(*two_models(500))
    parts = found.parts
    assert parts["miscalibration"] - parts["discrimination"] + parts["naming"] == pytest.approx(
        found.difference, abs=1e-15
    )
    assert parts["expected"] + parts["surplus"] == pytest.approx(found.difference, abs=1e-15)


def test_a_model_and_itself():
    found = compare([0, 1, 1], [0.2, 0.7, 0.6], [0.2, 0.7, 0.6])
    assert (found.difference, found.low, found.high, found.better) == (0, 0, 0, None)


def test_infinity_decides_where_only_one_paid_it():
    y, p = [1, 1, 0, 0], [0.5, 0.5, 0.5, 0.5]
    impossible = [0.0, 0.9, 0.1, 0.1]
    found = compare(y, impossible, p)
    assert (found.difference, found.better) == (math.inf, "second")
    assert (found.only_first, found.only_second) == (1, 0)
    assert found.difference_of_finite == pytest.approx(math.log(0.5 / 0.9))
    both = compare(y, impossible, [0.9, 0.0, 0.1, 0.1])
    assert math.isnan(both.difference)
    assert both.better is None


def test_one_row_tells_nothing():
    found = compare([1], [0.5], [0.9])
    assert (found.interval, found.better) == ("none", None)
