"""Keras: every probability clipped to [1e-7, 1 − 1e-7], rows rescaled, on one of three backends.

The clip is the same everywhere; what surrounds it belongs to the backend that computes it
(TensorFlow unless chosen otherwise): how 1 − p is formed, what a label without a class does, which
tail the loss from logits loses. On TensorFlow the sparse loss sends its clipped logarithms through
a second softmax; with Torch a float64 loss leaves through float32; JAX has no float64 at all.

Two traps are in the shapes, not in the figures, and the calls written here avoid them. The binary
loss averages over the last axis first, so flat arrays (n,) are one sample to it: reduction "sum"
returns the mean, and sample weights multiply the mean instead of the samples. Give it columns,
``y[:, None]``. And the mean divides by n even when the samples carry weights.
"""

from __future__ import annotations

from functools import partial
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ce_core.frameworks import optax, pytorch
from ce_core.frameworks.arithmetic import (
    Array,
    Targets,
    below_largest,
    exp,
    log,
    log1p,
    log_near_one,
    log_softmax,
    of_label,
    row_sum,
)
from ce_core.frameworks.batch import Batch
from ce_core.frameworks.outcome import Convention, Figures, Library, RefusedError

Backend = Literal["tensorflow", "torch", "jax"]

_EPSILON = 1e-7


def clip(p: Array) -> Array:
    """Return p moved into [1e-7, 1 − 1e-7], both rounded to the dtype of p.

    Examples
    --------
    The two ends are not equally far from 0 and 1 in float32, hence 16.118 against 15.942.

    >>> low, high = clip(np.float32([0, 1]))
    >>> float(-np.log(float(low))), float(-np.log(1 - float(high)))
    (16.11809..., 15.94238...)
    """
    return np.clip(p, p.dtype.type(_EPSILON), p.dtype.type(1 - _EPSILON))


@np.errstate(all="ignore")
def binary_crossentropy(y_true: Array, y_prob: Array, backend: Backend = "tensorflow") -> Array:
    """Return −y·log p − (1 − y)·log(1 − p) of the clipped p.

    Parameters
    ----------
    y_true, y_prob : array of shape (n,)
        Targets and probabilities, of one floating dtype.
    backend : str
        "torch" takes log1p(−p); the others form 1 − p first.

    Returns
    -------
    array of shape (n,)
        One loss a sample, at most 16.118.

    Notes
    -----
    p = 0 for y = 1 costs 16.118, p = 1 for y = 0 costs 15.942 in float32. Perfect answers cost
    1.2e-7, never 0. p = 1.2 is clipped like any other, except that nothing says so. Versions
    before 2.6 took log(p + 1e-7) after the clip, which gave a third figure, 15.333 [1]_.

    References
    ----------
    .. [1] keras-team/keras#15249.

    Examples
    --------
    >>> y, p = np.float32([[1, 0, 1], [0, 1, 1]])
    >>> binary_crossentropy(y, p)
    array([1.6118095e+01, 1.5942385e+01, 1.1920929e-07], dtype=float32)
    """
    p = clip(y_prob)
    log_not = log1p(-p) if backend == "torch" else log_near_one(1 - p)
    return -(y_true * log_near_one(p) + (1 - y_true) * log_not)


@np.errstate(all="ignore")
def categorical_crossentropy(
    y_true: Array, y_prob: Array, backend: Backend = "tensorflow"
) -> Array:
    """Return −Σ y·log clip(p / Σp) for each row.

    Notes
    -----
    A row of scores or percentages is rescaled without a word [1]_ [2]_; a row of zeros gives nan.

    References
    ----------
    .. [1] keras-team/keras#17102.
    .. [2] keras-team/tf-keras#47.

    Examples
    --------
    >>> categorical_crossentropy(np.eye(3)[[1, 1]], np.array([[0.5, 1, 0.5], [1, 0, 0]]))
    array([ 0.69314718, 16.11809565])
    """
    p = clip(y_prob / row_sum(y_prob)[:, None])
    return -row_sum(y_true * (log if backend == "torch" else log_near_one)(p))


@np.errstate(all="ignore")
def sparse_categorical_crossentropy(
    labels: Targets, y_prob: Array, backend: Backend = "tensorflow"
) -> Array:
    """Return the loss of the label in each row; on TensorFlow after a second softmax.

    Notes
    -----
    A label outside 0 to k − 1 costs nothing here, as on JAX; Torch and TensorFlow raise an error,
    Torch not for −100.

    Examples
    --------
    A perfect answer costs twice as much on TensorFlow as elsewhere:

    >>> sparse_categorical_crossentropy(np.array([0]), np.float32([[1, 0, 0]]))
    array([2.3841855e-07], dtype=float32)
    >>> sparse_categorical_crossentropy(np.array([0]), np.float32([[1, 0, 0]]), "jax")
    array([1.1920929e-07], dtype=float32)
    """
    if backend == "tensorflow":
        return _tensorflow_sparse(labels, log_near_one(clip(y_prob)))
    return categorical_crossentropy(_one_hot(labels, y_prob), y_prob, backend)


