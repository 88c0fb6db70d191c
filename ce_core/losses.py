"""Cross-entropy as a loss: binary and categorical, from probabilities and from scores.

Each loss is the surprisal -log p of what happened. How the sums are made exact and fast stands in
`ce_core._kernels`; here stands what is computed.
"""

# mypy: disable-error-code="overload-overlap"

from __future__ import annotations

from typing import Unpack, overload

from numpy.typing import ArrayLike

from ce_core import _arrays, checks
from ce_core._kernels import binary, categorical
from ce_core._reduction import Reducer
from ce_core._targets import BinaryInputs, row_inputs, targets_for
from ce_core._types import (
    BinaryLogitsOptions,
    BinaryOptions,
    CategoricalOptions,
    Double,
    Number,
    Reals,
    Reduced,
    Single,
    Unreduced,
)
from ce_core.options import Reduction

__all__ = [
    "binary_cross_entropy",
    "binary_cross_entropy_with_logits",
    "categorical_cross_entropy",
    "categorical_cross_entropy_with_logits",
]


@overload
def binary_cross_entropy(
    y_true: ArrayLike,
    y_prob: ArrayLike,
    *,
    reduction: Reduced = ...,
    **options: Unpack[BinaryOptions],
) -> float: ...
@overload
def binary_cross_entropy(
    y_true: ArrayLike, y_prob: Number, *, reduction: Reduction, **options: Unpack[BinaryOptions]
) -> float: ...
@overload
def binary_cross_entropy(
    y_true: ArrayLike, y_prob: Double, *, reduction: Unreduced, **options: Unpack[BinaryOptions]
) -> Double: ...
@overload
def binary_cross_entropy(
    y_true: ArrayLike, y_prob: Single, *, reduction: Unreduced, **options: Unpack[BinaryOptions]
) -> Single: ...
@overload
def binary_cross_entropy(
    y_true: ArrayLike, y_prob: ArrayLike, *, reduction: Unreduced, **options: Unpack[BinaryOptions]
) -> Double: ...
def binary_cross_entropy(
    y_true: ArrayLike,
    y_prob: ArrayLike,
    *,
    sample_weight: ArrayLike | None = None,
    label_smoothing: float = 0.0,
    base: float | None = None,
    reduction: Reduction = "mean",
) -> float | Reals:
    r"""Return what it costs to give each "yes" the probability `y_prob`.

    .. math:: L = -\bigl(y \log p + (1 - y) \log(1 - p)\bigr)

    Parameters
    ----------
    y_true : array_like
        What happened, 0 or 1, or the probability of 1 (soft labels); any shape.
    y_prob : array_like
        The probability given to 1, of the same shape.
    sample_weight : array_like, optional
        How much each sample counts, of the same shape; a mean divides by their sum.
    label_smoothing : float
        The share s of each label that is moved to the middle: y (1 - s) + s / 2.
    base : float, optional
        Base of the logarithm: None for nats, 2 for bits, 10 for hartleys.
    reduction : {"mean", "sum", "none"}
        Whether to average, add up, or return each sample's loss.

    Returns
    -------
    float or ndarray
        The loss: a float for one sample or if reduced, else an array in the samples' shape,
        float32 if `y_prob` is, else float64.

    Raises
    ------
    InputError
        If a value lies outside [0, 1], the shapes differ, or an option breaks its rule.

    Notes
    -----
    Probability 0 for what happened costs infinity; nothing is clipped. Probability 0 for what
    did not happen costs nothing: 0 log 0 = 0.

    References
    ----------
    I. J. Good, "Rational Decisions", Journal of the Royal Statistical Society B 14 (1952).

    Examples
    --------
    Four students, of whom the last two passed, under the first model of the article:

    >>> round(binary_cross_entropy([0, 0, 1, 1], [0.9, 0.3, 0.6, 0.2], base=10, reduction="sum"), 4)
    2.0757
    >>> binary_cross_entropy([0, 1], [0.5, 0.0], reduction="none")
    array([0.69314718,        inf])
    """
    p = _arrays.real(y_prob, "y_prob")
    inputs = BinaryInputs(y_true, p, "y_prob", label_smoothing, are_probabilities=True)
    reduce = Reducer(p, p.shape, reduction=reduction, base=base, sample_weight=sample_weight)
    return reduce(binary.from_probabilities, inputs, total=binary.sum_from_probabilities)


