"""Buttons for the cases worth seeing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from pages.parts.inputs.session import apply_case
from pages.parts.wording.words import Words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def presets(cases: Mapping[str, DataclassInstance], text: Words) -> None:
    """Show a button for each case worth seeing; a click sets the whole stage to it."""
    with st.container(horizontal=True, gap="xsmall", key="presets"):
        for name, inputs in cases.items():
            st.button(
                text(f"try.{name}"),
                on_click=apply_case,
                args=(inputs, text),
                key=f"try.{name}",
            )
