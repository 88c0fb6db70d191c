"""A chapter's inputs: declared once as a frozen dataclass, put into its widgets as a whole.

A field is named after the key of its widget. Fields of the same name in two chapters are the
same input, such as the students or the base of the logarithm. The field's type says which kind
of widget shows it: a DataFrame an editable table, :data:`Live` a live slider, :data:`Open` a
panel, anything else one of Streamlit's own. The defaults are the article's case; presets are
other values of the class.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import pandas as pd
import streamlit as st

from pages.parts.controls.live_slider import current_slider, put_slider
from pages.parts.controls.table import current_table, put_table
from pages.parts.wording.words import Words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Inputs = TypeVar("Inputs", bound="DataclassInstance")

Live = Annotated[float, "live slider"]
Pasted = Annotated[str, "text of any length, with lines"]
Open = Annotated[bool, "panel, open or not"]


@dataclass(frozen=True, kw_only=True)
class Panels:
    """The panels below every computation; links say which are open, presets leave them so."""

    predict: Open = False
    take: Open = False


def in_words(inputs: Inputs, text: Words) -> Inputs:
    """Return the inputs with their tables' usual words, such as pass or lemon, in a language.

    The words are those under ``data`` in the shared ones; all other cells stay as they are.
    """
    tables = {
        field.name: translated(value, text.data)
        for field in fields(inputs)
        if isinstance(value := getattr(inputs, field.name), pd.DataFrame)
    }
    return replace(inputs, **tables)


@cache
def usual_inputs(kind: type[Inputs], text: Words) -> Inputs:
    """Return a chapter's usual inputs in a language: the same to everyone, so change none."""
    return in_words(kind(), text)


def translated(table: pd.DataFrame, words: Mapping[str, str]) -> pd.DataFrame:
    """Return the table with every cell and column name that is in `words` put into the other.

    A name stays where the table has the other already: it would make two columns, or two
    classes, one.
    """
    columns, cells = set(table.columns), set(table.to_numpy().ravel())
    names = [words.get(c, c) if words.get(c) not in columns else c for c in table.columns]
    fresh = {cell: words[cell] for cell in cells if cell in words and words[cell] not in cells}
    return table.map(lambda cell: fresh.get(cell, cell)).set_axis(names, axis="columns")


def seed(inputs: DataclassInstance) -> None:
    """Give each widget that has no value yet the one in these inputs.

    A widget's own default would clash with a value that a preset has put.
    """
    for field in fields(inputs):
        value: Any = getattr(inputs, field.name)
        if isinstance(value, pd.DataFrame):
            current_table(field.name, partial(_itself, value))
        elif field.type != "Live":
            st.session_state.setdefault(field.name, value)


def current(usual: Inputs) -> Inputs:
    """Return the chapter's inputs as its widgets hold them now."""
    values: dict[str, Any] = {}
    for field in fields(usual):
        value = getattr(usual, field.name)
        if isinstance(value, pd.DataFrame):
            values[field.name] = current_table(field.name, partial(_itself, value))
        elif field.type == "Live":
            values[field.name] = current_slider(field.name, value)
        else:
            values[field.name] = st.session_state.get(field.name, value)
    return replace(usual, **values)


def _itself(table: pd.DataFrame) -> pd.DataFrame:
    return table


def put(inputs: DataclassInstance) -> None:
    """Set every widget of the chapter to these inputs. Call it from a callback."""
    for field in fields(inputs):
        value: Any = getattr(inputs, field.name)
        if isinstance(value, pd.DataFrame):
            put_table(field.name, value)
        elif field.type == "Live":
            put_slider(field.name, value)
        else:
            st.session_state[field.name] = value


def put_case(inputs: DataclassInstance, text: Words) -> None:
    """Set the chapter to these inputs in a language, but leave its panels. Call as `put`."""
    panels = {
        field.name: st.session_state.get(field.name, False)
        for field in fields(inputs)
        if field.type == "Open"
    }
    put(in_words(replace(inputs, **panels), text))


def presets(cases: Mapping[str, DataclassInstance], text: Words) -> None:
    """Show a button for each case worth seeing; a click sets the whole stage to it."""
    with st.container(horizontal=True, gap="xsmall", key="presets"):
        for name, inputs in cases.items():
            st.button(
                text(f"try.{name}"),
                on_click=put_case,
                args=(inputs, text),
                key=f"try.{name}",
            )
