"""The base of the logarithm: a choice that all chapters share."""

from __future__ import annotations

import streamlit as st

from pages.parts.wording.logarithm import LOGARITHMS, Logarithm
from pages.parts.wording.words import Words


def choose_logarithm(text: Words) -> Logarithm:
    """Let the reader choose the base; the choice holds in every chapter."""
    key = st.segmented_control(
        text("logarithm"),
        options=list(LOGARITHMS),
        format_func=lambda option: LOGARITHMS[option].symbol,
        required=True,
        wrap=True,
        key="logarithm",
        persist_state="session",
    )
    return LOGARITHMS[key or "10"]
