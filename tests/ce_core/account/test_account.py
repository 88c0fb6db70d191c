"""One account, whatever form its predictions come in; figures that can be checked by hand."""

import math
import pickle
from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from ce_core import binary_cross_entropy, categorical_cross_entropy
from ce_core.account import loss_account
from ce_core.account.document import document
from ce_core.account.predictions import Predictions
from ce_core.account.rows import Rows

Y, P = [0, 0, 1, 1], [0.9, 0.3, 0.6, 0.2]
"""The article's four students, and what its first model thought of them."""


def account(*args, **options):
    return loss_account(*args, libraries=False, **options)


def figures(found):
    return document(found)


def test_four_students():
    found = account(Y, P)
    assert found.loss == binary_cross_entropy(Y, P)
    assert found.balance.expected == pytest.approx(
        -sum(p * math.log(p) + (1 - p) * math.log(1 - p) for p in P) / 4
    )
    assert found.baseline == pytest.approx(math.log(2))
    assert found.skill == pytest.approx(1 - found.loss / math.log(2))
    assert [one.count for one in found.by_class] == [2, 2]
    assert found.tail.worst[0].row == 0


def test_surplus_is_the_slope_at_temperature_1():
    """G = dL/dβ where the scores are multiplied by β."""
    rng = np.random.default_rng(0)
    z, y = rng.normal(size=(200, 4)), rng.integers(0, 4, 200)
    step = 1e-5
    slope = (
        account(y, (1 + step) * z, kind="logits").loss
        - account(y, (1 - step) * z, kind="logits").loss
    ) / (2 * step)
    assert account(y, z, kind="logits").balance.surplus == pytest.approx(slope, rel=1e-8)


def test_standard_error_is_that_of_a_mean():
    losses = -np.log([0.1, 0.7, 0.6, 0.2])
    assert account(Y, P).balance.standard_error == pytest.approx(losses.std(ddof=1) / 2)


def test_one_row_and_one_class_have_an_account():
    found = account([1], [0.25])
    assert found.loss == pytest.approx(math.log(4))
    assert math.isnan(found.balance.standard_error)
    assert found.skill is None
    assert found.temperature.halves is None
    assert account([1, 1, 1], [0.5, 0.9, 0.2]).parts.discrimination == 0


def test_certain_and_right_is_free():
    found = account([0, 1], [0.0, 1.0])
    assert (found.loss, found.balance.expected, found.balance.z) == (0, 0, 0)
    assert found.skill == 1
    assert found.tail.worst == ()
    assert found.temperature.corner == "all_right"


def test_an_infinite_row_is_counted_apart():
    found = account([1, 0, 1, 0], [0.0, 0.5, 0.5, 0.5])
    assert (found.balance.infinite, found.loss, found.skill) == (1, math.inf, -math.inf)
    assert found.balance.loss_of_finite == pytest.approx(math.log(2))
    assert found.parts.miscalibration == math.inf
    assert found.parts_of_finite.total == pytest.approx(math.log(2))
    assert found.temperature.always_infinite == 1
    assert found.by_class[0].share == 0
    assert math.isnan(found.by_class[1].share)


def test_all_rows_infinite():
    found = account([1, 1], [0.0, 0.0])
    assert found.parts_of_finite is None
    assert math.isnan(found.balance.loss_of_finite)


def test_a_row_of_weight_0_does_not_count():
    weighed = account([*Y, 1], [*P, 0.0], sample_weight=[1, 1, 1, 1, 0])
    assert weighed.loss == account(Y, P).loss
    assert weighed.parts == account(Y, P).parts


def test_a_weight_counts_as_that_many_rows():
    twice = account([0, 0, 1, 1, 1], [0.9, 0.3, 0.6, 0.6, 0.2])
    weighed = account(Y, P, sample_weight=[1, 1, 2, 1])
    assert weighed.loss == pytest.approx(twice.loss)
    assert weighed.parts.miscalibration == pytest.approx(twice.parts.miscalibration)
    assert weighed.temperature.value == pytest.approx(twice.temperature.value)
    assert weighed.confusion.nats == pytest.approx(twice.confusion.nats)


def test_one_column_is_two():
    rng = np.random.default_rng(1)
    p, y = rng.random(300), rng.integers(0, 2, 300)
    one, two = figures(account(y, p)), figures(account(y, np.stack((1 - p, p), axis=1)))
    for name in ("loss", "expected", "miscalibration", "discrimination", "temperature", "z"):
        assert one[name] == pytest.approx(two[name], rel=1e-12)


@pytest.mark.parametrize("classes", [2, 3])
def test_probabilities_logits_and_their_logarithms_say_the_same(classes):
    rng = np.random.default_rng(2)
    z, y = 3 * rng.normal(size=(300, classes)), rng.integers(0, classes, 300)
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    ways = [
        figures(account(y, given, kind=kind))
        for kind, given in (("probabilities", p), ("logits", z), ("log_probabilities", np.log(p)))
    ]
    for name in ("loss", "expected", "surplus", "miscalibration", "naming", "temperature"):
        assert [way[name] for way in ways] == pytest.approx([ways[0][name]] * 3, rel=1e-12)


