"""The table of contents: lists the chapters in reading order and runs the one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.chapters import CHAPTERS, script
from pages.parts.inputs.link import encode
from pages.parts.inputs.restore import session_restored
from pages.parts.inputs.session import page_runs
from pages.parts.internals import streamlit_words
from pages.parts.showing import layout
from pages.parts.wording.language import choose_language, language
from pages.parts.wording.words import words

if TYPE_CHECKING:
    from streamlit.navigation.page import Page


def main() -> None:
    """Set the page up, list the chapters and run the one that is open."""
    text = words("home", language())
    st.set_page_config(page_icon="📉", layout="wide", initial_sidebar_state=230)
    layout.inject_styles()
    streamlit_words.say_in(language())
    pages = {
        text(f"part.{part}") if part else "": [chapter_page(chapter) for chapter in chapters]
        for part, chapters in CHAPTERS.items()
    }
    if st.context.is_embedded:  # in another page's frame a chapter stands alone
        st.navigation(pages, position="hidden").run()
        return
    page = st.navigation(pages)
    page_runs(page.url_path)
    choose_language()
    page.run()
    link_neighbours(page, [page for part in pages.values() for page in part])


def chapter_page(chapter: str) -> Page:
    """Return the chapter's page, named in the sidebar by its short title."""
    return st.Page(
        script(chapter),
        title=words(chapter, language()).plain("short"),
        url_path=chapter,
        default=chapter == "home",
    )


def link_neighbours(page: Page, pages: list[Page]) -> None:
    """Link the chapters before and after the open one."""
    text, position = words("home", language()), pages.index(page)
    with st.container(horizontal=True, horizontal_alignment="distribute", key="neighbours"):
        if position > 0:
            previous = pages[position - 1]
            st.page_link(previous, label=text("go.previous", chapter=previous.title))
        if position + 1 < len(pages):
            following = pages[position + 1]
            st.page_link(following, label=text("go.next", chapter=following.title))


with session_restored(encode):
    main()
