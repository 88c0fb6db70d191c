"""What can be changed in "In PyTorch and TensorFlow": arrays, their reading, options."""

from __future__ import annotations

from typing import get_args

from ce_core.checks import InputError
from ce_core.examples.frameworks import OPTIONS, Backend, Kind, Reduction, offered_options
from pages.frameworks import sentences
from pages.frameworks.inputs import FrameworksInputs
from pages.frameworks.reading import Dtype
from pages.frameworks.result import Result
from pages.parts.model.blocks import Block, Blocks, Fold, Hint, OfResult, Problem, Row
from pages.parts.model.controls import ChoiceControl, TextControl
from pages.parts.reading.arrays import MOST_NUMBERS
from pages.parts.wording.words import Words


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
