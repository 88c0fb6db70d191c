"""Softmax applied twice: between floor and ceiling, and with the slope that is shown."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core.examples.logits import LogitsExample
from ce_core.examples.twice import TwiceExample

scores = st.floats(-30, 30)


def once_of(values, true=0) -> LogitsExample:
    names = [f"c{i}" for i in range(len(values))]
    return LogitsExample.of(classes=names, scores=values, true=true)


def test_a_perfect_answer_pays_the_floor():
    once = once_of([1000, 0, 0])
    twice = TwiceExample.from_logits(once)
    assert once.loss == 0
    assert twice.loss == pytest.approx(math.log(1 + 2 / math.e)) == twice.floor


def test_certain_and_wrong_pays_the_ceiling():
    once = once_of([1000, 0, 0], true=1)
    twice = TwiceExample.from_logits(once)
    assert twice.loss == pytest.approx(math.log(2 + math.e)) == twice.ceiling


@given(st.lists(scores, min_size=2, max_size=20), st.data())
def test_two_softmaxes_stay_between_floor_and_ceiling(values, data):
    true = data.draw(st.integers(0, len(values) - 1))
    once = once_of(values, true)
    twice = TwiceExample.from_logits(once)
    slack = 1e-12
    assert twice.floor - slack <= twice.loss <= twice.ceiling + slack
    assert (twice.floor - slack <= twice.losses).all()
    assert (twice.losses <= twice.ceiling + slack).all()
    assert (np.diff(twice.once_losses) <= slack).all()
    assert twice.gradient.sum() == pytest.approx(0, abs=1e-12)


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=6))
def test_the_gradient_through_both_softmaxes_is_the_slope(values):
    def loss(z):
        return TwiceExample.from_logits(once_of(z))

    z, h = np.array(values), 1e-5
    slopes = [
        (loss(z + h * step).loss - loss(z - h * step).loss) / (2 * h) for step in np.eye(len(z))
    ]
    assert loss(z).gradient == pytest.approx(slopes, abs=1e-8)
