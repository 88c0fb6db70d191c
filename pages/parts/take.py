"""Take it with you: link, code, tables, figures and result of what the page shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from ce_core.checks import InputError
from ce_core.examples.documents import to_json
from ce_core.examples.files import read_csv, write_csv
from pages.parts import link
from pages.parts.copy_link import copy_link
from pages.parts.inputs import current
from pages.parts.language import PARAMETER as LANGUAGE
from pages.parts.language import language
from pages.parts.problems import show_problem
from pages.parts.save_figures import save_figures
from pages.parts.snippets import NOTEBOOK
from pages.parts.table import put_table
from pages.parts.words import Words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True)
class Parcel:
    """What a chapter gives to take along.

    Attributes
    ----------
    example : dataclass
        The chapter's result.
    code : mapping of str to callable
        For each library the function that writes the same computation.
    """

    example: DataclassInstance
    code: Mapping[str, Callable[[], str]]


def take_with_you(chapter: str, usual: DataclassInstance, parcel: Parcel, text: Words) -> None:
    """Offer the link, the code, the tables, the figures and the result; made when opened."""
    panel = st.expander(
        text("take.title"),
        key=f"take-{chapter}",
        on_change="rerun",
        icon=":material/ios_share:",
    )
    if not panel.open:
        return
    with panel:
        _link(usual, text)
        _code(parcel.code, text)
        left, right = st.columns(2)
        with left:
            _tables(usual, text)
        with right:
            _result(chapter, parcel.example, text)


def _link(usual: DataclassInstance, text: Words) -> None:
    try:
        copy_link(_parameters(usual), text, key="copy-link")
    except link.LinkError:
        st.info(text("take.too_long"))


def _parameters(usual: DataclassInstance) -> dict[str, str]:
    return {link.PARAMETER: link.encode(current(usual), usual), LANGUAGE: language()}


def _code(code: Mapping[str, Callable[[], str]], text: Words) -> None:
    library = st.segmented_control(
        text("take.code"), list(code), default=next(iter(code)), required=True, key="take-code"
    )
    st.code(code[library or next(iter(code))](), language="python", wrap_lines=True)


def _tables(usual: DataclassInstance, text: Words) -> None:
    st.markdown(text("take.tables"))
    inputs = current(usual)
    for field in fields(inputs):
        table = getattr(inputs, field.name)
        if isinstance(table, pd.DataFrame):
            st.download_button(
                text("take.csv", table=text.plain(f"sheet.{field.name}")),
                data=write_csv(table),
                file_name=f"{field.name}.csv",
                mime="text/csv",
                on_click="ignore",
                key=f"take-csv-{field.name}",
            )
            _upload(field.name, table, text)


def _upload(name: str, table: pd.DataFrame, text: Words) -> None:
    """Take a table back from a file: its columns by name, others as they are."""
    file = st.file_uploader(
        text("take.upload", table=text.plain(f"sheet.{name}")),
        type=["csv", "tsv", "txt"],
        key=f"upload-{name}",
    )
    taken = f"uploaded-{name}"
    if file is None or st.session_state.get(taken) == file.file_id:
        return
    try:
        uploaded = read_csv(file.getvalue(), most_rows=link.MOST_ROWS)
    except InputError as error:
        show_problem(error, text)
        return
    st.session_state[taken] = file.file_id
    put_table(name, uploaded.reindex(columns=[*_kept(table, uploaded)], fill_value=""))
    st.rerun()


def _kept(table: pd.DataFrame, uploaded: pd.DataFrame) -> list[str]:
    missing = [column for column in table.columns if column not in uploaded.columns]
    return [*uploaded.columns, *missing]


def _result(chapter: str, example: DataclassInstance, text: Words) -> None:
    st.markdown(text("take.result"))
    st.download_button(
        text("take.json"),
        data=to_json(example),
        file_name=f"{chapter}.json",
        mime="application/json",
        on_click="ignore",
        key="take-json",
    )
    save_figures(chapter, text)
    st.code(NOTEBOOK.format(file=f"{chapter}.json"), language="python", wrap_lines=True)
