"""Balance, reliability, tail, classes and confusion: small cases with a plain answer."""

import math

import numpy as np
import pytest

from ce_core.account import loss_account
from ce_core.account.balance import confidence
from ce_core.account.halves import first_half
from ce_core.account.parts import cross_fitted
from ce_core.account.predictions import Predictions
from ce_core.account.reliability import bins
from ce_core.account.rows import Rows


def account(*args, **options):
    return loss_account(*args, libraries=False, **options)


def rows(*args, **options):
    return Rows(Predictions.checked(*args, **options))


def test_a_rare_surprise_is_no_overconfidence_but_several_are():
    p = np.full(50, 0.001)
    y = np.zeros(50, int)
    y[0] = 1
    assert account(y, p).balance.z > 4
    assert account(y, p).balance.confidence == "as_expected"
    y[:3] = 1
    assert account(y, p).balance.confidence == "overconfident"


def test_more_groups_need_more_to_stand_out():
    assert confidence(2.7, 0.0) == "overconfident"
    assert confidence(2.7, 0.0, looked_at=10) == "as_expected"


def test_a_class_is_held_against_what_all_rows_set_aside_for_it():
    first, second = account([0, 0, 1, 1], [0.25] * 4).by_class
    assert (second.count, second.expected_weight) == (2, 1)
    assert second.loss == pytest.approx(math.log(4))
    assert second.paid == pytest.approx(2 * math.log(4) / 4)
    assert second.expected == pytest.approx(4 * 0.25 * math.log(4) / 4)
    assert second.z == pytest.approx(math.log(4) / math.sqrt(4 * 0.25 * 0.75 * math.log(4) ** 2))
    assert first.share + second.share == pytest.approx(1)


def test_a_class_that_never_came_true_has_a_place():
    empty = account([0, 1], [[0.5, 0.25, 0.25], [0.25, 0.5, 0.25]]).by_class[2]
    assert (empty.count, empty.paid, empty.share) == (0, 0, 0)
    assert math.isnan(empty.loss)
    assert empty.expected == pytest.approx(0.25 * math.log(4))


def test_what_was_taken_for_what():
    found = account([0, 0, 1], [[0.5, 0.25, 0.25], [0.25, 0.5, 0.25], [0.25, 0.5, 0.25]])
    assert found.confusion.count.tolist() == [[1, 1, 0], [0, 1, 0], [0, 0, 0]]
    assert found.confusion.nats[0] == pytest.approx([math.log(2) / 3, math.log(4) / 3, 0])


def test_worst_rows_come_first():
    found = account([0, 1, 0], [0.1, 0.1, 0.5])
    assert [one.row for one in found.tail.worst] == [1, 2, 0]
    worst = found.tail.worst[0]
    assert (worst.label, worst.top, worst.probability) == (1, 0, pytest.approx(0.1))
    assert worst.share == pytest.approx(math.log(10) / (3 * found.loss))
    assert found.tail.share_of_worst == pytest.approx(
        dict.fromkeys((0.001, 0.01, 0.1), worst.share)
    )


def test_one_infinite_row_carries_all():
    tail = account([1, 1], [0.0, 0.5]).tail
    assert tail.worst[0].loss == math.inf
    assert math.isnan(tail.worst[0].share)
    assert tail.worst[1].share == 0


def test_the_curve_rises_and_counts_every_row():
    rng = np.random.default_rng(0)
    p = rng.random(500).round(2)
    curve = account(rng.random(500) < p, p).reliability
    assert curve.count.sum() == 500
    assert (np.diff(curve.rate) > 0).all()
    assert (curve.low[1:] > curve.high[:-1]).all()
    assert (curve.band_low <= curve.band_high).all()


def test_equal_probabilities_are_in_one_bin():
    p = np.repeat([0.2, 0.4, 1.0], [50, 30, 20])
    found = bins(rows((np.arange(100) % 2), p))
    assert [(one.low, one.high, one.count) for one in found] == [
        (0.2, 0.2, 50),
        (0.4, 0.4, 30),
        (1.0, 1.0, 20),
    ]
    assert all(one.rate_low <= one.rate <= one.rate_high for one in found)
    assert found[2].off
    assert sum(one.count for one in bins(rows([0, 1, 1], [0.1, 0.2, 1.0]))) == 3


def test_cross_fitted_miscalibration_is_about_what_there_is_to_gain():
    rng = np.random.default_rng(1)
    truth = rng.choice([0.2, 0.8], 4000)
    y = (rng.random(4000) < truth).astype(int)
    told = np.where(truth == 0.2, 0.02, 0.98)
    gain = 0.2 * math.log(0.2 / 0.02) + 0.8 * math.log(0.8 / 0.98)
    found = cross_fitted(rows(y, told))
    assert abs(found.miscalibration - gain) < 4 * found.standard_error
    assert cross_fitted(rows(y[:19], told[:19])) is None
    assert cross_fitted(rows([1, *y], [0.0, *told])).miscalibration == math.inf


def test_halves_are_halves_and_stay_the_same():
    half = first_half(100_000)
    assert abs(half.mean() - 0.5) < 0.01
    assert (half == first_half(100_000)).all()
    assert (half[:50] == first_half(50)).all()
    assert (half != first_half(100_000, seed=1)).any()


def test_calibrated_by_chance_shrinks_with_the_rows():
    rng = np.random.default_rng(2)
    by_chance = {
        n: account(rng.integers(0, 2, n), rng.random(n)).by_chance.miscalibration
        for n in (100, 1000, 10_000)
    }
    assert by_chance[100] == pytest.approx(0.075, rel=0.1)
    assert by_chance[1000] == pytest.approx(0.018, rel=0.1)
    assert by_chance[10_000] == pytest.approx(0.004, rel=0.1)
