"""The caller's np.seterr concerns the caller's arithmetic: no function of ce_core listens to it."""

import numpy as np
import pytest

import ce_core as ce

INF = float("inf")
X = np.array([-INF, -800.0, -40.0, 0.0, 1e-310, 745.0, 1e300, INF])
P = np.array([0.0, 5e-324, 1e-310, 0.25, 0.5, 1 - 2**-53, 1.0, 0.5])
Y = np.array([0.0, 1.0, 0.0, 1.0, 0.5, 1e-310, 1.0, 1.0])
Z = np.array([[-INF, 0.0, 1e-310], [700.0, -700.0, 0.0], [INF, 0.0, -1e300], [1e300, -1e300, 0.0]])
ROWS = np.array([[0.0, 1.0, 5e-324], [1e-310, 0.5, 0.5], [1.0, 0.0, 0.0], [0.25, 0.5, 0.25]])
LABELS = np.array([1, 0, 2, 1])

CALLS = {
    "sigmoid": lambda x: ce.sigmoid(x(X)),
    "log_sigmoid": lambda x: ce.log_sigmoid(x(X)),
    "softmax": lambda x: ce.softmax(x(Z), temperature=1e-3),
    "log_softmax": lambda x: ce.log_softmax(x(Z)),
    "logsumexp": lambda x: ce.logsumexp(x(Z)),
    "surprisal": lambda x: ce.surprisal(x(P), base=2),
    "entropy": lambda x: ce.entropy(x(ROWS)),
    "cross_entropy": lambda x: ce.cross_entropy(x(ROWS), x(ROWS[::-1])),
    "kl_divergence": lambda x: ce.kl_divergence(x(ROWS), x(ROWS[::-1])),
    "js_divergence": lambda x: ce.js_divergence(x(ROWS), x(ROWS[::-1])),
    "likelihood": lambda x: ce.likelihood(x(P[1:4])),
    "negative_log_likelihood": lambda x: ce.negative_log_likelihood(x(P)),
}
LOSSES = {
    "binary_cross_entropy": (Y, P),
    "binary_cross_entropy_with_logits": (Y, X),
    "binary_focal_loss_with_logits": (Y, X),
    "binary_focal_loss_with_logits_gradient": (Y, X),
    "categorical_cross_entropy": (LABELS, ROWS),
    "categorical_cross_entropy_with_logits": (LABELS, Z),
    "binary_cross_entropy_gradient": (Y, P),
    "binary_cross_entropy_with_logits_gradient": (Y, X),
    "categorical_cross_entropy_gradient": (LABELS, ROWS),
    "categorical_cross_entropy_with_logits_gradient": (LABELS, Z),
}


def single(array):
    with np.errstate(all="ignore"):
        return array.astype(np.float32)


def assert_same_under_strict_settings(call):
    with np.errstate(all="ignore"):
        expected = call()
    with np.errstate(all="raise"):
        result = call()
    np.testing.assert_array_equal(result, expected)


def test_every_public_function_is_here():
    functions = {name for name in ce.__all__ if callable(getattr(ce, name)) and name.islower()}
    assert functions <= CALLS.keys() | LOSSES.keys()


@pytest.mark.parametrize("dtype", [np.asarray, single], ids=["float64", "float32"])
@pytest.mark.parametrize("name", CALLS)
def test_strict_settings_change_nothing(name, dtype):
    assert_same_under_strict_settings(lambda: CALLS[name](dtype))


@pytest.mark.parametrize("dtype", [np.asarray, single], ids=["float64", "float32"])
@pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
@pytest.mark.parametrize("name", LOSSES)
def test_strict_settings_change_no_loss_and_no_slope(name, reduction, dtype):
    y, values = LOSSES[name]
    weight = np.linspace(0, 1e-300, len(y))
    for options in ({}, {"sample_weight": weight}, {"base": 10}):
        assert_same_under_strict_settings(
            lambda o=options: getattr(ce, name)(y, dtype(values), reduction=reduction, **o)
        )


def test_strict_settings_change_nothing_in_many_blocks():
    x = np.resize(X, 200_000)
    y = np.resize([0.0, 1.0], x.size)
    assert_same_under_strict_settings(lambda: ce.binary_cross_entropy_with_logits(y, x))
    z = np.resize(Z, (100_000, 3))
    labels = np.resize(LABELS, len(z))
    assert_same_under_strict_settings(lambda: ce.categorical_cross_entropy_with_logits(labels, z))
