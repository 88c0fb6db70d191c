"""Downhill: which way is down, in fog? A hiker on a smooth hill and on its terraced twin."""

from __future__ import annotations

from ce_core.examples.downhill import MOST_STEPS, DownhillExample
from pages.downhill import formulas, hike, scene, sentences, snippets
from pages.downhill.inputs import CASES, HIKE, DownhillInputs
from pages.parts.drawing.palette import Palette
from pages.parts.model.blocks import Blocks, Columns, Formula, Notice, Picture, Presets, Prose
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.model.controls import ChoiceControl, SliderControl
from pages.parts.model.hand import Hand
from pages.parts.model.question import Question
from pages.parts.wording.numbers import short
from pages.parts.wording.words import Words


def result(_: None, inputs: DownhillInputs) -> DownhillExample:
    """Return the way down."""
    return DownhillExample((inputs.start_east, inputs.start_north), inputs.hill_step, inputs.ground)


def controls(inputs: DownhillInputs, text: Words) -> Blocks:
    """Return where the hiker starts, how long the steps are, and on which ground."""
    sliders = {"start_east": "east", "start_north": "north", "hill_step": "step"}
    ground = ChoiceControl(
        name="ground",
        label=text("input.ground"),
        options={option: text.plain(f"input.{option}") for option in ("smooth", "terraces")},
    )
    return [
        Presets(),
        Columns(
            [2, 2, 3, 2],
            [
                *(
                    [SliderControl(name=name, label=text.plain(f"input.{label}"))]
                    for name, label in sliders.items()
                ),
                [ground],
            ],
        ),
    ]


def view(example: DownhillExample, text: Words, colours: Palette) -> View:
    """Return the hill with its hiker, then what the step that the browser shows is in numbers."""

    def formula(move: hike.Move) -> Blocks:
        step = hike.read_step(move, example.trace.steps)
        return [
            Formula(
                [
                    formulas.general(),
                    formulas.with_numbers(example, step),
                    formulas.height(example, step),
                ]
            )
        ]

    return View(
        below=[
            Prose(f"**{sentences.title(example, text)}**"),
            Picture(scene=scene.scene(example, text, colours), follows=formula),
            Notice(sentences.notices(example, text)),
        ]
    )


def question(text: Words) -> Question:
    """Ask how often a huge step leads up."""
    huge = CASES["huge"]
    example = result(None, huge)
    return Question(
        answer=float(example.rises),
        minimum=0,
        maximum=MOST_STEPS,
        step=1,
        digits=0,
        names={
            "slope": short(float(example.trace.norms[0]), 2),
            "size": short(huge.hill_step),
            "most": str(MOST_STEPS),
        },
    )


CHAPTER = Chapter(
    name="downhill",
    inputs=DownhillInputs,
    cases=CASES,
    result=result,
    hand=Hand(picture=HIKE, moved=hike.moved, about=hike.way),
    sections=[Section(name="hike", controls=controls, view=view, is_wide=True, asks=True)],
    question=question,
    code=snippets.code,
    totals=("rises",),
)
