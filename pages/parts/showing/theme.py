"""The theme that the reader's browser shows."""

from __future__ import annotations

import streamlit as st

from pages.parts.drawing.palette import DARK, LIGHT, Palette


def palette() -> Palette:
    """Return the colours of the reader's theme."""
    return DARK if st.context.theme.type == "dark" else LIGHT
