"""The gradients of the losses: which way each prediction should move, and how urgently.

Each takes the options of its loss and is the derivative of that loss, as called, by each
prediction. No sample's prediction enters another's loss, so the slopes of the single losses are
also those of their sum: only `reduction="mean"` differs, by what the mean divides by. It is not
the default here, so that a slope does not depend on how many samples stand beside it.
"""

# mypy: disable-error-code="overload-overlap"

from __future__ import annotations

from typing import Unpack, overload

from numpy.typing import ArrayLike

from ce_core import _arrays, checks
from ce_core._kernels import slopes
from ce_core._reduction import Reducer, like
from ce_core._targets import BinaryInputs, row_inputs, targets_for
from ce_core._types import (
    BinaryLogitsOptions,
    BinaryOptions,
    CategoricalOptions,
    Double,
    Number,
    Reals,
    Single,
)
from ce_core.options import Reduction

__all__ = [
    "binary_cross_entropy_gradient",
    "binary_cross_entropy_with_logits_gradient",
    "categorical_cross_entropy_gradient",
    "categorical_cross_entropy_with_logits_gradient",
]


@overload
def binary_cross_entropy_gradient(
    y_true: ArrayLike,
    y_prob: Number,
    *,
    reduction: Reduction = ...,
    **options: Unpack[BinaryOptions],
) -> float: ...
@overload
def binary_cross_entropy_gradient(
    y_true: ArrayLike,
    y_prob: Double,
    *,
    reduction: Reduction = ...,
    **options: Unpack[BinaryOptions],
) -> Double: ...
@overload
def binary_cross_entropy_gradient(
    y_true: ArrayLike,
    y_prob: Single,
    *,
    reduction: Reduction = ...,
    **options: Unpack[BinaryOptions],
) -> Single: ...
@overload
def binary_cross_entropy_gradient(
    y_true: ArrayLike,
    y_prob: ArrayLike,
    *,
    reduction: Reduction = ...,
    **options: Unpack[BinaryOptions],
) -> Double: ...
def binary_cross_entropy_gradient(
    y_true: ArrayLike,
    y_prob: ArrayLike,
    *,
    sample_weight: ArrayLike | None = None,
    label_smoothing: float = 0.0,
    base: float | None = None,
    reduction: Reduction = "none",
) -> float | Reals:
    r"""Return the derivative of `binary_cross_entropy` by each probability.

    .. math:: \frac{\partial L}{\partial p} = \frac{1 - y}{1 - p} - \frac{y}{p}
        = \frac{p - y}{p (1 - p)}

    Parameters
    ----------
    y_true : array_like
        What happened, 0 or 1, or the probability of 1 (soft labels); any shape.
    y_prob : array_like
        The probability given to 1, of the same shape.
    sample_weight, label_smoothing, base
        As in `binary_cross_entropy`.
    reduction : {"none", "sum", "mean"}
        Of which loss to take the slopes: of each sample's own, of their sum, which has the same,
        or of their mean.

    Returns
    -------
    float or ndarray
        The slope by each probability: a float for a number, else an array in the shape of
        `y_prob`, float32 if that is, else float64.

    Raises
    ------
    InputError
        If a value lies outside [0, 1], the shapes differ, or an option breaks its rule.

    Notes
    -----
    Where what happened has probability 0 the slope is infinite: -inf at p = 0 if y > 0, and inf
    at p = 1 if y < 1; with weight 0 it is 0.

    References
    ----------
    C. M. Bishop, "Pattern Recognition and Machine Learning" (2006), section 4.3.2.

    Examples
    --------
    >>> binary_cross_entropy_gradient([0, 1, 1], [0.25, 0.5, 0.0])
    array([ 1.33333333, -2.        ,        -inf])
    >>> binary_cross_entropy_gradient([0, 1], [0.75, 0.5], sample_weight=[1, 3], reduction="mean")
    array([ 1. , -1.5])
    """
    p = _arrays.real(y_prob, "y_prob")
    inputs = BinaryInputs(y_true, p, "y_prob", label_smoothing, are_probabilities=True)
    reduce = Reducer(p, p.shape, reduction=reduction, base=base, sample_weight=sample_weight)
    return like(p, reduce.gradient(slopes.from_probabilities, inputs))


