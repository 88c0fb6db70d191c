"""Why do frameworks want scores, not probabilities? The chapter's page."""

from __future__ import annotations

import streamlit as st

from ce_core.checks import InputError
from ce_core.examples.digits import FORMS, SAMPLES, DigitsExample
from ce_core.examples.logits import CURVE_END, LogitsExample, ScoreExample
from ce_core.examples.twice import TwiceExample
from pages.logits import comparisons, figures, formulas, reading, sentences, snippets, tables
from pages.logits.inputs import CASES, LogitsInputs
from pages.parts.controls.inputs import presets
from pages.parts.inputs.editor import editable_table, put_table
from pages.parts.inputs.link import arrive
from pages.parts.inputs.live_slider import live_slider, stops_slider
from pages.parts.inputs.session import current
from pages.parts.inputs.values import defaults
from pages.parts.model.question import Question
from pages.parts.reading.classes import CLASS, LARGEST_SCORE, SCORE, article_classes, class_names
from pages.parts.sharing.take import Parcel, follow, take_with_you
from pages.parts.showing import charts, layout
from pages.parts.showing.predict import predict_first
from pages.parts.showing.problems import or_as_before, show_problem
from pages.parts.showing.theme import palette
from pages.parts.wording.language import language
from pages.parts.wording.numbers import number, short, signed
from pages.parts.wording.words import words

text = words("logits", language())
DEFAULTS = defaults(LogitsInputs, text)
STOPS = [*range(1, 40), *range(40, 110, 2), *range(110, 700, 10), *range(700, 750, 5)]
STOPS += range(750, 1001, 10)


def main() -> None:
    """Lay the chapter out: one score, several scores, digits that are right, softmax twice."""
    arrive(DEFAULTS, text)
    layout.ask(text)
    presets(CASES, text)
    show_score(current(DEFAULTS))
    example, stale = show_classes()
    show_digits(current(DEFAULTS))
    if example is not None:
        with layout.answer("twice", text, stale=stale):
            show_twice(TwiceExample.from_logits(example))
        take_with_you("logits", DEFAULTS, Parcel(example, snippets.code(example)), text)


@st.fragment
def show_score(before: LogitsInputs) -> None:
    """Show what one score costs, and the slope of its price, while the score moves."""
    colours = palette()
    with layout.stage("score") as (inputs, answer):
        with inputs:
            label = st.segmented_control(
                text("score.label"),
                options=["1", "0"],
                format_func=lambda option: text.plain(f"score.label_{option}"),
                required=True,
                key="one_label",
                persist_state="session",
            )
            score = live_slider(
                text.plain("score.slider"),
                key="one_score",
                minimum=-CURVE_END,
                maximum=CURVE_END,
                step=0.1,
                default=DEFAULTS.one_score,
                digits=1,
            )
            example = ScoreExample.from_score(score, 0 if label == "0" else 1)
            layout.notice(text, sentences.score_notices(example, text))
        with answer:
            layout.headlines(
                [
                    layout.Headline(
                        text.plain("headline.price"),
                        number(example.price),
                        colour=colours.passed if example.y else colours.failed,
                    ),
                    layout.Headline(text.plain("headline.p"), number(example.p)),
                    layout.Headline(text.plain("headline.gradient"), signed(example.gradient)),
                ]
            )
            st.markdown(f"**{sentences.score_title(example, text)}**")
            charts.show(
                figures.price_curves(example, text, colours),
                alt=sentences.score_alt(example, text),
                key="price-curves",
            )
    layout.formula(
        formulas.score_general(),
        formulas.score_with_numbers(example, colours),
    )
    follow(DEFAULTS, before)


def show_classes() -> tuple[LogitsExample | None, bool]:
    """Show several scores, their softmax, and which way the loss pushes each of them.

    Return the result, and whether it is from before a change that cannot be read.
    """
    st.header(text("pushes.question"), anchor=False)
    st.markdown(text("pushes.lead"))
    with layout.stage("pushes") as (inputs, answer):
        with inputs:
            read = read_classes()
            example, stale = or_as_before("logits", read), read is None
            if read is not None:
                layout.notice(text, sentences.pushes_notices(read, text))
        if example is None:
            return None, stale
        with answer, layout.answer("pushes", text, stale=stale):
            show_pushes(example)
    with layout.answer("scores", text, stale=stale):
        layout.formula(
            formulas.scores_general(example),
            formulas.loss_with_numbers(example, palette()),
            formulas.gradient_with_numbers(example, palette()),
            name="formula-scores",
        )
        show_steps(example)
    return example, stale


