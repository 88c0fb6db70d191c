"""The focal loss: cross-entropy that turns its attention to what is still wrong."""

# mypy: disable-error-code="overload-overlap"

from __future__ import annotations

from typing import Unpack, overload

from numpy.typing import ArrayLike

from ce_core import _arrays, checks, options
from ce_core._kernels import binary, slopes
from ce_core._kernels.blocks import Floats, Real
from ce_core._kernels.targets import Targets
from ce_core._reduction import Reducer, like
from ce_core._targets import BinaryInputs
from ce_core._types import Double, FocalOptions, Number, Reals, Reduced, Single, Unreduced
from ce_core.options import Reduction

__all__ = ["binary_focal_loss_with_logits", "binary_focal_loss_with_logits_gradient"]


@overload
def binary_focal_loss_with_logits(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    reduction: Reduced = ...,
    **options: Unpack[FocalOptions],
) -> float: ...
@overload
def binary_focal_loss_with_logits(
    y_true: ArrayLike, logits: Number, *, reduction: Reduction, **options: Unpack[FocalOptions]
) -> float: ...
@overload
def binary_focal_loss_with_logits(
    y_true: ArrayLike, logits: Double, *, reduction: Unreduced, **options: Unpack[FocalOptions]
) -> Double: ...
@overload
def binary_focal_loss_with_logits(
    y_true: ArrayLike, logits: Single, *, reduction: Unreduced, **options: Unpack[FocalOptions]
) -> Single: ...
@overload
def binary_focal_loss_with_logits(
    y_true: ArrayLike, logits: ArrayLike, *, reduction: Unreduced, **options: Unpack[FocalOptions]
) -> Double: ...
def binary_focal_loss_with_logits(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    gamma: float = 2.0,
    alpha: float | None = None,
    sample_weight: ArrayLike | None = None,
    base: float | None = None,
    reduction: Reduction = "mean",
) -> float | Reals:
    r"""Return the binary cross-entropy, each term scaled down by how right it already is.

    .. math::

        L = -\bigl(\alpha\,y\,\sigma(-x)^\gamma \log \sigma(x)
            + (1 - \alpha)(1 - y)\,\sigma(x)^\gamma \log \sigma(-x)\bigr)

    Parameters
    ----------
    y_true : array_like
        What happened, 0 or 1, or the probability of 1 (soft labels); any shape.
    logits : array_like
        The score x of each sample, of the same shape; ±inf stands for certainty.
    gamma : float
        How strongly easy samples are scaled down, at least 0; 0 is the binary cross-entropy.
    alpha : float, optional
        Weight of the 1s, with 1 - `alpha` for the 0s; None weighs both by 1.
    sample_weight, base, reduction
        As in `ce_core.binary_cross_entropy`.

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
    The scale is taken from the sigmoid of -x, not from 1 - sigmoid(x), so that a right answer
    keeps its loss. Where what happened had probability 0, at a score of ±inf, it costs infinity.

    References
    ----------
    T.-Y. Lin, P. Goyal, R. Girshick, K. He and P. Dollár, "Focal Loss for Dense Object
    Detection", ICCV (2017), https://doi.org/10.1109/ICCV.2017.324.

    Examples
    --------
    A right and a wrong answer, equally confident: the right one hardly counts any more.

    >>> binary_focal_loss_with_logits([1, 0], [2.0, 2.0], reduction="none")
    array([0.00180356, 1.65007818])
    """
    x = _arrays.real(logits, "logits")
    inputs = BinaryInputs(y_true, x, "logits")
    scales = _scales(gamma, alpha)
    reduce = Reducer(x, x.shape, reduction=reduction, base=base, sample_weight=sample_weight)
    return reduce(
        lambda targets, scores: binary.focal(targets, scores, *scales),
        inputs,
        explain=lambda: checks.not_nan(x, "logits"),
    )


@overload
def binary_focal_loss_with_logits_gradient(
    y_true: ArrayLike,
    logits: Number,
    *,
    reduction: Reduction = ...,
    **options: Unpack[FocalOptions],
) -> float: ...
@overload
def binary_focal_loss_with_logits_gradient(
    y_true: ArrayLike,
    logits: Double,
    *,
    reduction: Reduction = ...,
    **options: Unpack[FocalOptions],
) -> Double: ...
@overload
def binary_focal_loss_with_logits_gradient(
    y_true: ArrayLike,
    logits: Single,
    *,
    reduction: Reduction = ...,
    **options: Unpack[FocalOptions],
) -> Single: ...
@overload
def binary_focal_loss_with_logits_gradient(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    reduction: Reduction = ...,
    **options: Unpack[FocalOptions],
) -> Double: ...
def binary_focal_loss_with_logits_gradient(
    y_true: ArrayLike,
    logits: ArrayLike,
    *,
    gamma: float = 2.0,
    alpha: float | None = None,
    sample_weight: ArrayLike | None = None,
    base: float | None = None,
    reduction: Reduction = "none",
) -> float | Reals:
    r"""Return the derivative of `binary_focal_loss_with_logits` by each score.

    .. math::

        \frac{\partial L}{\partial x} = (1 - \alpha)(1 - y)\,f(-x) - \alpha\,y\,f(x), \quad
        f(x) = \sigma(-x)^\gamma \bigl(\sigma(-x) - \gamma\,\sigma(x) \log \sigma(x)\bigr)

    Parameters
    ----------
    y_true : array_like
        What happened, 0 or 1, or the probability of 1 (soft labels); any shape.
    logits : array_like
        The score x of each sample, of the same shape; ±inf stands for certainty.
    gamma, alpha, sample_weight, base
        As in `binary_focal_loss_with_logits`.
    reduction : {"none", "sum", "mean"}
        As in `ce_core.binary_cross_entropy_gradient`.

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
    Where what happened has probability 0 the slope is that of the binary cross-entropy, -1 or 1
    times the weight. A wrong answer may be steeper than that: with `gamma` 2 up to 1.13 times.

    References
    ----------
    T.-Y. Lin, P. Goyal, R. Girshick, K. He and P. Dollár, "Focal Loss for Dense Object
    Detection", ICCV (2017), appendix B, https://doi.org/10.1109/ICCV.2017.324.

    Examples
    --------
    A right and a wrong answer, equally confident: only the wrong one pulls.

    >>> binary_focal_loss_with_logits_gradient([1, 0], [2.0, 2.0])
    array([-0.00487094,  1.07671373])
    """
    x = _arrays.numbers(logits, "logits")
    inputs = BinaryInputs(y_true, x, "logits")
    scales = _scales(gamma, alpha)
    reduce = Reducer(x, x.shape, reduction=reduction, base=base, sample_weight=sample_weight)

    def kernel(factor: Floats, targets: Targets, block: Real) -> Floats:
        return slopes.focal(factor, targets, block, *scales)

    return like(x, reduce.gradient(kernel, inputs))


def _scales(gamma: float, alpha: float | None) -> tuple[float, float, float]:
    """Return gamma and what the 1s and the 0s are weighed by."""
    gamma = options.not_negative(gamma, "gamma")
    if alpha is None:
        return gamma, 1.0, 1.0
    alpha = options.fraction(alpha, "alpha")
    return gamma, alpha, 1.0 - alpha
