"""Optax: losses from logits only, one a sample, with nothing clipped and nothing checked.

The binary loss is the best behaved of the four, because it takes log σ(x) and log σ(−x) apart
and so keeps the small losses of right answers on both sides. What Optax does not do is look:
a label of −1 counts from the last class backwards, a label of k gives nan, and shapes broadcast,
so that (n,) against (n, 1) gives an (n, n) table whose mean is a plausible wrong number.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ce_core.frameworks.arithmetic import (
    Array,
    Targets,
    log_sigmoid,
    log_softmax,
    logsumexp,
    of_label,
    row_sum,
)
from ce_core.frameworks.batch import Batch
from ce_core.frameworks.outcome import Convention, Library, LibraryResult

LIBRARY = Library("Optax", "0.2.8", "float32")


@np.errstate(all="ignore")
def sigmoid_binary_cross_entropy(y_true: Array, logits: Array) -> Array:
    """Return −y·log σ(x) − (1 − y)·log σ(−x).

    Parameters
    ----------
    y_true, logits : array of shape (n,)
        Targets and scores, of one floating dtype.

    Returns
    -------
    array of shape (n,)
        One loss a sample.

    Notes
    -----
    An infinite score on the right side gives 0·∞ = nan, where the limit is 0.

    Examples
    --------
    >>> sigmoid_binary_cross_entropy(np.array([0., 1.]), np.array([-40., 40.]))
    array([4.24835426e-18, 4.24835426e-18])
    """
    return -y_true * log_sigmoid(logits) - (1 - y_true) * log_sigmoid(-logits)


@np.errstate(all="ignore")
def softmax_cross_entropy(y_true: Array, logits: Array) -> Array:
    """Return −Σ y·log softmax(x) for each row of targets.

    Notes
    -----
    A score of −∞ gives 0·∞ = nan even where its target is 0; Optax' `safe_softmax_cross_entropy`
    mends that one case.

    Examples
    --------
    >>> softmax_cross_entropy(np.array([[0., 1.]]), np.array([[1000., 0.]]))
    array([1000.])
    """
    return -row_sum(y_true * log_softmax(logits))


@np.errstate(all="ignore")
def softmax_cross_entropy_with_integer_labels(labels: Targets, logits: Array) -> Array:
    """Return log Σ eˣ − x of the label, for each row.

    Notes
    -----
    The logarithm of the sum is rounded at the size of the largest score, so a constant added to
    all scores of a row costs digits. A label from −k to −1 wraps, any other gives nan [1]_.

    References
    ----------
    .. [1] google-deepmind/optax#1185.

    Examples
    --------
    >>> softmax_cross_entropy_with_integer_labels(np.array([-1, 3]), np.array([[1., 2, 3]] * 2))
    array([0.40760596,        nan])
    """
    classes = logits.shape[-1]
    inside = (labels >= -classes) & (labels < classes)
    score = of_label(logits, np.where(inside, labels, 0))
    return np.where(inside, logsumexp(logits) - score, np.nan).astype(logits.dtype)


def _result(batch: Batch, dtype: np.dtype[np.floating]) -> LibraryResult:
    x = batch.scores.astype(dtype)
    y = batch.y_true
    touched: dict[str, NDArray[np.bool_]] = {}
    if batch.task == "sparse":
        losses = softmax_cross_entropy_with_integer_labels(y, x)
        classes = x.shape[-1]
        wraps = (y < 0) & (y >= -classes)
        touched |= {
            "label_wraps": wraps,
            "label_out_of_range_nan": ((y < 0) | (y >= classes)) & ~wraps,
        }
    else:
        y = y.astype(dtype)
        if batch.task == "binary":
            losses = sigmoid_binary_cross_entropy(y, x)
            touched["targets_unchecked"] = ~((y >= 0) & (y <= 1))
        else:
            losses = softmax_cross_entropy(_smooth(y, batch.label_smoothing), x)
            touched["targets_unchecked"] = ~np.isclose(y.sum(axis=-1), 1) | (y < 0).any(axis=-1)
    infinite = np.isinf(x).reshape(len(x), -1).any(axis=1)
    touched["infinite_logit"] = infinite & np.isnan(losses)
    number = {"mean": losses.mean(), "sum": losses.sum()}.get(batch.reduction)
    return LibraryResult(losses, number, touched)


def _smooth(y: Array, share: float) -> Array:
    return (1 - share) * y + share / y.shape[-1] if share else y


_REDUCTIONS = {"mean": ".mean()", "sum": ".sum()", "none": ""}

CONVENTIONS = {
    ("binary", True): Convention(
        LIBRARY,
        "optax.sigmoid_binary_cross_entropy(x, y){reduction}",
        ("infinite_logit", "targets_unchecked", "mean_left_to_you"),
        {},
        _REDUCTIONS,
        _result,
    ),
    ("sparse", True): Convention(
        LIBRARY,
        "optax.softmax_cross_entropy_with_integer_labels(x, y){reduction}",
        (
            "softmax_tail_lost",
            "infinite_logit",
            "label_wraps",
            "label_out_of_range_nan",
            "mean_left_to_you",
        ),
        {},
        _REDUCTIONS,
        _result,
    ),
    ("dense", True): Convention(
        LIBRARY,
        "optax.softmax_cross_entropy(x, {label_smoothing}){reduction}",
        (
            "softmax_tail_lost",
            "infinite_logit",
            "targets_unchecked",
            "smoothed_toward_uniform",
            "mean_left_to_you",
        ),
        {"label_smoothing": "optax.smooth_labels(y, {value})"},
        _REDUCTIONS,
        _result,
        defaults={"label_smoothing": "y"},
    ),
}
"""Optax' losses by task and by whether they take logits."""