def _one_hot(labels: Targets, like: Array) -> Array:
    hot: Array = (labels[:, None] == np.arange(like.shape[-1])).astype(like.dtype)
    return hot


def _tensorflow_sparse(labels: Targets, logits: Array) -> Array:
    shifted = below_largest(logits)
    return log(row_sum(exp(shifted))) - of_label(shifted, labels)


@np.errstate(all="ignore")
def _from_logits(y: Targets, x: Array, task: str, backend: Backend) -> Array:
    """Leave the loss from logits to the backend's own function."""
    if task == "binary":
        if backend == "tensorflow":
            return np.maximum(x, 0) - x * y + log1p(exp(-np.abs(x)))
        if backend == "torch":
            return pytorch.binary_cross_entropy_with_logits(y, x)
        return optax.sigmoid_binary_cross_entropy(y, x)
    if backend == "tensorflow":
        if task == "sparse":
            return _tensorflow_sparse(y, x)
        return row_sum(y * -log_softmax(x))
    if task == "sparse" and backend == "torch":
        return pytorch.cross_entropy(y, x)
    return -row_sum((_one_hot(y, x) if task == "sparse" else y) * log_softmax(x))


def _figures(backend: Backend, batch: Batch, asked: np.dtype[np.floating]) -> Figures:
    dtype = np.dtype(np.float32) if backend == "jax" else asked
    scores, y = batch.scores.astype(dtype), batch.y_true
    kept = np.ones(len(y), dtype=bool)
    touched: dict[str, NDArray[np.bool_]] = {}
    if batch.task == "sparse":
        kept = y != batch.ignore_index
        touched["ignored"] = ~kept
        y = np.where(kept, y, 0)
        without_class = (y < 0) | (y >= scores.shape[-1])
        _refuse_labels(y, scores.shape[-1], backend)
        touched["label_out_of_range_zero"] = without_class
    else:
        y, share = y.astype(dtype), batch.label_smoothing
        if share:
            y = y * (1 - share) + share / (2 if batch.task == "binary" else y.shape[-1])
        touched["targets_unchecked"] = _not_a_distribution(y)
    if batch.from_logits:
        losses = _from_logits(y, scores, batch.task, backend)
        infinite = np.isinf(scores).reshape(len(y), -1).any(axis=1)
        touched["infinite_logit"] = infinite & ~np.isfinite(losses)
    else:
        if batch.task == "binary" and backend == "torch":
            _refuse_as_torch(y, scores)
        loss = {
            "binary": binary_crossentropy,
            "sparse": sparse_categorical_crossentropy,
            "dense": categorical_crossentropy,
        }[batch.task]
        losses = loss(y, scores, backend)
        touched |= _touched_probabilities(y, scores, batch.task, backend)
    losses = np.where(kept, losses, 0).astype(dtype)
    if batch.task == "binary" and backend == "torch":
        losses = losses.astype(np.float32).astype(dtype)
    return _reduced(losses, kept, batch, backend, touched)


def _refuse_labels(labels: Targets, classes: int, backend: Backend) -> None:
    if backend == "torch":
        pytorch.refuse_labels(labels[labels != -100], classes)
    outside = labels[(labels < 0) | (labels >= classes)]
    if backend == "tensorflow" and outside.size:
        raise RefusedError(
            "label_refused",
            f"InvalidArgumentError: Received a label value of {outside[0]} which is outside the "
            f"valid range of [0, {classes}).",
        )


def _refuse_as_torch(y: Array, p: Array) -> None:
    message = "RuntimeError: all elements of {} should be between 0 and 1"
    if np.isnan(p).any():
        raise RefusedError("probability_refused", message.format("input"))
    if not ((y >= 0) & (y <= 1)).all():
        raise RefusedError("target_refused", message.format("target"))


def _not_a_distribution(y: Array) -> NDArray[np.bool_]:
    if y.ndim == 1:
        return ~((y >= 0) & (y <= 1))
    wrong: NDArray[np.bool_] = ~np.isclose(y.sum(axis=-1), 1) | (y < 0).any(axis=-1)
    return wrong


