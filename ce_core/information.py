"""Surprise, entropy, cross-entropy and divergences of probabilities.

All return nats unless a base is given: 2 for bits, 10 for hartleys.
"""

# mypy: disable-error-code="overload-overlap"

from __future__ import annotations

from collections.abc import Callable
from typing import overload

from numpy.typing import ArrayLike

from ce_core import _arrays, checks, options
from ce_core._kernels import divergence
from ce_core._kernels.blocks import Floats, wide
from ce_core._kernels.sums import row_sums
from ce_core._reduction import of_each, of_each_row
from ce_core._types import Double, Number, Reals, Row, Single, Table

__all__ = ["cross_entropy", "entropy", "js_divergence", "kl_divergence", "surprisal"]


@overload
def surprisal(p: Number, *, base: float | None = ...) -> float: ...
@overload
def surprisal(p: Double, *, base: float | None = ...) -> Double: ...
@overload
def surprisal(p: Single, *, base: float | None = ...) -> Single: ...
@overload
def surprisal(p: ArrayLike, *, base: float | None = ...) -> Double: ...
def surprisal(p: ArrayLike, *, base: float | None = None) -> float | Reals:
    r"""Return how surprising it is to see what had probability `p`.

    .. math:: s(p) = -\log p

    Parameters
    ----------
    p : array_like
        Probabilities, any shape.
    base : float, optional
        Base of the logarithm: None for nats, 2 for bits, 10 for hartleys.

    Returns
    -------
    float or ndarray
        The surprisal of each probability: a float for a number, else an array, float32 for
        float32, else float64.

    Raises
    ------
    InputError
        If a value is NaN or outside [0, 1], or `base` is not a number above 1.

    Notes
    -----
    p = 0 gives infinity: seeing the impossible surprises without bound. p = 1 gives 0.

    References
    ----------
    C. E. Shannon, "A Mathematical Theory of Communication", Bell System Technical Journal 27
    (1948); the name is M. Tribus's, "Thermostatics and Thermodynamics" (1961).

    Examples
    --------
    >>> surprisal([1.0, 0.5, 0.125, 0.0], base=2)
    array([ 0.,  1.,  3., inf])
    """
    unit = options.log_base(base)
    probability = _arrays.probabilities(p, "p")
    return of_each(probability, lambda block: divergence.surprisal(block) / unit)


@overload
def entropy(p: Row, *, base: float | None = ..., axis: int = ...) -> float: ...
@overload
def entropy(p: Table, *, base: float | None = ..., axis: int = ...) -> Double: ...
@overload
def entropy(p: Double, *, base: float | None = ..., axis: int = ...) -> float | Double: ...
@overload
def entropy(p: Single, *, base: float | None = ..., axis: int = ...) -> float | Single: ...
@overload
def entropy(p: ArrayLike, *, base: float | None = ..., axis: int = ...) -> float | Double: ...
def entropy(p: ArrayLike, *, base: float | None = None, axis: int = -1) -> float | Reals:
    r"""Return the average surprisal of what happens with probabilities `p`.

    .. math:: H(p) = -\sum_c p_c \log p_c

    Parameters
    ----------
    p : array_like
        Probabilities that sum to 1 along `axis`, within `ce_core.checks.ROW_SUM_TOLERANCE`.
    base : float, optional
        Base of the logarithm: None for nats, 2 for bits, 10 for hartleys.
    axis : int
        The axis of the outcomes, which the result no longer has.

    Returns
    -------
    float or ndarray
        The entropy of each row: a float for one, else an array, float32 for float32, else
        float64.

    Raises
    ------
    InputError
        If a value is NaN or outside [0, 1], a row does not sum to 1, or `base` or `axis` is
        unusable.

    Notes
    -----
    0 log 0 = 0: what never happens surprises nobody.

    References
    ----------
    C. E. Shannon, "A Mathematical Theory of Communication", Bell System Technical Journal 27
    (1948), section 6.

    Examples
    --------
    >>> entropy([0.25, 0.25, 0.25, 0.25], base=2)
    2.0
    >>> entropy([[0.5, 0.5], [1.0, 0.0]])
    array([0.69314718, 0.        ])
    """
    unit = options.log_base(base)
    rows = _distribution(p, "p", axis)
    return _summed(divergence.expected_surprisal, unit, rows, rows)


