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


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (9999.6, 4, "10000"),
        (9999.4, 4, "9999"),
        (-9999.6, 4, "−10000"),
        (999.7, 3, "1000"),
        (99.5, 2, "100"),
        (9.96, 1, "10"),
        (1190.4, 3, "1190"),
        (9_999_999.7, 4, "10000000"),
        (1e7, 4, "1 × 10⁷"),
        (9.99996e-5, 4, "1 × 10⁻⁴"),
    ],
)
def test_what_rounds_up_to_one_more_digit_is_written_out(value, digits, text):
    assert numbers.short(value, digits) == text


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(1, 12))
def test_a_number_is_written_with_digits_and_powers_of_ten_alone(value, digits):
    for written in (numbers.number(value, digits), numbers.short(value, digits)):
        mantissa, _, power = written.partition(" × 10")
        assert set(mantissa) <= set("0123456789.−")
        assert set(power) <= set("⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@given(st.floats(-1e7, 1e7), st.floats(-1e7, 1e7), st.integers(1, 6))
def test_the_larger_number_never_reads_as_the_smaller(one, other, digits):
    low, high = (_read(numbers.short(value, digits)) for value in sorted((one, other)))
    assert low <= high


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.994, "99 %"),
        (0.995, "99.5 %"),
        (0.997, "99.7 %"),
        (0.99996, "99.996 %"),
        (1.0, "100 %"),
        (1 - 1e-16, "100 %"),
    ],
)
def test_only_all_is_a_hundred_percent(share, text):
    assert numbers.percent(share) == text


def _read(text):
    mantissa, _, power = text.replace("−", "-").partition(" × 10")
    plain = power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
    return float(f"{mantissa}e{plain or 0}")


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
