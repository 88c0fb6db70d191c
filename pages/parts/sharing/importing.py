"""Import of a table or a saved result, from a file or pasted, into the chapter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from ce_core.checks import InputError
from pages.chapters import is_there
from pages.parts.inputs.kind import StateError
from pages.parts.inputs.session import apply_case, current, slot
from pages.parts.inputs.table import MOST_ROWS
from pages.parts.inputs.values import from_plain, kinds, table_among
from pages.parts.reading.files import parse_json, read_table, read_text
from pages.parts.showing.problems import show_problem
from pages.parts.wording.language import language
from pages.parts.wording.words import Words, words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_FILE, _TEXT = "back-file", "back-text"


@dataclass(frozen=True)
class _Target:
    """Where what comes back goes in."""

    chapter: str
    defaults: DataclassInstance
    text: Words

    @property
    def table(self) -> str | None:
        """The name of the chapter's table, if it has one."""
        return table_among(type(self.defaults))

    @property
    def problem(self) -> str:
        """Where the session keeps why something could not be taken."""
        return f"back-problem-{self.chapter}"


def show_import(chapter: str, defaults: DataclassInstance, text: Words) -> None:
    """Show where a table or a result goes back in, and why one could not be taken."""
    target = _Target(chapter, defaults, text)
    if target.table is None:
        endings, label = ["json"], text("back.result")
    else:
        endings = ["csv", "tsv", "txt", "json"]
        label = text("back.table", table=text.plain(f"sheet.{target.table}"))
    st.file_uploader(label, type=endings, key=_FILE, on_change=_import_file, args=(target,))
    st.text_area(text("back.paste"), key=_TEXT, height=68, on_change=_import_text, args=(target,))
    problem = st.session_state.get(target.problem)
    if problem is not None and (st.session_state[_FILE] or st.session_state[_TEXT]):
        show_problem(problem, text, key="import-problem")


def _import_file(target: _Target) -> None:
    file = st.session_state[_FILE]
    if file is not None:
        _import(file.getvalue(), target)


def _import_text(target: _Target) -> None:
    pasted: str = st.session_state[_TEXT]
    if pasted.strip() and _import(pasted.encode(), target):
        st.session_state[_TEXT] = ""


def _import(content: bytes, target: _Target) -> bool:
    """Put in what a file holds; say whether that went well, and else keep the problem."""
    try:
        _put(read_text(content), target)
    except InputError as error:
        st.session_state[target.problem] = error.with_traceback(None)
        return False
    st.session_state[target.problem] = None
    return True


def _put(text: str, target: _Target) -> None:
    document = parse_json(text) if text.lstrip().startswith("{") else None
    if isinstance(document, dict) and isinstance(document.get("inputs"), dict):
        apply_case(_inputs_of(document, target), target.text)
    elif target.table is None:
        raise InputError("The file is no result that was saved here.", rule="file_no_result")
    else:
        _put_table(read_table(text, most_rows=MOST_ROWS), target.table, target)


def _inputs_of(document: dict[str, Any], target: _Target) -> DataclassInstance:
    chapter = document.get("chapter")
    if chapter != target.chapter and isinstance(chapter, str) and is_there(chapter):
        raise InputError(
            "The file is a result of another chapter, “{chapter}”; open it there.",
            rule="file_chapter",
            chapter=words(chapter, language()).plain("short"),
        )
    try:
        return from_plain(document["inputs"], type(target.defaults))
    except StateError as error:
        raise InputError(
            "The result in the file holds an input that this chapter cannot take: “{name}”.",
            rule="file_input",
            name=error.name[:20],
        ) from None


def _put_table(read: pd.DataFrame, name: str, target: _Target) -> None:
    """Replace the table; the columns that it must have are empty where the file lacks them."""
    columns = getattr(current(target.defaults), name).columns
    if not set(read.columns) & set(columns):
        raise InputError(
            "Line 1 of the file names none of the table's columns: {columns}.",
            rule="file_strange",
            columns=", ".join(columns),
        )
    kind = kinds(type(target.defaults))[name]
    kind.set(slot(type(target.defaults), name), kind.filled(read))
