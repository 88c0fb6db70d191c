"""Scores to probabilities: the sigmoid, the softmax, and their logarithms."""

# mypy: disable-error-code="overload-overlap"

from __future__ import annotations

from collections.abc import Callable
from typing import overload

import numpy as np
from numpy.typing import ArrayLike

from ce_core import _arrays, checks, options
from ce_core._kernels import binary, categorical
from ce_core._kernels.blocks import Floats
from ce_core._reduction import like, of_each, of_each_row
from ce_core._types import Double, Number, Reals, Row, Single, Table

__all__ = ["log_sigmoid", "log_softmax", "logsumexp", "sigmoid", "softmax"]


@overload
def sigmoid(x: Number) -> float: ...
@overload
def sigmoid(x: Double) -> Double: ...
@overload
def sigmoid(x: Single) -> Single: ...
@overload
def sigmoid(x: ArrayLike) -> Double: ...
def sigmoid(x: ArrayLike) -> float | Reals:
    r"""Return the probability that a score stands for, between 0 and 1.

    .. math:: \sigma(x) = \frac{1}{1 + e^{-x}}

    Parameters
    ----------
    x : array_like
        Scores (logits) of any shape; ±inf have their limits, 0 and 1.

    Returns
    -------
    float or ndarray
        The probability of each score: a float for a number, else an array, float32 for float32,
        else float64.

    Raises
    ------
    InputError
        If `x` is empty, holds no real numbers or a NaN.

    Notes
    -----
    The result is 0 only below -745.13, where the true value is smaller than any float64, and 1
    above 36.7, where the nearest float64 is 1. Losses that need what is lost there take the score:
    see `ce_core.binary_cross_entropy_with_logits`.

    References
    ----------
    D. R. Cox, "The Regression Analysis of Binary Sequences", Journal of the Royal Statistical
    Society B 20 (1958).

    Examples
    --------
    >>> sigmoid(0.0)
    0.5
    >>> sigmoid([-1.0, 2.0, float("inf")])
    array([0.26894142, 0.88079708, 1.        ])
    """
    scores = _arrays.numbers(x, "x")
    return of_each(scores, binary.sigmoid)


@overload
def log_sigmoid(x: Number) -> float: ...
@overload
def log_sigmoid(x: Double) -> Double: ...
@overload
def log_sigmoid(x: Single) -> Single: ...
@overload
def log_sigmoid(x: ArrayLike) -> Double: ...
def log_sigmoid(x: ArrayLike) -> float | Reals:
    r"""Return the logarithm of the sigmoid, exact where the sigmoid itself rounds to 0 or 1.

    .. math:: \log \sigma(x) = \min(x, 0) - \log(1 + e^{-|x|})

    Parameters
    ----------
    x : array_like
        Scores (logits) of any shape; at -inf the result is -inf, at inf 0.

    Returns
    -------
    float or ndarray
        The natural logarithm of each probability: a float for a number, else an array, float32
        for float32, else float64.

    Raises
    ------
    InputError
        If `x` is empty, holds no real numbers or a NaN.

    Notes
    -----
    It is -inf, the logarithm of p = 0, only at -inf: at -1000 it is -1000, where taking the
    logarithm of the sigmoid would give -inf.

    References
    ----------
    M. Mächler, "Accurately Computing log(1 - exp(-|a|))", vignette of the R package Rmpfr (2012).

    Examples
    --------
    >>> log_sigmoid([-1000.0, 0.0, 40.0])
    array([-1.00000000e+03, -6.93147181e-01, -4.24835426e-18])
    """
    scores = _arrays.numbers(x, "x")
    return of_each(scores, binary.log_sigmoid)


@overload
def softmax(z: Double, *, axis: int = ..., temperature: float = ...) -> Double: ...
@overload
def softmax(z: Single, *, axis: int = ..., temperature: float = ...) -> Single: ...
@overload
def softmax(z: ArrayLike, *, axis: int = ..., temperature: float = ...) -> Double: ...
def softmax(z: ArrayLike, *, axis: int = -1, temperature: float = 1.0) -> Reals:
    r"""Return the probabilities that scores stand for: e to their power, scaled to sum to 1.

    .. math:: p_c = \frac{e^{z_c / T}}{\sum_j e^{z_j / T}}

    Parameters
    ----------
    z : array_like
        Scores (logits) of the classes along `axis`, any other axes beside it. -inf rules a class
        out; a single +inf makes it certain.
    axis : int
        The axis along which the probabilities sum to 1.
    temperature : float
        T above 0: small sharpens towards the largest score, large evens out.

    Returns
    -------
    ndarray
        The probabilities in the shape of `z`, float32 for float32, else float64.

    Raises
    ------
    InputError
        If a score is NaN, a row is -inf throughout or +inf more than once (no limit exists),
        `axis` is none of the axes, or `temperature` is not a finite number above 0.

    Notes
    -----
    Adding a constant to all scores changes nothing. A probability is 0 where the score is -inf
    or lies more than 745.13 T below the largest.

    References
    ----------
    J. S. Bridle, "Probabilistic Interpretation of Feedforward Classification Network Outputs",
    in Neurocomputing (1990). D. E. Knuth, "The Art of Computer Programming" 2, section 4.2.2,
    for taking out the rounding of a difference.

    Examples
    --------
    The article's scores of blue, green and red:

    >>> softmax([2.0, 1.0, -1.0])
    array([0.70538451, 0.25949646, 0.03511903])
    >>> softmax([1002.0, 1001.0, 999.0])
    array([0.70538451, 0.25949646, 0.03511903])
    """
    return _along_axis(categorical.softmax, z, axis, temperature)


