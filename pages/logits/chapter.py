"""Why do frameworks want scores, not probabilities?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from ce_core.examples.digits import FORMS, SAMPLES, DigitsExample
from ce_core.examples.logits import LogitsExample, ScoreExample
from ce_core.examples.twice import TwiceExample
from pages.logits import comparisons, figures, formulas, reading, sentences, snippets, tables
from pages.logits.inputs import CASES, LogitsInputs
from pages.parts.drawing.palette import Palette
from pages.parts.inputs.values import defaults
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
)
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.model.choices import column, heading
from pages.parts.model.controls import ChoiceControl, SliderControl, TableControl
from pages.parts.model.question import Question
from pages.parts.reading.classes import CLASS, LARGEST_SCORE, SCORE, class_names
from pages.parts.wording.numbers import number, short, signed
from pages.parts.wording.words import Words


@dataclass(frozen=True, eq=False)
class Result:
    """Several scores and their loss, and what a second softmax would make of them."""

    example: LogitsExample

    @cached_property
    def twice(self) -> TwiceExample:
        """The same scores through two softmaxes."""
        return TwiceExample.from_logits(self.example)


def read(inputs: LogitsInputs) -> Result:
    """Read the table of scores."""
    names = class_names(inputs.classes)
    return Result(reading.read(inputs.classes, names[inputs.true_class] if names else ""))


def settle(before: LogitsInputs, now: LogitsInputs) -> LogitsInputs:
    """Let the true class follow its name, where rows before it were added or removed.

    It is chosen by position, and so stays with a class that is renamed or translated.
    """
    names, were = class_names(now.classes), class_names(before.classes)
    position = now.true_class
    if position == before.true_class and position in range(len(were)) and were[position] in names:
        position = names.index(were[position])
    return replace(now, true_class=max(0, min(position, len(names) - 1)))


def score(inputs: LogitsInputs) -> ScoreExample:
    """Return what one score costs."""
    return ScoreExample.from_score(inputs.one_score, 0 if inputs.one_label == "0" else 1)


def view_score(example: ScoreExample, text: Words, colours: Palette) -> View:
    """Return what one score costs, and the slope of its loss."""
    return View(
        left=[
            ChoiceControl(
                name="one_label",
                label=text("score.label"),
                options={label: text.plain(f"score.label_{label}") for label in ("1", "0")},
            ),
            SliderControl(name="one_score", label=text.plain("score.slider")),
            Notice(sentences.score_notices(example, text)),
        ],
        right=[
            Headlines(
                [
                    Headline(
                        text.plain("headline.surprisal"),
                        number(example.surprisal),
                        colour=colours.passed if example.y else colours.failed,
                    ),
                    Headline(text.plain("headline.p"), number(example.p)),
                    Headline(text.plain("headline.gradient"), signed(example.gradient)),
                ]
            ),
            Figure(
                name="loss-curves",
                chart=figures.loss_curves(example, text, colours),
                title=sentences.score_title(example, text),
                alt=sentences.score_alt(example, text),
            ),
        ],
        below=[Formula([formulas.score_general(), formulas.score_with_numbers(example, colours)])],
    )


def controls(inputs: LogitsInputs, text: Words) -> Blocks:
    """Return the table of scores, and the choice of what it really was."""
    names = dict(enumerate(class_names(inputs.classes)))
    return [
        TableControl(
            name="classes",
            label=text.plain("table.label"),
            columns=[
                column(text, CLASS, "class", 130),
                column(text, SCORE, "score", 110, is_number=True),
            ],
        ),
        Problem(),
        Hint(text.plain("table.note", most=short(LARGEST_SCORE, 5))),
        *(
            [ChoiceControl(name="true_class", label=text("table.true"), options=names, form="list")]
            if names
            else []
        ),
    ]


def view_pushes(result: Result, text: Words, colours: Palette) -> View:
    """Return several scores, their softmax, and which way the loss pushes each of them."""
    example = result.example
    name, p = example.classes[example.true], float(example.p[example.true])
    return View(
        left=[Notice(sentences.pushes_notices(example, text))],
        right=[
            Headlines(
                [
                    Headline(text.plain("headline.loss"), number(example.loss)),
                    Headline(text.plain("headline.p_true", name=name), number(p)),
                ]
            ),
            Figure(
                name="pushes-bars",
                chart=figures.pushes(example, text, colours),
                title=sentences.pushes_title(example, text),
                alt=sentences.pushes_alt(example, text),
                hint=text.plain("pushes.key"),
            ),
        ],
        below=[
            Formula(
                [
                    formulas.scores_general(example),
                    formulas.loss_with_numbers(example, colours),
                    formulas.gradient_with_numbers(example, colours),
                ],
                name="formula-scores",
            )
        ],
    )


def digits(inputs: LogitsInputs) -> DigitsExample:
    """Return how many digits of the loss are right at a score."""
    return DigitsExample.from_score(inputs.digits_form, inputs.digits_score)


def view_digits(example: DigitsExample, text: Words, colours: Palette) -> View:
    """Return naive against stable: how many digits are right as the score grows."""
    return View(
        left=[
            ChoiceControl(
                name="digits_form",
                label=text("digits.form"),
                options={form: text.plain(f"digits.form_{form}") for form in FORMS},
                form="list",
            ),
            SliderControl(name="digits_score", label=text.plain("digits.score")),
            tables.digits_here(example, text),
            Notice(sentences.digits_notices(example, text)),
        ],
        right=[
            Figure(
                name="digit-curves",
                chart=comparisons.digit_curves(example, text, colours),
                title=sentences.digits_title(example, text),
                alt=sentences.digits_alt(example, text),
                hint=text.plain("digits.key", count=SAMPLES),
            )
        ],
    )


def view_twice(result: Result, text: Words, colours: Palette) -> View:
    """Return what a second softmax costs, for the reader's scores."""
    example = result.twice
    return View(
        left=[
            Headlines(
                [
                    Headline(
                        text.plain("twice.one"), number(example.once.loss), colour=colours.models[1]
                    ),
                    Headline(text.plain("twice.two"), number(example.loss), colour=colours.failed),
                ]
            ),
            Prose(formulas.twice_floor(len(example.once.classes), example.floor)),
            Notice(sentences.twice_notices(example, text)),
        ],
        right=[
            Figure(
                name="twice-curves",
                chart=comparisons.twice_curves(example, text, colours),
                title=sentences.twice_title(example, text),
                alt=sentences.twice_alt(example, text),
            )
        ],
    )


def question(text: Words) -> Question:
    """Ask what a perfect answer costs after two softmaxes."""
    start = read(defaults(LogitsInputs, text)).twice
    return Question(
        answer=start.floor,
        minimum=0,
        maximum=2,
        step=0.05,
        names={"count": str(len(start.once.classes))},
    )


CHAPTER = Chapter(
    name="logits",
    inputs=LogitsInputs,
    cases=CASES,
    settle=settle,
    read=read,
    sections=[
        Section(
            name="score",
            above=lambda text: [Presets()],
            result=score,
            view=view_score,
            is_live=True,
        ),
        Section(
            name="pushes",
            above=heading("pushes"),
            controls=controls,
            view=view_pushes,
            worked=lambda result, text: tables.worked_steps(result.twice, text),
        ),
        Section(
            name="digits", above=heading("digits"), result=digits, view=view_digits, is_live=True
        ),
        Section(name="twice", above=heading("twice"), view=view_twice, asks=True, asks_first=True),
    ],
    question=question,
    code=lambda result: snippets.code(result.example),
    exported=lambda result: result.example,
)
