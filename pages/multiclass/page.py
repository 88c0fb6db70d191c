"""Fruit in containers: the chapter's page."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from ce_core import article
from ce_core.checks import InputError
from ce_core.examples.containers import Beliefs
from ce_core.examples.multiclass import FruitExample
from pages.multiclass import figures, formulas, reading, sentences, snippets, tables
from pages.multiclass.containers import FRUIT, article_containers, container_columns, new_container
from pages.multiclass.inputs import CASES, MulticlassInputs, usual_loss
from pages.multiclass.reading import MOST_CONTAINERS
from pages.parts.controls.inputs import presets
from pages.parts.controls.logarithm import choose_logarithm
from pages.parts.controls.reduction import choose_reduction
from pages.parts.inputs.column_names import show_column_names
from pages.parts.inputs.editor import current_table, editable_table, put_table
from pages.parts.inputs.link import arrive
from pages.parts.inputs.values import defaults
from pages.parts.model.controls import ColumnNames
from pages.parts.model.question import Question
from pages.parts.sharing.take import Parcel, take_with_you
from pages.parts.showing import charts, layout
from pages.parts.showing.predict import predict_first
from pages.parts.showing.problems import or_as_before, show_problem
from pages.parts.showing.theme import palette
from pages.parts.wording.language import language
from pages.parts.wording.logarithm import logarithm_of
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import words

text = words("multiclass", language())
DEFAULTS = defaults(MulticlassInputs, text)


def main() -> None:
    """Lay the chapter out: beliefs, what is inside, and what each belief costs."""
    arrive(DEFAULTS, text)
    layout.ask(text)
    with layout.stage("multiclass") as (inputs, answer):
        with inputs:
            read = read_inputs()
        drawn = or_as_before("multiclass", read)
        if drawn is None:
            return
        with answer, layout.answer("loss", text, stale=read is None):
            show_loss(*drawn)
    priced = None if read is None else read[1]
    example = or_as_before("multiclass-priced", priced)
    if example is not None:
        with layout.answer("computation", text, stale=priced is None):
            show_computation(example)
        take_with_you("multiclass", DEFAULTS, Parcel(example, snippets.code(example)), text)


def read_inputs() -> tuple[Beliefs, FruitExample | None] | None:
    """Show what can be changed; return what is believed, and priced, or None.

    Beliefs without prices are such as do not sum to 1: they can be drawn all the same.
    """
    presets(CASES, text)
    table = show_table()
    problem_place = st.container()
    layout.hint(text.plain("table.note"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        logarithm = choose_logarithm(text)
        reduction = choose_reduction(text)
        show_column_names(
            "containers",
            ColumnNames(
                name="containers",
                kind="container",
                columns=container_columns(table),
                most=MOST_CONTAINERS,
                least=1,
                new_cells=new_container,
            ),
            text,
        )
    beliefs, example = None, None
    with problem_place:
        try:
            containers = reading.read_containers(table)
            beliefs = containers.beliefs
            show_renamed(containers)
            example = containers.example(base=logarithm.base, reduction=reduction)
        except InputError as error:
            show_problem(error, text, mend=lambda mended: put_table("containers", mended))
    return None if beliefs is None else (beliefs, example)


def show_table() -> pd.DataFrame:
    """Show the table of beliefs, with the fruit really inside in its first row."""
    containers = container_columns(current_table("containers", article_containers))
    return editable_table(
        "containers",
        article_containers,
        view="multiclass",
        label=text.plain("table.label"),
        columns={
            FRUIT: st.column_config.TextColumn(
                text.plain("table.fruit"),
                width=100,
                help=text("table.fruit_help"),
                default=text.plain("table.new_fruit"),
                pinned=True,
            ),
            **{
                container: st.column_config.TextColumn(
                    container,
                    width=72,
                    help=text("table.container_help", container=container),
                    default="0",
                    alignment="right",
                )
                for container in containers
            },
        },
    )


def show_renamed(containers: reading.ContainerTable) -> None:
    """Say which fruit the first row still calls by a former name, and offer to write the new."""
    if not containers.renamed:
        return
    st.info(
        " ".join(
            text("table.renamed", former=former, now=now)
            for former, now in containers.renamed.items()
        ),
        icon=":material/edit_note:",
    )
    st.button(
        text("table.rename"),
        on_click=put_table,
        args=("containers", containers.up_to_date),
        key="rename",
    )


def show_loss(beliefs: Beliefs, example: FruitExample | None) -> None:
    """Show the loss as a number, and the beliefs over the prices that add up to it."""
    if example is None:
        loss = layout.Headline(text.plain("headline.loss"), "–", text.plain("headline.waiting"))
        layout.headlines([loss])
        title, alt = sentences.title_off(beliefs, text), sentences.alt_off(beliefs, text)
    else:
        layout.headlines(headlines(example))
        title, alt = sentences.title(example, text), sentences.alt(example, text)
    st.markdown(f"**{title}**")
    charts.show(
        figures.beliefs_and_prices(beliefs, example, text, palette()),
        alt=alt,
        key="beliefs-and-prices",
    )


def headlines(example: FruitExample) -> list[layout.Headline]:
    """Return the loss, with its change against the article's case, and the product."""
    remark = layout.change(example.loss, usual_loss(example.base, example.reduction), text)
    return [
        layout.Headline(text.plain("headline.loss"), number(example.loss), remark),
        layout.Headline(text.plain("headline.product"), short(example.product)),
    ]


def show_computation(example: FruitExample) -> None:
    """Show the formula with the reader's numbers, what to notice, and the worked table."""
    colours, logarithm = palette(), logarithm_of(example.base)
    layout.formula(
        formulas.general(example, logarithm),
        *formulas.written_out(example, logarithm, colours),
        formulas.total(example, logarithm, colours),
    )
    layout.notice(text, sentences.notices(example, logarithm, text))
    predict_first("multiclass", question, text)
    steps = st.expander(text("worked.title"), key="worked", on_change="rerun")
    if steps.open:
        with steps:
            layout.worked_table(
                text.plain("worked.caption"), *tables.worked_steps(example, logarithm, text)
            )


def question() -> Question:
    """Ask what it costs to share a wrong belief out among wrong fruits."""
    usual = reading.read(DEFAULTS.containers)
    lemon, apple, orange = (article.FRUITS.index(name) for name in ("lemon", "apple", "orange"))
    container = usual.containers[usual.costliest]
    p = usual.p[:, usual.costliest]
    shifted = DEFAULTS.containers.set_index(FRUIT, drop=False)
    shifted.loc[usual.fruits[apple], container] = "0"
    shifted.loc[usual.fruits[orange], container] = short(p[apple] + p[orange])
    return Question(
        answer=reading.read(shifted).loss - usual.loss,
        minimum=-1,
        maximum=1,
        step=0.1,
        digits=1,
        names={
            "container": container,
            "fruit": usual.fruits[lemon],
            "wrong": usual.fruits[apple],
            "other": usual.fruits[orange],
            "p": short(float(p[lemon])),
            "p_wrong": short(float(p[apple])),
        },
    )


main()
