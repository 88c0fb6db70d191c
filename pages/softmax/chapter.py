"""More than two classes: how do scores become probabilities?"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from ce_core.examples.softmax import SoftmaxExample
from pages.parts.drawing.class_colours import class_colours
from pages.parts.drawing.palette import Palette
from pages.parts.model.blocks import (
    Block,
    Blocks,
    Button,
    Columns,
    Figure,
    Formula,
    Heading,
    Headline,
    Headlines,
    Hint,
    Notice,
    Presets,
    Problem,
    Row,
)
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.model.choices import column
from pages.parts.model.controls import ChoiceControl, SliderControl, TableControl
from pages.parts.model.question import Question
from pages.parts.reading.classes import CLASS, SCORE, class_names, read_classes
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words
from pages.softmax import figures, formulas, reading, sentences, snippets, swept, tables
from pages.softmax.inputs import CASES, SoftmaxInputs, article_example

MOST_HEADLINES = 4


@dataclass(frozen=True, eq=False)
class Result:
    """The classes on their way to probabilities, and which of them the slider moves."""

    example: SoftmaxExample
    swept: int


def read(inputs: SoftmaxInputs) -> swept.Classes:
    """Read the table of classes."""
    return read_classes(inputs.classes)


def result(classes: swept.Classes, inputs: SoftmaxInputs) -> Result:
    """Return the chapter's result."""
    names, _ = classes
    made = SoftmaxExample.of(
        classes=names,
        scores=swept.with_slider(classes, inputs),
        temperature=inputs.temperature,
        constant=inputs.constant,
    )
    return Result(made, swept.swept_class(names, inputs))


def controls(inputs: SoftmaxInputs, text: Words) -> Blocks:
    """Return the table of classes, and the choice of the one that the slider moves."""
    names = {name: name for name in class_names(inputs.classes) if name}
    return [
        Presets(),
        TableControl(
            name="classes",
            label=text.plain("table.label"),
            columns=[
                column(text, CLASS, "class", 180),
                column(text, SCORE, "score", 150, is_number=True),
            ],
            new_row={SCORE: "0"},
        ),
        Problem(),
        Hint(text.plain("table.note")),
        *([Row(swept_controls(names, text))] if names else []),
    ]


def swept_controls(names: dict[str, str], text: Words) -> list[Block]:
    """Return the choice of the class that the slider moves, and what writes its score down."""
    return [
        ChoiceControl(
            name="swept_class", label=text("slider.class"), options=names, form="list", width=170
        ),
        Button(name="keep_score", label=text("slider.keep"), change=swept.keep),
    ]


def view_bars(result: Result, text: Words, colours: Palette) -> View:
    """Return each class's way to its probability, the sweep of one score, and the formulas."""
    example = result.example
    name = example.classes[result.swept]
    return View(
        right=[
            Headlines(headlines(example, text, colours)),
            Figure(
                name="softmax-bars",
                chart=figures.four_bars(example, text, colours),
                title=sentences.title(example, text),
                alt=sentences.alt(example, text),
            ),
            Columns(
                (1, 1, 1),
                [
                    [
                        SliderControl(
                            name="swept_score", label=text.plain("slider.score", name=name)
                        )
                    ],
                    [SliderControl(name="temperature", label=text.plain("slider.temperature"))],
                    [SliderControl(name="constant", label=text.plain("slider.constant"))],
                ],
            ),
            Figure(
                name="softmax-sweep",
                chart=figures.sweep_curves(example, result.swept, text, colours),
                title=sentences.sweep_title(example, result.swept, text),
                alt=sentences.sweep_alt(example, result.swept, text),
            ),
        ],
        below=[
            Formula([formulas.general(example), *formulas.with_numbers(example)]),
            Notice(sentences.notices(example, text)),
            Heading(text("worked.title"), text("worked.lead", most=short(sys.float_info.max, 2))),
            tables.two_ways(example, text),
        ],
    )


def headlines(example: SoftmaxExample, text: Words, colours: Palette) -> list[Headline]:
    """Return each class's probability where they are few, else the likeliest class's."""
    own = class_colours(example.classes, colours)
    if len(example.classes) <= MOST_HEADLINES:
        return [headline(example, i, text, own[i]) for i in range(len(example.classes))]
    first, *others = example.likeliest
    p = figures.probability(float(example.probabilities[first]))
    if others:
        return [Headline(text.plain("headline.likeliest_tie", count=1 + len(others)), p)]
    label = text.plain("headline.likeliest", name=example.classes[first])
    return [Headline(label, p, colour=own[first])]


def headline(example: SoftmaxExample, position: int, text: Words, colour: str) -> Headline:
    """Return a class's probability, under what it was in the article where it has changed."""
    name, p = example.classes[position], float(example.probabilities[position])
    article = article_example(text)
    label = text.plain("headline.probability", name=name)
    # Beside four numbers there is no room: the row would jump.
    if name in article.classes and len(example.classes) <= len(article.classes):
        was = float(article.probabilities[article.classes.index(name)])
        if abs(p - was) > 1e-9:
            label = text.plain("headline.probability_was", name=name, p=number(was, 3))
    return Headline(label, figures.probability(p), colour=colour)


def question(text: Words) -> Question:
    """Ask what a constant added to all scores does to the first one's probability."""
    shifted = CASES["plus_1000"]
    made = reading.read(shifted.classes, constant=shifted.constant)
    return Question(
        answer=float(made.probabilities[0]),
        minimum=0,
        maximum=1,
        step=0.01,
        names={
            "p": number(float(article_example(text).probabilities[0]), 2),
            "constant": short(shifted.constant),
            "scores": text.listed(short(float(score), 6) for score in made.scores),
        },
    )


CHAPTER = Chapter(
    name="softmax",
    inputs=SoftmaxInputs,
    cases=CASES,
    settle=swept.settle,
    read=read,
    result=result,
    sections=[Section(name="bars", controls=controls, view=view_bars, asks=True, is_live=True)],
    question=question,
    code=lambda result: snippets.code(result.example),
    exported=lambda result: result.example,
    totals=("probabilities",),
)
