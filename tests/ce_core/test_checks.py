"""The one error, and how it names rules, values and places."""

import numpy as np
import pytest

from ce_core import _arrays, checks
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
        _arrays.probabilities([[0.5, 0.5], [1.5, 0.5]], "p")
    assert error.value.details["where"] == "position (1, 0)"
    assert error.value.details["index"] == (1, 0)
    assert error.value.details["value"] == 1.5
    assert error.value.details["what"] == "p"


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
