"""What a chapter shows, without an app: its view as a reader reads it."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import Any

import plotly.graph_objects as go

from pages.parts.drawing.palette import LIGHT, Palette
from pages.parts.inputs.values import defaults, in_words
from pages.parts.model import blocks as b
from pages.parts.model.chapter import Chapter
from pages.parts.wording.words import words
from tests.pages.views import flat, headlines


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
        self.view = self.chapter.view(self.inputs, self.text, colours)
        self.blocks = list(flat(self.view))
        for figure in self.figures.values():
            go.Figure(figure.chart)  # Plotly accepts it

    def of(self, kind: type[Any]) -> list[Any]:
        """Return all blocks of a kind."""
        return [block for block in self.blocks if isinstance(block, kind)]

    @property
    def numbers(self) -> dict[str, str]:
        """The headlines: each label with its value."""
        return headlines(self.view)

    @property
    def remarks(self) -> dict[str, str]:
        """The headlines: each label with its remark."""
        return {n.label: n.remark for block in self.of(b.Headlines) for n in block.numbers}

    @property
    def figures(self) -> dict[str, b.Figure]:
        """The figures by name."""
        return {figure.name: figure for figure in self.of(b.Figure)}

    @property
    def prose(self) -> str:
        """All sentences, with what was escaped in them as it is read."""
        sentences = [
            *(figure.title for figure in self.of(b.Figure)),
            *(sentence for notice in self.of(b.Notice) for sentence in notice.sentences),
            *(line for formula in self.of(b.Formula) for line in formula.lines),
            *(block.markdown for block in self.of(b.Prose)),
        ]
        return "\n".join(sentences).replace("\\\\", "\0").replace("\\", "").replace("\0", "\\")

    @property
    def worked(self) -> b.WorkedTable:
        """The worked table of the chapter's section that has one."""
        result = self.chapter.result_of(self.inputs)
        make = next(section.worked for section in self.chapter.sections if section.worked)
        return make(result, self.text)
