"""The reader's language: from the link, the sidebar, or at first the browser."""

from __future__ import annotations

import streamlit as st

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


def choose_language() -> None:
    """Let the reader choose the language, in the sidebar."""
    with st.sidebar:
        st.segmented_control(
            "Language / 语言",
            list(LANGUAGES),
            format_func=LANGUAGES.__getitem__,
            required=True,
            key=_KEY,
            persist_state="session",
            label_visibility="collapsed",
        )
