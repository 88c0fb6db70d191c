"""In PyTorch and TensorFlow: why does one loss say something else than another?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

import numpy as np

from ce_core import article
from ce_core.checks import InputError
from ce_core.examples.frameworks import (
    OPTIONS,
    Backend,
    FrameworkExample,
    Kind,
    Reduction,
    offered_options,
)
from pages.frameworks import figures, formulas, reading, sentences, snippets, tables
from pages.frameworks.document import document
from pages.frameworks.inputs import ARTICLE_CASES, CASES, KEYS, FrameworksInputs
from pages.frameworks.names import colour_of, sample_name
from pages.frameworks.reading import Dtype
from pages.parts.drawing.palette import Palette
from pages.parts.model.blocks import (
    Block,
    Blocks,
    Box,
    Figure,
    Fold,
    Formula,
    Heading,
    Headline,
    Headlines,
    Hint,
    Notice,
    OfResult,
    Presets,
    Problem,
    Prose,
    Row,
    WorkedTable,
)
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.model.controls import ChoiceControl, TextControl
from pages.parts.model.question import Question
from pages.parts.reading.arrays import MOST_NUMBERS, array_text
from pages.parts.wording.numbers import number
from pages.parts.wording.words import Words

BATCH = 100


@dataclass(frozen=True, eq=False)
class Result:
    """What every library gives, and what the article prints where the inputs are its own."""

    example: FrameworkExample
    printed: article.PrintedFigure | None = None


def read(inputs: FrameworksInputs) -> FrameworkExample:
    """Read the arrays and the options."""
    return reading.read(**{argument: getattr(inputs, name) for argument, name in KEYS.items()})


def result(example: FrameworkExample, inputs: FrameworksInputs) -> Result:
    """Return the chapter's result."""
    return Result(example, article_figure(inputs))


def article_figure(inputs: FrameworksInputs) -> article.PrintedFigure | None:
    """Return the article's figure where the inputs are, as typed, those of one of its cases."""
    for name, case in ARTICLE_CASES.items():
        if all(getattr(inputs, key) == getattr(case, key) for key in _ARTICLE_KEYS):
            return article.figure(name.replace("_", "."))
    return None


_ARTICLE_KEYS = ("targets", "predictions", "prediction_kind", "library_reduction", *OPTIONS)


def controls(inputs: FrameworksInputs, text: Words) -> Blocks:
    """Return what can be changed of the arrays and the loss."""
    predictions = "probabilities" if inputs.prediction_kind == "probabilities" else "scores"
    return [
        choice("prediction_kind", get_args(Kind), text.plain("kind.label"), "kind", text),
        *array("targets", "targets", 68, text),
        *array("predictions", predictions, 112, text),
        Problem(),
        OfResult(lambda result: in_use(result, text)),
        Row(
            [
                choice(
                    "library_reduction",
                    get_args(Reduction),
                    text.plain("input.reduction"),
                    "reduction",
                    text,
                ),
                Fold(
                    panel="options",
                    label=text("input.options"),
                    blocks=lambda: options(text),
                    pops_up=True,
                ),
            ]
        ),
    ]


def array(name: str, label: str, height: int, text: Words) -> list[Block]:
    """Return the place of a pasted array, and of what is wrong with it."""
    said = text("input.help", most=f"{MOST_NUMBERS:,}")
    return [
        TextControl(name=name, label=text(f"input.{label}"), height=height, help=said),
        Problem(about=(name,)),
        OfResult(lambda result: [Problem(error=error) for error in undefined(result, name)]),
    ]


def undefined(result: Result | None, name: str) -> list[InputError]:
    """Return why mathematics has no loss where that is due to this array."""
    error = None if result is None else result.example.found.mathematics.undefined
    if error is None:
        return []
    about = "targets" if error.details.get("what") == "y_true" else "predictions"
    return [error] if about == name else []


def in_use(result: Result | None, text: Words) -> Blocks:
    """Return how the arrays were read, and which options are in use."""
    if result is None:
        return []
    read_as = sentences.read_as(result.example, text)
    return [Hint(f"{read_as} {sentences.options_in_use(result.example, text)}".strip())]


def options(text: Words) -> Blocks:
    """Return the options that belong to the loss; all while there is none."""
    return [
        choice("library_dtype", get_args(Dtype), text.plain("input.dtype"), "dtype", text),
        choice("keras_backend", get_args(Backend), text.plain("input.keras"), "backend", text),
        OfResult(
            lambda result: [
                TextControl(
                    name=option, label=text(f"option.{option}"), help=text(f"option.{option}_help")
                )
                for option in (
                    OPTIONS
                    if result is None
                    else offered_options(result.example.task, result.example.kind)
                )
            ]
        ),
    ]


def choice(
    name: str, options: tuple[str, ...], label: str, prefix: str, text: Words
) -> ChoiceControl:
    """Return a choice of one, whose options' words stand under a prefix."""
    return ChoiceControl(
        name=name,
        label=label,
        options={option: text.plain(f"{prefix}.{option}") for option in options},
        help=text(f"{prefix}.help") if text.has(f"{prefix}.help") else "",
    )


