"""Words come from files, names are made harmless, and all keys that code asks for exist."""

import re
import string
import tomllib
from pathlib import Path

import pytest

from pages.parts.wording.words import words

PAGES = Path(__file__).parents[4] / "pages"
CHAPTERS = sorted(path.parent.name for path in PAGES.glob("*/page.py"))


def test_values_are_put_in_by_name_and_escaped_for_markdown():
    sentence = words("binary")("figure.title_equal", model="**A** [x](http://e.vil)")
    assert sentence == r"Every student costs \*\*A\*\* \[x\]\(http\://e\.vil\) the same"


def test_plain_leaves_values_as_they_are():
    assert words("binary").plain("figure.passed", student="<b>") == "<b>, passed"


def test_a_name_that_looks_like_a_placeholder_stays_a_name():
    assert words("binary").plain("figure.passed", student="{p}") == "{p}, passed"


@pytest.mark.parametrize(("language", "names"), [("en", "A, B"), ("zh", "A、B")])
def test_names_stand_side_by_side_as_the_language_has_them(language: str, names: str):
    assert words("binary", language).listed("AB") == names


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        words("binary")("no.such.key")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_key_that_a_chapters_code_names_has_words(chapter):
    text = words(chapter)
    code = "".join(path.read_text() for path in (PAGES / chapter).glob("*.py"))
    for key in re.findall(r'\btext(?:\.plain)?\(\s*"([a-z_.]+)"', code):
        assert text.has(key), f"{chapter}: {key}"


@pytest.mark.parametrize("path", sorted(PAGES.glob("*/*.toml")), ids=lambda p: p.parent.name)
def test_placeholders_are_plain_names(path):
    def sentences(table):
        for value in table.values():
            yield from sentences(value) if isinstance(value, dict) else [value]

    for sentence in sentences(tomllib.loads(path.read_text())):
        for _, name, spec, conversion in string.Formatter().parse(sentence):
            assert name is None or (name.isidentifier() and not spec and not conversion)
