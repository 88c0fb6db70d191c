"""The line: which way to move it? The chapter's page."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import streamlit as st

from ce_core.checks import InputError
from ce_core.examples.line import MOST_POINTS, SMALL_STEP, LineExample
from pages.line import figures, formulas, reading, scene, sentences, snippets
from pages.line.board import Answer, Ends, drag_board, moved_dots, read_ends
from pages.line.inputs import CASES, LineInputs
from pages.parts.controls.inputs import presets
from pages.parts.inputs.editor import current_table, editable_table, put_table
from pages.parts.inputs.link import arrive
from pages.parts.inputs.live_slider import (
    current_slider,
    live_slider,
    restore_slider,
    times_overridden,
)
from pages.parts.inputs.values import defaults
from pages.parts.model.question import Question
from pages.parts.reading.cells import tidy
from pages.parts.reading.students import (
    OUTCOME,
    SCORE,
    STUDENT,
    TEST_1,
    TEST_2,
    article_students,
    model_columns,
)
from pages.parts.sharing.take import Parcel, take_with_you
from pages.parts.showing import charts, layout
from pages.parts.showing.predict import predict_first
from pages.parts.showing.problems import or_as_before, show_problem
from pages.parts.showing.theme import palette
from pages.parts.wording.language import language
from pages.parts.wording.numbers import short
from pages.parts.wording.words import words

text = words("line", language())
DEFAULTS = defaults(LineInputs, text)
ENDS = ("line_left", "line_right")
BOARD = "line_board"
LEAST_SURE, MOST_SURE = 0.1, 4.0


def main() -> None:
    """Lay the chapter out: the board, then what it says in numbers, then how sure a line may be."""
    arrive(DEFAULTS, text)
    layout.ask(text)
    presets(CASES, text)
    board_place = st.container()
    with layout.stage("line", (10, 14)) as (inputs, answer):
        with inputs:
            read = read_inputs()
        example, stale = or_as_before("line", read), read is None
        if example is None:
            return
        with board_place, layout.answer("board", text, stale=stale):
            example = show_board(example)
        with answer, layout.answer("numbers", text, stale=stale):
            show_numbers(example)
    with layout.answer("sure", text, stale=stale):
        show_sureness(example)
    predict_first("line", question, text)
    take_with_you(
        "line", DEFAULTS, Parcel(example, snippets.code(example), ("mistakes", "loss")), text
    )


def read_inputs() -> LineExample | None:
    """Show what can be changed below the board; return None where the table has a problem."""
    bounds = {"low": "0", "high": short(MOST_POINTS)}
    held = take_dots()
    models = model_columns(current_table("students", article_students))
    table = editable_table(
        "students",
        article_students,
        view="line",
        label=text.plain("table.label"),
        columns={
            STUDENT: st.column_config.TextColumn(text.plain("table.student"), width=76),
            OUTCOME: st.column_config.TextColumn(
                text.plain("table.outcome"), width=84, help=text("table.outcome_help")
            ),
            **{
                test: st.column_config.TextColumn(
                    text.plain(f"table.{key}"),
                    width=80,
                    help=text("table.test_help", **bounds),
                    alignment="right",
                )
                for test, key in ((TEST_1, "test_1"), (TEST_2, "test_2"))
            },
        },
        new_row={SCORE: "0", **dict.fromkeys(models, "0.5")},
    )
    problem_place = st.container()
    layout.hint(text.plain("table.note", **bounds))
    sharpness = live_slider(
        text.plain("sharpness.label"),
        key="sharpness",
        minimum=LEAST_SURE,
        maximum=MOST_SURE,
        step=0.1,
        default=DEFAULTS.sharpness,
        digits=1,
    )
    table = placed(table, held)
    left, right = ends()
    try:
        return reading.read(table, left=left, right=right, sharpness=sharpness)
    except InputError as error:
        with problem_place:
            show_problem(error, text, mend=lambda mended: put_table("students", mended))
        return None


def take_dots() -> Mapping[str, Ends]:
    """Write down dots that a hand has let go; return where those are that it still holds."""
    dots = moved_dots(overridden=moves_by_the_page(), key=BOARD)
    if dots is None:
        return {}
    if not dots.let_go:
        return dots.places
    put_table("students", placed(current_table("students", article_students), dots.places))
    return {}


def placed(table: pd.DataFrame, places: Mapping[str, Ends]) -> pd.DataFrame:
    """Return the table with these students' points in both tests, as one would type them."""
    moved = table.copy()
    for name, points in places.items():
        moved.loc[table[STUDENT].map(tidy) == name, [TEST_1, TEST_2]] = [f"{p:g}" for p in points]
    return moved


def moves_by_the_page() -> list[int]:
    """Return what changes whenever the page moves the line."""
    return [times_overridden(end) for end in ENDS]


def ends() -> Ends:
    """Return where the page has the line: from a link or preset, or as it was left."""
    left, right = (current_slider(end, getattr(DEFAULTS, end)) for end in ENDS)
    asked = read_ends({"left": left, "right": right})
    return asked or (DEFAULTS.line_left, DEFAULTS.line_right)


def show_board(example: LineExample) -> LineExample:
    """Show dots, line and landscapes; return the example with the line where it is now."""
    title_place = st.container()  # not st.empty, which is empty until the board is there

    def obey(command: str, asked: Ends) -> Answer:
        return scene.answer(example.with_ends(*asked), command, text)

    now = example.with_ends(
        *drag_board(
            (example.left, example.right),
            lambda: scene.scene(example, text, palette()),
            obey,
            overridden=moves_by_the_page(),
            key=BOARD,
        )
    )
    for end, height in zip(ENDS, (now.left, now.right), strict=True):
        restore_slider(end, height, times_overridden(end))
    title_place.markdown(f"**{sentences.title(now, text)}**")
    return now


def show_numbers(example: LineExample) -> None:
    """Show the formula with the reader's numbers, and what to notice."""
    layout.formula(
        *formulas.general(example), formulas.with_numbers(example), *formulas.slopes(example, text)
    )
    layout.notice(text, sentences.notices(example, text))


def show_sureness(example: LineExample) -> None:
    """Show what this line would cost at every sharpness, and whether there is a best one."""
    st.header(text("sure.question"), anchor=False)
    with layout.stage("sure", (10, 14)) as (inputs, answer):
        with inputs:
            st.markdown(f"**{sentences.sure_title(example, text)}**")
            kind = "separable" if example.separable else "overlapping"
            st.markdown(text(f"sure.{kind}"))
        with answer:
            low, high = (float(end) for end in figures.SHARPNESSES[[0, -1]])
            charts.show(
                figures.sureness_curve(example, text, palette()),
                alt=sentences.sure_alt(example, text, low=low, high=high),
                key="sureness-curve",
            )


def question() -> Question:
    """Ask how many small moves the count can tell apart in the article's case."""
    usual = reading.read(DEFAULTS.students, left=DEFAULTS.line_left, right=DEFAULTS.line_right)
    probe = usual.probe()
    return Question(
        answer=float(np.sum(probe.mistakes < usual.mistakes)),
        minimum=0,
        maximum=len(probe.moves),
        step=1,
        digits=0,
        names={
            "tried": str(len(probe.moves)),
            "length": short(SMALL_STEP),
            "down": str(int(np.sum(probe.losses < usual.loss))),
        },
    )


main()
