"""The languages are equal citizens: the same keys, the same values put in, no chapter left out."""

import ast
import re
import string
import tomllib
from pathlib import Path

import pytest

from pages.parts.drawing.palette import DARK, LIGHT
from pages.parts.wording.language import LANGUAGES
from pages.parts.wording.words import words
from tests.pages import chapters
from tests.pages.seen import Seen
from tests.pages.shown import seen_texts, shown_texts

HOUSE = Path(__file__).parents[2]
FOLDERS = sorted(path.parent.name for path in (HOUSE / "pages").glob("*/en.toml"))
CHAPTERS = sorted(path.parent.name for path in (HOUSE / "pages").glob("*/page.py"))
# What arrays must be (_checks.py) is for those who call the core from code: readers type cells.
EXAMPLES = list((HOUSE / "ce_core" / "examples").glob("[!_]*.py"))
READING = [*(HOUSE / "pages").glob("*/reading.py"), *(HOUSE / "pages/parts/reading").glob("*.py")]
OTHERS = sorted(set(LANGUAGES) - {"en"})
# English has no need of these: ce_core itself says what is wrong, and the tables are English.
ONLY_ELSEWHERE = ("rule.", "term.", "where.", "data.")
# What has no other name in Chinese: libraries and what is in them, functions, units in formulas.
NAMES = {
    *("PyTorch", "TensorFlow", "Torch", "Keras", "scikit", "learn", "Optax", "NumPy", "JAX"),
    *("Python", "MLflow", "sigmoid", "Sigmoid", "softmax", "Softmax", "logits", "log", "clip"),
    *("BCELoss", "CrossEntropyLoss", "BinaryCrossentropy", "CategoricalCrossentropy"),
    *("float32", "float64", "nan", "NaN", "inf", "pos", "weight", "log1", "SciPy"),
    *("CSV", "TSV", "JSON", "SVG", "PNG", "UTF", "GBK", "English", "Language"),
    *("max", "min", "quad", "text"),
    *("kept", "state"),  # the label of a field that nobody sees
}
_WORD = re.compile(r"[A-Za-z]{3,}[0-9]*")


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
    for key in english:  # the rules that English says too
        assert key in other, key
        assert placeholders(other[key]) <= placeholders(english[key]), key


CHINESE = r"[\u4e00-\u9fff]"
# Their values may be Chinese or Latin: `Words` puts the blank where one is due.
NAMED = r"\{(?:student|students|container|model|table|column|kind|what|library|option)\}"


@pytest.mark.parametrize("folder", FOLDERS)
def test_chinese_has_its_own_punctuation_and_no_blanks_beside_names(folder):
    for key, sentence in sentences(folder, "zh").items():
        assert not re.search(f"{CHINESE}[,;:?!]|[,;:?!]{CHINESE}", sentence), key
        assert not re.search(f"{CHINESE} {NAMED}|{NAMED} {CHINESE}", sentence), key


def raised_rules() -> dict[str, set[str]]:
    """Return the rules that worked examples can break, with the details that all have who do."""
    rules: dict[str, set[str]] = {}

    def found(rule: str, details: set[str]) -> None:
        rules[rule] = rules.get(rule, details) & details

    for path in [*EXAMPLES, *READING]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                named = {keyword.arg: keyword.value for keyword in node.keywords}
                rule, sentence = named.get("rule"), node.args[0] if node.args else None
                if not isinstance(rule, ast.Constant | ast.IfExp) or sentence is None:
                    continue
                details = {part for text in constants(sentence) for part in placeholders(text)}
                if isinstance(given := named.get("details"), ast.Dict):
                    details |= {key.value for key in given.keys if isinstance(key, ast.Constant)}
                for name in constants(rule):
                    found(name, details)
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_SENTENCES":
                for rule, sentence in ast.literal_eval(node.value).items():
                    found(rule, placeholders(sentence))
    return rules


def constants(expression: ast.expr) -> list[str]:
    """Return the texts that an expression chooses from."""
    if isinstance(expression, ast.IfExp):
        return constants(expression.body) + constants(expression.orelse)
    return [
        node.value
        for node in ast.walk(expression)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


@pytest.mark.parametrize("language", OTHERS)
def test_every_rule_that_a_reader_can_break_is_said_in_the_language(language):
    known = {}
    for chapter in CHAPTERS:
        known |= words(chapter, language).sentences
    for rule, details in raised_rules().items():
        assert f"rule.{rule}" in known, rule
        assert placeholders(known[f"rule.{rule}"]) <= details, rule


def english(texts: set[str]) -> dict[str, set[str]]:
    """Return the texts in which there are English words that have a Chinese name."""
    found = {text: set(_WORD.findall(text.replace("ce_core", ""))) - NAMES for text in texts}
    return {text: words for text, words in found.items() if words}


def chinese(texts: set[str]) -> set[str]:
    """Return the texts with Chinese in them, but for the choice of the language."""
    return {
        text
        for text in texts
        if re.search("[\u3400-\u9fff]", text.replace("中文", "").replace("语言", ""))
    }


def everything_seen(name: str, language: str) -> set[str]:
    """Return all words that the chapter shows in each of its cases and in both themes."""
    return {
        text
        for case in chapters.CASES[name]
        for colours in (LIGHT, DARK)
        for text in seen_texts(Seen(name, case, language=language, colours=colours))
    }


@pytest.mark.parametrize("name", CHAPTERS)
def test_in_chinese_a_chapter_shows_no_english(name):
    texts = everything_seen(name, "zh")
    assert chinese(texts)
    assert not english(texts)


@pytest.mark.parametrize("name", CHAPTERS)
def test_in_english_a_chapter_shows_no_chinese(name):
    texts = everything_seen(name, "en")
    assert texts
    assert not chinese(texts)


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_sentence_is_in_the_other_language(folder):
    assert not english({fixed(text) for text in sentences(folder, "zh").values()})
    assert not chinese(set(sentences(folder, "en").values()))


def fixed(sentence: str) -> str:
    """Return a sentence without what is put into it, without code, mark-up and formulas."""
    return re.sub(r"\{\w*\}|`[^`]*`|<[^>]*>|\\[A-Za-z]+", " ", sentence)


def everything_on_the_page(page) -> set[str]:
    """Return all words of the page with all of its panels open and its question answered."""
    panels = [
        element.proto.id.split("-", 2)[2]
        for kind in ("expander", "popover")
        for element in page.app.get(kind)
        if getattr(element.proto, "id", "")
    ]
    for panel in panels:
        page.app.session_state[panel] = True
    page.app.run()
    page.click(f"reveal-{page.name}")
    return set(shown_texts(page.app))


def test_what_stands_around_every_chapter_is_in_the_readers_language(chapter):
    assert not english(everything_on_the_page(chapter("binary", "zh")))
    assert not chinese(everything_on_the_page(chapter("binary", "en")))
