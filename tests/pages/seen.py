"""What a chapter shows, without an app: its view as a reader reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from importlib import import_module
from json import dumps, loads
from typing import Any, TypeAlias

import numpy as np
import plotly.graph_objects as go

from ce_core.checks import InputError
from pages.parts.drawing.palette import LIGHT, Palette
from pages.parts.inputs.values import defaults, in_words
from pages.parts.model import blocks as b
from pages.parts.model.blocks import Block, Blocks
from pages.parts.model.chapter import Chapter, View
from pages.parts.wording.words import words

Shown: TypeAlias = "Mapping[str, View] | View | Blocks"


class Seen:
    """What a chapter shows of some inputs.

    Parameters
    ----------
    chapter : str
        The chapter.
    case : str, optional
        One of its cases; else its default inputs.
    language : str
        The reader's language.
    colours : Palette
        The reader's theme.
    **changed
        Inputs that differ from the case's.
    """

    def __init__(
        self,
        chapter: str,
        case: str = "",
        *,
        language: str = "en",
        colours: Palette = LIGHT,
        **changed: Any,
    ) -> None:
        self.chapter: Chapter = import_module(f"pages.{chapter}.chapter").CHAPTER
        self.text = words(chapter, language)
        start = defaults(self.chapter.inputs, self.text)
        inputs = in_words(self.chapter.cases[case], self.text) if case else start
        self.inputs = replace(inputs, **changed)
        self.result = self.chapter.result_of(self.inputs)
        self.view = self.chapter.view(self.inputs, self.text, colours)
        self.blocks = list(flat(self.view))
        for figure in self.figures.values():
            valid(dumps(figure.chart, default=np.ndarray.tolist))

    @property
    def numbers(self) -> dict[str, str]:
        """The headlines: each label with its value."""
        return headlines(self.view)

    @property
    def remarks(self) -> dict[str, str]:
        """The headlines: each label with its remark."""
        return dict(zip(headlines(self.view), remarks(self.view), strict=True))

    @property
    def figures(self) -> dict[str, b.Figure]:
        """The figures by name."""
        return figures(self.view)

    @property
    def prose(self) -> str:
        """All words as they are read; not those within figures."""
        return said(self.view)

    @property
    def controls(self) -> list[Block]:
        """The controls that stand beside the view."""
        return controls(self.chapter, self.inputs, self.text)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong with the inputs."""
        return getattr(self.result, "problem", None) is None

    @property
    def worked(self) -> b.WorkedTable:
        """The worked table of the chapter's section that has one."""
        make = next(section.worked for section in self.chapter.sections if section.worked)
        return make(self.result, self.text)

    @property
    def code(self) -> dict[str, str]:
        """The same computation as code, by library."""
        assert self.chapter.code is not None
        return {library: write() for library, write in self.chapter.code(self.result).items()}


def refused(chapter: str, **changed: Any) -> InputError:
    """Return what is wrong with these inputs of a chapter."""
    its: Chapter = import_module(f"pages.{chapter}.chapter").CHAPTER
    try:
        result = its.result_of(replace(its.inputs(), **changed))
    except InputError as error:
        return error
    problem: InputError | None = getattr(result, "problem", None)
    assert problem is not None, "nothing is wrong with them"
    return problem


def controls(chapter: Chapter, inputs: Any, text: Any) -> list[Block]:
    """Return all that stands over and beside a chapter's views."""
    try:
        result = chapter.result_of(inputs)
    except InputError:
        result = None
    above = [section.above(text) for section in chapter.sections if section.above]
    beside = [section.controls(inputs, text) for section in chapter.sections if section.controls]
    return [block for blocks in (*above, *beside) for block in flat(blocks, result)]


@cache
def valid(figure: str) -> None:
    """Let Plotly check a figure, which it does slowly: each once."""
    go.Figure(loads(figure))


def flat(shown: Shown, result: object = None) -> Iterator[Block]:
    """Give every block, and those within others: folds opened, and those made of the result."""
    if isinstance(shown, Mapping):
        shown = [block for view in shown.values() for block in _own(view)]
    elif isinstance(shown, View):
        shown = _own(shown)
    for block in shown:
        yield block
        if isinstance(block, b.Box | b.Row):
            yield from flat(block.blocks, result)
        elif isinstance(block, b.Columns):
            for column in block.columns:
                yield from flat(column, result)
        elif isinstance(block, b.Fold):
            yield from flat(block.blocks(), result)
        elif isinstance(block, b.OfResult):
            yield from flat(block.blocks(result), result)


def _own(view: View) -> list[Block]:
    return [*view.left, *view.right, *view.below]


def said(shown: Shown, result: object = None) -> str:
    """Return all words of the blocks as they are read; not those within figures."""
    return "\n".join(
        text if isinstance(block, b.Formula) else unescaped(text)
        for block in flat(shown, result)
        for text in written(block)
    )


def unescaped(markdown: str) -> str:
    """Return Markdown with what was escaped in it as it is read."""
    return markdown.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\")


def headlines(shown: Shown) -> dict[str, str]:
    """Return the numbers that matter by their labels."""
    rows = [block.numbers for block in flat(shown) if isinstance(block, b.Headlines)]
    return {number.label: number.value for row in rows for number in row}


def remarks(shown: Shown) -> list[str]:
    """Return what is remarked of each of the numbers that matter."""
    rows = [block.numbers for block in flat(shown) if isinstance(block, b.Headlines)]
    return [number.remark for row in rows for number in row]


def figures(shown: Shown) -> dict[str, b.Figure]:
    """Return the figures by name."""
    return {block.name: block for block in flat(shown) if isinstance(block, b.Figure)}


def written(value: Any) -> Iterator[str]:
    """Give all words of one block as they are written; not those of blocks within it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from written(item)
    elif isinstance(value, Mapping):
        yield from written(list(value.values()))
    elif is_dataclass(value) and not isinstance(value, b.Columns):
        for field in fields(value):
            if field.name not in _UNREAD:
                yield from written(getattr(value, field.name))


_UNREAD = {
    *("name", "chart", "scene", "colour", "icon", "form", "align"),
    *("blocks", "panel", "chapter", "inputs", "about", "kind"),
}