@np.errstate(all="ignore")
def _touched_probabilities(
    y: Targets, p: Array, task: str, backend: Backend
) -> dict[str, NDArray[np.bool_]]:
    if task == "binary":
        return {"clipped_at_1e-7": clip(p) != p}
    sums = p.sum(axis=-1)
    off = ~np.isclose(sums, 1, rtol=0, atol=1e-6)
    if task == "sparse" and backend == "tensorflow":
        moved = (clip(p) != p).any(axis=-1)
        return {"clipped_at_1e-7": moved, "softmax_after_clipping": moved | off}
    rescaled = p / sums[:, None]
    matters = (_one_hot(y, p) if task == "sparse" else y) != 0
    return {
        "clipped_at_1e-7": ((clip(rescaled) != rescaled) & matters).any(axis=-1),
        "renormalised": off,
    }


@np.errstate(all="ignore")
def _reduced(
    losses: Array,
    kept: NDArray[np.bool_],
    batch: Batch,
    backend: Backend,
    touched: dict[str, NDArray[np.bool_]],
) -> Figures:
    """Sum and divide: by the kept samples, or by their weights if that is asked for."""
    weight = kept.astype(losses.dtype)
    if batch.sample_weight is not None:
        weight = weight * batch.sample_weight.astype(losses.dtype)
    losses = losses * weight
    loss = losses.sum()
    if batch.reduction in ("mean", "mean_with_sample_weight"):
        by_weight = batch.reduction == "mean_with_sample_weight"
        divisor = weight.sum() if by_weight else losses.dtype.type(kept.sum())
        loss = loss / divisor if divisor else loss * 0
        if backend == "torch":
            loss = np.float32(loss)
    return Figures(losses, None if batch.reduction == "none" else loss, touched)


_REDUCTIONS = {
    "mean": "",
    "sum": ', reduction="sum"',
    "none": ', reduction="none"',
    "mean_with_sample_weight": ', reduction="mean_with_sample_weight"',
}
_DTYPE = {"dtype": ', dtype="{value}"'}
_WEIGHT = {"sample_weight": ", sample_weight=w"}
_SMOOTHING = {"label_smoothing": ", label_smoothing={value}"}
_IGNORE = {"ignore_index": ", ignore_class={value}"}


def library(backend: Backend) -> Library:
    """Return Keras as it is on a backend."""
    names = {"tensorflow": "TensorFlow", "torch": "Torch", "jax": "JAX"}
    return Library(f"Keras on {names[backend]}", "3.15.1", "float32")


def conventions(backend: Backend) -> dict[tuple[str, bool], Convention]:
    """Return Keras' losses on a backend, by task and by whether they take logits."""
    labels = "label_out_of_range_zero" if backend == "jax" else "label_refused"
    narrow = () if backend == "tensorflow" else ("mean_rounded_to_float32",)
    common = ("mean_divides_by_count", *narrow)
    again = "softmax_after_clipping" if backend == "tensorflow" else "renormalised"
    tail = ("logit_tail_lost",) if backend == "torch" else ()

    def convention(code: str, rules: tuple[str, ...], options: dict[str, str]) -> Convention:
        offered = _DTYPE | _WEIGHT | options
        return Convention(
            library(backend), code, rules + common, offered, _REDUCTIONS, partial(_figures, backend)
        )

    binary = (
        "keras.losses.BinaryCrossentropy({logits}{{label_smoothing}}{{reduction}}{{dtype}})"
        "(y[:, None], {scores}[:, None]{{sample_weight}})"
    )
    sparse = (
        "keras.losses.SparseCategoricalCrossentropy({logits}{{ignore_index}}{{reduction}}"
        "{{dtype}})(y, {scores}{{sample_weight}})"
    )
    dense = (
        "keras.losses.CategoricalCrossentropy({logits}{{label_smoothing}}{{reduction}}{{dtype}})"
        "(y, {scores}{{sample_weight}})"
    )
    p = {"logits": "", "scores": "p"}
    x = {"logits": ", from_logits=True", "scores": "x"}
    half, uniform = "smoothed_toward_half", "smoothed_toward_uniform"
    unbounded = ("softmax_tail_lost", "infinite_logit")
    return {
        ("binary", False): convention(
            binary.format(**p), ("clipped_at_1e-7", "targets_unchecked", half), _SMOOTHING
        ),
        ("binary", True): convention(
            binary.format(**x), (*tail, "infinite_logit", "targets_unchecked", half), _SMOOTHING
        ),
        ("sparse", False): convention(
            sparse.format(**p), ("clipped_at_1e-7", again, "ignored", labels), _IGNORE
        ),
        ("sparse", True): convention(sparse.format(**x), (*unbounded, "ignored", labels), _IGNORE),
        ("dense", False): convention(
            dense.format(**p),
            ("clipped_at_1e-7", "renormalised", "targets_unchecked", uniform),
            _SMOOTHING,
        ),
        ("dense", True): convention(
            dense.format(**x), (*unbounded, "targets_unchecked", uniform), _SMOOTHING
        ),
    }
