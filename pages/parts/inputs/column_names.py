"""Renaming, adding and removing a table's columns, such as models or containers."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.parts.inputs.editor import current_table, put_table
from pages.parts.internals.reserved_columns import RESERVED_COLUMNS
from pages.parts.model.controls import ColumnNames
from pages.parts.reading.cells import tidy
from pages.parts.reading.tables import NAME_LENGTH
from pages.parts.wording.words import Words


def show_column_names(slot: str, group: ColumnNames, text: Words) -> None:
    """Show a small panel in which columns are renamed, added and removed."""
    panel = st.popover(
        text(f"columns.{group.kind}s"), key=f"columns-{group.kind}", on_change="rerun"
    )
    if not panel.open:
        return
    with panel:
        for column in group.columns:
            name, remove = st.columns(2, vertical_alignment="bottom", wrap=False)
            key = f"column-{group.kind}-{column}"
            st.session_state.setdefault(key, column)  # a default would clash with a value put back
            name.text_input(
                text("columns.name", column=column),
                key=key,
                max_chars=NAME_LENGTH,
                label_visibility="collapsed",
                on_change=_rename,
                args=(slot, group.kind, column, key),
            )
            remove.button(
                text("columns.remove", column=column),
                icon=":material/delete:",
                width="stretch",
                key=f"remove-{key}",
                on_click=_remove,
                args=(slot, column),
                disabled=len(group.columns) <= group.least,
            )
        if problem := st.session_state.pop(f"columns-problem-{group.kind}", ""):
            st.warning(text("columns.taken", name=problem))
        st.button(
            text(f"columns.add_{group.kind}"),
            key=f"add-{group.kind}",
            on_click=_add,
            args=(slot, group, text.plain(f"columns.{group.kind}")),
            disabled=len(group.columns) >= group.most,
        )


def _rename(slot: str, kind: str, column: str, key: str) -> None:
    table, name = current_table(slot, pd.DataFrame), tidy(st.session_state[key])
    if not name or name in table.columns or name in RESERVED_COLUMNS:
        if name != column:
            st.session_state[f"columns-problem-{kind}"] = name or "…"
        st.session_state[key] = column
        return
    put_table(slot, table.rename(columns={column: name}))


def _remove(slot: str, column: str) -> None:
    put_table(slot, current_table(slot, pd.DataFrame).drop(columns=column))


def _add(slot: str, group: ColumnNames, noun: str) -> None:
    table = current_table(slot, pd.DataFrame)
    letters = [chr(ord("A") + i) for i in range(26)]
    numbers = [str(i) for i in range(1, group.most + 1)]
    names = (f"{noun} {ending}".strip() for ending in letters + numbers)
    fresh = next(name for name in names if name not in table.columns)
    put_table(slot, table.assign(**{fresh: group.new_cells(table)}))
