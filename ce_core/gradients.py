"""The gradients of the losses: which way each prediction should move, and how urgently.

All are derivatives of the loss in nats, per element, before any reduction: divide by the number
of samples for those of a mean, and by ln(base) for another base.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from ce_core import checks
from ce_core._kernels import slopes
from ce_core._kernels.blocks import wide
from ce_core._reduction import by_blocks, like
from ce_core._targets import BinaryInputs


def binary_cross_entropy_gradient(y_true: ArrayLike, y_prob: ArrayLike) -> Any:
    r"""Return the derivative of `binary_cross_entropy` by each probability.

    .. math:: \frac{\partial L}{\partial p} = \frac{1 - y}{1 - p} - \frac{y}{p}
        = \frac{p - y}{p (1 - p)}

    Parameters
    ----------
    y_true : array_like
        What happened, 0 or 1, or the probability of 1 (soft labels); any shape.
    y_prob : array_like
        The probability given to 1, of the same shape.

    Returns
    -------
    float or ndarray
        The slope at each element, in the dtype of `y_prob`.

    Raises
    ------
    InputError
        If a value lies outside [0, 1] or the shapes differ.

    Notes
    -----
    Where what happened has probability 0 the slope is infinite: -inf at p = 0 if y > 0, and inf
    at p = 1 if y < 1.

    References
    ----------
    C. M. Bishop, "Pattern Recognition and Machine Learning" (2006), section 4.3.2.

    Examples
    --------
    >>> binary_cross_entropy_gradient([0, 1, 1], [0.25, 0.5, 0.0])
    array([ 1.33333333, -2.        ,        -inf])
    """
    p = checks.probabilities(y_prob, "y_prob")
    inputs = BinaryInputs(y_true, p, "y_prob")
    return like(p, by_blocks(p, slopes.from_probabilities, inputs, p.shape))


def binary_cross_entropy_with_logits_gradient(
    y_true: ArrayLike, logits: ArrayLike, *, pos_weight: ArrayLike | None = None
) -> Any:
    r"""Return the derivative of `binary_cross_entropy_with_logits` by each score.

    .. math:: \frac{\partial L}{\partial x} = (1 - y)\,\sigma(x) - w\,y\,\sigma(-x)

    which without a weight is simply :math:`\sigma(x) - y`, the probability minus the truth.

    Parameters
    ----------
    y_true : array_like
        What happened, 0 or 1, or the probability of 1 (soft labels); any shape.
    logits : array_like
        The score x of each sample, of the same shape; ±inf stands for certainty.
    pos_weight : array_like, optional
        As in `binary_cross_entropy_with_logits`.

    Returns
    -------
    float or ndarray
        The slope at each element, in the dtype of `logits`.

    Raises
    ------
    InputError
        If a label lies outside [0, 1], a score is NaN, or the shapes differ.

    Notes
    -----
    The slope stays finite where what happened has probability 0: it is -w at -inf for a 1 and 1
    at inf for a 0. That is why training works on scores.

    References
    ----------
    C. M. Bishop, "Pattern Recognition and Machine Learning" (2006), equation 4.91.

    Examples
    --------
    >>> binary_cross_entropy_with_logits_gradient([1, 0, 1], [0.0, 0.0, 40.0])
    array([-5.00000000e-01,  5.00000000e-01, -4.24835426e-18])
    """
    x = checks.numbers(logits, "logits")
    inputs = BinaryInputs(y_true, x, "logits", pos_weight=pos_weight)
    return like(x, by_blocks(x, slopes.from_logits, inputs, x.shape))


def categorical_cross_entropy_with_logits_gradient(y_true: ArrayLike, logits: ArrayLike) -> Any:
    r"""Return the derivative of `categorical_cross_entropy_with_logits` by each score.

    .. math:: \frac{\partial L}{\partial z_c} = \mathrm{softmax}(z)_c \sum_j y_j - y_c

    which is the probability minus the truth, since the targets of a row sum to 1.

    Parameters
    ----------
    y_true : array_like
        Class indices from 0, shape ``(n,)``, or rows of probabilities, shape ``(n, k)``.
    logits : array_like
        The scores of the k classes in rows, shape ``(n, k)``; one row ``(k,)`` and more leading
        axes will do as well.

    Returns
    -------
    ndarray
        The slope at each score, in the shape and dtype of `logits`.

    Raises
    ------
    InputError
        If a score is NaN, a row is -inf throughout or +inf more than once, a class index is out
        of range, or the shapes do not fit.

    Notes
    -----
    The entry of the label is minus the sum of the other probabilities, not a probability minus 1,
    so that a confident right answer keeps its slope. It is -1 where the label has probability 0.

    References
    ----------
    C. M. Bishop, "Pattern Recognition and Machine Learning" (2006), equation 4.109.

    Examples
    --------
    >>> categorical_cross_entropy_with_logits_gradient([2], [[1.0, 2.0, 3.0]])
    array([[ 0.09003057,  0.24472847, -0.33475904]])
    """
    z = checks.rows_of(checks.numbers(logits, "logits"), "logits")
    checks.limit_exists(z, "logits")
    rows = z.reshape(-1, z.shape[-1])
    y = checks.real(y_true, "y_true")
    if y.ndim == z.ndim:
        checks.same_shape(y, "y_true", z, "logits")
        checks.unit_interval(y, "y_true")
        checks.sums_to_one(y, "y_true")
        y_rows = y.reshape(rows.shape)
        return by_blocks(
            z, slopes.of_rows, lambda b: (wide(y_rows[b]), rows[b]), z.shape, z.shape[-1]
        )
    checks.one_label_a_row(y, z, "logits")
    checks.class_labels(y, z.shape[-1], "y_true", None)
    labels = y.reshape(-1).astype(np.intp)
    return by_blocks(z, slopes.of_labels, lambda b: (labels[b], rows[b]), z.shape, z.shape[-1])
