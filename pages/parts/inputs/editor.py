"""The editable table that chapters share: cells stay as typed, and no edit is lost.

Streamlit's number columns change what is typed without a word ("1,5" becomes 15), so every
cell here is text, and whoever uses the table parses it and explains what is wrong.

Streamlit's editor reports its edits relative to the data that it was started from. That data
must therefore stay the same while edits come in, and the editor must be started afresh, under
a new key, whenever the table changes in another way. `_Editor` is one such start.

An edit can also come late. A click on a link to another chapter ends the edit of a cell, and
the browser sends the edit after the link: Streamlit shows the other chapter, then this one
again. So a chapter's editor is kept until it is clear whether an edit follows. Where one does,
the editor starts afresh with it: the browser shows the table without it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator
    from streamlit.elements.lib.column_types import ColumnConfig

from pages.parts.inputs.session import session
from pages.parts.model.controls import Column, Control, TableControl


@dataclass
class _Editor:
    key: str
    start: int
    settings: str
    base: pd.DataFrame
    shown: pd.DataFrame
    result: pd.DataFrame
    columns: tuple[str, ...]
    new_row: Mapping[str, str]
    # The browser's edits that `result` holds: a run asks for them several times.
    edits: Mapping[str, Any] | None = None


@dataclass
class TableStore:
    """A table as it stands, and the editors that show it, one a view."""

    frame: pd.DataFrame
    view: str = ""
    visit: int = 0
    editors: dict[str, _Editor] = field(default_factory=dict)
    starts: int = 0


def editable_table(
    name: str,
    default: Callable[[], pd.DataFrame],
    *,
    view: str,
    columns: Mapping[str, ColumnConfig],
    label: str,
    new_row: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Show some columns of a table for editing and return the whole table as it now stands.

    Chapters that use the same `name` edit the same table. Show it once on a page.

    Parameters
    ----------
    name : str
        The table.
    default : callable
        Makes the table that a new visitor meets.
    view : str
        The chapter's name for its view of the table.
    columns : mapping of str to ColumnConfig
        The columns shown, in this order, each a ``TextColumn`` or a ``SelectboxColumn``.
        Use no ``required``: a row with such a cell empty never reaches Python.
    label : str
        What a screen reader calls the table.
    new_row : mapping of str to str, optional
        What a row that is added here holds in the columns not shown; "" where not given.

    Returns
    -------
    pandas.DataFrame
        All columns as str, rows numbered from 0, an empty cell as "". An added row counts
        from when something is typed into it.
    """
    store = _settled(name, default)
    settings = repr((dict(columns), new_row, label))

    def start() -> _Editor:
        store.starts += 1
        return _Editor(
            key=_key(name, view, store),
            start=store.starts,
            settings=settings,
            base=store.frame,
            shown=store.frame[list(columns)],
            result=store.frame,
            columns=tuple(columns),
            new_row=new_row or {},
        )

    def draw(editor: _Editor, place: DeltaGenerator | None = None) -> None:
        (place or st).data_editor(
            editor.shown,
            key=editor.key,
            column_config=dict(columns),
            num_rows="dynamic",
            hide_index=True,
            alt=label,
            on_change=take_edits,
        )

    def take_edits() -> None:
        # A click that comes close behind an edit breaks its run off before the first statement,
        # and a click on a link makes Streamlit forget it.
        _settled(name, default)

    editor = store.editors.get(view)
    if editor is None or editor.settings != settings:
        editor = start()
        draw(editor)
    elif (store.view, store.visit) == (view, session().visits) and editor.key in st.session_state:
        draw(editor)
    else:  # back from another page, where Streamlit forgot the editor
        place = st.empty()
        draw(editor, place)
        late = any(st.session_state[editor.key].values())
        if late and store.frame.equals(editor.result):  # no other chapter has changed it since
            store.view = view
            _settled(name, default)
        if late or not store.frame.equals(editor.base):  # the browser shows none of the edits
            editor = start()
            draw(editor, place)
    store.view, store.visit = view, session().visits
    store.editors[view] = editor
    return _settled(name, default).frame.copy()


