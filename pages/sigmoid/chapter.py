"""How likely is student A to pass? From scores to probabilities, and from these to a loss."""

from __future__ import annotations

from dataclasses import dataclass

from ce_core.examples.sigmoid import SigmoidExample
from pages.parts.drawing.palette import Palette
from pages.parts.model.blocks import (
    Blocks,
    Columns,
    Figure,
    Formula,
    Headline,
    Headlines,
    Hint,
    Notice,
    Presets,
    Problem,
    Row,
)
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.model.choices import column, logarithm_choice, reduction_choice
from pages.parts.model.controls import ChoiceControl, SliderControl, TableControl
from pages.parts.model.question import Question
from pages.parts.reading.students import OUTCOME, SCORE, STUDENT, model_columns
from pages.parts.wording.logarithm import LOGARITHMS, logarithm_of
from pages.parts.wording.numbers import number, short
from pages.parts.wording.remarks import change
from pages.parts.wording.words import Words
from pages.sigmoid import figures, formulas, reading, sentences, snippets, tables
from pages.sigmoid.inputs import CASES, NOBODY, SigmoidInputs, default_loss


@dataclass(frozen=True, eq=False)
class Result:
    """The students on the curve, and the position of the one with the tangent."""

    example: SigmoidExample
    tangent: int | None


def read(inputs: SigmoidInputs) -> reading.Students:
    """Read the table of students."""
    return reading.read(inputs.students)


def result(students: reading.Students, inputs: SigmoidInputs) -> Result:
    """Return the chapter's result."""
    example = students.example(
        weight=inputs.score_weight,
        bias=inputs.score_bias,
        base=LOGARITHMS[inputs.logarithm].base,
        reduction=inputs.reduction,
    )
    names, at = example.students, inputs.tangent_at
    return Result(example, names.index(at) if at in names else None)


def controls(inputs: SigmoidInputs, text: Words) -> Blocks:
    """Return what can be changed of the students and the loss."""
    return [
        Presets(),
        TableControl(
            name="students",
            label=text.plain("table.label"),
            columns=[
                column(text, STUDENT, "student", 110),
                column(text, OUTCOME, "outcome", 110),
                column(text, SCORE, "score", 110, is_number=True),
            ],
            new_row=dict.fromkeys(model_columns(inputs.students), "0.5"),
        ),
        Problem(),
        Hint(text.plain("table.note")),
        Row([logarithm_choice(text), reduction_choice(text)]),
    ]


def view(result: Result, text: Words, colours: Palette) -> View:
    """Return the curve with each student on it, the line's sliders, and the loss in formulas."""
    example, tangent = result.example, result.tangent
    return View(
        right=[
            Headlines(headlines(result, text)),
            Figure(
                name="sigmoid-curve",
                chart=figures.curve(example, tangent, text, colours),
                title=sentences.title(example, text),
                alt=sentences.alt(example, text),
            ),
            Columns(
                (5, 5, 4),
                [
                    [SliderControl(name="score_weight", label=text.plain("slider.weight"))],
                    [SliderControl(name="score_bias", label=text.plain("slider.bias"))],
                    [tangent_choice(example, text)],
                ],
                align="bottom",
            ),
        ],
        below=[
            Formula(
                [
                    formulas.curve(example, colours),
                    formulas.loss(example, logarithm_of(example.base)),
                ]
            ),
            Notice(sentences.notices(example, tangent, text, text.of("binary").plain("title"))),
        ],
    )


def headlines(result: Result, text: Words) -> list[Headline]:
    """Return the loss, where the curve crosses one half, and the slope of the tangent."""
    example = result.example
    boundary = (
        text.plain("headline.boundary_none")
        if example.boundary is None
        else number(example.boundary, 2)
    )
    numbers = [
        Headline(
            text.plain("headline.loss"),
            number(example.loss),
            change(example.loss, default_loss(example.base, example.reduction), text),
        ),
        Headline(text.plain("headline.boundary"), boundary),
    ]
    if result.tangent is not None:
        student, slope = example.students[result.tangent], float(example.slope[result.tangent])
        numbers.append(Headline(text.plain("headline.slope", student=student), number(slope, 3)))
    return numbers


def tangent_choice(example: SigmoidExample, text: Words) -> ChoiceControl:
    """Return the choice of the student at whom the tangent is drawn."""
    students = {student: student for student in example.students}
    return ChoiceControl(
        name="tangent_at",
        label=text("tangent.label"),
        options={NOBODY: text.plain("tangent.none"), **students},
        form="list",
    )


def question(text: Words) -> Question:
    """Ask what it costs when the best student fails although the curve was sure of a pass."""
    surprise = CASES["surprise"]
    example = reading.read(surprise.students).example(weight=surprise.score_weight)
    return Question(
        answer=float(example.surprisal[-1]),
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


CHAPTER = Chapter(
    name="sigmoid",
    inputs=SigmoidInputs,
    cases=CASES,
    read=read,
    result=result,
    sections=[
        Section(
            name="curve",
            controls=controls,
            view=view,
            worked=lambda result, text: tables.worked_steps(result.example, text),
            asks=True,
            is_live=True,
        )
    ],
    question=question,
    code=lambda result: snippets.code(result.example),
    exported=lambda result: result.example,
)