@overload
def binary_cross_entropy_with_logits_gradient(
    y_true: ArrayLike,
    logits: Number,
    *,
    reduction: Reduction = ...,
    **options: Unpack[BinaryLogitsOptions],
) -> float: ...
@overload
def binary_cross_entropy_with_logits_gradient(
    y_true: ArrayLike,
    logits: Double,
    *,
    reduction: Reduction = ...,
    **options: Unpack[BinaryLogitsOptions],
) -> Double: ...
@overload
def binary_cross_entropy_with_logits_gradient(
    y_true: ArrayLike,
    logits: Single,
    *,
    reduction: Reduction = ...,
    **options: Unpack[BinaryLogitsOptions],
) -> Single: ...
@overload
def binary_cross_entropy_with_logits_gradient(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    reduction: Reduction = ...,
    **options: Unpack[BinaryLogitsOptions],
) -> Double: ...
def binary_cross_entropy_with_logits_gradient(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    pos_weight: ArrayLike | None = None,
    sample_weight: ArrayLike | None = None,
    label_smoothing: float = 0.0,
    base: float | None = None,
    reduction: Reduction = "none",
) -> float | Reals:
    r"""Return the derivative of `binary_cross_entropy_with_logits` by each score.

    .. math:: \frac{\partial L}{\partial x} = (1 - y)\,\sigma(x) - w\,y\,\sigma(-x)

    which without a weight is simply :math:`\sigma(x) - y`, the probability minus the truth.

    Parameters
    ----------
    y_true : array_like
        What happened, 0 or 1, or the probability of 1 (soft labels); any shape.
    logits : array_like
        The score x of each sample, of the same shape; ±inf stands for certainty.
    pos_weight, sample_weight, label_smoothing, base
        As in `binary_cross_entropy_with_logits`.
    reduction : {"none", "sum", "mean"}
        As in `binary_cross_entropy_gradient`.

    Returns
    -------
    float or ndarray
        The slope by each score: a float for a number, else an array in the shape of `logits`,
        float32 if that is, else float64.

    Raises
    ------
    InputError
        If a label lies outside [0, 1], a score is NaN, the shapes differ, or an option breaks
        its rule.

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
    >>> binary_cross_entropy_with_logits_gradient([1, 0], [0.0, 0.0], pos_weight=3)
    array([-1.5,  0.5])
    """
    x = _arrays.numbers(logits, "logits")
    inputs = BinaryInputs(y_true, x, "logits", label_smoothing, pos_weight)
    reduce = Reducer(x, x.shape, reduction=reduction, base=base, sample_weight=sample_weight)
    return like(x, reduce.gradient(slopes.from_logits, inputs))


@overload
def categorical_cross_entropy_gradient(
    y_true: ArrayLike,
    y_prob: Double,
    *,
    reduction: Reduction = ...,
    **options: Unpack[CategoricalOptions],
) -> Double: ...
@overload
def categorical_cross_entropy_gradient(
    y_true: ArrayLike,
    y_prob: Single,
    *,
    reduction: Reduction = ...,
    **options: Unpack[CategoricalOptions],
) -> Single: ...
@overload
def categorical_cross_entropy_gradient(
    y_true: ArrayLike,
    y_prob: ArrayLike,
    *,
    reduction: Reduction = ...,
    **options: Unpack[CategoricalOptions],
) -> Double: ...
def categorical_cross_entropy_gradient(
    y_true: ArrayLike,
    y_prob: ArrayLike,
    *,
    class_weight: ArrayLike | None = None,
    sample_weight: ArrayLike | None = None,
    ignore_index: int | None = None,
    label_smoothing: float = 0.0,
    base: float | None = None,
    reduction: Reduction = "none",
) -> Reals:
    r"""Return the derivative of `categorical_cross_entropy` by each probability.

    .. math:: \frac{\partial L}{\partial p_c} = -\frac{w_c\,y_c}{p_c}

    Parameters
    ----------
    y_true : array_like
        Class indices from 0, shape ``(n,)``, or rows of probabilities, shape ``(n, k)``.
    y_prob : array_like
        The probabilities of the k classes in rows, shape ``(n, k)``; one row ``(k,)`` and more
        leading axes will do as well. Each row must sum to 1, as in the loss.
    class_weight, sample_weight, ignore_index, label_smoothing, base
        As in `categorical_cross_entropy`.
    reduction : {"none", "sum", "mean"}
        As in `binary_cross_entropy_gradient`.

    Returns
    -------
    ndarray
        The slope by each probability, in the shape of `y_prob`, float32 if that is, else float64.

    Raises
    ------
    InputError
        If a row does not sum to 1, a class index is out of range, the shapes do not fit, nothing
        is left to average, or an option breaks its rule.

    Notes
    -----
    Each probability is moved on its own, as libraries do: that the others of its row make room
    for it is left to whoever takes the step. So with two classes it is not what
    `binary_cross_entropy_gradient` gives, where 1 - p moves along.

    Where the true class has probability 0 the slope is -inf; of the other classes it is 0, also
    at p = 0.

    References
    ----------
    C. M. Bishop, "Pattern Recognition and Machine Learning" (2006), equation 4.108.

    Examples
    --------
    >>> categorical_cross_entropy_gradient([0, 2], [[0.5, 0.25, 0.25], [0.25, 0.75, 0.0]])
    array([[ -2.,   0.,   0.],
           [  0.,   0., -inf]])
    """
    p = checks.rows_of(_arrays.probabilities(y_prob, "y_prob"), "y_prob")
    checks.sums_to_one(p, "y_prob")
    targets = targets_for(y_true, p, "y_prob", class_weight, label_smoothing, ignore_index)
    reduce = Reducer(p, p.shape[:-1], reduction=reduction, base=base, sample_weight=sample_weight)
    return reduce.gradient(
        targets.gradient,
        row_inputs(p, slopes.FROM_PROBABILITIES),
        row_weight=targets.row_weight,
        row_length=p.shape[-1],
    )


