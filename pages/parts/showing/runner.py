"""Running a chapter: from its declaration and the reader's inputs to its page."""

from __future__ import annotations

import streamlit as st

from pages.parts.inputs.link import open_from_link
from pages.parts.inputs.session import current
from pages.parts.inputs.values import defaults
from pages.parts.model.chapter import Chapter
from pages.parts.sharing.export import Exported, show_export
from pages.parts.showing import layout
from pages.parts.showing.outcome import outcome_of, settle
from pages.parts.showing.page import Page
from pages.parts.showing.pictures import follow_hand, has_moved_on, obey_hand
from pages.parts.showing.sections import show_section
from pages.parts.showing.theme import palette
from pages.parts.wording.language import language
from pages.parts.wording.words import words


def run(chapter: Chapter) -> None:
    """Show a chapter as its inputs now stand."""
    text = words(chapter.name, language())
    start = defaults(chapter.inputs, text)
    open_from_link(start, text)
    layout.show_header(text)
    page = Page(chapter, text, palette(), current(start))
    if settle(page):
        page = page.now()
    page.inputs = follow_hand(page)
    outcome = obey_hand(page, outcome_of(page))
    page.result, page.problem = outcome.result, outcome.problem
    for section in chapter.sections:
        show_section(section, page, outcome)
    if chapter.code is not None and outcome.whole_made_of is not None:
        result, (_, inputs) = outcome.last_whole, outcome.whole_made_of
        exported = Exported(chapter.exported(result), chapter.code(result), inputs, chapter.totals)
        show_export(chapter.name, page.defaults, exported, text)
    _run_again_if_changed(page)


def _run_again_if_changed(page: Page) -> None:
    """Run the page again where showing it has brought other inputs than it was made of.

    So it is where a browser has outlived a restart of the server, or an edit comes late.
    """
    if has_moved_on(page):
        st.rerun()