@overload
def cross_entropy(p: Row, q: Row, *, base: float | None = ..., axis: int = ...) -> float: ...
@overload
def cross_entropy(p: Table, q: Table, *, base: float | None = ..., axis: int = ...) -> Double: ...
@overload
def cross_entropy(
    p: Double, q: Double, *, base: float | None = ..., axis: int = ...
) -> float | Double: ...
@overload
def cross_entropy(
    p: Single, q: Single, *, base: float | None = ..., axis: int = ...
) -> float | Single: ...
@overload
def cross_entropy(
    p: ArrayLike, q: ArrayLike, *, base: float | None = ..., axis: int = ...
) -> float | Double: ...
def cross_entropy(
    p: ArrayLike, q: ArrayLike, *, base: float | None = None, axis: int = -1
) -> float | Reals:
    r"""Return the average surprisal for someone who believes `q` where `p` is true.

    .. math:: H(p, q) = -\sum_c p_c \log q_c = H(p) + D(p \,\|\, q)

    Parameters
    ----------
    p, q : array_like
        Probabilities that sum to 1 along `axis`, of the same shape.
    base, axis
        As in `entropy`.

    Returns
    -------
    float or ndarray
        The cross-entropy of each pair of rows: a float for one, else an array, float32 if both
        are, else float64.

    Raises
    ------
    InputError
        If the shapes differ, or as in `entropy`.

    Notes
    -----
    Where q = 0 and p > 0 it is infinite: what was believed impossible happens. Where both are 0
    nothing is added, 0 log 0 = 0.

    References
    ----------
    I. J. Good, "Rational Decisions", Journal of the Royal Statistical Society B 14 (1952).

    Examples
    --------
    >>> round(cross_entropy([0.5, 0.5], [0.9, 0.1], base=2), 4)
    1.737
    >>> cross_entropy([0.5, 0.5], [1.0, 0.0])
    inf
    """
    return _of_pairs(divergence.expected_surprisal, p, q, base, axis)


@overload
def kl_divergence(p: Row, q: Row, *, base: float | None = ..., axis: int = ...) -> float: ...
@overload
def kl_divergence(p: Table, q: Table, *, base: float | None = ..., axis: int = ...) -> Double: ...
@overload
def kl_divergence(
    p: Double, q: Double, *, base: float | None = ..., axis: int = ...
) -> float | Double: ...
@overload
def kl_divergence(
    p: Single, q: Single, *, base: float | None = ..., axis: int = ...
) -> float | Single: ...
@overload
def kl_divergence(
    p: ArrayLike, q: ArrayLike, *, base: float | None = ..., axis: int = ...
) -> float | Double: ...
def kl_divergence(
    p: ArrayLike, q: ArrayLike, *, base: float | None = None, axis: int = -1
) -> float | Reals:
    r"""Return what believing `q` costs beyond the entropy of `p`; never negative.

    .. math:: D(p \,\|\, q) = \sum_c p_c \log \frac{p_c}{q_c}

    Parameters
    ----------
    p, q : array_like
        Probabilities that sum to 1 along `axis`, of the same shape.
    base, axis
        As in `entropy`.

    Returns
    -------
    float or ndarray
        The Kullback-Leibler divergence of each pair of rows: a float for one, else an array,
        float32 if both are, else float64.

    Raises
    ------
    InputError
        If the shapes differ, or as in `entropy`.

    Notes
    -----
    Where q = 0 and p > 0 it is infinite; where p = 0 nothing is added, 0 log 0 = 0.

    Computed as the sum of p log(p / q) - p + q, no term of which is negative. The added terms
    cancel for rows that sum to the same; they keep the rounding of the inputs' sums out of the
    result, which would swamp it where `p` and `q` almost agree.

    References
    ----------
    S. Kullback and R. A. Leibler, "On Information and Sufficiency", Annals of Mathematical
    Statistics 22 (1951).

    Examples
    --------
    It is not symmetric:

    >>> round(kl_divergence([0.5, 0.5], [0.9, 0.1]), 4)
    0.5108
    >>> round(kl_divergence([0.9, 0.1], [0.5, 0.5]), 4)
    0.3681
    """
    return _of_pairs(divergence.kullback_leibler, p, q, base, axis)


