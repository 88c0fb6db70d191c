"""Pictures that move in the browser: components whose style and script share a common part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.parts.assets import asset
from pages.parts.serving.scripts import fetched

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


def moving_picture(path: str) -> ComponentRenderer:
    """Register a component made of an HTML, a CSS and a JS file, by their path below ``pages``.

    The shared styles stand before its own; it imports the shared functions of ``moving.js``.
    """
    return st.components.v2.component(
        path.replace("/", "_"),
        html=asset(f"{path}.html"),
        css=asset("parts/button.css") + asset("parts/drawing/moving.css") + asset(f"{path}.css"),
        js=fetched(f"{path}.js"),
    )
