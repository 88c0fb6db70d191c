"""What is read as an array of real numbers, and what is refused in which words."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

import ce_core as ce
from ce_core import _arrays


class Holder:
    """Anything with `__array__`."""

    def __init__(self, array):
        self.array = array

    def __array__(self, dtype=None, copy=None):
        return self.array


class Failing:
    def __array__(self, dtype=None, copy=None):
        raise RuntimeError("It is on another device.\nMove it first.")


def refused(value):
    with pytest.raises(ce.InputError) as error:
        _arrays.real(value, "x")
    return error.value


def test_usable_arrays_are_not_copied():
    for dtype in (np.float64, np.float32, np.int64, np.uint8, bool):
        array = np.ones(3, dtype)
        assert _arrays.real(array, "x") is array


@pytest.mark.parametrize(
    "value",
    [
        [1, 2],
        (1.0, 2.0),
        range(1, 3),
        [Decimal(1), Decimal(2)],
        [Fraction(1), Fraction(2)],
        [np.float32(1), np.float32(2)],
        np.array([1, 2], np.float16),
        np.array([1, 2], np.longdouble),
        np.ma.masked_array([1.0, 2.0]),
        pd.Series([1, 2], index=["a", "b"]),
        pd.Series([1, 2], dtype="Int64"),
        pd.Series([1, 2], dtype="Float64"),
        pd.Index([1, 2]),
        Holder(np.array([1.0, 2.0])),
        memoryview(np.array([1.0, 2.0])),
    ],
    ids=lambda value: type(value).__name__,
)
def test_all_kinds_of_real_numbers_are_read(value):
    array = _arrays.real(value, "x")
    assert type(array) is np.ndarray
    assert array.tolist() == [1, 2]


def test_a_table_is_read_by_rows():
    frame = pd.DataFrame({"a": [1.0, 3.0], "b": [2.0, 4.0]})
    assert _arrays.real(frame, "x").tolist() == [[1, 2], [3, 4]]


def test_true_is_1_and_false_0():
    assert ce.binary_cross_entropy([True, False], [True, False]) == 0
    assert ce.sigmoid(False) == 0.5
    assert ce.binary_cross_entropy(np.array([True]), np.array([False])) == np.inf


def test_float32_stays_and_all_other_floats_become_float64():
    for given, kept in (
        (np.float16, np.float64),
        (np.float32, np.float32),
        (np.float64, np.float64),
        (np.longdouble, np.float64),
    ):
        assert ce.sigmoid(np.zeros(2, given)).dtype == kept


def test_the_order_of_bytes_does_not_matter():
    for dtype in (">f4", ">f8", ">i8", "<f4", "<f8", "<i8"):
        array = _arrays.real(np.array([1, 2]).astype(dtype), "x")
        assert array.tolist() == [1, 2]
        assert array.dtype == np.dtype(dtype).newbyteorder("=")
    assert ce.categorical_cross_entropy(
        np.array([1], ">i4"), np.array([[0.5, 0.5]], ">f8")
    ) == np.log(2)


def test_a_long_double_is_rounded_to_float64():
    third = np.longdouble(1) / 3
    assert _arrays.real([third], "x")[0] == 1 / 3


@pytest.mark.parametrize(
    ("value", "rule", "message"),
    [
        (["0.5"], "numbers", "x must hold real numbers; position 0 is '0.5'."),
        ("0.5", "numbers", "x must hold real numbers; it is '0.5'."),
        (np.array([1, "2"], object), "numbers", "x must hold real numbers; position 1 is '2'."),
        (0.5j, "numbers", "x must hold real numbers; it is 0.5j."),
        ([[0.5 + 0j]], "numbers", "x must hold real numbers; position (0, 0) is (0.5+0j)."),
        (np.array([1, 2j], object), "numbers", "x must hold real numbers; position 1 is 2j."),
        ([1, None], "numbers", "x must hold real numbers; position 1 is None."),
        ({"a": 1}, "numbers", "x must hold real numbers; it is {'a': 1}."),
        (np.array([1, pd.NA]), "numbers", "x must hold real numbers; position 1 is <NA>."),
        (pd.Series(["1", "2"]), "numbers", "x must hold real numbers; position 0 is '1'."),
        (
            np.array([[1], [1, 2]], object),
            "numbers",
            "x must hold real numbers; position 0 is [1].",
        ),
        ([[1], [1, 2]], "ragged", "x must have rows of equal length."),
        ([], "empty", "x must hold at least one value; its shape is (0,)."),
        (np.array([], str), "empty", "x must hold at least one value; its shape is (0,)."),
        (
            Failing(),
            "unreadable",
            "x is of a type, Failing, that cannot be read as an array: It is on another device.",
        ),
        (
            Holder([1.0]),
            "unreadable",
            "x is of a type, Holder, that cannot be read as an array: "
            "object __array__ method not producing an array",
        ),
    ],
)
def test_what_is_no_array_of_numbers_is_named(value, rule, message):
    error = refused(value)
    assert str(error) == message
    assert error.rule == rule


MASKED_ROW = np.ma.masked_array([0.5, 0.5], mask=[False, True])


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (MASKED_ROW, "position 1"),
        ([[0.5, 0.5], MASKED_ROW], "position (1, 1)"),
        (np.ma.masked_array([[0.5], [0.5]], mask=[[True], [False]]), "position (0, 0)"),
        ([0.5, np.ma.masked], "position 1"),
        (np.ma.masked, "it"),
    ],
    ids=["array", "row", "table", "number in a list", "number"],
)
def test_a_mask_is_not_dropped(value, place):
    error = refused(value)
    assert str(error) == f"x must not be masked; {place} is."
    assert error.rule == "masked"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ([1, 10**400], "position 1 is 1000000000000000000000000000000000000000…"),
        ([Decimal("1e-400")], "position 0 is 1E-400"),
        ([Fraction(1, 10**400)], "position 0 is 1/10000000000"),
        ([1.0, Decimal("-1e400")], "position 1 is -1E+400"),
    ],
)
def test_a_number_beyond_the_range_of_a_float_is_not_made_infinite_or_0(value, shown):
    error = refused(value)
    assert f"x must hold numbers in the range of a float64; {shown}" in str(error)
    assert error.rule == "float_range"


def test_a_long_double_beyond_the_range_of_a_float_is_refused():
    if np.finfo(np.longdouble).maxexp == np.finfo(float).maxexp:
        pytest.skip("this platform's long double is a double")
    error = refused(np.array(["1", "1e400"], np.longdouble))
    assert error.rule == "float_range"
    assert error.details["index"] == (1,)


def test_infinities_and_nan_of_any_kind_are_read_as_such():
    assert _arrays.real([Decimal("Infinity"), Decimal(0)], "x").tolist() == [np.inf, 0]
    assert _arrays.real(np.array([-np.inf], np.longdouble), "x").tolist() == [-np.inf]
    with pytest.raises(ce.InputError, match="must not be NaN"):
        ce.sigmoid([Decimal("NaN")])


@pytest.mark.parametrize(
    "call",
    [
        lambda value: ce.binary_cross_entropy([0, 1], value),
        lambda value: ce.binary_cross_entropy(value, [0.5, 0.5]),
        lambda value: ce.binary_cross_entropy([0, 1], [0.5, 0.5], sample_weight=value),
        lambda value: ce.binary_cross_entropy_with_logits([0, 1], [0.5, 0.5], pos_weight=value),
        lambda value: ce.categorical_cross_entropy([0], [[0.5, 0.5]], class_weight=value),
        lambda value: ce.categorical_cross_entropy_with_logits_gradient([0], [value]),
        lambda value: ce.binary_focal_loss_with_logits([0, 1], value),
        lambda value: ce.entropy(value),
        lambda value: ce.softmax(value),
        lambda value: ce.likelihood(value),
    ],
)
def test_no_argument_takes_a_mask_or_an_imaginary_part(call):
    with pytest.raises(ce.InputError, match=r"must not be masked; position \(?(0, )?1"):
        call(MASKED_ROW)
    with pytest.raises(ce.InputError, match="must hold real numbers"):
        call(np.array([0.5, 0.5 + 1j]))
