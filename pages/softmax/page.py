"""More than two classes: how do scores become probabilities? The chapter's page."""

from __future__ import annotations

import sys

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ce_core.checks import InputError
from ce_core.examples.softmax import SWEEP_END, SoftmaxExample
from ce_core.examples.types import Floats
from pages.parts.controls.inputs import presets
from pages.parts.drawing.class_colours import class_colours
from pages.parts.inputs.editor import current_table, editable_table, put_table
from pages.parts.inputs.link import arrive
from pages.parts.inputs.live_slider import current_slider, live_slider, put_slider, stops_slider
from pages.parts.inputs.values import defaults
from pages.parts.model.question import Question
from pages.parts.reading.cells import tidy
from pages.parts.reading.classes import CLASS, SCORE, article_classes, read_classes
from pages.parts.sharing.take import Parcel, take_with_you
from pages.parts.showing import charts, layout
from pages.parts.showing.predict import predict_first
from pages.parts.showing.problems import or_as_before, show_problem
from pages.parts.showing.theme import palette
from pages.parts.wording.language import language
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import words
from pages.softmax import figures, formulas, reading, sentences, snippets, tables
from pages.softmax.inputs import CASES, SoftmaxInputs, usual_example

text = words("softmax", language())
DEFAULTS = defaults(SoftmaxInputs, text)
ARTICLE = usual_example(text)
MOST_HEADLINES = 4
SCORE_STEP = 0.1
TEMPERATURES = [
    *(i / 20 for i in range(2, 20)),
    *(i / 10 for i in range(10, 30)),
    *(i / 4 for i in range(12, 41)),
]

Classes = tuple[tuple[str, ...], Floats]


def main() -> None:
    """Lay the chapter out: four bars a class, the sweep of one score, and the two ways."""
    arrive(DEFAULTS, text)
    layout.ask(text)
    with layout.stage("softmax") as (inputs, answer):
        with inputs:
            read = read_table()
        classes, stale = or_as_before("softmax", read), read is None
        if classes is None:
            return
        with inputs:
            moved = choose_class(classes)
    below = st.container()
    predict_first("softmax", question, text)
    taken = SoftmaxExample.of(
        classes=classes[0],
        scores=slid_to(classes, moved, current_slider("swept_score", float(classes[1][moved]))),
        temperature=current_slider("temperature", DEFAULTS.temperature),
        constant=current_slider("constant", DEFAULTS.constant),
    )
    with answer:
        explore(classes, moved, taken, stale, below)
    take_with_you(
        "softmax", DEFAULTS, Parcel(taken, snippets.code(taken), ("probabilities",)), text
    )


@st.fragment
def explore(
    classes: Classes, moved: int, taken: SoftmaxExample, stale: bool, below: DeltaGenerator
) -> None:
    """Show the sliders and all that follows them: bars, curves, formula, what to notice.

    The table stands outside: an edit that a reader makes on the way to another chapter would
    otherwise ask for a rerun of this fragment there, where there is none. So does what can be
    taken along; while that is open, all follows the sliders.
    """
    with layout.answer("bars", text, stale=stale):
        above = st.container()
        example = read_sliders(classes, moved)
        with above:
            show_bars(example)
        show_sweep(example, moved)
    with below, layout.answer("computation", text, stale=stale):
        show_computation(example)
    same = example.temperature == taken.temperature and (example.scores == taken.scores).all()
    if not same and st.session_state.get("take"):
        st.rerun()


def read_table() -> Classes | None:
    """Show the classes; return names and scores, or None where the table has a problem."""
    presets(CASES, text)
    table = editable_table(
        "classes",
        article_classes,
        view="softmax",
        label=text.plain("table.label"),
        columns={
            CLASS: st.column_config.TextColumn(text.plain("table.class"), width=180),
            SCORE: st.column_config.TextColumn(
                text.plain("table.score"),
                width=150,
                help=text("table.score_help"),
                alignment="right",
            ),
        },
        new_row={SCORE: "0"},
    )
    problem_place = st.container()
    layout.hint(text.plain("table.note"))
    try:
        return read_classes(table)
    except InputError as error:
        with problem_place:
            show_problem(error, text, mend=lambda mended: put_table("classes", mended))
        return None


def choose_class(classes: Classes) -> int:
    """Let the reader choose the class whose score the slider moves, and keep what it says."""
    names, scores = classes
    if st.session_state.get("swept_class") not in names:
        st.session_state["swept_class"] = names[0]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            text("slider.class"),
            options=names,
            key="swept_class",
            persist_state="session",
            width=170,
        )
        moved = names.index(chosen)
        st.button(
            text("slider.keep"),
            key="keep_score",
            on_click=keep,
            args=(names[moved], float(scores[moved])),
        )
    return moved


def keep(name: str, typed: float) -> None:
    """Write the slider's score into the table, where it is another than the one typed there."""
    slid = current_slider("swept_score", typed)
    if stands_for(slid, typed):
        return
    table = current_table("classes", article_classes)
    table.loc[table[CLASS].map(tidy) == name, SCORE] = f"{slid:g}"
    put_table("classes", table)


