"""A chapter's inputs as a value: declared once, translated, compared, written down, checked.

A chapter declares a frozen dataclass whose fields are made by the kinds beside this file. The
defaults are the article's case; presets, links, files and sweeps are other values of the class.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from pages.parts.inputs.kind import Kind, StateError
from pages.parts.inputs.panel import panel
from pages.parts.wording.words import Words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Inputs = TypeVar("Inputs", bound="DataclassInstance")


@dataclass(frozen=True, eq=False, kw_only=True)
class Panels:
    """The panels below every computation."""

    predict: bool = panel()
    take: bool = panel()


@cache
def kinds(declaration: type[DataclassInstance]) -> dict[str, Kind[Any]]:
    """Return the kind of each input by its name."""
    return {field.name: field.metadata["kind"] for field in fields(declaration)}


def each(inputs: Inputs) -> Iterator[tuple[str, Kind[Any], Any]]:
    """Give each input's name, kind and value."""
    for name, kind in kinds(type(inputs)).items():
        yield name, kind, getattr(inputs, name)


def table_among(declaration: type[DataclassInstance]) -> str | None:
    """Return the name of the table among a chapter's inputs, if there is one."""
    return next((name for name, kind in kinds(declaration).items() if kind.holds_table), None)


def in_words(inputs: Inputs, text: Words) -> Inputs:
    """Return the inputs with the usual words in them, such as pass or lemon, in a language.

    The words are those under ``data`` in the shared ones; all else stays as it is.
    """
    return replace(
        inputs, **{name: kind.translated(value, text.data) for name, kind, value in each(inputs)}
    )


@cache
def defaults(declaration: type[Inputs], text: Words) -> Inputs:
    """Return a chapter's default inputs in a language: the same to everyone, so change none."""
    return in_words(declaration(), text)


def is_same(one: Inputs, other: Inputs) -> bool:
    """Say whether two values of a chapter's inputs are the same."""
    return type(one) is type(other) and all(
        kind.is_same(value, getattr(other, name)) for name, kind, value in each(one)
    )


def without_panels(inputs: DataclassInstance) -> dict[str, object]:
    """Return what the reader chose and typed as plain values, but not which panels are open."""
    return {name: kind.to_plain(value) for name, kind, value in each(inputs) if not kind.is_panel}


def to_plain(inputs: DataclassInstance) -> dict[str, Any]:
    """Return the inputs by name as JSON can hold them."""
    return {name: kind.to_plain(value) for name, kind, value in each(inputs)}


def from_plain(state: Mapping[str, object], declaration: type[Inputs]) -> Inputs:
    """Return the inputs of these values, and the defaults where there is none.

    Raises
    ------
    StateError
        Where there is anything that is no input of the chapter.
    """
    known = kinds(declaration)
    values = {}
    for name, plain in state.items():
        if name not in known:
            raise StateError("This chapter has no such input.", name)
        try:
            values[name] = known[name].from_plain(plain)
        except StateError as error:
            raise StateError(str(error), name) from None
    return declaration(**values)
