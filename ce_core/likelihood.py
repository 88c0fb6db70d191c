"""The probability of everything that happened, as a product and as a sum."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from ce_core import _arrays, options
from ce_core._kernels import blocks, sums
from ce_core._kernels.divergence import surprisal

__all__ = ["likelihood", "negative_log_likelihood"]


def likelihood(p: ArrayLike) -> float:
    r"""Return the product of the probabilities given to what happened.

    .. math:: \mathcal{L} = \prod_i p_i

    Parameters
    ----------
    p : array_like
        The probability of each thing that happened, any shape.

    Returns
    -------
    float
        The product.

    Raises
    ------
    InputError
        If `p` is empty or a value is NaN or outside [0, 1].

    See Also
    --------
    negative_log_likelihood : the sum that goes on where this product has become 0.

    Notes
    -----
    One p = 0 makes the product 0. So do many small ones: no float64 lies between 0 and 4.9e-324,
    and a thousand students at 0.4 each are beyond that.

    References
    ----------
    R. A. Fisher, "On the Mathematical Foundations of Theoretical Statistics", Philosophical
    Transactions of the Royal Society A 222 (1922).

    Examples
    --------
    >>> round(likelihood([0.1, 0.7, 0.6, 0.2]), 4)
    0.0084
    >>> likelihood([0.4] * 1000)
    0.0
    """
    probability = _arrays.probabilities(p, "p")
    with np.errstate(all="ignore"):
        return float(np.prod(probability, dtype=np.longdouble))


def negative_log_likelihood(p: ArrayLike, *, base: float | None = None) -> float:
    r"""Return the sum of the surprisals, minus the logarithm of the likelihood.

    .. math:: -\log \mathcal{L} = -\sum_i \log p_i

    Parameters
    ----------
    p : array_like
        The probability of each thing that happened, any shape.
    base : float, optional
        Base of the logarithm: None for nats, 2 for bits, 10 for hartleys.

    Returns
    -------
    float
        The sum.

    Raises
    ------
    InputError
        If `p` is empty, a value is NaN or outside [0, 1], or `base` is not a number
        above 1.

    Notes
    -----
    One p = 0 makes the sum infinite. Otherwise it stays finite whatever the number of terms.

    References
    ----------
    R. A. Fisher, "On the Mathematical Foundations of Theoretical Statistics", Philosophical
    Transactions of the Royal Society A 222 (1922).

    Examples
    --------
    >>> round(negative_log_likelihood([0.1, 0.7, 0.6, 0.2], base=10), 4)
    2.0757
    >>> round(negative_log_likelihood([0.4] * 1000), 4)
    916.2907
    """
    unit = options.log_base(base)
    probability = _arrays.probabilities(p, "p")
    flat = probability.reshape(-1)
    return blocks.total(lambda block: sums.total(surprisal(flat[block])), flat.size) / unit
