"""Pictures that move in the browser: components whose script and style share a common part."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

_HERE = Path(__file__).parent


def moving_picture(name: str, path: Path) -> ComponentRenderer:
    """Register a component made of ``path.html``, ``path.css`` and ``path.js``.

    The shared style and the shared functions of ``moving.css`` and ``moving.js`` stand before
    its own.
    """
    return st.components.v2.component(
        name,
        html=_read(path.with_suffix(".html")),
        css=_read(_HERE / "moving.css") + _read(path.with_suffix(".css")),
        js=_read(_HERE / "moving.js") + _read(path.with_suffix(".js")),
    )


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