@overload
def categorical_cross_entropy_with_logits_gradient(
    y_true: ArrayLike,
    logits: Double,
    *,
    reduction: Reduction = ...,
    **options: Unpack[CategoricalOptions],
) -> Double: ...
@overload
def categorical_cross_entropy_with_logits_gradient(
    y_true: ArrayLike,
    logits: Single,
    *,
    reduction: Reduction = ...,
    **options: Unpack[CategoricalOptions],
) -> Single: ...
@overload
def categorical_cross_entropy_with_logits_gradient(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    reduction: Reduction = ...,
    **options: Unpack[CategoricalOptions],
) -> Double: ...
def categorical_cross_entropy_with_logits_gradient(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    class_weight: ArrayLike | None = None,
    sample_weight: ArrayLike | None = None,
    ignore_index: int | None = None,
    label_smoothing: float = 0.0,
    base: float | None = None,
    reduction: Reduction = "none",
) -> Reals:
    r"""Return the derivative of `categorical_cross_entropy_with_logits` by each score.

    .. math:: \frac{\partial L}{\partial z_c} = \mathrm{softmax}(z)_c \sum_j w_j\,y_j - w_c\,y_c

    which without weights is the probability minus the truth, since the targets of a row sum to 1.

    Parameters
    ----------
    y_true : array_like
        Class indices from 0, shape ``(n,)``, or rows of probabilities, shape ``(n, k)``.
    logits : array_like
        The scores of the k classes in rows, shape ``(n, k)``; one row ``(k,)`` and more leading
        axes will do as well.
    class_weight, sample_weight, ignore_index, label_smoothing, base
        As in `categorical_cross_entropy_with_logits`.
    reduction : {"none", "sum", "mean"}
        As in `binary_cross_entropy_gradient`.

    Returns
    -------
    ndarray
        The slope by each score, in the shape of `logits`, float32 if that is, else float64.

    Raises
    ------
    InputError
        If a score is NaN, a row is -inf throughout or +inf more than once, a class index is out
        of range, the shapes do not fit, nothing is left to average, or an option breaks its rule.

    Notes
    -----
    The entry of the label is minus the sum of the other probabilities, not a probability minus 1,
    so that a confident right answer keeps its slope. It is -1 where the label has probability 0.

    Of soft targets an entry is p times the sum of the other targets, minus the target times the
    sum of the other p. The slope is right to 6 units of the last place of the larger of the two;
    where they almost agree, their difference has only the digits that are left.

    References
    ----------
    C. M. Bishop, "Pattern Recognition and Machine Learning" (2006), equation 4.109.

    Examples
    --------
    >>> categorical_cross_entropy_with_logits_gradient([2], [[1.0, 2.0, 3.0]])
    array([[ 0.09003057,  0.24472847, -0.33475904]])
    """
    z = checks.rows_of(_arrays.numbers(logits, "logits"), "logits")
    checks.limit_exists(z, "logits")
    targets = targets_for(y_true, z, "logits", class_weight, label_smoothing, ignore_index)
    reduce = Reducer(z, z.shape[:-1], reduction=reduction, base=base, sample_weight=sample_weight)
    return reduce.gradient(
        targets.gradient,
        row_inputs(z, slopes.FROM_SCORES),
        row_weight=targets.row_weight,
        row_length=z.shape[-1],
    )