@overload
def binary_cross_entropy_with_logits(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    reduction: Reduced = ...,
    **options: Unpack[BinaryLogitsOptions],
) -> float: ...
@overload
def binary_cross_entropy_with_logits(
    y_true: ArrayLike,
    logits: Number,
    *,
    reduction: Reduction,
    **options: Unpack[BinaryLogitsOptions],
) -> float: ...
@overload
def binary_cross_entropy_with_logits(
    y_true: ArrayLike,
    logits: Double,
    *,
    reduction: Unreduced,
    **options: Unpack[BinaryLogitsOptions],
) -> Double: ...
@overload
def binary_cross_entropy_with_logits(
    y_true: ArrayLike,
    logits: Single,
    *,
    reduction: Unreduced,
    **options: Unpack[BinaryLogitsOptions],
) -> Single: ...
@overload
def binary_cross_entropy_with_logits(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    reduction: Unreduced,
    **options: Unpack[BinaryLogitsOptions],
) -> Double: ...
def binary_cross_entropy_with_logits(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    pos_weight: ArrayLike | None = None,
    sample_weight: ArrayLike | None = None,
    label_smoothing: float = 0.0,
    base: float | None = None,
    reduction: Reduction = "mean",
) -> float | Reals:
    r"""Return the binary cross-entropy of ``sigmoid(logits)``, without ever forming it.

    .. math:: L = -\bigl(w\,y \log \sigma(x) + (1 - y) \log \sigma(-x)\bigr)

    Parameters
    ----------
    y_true : array_like
        What happened, 0 or 1, or the probability of 1 (soft labels); any shape.
    logits : array_like
        The score x of each sample, of the same shape; ±inf stands for certainty.
    pos_weight : array_like, optional
        How much more a 1 counts than a 0: one number, one for each column (the length of the
        last axis), or one for each element. It is no part of what a mean divides by.
    sample_weight, label_smoothing, base, reduction
        As in `binary_cross_entropy`.

    Returns
    -------
    float or ndarray
        The loss: a float for one sample or if reduced, else an array in the samples' shape,
        float32 if `logits` is, else float64.

    Raises
    ------
    InputError
        If a label lies outside [0, 1], a score is NaN, the shapes differ, or an option breaks
        its rule.

    Notes
    -----
    A right answer keeps its loss however confident it is: a score of 40 costs 4.2e-18, where
    going through a probability, which is rounded to 1, gives 0. The probability is 0 only at a
    score of ±inf; there what happened costs infinity, and what did not happen nothing.

    References
    ----------
    G. King and L. Zeng, "Logistic Regression in Rare Events Data", Political Analysis 9 (2001),
    for weighing the positives.

    Examples
    --------
    >>> binary_cross_entropy_with_logits([1, 0, 1], [0.0, 2.0, 40.0], reduction="none")
    array([6.93147181e-01, 2.12692801e+00, 4.24835426e-18])
    >>> round(binary_cross_entropy_with_logits([1, 0], [1.0, -1.0], pos_weight=3.0), 6)
    0.626523
    """
    x = _arrays.real(logits, "logits")
    inputs = BinaryInputs(y_true, x, "logits", label_smoothing, pos_weight)
    reduce = Reducer(x, x.shape, reduction=reduction, base=base, sample_weight=sample_weight)
    return reduce(
        binary.from_logits,
        inputs,
        total=binary.sum_from_logits if pos_weight is None else None,
        explain=lambda: checks.not_nan(x, "logits"),
    )


@overload
def categorical_cross_entropy(
    y_true: ArrayLike,
    y_prob: ArrayLike,
    *,
    reduction: Reduced = ...,
    **options: Unpack[CategoricalOptions],
) -> float: ...
@overload
def categorical_cross_entropy(
    y_true: Number,
    y_prob: ArrayLike,
    *,
    reduction: Reduction,
    **options: Unpack[CategoricalOptions],
) -> float: ...
@overload
def categorical_cross_entropy(
    y_true: ArrayLike,
    y_prob: Double,
    *,
    reduction: Unreduced,
    **options: Unpack[CategoricalOptions],
) -> Double: ...
@overload
def categorical_cross_entropy(
    y_true: ArrayLike,
    y_prob: Single,
    *,
    reduction: Unreduced,
    **options: Unpack[CategoricalOptions],
) -> Single: ...
@overload
def categorical_cross_entropy(
    y_true: ArrayLike,
    y_prob: ArrayLike,
    *,
    reduction: Unreduced,
    **options: Unpack[CategoricalOptions],
) -> Double: ...
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
) -> float | Reals:
    r"""Return what rows of probabilities cost, given the class that each row turned out to be.

    .. math:: L = -\sum_c w_c\,y_c \log p_c

    Parameters
    ----------
    y_true : array_like
        Class indices from 0, shape ``(n,)``, or rows of probabilities, shape ``(n, k)``.
    y_prob : array_like
        The probabilities of the k classes in rows, shape ``(n, k)``; one row ``(k,)`` and more
        leading axes will do as well. Each row must sum to 1, within
        `ce_core.checks.ROW_SUM_TOLERANCE`.
    class_weight : array_like, optional
        What each class counts, shape ``(k,)``.
    sample_weight : array_like, optional
        What each row counts, in the shape of the losses, ``(n,)``.
    ignore_index : int, optional
        Rows with this class index cost nothing and do not count in a mean.
    label_smoothing : float
        The share s of each target that is spread over all classes: y (1 - s) + s / k.
    base, reduction
        As in `binary_cross_entropy`.

    Returns
    -------
    float or ndarray
        The loss: a float for one sample or if reduced, else an array in the samples' shape,
        float32 if `y_prob` is, else float64.

    Raises
    ------
    InputError
        If a row does not sum to 1, a class index is out of range, the shapes do not fit, nothing
        is left to average, or an option breaks its rule.

    Notes
    -----
    Probability 0 for the true class costs infinity; nothing is clipped or rescaled. 0 log 0 = 0.

    A mean divides by the sum of the weights. With class indices a row weighs as much as its
    class (times its `sample_weight`). With rows of probabilities a class weight weighs the terms
    inside a row instead, and each row weighs 1, as in PyTorch; so the same labels written as
    one-hot rows have the same losses and sum, but with class weights another mean.

    References
    ----------
    C. M. Bishop, "Pattern Recognition and Machine Learning" (2006), equation 4.108.

    Examples
    --------
    Three containers of fruit in the article; the true fruit are 0, 2 and 2:

    >>> containers = [[0.7, 0.2, 0.1], [0.3, 0.4, 0.3], [0.1, 0.5, 0.4]]
    >>> round(categorical_cross_entropy([0, 2, 2], containers, base=10, reduction="sum"), 4)
    1.0757
    >>> categorical_cross_entropy([0, 2, 2], containers, reduction="none")
    array([0.35667494, 1.2039728 , 0.91629073])
    """
    p = checks.rows_of(_arrays.probabilities(y_prob, "y_prob"), "y_prob")
    checks.sums_to_one(p, "y_prob")
    targets = targets_for(y_true, p, "y_prob", class_weight, label_smoothing, ignore_index)
    reduce = Reducer(p, p.shape[:-1], reduction=reduction, base=base, sample_weight=sample_weight)
    return reduce(
        targets.losses,
        row_inputs(p, categorical.FROM_PROBABILITIES),
        row_weight=targets.row_weight,
        row_length=p.shape[-1],
    )


