"""Renaming, adding and removing a table's columns, such as models or containers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages.parts.inputs.editor import current_table, put_table
from pages.parts.reading.cells import tidy
from pages.parts.reading.files import RESERVED_COLUMNS
from pages.parts.reading.tables import NAME_LENGTH
from pages.parts.wording.words import Words


@dataclass(frozen=True)
class ColumnGroup:
    """Columns of one kind in a table.

    Attributes
    ----------
    table : str
        The table's name.
    default : callable
        Makes the table that a new visitor meets.
    kind : str
        Key of the words for one such column.
    most, least : int
        How many there may be.
    new_cell : str or callable
        What a new column holds, or what makes its cells for a table.
    """

    table: str
    default: Callable[[], pd.DataFrame]
    kind: str
    most: int
    least: int
    new_cell: str | Callable[[pd.DataFrame], Sequence[str]]


def edit_columns(group: ColumnGroup, columns: Sequence[str], text: Words) -> None:
    """Show a small panel in which columns are renamed, added and removed."""
    panel = st.popover(
        text(f"columns.{group.kind}s"), key=f"columns-{group.kind}", on_change="rerun"
    )
    if not panel.open:
        return
    with panel:
        for column in columns:
            name, remove = st.columns(2, vertical_alignment="bottom", wrap=False)
            key = f"column-{group.kind}-{column}"
            name.text_input(
                text("columns.name", column=column),
                value=column,
                key=key,
                max_chars=NAME_LENGTH,
                label_visibility="collapsed",
                on_change=_rename,
                args=(group, column, key),
            )
            remove.button(
                text("columns.remove", column=column),
                icon=":material/delete:",
                width="stretch",
                key=f"remove-{key}",
                on_click=_remove,
                args=(group, column),
                disabled=len(columns) <= group.least,
            )
        if problem := st.session_state.pop(f"columns-problem-{group.kind}", ""):
            st.warning(text("columns.taken", name=problem))
        st.button(
            text(f"columns.add_{group.kind}"),
            key=f"add-{group.kind}",
            on_click=_add,
            args=(group, text.plain(f"columns.{group.kind}")),
            disabled=len(columns) >= group.most,
        )


def _rename(group: ColumnGroup, column: str, key: str) -> None:
    table, name = current_table(group.table, group.default), tidy(st.session_state[key])
    if not name or name in table.columns or name in RESERVED_COLUMNS:
        if name != column:
            st.session_state[f"columns-problem-{group.kind}"] = name or "…"
        st.session_state[key] = column
        return
    put_table(group.table, table.rename(columns={column: name}))


def _remove(group: ColumnGroup, column: str) -> None:
    put_table(group.table, current_table(group.table, group.default).drop(columns=column))


def _add(group: ColumnGroup, kind: str) -> None:
    table = current_table(group.table, group.default)
    letters = [chr(ord("A") + i) for i in range(26)]
    numbers = [str(i) for i in range(1, group.most + 1)]
    names = (f"{kind} {ending}".strip() for ending in letters + numbers)
    fresh = next(name for name in names if name not in table.columns)
    cells = group.new_cell(table) if callable(group.new_cell) else group.new_cell
    put_table(group.table, table.assign(**{fresh: cells}))
