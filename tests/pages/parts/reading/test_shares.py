"""Shares in decimals: they add up to 1, and none is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.reading.shares import decimals


@given(
    st.lists(st.just(0.0) | st.floats(1e-300, 1), min_size=2, max_size=20).filter(
        lambda p: sum(p) > 1e-9
    )
)
def test_decimals_sum_to_1_and_are_near(shares):
    cells = decimals(shares)
    values = [float(cell) for cell in cells]
    assert sum(values) == pytest.approx(1, abs=1e-9)
    for value, share in zip(values, shares, strict=True):
        assert value == pytest.approx(share / sum(shares), rel=0.006, abs=0)
        assert (value == 0) == (share == 0)
    assert all(re.fullmatch(r"\d(\.\d+)?(e-\d+)?", cell) for cell in cells)
