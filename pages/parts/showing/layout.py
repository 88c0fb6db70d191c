"""Layout of every chapter: style sheet, question, stage, answer."""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.assets import asset
from pages.parts.serving.scripts import PLOTLY, fetched
from pages.parts.wording.words import Words

_STYLE = f"<style>{asset('parts/style.css')}{asset('parts/internals/streamlit.css')}</style>"
_script = st.components.v2.component("page", js=fetched("parts/page.js"), isolate_styles=False)


def inject_styles() -> None:
    """Put into the page the explorer's style sheet, and the script for its figures and tables."""
    st.html(_STYLE)
    _script(key="page-script", data={"plotly": PLOTLY.name})


def show_header(text: Words) -> None:
    """Open the chapter with its question and, in one sentence, what there is to do."""
    st.title(text("question"), anchor=False)
    st.html(f'<p class="ce-lead">{html.escape(text.plain("lead"))}</p>')


def hint(sentence: str) -> None:
    """Say in small print how something is used; Streamlit's captions are too faint for that."""
    st.html(f'<p class="ce-hint">{html.escape(sentence)}</p>')


@contextmanager
def stage(
    name: str, shares: tuple[int, int] = (11, 13)
) -> Iterator[tuple[DeltaGenerator, DeltaGenerator]]:
    """Open a stage: what the reader changes on the left, the figure that answers on the right.

    On a narrow screen the answer comes first.
    """
    with st.container(key=f"stage-{name}"):
        left, right = st.columns(list(shares), gap="medium")
        yield left, right


def answer_key(name: str, *, stale: bool) -> str:
    """Return the key of a container, by which the style sheet knows that it is from before."""
    return f"{'stale' if stale else 'answer'}-{name}"


@contextmanager
def answer(name: str, text: Words, *, stale: bool) -> Iterator[None]:
    """Show what follows from the inputs; faded, and said to be from before, where it is stale."""
    with st.container(key=answer_key(name, stale=stale)):
        yield
    if stale:  # below, so that nothing jumps
        hint(text.plain("problem.stale"))
