"""Blocks on the page: the one place where what a chapter shows becomes Streamlit's elements."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

import streamlit as st

from pages.chapters import script
from pages.parts.inputs.column_names import show_column_names
from pages.parts.inputs.session import apply_case, set_inputs
from pages.parts.inputs.values import kinds
from pages.parts.model import blocks as b
from pages.parts.model.controls import ColumnNames, Control
from pages.parts.sharing.export import show_link
from pages.parts.showing.html import html_of, joined
from pages.parts.showing.page import Page
from pages.parts.showing.pictures import show_picture
from pages.parts.showing.problems import show_problem


def show_all(blocks: b.Blocks, page: Page) -> None:
    """Show blocks, one below the other.

    Those that are HTML alone and follow one another are one element: each element costs the
    server, the wire and the browser about as much as what is in it.
    """
    parts: list[str] = []
    for block in blocks:
        written = html_of(block, page.text)
        if written is not None:
            parts.append(written)
            continue
        _flush(parts)
        show(block, page)
    _flush(parts)


def _flush(parts: list[str]) -> None:
    if parts:
        st.html(joined(parts))
        parts.clear()


@singledispatch
def show(block: object, page: Page) -> None:
    """Show a block where the page now stands."""
    raise TypeError(f"No page can show a {type(block).__name__}.")


@show.register
def _(block: b.Figure, page: Page) -> None:
    st.markdown(f"**{block.title}**")
    show_all([replace(block, title="")], page)


@show.register
def _(block: b.Formula, page: Page) -> None:
    with st.container(border=True, key=block.name):
        st.markdown("\n\n".join(block.lines))


@show.register
def _(block: b.Notice, page: Page) -> None:
    st.markdown(f"**{page.text('notice.title')}** " + " ".join(block.sentences))


@show.register
def _(block: b.Prose, page: Page) -> None:
    st.markdown(block.markdown)


@show.register
def _(block: b.Heading, page: Page) -> None:
    st.header(block.markdown, anchor=False)
    if block.lead:
        show_all([b.Prose(block.lead)], page)


@show.register
def _(block: b.Subheading, page: Page) -> None:
    st.subheader(block.markdown, anchor=False, width="content")


@show.register
def _(block: b.Box, page: Page) -> None:
    with st.container(border=True, height="stretch", key=block.name):
        show_all(block.blocks, page)


@show.register
def _(block: b.Row, page: Page) -> None:
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute" if block.is_spread else "left",
        vertical_alignment="bottom",
        key=block.name,
    ):
        show_all(block.blocks, page)


@show.register
def _(block: b.Columns, page: Page) -> None:
    with st.container(key=block.name):
        places = st.columns(list(block.shares), gap="small", vertical_alignment=block.align)
    for place, column in zip(places, block.columns, strict=True):
        with place:
            show_all(column, page)


@show.register
def _(block: b.Presets, page: Page) -> None:
    with st.container(horizontal=True, gap="xsmall", key="presets"):
        for name, inputs in page.chapter.cases.items():
            st.button(
                page.text(f"try.{name}"),
                on_click=apply_case,
                args=(inputs, page.text),
                key=f"try.{name}",
            )


@show.register
def _(block: b.Problem, page: Page) -> None:
    error, place = block.error or page.problem_about(block.about), st.container()
    if error is not None:
        with place:
            show_problem(error, page.text, accept=page.replace_table if page.table else None)


@show.register
def _(block: b.OfResult, page: Page) -> None:
    with st.container():  # so that what follows keeps its place
        show_all(block.blocks(page.result), page)


@show.register
def _(block: b.Info, page: Page) -> None:
    st.info(block.markdown, icon=":material/edit_note:")


@show.register
def _(block: b.Button, page: Page) -> None:
    st.button(
        block.label,
        on_click=page.change,
        args=(block.change,),
        key=block.name,
        icon=block.icon or None,
    )


@show.register
def _(block: b.OpenChapter, page: Page) -> None:
    icon = block.icon or None
    if block.inputs is None:
        st.page_link(script(block.chapter), label=block.label, icon=icon)
    elif st.button(
        block.label, key=block.name, icon=icon, on_click=set_inputs, args=(block.inputs,)
    ):
        st.switch_page(script(block.chapter))


@show.register
def _(block: b.Picture, page: Page) -> None:
    move = show_picture(block, page)
    if block.follows is not None:
        show_all(block.follows(move), page)


@show.register
def _(block: b.ShareLink, page: Page) -> None:
    show_link(page.defaults, page.text)


@show.register
def _(block: b.Fold, page: Page) -> None:
    key = page.slot(block.panel)
    opens = st.popover if block.pops_up else st.expander
    panel = opens(block.label, key=key, on_change="rerun")
    if panel.open:
        with panel:
            show_all(block.blocks(), page)


@show.register
def _(block: Control, page: Page) -> None:
    kinds(page.chapter.inputs)[block.name].show(page.slot(block.name), block)


@show.register
def _(block: ColumnNames, page: Page) -> None:
    show_column_names(page.slot(block.name), block, page.text)
