"""A choice of one: from a declared list, by a name that the page offers, or by position."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from pages.parts.inputs.kind import Kind, StateError, declared
from pages.parts.inputs.table import is_cell

if TYPE_CHECKING:
    from pages.parts.model.controls import Control

Option = TypeVar("Option", str, int)


def choice(default: str, *others: str, shared: bool = False) -> Any:
    """Declare a choice from a list, of which the first is the default."""
    return declared(_Choice((default, *others), shared=shared), lambda: default)


def name(default: str, *, shared: bool = False) -> Any:
    """Declare a choice by a name, such as a student's; the page knows which names there are."""
    return declared(_Name(shared=shared), lambda: default)


def position(default: int) -> Any:
    """Declare a choice by position, which stays with what is renamed or translated."""
    return declared(_Position(), lambda: default)


class _Chosen(Kind[Option]):
    def show(self, slot: str, control: Control) -> None:
        from pages.parts.inputs.plain_widgets import show_choice

        show_choice(slot, control)


class _Choice(_Chosen[str]):
    def __init__(self, options: tuple[str, ...], *, shared: bool) -> None:
        super().__init__(shared=shared)
        self.options = options

    def current(self, slot: str, default: str) -> str:
        held = super().current(slot, default)
        return held if held in self.options else default

    def from_plain(self, plain: object) -> str:
        if isinstance(plain, str) and plain in self.options:
            return plain
        raise StateError("This is none of the options.")


class _Name(_Chosen[str]):
    def from_plain(self, plain: object) -> str:
        if isinstance(plain, str) and is_cell(plain):
            return plain
        raise StateError("This is no name.")

    def translated(self, value: str, words: Mapping[str, str]) -> str:
        return words.get(value, value)


class _Position(_Chosen[int]):
    def current(self, slot: str, default: int) -> int:
        held = super().current(slot, default)
        return held if type(held) is int else default  # a browser may send anything

    def from_plain(self, plain: object) -> int:
        if type(plain) is int:  # not isinstance: True is no position
            return plain
        raise StateError("This is no position.")
