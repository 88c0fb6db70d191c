"""Fruit in containers: what does it cost to have believed in the wrong fruit?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ce_core import article
from ce_core.checks import InputError
from ce_core.examples.multiclass import FruitExample
from pages.multiclass import figures, formulas, reading, sentences, snippets, tables
from pages.multiclass.containers import FRUIT, container_columns, new_container
from pages.multiclass.inputs import CASES, MulticlassInputs, article_loss
from pages.multiclass.reading import MOST_CONTAINERS, ContainerTable
from pages.parts.drawing.palette import Palette
from pages.parts.inputs.values import defaults
from pages.parts.model.blocks import (
    Blocks,
    Button,
    Figure,
    Formula,
    Headline,
    Headlines,
    Hint,
    Info,
    Notice,
    OfResult,
    Presets,
    Problem,
    Row,
)
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.model.choices import column, logarithm_choice, reduction_choice
from pages.parts.model.controls import Column, ColumnNames, TableControl
from pages.parts.model.question import Question
from pages.parts.wording.logarithm import LOGARITHMS, logarithm_of
from pages.parts.wording.numbers import number, short
from pages.parts.wording.remarks import change
from pages.parts.wording.words import Words


@dataclass(frozen=True, eq=False)
class Result:
    """What is believed, and what it costs: nothing yet where a column does not sum to 1."""

    table: ContainerTable
    example: FruitExample | None = None
    problem: InputError | None = None

    @property
    def whole(self) -> FruitExample:
        """What the beliefs cost, in a result without a problem."""
        assert self.example is not None
        return self.example


def read(inputs: MulticlassInputs) -> ContainerTable:
    """Read the table of containers."""
    return reading.read_containers(inputs.containers)


def result(table: ContainerTable, inputs: MulticlassInputs) -> Result:
    """Return the chapter's result."""
    base = LOGARITHMS[inputs.logarithm].base
    try:
        return Result(table, table.example(base=base, reduction=inputs.reduction))
    except InputError as problem:
        return Result(table, problem=problem)


def controls(inputs: MulticlassInputs, text: Words) -> Blocks:
    """Return what can be changed of the containers and the loss."""
    containers = container_columns(inputs.containers)
    return [
        Presets(),
        TableControl(
            name="containers",
            label=text.plain("table.label"),
            columns=[
                column(
                    text, FRUIT, "fruit", 100, default=text.plain("table.new_fruit"), is_pinned=True
                ),
                *(
                    Column(
                        name=container,
                        title=container,
                        width=72,
                        help=text("table.container_help", container=container),
                        default="0",
                        is_number=True,
                    )
                    for container in containers
                ),
            ],
        ),
        OfResult(lambda result: renamed(result, text)),
        Problem(),
        Hint(text.plain("table.note")),
        Row(
            [
                logarithm_choice(text),
                reduction_choice(text),
                ColumnNames(
                    name="containers",
                    kind="container",
                    columns=containers,
                    most=MOST_CONTAINERS,
                    least=1,
                    new_cells=new_container,
                ),
            ]
        ),
    ]


def renamed(result: Result | None, text: Words) -> Blocks:
    """Return which fruit the first row still calls by a former name, and what writes the new."""
    if result is None or not result.table.renamed:
        return []
    said = (
        text("table.renamed", former=former, now=now)
        for former, now in result.table.renamed.items()
    )
    return [Info(" ".join(said)), Button(name="rename", label=text("table.rename"), change=rename)]


def rename(inputs: MulticlassInputs) -> MulticlassInputs:
    """Call every fruit by its name of now in the row of what is inside."""
    return replace(inputs, containers=read(inputs).up_to_date)


def view_loss(result: Result, text: Words, colours: Palette) -> View:
    """Return the loss as a number, and the beliefs over the losses that add up to it."""
    beliefs, example = result.table.beliefs, result.example
    if example is None:
        waiting = text.plain("headline.waiting")
        numbers = [Headline(text.plain("headline.loss"), "–", waiting)]
        title, alt = sentences.title_off(beliefs, text), sentences.alt_off(beliefs, text)
    else:
        numbers = headlines(example, text)
        title, alt = sentences.title(example, text), sentences.alt(example, text)
    chart = figures.beliefs_and_losses(beliefs, example, text, colours)
    return View(
        right=[
            Headlines(numbers),
            Figure(name="beliefs-and-losses", chart=chart, title=title, alt=alt),
        ]
    )


def headlines(example: FruitExample, text: Words) -> list[Headline]:
    """Return the loss, with its change against the article's case, and the product."""
    remark = change(example.loss, article_loss(example.base, example.reduction), text)
    return [
        Headline(text.plain("headline.loss"), number(example.loss), remark),
        Headline(text.plain("headline.product"), short(example.product)),
    ]


def view_computation(result: Result, text: Words, colours: Palette) -> View:
    """Return the formula with the reader's numbers, and what to notice."""
    example = result.whole
    logarithm = logarithm_of(example.base)
    return View(
        below=[
            Formula(
                [
                    formulas.general(example, logarithm),
                    *formulas.written_out(example, logarithm, colours),
                    formulas.total(example, logarithm, colours),
                ]
            ),
            Notice(sentences.notices(example, logarithm, text)),
        ]
    )


def question(text: Words) -> Question:
    """Ask what it costs to share a wrong belief out among wrong fruits."""
    containers = defaults(MulticlassInputs, text).containers
    default = reading.read(containers)
    lemon, apple, orange = (article.FRUITS.index(name) for name in ("lemon", "apple", "orange"))
    container = default.containers[default.most_surprising]
    p = default.p[:, default.most_surprising]
    shifted = containers.set_index(FRUIT, drop=False)
    shifted.loc[default.fruits[apple], container] = "0"
    shifted.loc[default.fruits[orange], container] = short(p[apple] + p[orange])
    return Question(
        answer=reading.read(shifted).loss - default.loss,
        minimum=-1,
        maximum=1,
        step=0.1,
        digits=1,
        names={
            "container": container,
            "fruit": default.fruits[lemon],
            "wrong": default.fruits[apple],
            "other": default.fruits[orange],
            "p": short(float(p[lemon])),
            "p_wrong": short(float(p[apple])),
        },
    )


CHAPTER = Chapter(
    name="multiclass",
    inputs=MulticlassInputs,
    cases=CASES,
    read=read,
    result=result,
    sections=[
        Section(name="loss", controls=controls, view=view_loss, takes_partial=True),
        Section(
            name="computation",
            view=view_computation,
            asks=True,
            worked=lambda result, text: tables.worked_steps(result.whole, text),
        ),
    ],
    question=question,
    code=lambda result: snippets.code(result.whole),
    exported=lambda result: result.whole,
)
