"""What does surprise cost on average? The chapter's page."""

from __future__ import annotations

import streamlit as st

from ce_core.checks import InputError
from ce_core.examples.coin import CoinExample
from ce_core.examples.entropy import BELIEVED, OUTCOME, TRUE, EntropyExample, fair_coin, swapped
from pages.entropy import figures, formulas, sentences, tables
from pages.entropy.inputs import CASES, EntropyInputs
from pages.entropy.units import Unit, choose_unit
from pages.parts import charts, layout
from pages.parts.inputs import presets, seed
from pages.parts.live_slider import live_slider
from pages.parts.numbers import number, short
from pages.parts.palette import palette
from pages.parts.predict import predict_first
from pages.parts.problems import show_problem
from pages.parts.table import current_table, editable_table, put_table
from pages.parts.words import words

text = words("entropy")
DEFAULTS = EntropyInputs()


def main() -> None:
    """Lay the chapter out: the rectangles of two distributions, then every coin there is."""
    seed(DEFAULTS)
    layout.ask(text)
    with layout.stage("entropy") as (inputs, answer):
        with inputs:
            example, unit = read_inputs()
        with answer:
            if example is not None:
                show_rectangles(example, unit)
    if example is not None:
        show_computation(example, unit)
    show_coin(unit)


def read_inputs() -> tuple[EntropyExample | None, Unit]:
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
    st.caption(text("table.note"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        unit = choose_unit(text)
        st.button(text("swap"), on_click=swap, key="swap", icon=":material/swap_horiz:")
    try:
        return EntropyExample.from_table(table, base=unit.logarithm.base), unit
    except InputError as error:
        with problem_place:
            show_problem(error, text, mend=lambda mended: put_table("outcomes", mended))
        return None, unit


def swap() -> None:
    """Exchange what happens and what is believed."""
    put_table("outcomes", swapped(current_table("outcomes", fair_coin)))


def show_rectangles(example: EntropyExample, unit: Unit) -> None:
    """Show entropy plus divergence as one equation, and the rectangles whose areas they are."""
    colours = palette()
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
                text.plain("headline.cross_entropy"), number(example.cross_entropy), unit.name
            ),
        ]
    )
    st.markdown(f"**{sentences.title(example, unit, text)}**")
    charts.show(
        figures.rectangles(example, unit, text, colours),
        alt=sentences.alt(example, unit, text),
        key="rectangles",
    )
    st.caption(text("figure.key", log=unit.logarithm.symbol))


def show_computation(example: EntropyExample, unit: Unit) -> None:
    """Show the formula with the reader's numbers, what to notice, and the worked table."""
    colours = palette()
    layout.formula(
        formulas.general(unit.logarithm, colours),
        *formulas.with_numbers(example, unit.logarithm, colours),
    )
    layout.notice(text, sentences.notices(example, unit, text))
    ask_first()
    steps = st.expander(text("worked.title"), key="worked-entropy", on_change="rerun")
    if steps.open:
        with steps:
            layout.worked_table(
                text.plain("worked.caption"), *tables.worked_steps(example, unit, text)
            )


def ask_first() -> None:
    """Ask for the entropy of a loaded coin before it is shown."""
    loaded = EntropyExample.from_table(CASES["loaded"].outcomes)
    fair = EntropyExample.from_table(DEFAULTS.outcomes)
    predict_first(
        text,
        "entropy",
        answer=loaded.entropy,
        minimum=0,
        maximum=2,
        step=0.05,
        fair=short(fair.entropy),
        p=short(float(loaded.p[0])),
    )


@st.fragment
def show_coin(unit: Unit) -> None:
    """Show why a wrong belief never pays: a straight line that touches the entropy of coins."""
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
            coin = CoinExample.from_beliefs(p, q, base=unit.logarithm.base)
            st.markdown(sentences.coin_notice(coin, unit, text))
        with answer:
            st.markdown(f"**{sentences.coin_title(coin, unit, text)}**")
            charts.show(
                figures.coin_curve(coin, unit, text, palette()),
                alt=sentences.coin_alt(coin, unit, text),
                key="coin-curve",
            )


main()
