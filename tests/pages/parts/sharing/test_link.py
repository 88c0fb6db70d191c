"""A link brings back the very inputs; what no chapter made is refused, whatever it is."""

import base64
import contextlib
import dataclasses
import json
import zlib
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.binary.inputs import CASES, BinaryInputs
from pages.entropy.reading import MOST_OUTCOMES, outcome_table
from pages.multiclass.containers import article_containers
from pages.multiclass.reading import MOST_CONTAINERS, MOST_FRUITS
from pages.parts.inputs import link
from pages.parts.inputs.link import LinkError, decode
from pages.parts.inputs.values import in_words, kinds, to_plain
from pages.parts.reading.classes import MOST_CLASSES, score_table
from pages.parts.wording.words import words
from tests.pages import chapters

# One line for each link that was ever made and its inputs, all of them: a link holds only what
# differs from the usual inputs, so these may not change either. Add to it, and change nothing.
OLD_LINKS = json.loads(Path(__file__).with_name("old_links.json").read_text(encoding="utf-8"))


def encode(inputs: BinaryInputs) -> str:
    return link.encode(inputs, BinaryInputs())


def pack(state: object) -> str:
    packed = zlib.compress(json.dumps(state).encode(), 9)
    return "1" + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def same(one: object, other: object) -> bool:
    return to_plain(one) == to_plain(other)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("panels", [False, True], ids=["closed", "open"])
@pytest.mark.parametrize(
    ("chapter", "case"), [(c, case) for c, cases in chapters.CASES.items() for case in cases]
)
def test_every_case_has_a_short_link_that_brings_it_back(chapter, case, language, panels):
    kind, text = chapters.KINDS[chapter], words(chapter, language)
    inputs = in_words(chapters.CASES[chapter][case], text)
    opened = {name: panels for name, of in kinds(kind).items() if of.is_panel}
    inputs = dataclasses.replace(inputs, **opened)
    code = link.encode(inputs, in_words(kind(), text))
    address = f"https://cross-entropy-explorer.example.org/{chapter}?s={code}&lang={language}"
    assert len(address) < 300
    assert same(in_words(decode(code, kind), text), inputs)


@pytest.mark.parametrize(
    ("chapter", "old"), [(chapter, old) for chapter in OLD_LINKS for old in OLD_LINKS[chapter]]
)
def test_old_links_keep_opening(chapter, old):
    opened = to_plain(decode(old["code"], chapters.KINDS[chapter]))
    assert {name: opened[name] for name in old["inputs"]} == old["inputs"]


def test_links_of_each_version_are_held():
    for chapter, old_links in OLD_LINKS.items():
        assert {old["code"][0] for old in old_links} == set("12"), chapter
    assert OLD_LINKS.keys() <= chapters.KINDS.keys()


def two_hundred_students() -> pd.DataFrame:
    rng = np.random.default_rng(0)
    points = rng.uniform(0, 10, (200, 2)).round(1)
    return pd.DataFrame(
        {
            "student": [f"Student {i}" for i in range(200)],
            "outcome": rng.choice(["pass", "fail"], 200),
            "score": [f"{a + b - 10:.1f}" for a, b in points],
            "test 1": [f"{a:g}" for a, b in points],
            "test 2": [f"{b:g}" for a, b in points],
            **{model: [f"{p:.2f}" for p in rng.random(200)] for model in ("Model A", "Model B")},
        }
    )


def largest_tables() -> dict[str, pd.DataFrame]:
    rng = np.random.default_rng(0)

    def cells(count: int) -> list[str]:
        return [f"{value:.3f}" for value in rng.dirichlet(np.ones(count))]

    fruits = [f"fruit {i}" for i in range(MOST_FRUITS)]
    containers = article_containers().head(1).iloc[:, :3]
    containers = pd.concat(
        [containers, pd.DataFrame({"fruit": fruits, "row": "", "called": fruits})]
    ).reset_index(drop=True)
    for i in range(MOST_CONTAINERS):
        containers[f"C{i}"] = [fruits[i % MOST_FRUITS], *cells(MOST_FRUITS)]
    names = [f"outcome {i}" for i in range(MOST_OUTCOMES)]
    scores = score_table({f"class {i}": f"{i / 7:.3f}" for i in range(MOST_CLASSES)})
    return {
        "students": two_hundred_students(),
        "containers": containers,
        "outcomes": outcome_table(names, cells(MOST_OUTCOMES), cells(MOST_OUTCOMES)),
        "classes": scores,
    }


