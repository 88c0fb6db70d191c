"""Slices: what is planted is found, what is not is not, and names say what a slice is."""

import numpy as np
import pandas as pd
import pytest

from ce_core.account import Condition
from ce_core.account.conditions import levels
from ce_core.account.confirmation import holm
from ce_core.account.predictions import Predictions
from ce_core.account.rows import Rows
from ce_core.account.slices import slices


def planted(seed=0, n=3000):
    """Predictions that are worth less for the old in the north, and for nobody else."""
    rng = np.random.default_rng(seed)
    p = np.clip(rng.beta(0.5, 0.5, n), 0.01, 0.99)
    y = rng.random(n) < p
    age = rng.choice(["young", "old"], n)
    region = rng.choice(["north", "south", "east", "west"], n)
    hit = (age == "old") & (region == "north")
    y[hit] = rng.random(hit.sum()) < 0.5
    rows = Rows(Predictions.checked(y.astype(int), p))
    return rows, {"age": age, "region": region, "noise": rng.normal(size=n)}


def test_a_planted_slice_is_found_and_confirmed():
    rows, columns = planted()
    found = slices(rows, columns)
    worst = found.found[0]
    assert worst.confirmed
    assert {one.column for one in worst.conditions} == {"age", "region"}
    assert str(worst) == "age = old and region = north"
    assert worst.balance.confidence == "overconfident"
    assert worst.excess_confirmed > 0
    assert found.looked_at == 2 + 4 + 8 + 2 * 8 + 4 * 8 + 8
    confirmed = [one for one in found.found if one.confirmed]
    assert all("noise" not in str(one) for one in confirmed)


def test_excess_is_what_the_mean_would_fall_by():
    rows = Rows(Predictions.checked([1] * 400, np.tile([0.9, 0.9, 0.9, 0.1], 100)))
    hard = np.tile([0, 0, 0, 1], 100)
    found = slices(rows, {"hard": hard}).found
    assert str(found[0]) == "hard = 1"
    losses = rows.loss
    share = 100 * (losses[3] - losses.mean()) / 400
    assert found[0].excess_found == pytest.approx(share, rel=0.2)
    assert found[0].excess_confirmed == pytest.approx(share, rel=0.2)


def test_equal_losses_everywhere_have_no_slices():
    rows = Rows(Predictions.checked([1] * 200, [0.5] * 200))
    assert slices(rows, {"x": np.arange(200)}).found == ()


def test_rows_that_paid_infinity_come_first():
    rng = np.random.default_rng(1)
    p = np.full(800, 0.5)
    bad = np.arange(800) % 8 == 0
    p[bad] = 0.0
    found = slices(Rows(Predictions.checked([1] * 800, p)), {"bad": bad, "x": rng.random(800)})
    assert str(found.found[0]) == "bad = True"
    assert found.found[0].balance.infinite == 100
    assert found.found[0].confirmed


def test_a_column_twice_gives_a_slice_once():
    rows, columns = planted()
    once = slices(rows, {"region": columns["region"]}, depth=1)
    twice = slices(rows, {"region": columns["region"], "again": columns["region"]}, depth=2)
    assert [str(one) for one in twice.found] == [str(one) for one in once.found]


def test_deeper_slices_on_request():
    rows, columns = planted()
    counts = [slices(rows, columns, depth=depth).looked_at for depth in (1, 2, 3)]
    assert counts[0] < counts[1] < counts[2]


def test_too_few_rows_to_halve():
    assert slices(Rows(Predictions.checked([1], [0.5])), {"x": [1]}).found == ()


def test_numbers_are_cut_at_quantiles():
    cut = levels("x", np.arange(1000.0))
    assert np.bincount(cut.code).tolist() == [200] * 5
    assert [str(one) for one in cut.levels[:2]] == ["x ≤ 199", "199 < x ≤ 399"]
    assert str(cut.levels[-1]) == "799 < x"


def test_few_numbers_are_levels_themselves_and_missing_ones_too():
    cut = levels("x", np.array([2.0, 1.0, np.nan, 2.0]))
    assert cut.code.tolist() == [1, 0, 2, 1]
    assert [str(one) for one in cut.levels] == ["x = 1", "x = 2", "x is missing"]
    assert levels("x", np.array([np.nan, np.nan])).levels == (Condition("x", "missing"),)


def test_rare_words_are_other():
    words = np.array([f"w{k}" for k in range(40)] * 2 + ["w3"], dtype=object)
    cut = levels("word", words)
    assert len(cut.levels) == 31
    assert str(cut.levels[0]) == "word = w3"
    assert str(cut.levels[-1]) == "word is other"
    assert levels("word", np.array([None, "a"], dtype=object)).code.tolist() == [1, 0]


@pytest.mark.parametrize("values", [[], [0.5], [0.04, 0.01, 0.03, 0.005]])
def test_holm(values):
    corrected = holm(values)
    assert len(corrected) == len(values)
    assert all(after >= before for after, before in zip(corrected, values, strict=True))
    if len(values) == 4:
        assert corrected == pytest.approx([0.06, 0.03, 0.06, 0.02])


def test_what_pandas_has_for_nothing_is_missing():
    cut = levels("w", np.asarray(pd.array(["a", pd.NA], dtype="string")))
    assert [str(one) for one in cut.levels] == ["w = a", "w is missing"]
