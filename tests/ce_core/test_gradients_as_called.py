"""Gradients are those of the losses as called: with every option, against their differences.

The losses are written out once more, as sums of numbers with 60 digits. A step of 1e-20 up and
down then gives a slope that is right to 30.
"""

import inspect

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from mpmath import mp, mpf, workdps

import ce_core as ce

STEP = mpf(10) ** -20
BOUND = 6
"""Units of the last place of the larger of the two numbers that a slope is the difference of."""

GRADIENTS = {
    ce.binary_cross_entropy: ce.binary_cross_entropy_gradient,
    ce.binary_cross_entropy_with_logits: ce.binary_cross_entropy_with_logits_gradient,
    ce.categorical_cross_entropy: ce.categorical_cross_entropy_gradient,
    ce.categorical_cross_entropy_with_logits: ce.categorical_cross_entropy_with_logits_gradient,
}


def exact(values):
    return np.vectorize(mpf, otypes=[object])(np.asarray(values, float))


def log_p(loss, predictions):
    """Return the logarithms of all classes' probabilities, the classes along the last axis."""
    if loss is ce.categorical_cross_entropy:
        return np.vectorize(mp.log)(predictions)
    if loss is ce.binary_cross_entropy:
        return np.vectorize(mp.log)(np.stack([1 - predictions, predictions], -1))
    if loss is ce.binary_cross_entropy_with_logits:
        predictions = np.stack([0 * predictions, predictions], -1)
    e = np.vectorize(mp.exp)(predictions)
    return np.vectorize(mp.log)(e / e.sum(axis=-1, keepdims=True))


def written_out(loss, y, predictions, options):
    """Return the reduced loss of exact predictions; "none" added up."""
    surprisals = -log_p(loss, predictions)
    classes = surprisals.shape[-1]
    labels = np.ndim(y) < np.ndim(surprisals) and loss in list(GRADIENTS)[2:]
    weight = exact(options.get("class_weight", np.ones(classes)))
    row_weight = exact(options.get("sample_weight", np.ones(len(y))))
    if labels:
        kept = np.asarray(y) != options.get("ignore_index", -1)
        target = exact(np.eye(classes)[np.where(kept, y, 0)])
        row_weight = row_weight * exact(kept)
    else:
        binary = loss in list(GRADIENTS)[:2]
        target = np.stack([1 - exact(y), exact(y)], -1) if binary else exact(y)
        weight = weight * [1, mpf(options.get("pos_weight", 1.0))] if binary else weight
    share = mpf(options.get("label_smoothing", 0.0))
    smooth = target * (1 - share) + share / classes
    total = (row_weight * (smooth * weight * surprisals).sum(axis=-1)).sum()
    divisor = 1
    if options["reduction"] == "mean":
        divisor = (row_weight * ((target * weight).sum(axis=-1) if labels else 1)).sum()
    return total / divisor / mp.log(mpf(options.get("base", mp.e)))


def differences(loss, y, predictions, options):
    slopes = np.empty(predictions.shape, object)
    for index in np.ndindex(predictions.shape):
        up, down = exact(predictions), exact(predictions)
        step = STEP * abs(up[index]) if "logits" not in loss.__name__ else STEP
        up[index] += step
        down[index] -= step
        rise = written_out(loss, y, up, options) - written_out(loss, y, down, options)
        slopes[index] = rise / (2 * step)
    return slopes


@st.composite
def options_of(draw, loss, n, k=None):
    """Draw some of the options that a loss of n samples takes."""
    weights = st.floats(0.125, 8)
    choices = {
        "sample_weight": arrays(float, n, elements=weights),
        "class_weight": arrays(float, k or 1, elements=weights),
        "pos_weight": weights,
        "ignore_index": st.just(0),
        "label_smoothing": st.floats(0, 1),
        "base": st.sampled_from([2.0, 10.0]),
    }
    taken = [name for name in choices if name in inspect.signature(loss).parameters]
    names = draw(st.sets(st.sampled_from(taken)))
    options = {name: draw(choices[name]) for name in sorted(names)}
    return options | {"reduction": draw(st.sampled_from(["none", "sum", "mean"]))}