@pytest.mark.parametrize("chapter", chapters.KINDS)
def test_the_most_rows_fit_in_four_thousand_characters(chapter):
    kind, tables = chapters.KINDS[chapter], largest_tables()
    given = {f.name: tables[f.name] for f in dataclasses.fields(kind) if f.name in tables}
    inputs = kind(**given)
    code = link.encode(inputs, kind())
    assert len(code) < 3900
    assert same(decode(code, kind), inputs)


def test_names_in_any_script_and_cells_as_typed_come_back():
    students = BinaryInputs().students
    students.loc[0, "student"] = "张三 <b>é</b>"
    students.loc[0, "Model A"] = "0,5 ?"
    students.loc[1, "student"] = "李　四 👩‍🎓"
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
        {"class_size": 10**400},
        {"worked": 1},
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
        {"students": {"student": ["\ud800"]}},
        {"__class__": "x"},
    ],
    ids=lambda state: json.dumps(state)[:40],
)
def test_what_is_no_input_is_refused(state):
    with pytest.raises(LinkError):
        decode(pack(state), BinaryInputs)


def test_a_table_with_a_column_that_none_can_have_is_refused():
    students = to_plain(BinaryInputs())["students"]
    assert same(decode(pack({"students": students}), BinaryInputs), BinaryInputs())
    with pytest.raises(LinkError):
        decode(pack({"students": students | {"_index": students["student"]}}), BinaryInputs)


def test_a_link_with_a_name_in_both_languages_opens_in_each(chapter):
    students = BinaryInputs().students.rename(columns={"Model B": "模型 A"})
    code = encode(BinaryInputs(students=students))
    page = chapter("home", "zh")
    page.app.query_params["s"] = code
    page.open("binary")
    choice = next(group for group in page.app.get("button_group") if group.key == "language")
    for language in ("zh", "en", "zh"):
        choice.set_value(language).run()
        page.check()
        assert {"Model A", "模型 A"} <= set(page.held("students").columns)


def test_no_link_is_given_that_would_not_open():
    students = BinaryInputs().students
    for cell in ("x" * 61, "\x00"):
        students.loc[0, "student"] = cell
        with pytest.raises(LinkError):
            encode(BinaryInputs(students=students))
    students.loc[0, "student"] = "A"
    with pytest.raises(LinkError):
        encode(BinaryInputs(students=pd.concat([students] * 60)))


def test_a_bomb_is_not_unpacked():
    packed = zlib.compress(b'{"logarithm":"' + b"1" * 50_000_000 + b'"}', 9)[: 4 * 1000]
    code = "1" + base64.urlsafe_b64encode(packed).decode().rstrip("=")
    with pytest.raises(LinkError):
        decode(code[: link.MOST_CHARACTERS], BinaryInputs)


def test_nested_brackets_do_not_exhaust_the_stack():
    packed = zlib.compress(b"[" * 90_000)
    with pytest.raises(LinkError):
        decode("1" + base64.urlsafe_b64encode(packed).decode().rstrip("="), BinaryInputs)


@pytest.mark.parametrize("code", ["", "0", "3", "2abc", "1!!!!", "1AAAA", "1" + "A" * 100_000, "é"])
def test_damaged_and_foreign_links_are_refused(code):
    with pytest.raises(LinkError):
        decode(code, BinaryInputs)


@given(st.text(max_size=200))
def test_no_text_does_anything_but_open_or_be_refused(text):
    for code in (text, "1" + text, "2" + text):
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