def test_binary_logits_and_log_probabilities_of_one_class():
    x = np.array([-40.0, -1.0, 0.0, 2.0, 800.0])
    y = [0, 1, 0, 1, 1]
    from_scores = account(y, x, kind="logits")
    assert from_scores.tail.worst[-1].loss == pytest.approx(4.248354255291589e-18)
    logs = -np.log1p(np.exp(-np.maximum(x, -700)))
    assert account(y, logs, kind="log_probabilities").loss == pytest.approx(from_scores.loss)


def test_a_class_is_called_by_its_name():
    named = account(["no", "no", "yes", "yes"], P, classes=["no", "yes"])
    assert named.loss == account(Y, P).loss
    assert [one.label for one in named.by_class] == ["no", "yes"]
    assert named.tail.worst[0].label == "no"
    assert account([-1, -1, 1, 1], P, classes=[-1, 1]).loss == named.loss
    assert account([False, False, True, True], P).loss == named.loss


def test_the_order_of_the_rows_does_not_matter():
    rng = np.random.default_rng(3)
    p, y = rng.dirichlet((1, 1, 1), 400), rng.integers(0, 3, 400)
    order = rng.permutation(400)
    one, other = account(y, p), account(y[order], p[order])
    assert one.balance == other.balance
    assert one.by_class == other.by_class
    assert one.parts.miscalibration == pytest.approx(other.parts.miscalibration, rel=1e-13)


def test_the_same_seed_gives_the_same_account():
    rng = np.random.default_rng(4)
    p, y = rng.random(100), rng.integers(0, 2, 100)
    slices = {"x": rng.random(100)}
    first, again, other = (figures(account(y, p, slice_by=slices, seed=seed)) for seed in (5, 5, 6))
    assert first == again
    assert first["by_chance"] != other["by_chance"]


def test_it_is_frozen_and_can_be_sent():
    found = account(Y, P)
    with pytest.raises(FrozenInstanceError):
        found.baseline = 0.0
    with_all = loss_account(Y, P, slice_by={"x": [1, 2, 3, 4]})
    sent = pickle.loads(pickle.dumps(with_all))
    assert repr(figures(sent)) == repr(figures(with_all))


def test_libraries_are_asked_unless_told_not_to():
    says = loss_account([1, 0], [0.0, 0.5]).libraries
    assert set(says) == {"scikit_learn", "pytorch", "keras", "optax"}
    assert says["pytorch"].loss == pytest.approx((100 + math.log(2)) / 2, rel=1e-7)
    assert says["optax"].loss is None
    assert says["optax"].reasons == ("needs_logits",)
    assert account([1, 0], [0.0, 0.5]).libraries == {}
    logits = loss_account([1, 0], [-1.0, 0.5], kind="logits").libraries
    assert logits["scikit_learn"].reasons == ("needs_probabilities",)


probabilities = arrays.arrays(
    np.float64,
    st.tuples(st.integers(1, 30), st.integers(2, 5)),
    elements=st.floats(0, 1) | st.sampled_from([0.0, 1e-300, 1e-16, 1.0]),
)


@given(probabilities, st.integers(0, 2**32 - 1))
def test_parts_add_up_whatever_the_predictions(raw, seed):
    p = raw + 1e-30
    p[:, 0] += 1e-5
    p /= p.sum(axis=1, keepdims=True)
    y = np.random.default_rng(seed).integers(0, p.shape[1], len(p))
    found = account(y, p)
    size = found.loss + found.parts.uncertainty
    assert found.loss == pytest.approx(categorical_cross_entropy(y, p), rel=1e-15)
    assert found.parts.total == pytest.approx(found.loss, abs=2e-15 * size)
    assert found.parts.miscalibration >= 0
    assert found.parts.discrimination >= 0
    assert found.parts.naming >= 0
    classes = found.by_class
    assert sum(one.paid for one in classes) == pytest.approx(found.loss, abs=2e-15 * size)
    assert sum(one.expected for one in classes) == pytest.approx(found.balance.expected, abs=4e-15)
    assert found.confusion.nats.sum() == pytest.approx(found.loss, abs=4e-15 * size)
    assert found.confusion.count.sum() == len(p)
    assert found.balance.loss - found.balance.expected == pytest.approx(
        found.balance.surplus, abs=4e-15 * size
    )


@given(probabilities)
def test_each_row_is_its_event_and_its_naming(raw):
    p = raw + 1e-5
    p /= p.sum(axis=1, keepdims=True)
    for label in range(p.shape[1]):
        rows = Rows(Predictions.checked(np.full(len(p), label), p))
        event = rows.event
        assert event.loss + event.naming == pytest.approx(rows.loss, rel=4e-15, abs=1e-300)
        assert (event.naming >= 0).all()


def test_error_settings_of_the_caller_do_not_matter():
    with np.errstate(all="raise"):
        found = account([1, 0, 1], [[1.0, 0.0, 0.0], [1.0, 0.0, 0.0], [1e-300, 1.0, 0.0]])
    assert found.loss == math.inf
