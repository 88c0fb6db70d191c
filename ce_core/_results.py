"""How results leave the package: in the dtype of the input, units of the base, reduced."""

from __future__ import annotations

from typing import Any

import numpy as np

from ce_core.checks import FloatArray, InputError


def like(source: FloatArray, result: Any) -> Any:
    """Return `result` in the dtype of `source`; without axes it is a number, not an array."""
    array = np.asarray(result)
    if source.dtype == np.float32:
        return array.astype(np.float32)[()]
    return array if array.ndim else float(array)


def reduced(
    losses: Any, sample_weight: Any, denominator: float | None, reduction: str, log_base: float
) -> Any:
    """Weigh each loss, convert nats to the base, and add up or average as asked."""
    if sample_weight is not None:
        with np.errstate(invalid="ignore"):
            losses = np.where(sample_weight == 0, 0.0, sample_weight * losses)
    losses = losses / log_base
    if reduction == "none":
        return losses
    total = np.sum(losses)
    if reduction == "sum":
        return total
    if denominator is None:
        denominator = losses.size if sample_weight is None else np.sum(sample_weight)
    if denominator == 0:
        raise InputError(
            "nothing is left to average: every sample is ignored or has weight 0.",
            rule="nothing_to_average",
        )
    return total / denominator
