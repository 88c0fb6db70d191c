"""A section on the page: its controls, what it shows of the result, what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from pages.parts.inputs.values import is_same
from pages.parts.model.blocks import Hint
from pages.parts.model.chapter import Section, View
from pages.parts.showing import layout
from pages.parts.showing.blocks import show_all
from pages.parts.showing.outcome import Outcome, outcome_of
from pages.parts.showing.page import Page
from pages.parts.showing.predict import predict_first

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


@dataclass(frozen=True)
class _Places:
    """Where a section's view goes.

    Attributes
    ----------
    stage : tuple, optional
        The left and the right column where the section's controls stand; None where the view
        has the stage to itself.
    below : DeltaGenerator
        Under the stage.
    steps : DeltaGenerator, optional
        The fold of the worked table, where it is open.
    """

    stage: tuple[DeltaGenerator, DeltaGenerator] | None
    below: DeltaGenerator
    steps: DeltaGenerator | None


def show_section(section: Section, page: Page, outcome: Outcome) -> None:
    """Show a section where the page now stands."""
    is_there, columns = outcome.has_something_for(section), None
    if section.above is not None and (is_there or section.controls is not None):
        show_all(section.above(page.text), page)
    if is_there and section.asks_first:
        _ask(section, page)
    if section.controls is not None and section.is_wide:
        show_all(section.controls(page.inputs, page.text), page)
    elif section.controls is not None:
        with layout.stage(section.name, section.shares) as columns, columns[0]:
            show_all(section.controls(page.inputs, page.text), page)
    if is_there:
        _show_answer(section, page, outcome, columns)


def _show_answer(
    section: Section,
    page: Page,
    outcome: Outcome,
    stage: tuple[DeltaGenerator, DeltaGenerator] | None,
) -> None:
    """Show a section's view, and under it what is asked of it.

    The folds stand outside of what a slider runs: they are no part of it.
    """
    _, stale = outcome.for_section(section)
    below = st.container(key=layout.answer_key(f"{section.name}-below", stale=stale))
    steps = None
    if not section.asks_first:
        _ask(section, page)
    if section.worked is not None:
        panel = st.expander(page.text("worked.title"), key=page.slot("worked"), on_change="rerun")
        steps = panel if panel.open else None
    show = _live_view if section.is_live else _show_view
    with stage[1] if stage else below:
        show(section, page, _Places(stage, below, steps))


def _ask(section: Section, page: Page) -> None:
    if section.asks and page.chapter.question is not None:
        question, text = page.chapter.question, page.text
        predict_first(page.chapter.name, lambda: question(text), text, key=page.slot("predict"))


@st.fragment
def _live_view(section: Section, before: Page, places: _Places) -> None:
    """Show a view that its own sliders run, without the rest of the page."""
    page = before.now()
    _show_view(section, page, places)
    now = page.now()
    is_exported = page.chapter.code and st.session_state.get(page.slot("take"))
    is_late = not is_same(now.inputs, page.inputs)
    if is_late or (is_exported and not is_same(now.inputs, before.inputs)):
        st.rerun()


def _show_view(section: Section, page: Page, places: _Places) -> None:
    result, stale = outcome_of(page).for_section(section)
    view = section.shown(result, page.inputs, page.text, page.colours)
    if places.stage is not None:
        with layout.answer(section.name, page.text, stale=stale):
            show_all(view.right, page)
        if view.left:
            with places.stage[0]:
                show_all(view.left, page)
    elif view.left or view.right:
        _show_stage(section, view, page)
    with places.below:
        show_all(view.below, page)
        if stale and (view.below or places.stage is None):
            show_all([Hint(page.text.plain("problem.stale"))], page)
    if places.steps is not None and section.worked is not None:
        with places.steps:
            show_all([section.worked(result, page.text)], page)


def _show_stage(section: Section, view: View, page: Page) -> None:
    with layout.stage(section.name, section.shares) as (left, right):
        with left:
            show_all(view.left, page)
        with right:
            show_all(view.right, page)