def read_sliders(classes: Classes, moved: int) -> SoftmaxExample:
    """Show the three sliders and return what follows from them and the classes."""
    score, temperature, constant = st.columns(3, gap="small")
    with score:
        scores = move_score(classes, moved)
    with temperature:
        chosen_temperature = stops_slider(
            text.plain("slider.temperature"),
            key="temperature",
            stops=TEMPERATURES,
            digits=2,
            default=DEFAULTS.temperature,
        )
    with constant:
        chosen_constant = live_slider(
            text.plain("slider.constant"),
            key="constant",
            minimum=-1000,
            maximum=1000,
            step=10,
            digits=0,
            default=DEFAULTS.constant,
        )
    return SoftmaxExample.of(
        classes=classes[0], scores=scores, temperature=chosen_temperature, constant=chosen_constant
    )


def move_score(classes: Classes, moved: int) -> Floats:
    """Show the slider of one class's score; return all scores, with that one where it stands.

    The slider stands in for the table's cell until that is edited or another class is chosen.
    While it has not been moved off the cell, the cell's own number counts, whether or not it
    lies on one of the slider's stops.
    """
    names, scores = classes
    typed = float(scores[moved])
    before = st.session_state.setdefault("swept_from", (names[moved], typed))
    if before != (names[moved], typed):
        st.session_state["swept_from"] = (names[moved], typed)
        put_slider("swept_score", typed)
    slid = live_slider(
        text.plain("slider.score", name=names[moved]),
        key="swept_score",
        minimum=-SWEEP_END,
        maximum=SWEEP_END,
        step=SCORE_STEP,
        digits=1,
        default=typed,
    )
    return slid_to(classes, moved, slid)


def slid_to(classes: Classes, moved: int, slid: float) -> Floats:
    """Return all scores, with one where the slider stands if that has been moved off the table."""
    _, scores = classes
    if stands_for(slid, float(scores[moved])):
        return scores
    changed = scores.copy()
    changed[moved] = slid
    return changed


def stands_for(slid: float, typed: float) -> bool:
    """Say whether a slider that stands there may not have been moved off the score typed."""
    nearest = min(max(typed, -SWEEP_END), SWEEP_END)
    return abs(slid - nearest) <= SCORE_STEP / 2 + 1e-9


def show_bars(example: SoftmaxExample) -> None:
    """Show the probabilities as numbers, and each class's way there as four bars."""
    colours = palette()
    own = class_colours(example.classes, colours)
    if len(example.classes) <= MOST_HEADLINES:
        numbers = [headline(example, i, own[i]) for i in range(len(example.classes))]
    else:
        first, *others = example.likeliest
        p = figures.probability(float(example.probabilities[first]))
        if others:
            label = text.plain("headline.likeliest_tie", count=1 + len(others))
            numbers = [layout.Headline(label, p)]
        else:
            label = text.plain("headline.likeliest", name=example.classes[first])
            numbers = [layout.Headline(label, p, colour=own[first])]
    layout.headlines(numbers)
    st.markdown(f"**{sentences.title(example, text)}**")
    charts.show(
        figures.four_bars(example, text, colours),
        alt=sentences.alt(example, text),
        key="softmax-bars",
    )


def headline(example: SoftmaxExample, position: int, colour: str) -> layout.Headline:
    """Return a class's probability, under what it was in the article where it has changed."""
    name, p = example.classes[position], float(example.probabilities[position])
    label = text.plain("headline.probability", name=name)
    # Beside four numbers there is no room: the row would jump.
    if name in ARTICLE.classes and len(example.classes) <= len(ARTICLE.classes):
        usual = float(ARTICLE.probabilities[ARTICLE.classes.index(name)])
        if abs(p - usual) > 1e-9:
            label = text.plain("headline.probability_was", name=name, p=number(usual, 3))
    return layout.Headline(label, figures.probability(p), colour=colour)


def show_sweep(example: SoftmaxExample, moved: int) -> None:
    """Show all probabilities while one score runs from end to end."""
    st.markdown(f"**{sentences.sweep_title(example, moved, text)}**")
    charts.show(
        figures.sweep_curves(example, moved, text, palette()),
        alt=sentences.sweep_alt(example, moved, text),
        key="softmax-sweep",
    )


def show_computation(example: SoftmaxExample) -> None:
    """Show the formula with the reader's numbers, what to notice, and the two ways."""
    layout.formula(formulas.general(example), *formulas.with_numbers(example))
    layout.notice(text, sentences.notices(example, text))
    st.header(text("worked.title"), anchor=False)
    st.markdown(text("worked.lead", most=short(sys.float_info.max, 2)))
    layout.worked_table(text.plain("worked.caption"), *tables.two_ways(example, text))


def question() -> Question:
    """Ask what a constant added to all scores does to the first one's probability."""
    shifted = CASES["plus_1000"]
    example = reading.read(shifted.classes, constant=shifted.constant)
    return Question(
        answer=float(example.probabilities[0]),
        minimum=0,
        maximum=1,
        step=0.01,
        names={
            "p": number(float(ARTICLE.probabilities[0]), 2),
            "constant": short(shifted.constant),
            "scores": text.listed(short(float(score), 6) for score in example.scores),
        },
    )


main()
