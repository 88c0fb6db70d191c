"""Keras: every probability clipped to [1e-7, 1 − 1e-7], rows rescaled, on one of three backends.

The clip is the same everywhere; what surrounds it belongs to the backend that computes it
(TensorFlow unless chosen otherwise): how 1 − p is formed, what a label without a class does, which
tail the loss from logits loses. On TensorFlow the sparse loss sends its clipped logarithms through
a second softmax; with Torch a float64 loss leaves through float32; JAX has no float64 at all.

Two traps are in the shapes, not in the result, and the calls written here avoid them. The binary
loss averages over the last axis first, so flat arrays (n,) are one sample to it: reduction "sum"
returns the mean, and sample weights multiply the mean instead of the samples. Give it columns,
``y[:, None]``. And the mean divides by n even when the samples carry weights.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

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
    before 2.6 took log(p + 1e-7) after the clip, which gave a third number, 15.333 [1]_.

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
    return categorical_crossentropy(one_hot(labels, y_prob), y_prob, backend)


def one_hot(labels: Targets, like: Array) -> Array:
    """Return a 1 in the class of each label, shaped and typed as `like`; a row of 0 for none."""
    hot: Array = (labels[:, None] == np.arange(like.shape[-1])).astype(like.dtype)
    return hot


def _tensorflow_sparse(labels: Targets, logits: Array) -> Array:
    shifted = below_largest(logits)
    return log(row_sum(exp(shifted))) - of_label(shifted, labels)


@np.errstate(all="ignore")
def from_logits(y: Targets, x: Array, task: str, backend: Backend) -> Array:
    """Return what the backend's own function makes of logits, one loss a sample."""
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
    return -row_sum((one_hot(y, x) if task == "sparse" else y) * log_softmax(x))
