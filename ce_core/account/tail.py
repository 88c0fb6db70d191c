"""The tail of a loss: how much of it the worst rows carry, and which they are."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ce_core._kernels.divergence import weighted
from ce_core.account.labels import Label
from ce_core.account.rows import Rows
from ce_core.account.totals import ratio, total

SHARES = (0.001, 0.01, 0.1)
WORST = 20


@dataclass(frozen=True)
class WorstRow:
    """A row that paid much.

    Attributes
    ----------
    row : int
        Its number, from 0.
    label, top : str, int, float or bool
        The class that it was, and the one that the model thought most probable.
    probability : float
        What the model gave the class that it was.
    loss : float
        What that cost, in nats.
    share : float
        Of the whole loss; 0 beside a row that paid ∞, and nan for one that did.
    """

    row: int
    label: Label
    top: Label
    probability: float
    loss: float
    share: float


@dataclass(frozen=True)
class Tail:
    """How unevenly a loss is spread.

    Attributes
    ----------
    share_of_worst : dict of float to float
        Of the loss, for the worst 0.1, 1 and 10 % of the rows, at least one row; 0 beside a
        row that paid ∞, and nan for one that did.
    worst : tuple of WorstRow
        The rows that paid most, most first.
    """

    share_of_worst: dict[float, float]
    worst: tuple[WorstRow, ...]


@np.errstate(all="ignore")
def tail(rows: Rows, most: int = WORST) -> Tail:
    """Return the shares of the worst rows, and up to `most` of these.

    Notes
    -----
    Of rows that paid the same the earlier comes first. A row of weight 0 paid nothing.
    """
    paid = weighted(rows.weight, rows.loss)
    order = np.argsort(-paid, kind="stable")
    whole = total(paid)
    shares = {
        share: ratio(total(paid[order[: math.ceil(share * rows.count)]]), whole) for share in SHARES
    }
    classes = rows.predictions.classes
    worst = tuple(
        WorstRow(
            int(row),
            classes[rows.predictions.label[row]],
            classes[rows.top[row]],
            float(rows.predictions.probability[row, rows.predictions.label[row]]),
            float(rows.loss[row]),
            ratio(float(paid[row]), whole),
        )
        for row in order[:most]
        if paid[row] > 0
    )
    return Tail(shares, worst)
