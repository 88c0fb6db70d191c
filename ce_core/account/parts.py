"""The exact parts of a loss: miscalibration − discrimination + uncertainty, and naming."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.blocks import Floats
from ce_core._kernels.divergence import weighted
from ce_core.account.evidence import ENOUGH, evidence
from ce_core.account.halves import first_half
from ce_core.account.pooling import Cells
from ce_core.account.rows import Event, Rows
from ce_core.account.totals import mean, standard_error, total

FEWEST = 20
"""Rows below which half of them teach no calibration."""


@dataclass(frozen=True)
class Parts:
    r"""What a loss is made of, in nats a row.

    .. math:: L = \text{miscalibration} - \text{discrimination} + \text{uncertainty}
              + \text{naming}

    Attributes
    ----------
    miscalibration : float
        What would be saved by giving the rows of each block the rate that they turned out to
        have, keeping the model's order; never negative, and never quite 0 on few rows.
    discrimination : float
        What the model's order saves against one rate for all: the mutual information of event
        and block.
    uncertainty : float
        What one rate for all costs: the entropy of the event.
    naming : float
        For three classes or more, the loss of not naming the right class among those that were
        not on top; 0 for two.
    blocks : int
        How many rates the calibrated model has.
    """

    miscalibration: float
    discrimination: float
    uncertainty: float
    naming: float
    blocks: int

    @property
    def total(self) -> float:
        """The loss again, to a few units in the last place."""
        return self.miscalibration - self.discrimination + self.uncertainty + self.naming


@np.errstate(all="ignore")
def parts(rows: Rows) -> Parts:
    """Return the parts of the loss of all rows.

    Notes
    -----
    For two classes the event is the second class, for more that the most probable class was the
    true one (see `ce_core.account.rows.Event`). A row that paid ∞ makes miscalibration ∞, or
    naming where the event itself cost less.

    References
    ----------
    T. Dimitriadis, T. Gneiting and A. Jordan, "Stable reliability diagrams for probabilistic
    classifiers", PNAS 118 (2021).
    """
    event, weight = rows.event, rows.weight
    cells = Cells.of_rows(event.score, weight, event.happened, event.loss)
    return parts_of_cells(cells, mean(weight, event.naming))


@np.errstate(all="ignore")
def parts_of_cells(cells: Cells, naming: float = 0.0) -> Parts:
    """Return the parts of the loss of rows that have been pooled by score."""
    blocks = cells.pooled()
    weight = total(blocks.weight)
    explained = total(blocks.weight * entropy_of(blocks.rate)) / weight
    uncertainty = float(entropy_of(np.array([total(blocks.happened) / weight]))[0])
    return Parts(
        max(total(cells.loss) / weight - explained, 0.0),
        max(uncertainty - explained, 0.0),
        uncertainty,
        naming,
        blocks.low.size,
    )


def entropy_of(rate: Floats) -> Floats:
    """Return the entropy of an event of this rate."""
    yes, no = 0.0 - np.log(rate), 0.0 - np.log1p(-rate)
    return weighted(rate, yes) + weighted(1.0 - rate, no)


@dataclass(frozen=True)
class CrossFitted:
    """Miscalibration, honestly: rates learnt on one half, paid on the other, and swapped.

    Attributes
    ----------
    miscalibration : float
        What the recalibration saves on rows that it has not seen, in nats a row; negative where
        it costs more than it brings; ∞ where the model paid that.
    standard_error : float
        Of that; nan where it is ∞.
    evidence : float
        That the recalibration is better, in nats; see `ce_core.account.evidence`.
    """

    miscalibration: float
    standard_error: float
    evidence: float

    @property
    def miscalibrated(self) -> bool:
        """Whether a calibrated model yields this much evidence in one of a hundred cases."""
        return self.evidence >= ENOUGH


@np.errstate(all="ignore")
def cross_fitted(rows: Rows, seed: int = 0) -> CrossFitted | None:
    """Return what a recalibration of the event saves on unseen rows; None for fewer than 20 rows.

    Notes
    -----
    A block in which the event always came true would pay ∞ for the first row for which it does
    not, so the rate is learnt with half a row added on each side (Krichevsky and Trofimov), by
    weights that average 1.
    """
    if rows.count < FEWEST:
        return None
    event, half = rows.event, first_half(rows.count, seed)
    weight = rows.weight * (rows.count / rows.weight.sum())
    if not (weight[half] > 0).any() or not (weight[~half] > 0).any():
        return None
    recalibrated = np.empty(rows.count)
    for learnt, paid in ((half, ~half), (~half, half)):
        blocks = _cells(event, weight, learnt).pooled()
        rate = (blocks.happened + 0.5) / (blocks.weight + 1.0)
        block = np.maximum(np.searchsorted(blocks.low, event.score[paid], side="right") - 1, 0)
        given = rate[block]
        recalibrated[paid] = -np.log(np.where(event.happened[paid], given, 1.0 - given))
    saved = event.loss - recalibrated
    average = mean(weight, saved)
    error = standard_error(weight, saved, average)
    return CrossFitted(average, error, evidence(weight, saved, half))


def _cells(event: Event, weight: Floats, chosen: NDArray[np.bool_]) -> Cells:
    return Cells.of_rows(
        event.score[chosen], weight[chosen], event.happened[chosen], event.loss[chosen]
    )
