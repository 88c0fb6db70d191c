"""A text: a short one as in a cell, or a pasted one of any length with lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pages.parts.inputs.kind import Kind, StateError, declared, is_readable
from pages.parts.inputs.table import is_cell

if TYPE_CHECKING:
    from pages.parts.model.controls import Control

_BLANKS = dict.fromkeys(map(ord, "\n\r\t"), " ")


def text(default: str = "") -> Any:
    """Declare a short text."""
    return declared(_Text(), lambda: default)


def pasted(default: str = "") -> Any:
    """Declare a text of any length, with lines."""
    return declared(_Pasted(), lambda: default)


class _Text(Kind[str]):
    def from_plain(self, plain: object) -> str:
        if isinstance(plain, str) and is_cell(plain):
            return plain
        raise StateError("This is no short text.")

    def show(self, slot: str, control: Control) -> None:
        from pages.parts.inputs.plain_widgets import show_text

        show_text(slot, control)


class _Pasted(_Text):
    def from_plain(self, plain: object) -> str:
        if isinstance(plain, str) and is_readable(plain.translate(_BLANKS)):
            return plain
        raise StateError("This is no text.")
