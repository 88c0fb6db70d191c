"""Buttons that save the page's figures as SVG or PNG, from what the browser has drawn."""

from __future__ import annotations

import streamlit as st

from pages.parts.assets import asset
from pages.parts.serving.scripts import fetched
from pages.parts.wording.words import Words

_component = st.components.v2.component(
    "save_figures",
    html='<div class="row"></div>',
    css=asset("parts/button.css") + asset("parts/sharing/row.css"),
    js=fetched("parts/sharing/save_figures.js"),
)


def save_figures(chapter: str, text: Words) -> None:
    """Show a button for each kind of file; a click saves all figures of the page."""
    _component(
        key="save-figures",
        data={
            "name": chapter,
            "labels": {"svg": text.plain("take.svg"), "png": text.plain("take.png")},
        },
    )
