"""Every function on inputs of every magnitude, drawn anew in every run, against 50 digits.

Scores from N(0, 1) to N(0, 1e4), near ties, one far class, ±∞, subnormal probabilities, float32 and
float64, 1 to 100 classes, every reduction, weights and smoothing: see `magnitudes`. The result is
finite where the truth is, and within the stated bound. `tests/bench/magnitudes.py` draws millions.
"""

import numpy as np
import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

import ce_core as ce
from tests.ce_core import truth
from tests.ce_core.magnitudes import CASES
from tests.ce_core.truth import EXACT

seeds = st.integers(0, 2**32 - 1)


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=30)
@given(seed=seeds, size=st.sampled_from([1, 2, 5, 30]), dtype=st.sampled_from([float, np.float32]))
def test_stays_within_its_bound(name, seed, size, dtype):
    case = CASES[name](np.random.default_rng(seed), size, dtype)
    note(f"{case.inputs}")
    assert case.errors(EXACT).max() <= case.bound


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=1)
@given(seed=seeds)
def test_stays_within_its_bound_where_sums_are_made_by_blocks_of_samples(name, seed):
    case = CASES[name](np.random.default_rng(seed), 2100, float)
    note(f"{case.inputs}")
    assert case.errors(EXACT).max() <= case.bound


@given(
    classes=st.integers(2, 100),
    others=st.floats(-100, 100),
    lead=st.floats(-5, 300),
    label=st.integers(0, 99),
)
def test_classes_that_score_exactly_alike_stay_within_4(classes, others, lead, label):
    """Where every rounding of their sum points the same way."""
    z = np.full((2, classes), others)
    y = np.full(2, label % classes)
    z[:, y] += lead
    losses = ce.categorical_cross_entropy_with_logits(y, z, reduction="none")
    true = truth.surprisals(EXACT, EXACT.number(z))[[0, 1], y]
    assert truth.ulps(losses, true).max() <= 4


def test_every_public_function_is_drawn():
    functions = {name for name in ce.__all__ if callable(getattr(ce, name)) and name.islower()}
    assert functions == CASES.keys()
