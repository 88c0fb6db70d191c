"""Cross-entropy as a loss: binary and categorical, from probabilities and from scores."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from ce_core import checks
from ce_core._results import like, reduced

Reduction = Literal["none", "mean", "sum"]


def likelihood(p: ArrayLike) -> Any:
    """Return the product of the probabilities of what happened."""
    probability = checks.probabilities(p, "p")
    return like(probability, np.prod(probability, dtype=np.float64))


def negative_log_likelihood(p: ArrayLike, *, base: float | None = None) -> Any:
    """Return -sum log p, which goes on where the product has become 0."""
    unit = checks.log_base(base)
    probability = checks.probabilities(p, "p")
    return like(probability, np.sum(_surprisal(probability)) / unit)


def binary_cross_entropy(
    y_true: ArrayLike,
    y_prob: ArrayLike,
    *,
    sample_weight: ArrayLike | None = None,
    label_smoothing: float = 0.0,
    base: float | None = None,
    reduction: Reduction = "mean",
) -> Any:
    """Return -(y log p + (1 - y) log(1 - p))."""
    unit = checks.log_base(base)
    checks.one_of_the_reductions(reduction)
    y, p = _binary(y_true, y_prob, "y_prob", label_smoothing)
    checks.unit_interval(p, "y_prob")
    wide = p.astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        hit = np.where(y == 0, 0.0, -y * np.log(wide))
        miss = np.where(y == 1, 0.0, -(1 - y) * np.log1p(-wide))
    weight = (
        None if sample_weight is None else checks.weights(sample_weight, y.shape, "sample_weight")
    )
    return like(p, reduced(hit + miss, weight, None, reduction, unit))


def binary_cross_entropy_with_logits(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    pos_weight: ArrayLike | None = None,
    sample_weight: ArrayLike | None = None,
    label_smoothing: float = 0.0,
    base: float | None = None,
    reduction: Reduction = "mean",
) -> Any:
    """Return the binary cross-entropy of sigmoid(logits), without ever forming it."""
    unit = checks.log_base(base)
    checks.one_of_the_reductions(reduction)
    y, x = _binary(y_true, logits, "logits", label_smoothing)
    checks.not_nan(x, "logits")
    wide = x.astype(np.float64)
    positive = y if pos_weight is None else y * checks.positive_weights(pos_weight, y.shape)
    negative = 1 - y
    size = np.abs(wide)
    slope = np.where(wide > 0, negative, positive)
    with np.errstate(invalid="ignore"):
        line = np.where(slope == 0, 0.0, size * slope)
    losses = (positive + negative) * np.log1p(np.exp(-size)) + line
    weight = (
        None if sample_weight is None else checks.weights(sample_weight, y.shape, "sample_weight")
    )
    return like(x, reduced(losses, weight, None, reduction, unit))


def binary_focal_loss_with_logits(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    gamma: float = 2.0,
    alpha: float | None = None,
    sample_weight: ArrayLike | None = None,
    base: float | None = None,
    reduction: Reduction = "mean",
) -> Any:
    """Return the binary cross-entropy, each term scaled by (1 - probability of it)**gamma."""
    unit = checks.log_base(base)
    checks.one_of_the_reductions(reduction)
    checks.not_negative(gamma, "gamma")
    y, x = _binary(y_true, logits, "logits", 0.0)
    checks.not_nan(x, "logits")
    wide = x.astype(np.float64)
    a, b = (1.0, 1.0) if alpha is None else (alpha, 1 - alpha)
    if alpha is not None:
        checks.fraction(alpha, "alpha")
    with np.errstate(invalid="ignore"):
        hit = np.where(a * y == 0, 0.0, a * y * _focal(-wide, gamma))
        miss = np.where(b * (1 - y) == 0, 0.0, b * (1 - y) * _focal(wide, gamma))
    weight = (
        None if sample_weight is None else checks.weights(sample_weight, y.shape, "sample_weight")
    )
    return like(x, reduced(hit + miss, weight, None, reduction, unit))


def _focal(x: Any, gamma: float) -> Any:
    e = np.exp(-np.abs(x))
    return (np.where(x >= 0, 1.0, e) / (1 + e)) ** gamma * (np.maximum(x, 0) + np.log1p(e))


def _binary(y_true: ArrayLike, values: ArrayLike, name: str, smoothing: float) -> Any:
    y, v = checks.floats(y_true, "y_true"), checks.floats(values, name)
    checks.same_shape(y, "y_true", v, name)
    checks.not_empty(y, "y_true")
    checks.unit_interval(y, "y_true")
    checks.fraction(smoothing, "label_smoothing")
    y = y.astype(np.float64)
    return (y * (1 - smoothing) + smoothing / 2 if smoothing else y), v


def _surprisal(p: checks.FloatArray) -> Any:
    with np.errstate(divide="ignore"):
        return 0.0 - np.log(p, dtype=np.float64)


def categorical_cross_entropy(
    y_true: ArrayLike,
    y_prob: ArrayLike,
    *,
    class_weight: ArrayLike | None = None,
    sample_weight: ArrayLike | None = None,
    ignore_index: int | None = None,
    label_smoothing: float = 0.0,
    base: float | None = None,
    reduction: Reduction = "mean",
) -> Any:
    """Return -sum_c y_c log p_c for each row."""
    p = checks.probabilities(y_prob, "y_prob")
    checks.sums_to_one(checks.rows_of(p, "y_prob", -1), "y_prob")
    return _categorical(
        y_true,
        p,
        _surprisal(p),
        class_weight,
        sample_weight,
        ignore_index,
        label_smoothing,
        base,
        reduction,
    )


def categorical_cross_entropy_with_logits(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    class_weight: ArrayLike | None = None,
    sample_weight: ArrayLike | None = None,
    ignore_index: int | None = None,
    label_smoothing: float = 0.0,
    base: float | None = None,
    reduction: Reduction = "mean",
) -> Any:
    """Return the categorical cross-entropy of softmax(logits), without ever forming it."""
    from ce_core.activations import log_softmax

    z = checks.numbers(logits, "logits")
    return _categorical(
        y_true,
        z,
        0.0 - np.asarray(log_softmax(z.astype(np.float64))),
        class_weight,
        sample_weight,
        ignore_index,
        label_smoothing,
        base,
        reduction,
    )


def _categorical(
    y_true: Any,
    source: Any,
    prices: Any,
    class_weight: Any,
    sample_weight: Any,
    ignore_index: Any,
    smoothing: float,
    base: Any,
    reduction: str,
) -> Any:
    """Weigh the prices -log p_c of all classes by the targets, then reduce."""
    unit = checks.log_base(base)
    checks.one_of_the_reductions(reduction)
    checks.fraction(smoothing, "label_smoothing")
    classes = source.shape[-1]
    weight = np.ones(classes)
    if class_weight is not None:
        weight = checks.weights(class_weight, (classes,), "class_weight").astype(np.float64)
    y = checks.floats(y_true, "y_true")
    samples = np.ones(source.shape[:-1])
    if sample_weight is not None:
        samples = checks.weights(sample_weight, source.shape[:-1], "sample_weight")
    if y.ndim == source.ndim:
        checks.same_shape(y, "y_true", source, "logits")
        target = _distribution_target(y, ignore_index)
        row_weight = np.ones(source.shape[:-1])
    else:
        checks.same_shape(y, "y_true", source[..., 0], "one row of scores each")
        labels = checks.class_labels(y, classes, "y_true", ignore_index)
        kept = labels != (-1 if ignore_index is None else ignore_index)
        labels = np.where(kept, labels, 0)
        target = np.eye(classes)[labels]
        row_weight = weight[labels] * kept
        samples = samples * kept
    target = (target * (1 - smoothing) + smoothing / classes) * weight
    with np.errstate(invalid="ignore"):
        losses = np.where(target == 0, 0.0, target * prices).sum(axis=-1)
    denominator = float((row_weight * samples).sum())
    return like(source, reduced(losses, samples, denominator, reduction, unit))


def _distribution_target(y: Any, ignore_index: Any) -> Any:
    if ignore_index is not None:
        raise checks.InputError(
            "ignore_index needs class indices in y_true, not rows of probabilities.",
            rule="ignore_index_with_rows",
        )
    checks.unit_interval(y, "y_true")
    checks.sums_to_one(y, "y_true")
    return y.astype(np.float64)
