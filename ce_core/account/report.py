"""The account: everything that labels and predictions say about a loss, in one frozen value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ce_core._kernels.blocks import Floats
from ce_core._kernels.divergence import expected_surprisal
from ce_core.account.balance import Balance, balance
from ce_core.account.calibrated import ByChance, Calibrated
from ce_core.account.classes import ClassBalance, Confusion, by_class, confusion
from ce_core.account.halves import checked_seed
from ce_core.account.labels import Label
from ce_core.account.libraries import LibrarySays, library_figures
from ce_core.account.parts import CrossFitted, Parts, cross_fitted, parts
from ce_core.account.predictions import Kind, Predictions
from ce_core.account.reliability import Reliability, reliability
from ce_core.account.rows import Rows
from ce_core.account.slices import Slices, slices
from ce_core.account.tail import Tail, tail
from ce_core.account.temperature import Temperature, temperature
from ce_core.account.totals import total


@dataclass(frozen=True, eq=False)
class LossAccount:
    """Where a loss comes from. All losses are in nats; ∞ is never clipped.

    Attributes
    ----------
    classes : tuple
        What the labels call the classes, in the order of the predictions' columns.
    kind : {"probabilities", "logits", "log_probabilities"}
        What the predictions were.
    balance : Balance
        The loss beside what the model expected it to be.
    baseline : float
        The loss of one guess for all rows, the frequencies of the classes: their entropy.
    skill : float or None
        1 - loss / baseline: 1 for a perfect model, 0 for the guess, -∞ for an infinite loss. None
        where all rows are of one class, so that there was nothing to guess.
    libraries : mapping of str to LibrarySays
        What libraries would say instead, by their short names; empty if they were not asked.
    parts : Parts
        Miscalibration, discrimination, uncertainty and naming, which add up to the loss.
    parts_of_finite : Parts or None
        The same for the rows that did not pay ∞, adding up to `balance.loss_of_finite`; None
        where there are none.
    by_chance : ByChance
        The parts that a perfectly calibrated model would have got.
    cross_fitted : CrossFitted or None
        Miscalibration learnt and paid on different rows; None for fewer than 20.
    reliability : Reliability
        How often what was given a probability came true.
    tail : Tail
        The share of the worst rows, and which these are.
    by_class : tuple of ClassBalance
        The loss by class.
    confusion : Confusion
        What was taken for what, in nats.
    temperature : Temperature
        What one temperature would save.
    slices : Slices or None
        The slices that cost most; None where there were no columns to slice by.
    """

    classes: tuple[Label, ...]
    kind: Kind
    balance: Balance
    baseline: float
    skill: float | None
    libraries: dict[str, LibrarySays]
    parts: Parts
    parts_of_finite: Parts | None
    by_chance: ByChance
    cross_fitted: CrossFitted | None
    reliability: Reliability
    tail: Tail
    by_class: tuple[ClassBalance, ...]
    confusion: Confusion
    temperature: Temperature
    slices: Slices | None

    @property
    def loss(self) -> float:
        """The mean loss."""
        return self.balance.loss


def loss_account(
    y_true: ArrayLike,
    y_pred: ArrayLike,
    *,
    kind: Kind = "probabilities",
    classes: Sequence[Label] | None = None,
    sample_weight: ArrayLike | None = None,
    slice_by: Mapping[str, ArrayLike] | None = None,
    depth: int = 2,
    libraries: bool = True,
    seed: int = 0,
) -> LossAccount:
    r"""Return where the loss of these predictions comes from.

    .. math:: L = -\frac{1}{\sum_i w_i} \sum_i w_i \log p_i(y_i)

    Parameters
    ----------
    y_true : array_like, shape (n,)
        Each row's class: an index from 0, in the order of the columns, a boolean for two classes,
        or one of `classes`.
    y_pred : array_like, shape (n,) or (n, k)
        For two classes one number a row, of the second class; or one for each class.
    kind : {"probabilities", "logits", "log_probabilities"}
        What they are. Probabilities must sum to 1 in each row, within
        `ce_core.checks.ROW_SUM_TOLERANCE`.
    classes : sequence, optional
        What `y_true` calls the classes, in the order of the columns.
    sample_weight : array_like, shape (n,), optional
        What each row counts; means divide by the sum.
    slice_by : mapping of str to array_like of shape (n,), optional
        Columns in whose values to look for slices that cost more than the rest.
    depth : {1, 2, 3}
        How many conditions such a slice may have.
    libraries : bool
        Whether to ask what libraries would say, which takes the most time on many rows.
    seed : int
        Chooses the halves for what is found on one and confirmed on the other, and the draws of
        what chance would give; the same seed gives the same account.

    Returns
    -------
    LossAccount
        The account.

    Raises
    ------
    InputError
        If an input breaks a rule: the message says which, the value, its place and, where there
        is one, a suggestion. Nothing is clipped, rescaled or guessed.

    Notes
    -----
    A row that gave probability 0 to what happened paid ∞, and so is the mean. Such rows are
    counted, and the views that would be empty with them go on without them and say so.

    Every view that can find fault holds it against chance: on a calibrated model each speaks up
    in about one of a hundred cases at most.

    References
    ----------
    T. Dimitriadis, T. Gneiting and A. Jordan, "Stable reliability diagrams for probabilistic
    classifiers", PNAS 118 (2021).

    Examples
    --------
    Six patients, and what a model thought of their chances:

    >>> account = loss_account([0, 0, 1, 1, 0, 1], [0.1, 0.4, 0.9, 0.6, 0.2, 0.3])
    >>> round(account.loss, 4), round(account.balance.expected, 4)
    (0.4432, 0.5179)
    >>> round(account.parts.total, 4)
    0.4432
    >>> loss_account([0, 1], [0.0, 0.0]).balance.infinite
    1
    """
    seed = checked_seed(seed)
    predictions = Predictions.checked(
        y_true, y_pred, kind=kind, classes=classes, sample_weight=sample_weight
    )
    return account_of(
        Rows(predictions), slice_by=slice_by, depth=depth, libraries=libraries, seed=seed
    )


@np.errstate(all="ignore")
def account_of(
    rows: Rows,
    *,
    slice_by: Mapping[str, ArrayLike] | None = None,
    depth: int = 2,
    libraries: bool = True,
    seed: int = 0,
) -> LossAccount:
    """Return the account of rows that have been read; the options are those of `loss_account`."""
    paid = balance(rows)
    guess = baseline(rows)
    calibrated = Calibrated.of(rows, seed)
    finite = None
    if paid.infinite and rows.weight[rows.finite].any():
        finite = parts(Rows(rows.predictions.take(rows.finite)))
    return LossAccount(
        rows.predictions.classes,
        rows.predictions.kind,
        paid,
        guess,
        1.0 - paid.loss / guess if guess > 0 else None,
        library_figures(rows.predictions) if libraries else {},
        parts(rows),
        finite,
        calibrated.parts(),
        cross_fitted(rows, seed),
        reliability(rows, calibrated),
        tail(rows),
        by_class(rows),
        confusion(rows),
        temperature(rows, seed),
        None if slice_by is None else slices(rows, slice_by, depth=depth, seed=seed),
    )


def baseline(rows: Rows) -> float:
    """Return the entropy of the class frequencies: what guessing them for every row costs."""
    given = rows.predictions
    weights = np.array([total(rows.weight[given.label == k]) for k in range(len(given.classes))])
    shares: Floats = weights / total(weights)
    return total(expected_surprisal(shares, shares))