def view_losses(result: Result, text: Words, colours: Palette) -> View:
    """Return each library's loss, the rules that make it differ, and one sample's formulas."""
    example = result.example
    notices = sentences.notices(example, text)
    if result.printed is not None:
        notices.insert(0, sentences.article_note(result.printed, example, text))
    reasons = "\n".join(f"- {line}" for line in sentences.reasons(example, text))
    return View(
        right=[
            Headlines(headlines(result, text, colours)),
            Figure(
                name="library-bars",
                chart=figures.library_bars(example, text, colours),
                title=sentences.title(example, text),
                alt=sentences.alt(example, text),
                hint=text.plain("figure.bold"),
            ),
        ],
        below=[
            Notice(notices),
            Box([Prose(f"**{text('reason.title')}**"), Prose(reasons)], name="reasons"),
            Formula([formulas.general(example), *worst_sample(example, text, colours)]),
        ],
    )


def headlines(result: Result, text: Words, colours: Palette) -> list[Headline]:
    """Return the mathematical loss, and beside it the article's or the furthest ones."""
    example = result.example
    exact = example.found.mathematics.loss
    mathematics = Headline(
        text.plain("headline.mathematics"),
        number(float("nan") if exact is None else exact),
        text.plain(f"headline.{example.reduction}"),
        colours.ink,
    )
    if result.printed is not None:
        assert isinstance(result.printed.printed, float)
        verdict = text.plain(f"verdict.{result.printed.verdict.replace(' ', '_')}")
        shown = sentences.printed(result.printed.printed)
        return [mathematics, Headline(text.plain("headline.printed"), shown, verdict)]
    return [
        mathematics,
        *(
            Headline(
                text.plain(f"headline.{which}", library=text.plain(f"library.{name}")),
                number(float(example.losses[name].loss or 0)),
                colour=colour_of(name, colours),
            )
            for which, name in furthest(example).items()
        ),
    ]


def furthest(example: FrameworkExample) -> Mapping[str, str]:
    """Return the library furthest from mathematics; from infinity, the lowest and the highest."""
    exact = example.found.mathematics.loss
    if example.furthest is None or exact is None:
        return {}
    if np.isfinite(exact):
        return {"furthest": example.furthest}
    lowest, highest = sentences.extremes(example)
    # Only one library may answer.
    return {"only": lowest} if lowest == highest else {"lowest": lowest, "highest": highest}


def worst_sample(example: FrameworkExample, text: Words, colours: Palette) -> list[str]:
    """Return in one line how everyone computes the sample that differs most."""
    lines = formulas.of_sample(example, example.worst, text, colours)
    if not lines:
        return []
    name = sample_name(example, example.worst, text)
    return ["  \n".join([text("formula.sample", sample=name), *lines])]


def view_samples(result: Result, text: Words, colours: Palette) -> View:
    """Return which samples make the difference, as marks and as a table."""
    example = result.example
    if not example.losses:
        return View()
    shown, count = len(figures.shown_samples(example)), len(example.y)
    some = [Hint(text.plain("samples.shown", shown=shown, count=count))] if shown < count else []
    return View(
        below=[
            Heading(text("samples.question"), text("samples.lead")),
            *some,
            Figure(
                name="sample-prices",
                chart=figures.sample_prices(example, text, colours),
                title="",
                alt=sentences.samples_alt(example, text),
            ),
            WorkedTable(text.plain("samples.caption"), *tables.samples(example, text)),
        ]
    )


def view_cases(nothing: None, text: Words, colours: Palette) -> View:
    """Return the article's four framework figures beside what their inputs give, when asked."""
    return View(
        below=[Fold(panel="cases", label=text("cases.title"), blocks=lambda: [article_cases(text)])]
    )


def article_cases(text: Words) -> WorkedTable:
    """Return the table of the article's four cases."""
    cases = {name: read(case) for name, case in ARTICLE_CASES.items()}
    return WorkedTable(text.plain("cases.caption"), *tables.article_cases(cases, text))


def question(text: Words) -> Question:
    """Ask what one sample that was called impossible does to a batch."""
    probabilities = np.full(BATCH, 0.7)
    impossible = probabilities.copy()
    impossible[0] = 0.0
    means = [reading.read("1 " * BATCH, array_text(p)).losses for p in (probabilities, impossible)]
    growth = {
        name: (means[1][name].loss or 0.0) - (means[0][name].loss or 0.0) for name in means[0]
    }
    return Question(
        answer=growth["pytorch"],
        minimum=0,
        maximum=3,
        step=0.05,
        names={
            "count": str(BATCH),
            "price": number(float(means[1]["pytorch"].per_sample[0]), 0),
            "keras": number(growth["keras"], 2),
            "scikit_learn": number(growth["scikit_learn"], 2),
        },
    )


CHAPTER = Chapter(
    name="frameworks",
    inputs=FrameworksInputs,
    cases=CASES,
    read=read,
    result=result,
    sections=[
        Section(
            name="losses",
            above=lambda text: [Presets()],
            controls=controls,
            view=view_losses,
            shares=(10, 13),
            asks=True,
        ),
        Section(name="samples", view=view_samples),
        Section(name="cases", result=lambda inputs: None, view=view_cases),
    ],
    question=question,
    code=lambda result: snippets.code(result.example),
    exported=lambda result: document(result.example),
)
