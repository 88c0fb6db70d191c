"""What Streamlit itself says, such as a table's tools, in the reader's language."""

from __future__ import annotations

import streamlit as st

from pages.parts.serving.scripts import fetched
from pages.parts.wording.words import Words

_component = st.components.v2.component(
    "borrowed_words", js=fetched("parts/wording/borrowed_words.js"), isolate_styles=False
)


def say_in(language: str, text: Words) -> None:
    """Put Streamlit's English into the language, and name it to the browser.

    The words are those under ``streamlit`` in the shared ones; English needs none.
    """
    if text.streamlit:
        _component(key="borrowed-words", data={"lang": language, "words": text.streamlit})
