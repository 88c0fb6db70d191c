"""What is wrong with an input, said beside it, with a button that mends what can be mended."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from ce_core.checks import InputError
from ce_core.examples.tables import TableError
from pages.parts.words import Words


def show_problem(
    error: InputError, text: Words, *, mend: Callable[[pd.DataFrame], None] | None = None
) -> None:
    """Say which rule is broken where; `mend` puts a corrected table in the place of the typed one.

    The rule's own sentence in the reader's language is used where there is one.
    """
    key = f"problem.{error.rule}"
    details = {
        name: text.plain(f"term.{value}") if text.has(f"term.{value}") else value
        for name, value in error.details.items()
    }
    sentence = text(key, **details) if text.has(key) else text("problem.any", sentence=str(error))
    more = error.more if isinstance(error, TableError) else 0
    if more:
        sentence += " " + text("problem.more", count=more)
    with st.container(key="problem"):
        st.warning(sentence, icon=":material/edit_note:")
        if mend is not None and isinstance(error, TableError) and error.mend is not None:
            st.button(text("problem.mend"), on_click=mend, args=(error.mend,), key="mend")
