"""How often what was given probability p came true: the curve without bins, and bins to show."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.blocks import Floats
from ce_core.account.balance import LEVEL
from ce_core.account.beta import clopper_pearson
from ce_core.account.calibrated import Calibrated
from ce_core.account.pooling import Cells
from ce_core.account.rows import Rows

BINS = 15
ROWS_A_BIN = 20
POINTS = 64
"""Places at which the band of the curve is given, at most."""


@dataclass(frozen=True)
class Bin:
    """Rows of neighbouring probabilities; the upper end belongs to the bin.

    Attributes
    ----------
    low, high : float
        The least and the largest probability in it.
    count : int
        The rows in it.
    probability : float
        The mean probability given.
    rate : float
        How often the event came true.
    rate_low, rate_high : float
        Clopper and Pearson's bounds of the rate; in 99 of 100 cases those of all bins hold.
    """

    low: float
    high: float
    count: int
    probability: float
    rate: float
    rate_low: float
    rate_high: float

    @property
    def off(self) -> bool:
        """Whether the mean probability lies outside the bounds."""
        return not self.rate_low <= self.probability <= self.rate_high


@dataclass(frozen=True, eq=False)
class Reliability:
    """The reliability curve, with how far chance may take it.

    Attributes
    ----------
    low, high : ndarray, shape (b,)
        The least and the largest probability in each step of the curve.
    count : ndarray of int, shape (b,)
        The rows in it.
    rate : ndarray, shape (b,)
        How often the event came true there; rises from step to step.
    band_at, band_low, band_high : ndarray, shape (g,)
        Within which a calibrated model's curve stays throughout in 99 of 100 cases, at some
        probabilities.
    leaves_band : bool
        Whether this model's curve does not.
    bins : tuple of Bin
        About equally many rows each, for a picture alone.
    """

    low: Floats
    high: Floats
    count: NDArray[np.intp]
    rate: Floats
    band_at: Floats
    band_low: Floats
    band_high: Floats
    leaves_band: bool
    bins: tuple[Bin, ...]

    @property
    def off(self) -> bool:
        """Whether any bin shows that probability and rate differ."""
        return any(one.off for one in self.bins)


@np.errstate(all="ignore")
def reliability(rows: Rows, calibrated: Calibrated) -> Reliability:
    """Return the curve of pooled rates, its band by chance, and bins of about equally many rows.

    References
    ----------
    T. Dimitriadis, T. Gneiting and A. Jordan, PNAS 118 (2021), for curve and band. The bounds of
    bins are Clopper and Pearson's: a bootstrap's collapse in bins of one label.
    """
    event = rows.event
    cells = Cells.of_rows(event.score, rows.weight, event.happened, event.loss)
    blocks = cells.pooled()
    order = np.argsort(event.probability, kind="stable")
    p = event.probability[order[rows.weight[order] > 0]]
    edges = np.cumsum(blocks.count)
    band = _band(calibrated)
    return Reliability(
        p[edges - blocks.count], p[edges - 1], blocks.count, blocks.rate, *band, bins(rows)
    )


def _band(calibrated: Calibrated) -> tuple[Floats, Floats, Floats, bool]:
    """Return probabilities, a band that one draw in a hundred leaves, and whether the data do.

    The band is as many standard deviations wide everywhere; one row's worth is added to each, so
    that it has a width where no draw differs from another.
    """
    cells = calibrated.probability.size
    at = np.unique(np.linspace(0, cells - 1, min(cells, POINTS)).round().astype(np.intp))
    *drawn, found = calibrated.rates[:, at]
    curves = np.asarray(drawn)
    middle = curves.mean(axis=0)
    scale = curves.std(axis=0) + 1.0 / calibrated.count.sum()
    furthest = np.sort((np.abs(curves - middle) / scale).max(axis=1))
    width = furthest[-max(int(LEVEL * (len(curves) + 1)), 1)]
    low, high = middle - width * scale, middle + width * scale
    leaves = bool(((found < low) | (found > high)).any())
    return calibrated.probability[at], np.maximum(low, 0.0), np.minimum(high, 1.0), leaves


def bins(rows: Rows, most: int = BINS) -> tuple[Bin, ...]:
    """Return up to `most` bins of about equally many rows; equal probabilities stay together."""
    event = rows.event
    counted = rows.weight > 0
    p, weight, happened = (
        event.probability[counted],
        rows.weight[counted],
        event.happened[counted],
    )
    number = max(1, min(most, p.size // ROWS_A_BIN))
    ends = np.quantile(p, np.arange(1, number + 1) / number, method="inverted_cdf")
    which = np.searchsorted(np.unique(ends), p, side="left")
    found = []
    filled = np.unique(which)
    for number_of_bin in filled:
        inside = which == number_of_bin
        found.append(_bin(p[inside], weight[inside], happened[inside], LEVEL / filled.size))
    return tuple(found)


def _bin(p: Floats, weight: Floats, happened: NDArray[np.bool_], level: float) -> Bin:
    total = weight.sum()
    rate = float(weight[happened].sum() / total)
    trials = float(total**2 / (weight**2).sum())
    low, high = clopper_pearson(rate * trials, trials, level)
    given = min(max(float(weight @ p / total), float(p.min())), float(p.max()))
    return Bin(float(p.min()), float(p.max()), p.size, given, rate, low, high)
