"""The loss as defined: what every library would return if nothing were guarded or rounded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature
from typing import Any

import numpy as np

from ce_core import losses
from ce_core.checks import InputError
from ce_core.frameworks.arithmetic import Array
from ce_core.frameworks.batch import Batch


@dataclass(frozen=True, eq=False)
class Mathematics:
    """The loss as defined, in float64, with nothing clipped.

    Parameters
    ----------
    loss : float or None
        The reduced loss (a weighted mean divides by the weights); nan where it is undefined,
        None for reduction "none".
    per_sample : array of shape (n,)
        The losses before reduction, weights included; nan where they are undefined.
    undefined : InputError or None
        Why there is no such loss: what is wrong with the inputs, and where.
    """

    loss: float | None
    per_sample: Array
    undefined: InputError | None = None


def mathematics(batch: Batch) -> Mathematics:
    """Return the loss as `ce_core.losses` defines it, or why it is undefined."""
    functions: dict[tuple[bool, bool], Callable[..., Any]] = {
        (True, False): losses.binary_cross_entropy,
        (True, True): losses.binary_cross_entropy_with_logits,
        (False, False): losses.categorical_cross_entropy,
        (False, True): losses.categorical_cross_entropy_with_logits,
    }
    function = functions[batch.task == "binary", batch.from_logits]
    options = dict(batch.options)
    nowhere = np.full(len(batch.scores), np.nan)
    reduction = "mean" if batch.reduction == "mean_with_sample_weight" else batch.reduction
    undefined = None if reduction == "none" else np.nan
    for option in options:
        if option not in signature(function).parameters:
            return Mathematics(
                undefined,
                nowhere,
                InputError("{option} does not belong to this loss.", rule="option", option=option),
            )
    try:
        each = function(batch.y_true, batch.scores, reduction="none", **options)
        loss = function(batch.y_true, batch.scores, reduction=reduction, **options)
    except InputError as error:
        return Mathematics(undefined, nowhere, error)
    return Mathematics(None if reduction == "none" else float(loss), each)
