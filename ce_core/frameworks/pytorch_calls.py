"""How PyTorch's losses are called, what they refuse, and how they take the mean.

The mean of `F.cross_entropy` divides by the weights of integer labels and by n for rows of targets;
that of the binary losses always by n. The difference is known and open: pytorch/pytorch#54843 and
#65329. Everything ignored is 0/0: #70348.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ce_core.frameworks.arithmetic import Array, Targets
from ce_core.frameworks.batch import Batch
from ce_core.frameworks.outcome import Convention, Library, LibraryResult, RefusedError
from ce_core.frameworks.pytorch import (
    binary_cross_entropy,
    binary_cross_entropy_with_logits,
    cross_entropy,
    label_sum,
    vector_sum,
)

LIBRARY = Library("PyTorch", "2.13.0", "float32")


def _binary_result(batch: Batch, dtype: np.dtype[np.floating]) -> LibraryResult:
    """Return `F.binary_cross_entropy` or its form from logits, reduced."""
    y, scores = batch.y_true.astype(dtype), batch.scores.astype(dtype)
    if batch.from_logits:
        losses = binary_cross_entropy_with_logits(y, scores, batch.pos_weight)
        touched = {
            "infinite_logit": np.isinf(scores) & ~np.isfinite(losses),
            "targets_unchecked": ~((y >= 0) & (y <= 1)),
        }
    else:
        _refuse_outside(scores, "probability_refused", "input")
        _refuse_outside(y, "target_refused", "target")
        losses = binary_cross_entropy(y, scores)
        low = np.exp(-100.0)
        touched = {"log_clamped": ((y > 0) & (scores < low)) | ((y < 1) & (1 - scores < low))}
    if batch.sample_weight is not None:
        losses = losses * batch.sample_weight.astype(dtype)
    return LibraryResult(losses, _reduced(losses, batch.reduction, dtype.type(len(y))), touched)


def _refuse_outside(values: Array, rule: str, name: str) -> None:
    if not ((values >= 0) & (values <= 1)).all():
        raise RefusedError(rule, f"RuntimeError: all elements of {name} should be between 0 and 1")


def _categorical_result(batch: Batch, dtype: np.dtype[np.floating]) -> LibraryResult:
    """Return `F.cross_entropy`, reduced: over the kept weights for integers, over n for rows."""
    x, y = batch.scores.astype(dtype), batch.y_true
    smoothing = batch.label_smoothing
    if smoothing > 1:
        raise RefusedError(
            "smoothing_refused",
            f"RuntimeError: label_smoothing must be between 0.0 and 1.0. Got: {smoothing}",
        )
    ignored = -100 if batch.ignore_index is None else batch.ignore_index
    weight = None if batch.class_weight is None else batch.class_weight.astype(dtype)
    touched = {}
    denominator = dtype.type(len(x))
    if batch.task == "dense":
        if ignored >= 0:
            raise RefusedError(
                "ignore_refused",
                "RuntimeError: ignore_index is not supported for floating point target",
            )
        y = y.astype(dtype)
        touched["targets_unchecked"] = ~np.isclose(y.sum(axis=-1), 1) | (y < 0).any(axis=-1)
    else:
        kept = y != ignored
        refuse_labels(y[kept], x.shape[-1])
        touched["ignored"] = ~kept
        weights = np.ones_like(x[0]) if weight is None else weight
        denominator = weights[y[kept]].sum(dtype=dtype)
    losses = cross_entropy(
        y, x, class_weight=weight, label_smoothing=smoothing, ignore_index=ignored
    )
    touched["infinite_logit"] = np.isinf(x).any(axis=-1) & np.isnan(losses)
    add = label_sum if batch.task == "sparse" else vector_sum
    return LibraryResult(losses, _reduced(losses, batch.reduction, denominator, add), touched)


def refuse_labels(labels: Targets, classes: int) -> None:
    """Raise PyTorch's `IndexError` for the first label without a class."""
    outside = labels[(labels < 0) | (labels >= classes)]
    if outside.size:
        raise RefusedError("label_refused", f"IndexError: Target {outside[0]} is out of bounds.")


@np.errstate(all="ignore")
def _reduced(
    losses: Array,
    reduction: str,
    denominator: np.floating,
    add: Callable[[Array], np.floating] = vector_sum,
) -> np.floating | None:
    if reduction == "none":
        return None
    total = add(losses)
    return total / denominator if reduction == "mean" else total


_REDUCTIONS = {"mean": "", "sum": ', reduction="sum"', "none": ', reduction="none"'}

CONVENTIONS = {
    ("binary", False): Convention(
        LIBRARY,
        "F.binary_cross_entropy(p, y{sample_weight}{reduction})",
        ("log_clamped", "mean_divides_by_count", "probability_refused", "target_refused"),
        {"sample_weight": ", weight=w"},
        _REDUCTIONS,
        _binary_result,
    ),
    ("binary", True): Convention(
        LIBRARY,
        "F.binary_cross_entropy_with_logits(x, y{sample_weight}{pos_weight}{reduction})",
        ("logit_tail_lost", "infinite_logit", "targets_unchecked", "mean_divides_by_count"),
        {
            "sample_weight": ", weight=w",
            "pos_weight": ", pos_weight=torch.tensor({value})",
        },
        _REDUCTIONS,
        _binary_result,
    ),
    ("sparse", True): Convention(
        LIBRARY,
        "F.cross_entropy(x, y{class_weight}{ignore_index}{label_smoothing}{reduction})",
        (
            "softmax_tail_lost",
            "infinite_logit",
            "mean_divides_by_weights",
            "ignored",
            "smoothed_toward_uniform",
            "smoothing_weighs_every_class",
            "label_refused",
            "smoothing_refused",
        ),
        {
            "class_weight": ", weight=class_weight",
            "ignore_index": ", ignore_index={value}",
            "label_smoothing": ", label_smoothing={value}",
        },
        _REDUCTIONS,
        _categorical_result,
    ),
    ("dense", True): Convention(
        LIBRARY,
        "F.cross_entropy(x, y{class_weight}{ignore_index}{label_smoothing}{reduction})",
        (
            "softmax_tail_lost",
            "infinite_logit",
            "targets_unchecked",
            "mean_divides_by_count",
            "smoothed_toward_uniform",
            "smoothing_weighs_every_class",
            "ignore_refused",
            "smoothing_refused",
        ),
        {
            "class_weight": ", weight=class_weight",
            "ignore_index": ", ignore_index={value}",
            "label_smoothing": ", label_smoothing={value}",
        },
        _REDUCTIONS,
        _categorical_result,
    ),
}
"""PyTorch's losses by task and by whether they take logits."""
