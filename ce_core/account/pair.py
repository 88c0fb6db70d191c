"""Two models on the same rows: is the second really better, and in what?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from ce_core._kernels.blocks import Floats
from ce_core.account.balance import LEVEL
from ce_core.account.halves import checked_seed
from ce_core.account.labels import Label
from ce_core.account.predictions import Kind, Predictions
from ce_core.account.report import LossAccount, account_of
from ce_core.account.rows import Rows
from ce_core.account.totals import mean, standard_error

DRAWS = 999
DRAWN_AT_ONCE = 2**18
MOST_DRAWN = 5_000
"""Rows up to which the interval is that of a bootstrap; beyond, means are normal."""


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two models' losses, row by row on the same rows; positive where the first pays more.

    Attributes
    ----------
    first, second : LossAccount
        The account of each.
    difference : float
        The mean of the first's loss less the second's, in nats; ±∞ where one paid that and the
        other did not, nan where both did.
    difference_of_finite : float
        The mean over the rows on which neither paid ∞; nan if there are none.
    standard_error : float
        Of that; nan for fewer than two rows.
    low, high : float
        The interval that holds the difference of all such rows in 99 of 100 cases.
    interval : {"bootstrap", "normal", "none"}
        How it was found.
    only_first, only_second : int
        Rows for which only that model paid ∞.
    parts : dict of str to float
        The first's miscalibration, discrimination, naming, expected loss and surplus, less the
        second's. Less discrimination pays more: the difference of losses is that of
        miscalibration, less that of discrimination, plus that of naming, as for every loss.
    better : {"first", "second"} or None
        Which is better; None where the rows do not tell.
    """

    first: LossAccount
    second: LossAccount
    difference: float
    difference_of_finite: float
    standard_error: float
    low: float
    high: float
    interval: Literal["bootstrap", "normal", "none"]
    only_first: int
    only_second: int
    parts: dict[str, float]
    better: Literal["first", "second"] | None


@np.errstate(all="ignore")
def compare_models(
    y_true: ArrayLike,
    first: ArrayLike,
    second: ArrayLike,
    *,
    kind: Kind = "probabilities",
    classes: Sequence[Label] | None = None,
    sample_weight: ArrayLike | None = None,
    libraries: bool = True,
    seed: int = 0,
) -> Comparison:
    """Compare two models on the same rows.

    Parameters
    ----------
    y_true, kind, classes, sample_weight, libraries, seed
        As in `loss_account`.
    first, second : array_like, shape (n,) or (n, k)
        The predictions of each model.

    Returns
    -------
    Comparison
        The difference of their losses with its interval, and of their parts.

    Raises
    ------
    InputError
        As in `loss_account`.

    Notes
    -----
    Both models meet the same hard rows, so their losses are compared row by row: what is common
    to both drops out. Where only one of them paid ∞, that decides.

    References
    ----------
    B. Efron and R. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13.

    Examples
    --------
    The two models of the article's four students, too few to tell:

    >>> found = compare_models([0, 0, 1, 1], [0.9, 0.3, 0.6, 0.2], [0.2, 0.4, 0.7, 0.9])
    >>> round(found.difference, 4), found.better
    (0.8959, None)
    """
    seed = checked_seed(seed)
    accounts, losses = [], []
    for predictions in (first, second):
        rows = Rows(
            Predictions.checked(
                y_true, predictions, kind=kind, classes=classes, sample_weight=sample_weight
            )
        )
        accounts.append(account_of(rows, libraries=libraries, seed=seed))
        losses.append(np.where(rows.weight > 0, rows.loss, 0.0))
    return _compared(accounts[0], accounts[1], losses[0], losses[1], rows.weight, seed)


def _compared(
    first: LossAccount,
    second: LossAccount,
    first_loss: Floats,
    second_loss: Floats,
    weight: Floats,
    seed: int,
) -> Comparison:
    infinite, infinite_too = np.isinf(first_loss), np.isinf(second_loss)
    only_first = int(np.count_nonzero(infinite & ~infinite_too))
    only_second = int(np.count_nonzero(infinite_too & ~infinite))
    both = ~(infinite | infinite_too)
    weight, difference = weight[both], first_loss[both] - second_loss[both]
    average = mean(weight, difference)
    error = standard_error(weight, difference, average)
    low, high, how = _interval(weight, difference, average, error, seed)
    whole = _difference(first.loss, second.loss)
    return Comparison(
        first,
        second,
        average if math.isfinite(whole) else whole,
        average,
        error,
        low,
        high,
        how,
        only_first,
        only_second,
        {name: _difference(_part(first, name), _part(second, name)) for name in _PARTS},
        _better(only_first, only_second, low, high),
    )


_PARTS = ("miscalibration", "discrimination", "naming", "expected", "surplus")


def _part(account: LossAccount, name: str) -> float:
    source = account.balance if name in ("expected", "surplus") else account.parts
    return float(getattr(source, name))


def _difference(first: float, second: float) -> float:
    """Return first - second: nan where both are ∞."""
    return math.nan if math.isinf(first) and math.isinf(second) else first - second


def _interval(
    weight: Floats, difference: Floats, average: float, error: float, seed: int
) -> tuple[float, float, Literal["bootstrap", "normal", "none"]]:
    if math.isnan(error):
        return math.nan, math.nan, "none"
    if difference.size > MOST_DRAWN:
        reach = NormalDist().inv_cdf(1 - LEVEL / 2) * error
        return average - reach, average + reach, "normal"
    return *_bootstrap(weight, difference, average, error, seed), "bootstrap"


def _bootstrap(
    weight: Floats, difference: Floats, average: float, error: float, seed: int
) -> tuple[float, float]:
    """Return the interval of bootstrapped t-values, at least as wide as the normal one.

    Each draw is set in relation to its own standard error: the mean of a skewed loss and its
    error go together, which quantiles of the means alone would overlook.
    """
    reach = NormalDist().inv_cdf(1 - LEVEL / 2)
    if error == 0:
        return average, average
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWN_AT_ONCE // difference.size)
    t = np.sort(
        np.concatenate(
            [
                _t_values(weight, difference, average, generator, min(at_once, DRAWS - done))
                for done in range(0, DRAWS, at_once)
            ]
        )
    )
    cut = int(LEVEL / 2 * (DRAWS + 1))
    return (
        average - max(float(t[-cut]), reach) * error,
        average - min(float(t[cut - 1]), -reach) * error,
    )


def _t_values(
    weight: Floats, difference: Floats, average: float, generator: np.random.Generator, draws: int
) -> Floats:
    """Return how many of its own standard errors each draw's mean lies from the average."""
    size = difference.size
    chosen = generator.integers(0, size, (draws, size))
    w, d = weight[chosen], difference[chosen]
    whole = w.sum(axis=1)
    drawn = (w * d).sum(axis=1) / whole
    squares = ((w * (d - drawn[:, None])) ** 2).sum(axis=1)
    spread = np.sqrt(squares * size / (size - 1))
    t: Floats = np.where(spread > 0, (drawn - average) * whole / spread, 0.0)
    return t


def _better(
    only_first: int, only_second: int, low: float, high: float
) -> Literal["first", "second"] | None:
    if bool(only_first) != bool(only_second):
        return "second" if only_first else "first"
    if low > 0:
        return "second"
    return "first" if high < 0 else None