def read_classes() -> LogitsExample | None:
    """Show the table of scores; return the result, or None where it has a problem."""
    table = editable_table(
        "classes",
        article_classes,
        view="logits",
        label=text.plain("table.label"),
        columns={
            CLASS: st.column_config.TextColumn(text.plain("table.class"), width=130),
            SCORE: st.column_config.TextColumn(
                text.plain("table.score"), width=110, alignment="right"
            ),
        },
    )
    problem_place = st.container()
    layout.hint(text.plain("table.note", most=short(LARGEST_SCORE, 5)))
    true_class = choose_true_class(class_names(table))
    try:
        return reading.read(table, true_class)
    except InputError as error:
        with problem_place:
            show_problem(error, text, mend=lambda mended: put_table("classes", mended))
        return None


def choose_true_class(names: list[str]) -> str:
    """Let the reader choose what it really was.

    The choice is a position, so that it stays with a class that is renamed or translated; it
    follows the name where rows before it are added or removed.
    """
    if not names:
        return ""
    position: int = st.session_state["true_class"]
    before, name = st.session_state.get("true-class-before", (None, ""))
    if position == before and name in names:
        position = names.index(name)
    st.session_state["true_class"] = min(max(position, 0), len(names) - 1)
    chosen = st.selectbox(
        text("table.true"),
        options=range(len(names)),
        format_func=names.__getitem__,
        key="true_class",
        persist_state="session",
    )
    st.session_state["true-class-before"] = chosen, names[chosen]
    return names[chosen]


def show_pushes(example: LogitsExample) -> None:
    """Show the loss as a number, and the probabilities with their pushes."""
    layout.headlines(
        [
            layout.Headline(text.plain("headline.loss"), number(example.loss)),
            layout.Headline(
                text.plain("headline.p_true", name=example.classes[example.true]),
                number(float(example.p[example.true])),
            ),
        ]
    )
    st.markdown(f"**{sentences.pushes_title(example, text)}**")
    charts.show(
        figures.pushes(example, text, palette()),
        alt=sentences.pushes_alt(example, text),
        key="pushes-bars",
    )
    layout.hint(text.plain("pushes.key"))


def show_steps(example: LogitsExample) -> None:
    """Offer the worked table."""
    steps = st.expander(text("worked.title"), key="worked", on_change="rerun")
    if steps.open:
        with steps:
            layout.worked_table(
                text.plain("worked.caption"),
                *tables.worked_steps(TwiceExample.from_logits(example), text),
            )


@st.fragment
def show_digits(before: LogitsInputs) -> None:
    """Show naive against stable: how many digits of the loss are right as the score grows."""
    st.header(text("digits.question"), anchor=False)
    st.markdown(text("digits.lead"))
    with layout.stage("digits") as (inputs, answer):
        with inputs:
            form = st.selectbox(
                text("digits.form"),
                options=FORMS,
                format_func=lambda option: text.plain(f"digits.form_{option}"),
                key="digits_form",
                persist_state="session",
            )
            score = stops_slider(
                text.plain("digits.score"),
                key="digits_score",
                stops=STOPS,
                default=DEFAULTS.digits_score,
            )
            example = DigitsExample.from_score(form, score)
            layout.worked_table(text.plain("digits.table"), *tables.digits_here(example, text))
            layout.notice(text, sentences.digits_notices(example, text))
        with answer:
            st.markdown(f"**{sentences.digits_title(example, text)}**")
            charts.show(
                comparisons.digit_curves(example, text, palette()),
                alt=sentences.digits_alt(example, text),
                key="digit-curves",
            )
            layout.hint(text.plain("digits.key", count=SAMPLES))
    follow(DEFAULTS, before)


def show_twice(example: TwiceExample) -> None:
    """Show what a second softmax costs, for the reader's scores."""
    st.header(text("twice.question"), anchor=False)
    predict_first("logits", question, text)
    st.markdown(text("twice.lead"))
    with layout.stage("twice") as (inputs, answer):
        with inputs:
            layout.headlines(
                [
                    layout.Headline(
                        text.plain("twice.one"),
                        number(example.once.loss),
                        colour=palette().models[1],
                    ),
                    layout.Headline(
                        text.plain("twice.two"), number(example.loss), colour=palette().failed
                    ),
                ]
            )
            st.markdown(formulas.twice_floor(len(example.once.classes), example.floor))
            layout.notice(text, sentences.twice_notices(example, text))
        with answer:
            st.markdown(f"**{sentences.twice_title(example, text)}**")
            charts.show(
                comparisons.twice_curves(example, text, palette()),
                alt=sentences.twice_alt(example, text),
                key="twice-curves",
            )


def question() -> Question:
    """Ask what a perfect answer costs after two softmaxes."""
    names = class_names(DEFAULTS.classes)
    start = reading.read(DEFAULTS.classes, names[DEFAULTS.true_class])
    return Question(
        answer=TwiceExample.from_logits(start).floor,
        minimum=0,
        maximum=2,
        step=0.05,
        names={"count": str(len(start.classes))},
    )


main()
