"""How likely is student A to pass? The chapter's page."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ce_core.checks import InputError
from ce_core.examples.sigmoid import SigmoidExample
from pages.parts.controls.inputs import presets
from pages.parts.controls.logarithm import choose_logarithm
from pages.parts.controls.reduction import Reduction, choose_reduction
from pages.parts.inputs.editor import current_table, editable_table, put_table
from pages.parts.inputs.link import arrive
from pages.parts.inputs.live_slider import current_slider, live_slider
from pages.parts.inputs.values import defaults
from pages.parts.model.question import Question
from pages.parts.reading.students import OUTCOME, SCORE, STUDENT, article_students, model_columns
from pages.parts.sharing.take import Parcel, take_with_you
from pages.parts.showing import charts, layout
from pages.parts.showing.predict import predict_first
from pages.parts.showing.problems import or_as_before, show_problem
from pages.parts.showing.theme import palette
from pages.parts.wording.language import language
from pages.parts.wording.logarithm import logarithm_of
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import words
from pages.sigmoid import figures, formulas, reading, sentences, snippets, tables
from pages.sigmoid.inputs import CASES, SigmoidInputs, usual_loss

text = words("sigmoid", language())
DEFAULTS = defaults(SigmoidInputs, text)
NOBODY = DEFAULTS.tangent_at


def main() -> None:
    """Lay the chapter out: the curve, and what it makes of each student."""
    arrive(DEFAULTS, text)
    layout.ask(text)
    with layout.stage("sigmoid") as (inputs, answer), inputs:
        read, base, reduction = read_inputs()
    below = st.container()
    steps = st.expander(text("worked.title"), key="worked", on_change="rerun")
    predict_first("sigmoid", question, text)
    students, stale = or_as_before("sigmoid", read), read is None
    if students is None:
        return
    taken = reading.read(
        students,
        weight=current_slider("score_weight", DEFAULTS.score_weight),
        bias=current_slider("score_bias", DEFAULTS.score_bias),
        base=base,
        reduction=reduction,
    )
    with answer:
        explore(students, taken, stale, below, steps if steps.open else None)
    take_with_you("sigmoid", DEFAULTS, Parcel(taken, snippets.code(taken)), text)


@st.fragment
def explore(
    students: pd.DataFrame,
    taken: SigmoidExample,
    stale: bool,
    below: DeltaGenerator,
    steps: DeltaGenerator | None,
) -> None:
    """Show the sliders and all that follows them: numbers, curve, formula, what to notice.

    The table stands outside: an edit that a reader makes on the way to another chapter would
    otherwise ask for a rerun of this fragment there, where there is none. So does what can be
    taken along; while that is open, all follows the sliders.
    """
    with layout.answer("curve", text, stale=stale):
        above = st.container()
        weight, bias, tangent_place = move_line()
        example = reading.read(
            students, weight=weight, bias=bias, base=taken.base, reduction=taken.reduction
        )
        with tangent_place:
            tangent = choose_tangent(example)
        with above:
            show_curve(example, tangent)
    with below, layout.answer("computation", text, stale=stale):
        show_computation(example, tangent)
    if steps is not None:
        with steps:
            show_steps(example)
    moved = (weight, bias) != (taken.weight, taken.bias)
    if moved and st.session_state.get("take"):
        st.rerun()


def move_line() -> tuple[float, float, DeltaGenerator]:
    """Show the sliders for w and b, and keep a place beside them for the tangent's choice."""
    left, middle, right = st.columns([5, 5, 4], gap="small", vertical_alignment="bottom")
    with left:
        weight = live_slider(
            text.plain("slider.weight"),
            key="score_weight",
            minimum=-5,
            maximum=5,
            step=0.1,
            digits=1,
            default=DEFAULTS.score_weight,
        )
    with middle:
        bias = live_slider(
            text.plain("slider.bias"),
            key="score_bias",
            minimum=-5,
            maximum=5,
            step=0.1,
            digits=1,
            default=DEFAULTS.score_bias,
        )
    return weight, bias, right