@overload
def categorical_cross_entropy_with_logits(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    reduction: Reduced = ...,
    **options: Unpack[CategoricalOptions],
) -> float: ...
@overload
def categorical_cross_entropy_with_logits(
    y_true: Number,
    logits: ArrayLike,
    *,
    reduction: Reduction,
    **options: Unpack[CategoricalOptions],
) -> float: ...
@overload
def categorical_cross_entropy_with_logits(
    y_true: ArrayLike,
    logits: Double,
    *,
    reduction: Unreduced,
    **options: Unpack[CategoricalOptions],
) -> Double: ...
@overload
def categorical_cross_entropy_with_logits(
    y_true: ArrayLike,
    logits: Single,
    *,
    reduction: Unreduced,
    **options: Unpack[CategoricalOptions],
) -> Single: ...
@overload
def categorical_cross_entropy_with_logits(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    reduction: Unreduced,
    **options: Unpack[CategoricalOptions],
) -> Double: ...
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
) -> float | Reals:
    r"""Return the categorical cross-entropy of ``softmax(logits)``, without ever forming it.

    .. math:: L = \sum_c w_c\,y_c \Bigl(\log \sum_j e^{z_j} - z_c\Bigr)

    Parameters
    ----------
    y_true : array_like
        Class indices from 0, shape ``(n,)``, or rows of probabilities, shape ``(n, k)``.
    logits : array_like
        The scores of the k classes in rows, shape ``(n, k)``; one row ``(k,)`` and more leading
        axes will do as well. -inf rules a class out; a single +inf makes it certain.
    class_weight, sample_weight, ignore_index, label_smoothing, base, reduction
        As in `categorical_cross_entropy`.

    Returns
    -------
    float or ndarray
        The loss: a float for one sample or if reduced, else an array in the samples' shape,
        float32 if `logits` is, else float64.

    Raises
    ------
    InputError
        If a score is NaN, a row is -inf throughout or +inf more than once, a class index is out
        of range, the shapes do not fit, nothing is left to average, or an option breaks its rule.

    Notes
    -----
    With class indices the loss of a row is log1p(sum over the other classes of
    exp(z_j - z_label)): nothing cancels, and a right answer that leads by 40 costs 4.2e-18, not 0.
    The probability of a class is 0 only where its score is -inf or another's is +inf; if it is
    the true class, that costs infinity.

    A mean divides as it does in `categorical_cross_entropy`.

    References
    ----------
    C. M. Bishop, "Pattern Recognition and Machine Learning" (2006), equation 4.108.

    Examples
    --------
    >>> scores = [[2.0, 1.0, -1.0], [40.0, 0.0, 0.0]]
    >>> categorical_cross_entropy_with_logits([0, 0], scores, reduction="none")
    array([3.49012217e-01, 8.49670851e-18])
    >>> round(categorical_cross_entropy_with_logits([0, -100], scores, ignore_index=-100), 6)
    0.349012
    """
    z = checks.rows_of(_arrays.real(logits, "logits"), "logits")
    targets = targets_for(y_true, z, "logits", class_weight, label_smoothing, ignore_index)
    reduce = Reducer(z, z.shape[:-1], reduction=reduction, base=base, sample_weight=sample_weight)
    return reduce(
        targets.losses,
        row_inputs(z, categorical.FROM_SCORES),
        row_weight=targets.row_weight,
        row_length=z.shape[-1],
        explain=lambda: checks.limit_exists(z, "logits"),
    )