@overload
def js_divergence(p: Row, q: Row, *, base: float | None = ..., axis: int = ...) -> float: ...
@overload
def js_divergence(p: Table, q: Table, *, base: float | None = ..., axis: int = ...) -> Double: ...
@overload
def js_divergence(
    p: Double, q: Double, *, base: float | None = ..., axis: int = ...
) -> float | Double: ...
@overload
def js_divergence(
    p: Single, q: Single, *, base: float | None = ..., axis: int = ...
) -> float | Single: ...
@overload
def js_divergence(
    p: ArrayLike, q: ArrayLike, *, base: float | None = ..., axis: int = ...
) -> float | Double: ...
def js_divergence(
    p: ArrayLike, q: ArrayLike, *, base: float | None = None, axis: int = -1
) -> float | Reals:
    r"""Return the mean divergence of `p` and `q` from the point midway; symmetric and finite.

    .. math:: J(p, q) = \tfrac12 D(p \,\|\, m) + \tfrac12 D(q \,\|\, m), \quad m = \frac{p + q}{2}

    Parameters
    ----------
    p, q : array_like
        Probabilities that sum to 1 along `axis`, of the same shape.
    base, axis
        As in `entropy`.

    Returns
    -------
    float or ndarray
        The Jensen-Shannon divergence of each pair of rows (the square of the Jensen-Shannon
        distance), between 0 and log 2: a float for one pair, else an array, float32 if both are,
        else float64.

    Raises
    ------
    InputError
        If the shapes differ, or as in `entropy`.

    Notes
    -----
    It stays finite where q = 0 and p > 0, since m is then not 0; 0 log 0 = 0.

    References
    ----------
    J. Lin, "Divergence Measures Based on the Shannon Entropy", IEEE Transactions on Information
    Theory 37 (1991).

    Examples
    --------
    >>> js_divergence([1.0, 0.0], [0.0, 1.0], base=2)
    1.0
    """
    return _of_pairs(divergence.jensen_shannon, p, q, base, axis)


def _of_pairs(
    kernel: Callable[[Floats, Floats], Floats],
    p: ArrayLike,
    q: ArrayLike,
    base: float | None,
    axis: int,
) -> float | Reals:
    """Add up a term for each outcome of two distributions."""
    unit = options.log_base(base)
    first, second = _distribution(p, "p", axis), _distribution(q, "q", axis)
    checks.same_shape(first, "p", second, "q")
    return _summed(kernel, unit, first, second)


def _summed(
    kernel: Callable[[Floats, Floats], Floats], unit: float, *rows: checks.RealArray
) -> float | Reals:
    """Return the sum of the terms of each row in units of the base."""

    def sums(*blocks: Reals) -> Floats:
        return row_sums(kernel(*map(wide, blocks))) / unit

    result = of_each_row(rows, sums, rows[0].shape[:-1])
    return result if result.ndim else float(result)


def _distribution(value: ArrayLike, what: str, axis: int) -> checks.RealArray:
    rows = checks.rows_of(_arrays.probabilities(value, what), what, axis)
    checks.sums_to_one(rows, what)
    return rows
