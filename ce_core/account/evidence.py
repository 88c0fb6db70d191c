"""Evidence that a change of the predictions is better, in nats, valid for any number of rows."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.blocks import Floats
from ce_core._kernels.divergence import weighted
from ce_core.account.balance import LEVEL
from ce_core.account.totals import total

ENOUGH = -math.log(LEVEL)
"""Nats of evidence that a calibrated model yields in one of a hundred cases at most: 4.6."""


def evidence(weight: Floats, saved: Floats, half: NDArray[np.bool_]) -> float:
    r"""Return the logarithm of the mean likelihood ratio of two halves.

    .. math:: \log \tfrac12 \left(e^{S_1} + e^{S_2}\right), \quad S_h = \sum_{i \in h} w_i s_i

    Parameters
    ----------
    weight : ndarray, shape (n,)
        What each row counts; scaled so that the largest weight is 1.
    saved : ndarray, shape (n,)
        What each row pays less where its half is predicted by what was learnt on the other.
    half : ndarray of bool, shape (n,)
        Which rows are in the first half.

    Notes
    -----
    If the model is calibrated, exp(saved) has the mean sum_k p_k (p'_k / p_k) = 1 for each row, so
    the ratio of a half has the mean 1 and exceeds 100 in at most one of a hundred cases. A mean
    and its standard error have no such bound: of rare events that did not happen yet, they know
    nothing.

    References
    ----------
    L. Wasserman, A. Ramdas and S. Balakrishnan, "Universal inference", PNAS 117 (2020).

    Examples
    --------
    >>> halves = np.array([True, True, False, False])
    >>> round(evidence(np.ones(4), np.array([0.5, 0.5, 2.0, -1.0]), halves), 12)
    1.0
    """
    paid = weighted(weight / weight.max(), saved)
    if np.isposinf(paid).any():
        return math.inf
    sums = (_total(paid[half]), _total(paid[~half]))
    return float(np.logaddexp(*sums)) - math.log(2)


def _total(values: Floats) -> float:
    return -math.inf if np.isneginf(values).any() else total(values)
