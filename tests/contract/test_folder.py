"""What relies on the insides of libraries stands in one folder, says so, and stops nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pages.parts.internals import missing, patches
from tests.contract.conftest import PAGES

FOLDER = PAGES / "parts" / "internals"
FILES = [
    path
    for path in sorted(FOLDER.iterdir())
    if path.suffix in {".py", ".js", ".css"} and path.stem not in {"__init__", "patches", "missing"}
]
SAYS = ("Needs:", "Why:", "Upstream:", "Without it:")
# How others call their insides.
INSIDES = [
    r"data-testid|data-stale|data-baseweb|#portal|\bst-emotion",  # Streamlit's elements
    r"\.katex|\.token\b|\.gdg-|glide-|js-plotly|main-svg|plot-container",  # of what it is built on
    r"static/js/|PlotSchema|\b_fullData|\b_fullLayout|_reactRootContainer|__react",
    r"(globalThis|window)\.(setTimeout|fetch|WebSocket)\s*=",
    r"net_util|uvicorn|websockets|permessage|\.transport\b|package_data",
    r'"_index"|streamlit\.(runtime|proto|web|config|elements\.lib|navigation|components)',
    r"\bsession_state\._|\bst\._[a-z]|time\.sleep",
]
OTHERS = [
    path
    for path in sorted([*PAGES.rglob("*"), PAGES.parent / "app.py"])
    if path.suffix in {".py", ".js", ".css", ".html"} and FOLDER not in path.parents
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_says_what_it_needs_why_and_what_there_is_without_it(path: Path):
    text = path.read_text()
    partner = path.with_suffix(".py")
    said = partner.read_text() if f"see {partner.name}" in text else text
    assert all(word in said for word in SAYS)


def without_annotations(path: Path) -> str:
    """Return a file's text without what only a checker of types reads."""
    text = path.read_text()
    if path.suffix != ".py":
        return text
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for number in range(node.lineno - 1, node.end_lineno or node.lineno):
                lines[number] = ""
    return "\n".join(lines)


def found(path: Path) -> list[str]:
    text = without_annotations(path)
    return [match.group() for inside in INSIDES for match in re.finditer(inside, text)]


def test_no_other_file_names_the_insides_of_a_library():
    named = {str(path.relative_to(PAGES.parent)): found(path) for path in OTHERS}
    assert {path: names for path, names in named.items() if names} == {}


class Vanished:
    """A patch of something that is no longer there, in one way or another."""

    WITHOUT = "nothing is patched."

    def __init__(self, applies: bool | Exception, apply: Exception | None = None) -> None:
        self.answers, self.fails = applies, apply
        self.applied = False

    def applies(self) -> bool:
        if isinstance(self.answers, Exception):
            raise self.answers
        return self.answers

    def apply(self) -> None:
        if self.fails:
            raise self.fails
        self.applied = True


@pytest.fixture
def forgetful() -> Iterator[None]:
    missing.report.cache_clear()
    yield
    missing.report.cache_clear()


@pytest.mark.parametrize(
    "patch",
    [
        Vanished(False),
        Vanished(ImportError("No module named 'uvicorn.protocols'")),
        Vanished(AttributeError("no such name")),
        Vanished(True, TypeError("takes one argument")),
    ],
)
def test_what_has_vanished_stops_nothing_and_is_logged_once(
    forgetful: None, caplog: pytest.LogCaptureFixture, patch: Vanished
):
    there = Vanished(True)
    for _ in range(2):
        patches.apply_all([patch, there])
    assert there.applied
    assert caplog.messages == ["A library has changed inside: nothing is patched."]
