"""Streamlit's own widgets for choices and texts; their value stays across pages."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.parts.inputs.session import session
from pages.parts.model.controls import ChoiceControl, Control, TextControl


def show_choice(slot: str, control: Control) -> None:
    """Show a choice of one; what is none of the options becomes the first of them.

    A browser knows an option by what it is called. Where that has changed, with the language or
    with a name in a table, the browser is told which one is chosen: else it would go on showing
    the old name, and send it.
    """
    assert isinstance(control, ChoiceControl)
    options: dict[Any, str] = dict(control.options)
    chosen, known = st.session_state.get(slot), session().options
    if chosen not in {None, *options}:
        st.session_state[slot] = next(iter(options))
    elif chosen is not None and known.get(slot, options) != options:
        st.session_state[slot] = chosen
    known[slot] = options
    common: dict[str, Any] = {
        "options": list(options),
        "format_func": options.__getitem__,
        "key": slot,
        "help": control.help or None,
        "persist_state": "session",
    }
    if control.form == "list":
        st.selectbox(control.label, width=control.width or "stretch", **common)
    elif control.form == "pills":
        st.pills(control.label, required=True, wrap=True, **common)
    else:
        st.segmented_control(control.label, required=True, wrap=True, **common)


def show_text(slot: str, control: Control) -> None:
    """Show a text of one line, or of several."""
    assert isinstance(control, TextControl)
    common: dict[str, Any] = {
        "key": slot,
        "help": control.help or None,
        "persist_state": "session",
    }
    if control.height is None:
        st.text_input(control.label, **common)
    else:
        st.text_area(control.label, height=control.height, **common)
