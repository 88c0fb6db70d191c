"""The article, figure by figure: the ledger's page."""

from __future__ import annotations

import streamlit as st

from ce_core import article
from pages.article import figures, sentences, tables
from pages.article.cases import GROUPS, Group
from pages.article.inputs import ArticleInputs
from pages.article.ledger import VERDICTS, CutSum, LedgerEntry, ledger
from pages.chapters import script
from pages.parts.inputs.link import arrive
from pages.parts.inputs.session import set_inputs
from pages.parts.inputs.values import in_words
from pages.parts.model.question import Question
from pages.parts.sharing.take import show_link
from pages.parts.showing import charts, layout
from pages.parts.showing.predict import predict_first
from pages.parts.showing.theme import palette
from pages.parts.wording.language import language
from pages.parts.wording.numbers import short
from pages.parts.wording.words import words

text = words("article", language())
DEFAULTS = ArticleInputs()
ENTRIES = ledger()
CUT = CutSum(terms=len(article.STUDENTS), decimals=2)


def main() -> None:
    """Lay the ledger out: how far off each figure is, then every figure with its reason."""
    arrive(DEFAULTS, text)
    layout.ask(text)
    st.html(tables.STYLE)
    with layout.stage("article", (8, 16)) as (inputs, answer):
        with inputs:
            verdict = choose_verdict()
            layout.notice(text, sentences.notices(ENTRIES, text))
            show_link(DEFAULTS, text)
        with answer:
            st.markdown(f"**{sentences.title(ENTRIES, text)}**")
            charts.show(
                figures.units_off(ENTRIES, verdict, text, palette()),
                alt=sentences.alt(ENTRIES, text),
                key="units-off",
            )
    predict_first("article", question, text)
    for name, group in GROUPS.items():
        entries = [
            entry
            for entry in ENTRIES
            if group.holds(entry.figure.id) and verdict in ("all", entry.figure.verdict)
        ]
        if entries:
            show_group(name, group, entries)


def question() -> Question:
    """Ask how far cutting instead of rounding can lead a sum astray."""
    return Question(
        answer=CUT.cut_off,
        minimum=0,
        maximum=0.1,
        step=0.01,
        names={
            "count": str(CUT.terms),
            "decimals": str(CUT.decimals),
            "last_digit": short(CUT.last_digit),
            "half": short(CUT.half_digit),
            "rounded": short(CUT.rounded_off),
        },
    )


def choose_verdict() -> str:
    """Let the reader choose which figures to look at."""
    chosen = st.pills(
        text("verdict.label"),
        options=["all", *VERDICTS],
        format_func=lambda verdict: text.plain(
            f"ask.{verdict.replace(' ', '_')}", count=sentences.count(ENTRIES, verdict)
        ),
        required=True,
        wrap=True,
        key="shown_verdict",
        persist_state="session",
    )
    return str(chosen or "all")


def show_group(name: str, group: Group, entries: list[LedgerEntry]) -> None:
    """Show figures that share their inputs, with a way into the chapter that shows them."""
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="bottom",
        key=f"group-{name}",
    ):
        st.subheader(text(f"group.{name}"), anchor=False, width="content")
        if st.button(
            text("ledger.open", chapter=words(group.chapter, language()).plain("short")),
            key=f"open-{name}",
            icon=":material/arrow_forward:",
            on_click=set_inputs,
            args=(in_words(group.inputs(), text),),
        ):
            st.switch_page(script(group.chapter))
    st.html(tables.ledger_table(entries, text.plain(f"group.{name}"), text))


main()
