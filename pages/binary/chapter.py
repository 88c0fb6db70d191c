"""Two models, four students: whose probabilities of what happened are higher?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ce_core.examples.binary import StudentExample
from ce_core.examples.classroom import ClassExample
from pages.binary import figures, formulas, reading, sentences, snippets, tables
from pages.binary.inputs import CASES, BinaryInputs, article_example, harsher_example
from pages.parts.drawing.palette import Palette, cycle
from pages.parts.model.blocks import (
    Blocks,
    Figure,
    Formula,
    Headline,
    Headlines,
    Hint,
    Notice,
    Presets,
    Problem,
    Prose,
    Row,
    WorkedTable,
)
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.model.choices import column, heading, logarithm_choice, reduction_choice
from pages.parts.model.controls import Column, ColumnNames, SliderControl, TableControl
from pages.parts.model.question import Question
from pages.parts.reading.students import MOST_MODELS, OUTCOME, SCORE, STUDENT, model_columns
from pages.parts.wording.logarithm import LOGARITHMS, logarithm_of
from pages.parts.wording.numbers import number, short
from pages.parts.wording.remarks import change
from pages.parts.wording.words import Words


@dataclass(frozen=True, eq=False)
class Result:
    """The students as they are, and a class that is like them."""

    students: StudentExample
    class_size: int
    p_after: float

    @cached_property
    def crowd(self) -> ClassExample:
        """The class in which the product runs out of float64."""
        return ClassExample.from_students(self.students, size=self.class_size, p_after=self.p_after)


def read(inputs: BinaryInputs) -> StudentExample:
    """Read the table of students."""
    return reading.read(
        inputs.students, base=LOGARITHMS[inputs.logarithm].base, reduction=inputs.reduction
    )


def result(students: StudentExample, inputs: BinaryInputs) -> Result:
    """Return the chapter's result."""
    return Result(students, int(inputs.class_size), inputs.changed_probability)


def controls(inputs: BinaryInputs, text: Words) -> Blocks:
    """Return what can be changed of the students and the loss."""
    models = model_columns(inputs.students)
    return [
        Presets(),
        TableControl(
            name="students",
            label=text.plain("table.label"),
            columns=[
                column(text, STUDENT, "student", 76),
                column(text, OUTCOME, "outcome", 84),
                *(
                    Column(
                        name=model,
                        title=model,
                        width=80,
                        help=text("table.model_help"),
                        is_number=True,
                    )
                    for model in models
                ),
            ],
            new_row={SCORE: "0", **dict.fromkeys(models, "0.5")},
        ),
        Problem(),
        Hint(text.plain("table.note")),
        Row(
            [
                logarithm_choice(text),
                reduction_choice(text),
                ColumnNames(
                    name="students",
                    kind="model",
                    columns=models,
                    most=MOST_MODELS,
                    least=1,
                    new_cells=lambda students: "0.5",
                ),
            ]
        ),
    ]


def view_loss(result: Result, text: Words, colours: Palette) -> View:
    """Return each model's loss as a number, as bars that add up to it, and as a formula."""
    example = result.students
    logarithm = logarithm_of(example.base)
    notices = sentences.notices(example, text)
    if sentences.is_article_case(example):
        notices.append(sentences.article_note(text))
    return View(
        right=[
            Headlines([headline(example, i, text, colours) for i in range(len(example.models))]),
            Figure(
                name="loss-bars",
                chart=figures.loss_bars(example, logarithm, text, colours),
                title=sentences.title(example, text),
                alt=sentences.alt(example, text),
            ),
        ],
        below=[
            Formula(
                [
                    formulas.general(example, logarithm),
                    *(
                        formulas.with_numbers(example, model, logarithm, colours)
                        for model in range(len(example.models))
                    ),
                ]
            ),
            Notice(notices),
        ],
    )


def headline(example: StudentExample, position: int, text: Words, colours: Palette) -> Headline:
    """Return a model's loss, with its change against the article's case."""
    model, loss, remark = example.models[position], float(example.loss[position]), ""
    article = article_example(text, example.base, example.reduction)
    if model in article.models:
        remark = change(loss, float(article.loss[article.models.index(model)]), text)
    return Headline(
        text.plain("headline.loss", model=model),
        number(loss),
        remark,
        cycle(colours.models, position),
    )


def view_class(result: Result, text: Words, colours: Palette) -> View:
    """Return why nobody multiplies: a class in which the product runs out of float64."""
    example, crowd = result.students, result.crowd
    return View(
        left=[
            SliderControl(name="class_size", label=text.plain("class.size")),
            SliderControl(
                name="changed_probability",
                label=text.plain(
                    "class.one",
                    student=example.students[example.most_surprising(0)],
                    model=example.models[0],
                ),
            ),
            WorkedTable(
                text.plain("class.table"),
                [text.plain(f"class.{column}") for column in ("model", "product", "sum")],
                [
                    [model, short(crowd.product_at_size(i)), number(crowd.log10_sum_at_size(i), 2)]
                    for i, model in enumerate(crowd.models)
                ],
            ),
            Prose(sentences.class_change(crowd, text)),
        ],
        right=[
            Figure(
                name="class-curves",
                chart=figures.class_curves(crowd, text, colours),
                title=sentences.class_title(crowd, text),
                alt=sentences.class_alt(crowd, text),
            )
        ],
    )


def question(text: Words) -> Question:
    """Ask what ten times less for one student costs in the article's case."""
    article, harsher = article_example(text), harsher_example(text)
    return Question(
        answer=float(harsher.loss[0] - article.loss[0]),
        minimum=0,
        maximum=3,
        step=0.1,
        digits=1,
        names={
            "model": article.models[0],
            "student": article.students[-1],
            "p_before": short(float(article.p_pass[-1, 0])),
            "p_after": short(float(harsher.p_pass[-1, 0])),
        },
    )


CHAPTER = Chapter(
    name="binary",
    inputs=BinaryInputs,
    cases=CASES,
    read=read,
    result=result,
    sections=[
        Section(
            name="loss",
            controls=controls,
            view=view_loss,
            asks=True,
            worked=lambda result, text: tables.worked_steps(result.students, text),
        ),
        Section(name="class", above=heading("class"), view=view_class, is_live=True),
    ],
    question=question,
    code=lambda result: snippets.code(result.students),
    exported=lambda result: result.students,
)
