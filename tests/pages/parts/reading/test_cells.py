"""A typed cell is read as it stands or not at all; obvious mends are offered."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.reading.cells import (
    parse_number,
    parse_outcome,
    suggest_number,
    suggest_outcome,
    tidy,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [("0.5", 0.5), (" .5 ", 0.5), ("5.", 5.0), ("−1", -1.0), ("+1e-3", 0.001), ("1e-400", 0.0)],
)
def test_plain_decimals_are_numbers(text, number):
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        *("", None, float("nan"), "nan", "inf", "-Infinity", "0,5", "50%", "1_000", "1 000"),
        *("abc", "0x10", "1e", "--1", "1/2", "٣", "1e99999"),
    ],
)
def test_everything_else_is_none(text):
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("50%", "0.5"),
        ("12.5 %", "0.125"),
        ("0,5", "0.5"),
        ("1,5", "1.5"),
        (",5", "0.5"),
        ("1/4", "0.25"),
        ("０．５", "0.5"),
        ("50％", "0.5"),
    ],
)
def test_what_can_only_be_one_number_is_suggested(text, suggestion):
    assert suggest_number(text) == suggestion


@pytest.mark.parametrize("text", ["", "abc", "1,000,000", "1/0", "%", "nan", "inf"])
def test_what_could_be_anything_is_not(text):
    assert suggest_number(text) is None


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_finite_float_is_read_back_exactly(value):
    assert parse_number(repr(value)) == value


@given(st.text(max_size=40))
def test_no_text_breaks_the_readers(text):
    number = parse_number(text)
    assert number is None or not math.isnan(number)
    suggestion = suggest_number(text)
    assert suggestion is None or parse_number(suggestion) is not None
    parse_outcome(text)
    assert suggest_outcome(text) in (None, "pass", "fail")


@pytest.mark.parametrize("text", ["pass", "Passed", " PASS ", "p", "1", "通过"])
def test_words_for_a_pass(text):
    assert parse_outcome(text) is True


@pytest.mark.parametrize("text", ["fail", "Failed", "f", "0", "no", "未通过"])
def test_words_for_a_fail(text):
    assert parse_outcome(text) is False


@pytest.mark.parametrize(
    ("text", "suggestion"), [("psas", "pass"), ("fial", "fail"), ("failled", "fail"), ("?", None)]
)
def test_a_misspelt_outcome_is_suggested(text, suggestion):
    assert parse_outcome(text) is None
    assert suggest_outcome(text) == suggestion


def test_tidy_folds_blanks_and_line_breaks():
    assert tidy("  a \n b ") == "a b"
