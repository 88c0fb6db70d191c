"""What does surprise cost on average? The chapter's page."""

from __future__ import annotations

import streamlit as st

from ce_core.checks import InputError
from ce_core.examples.coin import CoinExample
from ce_core.examples.entropy import EntropyExample
from pages.entropy import figures, formulas, reading, sentences, snippets, tables
from pages.entropy.inputs import CASES, EntropyInputs
from pages.entropy.reading import BELIEVED, OUTCOME, TRUE, fair_coin, swapped
from pages.entropy.units import BASES, Unit, unit, unit_of
from pages.parts.controls.inputs import presets
from pages.parts.inputs.editor import current_table, editable_table, put_table
from pages.parts.inputs.link import arrive
from pages.parts.inputs.live_slider import live_slider
from pages.parts.inputs.session import current
from pages.parts.inputs.values import defaults
from pages.parts.model.question import Question
from pages.parts.sharing.take import Parcel, follow, take_with_you
from pages.parts.showing import charts, layout
from pages.parts.showing.predict import predict_first
from pages.parts.showing.problems import or_as_before, show_problem
from pages.parts.showing.theme import palette
from pages.parts.wording.language import language
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import words

text = words("entropy", language())
DEFAULTS = defaults(EntropyInputs, text)


def main() -> None:
    """Lay the chapter out: the rectangles of two distributions, then every coin there is."""
    arrive(DEFAULTS, text)
    layout.ask(text)
    with layout.stage("entropy") as (inputs, answer):
        with inputs:
            read = read_inputs()
        example, stale = or_as_before("entropy", read), read is None
        if example is not None:
            with answer, layout.answer("entropy", text, stale=stale):
                show_rectangles(example)
    if example is not None:
        with layout.answer("computation", text, stale=stale):
            show_computation(example)
    show_coin(current(DEFAULTS))
    if example is not None:
        take_with_you(
            "entropy",
            DEFAULTS,
            Parcel(example, snippets.code(example), ("entropy", "kl", "cross_entropy")),
            text,
        )


def read_inputs() -> EntropyExample | None:
    """Show what can be changed; return the result, or None where the table has a problem."""
    presets(CASES, text)
    table = editable_table(
        "outcomes",
        fair_coin,
        view="entropy",
        label=text.plain("table.label"),
        columns={
            OUTCOME: st.column_config.TextColumn(text.plain("table.outcome"), width=104),
            **{
                column: st.column_config.TextColumn(
                    text.plain(f"table.{column}"),
                    width=98,
                    help=text(f"table.{column}_help"),
                    alignment="right",
                )
                for column in (TRUE, BELIEVED)
            },
        },
    )
    problem_place = st.container()
    layout.hint(text.plain("table.note"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = choose_unit()
        st.button(text("swap"), on_click=swap, key="swap", icon=":material/swap_horiz:")
    try:
        return reading.read(table, base=chosen.logarithm.base)
    except InputError as error:
        with problem_place:
            show_problem(error, text, mend=lambda mended: put_table("outcomes", mended))
        return None


def choose_unit() -> Unit:
    """Let the reader choose the unit."""
    base = st.segmented_control(
        text("unit.label"),
        options=BASES,
        format_func=lambda option: text.plain(f"unit.{option}"),
        required=True,
        key="unit",
        persist_state="session",
    )
    return unit(base or "2", text)


def swap() -> None:
    """Exchange what happens and what is believed."""
    put_table("outcomes", swapped(current_table("outcomes", fair_coin)))


def show_rectangles(example: EntropyExample) -> None:
    """Show entropy plus divergence as one equation, and the rectangles whose areas they are."""
    colours, in_unit = palette(), unit_of(example.base, text)
    layout.headlines(
        [
            layout.Headline(
                text.plain("headline.entropy"),
                number(example.entropy),
                "+",
                figures.own_colour(colours),
            ),
            layout.Headline(
                text.plain("headline.kl"), number(example.kl), "=", figures.extra_colour(colours)
            ),
            layout.Headline(
                text.plain("headline.cross_entropy"), number(example.cross_entropy), in_unit.name
            ),
        ]
    )
    st.markdown(f"**{sentences.title(example, in_unit, text)}**")
    charts.show(
        figures.rectangles(example, in_unit, text, colours),
        alt=sentences.alt(example, in_unit, text),
        key="rectangles",
    )
    layout.hint(text.plain("figure.key", log=in_unit.logarithm.symbol))


def show_computation(example: EntropyExample) -> None:
    """Show the formula with the reader's numbers, what to notice, and the worked table."""
    colours, in_unit = palette(), unit_of(example.base, text)
    layout.formula(
        formulas.general(in_unit.logarithm, colours),
        *formulas.with_numbers(example, in_unit.logarithm, colours),
    )
    layout.notice(text, sentences.notices(example, in_unit, text))
    predict_first("entropy", question, text)
    steps = st.expander(text("worked.title"), key="worked", on_change="rerun")
    if steps.open:
        with steps:
            layout.worked_table(
                text.plain("worked.caption"), *tables.worked_steps(example, in_unit, text)
            )


def question() -> Question:
    """Ask for the entropy of a loaded coin."""
    loaded = reading.read(CASES["loaded"].outcomes)
    fair = reading.read(DEFAULTS.outcomes)
    return Question(
        answer=loaded.entropy,
        minimum=0,
        maximum=2,
        step=0.05,
        names={"fair": short(fair.entropy), "p": short(float(loaded.p[0]))},
    )


@st.fragment
def show_coin(before: EntropyInputs) -> None:
    """Show why a wrong belief never pays: a straight line that touches the entropy of coins."""
    in_unit = unit(st.session_state["unit"], text)
    st.header(text("coin.question"), anchor=False)
    st.markdown(text("coin.lead"))
    with layout.stage("coin") as (inputs, answer):
        with inputs:
            p, q = (
                live_slider(
                    text.plain(f"coin.{name}"),
                    key=f"coin_{name}",
                    minimum=0,
                    maximum=1,
                    step=0.01,
                    default=default,
                )
                for name, default in (("p", DEFAULTS.coin_p), ("q", DEFAULTS.coin_q))
            )
            coin = CoinExample.from_beliefs(p, q, base=in_unit.logarithm.base)
            st.markdown(sentences.coin_notice(coin, in_unit, text))
        with answer:
            st.markdown(f"**{sentences.coin_title(coin, in_unit, text)}**")
            charts.show(
                figures.coin_curve(coin, in_unit, text, palette()),
                alt=sentences.coin_alt(coin, in_unit, text),
                key="coin-curve",
            )
    follow(DEFAULTS, before)


main()
