"""The line: which way to move it? The count of mistakes does not say, the cross-entropy does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ce_core.examples.line import MOST_POINTS, SMALL_STEP, LineExample
from pages.line import board, figures, formulas, reading, scene, sentences, snippets
from pages.line.inputs import BOARD, CASES, LineInputs
from pages.parts.drawing.palette import Palette
from pages.parts.inputs.values import defaults
from pages.parts.model.blocks import (
    Blocks,
    Figure,
    Formula,
    Heading,
    Hint,
    Notice,
    Picture,
    Presets,
    Problem,
    Prose,
)
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.model.choices import column
from pages.parts.model.controls import Column, SliderControl, TableControl
from pages.parts.model.hand import Answer, Hand
from pages.parts.model.question import Question
from pages.parts.reading.students import (
    OUTCOME,
    SCORE,
    STUDENT,
    TEST_1,
    TEST_2,
    model_columns,
)
from pages.parts.wording.numbers import short
from pages.parts.wording.words import Words


def read(inputs: LineInputs) -> LineExample:
    """Read the table of students; the line that lies across them is not theirs."""
    return reading.read(inputs.students, left=0.0, right=0.0)


def result(students: LineExample, inputs: LineInputs) -> LineExample:
    """Return the students with the reader's line."""
    return LineExample.of(
        students=students.students,
        passed=students.passed,
        tests=students.tests,
        left=inputs.line_left,
        right=inputs.line_right,
        sharpness=inputs.sharpness,
    )


def obey(example: LineExample, inputs: LineInputs, command: str, text: Words) -> Answer | None:
    """Do what a button of the board asks for, from where the line is."""
    done = scene.answer(example.with_ends(inputs.line_left, inputs.line_right), command, text)
    if done is None:
        return None
    (left, right), shown = done
    return Answer(replace(inputs, line_left=left, line_right=right), shown)


def view_board(example: LineExample, text: Words, colours: Palette) -> View:
    """Return dots, line and landscapes."""
    return View(
        below=[
            Prose(f"**{sentences.title(example, text)}**"),
            Picture(scene=scene.scene(example, text, colours)),
        ]
    )


def controls(inputs: LineInputs, text: Words) -> Blocks:
    """Return what can be changed below the board."""
    bounds = {"low": "0", "high": short(MOST_POINTS)}
    tests = [
        Column(
            name=test,
            title=text.plain(f"table.{key}"),
            width=80,
            help=text("table.test_help", **bounds),
            is_number=True,
        )
        for test, key in ((TEST_1, "test_1"), (TEST_2, "test_2"))
    ]
    return [
        TableControl(
            name="students",
            label=text.plain("table.label"),
            columns=[
                column(text, STUDENT, "student", 76),
                column(text, OUTCOME, "outcome", 84),
                *tests,
            ],
            new_row={SCORE: "0", **dict.fromkeys(model_columns(inputs.students), "0.5")},
        ),
        Problem(),
        Hint(text.plain("table.note", **bounds)),
        SliderControl(name="sharpness", label=text.plain("sharpness.label")),
    ]


def view_numbers(example: LineExample, text: Words, colours: Palette) -> View:
    """Return the formula with the reader's numbers, and what to notice."""
    return View(
        right=[
            Formula(
                [
                    *formulas.general(example),
                    formulas.with_numbers(example),
                    *formulas.slopes(example, text),
                ]
            ),
            Notice(sentences.notices(example, text)),
        ]
    )


def view_sureness(example: LineExample, text: Words, colours: Palette) -> View:
    """Return what this line would cost at every sharpness, and whether there is a best one."""
    low, high = (float(end) for end in figures.SHARPNESSES[[0, -1]])
    kind = "separable" if example.separable else "overlapping"
    return View(
        left=[Prose(f"**{sentences.sure_title(example, text)}**"), Prose(text(f"sure.{kind}"))],
        right=[
            Figure(
                name="sureness-curve",
                chart=figures.sureness_curve(example, text, colours),
                title="",
                alt=sentences.sure_alt(example, text, low=low, high=high),
            )
        ],
    )


def question(text: Words) -> Question:
    """Ask how many small moves the count can tell apart in the article's case."""
    start = defaults(LineInputs, text)
    article = result(read(start), start)
    probe = article.probe()
    return Question(
        answer=float(np.sum(probe.mistakes < article.mistakes)),
        minimum=0,
        maximum=len(probe.moves),
        step=1,
        digits=0,
        names={
            "tried": str(len(probe.moves)),
            "length": short(SMALL_STEP),
            "down": str(int(np.sum(probe.losses < article.loss))),
        },
    )


CHAPTER = Chapter(
    name="line",
    inputs=LineInputs,
    cases=CASES,
    read=read,
    result=result,
    hand=Hand(picture=BOARD, moved=board.moved, obey=obey, start=board.start),
    sections=[
        Section(
            name="board",
            controls=lambda inputs, text: [Presets()],
            view=view_board,
            is_wide=True,
        ),
        Section(name="numbers", controls=controls, view=view_numbers, shares=(10, 14)),
        Section(
            name="sure",
            above=lambda text: [Heading(text("sure.question"))],
            view=view_sureness,
            shares=(10, 14),
            asks=True,
        ),
    ],
    question=question,
    code=snippets.code,
    totals=("mistakes", "loss"),
)
