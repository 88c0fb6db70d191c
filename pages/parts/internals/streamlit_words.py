"""Translation of what Streamlit itself says, such as a table's tools.

Needs: Streamlit's frontend says the English that ``streamlit_words.toml`` lists, in text nodes and
    in three attributes, and React sets them no more often than it changes them.
Why: a Chinese page with English buttons is half a page.
Upstream: github.com/streamlit/streamlit/issues/1353, open; pull/6339, not merged.
Without it: what Streamlit says is English, a word that it has changed alone or all of them.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import streamlit as st

from pages.parts.serving.scripts import fetched

WORDS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)

_component = st.components.v2.component(
    "streamlit_words", js=fetched("parts/internals/streamlit_words.js"), isolate_styles=False
)


def say_in(language: str) -> None:
    """Put Streamlit's English into the language, and name it to the browser."""
    if language in WORDS:
        _component(key="streamlit-words", data={"lang": language, "words": WORDS[language]})
