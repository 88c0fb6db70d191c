"""A link brings back the very inputs; what no chapter made is refused, whatever it is."""

import base64
import contextlib
import json
import zlib

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.binary.inputs import CASES, BinaryInputs
from pages.parts import link
from pages.parts.link import LinkError, decode

# Links made by an earlier version keep opening what they opened.
OLD_LINKS = {
    "1": "article",
}


def encode(inputs: BinaryInputs) -> str:
    return link.encode(inputs, BinaryInputs())


def pack(state: object) -> str:
    packed = zlib.compress(json.dumps(state).encode(), 9)
    return "1" + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def same(one: BinaryInputs, other: BinaryInputs) -> bool:
    return encode(one) == encode(other) and one.students.equals(other.students)


@pytest.mark.parametrize("case", CASES)
def test_the_cases_have_short_links_that_bring_them_back(case):
    code = encode(CASES[case])
    assert len(code) < 250
    assert same(decode(code, BinaryInputs), CASES[case])


@pytest.mark.parametrize(("code", "case"), OLD_LINKS.items())
def test_old_links_keep_opening(code, case):
    assert same(decode(code, BinaryInputs), CASES[case])


def test_two_hundred_students_fit_in_four_thousand_characters():
    rng = np.random.default_rng(0)
    students = pd.DataFrame(
        {
            "student": [f"Student {i}" for i in range(200)],
            "outcome": rng.choice(["pass", "fail"], 200),
            **dict.fromkeys(BinaryInputs().students.columns[2:-2], "0"),
            **{m: [f"{p:.2f}" for p in rng.random(200)] for m in ("Model A", "Model B")},
        }
    )
    inputs = BinaryInputs(students=students)
    assert len(encode(inputs)) < 3900
    assert same(decode(encode(inputs), BinaryInputs), inputs)


def test_names_in_any_script_and_cells_as_typed_come_back():
    students = BinaryInputs().students
    students.loc[0, "student"] = "张三 <b>é</b>"
    students.loc[0, "Model A"] = "0,5 ?"
    inputs = BinaryInputs(students=students)
    assert same(decode(encode(inputs), BinaryInputs), inputs)


@pytest.mark.parametrize(
    "state",
    [
        [],
        "text",
        {"no_such_input": 1},
        {"logarithm": "7"},
        {"logarithm": 10},
        {"class_size": "1000"},
        {"class_size": True},
        {"class_size": float("nan")},
        {"class_size": float("inf")},
        {"students": []},
        {"students": {}},
        {"students": {"student": ["A"]}},
        {"students": {"student": ["A"], "outcome": []}},
        {"students": {"student": "A"}},
        {"students": {"student": [1]}},
        {"students": {"student": ["x" * 500]}},
        {"students": {"student": ["A"] * 5000}},
        {"students": {f"c{i}": ["0"] for i in range(100)}},
        {"students": {"student": ["\x00"]}},
        {"__class__": "x"},
    ],
    ids=lambda state: json.dumps(state)[:40],
)
def test_what_is_no_input_is_refused(state):
    with pytest.raises(LinkError):
        decode(pack(state), BinaryInputs)


def test_a_bomb_is_not_unpacked():
    packed = zlib.compress(b'{"logarithm":"' + b"1" * 50_000_000 + b'"}', 9)[: 4 * 1000]
    code = "1" + base64.urlsafe_b64encode(packed).decode().rstrip("=")
    with pytest.raises(LinkError):
        decode(code[: link.MOST_CHARACTERS], BinaryInputs)


def test_nested_brackets_do_not_exhaust_the_stack():
    packed = zlib.compress(b"[" * 90_000)
    with pytest.raises(LinkError):
        decode("1" + base64.urlsafe_b64encode(packed).decode().rstrip("="), BinaryInputs)


@pytest.mark.parametrize("code", ["", "0", "2abc", "1!!!!", "1AAAA", "1" + "A" * 100_000, "é"])
def test_damaged_and_foreign_links_are_refused(code):
    with pytest.raises(LinkError):
        decode(code, BinaryInputs)


@given(st.text(max_size=200))
def test_no_text_does_anything_but_open_or_be_refused(text):
    for code in (text, "1" + text):
        with contextlib.suppress(LinkError):
            decode(code, BinaryInputs)


@settings(max_examples=300)
@given(
    st.sampled_from(sorted(CASES)), st.integers(0, 200), st.characters(codec="ascii"), st.booleans()
)
def test_a_mutated_link_does_not_either(case, place, character, cut):
    code = encode(CASES[case])
    place %= len(code)
    mutated = code[:place] + character + ("" if cut else code[place + 1 :])
    with contextlib.suppress(LinkError):
        decode(mutated, BinaryInputs)
