"""What is wrong with an input, said beside it, with a button that takes the suggestion."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from ce_core.checks import InputError
from pages.parts.inputs.table import translated
from pages.parts.reading.tables import TableError
from pages.parts.wording.words import Words


def show_problem(
    error: InputError,
    text: Words,
    *,
    accept: Callable[[pd.DataFrame], None] | None = None,
    key: str = "problem",
) -> None:
    """Say which rule is broken where; `accept` takes the table that is suggested instead.

    `key` is its name among all that is said on a page at a time.
    The rule's own sentence in the reader's language is used where there is one.
    """
    sentence = _sentence(error, text)
    more = error.more if isinstance(error, TableError) else 0
    if more:
        sentence += " " + text("problem.more", count=more)
    with st.container(key=key):
        st.warning(sentence, icon=":material/edit_note:")
        if accept is not None and isinstance(error, TableError) and error.suggestion is not None:
            suggested = error.details.get("suggested", ())
            cells = suggested if isinstance(suggested, tuple) else (str(suggested),)
            said = text.listed(text.data.get(cell, cell) for cell in cells)
            label = (
                text("problem.suggestion_to", suggested=said)
                if said
                else text("problem.suggestion")
            )
            st.button(
                label,
                on_click=accept,
                args=(translated(error.suggestion, text.data),),
                key="suggestion",
            )


def _sentence(error: InputError, text: Words) -> str:
    key = f"rule.{error.rule}"
    if "where" in error.details and text.has(f"{key}_at"):  # it can also name the place
        key += "_at"
    details = {name: _in_words(name, value, text) for name, value in error.details.items()}
    if not text.has(key):
        return text("problem.any", sentence=error.sentence.format(**details))
    return text(key, **details)


def _in_words(name: str, value: object, text: Words) -> object:
    """Return a detail in the reader's language; what the reader typed stays as it is."""
    if name == "where":
        noun, _, place = str(value).partition(" ")
        key = f"where.{noun}"
        return text.plain(key, place=place) if text.has(key) else value
    typed = name in ("value", "row")
    return text.plain(f"term.{value}") if not typed and text.has(f"term.{value}") else value
