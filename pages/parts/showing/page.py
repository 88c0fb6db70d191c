"""The page of a chapter while it runs: what its blocks need to know to be shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ce_core.checks import InputError
from pages.parts.drawing.palette import Palette
from pages.parts.inputs.kind import Kind
from pages.parts.inputs.session import current, slot
from pages.parts.inputs.values import defaults, each, kinds, table_among
from pages.parts.model.chapter import Chapter
from pages.parts.wording.words import Words


@dataclass
class Page:
    """A chapter's page.

    Attributes
    ----------
    chapter : Chapter
        The chapter.
    text : Words
        Its words in the reader's language.
    colours : Palette
        The colours of the reader's theme.
    inputs : object
        The inputs as they were when the page began to run.
    result : object
        The result of these inputs; None where they give none.
    problem : InputError, optional
        What is wrong with them, until it has been said.
    """

    chapter: Chapter
    text: Words
    colours: Palette
    inputs: Any
    result: Any = None
    problem: InputError | None = None

    @cached_property
    def defaults(self) -> Any:
        """The chapter's default inputs in the reader's language."""
        return defaults(self.chapter.inputs, self.text)

    def now(self) -> Page:
        """Return the page with the inputs as the session holds them now."""
        return replace(self, inputs=current(self.defaults))

    def problem_about(self, inputs: tuple[str, ...]) -> InputError | None:
        """Return what is wrong with one of these inputs, with any where there are none; once."""
        error = self.problem
        if error is None or (inputs and error.details.get("input") not in inputs):
            return None
        self.problem = None
        return error

    def slot(self, name: str) -> str:
        """Return under which key the session holds an input."""
        return slot(self.chapter.inputs, name)

    @property
    def table(self) -> str | None:
        """The name of the chapter's table, if it has one."""
        return table_among(self.chapter.inputs)

    def change(self, change: Callable[[Any], Any]) -> None:
        """Change the inputs, those that differ afterwards. Call it from a callback."""
        for kind, key, value in self._differing(change(current(self.defaults))):
            kind.set(key, value)

    def follow(self, inputs: Any) -> None:
        """Take over the inputs that a hand in a picture has moved."""
        for kind, key, value in self._differing(inputs):
            kind.follow(key, value)

    def _differing(self, inputs: Any) -> list[tuple[Kind[Any], str, Any]]:
        """Return kind, key and value of each input that the session holds another value of."""
        held = current(self.defaults)
        return [
            (kind, self.slot(name), value)
            for name, kind, value in each(inputs)
            if not kind.is_same(value, getattr(held, name))
        ]

    def replace_table(self, table: Any) -> None:
        """Put another table in the place of the chapter's. Call it from a callback."""
        assert self.table is not None
        kinds(self.chapter.inputs)[self.table].set(self.slot(self.table), table)
