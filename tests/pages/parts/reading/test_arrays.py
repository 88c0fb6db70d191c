"""Arrays are read as they are pasted; whatever cannot be read is named with its place."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ce_core.checks import InputError
from pages.parts.reading.arrays import MOST_CHARACTERS, MOST_NUMBERS, parse_array


@pytest.mark.parametrize(
    "text",
    [
        "[0.5, 0.25, 1]",
        "0.5, 0.25, 1",
        "0.5; 0.25; 1",
        "0.5 0.25 1",
        "0.5\t0.25\t1",
        "0.5\n0.25\n1\n",
        "0.5,\r\n0.25,\r\n1",
        "[0.5 0.25\n 1.  ]",
        "(.5, 25e-2, 1.)",
        "tensor([0.5000, 0.2500, 1.0000])",
        "tensor([0.5, 0.25, 1.], dtype=torch.float64, device='cuda:0', requires_grad=True)",
        "tensor([0.5, 0.25, 1.], grad_fn=<SigmoidBackward0>)",
        "torch.tensor([0.5, 0.25, 1.])",
        "torch.FloatTensor([0.5, 0.25, 1.])",
        "Parameter containing:\ntensor([0.5, 0.25, 1.], requires_grad=True)",
        "array([0.5 , 0.25, 1.  ], dtype=float32)",
        "np.array([0.5, 0.25, 1])",
        "Array([0.5, 0.25, 1.], dtype=float32)",
        "[np.float64(0.5), np.float64(0.25), np.float64(1.0)]",
        "[tensor(0.5), tensor(0.25), tensor(1.)]",
        "tf.Tensor([0.5 0.25 1.], shape=(3,), dtype=float32)",
        "<tf.Tensor: shape=(3,), dtype=float32, numpy=array([0.5, 0.25, 1.], dtype=float32)>",
        "p = [0.5, 0.25, 1]",
        "y_pred: 0.5 0.25 1",
        "[[0.5], [0.25], [1]]",
        "［0.5，0.25，1］",
        "[0.5, 0.25, True]",
    ],
)
def test_a_list_of_numbers(text):
    assert parse_array(text, "p").tolist() == [0.5, 0.25, 1.0]


@pytest.mark.parametrize(
    "text",
    [
        "[[0, 1], [0.5, 0.5]]",
        "[[0 1]\n [0.5 0.5]]",
        "0 1\n0.5 0.5",
        "0\t1\n\n0.5\t0.5\n",
        "[0 1; 0.5 0.5]",
        "[0, 1], [0.5, 0.5]",
        "[0, 1]\n[0.5, 0.5]",
        "tensor([[0.0, 1.0],\n        [0.5, 0.5]], device='cuda:0')",
        "tf.Tensor(\n[[0.  1. ]\n [0.5 0.5]], shape=(2, 2), dtype=float32)",
        "[array([0., 1.]), array([0.5, 0.5])]",
    ],
)
def test_rows_of_numbers(text):
    assert parse_array(text, "p").tolist() == [[0, 1], [0.5, 0.5]]


def test_one_row_in_brackets_stays_a_row():
    assert parse_array("[[0.05, 0.85, 0.1]]", "p").shape == (1, 3)


def test_a_comma_at_the_end_of_a_line_goes_on():
    assert parse_array("1, 2,\n3, 4", "p").shape == (4,)


def test_minus_signs_and_words_for_numbers():
    assert parse_array("[−1, -inf, +Inf, nan]", "x")[:3].tolist() == [-1, -np.inf, np.inf]
    assert np.isnan(parse_array("[nan]", "x")[0])


@pytest.mark.parametrize(
    ("text", "rule", "sentence"),
    [
        ("", "array_empty", "p is empty"),
        (" \n\t", "array_empty", "p is empty"),
        ("[]", "array_empty", "p is empty"),
        ("[0.1, abc]", "array_word", "line 1, position 7 has “abc”"),
        ("0.1\n0.2 0,3x", "array_word", "line 2, position 7 has “3x”"),
        ("50%", "array_word", "has “50%”"),
        ("1.2.3", "array_word", "has “1.2.3”"),
        ("1-2", "array_word", "has “1-2”"),
        ("__import__('os')", "array_word", "has “__import__”"),
        ("<script>alert(1)</script>", "array_word", "line 1, position 1"),
        ("[0.1, 0.2", "array_bracket", "line 1, position 1 has “[”"),
        ("0.1]", "array_bracket", "line 1, position 4 has “]”"),
        ("[0.1)", "array_bracket", "position 5 has “)”"),
        ("[[1, 2], [3]]", "array_ragged", "row 1 has 2, row 2 has 1"),
        ("1 2\n3", "array_ragged", "row 1 has 2, row 2 has 1"),
        ("[1, [2]]", "array_depth", "row 1 is neither"),
        ("[[[1]]]", "array_depth", "row 1 is neither"),
        ("[" * 60 + "1" + "]" * 60, "array_deep", "too many brackets"),
        ("[1, , 2]", "array_gap", "before line 1, position 7"),
        ("[0.1 0.2 ... 0.9]", "array_ellipsis", "position 10 has “...”"),
        ("0,25; 0,75", "array_comma", "has “0,25”"),
        ("0,5 0,7", "array_comma", "decimal points"),
        ("x" * (MOST_CHARACTERS + 1), "array_characters", "at most 400,000 characters"),
        ("1 " * (MOST_NUMBERS + 1), "array_numbers", "at most 10,000 numbers"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(text, rule, sentence):
    with pytest.raises(InputError) as caught:
        parse_array(text, "p")
    assert caught.value.rule == rule
    assert sentence in str(caught.value)


def test_the_largest_array_is_read():
    assert parse_array("1," * MOST_NUMBERS, "p").shape == (MOST_NUMBERS,)
    printed = "np.float64(-1.2345678901234567e-300), " * MOST_NUMBERS
    assert parse_array(printed, "p").shape == (MOST_NUMBERS,)


def test_one_hot_rows_without_blanks_are_no_decimal_commas():
    assert parse_array("1,0\n0,1", "y").tolist() == [[1, 0], [0, 1]]


@pytest.mark.parametrize("piece", ["1", " ", "[(", "dtype=", "<tf.Tensor", "float(", "0,5 ", "1,"])
def test_the_longest_text_of_anything_ends_soon(piece):
    try:
        parse_array(piece * (MOST_CHARACTERS // len(piece)), "p")
    except InputError as error:
        assert len(str(error)) < 200  # noqa: PT017


PIECES = ["[", "]", "(", ")", ",", ";", "\n", " ", "tensor", "np.array", "dtype=", "float32"]
PIECES += ["0.5", "1", "-1e3", "nan", "inf", "...", "<", ">", "'", "=", "numpy=", "abc", "%", "−"]


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES)).map("".join)))
@example("y=")
@example("[1,2")
def test_whatever_is_pasted_gives_numbers_or_a_sentence(text):
    try:
        array = parse_array(text, "p")
    except InputError as error:
        assert "{" not in error.rule  # noqa: PT017
    else:
        assert array.dtype == np.float64
        assert array.ndim in (1, 2)
        assert array.size > 0


@given(
    st.lists(
        st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=2, max_size=4),
        min_size=1,
        max_size=5,
    ).filter(lambda rows: len({len(row) for row in rows}) == 1)
)
def test_what_python_prints_is_read_back(rows):
    assert parse_array(str(rows), "p").tolist() == rows
    assert parse_array(repr(np.array(rows)), "p").shape == np.shape(rows)
