"""Running a chapter: from its declaration and the reader's inputs to its page."""

from __future__ import annotations

from contextlib import AbstractContextManager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.inputs.link import arrive
from pages.parts.inputs.session import current
from pages.parts.inputs.values import defaults, is_same
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.sharing.take import Parcel, take_with_you
from pages.parts.showing import layout
from pages.parts.showing.blocks import show_all
from pages.parts.showing.outcome import Outcome, outcome_of, settle
from pages.parts.showing.page import Page
from pages.parts.showing.predict import predict_first
from pages.parts.showing.theme import palette
from pages.parts.wording.language import language
from pages.parts.wording.words import words


def run(chapter: Chapter) -> None:
    """Show a chapter as its inputs now stand."""
    text = words(chapter.name, language())
    start = defaults(chapter.inputs, text)
    arrive(start, text)
    layout.ask(text)
    page = Page(chapter, text, palette(), current(start))
    if settle(page):
        page = page.now()
    outcome = outcome_of(page)
    page.problem = outcome.problem
    for section in chapter.sections:
        _show_section(section, page, outcome)
    if chapter.code is not None and outcome.last_whole is not None:
        result = outcome.last_whole
        parcel = Parcel(chapter.exported(result), chapter.code(result), chapter.totals)
        take_with_you(chapter.name, page.defaults, parcel, text)
    _run_again_if_changed(page)


def _run_again_if_changed(page: Page) -> None:
    """Run the page again where showing it has brought other inputs than it was made of.

    So it is where a browser has outlived a restart of the server, or an edit comes late.
    """
    if not is_same(current(page.defaults), page.inputs):
        st.rerun()


def _show_section(section: Section, page: Page, outcome: Outcome) -> None:
    is_there = outcome.has_something_for(section)
    if section.above is not None and is_there:
        show_all(section.above(page.text), page)
    if section.controls is None:
        if is_there:
            _show_answer(section, page, None)
        return
    with (
        layout.stage(section.name, left=section.shares[0], right=section.shares[1]) as (
            left,
            right,
        ),
        left,
    ):
        show_all(section.controls(page.inputs, page.text), page)
    if is_there:
        _show_answer(section, page, right)


def _show_answer(section: Section, page: Page, right: DeltaGenerator | None) -> None:
    """Show a section's view, beside its controls where it has any, and what is asked of it."""
    below, steps = st.container(), None
    if section.asks and page.chapter.question is not None:
        question, text = page.chapter.question, page.text
        predict_first(page.chapter.name, lambda: question(text), text, key=page.slot("predict"))
    if section.worked is not None:
        panel = st.expander(page.text("worked.title"), key=page.slot("worked"), on_change="rerun")
        steps = panel if panel.open else None
    show = _live_view if section.is_live else _show_view
    with right or below:
        show(section, page, right, below, steps)


@st.fragment
def _live_view(
    section: Section,
    before: Page,
    right: DeltaGenerator | None,
    below: DeltaGenerator,
    steps: DeltaGenerator | None,
) -> None:
    """Show a view that its own sliders run, without the rest of the page."""
    page = before.now()
    _show_view(section, page, right, below, steps)
    now = page.now()
    exported = st.session_state.get(page.slot("take")) and not is_same(now.inputs, before.inputs)
    if exported or not is_same(now.inputs, page.inputs):
        st.rerun()


def _show_view(
    section: Section,
    page: Page,
    right: DeltaGenerator | None,
    below: DeltaGenerator,
    steps: DeltaGenerator | None,
) -> None:
    result, stale = outcome_of(page).for_section(section)
    view = section.shown(result, page.inputs, page.text, page.colours)
    if right is None:
        _show_stage(section, view, page, stale=stale)
    else:
        with layout.answer(section.name, page.text, stale=stale):
            show_all(view.right, page)
    if view.below:
        with below, layout.answer(f"{section.name}-below", page.text, stale=stale):
            show_all(view.below, page)
    if steps is not None and section.worked is not None:
        with steps:
            show_all([section.worked(result, page.text)], page)


def _show_stage(section: Section, view: View, page: Page, *, stale: bool) -> None:
    if not (view.left or view.right):
        return
    with layout.answer(section.name, page.text, stale=stale), _stage(section) as (left, right):
        with left:
            show_all(view.left, page)
        with right:
            show_all(view.right, page)


def _stage(section: Section) -> AbstractContextManager[tuple[DeltaGenerator, ...]]:
    left, right = section.shares
    return layout.stage(section.name, left=left, right=right)
