"""PyTorch: logarithms clamped at −100, logits that lose one tail, and two kinds of mean.

From probabilities, `F.binary_cross_entropy` computes (y − 1)·max(log(1 − p), −100) −
y·max(log p, −100): an impossible outcome costs 100. From logits nothing is clamped, but for
y = 0 the loss is the difference of x and log σ(x), so x = −40 costs 0 instead of 4.2e-18.

The weighted means differ between its own functions: both binary losses, and `F.cross_entropy`
with targets as probabilities, divide by the number of samples; `F.cross_entropy` with targets as
integers divides by the summed class weights of the targets that are not ignored.
"""

from __future__ import annotations

import numpy as np

from ce_core.frameworks.arithmetic import (
    Array,
    Targets,
    log1p,
    log_near_one,
    log_sigmoid,
    log_softmax,
    of_label,
    row_sum,
)
from ce_core.frameworks.batch import Batch
from ce_core.frameworks.outcome import Convention, Figures, Library, RefusedError

LIBRARY = Library("PyTorch", "2.13.0", "float32")


@np.errstate(all="ignore")
def binary_cross_entropy(y_true: Array, y_prob: Array) -> Array:
    """Return (y − 1)·max(log(1 − p), −100) − y·max(log p, −100).

    Parameters
    ----------
    y_true, y_prob : array of shape (n,)
        Targets and probabilities in [0, 1], of one floating dtype.

    Returns
    -------
    array of shape (n,)
        One loss a sample, at most 100.

    Notes
    -----
    p = 0 for what happened costs 100 where mathematics has infinity, and every p below e⁻¹⁰⁰
    costs the same; float64 reaches that far, float32 just so. The clamp was once an ε of 1e-12,
    and the loss of the impossible 27.631 [1]_; that it is 100 now was long undocumented [2]_.

    References
    ----------
    .. [1] pytorch/pytorch#4867.
    .. [2] pytorch/pytorch#31453.

    Examples
    --------
    >>> binary_cross_entropy(np.array([1., 1., 0.]), np.array([0., 1e-30, 1.]))
    array([100.        ,  69.07755279, 100.        ])
    """
    y, p = y_true, y_prob
    return (y - 1) * np.maximum(log1p(-p), -100) - y * np.maximum(log_near_one(p), -100)


def binary_cross_entropy_gradient(y_true: Array, y_prob: Array) -> Array:
    """Return (p − y) / max(p·(1 − p), 1e-12), what `backward` gives for each probability.

    Notes
    -----
    The bound 1e-12 is a float32 constant, so at p = 0 and y = 1 the gradient is −1.000000004e12
    where mathematics has −∞. Through a sigmoid the clamp stops learning: at x = −50 in float32
    the gradient with respect to x is −1.9e-10 instead of −1 [1]_.

    References
    ----------
    .. [1] pytorch/pytorch#103316.

    Examples
    --------
    >>> float(binary_cross_entropy_gradient(np.array([1.]), np.array([0.]))[0])
    -1000000003995.8029
    """
    bound = np.float32(1e-12).astype(y_prob.dtype)
    return (y_prob - y_true) / np.maximum((1 - y_prob) * y_prob, bound)


@np.errstate(all="ignore")
def binary_cross_entropy_with_logits(
    y_true: Array, logits: Array, pos_weight: float | None = None
) -> Array:
    """Return (1 − y)·x − (1 + (w − 1)·y)·log σ(x), where w is the weight of the positives.

    Parameters
    ----------
    y_true, logits : array of shape (n,)
        Targets and scores, of one floating dtype.
    pos_weight : float, optional
        What the positive term is multiplied by.

    Returns
    -------
    array of shape (n,)
        One loss a sample.

    Notes
    -----
    Not symmetric: at x = 40 and y = 1 it is right, at x = −40 and y = 0 it is 0 [1]_. Infinite
    scores give nan wherever an infinity meets 0 or its like [2]_. y outside [0, 1] passes.

    References
    ----------
    .. [1] pytorch/pytorch#195529.
    .. [2] pytorch/pytorch#135359.

    Examples
    --------
    >>> binary_cross_entropy_with_logits(np.array([1., 0.]), np.array([40., -40.]))
    array([4.24835426e-18, 0.00000000e+00])
    """
    log_p = log_sigmoid(logits)
    if pos_weight is not None:
        log_p = log_p * ((logits.dtype.type(pos_weight) - 1) * y_true + 1)
    return (1 - y_true) * logits - log_p


