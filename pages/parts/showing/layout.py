"""How every chapter is laid out: question, stage, numbers, formula, what to notice."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.assets import asset
from pages.parts.model.blocks import Headline
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


def headlines(numbers: Iterable[Headline]) -> None:
    """Show the numbers that matter in a row, announced when they change."""
    cards = "".join(_card(number) for number in numbers)
    st.html(f'<dl class="ce-numbers" aria-live="polite">{cards}</dl>')


def _card(number: Headline) -> str:
    style = f' style="--ce-colour:{number.colour}"' if number.colour else ""
    remark = f"<small>{html.escape(number.remark)}</small>" if number.remark else ""
    return (
        f"<div{style}><dt>{html.escape(number.label)}</dt>"
        f"<dd>{html.escape(number.value)}{remark}</dd></div>"
    )


def formula(*lines: str, name: str = "formula") -> None:
    """Show formulas in their box, a line each; pieces of a line wrap on a narrow screen."""
    with st.container(border=True, key=name):
        for line in lines:
            st.markdown(line)


def notice(text: Words, sentences: Iterable[str]) -> None:
    """Say what to notice."""
    st.markdown(f"**{text('notice.title')}** " + " ".join(sentences))


def worked_table(
    caption: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    foot: Sequence[Sequence[str]] = (),
) -> None:
    """Show a finished computation as a table: numbers to the right, totals at the foot."""

    def line(cells: Sequence[str], tag: str = "td") -> str:
        first, *rest = (html.escape(cell) for cell in cells)
        return (
            f'<tr><th scope="row">{first}</th>'
            + "".join(f"<{tag}>{cell}</{tag}>" for cell in rest)
            + "</tr>"
        )

    st.html(
        '<div class="ce-table" tabindex="0" role="region" aria-label="'
        + html.escape(caption, quote=True)
        + '"><table><thead><tr>'
        + "".join(f'<th scope="col">{html.escape(cell)}</th>' for cell in head)
        + "</tr></thead><tbody>"
        + "".join(line(row) for row in rows)
        + "</tbody><tfoot>"
        + "".join(line(row) for row in foot)
        + "</tfoot></table></div>"
    )
