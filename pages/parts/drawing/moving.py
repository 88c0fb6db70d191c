"""Pictures that move in the browser: components whose script and style share a common part."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from pages.parts.assets import asset, compact


def moving_picture(name: str, path: Path) -> ComponentRenderer:
    """Register a component made of ``path.html``, ``path.css`` and ``path.js``.

    The shared styles and the shared functions of ``moving.js`` stand before its own.
    """
    return st.components.v2.component(
        name,
        html=_own(path, ".html"),
        css=asset("button.css") + asset("drawing/moving.css") + _own(path, ".css"),
        js=asset("drawing/moving.js") + _own(path, ".js"),
    )


def _own(path: Path, ending: str) -> str:
    return compact(path.with_suffix(ending).read_text(encoding="utf-8"))
