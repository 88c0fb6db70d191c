"""The figures beside those of model-diagnostics, scikit-learn and SciPy."""

from importlib import import_module

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ce_core.account import compare_models, loss_account
from ce_core.account.beta import beta_cdf, beta_quantile, student_survival
from ce_core.account.pooling import Cells
from ce_core.account.predictions import Predictions
from ce_core.account.rows import Rows
from ce_core.account.temperature import Gaps


def account(*args, **options):
    return loss_account(*args, libraries=False, **options)


def binary(seed, n=400):
    rng = np.random.default_rng(seed)
    p = rng.beta(0.7, 0.7, n).round(rng.integers(2, 6)).clip(1e-5, 1 - 1e-5)
    y = (rng.random(n) < p**1.5).astype(int)
    return y, p, rng.integers(1, 5, n).astype(float)


def many(seed, n=300, classes=4):
    rng = np.random.default_rng(seed)
    z = 2 * rng.normal(size=(n, classes))
    y = rng.integers(0, classes, n)
    z[np.arange(n), y] += 1
    return y, z


pytestmark = pytest.mark.peers
seeds = st.integers(0, 2**32 - 1)


@given(seeds, st.booleans())
@settings(max_examples=20)
def test_parts_are_those_of_model_diagnostics(seed, weighted):
    scoring = import_module("model_diagnostics.scoring")
    y, p, weight = binary(seed)
    weight = weight if weighted else None
    theirs = scoring.decompose(y, p, weights=weight, scoring_function=scoring.LogLoss())
    mine = account(y, p, sample_weight=weight)
    for name in ("miscalibration", "discrimination", "uncertainty"):
        assert getattr(mine.parts, name) == pytest.approx(theirs[name].item(), rel=1e-9, abs=1e-14)
    assert mine.loss == pytest.approx(theirs["score"].item(), rel=1e-14)


def test_parts_of_top_labels_are_those_of_model_diagnostics():
    scoring = import_module("model_diagnostics.scoring")
    y, z = many(0)
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    right, top = (p.argmax(axis=1) == y).astype(int), p.max(axis=1)
    theirs = scoring.decompose(right, top, scoring_function=scoring.LogLoss())
    mine = account(y, p).parts
    assert mine.miscalibration == pytest.approx(theirs["miscalibration"].item(), rel=1e-11)
    assert mine.discrimination == pytest.approx(theirs["discrimination"].item(), rel=1e-11)


@given(seeds)
@settings(max_examples=20)
def test_pooled_rates_are_those_of_scikit_learn(seed):
    isotonic = import_module("sklearn.isotonic")
    y, p, weight = binary(seed)
    theirs = isotonic.IsotonicRegression().fit(p, y, weight).predict(p)
    blocks = Cells.of_rows(p, weight, y == 1, np.zeros(len(y))).pooled()
    mine = blocks.rate[np.searchsorted(blocks.low, p, side="right") - 1]
    assert mine == pytest.approx(theirs, rel=1e-12, abs=1e-15)


@given(seeds)
@settings(max_examples=20)
def test_loss_and_skill_are_those_of_scikit_learn(seed):
    metrics = import_module("sklearn.metrics")
    y, p, weight = binary(seed)
    mine = account(y, p, sample_weight=weight)
    assert mine.loss == pytest.approx(metrics.log_loss(y, p, sample_weight=weight), rel=1e-14)
    skill = metrics.d2_log_loss_score(y, np.stack((1 - p, p), axis=1), sample_weight=weight)
    assert mine.skill == pytest.approx(skill, rel=1e-12)


def test_counts_are_those_of_scikit_learns_confusion_matrix():
    metrics = import_module("sklearn.metrics")
    y, z = many(1)
    theirs = metrics.confusion_matrix(y, z.argmax(axis=1))
    assert account(y, z, kind="logits").confusion.count.tolist() == theirs.tolist()


@given(seeds)
@settings(max_examples=10)
def test_temperature_is_where_scipy_finds_it(seed):
    optimize = import_module("scipy.optimize")
    y, z = many(seed)
    gaps = Gaps.of(Rows(Predictions.checked(y, z, kind="logits")), np.ones(len(y), bool))
    root = optimize.brentq(lambda beta: gaps.slope(beta)[0], 1e-6, 100, xtol=1e-15, rtol=1e-15)
    best = account(y, z, kind="logits").temperature
    assert best.value == pytest.approx(1 / root, rel=1e-11)
    least = optimize.minimize_scalar(
        lambda beta: gaps.losses(beta).mean(), bounds=(1e-3, 10), method="bounded"
    )
    assert best.loss <= least.fun + 1e-15


def test_beta_and_student_are_those_of_scipy():
    stats = import_module("scipy.stats")
    rng = np.random.default_rng(2)
    for most, precision in ((1e4, 1e-10), (1e6, 1e-7), (1e8, 1e-6)):
        for _ in range(40):
            a, b = (float(10 ** rng.uniform(-0.3, np.log10(most))) for _ in range(2))
            q = float(rng.random())
            x = float(stats.beta.ppf(q, a, b))
            assert beta_quantile(q, a, b) == pytest.approx(x, rel=precision)
            assert beta_cdf(x, a, b) == pytest.approx(float(stats.beta.cdf(x, a, b)), rel=precision)
    for t in (-2.0, 0.3, 5.0):
        for freedom in (1.5, 30.0, 1e5):
            theirs = float(stats.t.sf(t, freedom))
            assert student_survival(t, freedom) == pytest.approx(theirs, rel=1e-9)


def test_bounds_of_bins_are_scipys_exact_ones():
    stats = import_module("scipy.stats")
    y, p, _ = binary(3)
    found = account(y, p).reliability.bins
    for one in found:
        exact = stats.binomtest(round(one.rate * one.count), one.count).proportion_ci(
            confidence_level=1 - 0.01 / len(found), method="exact"
        )
        assert (one.rate_low, one.rate_high) == pytest.approx((exact.low, exact.high), rel=1e-8)


def test_interval_of_a_pair_is_about_scipys_bootstrap():
    stats = import_module("scipy.stats")
    y, p, _ = binary(4)
    other = np.clip(p + np.random.default_rng(5).normal(scale=0.1, size=p.size), 0.01, 0.99)
    found = compare_models(y, p, other, libraries=False)
    d = np.where(y == 1, np.log(other / p), np.log((1 - other) / (1 - p)))
    theirs = stats.bootstrap((d,), np.mean, confidence_level=0.99, rng=0).confidence_interval
    width = theirs.high - theirs.low
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high), abs=0.15 * width)
    assert found.standard_error == pytest.approx(stats.sem(d))
