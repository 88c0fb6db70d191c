"""How many units of the last place a result may be off, on a fixed grid, against 50 digits."""

import numpy as np
import pytest

import ce_core as ce
from tests.ce_core import exact

X = exact.scores(60)
P = exact.probabilities(60)
ROWS = exact.rows_of_scores(40)
PAIRS = exact.pairs_of_rows(40)


def assert_within(bound, result, true_values):
    assert exact.ulps(result, true_values).max() <= bound


def test_sigmoid_family_within_2():
    assert_within(2, ce.sigmoid(X), exact.each(exact.sigmoid, X))
    assert_within(2, ce.log_sigmoid(X), exact.each(exact.log_sigmoid, X))


def test_sigmoid_keeps_the_smallest_numbers():
    x = np.array([-709.0, -720.0, -740.0, -745.0])
    assert_within(0.5, ce.sigmoid(x), exact.each(exact.sigmoid, x))


@pytest.mark.parametrize("labels", [exact.hard_labels, exact.soft_labels])
def test_binary_losses_and_their_gradients_within_2(labels):
    y = labels(X)
    losses = ce.binary_cross_entropy_with_logits(y, X, reduction="none")
    assert_within(2, losses, exact.each(exact.binary_from_logits, y, X))
    slopes = ce.binary_cross_entropy_with_logits_gradient(y, X)
    assert_within(2, slopes, exact.each(exact.binary_slope_from_logits, y, X))
    y = labels(P)
    losses = ce.binary_cross_entropy(y, P, reduction="none")
    assert_within(2, losses, exact.each(exact.binary_from_probabilities, y, P))
    slopes = ce.binary_cross_entropy_gradient(y, P)
    assert_within(2, slopes, exact.each(exact.binary_slope_from_probabilities, y, P))


def test_binary_loss_with_pos_weight_within_2():
    y, weight = exact.soft_labels(X), np.full(X.shape, 3.7)
    losses = ce.binary_cross_entropy_with_logits(y, X, pos_weight=3.7, reduction="none")
    assert_within(2, losses, exact.each(exact.binary_from_logits, y, X, weight))


def test_soft_label_beside_its_own_probability():
    """Where the slope is the difference of two almost equal numbers."""
    if np.finfo(np.longdouble).nmant <= np.finfo(float).nmant:
        pytest.skip("this platform's long double is a double")
    x = np.linspace(-3, 3, 61)
    y = ce.sigmoid(x) + 0.01
    slopes = ce.binary_cross_entropy_with_logits_gradient(y, x)
    assert_within(2, slopes, exact.each(exact.binary_slope_from_logits, y, x))


def test_focal_loss_within_5():
    y = exact.hard_labels(X)
    losses = ce.binary_focal_loss_with_logits(y, X, reduction="none")
    assert_within(5, losses, exact.each(exact.focal, y, X))


@pytest.mark.parametrize("kind", ROWS)
def test_categorical_loss_from_logits_within_3(kind):
    z, labels = ROWS[kind]
    losses = ce.categorical_cross_entropy_with_logits(labels, z, reduction="none")
    assert_within(3, losses, exact.each(exact.loss_of_label, labels, z))


@pytest.mark.parametrize("kind", [kind for kind in ROWS if "1000" not in kind])
def test_softmax_its_logarithm_and_its_gradient_within_4(kind):
    z, labels = ROWS[kind]
    assert_within(4, ce.softmax(z), exact.each_row(exact.softmax, z))
    assert_within(3, ce.log_softmax(z), exact.each_row(exact.log_softmax, z))
    slopes = ce.categorical_cross_entropy_with_logits_gradient(labels, z)
    assert_within(4, slopes, exact.each_row(exact.slope_of_label, labels, z))


@pytest.mark.parametrize("kind", PAIRS)
def test_divergences_within_4(kind):
    p, q = PAIRS[kind]
    assert_within(4, ce.kl_divergence(p, q), exact.each(exact.kl_divergence, p, q))
    assert_within(3, ce.entropy(p), exact.each(exact.entropy, p))
    assert_within(3, ce.cross_entropy(p, q), exact.each(exact.cross_entropy, p, q))
    assert_within(6, ce.js_divergence(p, q), exact.each(exact.js_divergence, p, q))


@pytest.mark.parametrize("temperature", [0.1, 0.7, 3.0])
def test_softmax_at_a_temperature_within_4(temperature):
    z = np.random.default_rng(5).normal(0, 20, (40, 10))
    exact_scores = [[exact.mpf(float(v)) / exact.mpf(temperature) for v in row] for row in z]
    true_values = []
    for row in exact_scores:
        e = [exact.mp.exp(v) for v in row]
        true_values += [v / exact.mp.fsum(e) for v in e]
    assert_within(4, ce.softmax(z, temperature=temperature), true_values)


@pytest.mark.parametrize(
    "scores",
    [
        np.random.default_rng(6).normal(0, 3, 5000),
        np.random.default_rng(7).normal(20, 1, 5000),
        np.random.default_rng(8).normal(36, 1, 5000),
        np.full(5000, 1.1),
        np.full(5000, -0.3),
        np.full(5000, 3.0),
    ],
    ids=["spread", "right", "sure and right", "all 1.1", "all -0.3", "all 3"],
)
def test_means_keep_their_relative_accuracy(scores):
    """Sums by products included, and equal samples, whose roundings all point one way."""
    labels = np.ones(scores.size)
    for y in (labels, (np.arange(scores.size) % 4 > 0).astype(float)):
        true_value = exact.mp.fsum(exact.each(exact.binary_from_logits, y, scores))
        mean = ce.binary_cross_entropy_with_logits(y, scores)
        assert_within(3, np.array([mean]), [true_value / scores.size])
        p = ce.sigmoid(-scores)
        true_value = exact.mp.fsum(exact.each(exact.binary_from_probabilities, 1.0 - y, p))
        mean = ce.binary_cross_entropy(1.0 - y, p)
        assert_within(3, np.array([mean]), [true_value / scores.size])


def test_float32_results_are_within_1_of_float32():
    x = X[np.abs(X) < 85].astype(np.float32)
    y = exact.soft_labels(x)
    for result, true_values in (
        (ce.sigmoid(x), exact.each(exact.sigmoid, x)),
        (
            ce.binary_cross_entropy_with_logits(y, x, reduction="none"),
            exact.each(exact.binary_from_logits, y, x),
        ),
    ):
        assert result.dtype == np.float32
        true = np.array([float(v) for v in true_values])
        normal = np.abs(true) > np.finfo(np.float32).tiny
        errors = np.abs(result - true) / np.spacing(np.abs(true).astype(np.float32))
        assert errors[normal].max() < 1
