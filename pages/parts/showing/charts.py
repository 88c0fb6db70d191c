"""Figures on their way to the browser, where the painter draws them."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import streamlit as st

from pages.parts.drawing.charts import Figure


def show(chart: Figure, *, alt: str, key: str) -> None:
    """Draw the figure; `alt` says in words what it shows, `key` is its name among all figures.

    Not with ``st.plotly_chart``, which throws away what was drawn and starts anew, twice, at
    every change. The figure is an attribute of a piece of HTML, which is in the page some 50 ms
    before a component of its own would be told of it; the painter draws it at once.
    """
    st.html(
        f'<div role="figure" data-name="{key}" style="height:{chart["layout"]["height"]}px"'
        f" data-figure='{_json({'figure': chart, 'alt': alt})}'></div>"
    )


# The signs that mean something in HTML, as JSON may spell them: Streamlit drops an attribute in
# which it sees the end of a comment or of a style sheet, though a reader has typed it as a name.
_IN_HTML = str.maketrans({sign: rf"\u{ord(sign):04x}" for sign in "<>&'"})


def _json(document: dict[str, Any]) -> str:
    """Return the document as JSON, which knows no infinity: a gap in Plotly's figures."""
    write = json.JSONEncoder(
        separators=(",", ":"), ensure_ascii=False, default=np.ndarray.tolist
    ).encode
    text = write(document)
    if "NaN" in text or "Infinity" in text:
        text = write(json.loads(text, parse_constant=lambda _: None))
    return text.translate(_IN_HTML)
