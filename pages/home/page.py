"""Where a reader starts: the question, the price of a belief, and the way through the chapters."""

from __future__ import annotations

import streamlit as st

from ce_core.examples.price import PriceExample
from pages.chapters import CHAPTERS, script
from pages.home import figures, sentences
from pages.home.inputs import CASES, HomeInputs
from pages.parts.controls.inputs import presets
from pages.parts.inputs.link import arrive
from pages.parts.inputs.live_slider import live_slider
from pages.parts.sharing.take import show_link
from pages.parts.showing import charts, layout
from pages.parts.showing.theme import palette
from pages.parts.wording.language import language
from pages.parts.wording.numbers import number
from pages.parts.wording.words import words

text = words("home", language())
DEFAULTS = HomeInputs()
# Where each kind of reader begins, the first chapter there is.
STARTS = {
    "learner": "downhill",
    "teacher": "binary",
    "practitioner": "frameworks",
}


def main() -> None:
    """Lay the start out: the picture, the map, where to begin."""
    arrive(DEFAULTS, text)
    layout.ask(text)
    show_price()
    show_map()
    show_starts()


@st.fragment
def show_price() -> None:
    """Show what a probability costs while the slider moves."""
    with layout.stage("home", (10, 14)) as (inputs, answer):
        with inputs:
            presets(CASES, text)
            p = live_slider(
                text.plain("slider"),
                key="given_probability",
                minimum=0,
                maximum=1,
                step=0.01,
                default=DEFAULTS.given_probability,
            )
            example = PriceExample.of(p)
            layout.headlines(
                [
                    layout.Headline(
                        text.plain("headline.price"),
                        number(example.price, 3),
                        text.plain("headline.nats"),
                        palette().failed,
                    )
                ]
            )
            layout.notice(text, sentences.notices(example, text))
            show_link(DEFAULTS, text)
        with answer:
            st.markdown(f"**{sentences.title(example, text)}**")
            charts.show(
                figures.price_curve(example, text, palette()),
                alt=sentences.alt(example, text),
                key="price-curve",
            )


def show_map() -> None:
    """Show the chapters in their groups, each with its question."""
    st.header(text("map.title"), anchor=False)
    groups = {part: chapters for part, chapters in CHAPTERS.items() if part and chapters}
    with st.container(key="map"):
        places = st.columns(len(groups))
    for place, (part, chapters) in zip(places, groups.items(), strict=True):
        with place, st.container(gap="xsmall"):
            st.markdown(f"**{text(f'part.{part}')}**")
            for chapter in chapters:
                its = words(chapter, language())
                st.page_link(script(chapter), label=its.plain("short"))
                layout.hint(its.plain("question"))


def show_starts() -> None:
    """Say where a learner, a teacher and a practitioner begin."""
    st.header(text("start.title"), anchor=False)
    for place, (reader, chapter) in zip(st.columns(len(STARTS)), STARTS.items(), strict=True):
        with place, st.container(border=True, height="stretch"):
            st.markdown(f"**{text(f'start.{reader}.title')}**")
            st.markdown(text(f"start.{reader}.text"))
            st.page_link(
                script(chapter),
                label=text("start.go", chapter=words(chapter, language()).plain("short")),
                icon=":material/arrow_forward:",
            )


main()
