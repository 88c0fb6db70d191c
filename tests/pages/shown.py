"""Everything that a reader can see or hear of a page or of a view, as a collection of texts."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from pages.parts.model.blocks import Block, Figure, Picture
from pages.parts.model.controls import TableControl
from tests.pages.seen import Seen, flat, written

# Fields of Streamlit's messages that hold words for the reader, and Plotly's and the components'.
_FIELDS = {
    "body",
    "label",
    "help",
    "content",
    "options",
    "placeholder",
    "alt",
    "caption",
    "field",
    "done",
    "svg",
    "png",
}
_IN_JSON = {"columns", "spec", "json", "bytes"}
_KEYS = {
    *("text", "name", "title", "ticktext", "hovertemplate", "customdata", "hovertext"),
    *("label", "help", "field", "done", "svg", "png", "unit", "texts", "ticksuffix", "tickprefix"),
    "alt",
}
_NO_WORDS = re.compile(
    r"<style>.*?</style>"  # the style sheet
    r"|`[^`]*`"  # code
    r"|\\[A-Za-z]+"  # LaTeX commands
    r"|%\{[^}]*\}"  # Plotly's places in a hover text
    r"|:material/\w+:"
    r"|\bhttps?://\S+"
    r"|textcolor\{#\w+\}|\{#\w+\}",
    re.DOTALL,
)
_FIGURES = re.compile(r"data-figure='([^']*)'")
_ATTRIBUTES = re.compile(r'(?:aria-label|alt|title)="([^"]*)"')


def shown_texts(app: AppTest) -> list[str]:
    """Return the words of every element of the page, without mark-up, code and formulas."""
    texts: list[str] = []
    for element in _elements(app._tree):  # type: ignore[attr-defined]
        proto = getattr(element, "proto", None)
        if isinstance(proto, Message) and type(proto).__name__ != "Code":
            texts += _of_message(proto)
    texts += _cells(app)
    return [plain for text in texts if (plain := _plain(text))]


def seen_texts(seen: Seen) -> list[str]:
    """Return the words of a view, of its controls, its worked table and its question."""
    sections, text = seen.chapter.sections, seen.text
    blocks = [*seen.blocks, *seen.controls]
    if seen.is_whole and any(section.worked for section in sections):
        blocks.append(seen.worked)
    texts = [part for block in blocks for part in _of_block(block)]
    if seen.chapter.question is not None:
        names = seen.chapter.question(text).names
        texts.append(text("predict.question", **names))
        texts.append(text("predict.answer", **names, guess="0", answer="1"))
    for table in (block for block in blocks if isinstance(block, TableControl)):
        cells = getattr(seen.inputs, table.name)
        for column in table.columns:
            texts.extend(cells.get(column.name, ()))
    return [plain for part in texts if (plain := _plain(part))]


def _of_block(block: Block) -> Iterator[str]:
    yield from written(block)
    if isinstance(block, Figure):
        yield from _of_json(json.loads(json.dumps(block.chart, default=np.ndarray.tolist)))
    if isinstance(block, Picture):
        yield from _of_json(block.scene)
        if block.follows is not None:
            for below in flat(block.follows({})):
                yield from written(below)


def _elements(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from _elements(child)


def _of_message(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        if field.message_type and field.message_type.GetOptions().map_entry:
            continue
        for item in value if field.is_repeated else [value]:
            if isinstance(item, Message):
                yield from _of_message(item)
            elif not isinstance(item, str | bytes):
                continue
            elif field.name in _IN_JSON and item[:1] in ("{", "[", b"{"):
                shown = json.loads(item)
                if field.name == "json":  # a component's data, where the name is a file's
                    shown.pop("name", None)
                yield from _of_json(shown)
            elif field.name in _FIELDS:
                yield item
                for figure in _FIGURES.findall(item):
                    yield from _of_json(json.loads(figure))


def _of_json(value: Any, of_words: bool = False) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _of_json(item, key in _KEYS)
    elif isinstance(value, list):
        for item in value:
            yield from _of_json(item, of_words)
    elif isinstance(value, str) and of_words:
        yield value


def _cells(app: AppTest) -> Iterator[str]:
    """Give the cells of the tables as the reader sees them; their heads are in the messages."""
    for table in app.dataframe:
        for column in table.value.columns:
            yield from map(str, table.value[column])


def _plain(text: str) -> str:
    spoken = _ATTRIBUTES.findall(text)
    text = _NO_WORDS.sub(" ", text)
    return html.unescape(re.sub(r"<[^>]*>", " ", text) + " ".join(spoken)).strip()
