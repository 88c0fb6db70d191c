"""Figures that stand alone on the page."""

from __future__ import annotations

import streamlit as st

from pages.parts.drawing.charts import Figure
from pages.parts.showing.html import drawn


def show(chart: Figure, *, alt: str, key: str) -> None:
    """Draw the figure; `alt` says in words what it shows, `key` is its name among all figures."""
    st.html(drawn(chart, alt=alt, name=key))
