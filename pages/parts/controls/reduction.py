"""Sum or mean: a choice that all chapters share."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from pages.parts.wording.words import Words

Reduction = Literal["sum", "mean"]
_REDUCTIONS: tuple[Reduction, ...] = ("sum", "mean")


def choose_reduction(text: Words) -> Reduction:
    """Let the reader choose how prices become a loss; the choice holds in every chapter."""
    reduction = st.segmented_control(
        text("reduction.label"),
        options=_REDUCTIONS,
        format_func=lambda option: text.plain(f"reduction.{option}"),
        required=True,
        wrap=True,
        key="reduction",
        persist_state="session",
    )
    return reduction or "sum"
