"""A comparison of libraries as plain values, for export."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ce_core.examples.frameworks import FrameworkExample
from ce_core.examples.types import Floats


@dataclass(frozen=True, eq=False)
class FrameworkDocument:
    """A comparison as plain values.

    Attributes
    ----------
    y, predictions : ndarray
        The targets and the predictions as given.
    kind, reduction : str
        What the predictions are, and how the samples' losses become one.
    options : mapping
        The options in use.
    loss : float or None
        The mathematical loss.
    per_sample : ndarray
        The mathematical loss of each sample.
    libraries : mapping
        For each library its call, figure, dtype, rules and losses, or why it gives none.
    """

    y: Floats
    predictions: Floats
    kind: str
    reduction: str
    options: dict[str, object]
    loss: float | None
    per_sample: Floats
    libraries: dict[str, dict[str, object]]


def document(example: FrameworkExample) -> FrameworkDocument:
    """Return the comparison as plain values."""
    libraries: dict[str, dict[str, object]] = {
        name: {
            "version": loss.library.version,
            "call": loss.call,
            "loss": loss.printed,
            "dtype": loss.dtype,
            "rules": [rule.id for rule in loss.reasons],
            "per_sample": loss.per_sample,
        }
        for name, loss in example.losses.items()
    }
    libraries |= {
        name: {"version": refusal.library.version, "rules": [refusal.rule.id]}
        for name, refusal in example.refusals.items()
    }
    return FrameworkDocument(
        example.y,
        example.given,
        example.kind,
        example.reduction,
        dict(example.options),
        example.found.mathematics.loss,
        example.found.mathematics.per_sample.astype(np.float64),
        libraries,
    )
