"""The true values against the definitions, written as in a textbook, at 900 digits."""

import numpy as np
import pytest
from mpmath import mp, mpf

from tests.ce_core import truth
from tests.ce_core.magnitudes import CASES, NEEDS_EXACT
from tests.ce_core.truth import EXACT, EXTENDED

SCORES = [-900.0, -40.0, -1e-300, 0.0, 1.5, 40.0, 700.0]
ROWS = [[400.0, -400.0, 3.0], [0.0, 0.0, 0.0], [1e8, 1e8 + 1, -5.0], [40.0, 0.0, 1e-300]]


@pytest.fixture
def digits():
    with mp.workdps(900):
        yield


def agree(value, definition):
    assert abs(value - definition) <= abs(definition) * mpf(10) ** -40


@pytest.mark.usefixtures("digits")
@pytest.mark.parametrize("x", SCORES)
def test_scores(x):
    number, e = EXACT.number([x]), mp.exp(mpf(x))
    agree(truth.sigmoid(EXACT, number)[0], e / (1 + e))
    agree(truth.softplus(EXACT, number)[0], mp.log(1 + e))


@pytest.mark.usefixtures("digits")
@pytest.mark.parametrize("row", ROWS)
def test_rows_of_scores(row):
    numbers, e = EXACT.number([row]), [mp.exp(mpf(z)) for z in row]
    for c, value in enumerate(e):
        agree(truth.softmax(EXACT, numbers)[0, c], value / mp.fsum(e))
        agree(truth.surprisals(EXACT, numbers)[0, c], -mp.log(value / mp.fsum(e)))
    agree(truth.logsumexp(EXACT, numbers)[0], mp.log(mp.fsum(e)))
    target = [mpf(1) / 2, mpf(1) / 2, mpf(0)]
    slopes = truth.categorical_slope(EXACT, np.array([target], object), numbers)[0]
    for c, value in enumerate(e):
        assert abs(slopes[0, c] - (value / mp.fsum(e) - target[c])) < mpf(10) ** -890


@pytest.mark.usefixtures("digits")
def test_binary_losses_with_their_options():
    y, x, smoothing, weight = mpf(0.3), mpf(40), mpf(1e-12), mpf(3)
    smooth = y * (1 - smoothing) + smoothing / 2
    p = 1 / (1 + mp.exp(-x))
    one = [np.array([v], object) for v in (y, x, smoothing, weight)]
    loss = truth.binary_from_logits(EXACT, *one)[0]
    agree(loss, -(weight * smooth * mp.log(p) + (1 - smooth) * mp.log(1 - p)))
    slope, _ = truth.binary_slope_from_logits(EXACT, *one)
    agree(slope[0], (1 - smooth) * p - weight * smooth * (1 - p))
    y, smoothing, p = one[0], one[2], np.array([mpf(0.7)], object)
    loss = truth.binary_from_probabilities(EXACT, y, p, smoothing)[0]
    agree(loss, -(smooth * mp.log(p[0]) + (1 - smooth) * mp.log(1 - p[0])))
    slope, _ = truth.binary_slope_from_probabilities(EXACT, y, p, smoothing)
    agree(slope[0], (p[0] - smooth) / p[0] / (1 - p[0]))


@pytest.mark.parametrize("name", sorted(CASES.keys() - NEEDS_EXACT))
def test_long_doubles_say_the_same(name):
    """Within half a unit, which is why the bench asks again near a bound."""
    if np.finfo(np.longdouble).nmant <= np.finfo(float).nmant:
        pytest.skip("this platform's long double is a double")
    for seed in range(10):
        case = CASES[name](np.random.default_rng(seed), 10, float)
        np.testing.assert_allclose(case.errors(EXTENDED), case.errors(EXACT), atol=0.5)
