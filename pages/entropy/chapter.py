"""What does surprise cost on average? Entropy, cross-entropy and what lies between them."""

from __future__ import annotations

from dataclasses import replace

from ce_core.examples.coin import CoinExample
from ce_core.examples.entropy import EntropyExample
from pages.entropy import figures, formulas, reading, sentences, snippets, tables
from pages.entropy.inputs import CASES, EntropyInputs
from pages.entropy.reading import BELIEVED, OUTCOME, TRUE
from pages.entropy.units import BASES, unit, unit_of
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
    Notice,
    Presets,
    Problem,
    Prose,
    Row,
)
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.model.choices import column, heading
from pages.parts.model.controls import ChoiceControl, SliderControl, TableControl
from pages.parts.model.question import Question
from pages.parts.wording.logarithm import LOGARITHMS
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words


def read(inputs: EntropyInputs) -> EntropyExample:
    """Read the table of outcomes."""
    return reading.read(inputs.outcomes, base=LOGARITHMS[inputs.unit].base)


def controls(inputs: EntropyInputs, text: Words) -> Blocks:
    """Return what can be changed of the two distributions."""
    return [
        Presets(),
        TableControl(
            name="outcomes",
            label=text.plain("table.label"),
            columns=[
                column(text, OUTCOME, "outcome", 104),
                *(column(text, name, name, 98, is_number=True) for name in (TRUE, BELIEVED)),
            ],
        ),
        Problem(),
        Hint(text.plain("table.note")),
        Row(
            [
                ChoiceControl(
                    name="unit",
                    label=text("unit.label"),
                    options={base: unit(base, text).name for base in BASES},
                ),
                Button(name="swap", label=text("swap"), change=swap, icon=":material/swap_horiz:"),
            ]
        ),
    ]


def swap(inputs: EntropyInputs) -> EntropyInputs:
    """Exchange what happens and what is believed."""
    return replace(inputs, outcomes=reading.swapped(inputs.outcomes))


def view_entropy(example: EntropyExample, text: Words, colours: Palette) -> View:
    """Return entropy plus divergence as an equation, as rectangles and as formulas."""
    in_unit = unit_of(example.base, text)
    numbers = [
        Headline(
            text.plain("headline.entropy"),
            number(example.entropy),
            "+",
            figures.own_colour(colours),
        ),
        Headline(text.plain("headline.kl"), number(example.kl), "=", figures.extra_colour(colours)),
        Headline(text.plain("headline.cross_entropy"), number(example.cross_entropy), in_unit.name),
    ]
    return View(
        right=[
            Headlines(numbers),
            Figure(
                name="rectangles",
                chart=figures.rectangles(example, in_unit, text, colours),
                title=sentences.title(example, in_unit, text),
                alt=sentences.alt(example, in_unit, text),
                hint=text.plain("figure.key", log=in_unit.logarithm.symbol),
            ),
        ],
        below=[
            Formula(
                [
                    formulas.general(in_unit.logarithm, colours),
                    *formulas.with_numbers(example, in_unit.logarithm, colours),
                ]
            ),
            Notice(sentences.notices(example, in_unit, text)),
        ],
    )


def coin(inputs: EntropyInputs) -> CoinExample:
    """Return the coin of the two sliders."""
    base = LOGARITHMS[inputs.unit].base
    return CoinExample.from_beliefs(inputs.coin_p, inputs.coin_q, base=base)


def view_coin(example: CoinExample, text: Words, colours: Palette) -> View:
    """Return why a wrong belief never pays: a line that touches the entropy of all coins."""
    in_unit = unit_of(example.base, text)
    return View(
        left=[
            SliderControl(name="coin_p", label=text.plain("coin.p")),
            SliderControl(name="coin_q", label=text.plain("coin.q")),
            Prose(sentences.coin_notice(example, in_unit, text)),
        ],
        right=[
            Figure(
                name="coin-curve",
                chart=figures.coin_curve(example, in_unit, text, colours),
                title=sentences.coin_title(example, in_unit, text),
                alt=sentences.coin_alt(example, in_unit, text),
            )
        ],
    )


def question(text: Words) -> Question:
    """Ask for the entropy of a loaded coin."""
    loaded = reading.read(CASES["loaded"].outcomes)
    fair = reading.read(defaults(EntropyInputs, text).outcomes)
    return Question(
        answer=loaded.entropy,
        minimum=0,
        maximum=2,
        step=0.05,
        names={"fair": short(fair.entropy), "p": short(float(loaded.p[0]))},
    )


CHAPTER = Chapter(
    name="entropy",
    inputs=EntropyInputs,
    cases=CASES,
    read=read,
    sections=[
        Section(
            name="entropy",
            controls=controls,
            view=view_entropy,
            asks=True,
            worked=tables.worked_steps,
        ),
        Section(name="coin", above=heading("coin"), result=coin, view=view_coin, is_live=True),
    ],
    question=question,
    code=snippets.code,
    totals=("entropy", "kl", "cross_entropy"),
)