@st.composite
def binary_calls(draw):
    loss = draw(st.sampled_from(list(GRADIENTS)[:2]))
    y = draw(arrays(float, 3, elements=st.sampled_from([0.0, 1.0, 0.3])))
    predictions = draw(arrays(float, 3, elements=st.floats(-40, 40)))
    if loss is ce.binary_cross_entropy:
        predictions = draw(arrays(float, 3, elements=st.floats(1e-12, 1 - 1e-12)))
    return loss, y, predictions, draw(options_of(loss, 3))


@st.composite
def categorical_calls(draw):
    loss = draw(st.sampled_from(list(GRADIENTS)[2:]))
    predictions = draw(arrays(float, (3, 4), elements=st.floats(-40, 40)))
    if loss is ce.categorical_cross_entropy:
        predictions = ce.softmax(predictions / 4)
    options = draw(options_of(loss, 3, 4))
    y = np.array([draw(st.integers(0, 3)), 0, 3])
    if "ignore_index" not in options and draw(st.booleans()):
        y = np.eye(4)[y] * 0.6 + 0.1
    return loss, y, predictions, options


def test_a_gradient_takes_what_its_loss_takes():
    for loss, gradient in GRADIENTS.items():
        options = dict(inspect.signature(loss).parameters)
        assert inspect.signature(gradient).parameters.keys() == options.keys()
        for name, option in inspect.signature(gradient).parameters.items():
            expected = "none" if name == "reduction" else options[name].default
            assert option.default == expected


@given(st.one_of(binary_calls(), categorical_calls()))
def test_the_loss_that_is_written_out_is_the_loss_that_is_called(call):
    loss, y, predictions, options = call
    with workdps(60):
        expected = float(written_out(loss, y, exact(predictions), options))
    assert np.sum(loss(y, predictions, **options)) == pytest.approx(expected, rel=1e-13)


@given(st.one_of(binary_calls(), categorical_calls()))
def test_slopes_are_the_differences_of_the_loss_as_called(call):
    loss, y, predictions, options = call
    slopes = GRADIENTS[loss](y, predictions, **options)
    with workdps(60):
        expected = differences(loss, y, predictions, options).astype(float)
    soft = options.get("label_smoothing") or set(np.ravel(y)) & {0.3, 0.1}
    np.testing.assert_allclose(slopes, expected, rtol=1e-14, atol=1e-13 if soft else 0)


@pytest.mark.parametrize("spread", [1, 30, 1000, 1e4])
@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("classes", [1, 2, 10, 100])
def test_neither_term_of_a_slope_by_scores_loses_a_digit(spread, smoothing, classes):
    rng = np.random.default_rng(classes)
    z, y = rng.normal(0, spread, (8, classes)), rng.dirichlet(np.full(classes, 0.3), 8)
    y[:2] = np.eye(classes)[rng.integers(0, classes, 2)]
    weight = rng.uniform(0.5, 2, classes)
    slopes = ce.categorical_cross_entropy_with_logits_gradient(
        y, z, class_weight=weight, label_smoothing=smoothing
    )
    with workdps(60):
        target = exact(weight) * (exact(y) * (1 - mpf(smoothing)) + mpf(smoothing) / classes)
        e = np.vectorize(mp.exp)(exact(z))
        others = 1 - np.eye(classes, dtype=int)
        up = e / e.sum(-1, keepdims=True) * (target @ others)
        down = target * (e @ others) / e.sum(-1, keepdims=True)
        larger = np.maximum(up, down).astype(float)
        errors = np.abs(exact(slopes) - (up - down)).astype(float)
    assert (errors <= BOUND * np.spacing(larger)).all()
