"""The reader's language: from the link, the sidebar, or at first the browser."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.parts.inputs import editor as table
from pages.parts.inputs.table import translated
from pages.parts.wording.words import words

LANGUAGES = {"en": "English", "zh": "中文"}
PARAMETER = "lang"
_KEY = "language"


def language() -> str:
    """Return the language that the page is in."""
    if _KEY not in st.session_state:
        asked = st.query_params.get(PARAMETER)
        browser = (st.context.locale or "")[:2]
        st.session_state[_KEY] = next(
            (known for known in (asked, browser) if known in LANGUAGES), "en"
        )
    chosen: str = st.session_state[_KEY]
    return chosen


def restore_language(chosen: str) -> None:
    """Go on in the language that the reader had chosen in a session now lost."""
    if chosen in LANGUAGES:
        st.session_state[_KEY] = chosen


def choose_language() -> None:
    """Let the reader choose the language, in the sidebar."""
    with st.sidebar:
        st.segmented_control(
            "Language / 语言",
            list(LANGUAGES),
            format_func=LANGUAGES.__getitem__,
            required=True,
            key=_KEY,
            on_change=_translate_tables,
            args=(language(),),
            persist_state="session",
            label_visibility="collapsed",
        )


def _translate_tables(before: str) -> None:
    """Put the usual words in the reader's tables into the language just chosen."""
    old, new = words("home", before).data, words("home", language()).data
    usual = {old.get(word, word): new.get(word, word) for word in old | new}
    cells: set[str] = set()
    for name in table.names():
        frame = table.current_table(name, pd.DataFrame)
        cells |= set(frame.to_numpy().ravel())
        table.put_table(name, translated(frame, usual))
    for key, value in st.session_state.items():  # a class chosen by its name
        if isinstance(value, str) and usual.get(value, value) not in {value, *cells}:
            st.session_state[key] = usual[value]
