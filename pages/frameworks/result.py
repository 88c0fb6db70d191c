"""The result of "In PyTorch and TensorFlow", from the inputs."""

from __future__ import annotations

from dataclasses import dataclass

from ce_core import article
from ce_core.examples.frameworks import OPTIONS, FrameworkExample
from pages.frameworks import reading
from pages.frameworks.inputs import ARTICLE_CASES, KEYS, FrameworksInputs

# What makes a case the article's, as typed.
_ARTICLE_KEYS = ("targets", "predictions", "prediction_kind", "library_reduction", *OPTIONS)


@dataclass(frozen=True, eq=False)
class Result:
    """What every library gives, and what the article prints where the inputs are its own."""

    example: FrameworkExample
    printed: article.PrintedNumber | None = None


def read(inputs: FrameworksInputs) -> FrameworkExample:
    """Read the arrays and the options."""
    return reading.read(**{argument: getattr(inputs, name) for argument, name in KEYS.items()})


def result(example: FrameworkExample, inputs: FrameworksInputs) -> Result:
    """Return the chapter's result."""
    return Result(example, article_figure(inputs))


def article_figure(inputs: FrameworksInputs) -> article.PrintedNumber | None:
    """Return the article's figure where the inputs are, as typed, those of one of its cases."""
    for name, case in ARTICLE_CASES.items():
        if all(getattr(inputs, key) == getattr(case, key) for key in _ARTICLE_KEYS):
            return article.printed_number(name.replace("_", "."))
    return None