@overload
def log_softmax(z: Double, *, axis: int = ..., temperature: float = ...) -> Double: ...
@overload
def log_softmax(z: Single, *, axis: int = ..., temperature: float = ...) -> Single: ...
@overload
def log_softmax(z: ArrayLike, *, axis: int = ..., temperature: float = ...) -> Double: ...
def log_softmax(z: ArrayLike, *, axis: int = -1, temperature: float = 1.0) -> Reals:
    r"""Return the logarithm of the softmax, exact where the softmax rounds to 0 or 1.

    .. math:: \log p_c = \frac{z_c}{T} - \log \sum_j e^{z_j / T}

    Parameters
    ----------
    z, axis, temperature
        As in `softmax`.

    Returns
    -------
    ndarray
        The natural logarithms of the probabilities, in the shape of `z`.

    Raises
    ------
    InputError
        As `softmax`.

    Notes
    -----
    The largest score's own term is kept apart from the sum, so that a class certain but for 1e-18
    has a logarithm of -1e-18, not 0. It is -inf, the logarithm of p = 0, only for a score of -inf
    or beside one of +inf.

    References
    ----------
    P. Blanchard, D. J. Higham and N. J. Higham, "Accurately Computing the Log-Sum-Exp and Softmax
    Functions", IMA Journal of Numerical Analysis 41 (2021).

    Examples
    --------
    >>> log_softmax([40.0, 0.0])
    array([-4.24835426e-18, -4.00000000e+01])
    """
    return _along_axis(categorical.log_softmax, z, axis, temperature)


@overload
def logsumexp(z: Row, *, axis: int = ...) -> float: ...
@overload
def logsumexp(z: Table, *, axis: int = ...) -> Double: ...
@overload
def logsumexp(z: Double, *, axis: int = ...) -> float | Double: ...
@overload
def logsumexp(z: Single, *, axis: int = ...) -> float | Single: ...
@overload
def logsumexp(z: ArrayLike, *, axis: int = ...) -> float | Double: ...
def logsumexp(z: ArrayLike, *, axis: int = -1) -> float | Reals:
    r"""Return the logarithm of the sum of exponentials, the smooth sibling of the maximum.

    .. math:: \operatorname{LSE}(z) = \log \sum_j e^{z_j}

    Parameters
    ----------
    z : array_like
        Scores, ±inf included.
    axis : int
        The axis along which to add, which the result no longer has.

    Returns
    -------
    float or ndarray
        One number for each row along `axis`: a float for one row, else an array, float32 for
        float32, else float64.

    Raises
    ------
    InputError
        If a score is NaN or `axis` is none of the axes.

    Notes
    -----
    -inf (p = 0) adds nothing; a row of nothing else gives -inf. One or more +inf give inf.

    References
    ----------
    P. Blanchard, D. J. Higham and N. J. Higham, "Accurately Computing the Log-Sum-Exp and Softmax
    Functions", IMA Journal of Numerical Analysis 41 (2021).

    Examples
    --------
    >>> logsumexp([[1000.0, 1000.0], [0.0, -40.0]])
    array([1.00069315e+03, 4.24835426e-18])
    """
    scores = _arrays.numbers(z, "z")
    rows = checks.rows_of(scores, "z", axis)
    return like(scores, of_each_row((rows,), categorical.logsumexp, rows.shape[:-1]))


def _along_axis(
    kernel: Callable[[Floats, float], Floats], z: ArrayLike, axis: int, temperature: float
) -> Reals:
    """Run a kernel of rows along `axis`."""
    temperature = options.positive(temperature, "temperature")
    scores = _arrays.numbers(z, "z")
    rows = checks.rows_of(scores, "z", axis)
    checks.limit_exists(rows, "z")
    result = of_each_row((rows,), lambda block: kernel(block, temperature), rows.shape)
    return np.moveaxis(result, -1, axis)
