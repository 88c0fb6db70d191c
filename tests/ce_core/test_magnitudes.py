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


def test_every_public_function_is_drawn():
    functions = {name for name in ce.__all__ if callable(getattr(ce, name)) and name.islower()}
    assert functions == CASES.keys()
