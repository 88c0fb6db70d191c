"""Export: link, code, tables, figures and result of what the page shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from pages.parts.assets import asset
from pages.parts.inputs import link
from pages.parts.inputs.session import current, slot
from pages.parts.inputs.values import each, without_panels
from pages.parts.reading.documents import to_json
from pages.parts.sharing.copy_link import copy_link
from pages.parts.sharing.importing import show_import
from pages.parts.sharing.save_figures import save_figures
from pages.parts.sharing.snippets import notebook
from pages.parts.wording.language import PARAMETER as LANGUAGE
from pages.parts.wording.language import language
from pages.parts.wording.words import Words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_CODE_STYLE = f"<style>{asset('parts/internals/code.css')}</style>"


@dataclass(frozen=True)
class Exported:
    """What a chapter gives to take along.

    Attributes
    ----------
    example : dataclass
        The chapter's result.
    code : mapping of str to callable
        For each library the function that writes the same computation.
    inputs : dataclass
        The inputs that the result is of: not those on the page, while these give none.
    totals : sequence of str
        The fields of the result that an experiment tracker is to plot.
    """

    example: DataclassInstance
    code: Mapping[str, Callable[[], str]]
    inputs: DataclassInstance
    totals: Sequence[str] = ("loss",)


def show_export(chapter: str, defaults: DataclassInstance, exported: Exported, text: Words) -> None:
    """Offer the link, the code, the tables, the figures and the result; made when opened."""
    panel = st.expander(
        text("take.title"),
        key=slot(type(defaults), "take"),
        on_change="rerun",
        icon=":material/ios_share:",
    )
    if not panel.open:
        return
    with panel:
        st.html(_CODE_STYLE)
        show_link(defaults, text)
        _code(exported.code, text)
        left, right = st.columns(2)
        with left:
            _tables(chapter, defaults, text)
        with right:
            _result(chapter, exported, text)


def show_link(defaults: DataclassInstance, text: Words) -> None:
    """Show the address of what the chapter's widgets hold now."""
    try:
        copy_link(_parameters(defaults), text, key="copy-link")
    except link.LinkError:
        st.info(text("take.too_long"))


def _parameters(defaults: DataclassInstance) -> dict[str, str]:
    return {link.PARAMETER: link.encode(current(defaults), defaults), LANGUAGE: language()}


def _code(code: Mapping[str, Callable[[], str]], text: Words) -> None:
    library = st.segmented_control(
        text("take.code"), list(code), default=next(iter(code)), required=True, key="take-code"
    )
    st.code(code[library or next(iter(code))](), language="python", wrap_lines=True)


def _tables(chapter: str, defaults: DataclassInstance, text: Words) -> None:
    st.markdown(text("take.tables"))
    for name, kind, value in each(current(defaults)):
        if (sheet := kind.sheet(value)) is not None:
            st.download_button(
                text("take.csv", table=text.plain(f"sheet.{name}")),
                data=sheet,
                file_name=f"{name}.csv",
                mime="text/csv",
                on_click="ignore",
                key=f"take-csv-{name}",
            )
    show_import(chapter, defaults, text)


def _result(chapter: str, exported: Exported, text: Words) -> None:
    st.markdown(text("take.result"))
    st.download_button(
        text("take.json"),
        data=to_json(exported.example, chapter=chapter, inputs=without_panels(exported.inputs)),
        file_name=f"{chapter}.json",
        mime="application/json",
        on_click="ignore",
        key="take-json",
    )
    save_figures(chapter, text)
    st.code(notebook(f"{chapter}.json", exported.totals), language="python", wrap_lines=True)
