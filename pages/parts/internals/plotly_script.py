"""Plotly's script as the Python package brings it along.

Needs: the package ``plotly`` holds plotly.js at ``package_data/plotly.min.js``.
Why: the version that Streamlit brings along is a chunk of its frontend, which only
    ``st.plotly_chart`` loads; a second download from elsewhere would need another host.
Upstream: plotly.py writes the file for its own ``include_plotlyjs``, and names no path to it.
Without it: the app works; figures are the sentences that describe them.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from pages.parts.internals.missing import report

PATH = "plotly/package_data/plotly.min.js"
WITHOUT = "figures are sentences, as Plotly's script is not where it was."


def version() -> str:
    """Return Plotly's version, or "none"."""
    try:
        return distribution("plotly").version
    except PackageNotFoundError:
        return "none"


def read() -> str:
    """Return Plotly's script, or an empty one, with which the painter shows words."""
    try:
        return Path(str(distribution("plotly").locate_file(PATH))).read_text("utf-8")
    except (PackageNotFoundError, OSError):
        report(WITHOUT)
        return ""
