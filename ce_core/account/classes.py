"""The loss by class: what each paid and was expected to pay, and what was taken for what."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.blocks import Floats
from ce_core._kernels.divergence import weighted
from ce_core.account.balance import Confidence, confidence, in_deviations, skewness
from ce_core.account.labels import Label
from ce_core.account.rows import Rows
from ce_core.account.totals import group_starts, ratio, total, weighted_total


@dataclass(frozen=True)
class ClassBalance:
    """What the rows of one class paid, and what the model expected to pay for it.

    Attributes
    ----------
    label : str, int, float or bool
        The class.
    count : int
        The rows of this class.
    infinite : int
        How many of them paid ∞.
    weight, expected_weight : float
        The sum of their weights, and what the probabilities of all rows make of it.
    loss : float
        The mean loss of the rows of the class; nan if there are none.
    share : float
        Of the whole loss; 0 beside a class that paid ∞, and nan for one that did.
    paid, expected : float
        What the class contributes to the mean loss of all rows, and what the model expected it
        to: the sum of -p log p over all rows, rather than over those that turned out so.
    surplus, z : float
        Paid less expected, and the same in units of its standard deviation under calibration.
    confidence : {"overconfident", "underconfident", "as_expected"}
        Whether that is more than chance, all classes being judged at once.
    """

    label: Label
    count: int
    infinite: int
    weight: float
    expected_weight: float
    loss: float
    share: float
    paid: float
    expected: float
    surplus: float
    z: float
    confidence: Confidence


@np.errstate(all="ignore")
def by_class(rows: Rows) -> tuple[ClassBalance, ...]:
    """Return one balance for each class, in the order of the predictions' columns.

    Notes
    -----
    Rows picked by what happened are no fair sample of what the model expected: where a rare class
    came true, more than expected was paid, always. So each class is held against what the model
    set aside for it in all rows. Paid, expected and surplus add up to those of all rows.
    """
    whole = total(rows.weight), weighted_total(rows.weight, rows.loss)
    return tuple(_class(rows, index, *whole) for index in range(len(rows.predictions.classes)))


def _class(rows: Rows, index: int, weight_of_all: float, paid_by_all: float) -> ClassBalance:
    given, weight = rows.predictions, rows.weight
    own = given.label == index
    p = given.probability[:, index]
    at_stake = weight * np.where(p > 0, given.surprisal[:, index], 0.0)
    paid = weighted_total(weight[own], rows.loss[own])
    expected = total(p * at_stake)
    variance = total(at_stake**2 * p * (1 - p))
    lopsided = skewness(total(at_stake**3 * p * (1 - p) * (1 - 2 * p)), variance)
    z = in_deviations(paid - expected, variance)
    own_weight = total(weight[own])
    return ClassBalance(
        given.classes[index],
        int(np.count_nonzero(own)),
        int(np.count_nonzero(own & ~rows.finite)),
        own_weight,
        total(weight * p),
        paid / own_weight if own_weight else math.nan,
        ratio(paid, paid_by_all),
        paid / weight_of_all,
        expected / weight_of_all,
        (paid - expected) / weight_of_all,
        z,
        confidence(z, lopsided, len(given.classes)),
    )


@dataclass(frozen=True, eq=False)
class Confusion:
    """What was taken for what, and what that cost.

    Attributes
    ----------
    nats : ndarray, shape (k, k)
        What the rows of each class (in rows) for which each class was most probable (in columns)
        contribute to the mean loss; adds up to it.
    count : ndarray of int, shape (k, k)
        How many they are.
    """

    nats: Floats
    count: NDArray[np.intp]


@np.errstate(all="ignore")
def confusion(rows: Rows) -> Confusion:
    """Return the confusion of the classes in nats and in rows.

    Notes
    -----
    What stands on the diagonal was hesitation: the most probable class was right, but not given
    all. Among equally probable classes the first counts as the most probable.
    """
    classes = len(rows.predictions.classes)
    cell = rows.predictions.label * classes + rows.top
    paid = weighted(rows.weight, rows.loss)
    order = np.argsort(cell, kind="stable")
    starts = group_starts(cell[order])
    nats, count = np.zeros(classes**2), np.zeros(classes**2, np.intp)
    nats[cell[order[starts]]] = np.add.reduceat(paid[order], starts) / total(rows.weight)
    count[cell[order[starts]]] = np.diff(np.append(starts, cell.size))
    return Confusion(nats.reshape(classes, classes), count.reshape(classes, classes))
