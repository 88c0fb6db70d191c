"""The one error, and how it names rules, values and places."""

from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from ce_core import checks
from ce_core.checks import InputError


def test_the_message_is_the_sentence_with_its_details():
    error = InputError("{what} is {value}.", rule="some_rule", what="p", value=2)
    assert str(error) == "p is 2."
    assert error.rule == "some_rule"
    assert error.details == {"what": "p", "value": 2}
    assert isinstance(error, ValueError)


def test_places_are_counted_from_0():
    assert checks.place(()) == "it"
    assert checks.place((2,)) == "position 2"
    assert checks.place((1, 0)) == "position (1, 0)"
    assert checks.place((1,), "row") == "row 1"


def test_details_hold_the_index_beside_the_words():
    with pytest.raises(InputError) as error:
        checks.probabilities([[0.5, 0.5], [1.5, 0.5]], "p")
    assert error.value.details["where"] == "position (1, 0)"
    assert error.value.details["index"] == (1, 0)
    assert error.value.details["value"] == 1.5
    assert error.value.details["what"] == "p"


def test_usable_arrays_are_not_copied():
    for dtype in (np.float64, np.float32, np.int64, bool):
        array = np.ones(3, dtype)
        assert checks.real(array, "x") is array


def test_all_kinds_of_real_numbers_are_read():
    for value in ([1, 2], (1.0, 2.0), pd.Series([1, 2]), [Decimal(1), Decimal(2)]):
        np.testing.assert_array_equal(checks.real(value, "x"), [1, 2])
    assert checks.real(np.ones(2, np.float16), "x").dtype == np.float64


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (["0.5"], "it holds '0.5'"),
        ([1j], "it holds 1j"),
        ([1, None], "position 1 is None"),
        (np.array([1, pd.NA]), "position 1 is <NA>"),
        (pd.Series(["1", "2"]), "position 0 is '1'"),
    ],
)
def test_text_and_gaps_are_no_numbers(value, shown):
    with pytest.raises(InputError) as error:
        checks.real(value, "x")
    assert error.value.rule == "numbers"
    assert shown in str(error.value)


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_the_unit_interval_has_both_its_ends(dtype):
    checks.unit_interval(np.array([0.0, -0.0, 1.0, 5e-324, 0.5], dtype), "p")
    for outside in (-5e-324, np.nextafter(dtype(1), dtype(2)), -1.0, np.inf, -np.inf):
        if dtype(outside) != 0:
            with pytest.raises(InputError):
                checks.unit_interval(np.array([0.5, outside], dtype), "p")


def test_float32_rows_may_be_further_from_1():
    row = np.array([[0.5, 0.50005]])
    checks.sums_to_one(row.astype(np.float32), "p")
    with pytest.raises(InputError, match=r"within 1e-06; row 0 sums to 1\.00005"):
        checks.sums_to_one(row, "p")