def show_table(slot: str, control: Control, default: Callable[[], pd.DataFrame]) -> None:
    """Show some columns of a table for editing, as a view asks for it."""
    assert isinstance(control, TableControl)
    editable_table(
        slot,
        default,
        view=session().page,
        columns={column.name: _config(column) for column in control.columns},
        label=control.label,
        new_row=control.new_row,
    )


def _config(column: Column) -> ColumnConfig:
    return st.column_config.TextColumn(
        column.title,
        width=column.width,
        help=column.help or None,
        default=column.default,
        alignment="right" if column.is_number else None,
        pinned=column.is_pinned or None,
    )


def current_table(name: str, default: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """Return the whole table, with edits that arrived together with a click on a button.

    A click on a button also ends the edit of a cell, and both may come in one run. So a
    callback must read the table here, not keep what `editable_table` returned before.
    """
    return frame_now(name, default).copy()


def frame_now(name: str, default: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """Return what `current_table` does, but the table itself: change nothing in it."""
    return _settled(name, default).frame


def put_table(name: str, frame: pd.DataFrame) -> None:
    """Replace the whole table; its editor starts afresh. Call it from a callback."""
    store = _settled(name, lambda: frame)
    store.frame = _as_text(frame)
    store.editors.clear()


def names() -> list[str]:
    """Return the names of all tables that this reader has met."""
    return list(session().tables)


def started_from(name: str, frame: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Return the table that its open editor was started from, and how many starts came before."""
    store = session().tables.get(name)
    if store is None:
        return frame, 0
    editor = store.editors.get(store.view)
    return (store.frame, store.starts) if editor is None else (editor.base, editor.start - 1)


def restore_table(name: str, frame: pd.DataFrame, starts: int) -> None:
    """Put a table into a new session so that edits made in a lost one fit: see `started_from`."""
    put_table(name, frame)
    _settled(name, lambda: frame).starts = starts


def _key(name: str, view: str, store: TableStore) -> str:
    # The content is part of the key: a browser that stayed open while the server restarted
    # sends its old edits again, and they must not meet other data than they were made on.
    content = zlib.crc32(store.frame.to_csv().encode())
    return f"table-{name}-{view}-{store.starts}-{content:08x}"


def _settled(name: str, default: Callable[[], pd.DataFrame]) -> TableStore:
    """Return the table's store with all edits so far in its frame."""
    tables = session().tables
    if name not in tables:
        tables[name] = TableStore(_as_text(default()))
    store = tables[name]
    editor = store.editors.get(store.view)
    if editor is not None and editor.key in st.session_state:
        edits = st.session_state[editor.key]
        if edits != editor.edits:
            editor.result, editor.edits = _edited(editor, edits), deepcopy(edits)
        store.frame = editor.result
    return store


def _edited(editor: _Editor, state: Mapping[str, Any]) -> pd.DataFrame:
    """Apply the editor's edits, row by position.

    The frame that Streamlit returns will not do: it gives an added row the label of a deleted
    one, so the columns not shown could not be told apart.
    """
    cells = {column: editor.base[column].tolist() for column in editor.base.columns}
    for row, changes in state["edited_rows"].items():
        for column, value in changes.items():
            if column in editor.columns and row < len(editor.base):
                cells[column][row] = _text(value)
    frame = pd.DataFrame(cells, columns=editor.base.columns, dtype="str")
    if state["deleted_rows"]:
        frame = frame.drop(index=state["deleted_rows"], errors="ignore")
    added = [
        {column: editor.new_row.get(column, "") for column in frame.columns}
        | {column: _text(row.get(column)) for column in editor.columns}
        for row in state["added_rows"]
        if any(_text(row.get(column)) for column in editor.columns)
    ]
    if added:
        frame = pd.concat([frame, pd.DataFrame(added, columns=frame.columns, dtype="str")])
    return frame.reset_index(drop=True)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _as_text(frame: pd.DataFrame) -> pd.DataFrame:
    if not frame.columns.is_unique:
        raise ValueError(f"A table's columns need different names; got {list(frame.columns)}.")
    text: pd.DataFrame = frame.astype(object).where(frame.notna(), "").astype(str)
    text.columns = frame.columns.astype(str)
    text.index = pd.RangeIndex(len(text))
    return text
