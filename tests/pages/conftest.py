"""What all page tests need: the app without a browser, and figures that Plotly accepts."""

import html
import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.inputs.session import slot
from tests.pages.chapters import KINDS
from tests.pages.seen import valid as valid_figure

CONTENTS = Path(__file__).parents[2] / "pages" / "contents.py"


class Chapter:
    """One chapter, driven without a browser."""

    def __init__(self, name: str, language: str = "en") -> None:
        self.name = name
        self.app = AppTest.from_file(CONTENTS, default_timeout=30)
        self.app.session_state["language"] = language
        self.app._registered_pages = _pages()
        self.open(name)

    def open(self, name: str) -> None:
        """Go to a chapter, as a click in the sidebar does."""
        self.name = name
        self.app.switch_page(f"{name}/page.py").run()
        self.check()

    def check(self) -> None:
        assert not self.app.exception, self.app.exception
        assert self.app.title, "a blank page"
        names = [chart["name"] for chart in self.charts]
        assert len(names) == len(set(names)), "a figure would be drawn in another's place"
        for chart in self.charts:
            valid_figure(json.dumps(chart["figure"]))

    def click(self, key: str) -> None:
        """Press the button of that key."""
        self.app.button(key=key).click().run()
        self.check()

    def edit(self, table: str, row: int, column: str, text: str) -> None:
        """Type into a cell of the chapter's view of a table."""
        key = self.editor(table)
        state = self.app.session_state[key]
        rows = {**state["edited_rows"]}
        rows[row] = {**rows.get(row, {}), column: text}
        self.app.session_state[key] = {**state, "edited_rows": rows}
        self.app.run()
        self.check()

    def add(self, table: str, **cells: str) -> None:
        """Add a row."""
        key = self.editor(table)
        state = self.app.session_state[key]
        self.app.session_state[key] = {**state, "added_rows": [*state["added_rows"], cells]}
        self.app.run()
        self.check()

    def delete(self, table: str, *rows: int) -> None:
        """Delete rows."""
        key = self.editor(table)
        state = self.app.session_state[key]
        self.app.session_state[key] = {**state, "deleted_rows": list(rows)}
        self.app.run()
        self.check()

    def slot(self, name: str) -> str:
        """Return under which key the session holds an input of the chapter."""
        return slot(KINDS[self.name], name)

    def slide(self, name: str, stop: int) -> None:
        """Move the thumb of a live slider to a stop, counted from 0."""
        key = self.slot(name)
        rev = self.app.session_state["explorer"].sliders[key].rev
        self.app.session_state[key] = {"move": {"index": stop, "turn": 1, "rev": rev}}
        self.app.run()
        self.check()

    def held(self, name: str) -> Any:
        """Return the value that the session holds of an input."""
        explorer, name = self.app.session_state["explorer"], self.slot(name)
        if name in explorer.tables:
            return explorer.tables[name].frame
        for picture in explorer.pictures.values():
            if name in picture.values:
                return picture.values[name]
        return (
            explorer.sliders[name].value
            if name in explorer.sliders
            else self.app.session_state[name]
        )

    def editor(self, table: str) -> str:
        """Return the key of the table's editor on the page."""
        store = self.app.session_state["explorer"].tables[self.slot(table)]
        return str(store.editors[store.view].key)

    @property
    def charts(self) -> list[dict[str, Any]]:
        """The page's figures as they travel: each with its name and its alternative text."""
        drawn = _Figures()
        drawn.feed(self.html)
        return drawn.figures

    @property
    def html(self) -> str:
        """All of the page's own HTML."""
        return "\n".join(element.value for element in self.app.html)

    @property
    def prose(self) -> str:
        """All of the page's sentences, with what was escaped in them as it is read."""
        text = "\n".join(element.value for element in self.app.markdown)
        plain = html.unescape(re.sub(r"<style>.*?</style>|<[^>]*>", "", self.html, flags=re.S))
        return text.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\") + "\n" + plain

    @property
    def warnings(self) -> list[str]:
        """The sentences about bad input, as they are read."""
        return [element.value.replace("\\", "") for element in self.app.warning]


@cache
def _pages() -> Any:
    """Return the chapters as Streamlit knows them after a first run, for those that skip it."""
    return AppTest.from_file(CONTENTS, default_timeout=30).run()._registered_pages


class _Figures(HTMLParser):
    """Reads the figures out of the page's HTML as a browser does."""

    def __init__(self) -> None:
        super().__init__()
        self.figures: list[dict[str, Any]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = dict(attrs)
        if figure := of.get("data-figure"):
            self.figures.append({"name": of["data-name"], **json.loads(figure)})


@pytest.fixture
def chapter():
    """Return the function that opens a chapter."""
    return Chapter


@pytest.fixture
def valid():
    """Return the function that lets Plotly check a figure and hands it back."""

    def check(figure: dict[str, Any]) -> dict[str, Any]:
        go.Figure(figure)
        return figure

    return check
