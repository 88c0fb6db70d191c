"""Two models, four students: the chapter's page."""

from __future__ import annotations

import streamlit as st

from ce_core.checks import InputError
from ce_core.examples.binary import StudentExample
from ce_core.examples.classroom import MOST_IN_CLASS, ClassExample
from pages.binary import figures, formulas, reading, sentences, snippets, tables
from pages.binary.inputs import CASES, BinaryInputs, harsher_example, usual_example
from pages.parts import layout
from pages.parts.controls.columns import ColumnGroup, edit_columns
from pages.parts.controls.inputs import presets
from pages.parts.controls.logarithm import choose_logarithm
from pages.parts.controls.predict import predict_first
from pages.parts.controls.problems import or_as_before, show_problem
from pages.parts.controls.reduction import choose_reduction
from pages.parts.drawing.palette import cycle
from pages.parts.inputs.editor import current_table, editable_table, put_table
from pages.parts.inputs.link import arrive
from pages.parts.inputs.live_slider import live_slider, stops_slider
from pages.parts.inputs.session import current
from pages.parts.inputs.values import defaults
from pages.parts.model.question import Question
from pages.parts.reading.students import (
    MOST_MODELS,
    OUTCOME,
    SCORE,
    STUDENT,
    article_students,
    model_columns,
)
from pages.parts.sharing.take import Parcel, follow, take_with_you
from pages.parts.showing import charts
from pages.parts.showing.theme import palette
from pages.parts.wording.language import language
from pages.parts.wording.logarithm import logarithm_of
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import words

text = words("binary", language())
DEFAULTS = defaults(BinaryInputs, text)
MODELS = ColumnGroup(
    "students", article_students, "model", most=MOST_MODELS, least=1, new_cell="0.5"
)
CLASS_SIZES = [*range(1, 20), *range(20, 100, 5), *range(100, MOST_IN_CLASS + 1, 20)]


def main() -> None:
    """Lay the chapter out: the loss of each model, then why nobody multiplies."""
    arrive(DEFAULTS, text)
    layout.ask(text)
    with layout.stage("binary") as (inputs, answer):
        with inputs:
            read = read_inputs()
        example, stale = or_as_before("binary", read), read is None
        if example is None:
            return
        with answer, layout.answer("loss", text, stale=stale):
            show_loss(example)
    with layout.answer("computation", text, stale=stale):
        show_computation(example)
        show_class(example, current(DEFAULTS))
    take_with_you("binary", DEFAULTS, Parcel(example, snippets.code(example)), text)


def read_inputs() -> StudentExample | None:
    """Show what can be changed; return the result, or None where the table has a problem."""
    presets(CASES, text)
    models = model_columns(current_table("students", article_students))
    table = editable_table(
        "students",
        article_students,
        view="binary",
        label=text.plain("table.label"),
        columns={
            STUDENT: st.column_config.TextColumn(text.plain("table.student"), width=76),
            OUTCOME: st.column_config.TextColumn(
                text.plain("table.outcome"), width=84, help=text("table.outcome_help")
            ),
            **{
                model: st.column_config.TextColumn(
                    model, width=80, help=text("table.model_help"), alignment="right"
                )
                for model in models
            },
        },
        new_row={SCORE: "0", **dict.fromkeys(models, "0.5")},
    )
    problem_place = st.container()
    layout.hint(text.plain("table.note"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        logarithm = choose_logarithm(text)
        reduction = choose_reduction(text)
        edit_columns(MODELS, models, text)
    try:
        return reading.read(table, base=logarithm.base, reduction=reduction)
    except InputError as error:
        with problem_place:
            show_problem(error, text, mend=lambda mended: put_table("students", mended))
        return None


def show_loss(example: StudentExample) -> None:
    """Show each model's loss as a number and as bars that add up to it."""
    colours, logarithm = palette(), logarithm_of(example.base)
    usual = usual_example(text, example.base, example.reduction)
    numbers = []
    for i, model in enumerate(example.models):
        loss, remark = float(example.loss[i]), ""
        if model in usual.models:
            remark = layout.change(loss, float(usual.loss[usual.models.index(model)]), text)
        numbers.append(
            layout.Headline(
                text.plain("headline.loss", model=model),
                number(loss),
                remark,
                cycle(colours.models, i),
            )
        )
    layout.headlines(numbers)
    st.markdown(f"**{sentences.title(example, text)}**")
    charts.show(
        figures.loss_bars(example, logarithm, text, colours),
        alt=sentences.alt(example, text),
        key="loss-bars",
    )


def show_computation(example: StudentExample) -> None:
    """Show the formula with the reader's numbers, what to notice, and the worked table."""
    colours, logarithm = palette(), logarithm_of(example.base)
    layout.formula(
        formulas.general(example, logarithm),
        *(
            formulas.with_numbers(example, model, logarithm, colours)
            for model in range(len(example.models))
        ),
    )
    notices = sentences.notices(example, text)
    if sentences.is_article_case(example):
        notices.append(sentences.article_note(text))
    layout.notice(text, notices)
    predict_first("binary", question, text)
    steps = st.expander(text("worked.title"), key="worked", on_change="rerun")
    if steps.open:
        with steps:
            layout.worked_table(
                text.plain("worked.caption"), *tables.worked_steps(example, logarithm, text)
            )


def question() -> Question:
    """Ask what ten times less for one student costs in the article's case."""
    usual, harsher = usual_example(text), harsher_example(text)
    return Question(
        answer=float(harsher.loss[0] - usual.loss[0]),
        minimum=0,
        maximum=3,
        step=0.1,
        digits=1,
        names={
            "model": usual.models[0],
            "student": usual.students[-1],
            "p_before": short(float(usual.p_pass[-1, 0])),
            "p_after": short(float(harsher.p_pass[-1, 0])),
        },
    )


@st.fragment
def show_class(example: StudentExample, before: BinaryInputs) -> None:
    """Show why nobody multiplies: a class in which the product runs out of float64."""
    st.header(text("class.question"), anchor=False)
    st.markdown(text("class.lead"))
    with layout.stage("class") as (inputs, answer):
        with inputs:
            size = stops_slider(
                text.plain("class.size"),
                key="class_size",
                stops=CLASS_SIZES,
                default=DEFAULTS.class_size,
            )
            student = example.students[example.costliest(0)]
            p_after = live_slider(
                text.plain("class.one", student=student, model=example.models[0]),
                key="changed_probability",
                minimum=0,
                maximum=1,
                step=0.01,
                default=DEFAULTS.changed_probability,
            )
            crowd = ClassExample.from_students(example, size=int(size), p_after=p_after)
            layout.worked_table(
                text.plain("class.table"),
                [text.plain(f"class.{column}") for column in ("model", "product", "sum")],
                [
                    [
                        model,
                        short(crowd.product_at_size(i)),
                        number(crowd.log10_sum_at_size(i), 2),
                    ]
                    for i, model in enumerate(crowd.models)
                ],
            )
            st.markdown(sentences.class_change(crowd, text))
        with answer:
            st.markdown(f"**{sentences.class_title(crowd, text)}**")
            charts.show(
                figures.class_curves(crowd, text, palette()),
                alt=sentences.class_alt(crowd, text),
                key="class-curves",
            )
    follow(DEFAULTS, before)


main()
