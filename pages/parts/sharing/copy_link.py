"""A button that copies the address of the state that the page shows."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.parts.assets import asset
from pages.parts.serving.scripts import fetched
from pages.parts.wording.words import Words

_component = st.components.v2.component(
    "copy_link",
    html='<div class="row" hidden><button type="button"></button><input type="text" readonly>'
    '<span role="status" aria-live="polite"></span></div>',
    css=asset("parts/button.css") + asset("parts/sharing/row.css"),
    js=fetched("parts/sharing/copy_link.js"),
)


def copy_link(parameters: Mapping[str, str], text: Words, *, key: str) -> None:
    """Show the page's address with these parameters, and a button that copies it."""
    _component(
        key=key,
        data={
            "parameters": dict(parameters),
            "label": text.plain("take.copy"),
            "field": text.plain("take.address"),
            "done": text.plain("take.copied"),
        },
    )
