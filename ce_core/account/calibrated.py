"""What a perfectly calibrated model would have got by chance: outcomes drawn from its own words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.blocks import Floats
from ce_core._kernels.divergence import weighted
from ce_core.account.parts import entropy_of
from ce_core.account.pooling import pool
from ce_core.account.rows import Rows
from ce_core.account.totals import group_starts

DRAWS = 199
"""With the data's own that makes 200, of which one in a hundred are two."""

MOST_CELLS = 4096
"""Distinct scores up to which outcomes are drawn for each; beyond, neighbours are drawn as one."""


@dataclass(frozen=True)
class ByChance:
    """The parts that rows like these have if the model is perfectly calibrated.

    Attributes
    ----------
    miscalibration, discrimination : float
        Their means over the draws, in nats a row.
    highest_miscalibration : float
        What a calibrated model exceeds in one of a hundred cases.
    p_value : float
        How often a calibrated model has at least the miscalibration found.
    draws : int
        How many times the outcomes were drawn.
    """

    miscalibration: float
    discrimination: float
    highest_miscalibration: float
    p_value: float
    draws: int

    @property
    def miscalibrated(self) -> bool:
        """Whether chance gives this much in at most one of a hundred cases."""
        return self.p_value <= 0.01


@dataclass(frozen=True, eq=False)
class Calibrated:
    """Outcomes of the event drawn from the model's own probabilities, and pooled.

    Attributes
    ----------
    probability : ndarray, shape (c,)
        The mean probability of each cell of neighbouring scores.
    count : ndarray of int, shape (c,)
        The rows in each.
    weight, happened, loss : ndarray, shape (c,)
        Their weights, the weights for which the event came true, and what was paid for it.
    drawn : ndarray, shape (draws, c)
        The weights for which it came true in each draw.
    if_so, if_not : ndarray, shape (c,)
        What a row of the cell pays where it comes true, and where it does not.
    """

    probability: Floats
    count: NDArray[np.intp]
    weight: Floats
    happened: Floats
    loss: Floats
    drawn: Floats
    if_so: Floats
    if_not: Floats

    @classmethod
    @np.errstate(all="ignore")
    def of(cls, rows: Rows, seed: int = 0, draws: int = DRAWS) -> Calibrated:
        """Draw the outcomes of the event of each row, `draws` times."""
        event = rows.event
        counted = np.flatnonzero(rows.weight > 0)
        order = counted[np.argsort(event.score[counted], kind="stable")]
        starts = group_starts(event.score[order])
        if starts.size > MOST_CELLS:
            places = np.linspace(0, order.size, MOST_CELLS, endpoint=False).astype(np.intp)
            starts = np.unique(starts[np.searchsorted(starts, places, side="right") - 1])
        weight, p = rows.weight[order], event.probability[order]
        count = np.diff(np.append(starts, order.size))
        total = np.add.reduceat(weight, starts)
        so, not_so = np.add.reduceat(weight * p, starts), np.add.reduceat(weight * (1 - p), starts)
        if_so = np.add.reduceat(weighted(weight * p, event.if_so[order]), starts)
        if_not = np.add.reduceat(weighted(weight * (1 - p), event.if_not[order]), starts)
        probability = np.clip(so / total, 0.0, 1.0)
        drawn = np.random.default_rng(seed).binomial(count, probability, (draws, starts.size))
        return cls(
            probability,
            count,
            total,
            np.add.reduceat(weight * event.happened[order], starts),
            np.add.reduceat(weight * event.loss[order], starts),
            total * (drawn / count),
            np.divide(if_so, so, out=np.zeros_like(so), where=so > 0),
            np.divide(if_not, not_so, out=np.zeros_like(so), where=not_so > 0),
        )

    @cached_property
    def rates(self) -> Floats:
        """The rate that pooling gives each cell, shape (draws + 1, c); the data's own come last."""
        outcomes = np.concatenate((self.drawn, self.happened[None]))
        weight = np.broadcast_to(self.weight, outcomes.shape).reshape(-1)
        sequence = np.repeat(np.arange(len(outcomes)), self.weight.size)
        starts = pool(weight, outcomes.reshape(-1), sequence)
        rate = np.add.reduceat(outcomes.reshape(-1), starts) / np.add.reduceat(weight, starts)
        return np.repeat(rate, np.diff(np.append(starts, weight.size))).reshape(outcomes.shape)

    @np.errstate(all="ignore")
    def parts(self) -> ByChance:
        """Return the parts of the draws beside those of the data.

        Notes
        -----
        From more than 4,096 distinct scores on neighbours are drawn and pooled as one, the
        data's own as well, so that like is compared with like; the miscalibration by chance is
        then a little less than pooling every score apart would give.
        """
        total = self.weight.sum()
        explained = (entropy_of(self.rates) @ self.weight) / total
        paid = (self.drawn @ self.if_so + (self.weight - self.drawn) @ self.if_not) / total
        paid = np.append(paid, self.loss.sum() / total)
        miscalibration = paid - explained
        by_chance, found = miscalibration[:-1], miscalibration[-1]
        uncertainty = entropy_of(np.clip(self.drawn.sum(axis=1) / total, 0.0, 1.0))
        draws = by_chance.size
        return ByChance(
            float(by_chance.mean()),
            float((uncertainty - explained[:-1]).mean()),
            float(np.sort(by_chance)[-(draws + 1) // 100]),
            float((1 + np.count_nonzero(by_chance >= found)) / (draws + 1)),
            draws,
        )