@np.errstate(all="ignore")
def cross_entropy(
    y_true: Targets,
    logits: Array,
    *,
    class_weight: Array | None = None,
    label_smoothing: float = 0.0,
    ignore_index: int = -100,
) -> Array:
    """Return −Σ w·y·log softmax(x) for each row, smoothed toward all classes alike.

    Parameters
    ----------
    y_true : array of shape (n,) or (n, k)
        Class indices, or rows of targets.
    logits : array of shape (n, k)
        Scores.
    class_weight : array of shape (k,), optional
        One weight a class.
    label_smoothing : float
        The share s that goes to all classes: s/k to each, not s/(k − 1) [1]_.
    ignore_index : int
        The label (of class indices only) that costs nothing.

    Returns
    -------
    array of shape (n,)
        One loss a sample.

    Notes
    -----
    With class weights, smoothing weighs every class by its own weight, not all by the label's
    [2]_. A negative smoothing is taken as none. A score of −∞ costs nothing against integer
    labels and gives 0·∞ = nan against rows of targets.

    References
    ----------
    .. [1] pytorch/pytorch#148884.
    .. [2] pytorch/pytorch#104776.

    Examples
    --------
    >>> scores = np.array([[1., 2., 3.], [3., 2., 1.]])
    >>> cross_entropy(np.array([0, 1]), scores)
    array([2.40760596, 1.40760596])
    """
    log_p = log_softmax(logits)
    weight = np.ones_like(logits[0]) if class_weight is None else class_weight
    smoothing, classes = max(label_smoothing, 0.0), logits.shape[-1]
    if y_true.ndim == 2:
        if smoothing:
            y_true = y_true * (1 - smoothing) + smoothing / classes
        return -row_sum(log_p * y_true * weight)
    kept = y_true != ignore_index
    label = np.where(kept, y_true, 0)
    losses = -of_label(log_p, label) * weight[label]
    if smoothing:
        everywhere = -row_sum(log_p * weight)
        losses = (1 - smoothing) * losses + smoothing / classes * everywhere
    return np.where(kept, losses, 0).astype(logits.dtype)


def binary_figures(batch: Batch, dtype: np.dtype[np.floating]) -> Figures:
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
    return Figures(losses, _reduced(losses, batch.reduction, dtype.type(len(y))), touched)


def _refuse_outside(values: Array, rule: str, name: str) -> None:
    if not ((values >= 0) & (values <= 1)).all():
        raise RefusedError(rule, f"RuntimeError: all elements of {name} should be between 0 and 1")


def categorical_figures(batch: Batch, dtype: np.dtype[np.floating]) -> Figures:
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
    return Figures(losses, _reduced(losses, batch.reduction, denominator), touched)


def refuse_labels(labels: Targets, classes: int) -> None:
    """Raise PyTorch's `IndexError` for the first label without a class."""
    outside = labels[(labels < 0) | (labels >= classes)]
    if outside.size:
        raise RefusedError("label_refused", f"IndexError: Target {outside[0]} is out of bounds.")


@np.errstate(all="ignore")
def _reduced(losses: Array, reduction: str, denominator: np.floating) -> np.floating | None:
    if reduction == "none":
        return None
    total: np.floating = losses.sum()
    return total / denominator if reduction == "mean" else total


_REDUCTIONS = {"mean": "", "sum": ', reduction="sum"', "none": ', reduction="none"'}

CONVENTIONS = {
    ("binary", False): Convention(
        LIBRARY,
        "F.binary_cross_entropy(p, y{sample_weight}{reduction})",
        ("log_clamped", "mean_divides_by_count", "probability_refused", "target_refused"),
        {"sample_weight": ", weight=w"},
        _REDUCTIONS,
        binary_figures,
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
        binary_figures,
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
        categorical_figures,
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
        categorical_figures,
    ),
}
"""PyTorch's losses by task and by whether they take logits."""
