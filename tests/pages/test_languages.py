"""The languages are equal citizens: the same keys, the same values put in, no chapter left out."""

import ast
import string
import tomllib
from pathlib import Path

import pytest

from pages.parts.language import LANGUAGES
from pages.parts.words import words

HOUSE = Path(__file__).parents[2]
FOLDERS = sorted(path.parent.name for path in (HOUSE / "pages").glob("*/en.toml"))
CHAPTERS = sorted(path.parent.name for path in (HOUSE / "pages").glob("*/page.py"))
OTHERS = sorted(set(LANGUAGES) - {"en"})
# English has no need of these: ce_core itself says what is wrong, and the tables are English.
ONLY_ELSEWHERE = ("rule.", "term.", "data.")


def sentences(folder: str, language: str) -> dict[str, str]:
    def flat(table, prefix=""):
        for key, value in table.items():
            if isinstance(value, dict):
                yield from flat(value, f"{prefix}{key}.")
            else:
                yield prefix + key, value

    text = (HOUSE / "pages" / folder / f"{language}.toml").read_text(encoding="utf-8")
    return dict(flat(tomllib.loads(text)))


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("folder", FOLDERS)
def test_keys_and_placeholders_are_the_same(folder, language):
    english, other = sentences(folder, "en"), sentences(folder, language)
    own = {key for key in other if not key.startswith(ONLY_ELSEWHERE)}
    assert own == {key for key in english if not key.startswith(ONLY_ELSEWHERE)}
    for key in own:
        assert placeholders(other[key]) == placeholders(english[key]), key


def raised_rules() -> dict[str, set[str]]:
    """Return the rules that worked examples can break, with the details their sentences name."""
    rules: dict[str, set[str]] = {}
    for path in (HOUSE / "ce_core" / "examples").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                named = {keyword.arg: keyword.value for keyword in node.keywords}
                rule, sentence = named.get("rule"), node.args[0] if node.args else None
                if isinstance(rule, ast.Constant) and isinstance(sentence, ast.Constant):
                    rules[rule.value] = placeholders(sentence.value)
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_SENTENCES":
                for rule, sentence in ast.literal_eval(node.value).items():
                    rules[rule] = placeholders(sentence)
    return rules


@pytest.mark.parametrize("language", OTHERS)
def test_every_rule_that_a_reader_can_break_is_said_in_the_language(language):
    known = {}
    for chapter in CHAPTERS:
        known |= words(chapter, language).sentences
    for rule, details in raised_rules().items():
        assert f"rule.{rule}" in known, rule
        assert placeholders(known[f"rule.{rule}"]) <= details, rule
