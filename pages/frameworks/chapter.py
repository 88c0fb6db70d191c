"""In PyTorch and TensorFlow: why does one loss say something else than another?"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ce_core.examples.frameworks import FrameworkExample
from pages.frameworks import figures, formulas, reading, sentences, snippets, tables
from pages.frameworks.controls import controls
from pages.frameworks.document import document
from pages.frameworks.inputs import ARTICLE_CASES, CASES, FrameworksInputs
from pages.frameworks.names import colour_of, sample_name
from pages.frameworks.result import Result, read, result
from pages.parts.drawing.palette import Palette
from pages.parts.model.blocks import (
    Box,
    Figure,
    Fold,
    Formula,
    Heading,
    Headline,
    Headlines,
    Hint,
    Notice,
    Presets,
    Prose,
    WorkedTable,
)
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.model.question import Question
from pages.parts.reading.arrays import array_text
from pages.parts.wording.numbers import number
from pages.parts.wording.words import Words

BATCH = 100


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
                name="sample-losses",
                chart=figures.sample_losses(example, text, colours),
                title="",
                alt=sentences.samples_alt(example, text),
            ),
            tables.samples(example, text),
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
    return tables.article_cases(cases, text)


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
            "surprisal": number(float(means[1]["pytorch"].per_sample[0]), 0),
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
