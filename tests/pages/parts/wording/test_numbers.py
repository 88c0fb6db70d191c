"""Numbers are written as a reader reads them, and never claim more than they are."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.wording import numbers


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.07572, "2.0757"),
        (0.0, "0.0000"),
        (-0.0, "0.0000"),
        (-1.5, "−1.5000"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (math.nan, "–"),
        (1e-5, "1 × 10⁻⁵"),
        (1.2e12, "1.2 × 10¹²"),
    ],
)
def test_number(value, text):
    assert numbers.number(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_only_zero_is_shown_as_zero(value):
    for written in (numbers.number(value), numbers.short(value)):
        assert (set(written) <= set("0.−")) == (value == 0)


@given(st.floats(min_value=1e-300, max_value=1e300))
def test_latex_says_the_same_number(value):
    latex = numbers.latex(numbers.short(value))
    plain = latex.replace("\\times10^{", "e").replace("}", "")
    assert float(plain) == pytest.approx(value, rel=1e-3)


def test_signed():
    assert numbers.signed(0.301) == "+0.3010"
    assert numbers.signed(-0.301) == "−0.3010"
    assert numbers.signed(0.0) == "0.0000"