def read_inputs() -> tuple[pd.DataFrame | None, float | None, Reduction]:
    """Show what can be changed beside the line; the table is None where it has a problem."""
    presets(CASES, text)
    table = read_table()
    problem_place = st.container()
    layout.hint(text.plain("table.note"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        logarithm = choose_logarithm(text)
        reduction = choose_reduction(text)
    try:
        reading.read(table)
    except InputError as error:
        with problem_place:
            show_problem(error, text, mend=lambda mended: put_table("students", mended))
        return None, logarithm.base, reduction
    return table, logarithm.base, reduction


def read_table() -> pd.DataFrame:
    """Show the students with their scores; what the models say of them stays in the table."""
    models = model_columns(current_table("students", article_students))
    return editable_table(
        "students",
        article_students,
        view="sigmoid",
        label=text.plain("table.label"),
        columns={
            STUDENT: st.column_config.TextColumn(text.plain("table.student"), width=110),
            OUTCOME: st.column_config.TextColumn(
                text.plain("table.outcome"), width=110, help=text("table.outcome_help")
            ),
            SCORE: st.column_config.TextColumn(
                text.plain("table.score"),
                width=110,
                help=text("table.score_help"),
                alignment="right",
            ),
        },
        new_row=dict.fromkeys(models, "0.5"),
    )


def choose_tangent(example: SigmoidExample) -> int | None:
    """Let the reader choose a student at whom to draw the tangent."""
    if st.session_state.get("tangent_at") not in example.students:
        st.session_state["tangent_at"] = NOBODY
    student = st.selectbox(
        text("tangent.label"),
        options=[NOBODY, *example.students],
        format_func=lambda option: option or text.plain("tangent.none"),
        key="tangent_at",
        persist_state="session",
    )
    return example.students.index(student) if student in example.students else None


def show_curve(example: SigmoidExample, tangent: int | None) -> None:
    """Show the loss as a number, and the curve with each student's price on it."""
    numbers = [
        layout.Headline(
            text.plain("headline.loss"),
            number(example.loss),
            layout.change(example.loss, usual_loss(example.base, example.reduction), text),
        ),
        layout.Headline(
            text.plain("headline.boundary"),
            text.plain("headline.boundary_none")
            if example.boundary is None
            else number(example.boundary, 2),
        ),
    ]
    if tangent is not None:
        numbers.append(
            layout.Headline(
                text.plain("headline.slope", student=example.students[tangent]),
                number(float(example.slope[tangent]), 3),
            )
        )
    layout.headlines(numbers)
    st.markdown(f"**{sentences.title(example, text)}**")
    charts.show(
        figures.curve(example, tangent, text, palette()),
        alt=sentences.alt(example, text),
        key="sigmoid-curve",
    )


def show_computation(example: SigmoidExample, tangent: int | None) -> None:
    """Show the formula with the reader's numbers, what to notice, and the worked table."""
    colours, logarithm = palette(), logarithm_of(example.base)
    layout.formula(formulas.curve(example, colours), formulas.loss(example, logarithm))
    layout.notice(
        text, sentences.notices(example, tangent, text, words("binary", language()).plain("title"))
    )


def show_steps(example: SigmoidExample) -> None:
    """Show every step of the computation as a table."""
    layout.worked_table(
        text.plain("worked.caption"),
        *tables.worked_steps(example, logarithm_of(example.base), text),
    )


def question() -> Question:
    """Ask what it costs when the best student fails although the curve was sure of a pass."""
    surprise = CASES["surprise"]
    example = reading.read(surprise.students, weight=surprise.score_weight)
    return Question(
        answer=float(example.price[-1]),
        minimum=0,
        maximum=12,
        step=0.1,
        digits=1,
        names={
            "student": example.students[-1],
            "score": short(float(example.scores[-1])),
            "weight": short(example.weight),
            "logit": short(float(example.logits[-1])),
        },
    )


main()
