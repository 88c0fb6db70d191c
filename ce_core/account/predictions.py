"""Predictions, checked: probabilities, logits or log-probabilities of any number of classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ce_core import _arrays, checks, options
from ce_core._kernels import binary, categorical, divergence
from ce_core._kernels.blocks import Floats, wide
from ce_core.account.labels import Label, class_indices
from ce_core.checks import InputError

Kind = Literal["probabilities", "logits", "log_probabilities"]
"""What the predictions are."""

PER_CENT = 100


@dataclass(frozen=True, eq=False)
class Predictions:
    """Labels and predictions, read: what every view of the account starts from.

    Attributes
    ----------
    label : ndarray of int, shape (n,)
        Each row's class, from 0.
    surprisal : ndarray, shape (n, k)
        -log p of each class, in nats; ∞ where p is 0.
    probability : ndarray, shape (n, k)
        p of each class.
    score : ndarray, shape (n,) or None
        The predictions as given where they are one number a row; they order the rows then.
    weight : ndarray, shape (n,)
        What each row counts; 1 unless given.
    classes : tuple
        What the labels call the classes.
    kind : {"probabilities", "logits", "log_probabilities"}
        What the predictions are.
    given : ndarray
        The predictions as given.
    weighted : bool
        Whether weights were given.
    """

    label: NDArray[np.intp]
    surprisal: Floats
    probability: Floats
    score: Floats | None
    weight: Floats
    classes: tuple[Label, ...]
    kind: Kind
    given: checks.RealArray
    weighted: bool

    @classmethod
    @np.errstate(all="ignore")
    def checked(
        cls,
        y_true: ArrayLike,
        y_pred: ArrayLike,
        *,
        kind: Kind = "probabilities",
        classes: Sequence[Label] | None = None,
        sample_weight: ArrayLike | None = None,
    ) -> Predictions:
        """Read labels and predictions; the parameters are those of `loss_account`.

        Raises
        ------
        InputError
            For the first rule that is broken, with the value and its place.
        """
        if kind not in get_args(Kind):
            raise InputError(
                "kind must be one of {known}; it is {value}.",
                rule="kind",
                known=", ".join(get_args(Kind)),
                value=repr(kind),
            )
        given = _arrays.real(y_pred, "y_pred")
        if given.ndim not in (1, 2) or (given.ndim == 2 and given.shape[1] < 2):
            raise InputError(
                "y_pred must hold one number a row for two classes, shape (n,), or one for each "
                "class, shape (n, k) with k of at least 2; its shape is {shape}.",
                rule="prediction_shape",
                shape=given.shape,
            )
        count = 2 if given.ndim == 1 else given.shape[1]
        label, names = class_indices(y_true, count, classes)
        if len(label) != len(given):
            raise InputError(
                "y_true and y_pred must have the same number of rows; they have {labels} and "
                "{predictions}.",
                rule="row_count",
                labels=len(label),
                predictions=len(given),
            )
        weight = np.ones(len(given))
        if sample_weight is not None:
            weight = wide(options.weights(sample_weight, (len(given),), "sample_weight"))
        surprisal, probability = _READERS[kind](given)
        score = wide(given) if given.ndim == 1 else None
        return cls(
            label,
            surprisal,
            probability,
            score,
            weight,
            names,
            kind,
            given,
            sample_weight is not None,
        )

    def take(self, rows: NDArray[np.bool_]) -> Predictions:
        """Return the rows for which `rows` holds."""
        return Predictions(
            self.label[rows],
            self.surprisal[rows],
            self.probability[rows],
            None if self.score is None else self.score[rows],
            self.weight[rows],
            self.classes,
            self.kind,
            self.given[rows],
            self.weighted,
        )


def _from_probabilities(given: checks.RealArray) -> tuple[Floats, Floats]:
    _refuse_what_are_no_probabilities(given)
    checks.unit_interval(given, "y_pred")
    p = wide(given)
    if given.ndim == 2:
        _rows_sum_to_one(given)
        return divergence.surprisal(p), p
    no = 0.0 - np.log1p(-p)
    return np.stack((no, divergence.surprisal(p)), axis=1), np.stack((1.0 - p, p), axis=1)


def _refuse_what_are_no_probabilities(given: checks.RealArray) -> None:
    """Raise for numbers that are per cent, or scores, and say what would read them."""
    checks.not_nan(given, "y_pred")
    least, most = given.min(), given.max()
    if least >= 0 and most <= 1:
        return
    per_cent = least >= 0 and 1 < most <= PER_CENT
    hint = (
        "as per cent they would all lie between 0 and 100: divide by 100 if they are"
        if per_cent
        else 'if they are scores, say kind="logits" or kind="log_probabilities"'
    )
    checks.refuse_first(
        (given < 0) | (given > 1),
        given,
        "y_pred must lie between 0 and 1; {where} is {value}; {hint}.",
        rule="per_cent" if per_cent else "probability_range",
        what="y_pred",
        hint=hint,
        suggestion="per_cent" if per_cent else "logits",
    )


def _rows_sum_to_one(given: checks.RealArray) -> None:
    try:
        checks.sums_to_one(given, "y_pred")
    except InputError as off:
        away = np.abs(given.sum(axis=1, dtype=np.float64) - 1)
        worst = int(away.argmax())
        raise InputError(
            "y_pred must sum to 1 in every row, within {tolerance:g}; {where} sums to {value}, "
            "{count} rows are off, row {worst} the most, by {away:g}. If they are scores, "
            'say kind="logits".',
            rule="row_sum",
            **{key: off.details[key] for key in ("tolerance", "where", "value", "index")},
            count=int((away > float(str(off.details["tolerance"]))).sum()),
            worst=worst,
            away=away[worst],
            suggestion="logits",
        ) from None


def _from_logits(given: checks.RealArray) -> tuple[Floats, Floats]:
    checks.not_nan(given, "y_pred")
    if given.ndim == 1:
        x = wide(given)
        surprisal = 0.0 - np.stack((binary.log_sigmoid(-x), binary.log_sigmoid(x)), axis=1)
        return surprisal, np.stack((binary.sigmoid(-x), binary.sigmoid(x)), axis=1)
    checks.limit_exists(given, "y_pred")
    return categorical.surprisals_from_scores(given), categorical.softmax(given)


def _from_log_probabilities(given: checks.RealArray) -> tuple[Floats, Floats]:
    checks.not_nan(given, "y_pred")
    checks.refuse_first(
        given > 0,
        given,
        "y_pred must hold logarithms of probabilities, none above 0; {where} is {value}. If they "
        'are scores, say kind="logits".',
        rule="log_probability_range",
        suggestion="logits",
    )
    logs = wide(given)
    p = np.exp(logs)
    if given.ndim == 2:
        checks.sums_to_one(p.astype(given.dtype), "exp(y_pred)")
        return 0.0 - logs, p
    no = 0.0 - np.where(logs > -np.log(2), np.log(-np.expm1(logs)), np.log1p(-p))
    return np.stack((no, 0.0 - logs), axis=1), np.stack((-np.expm1(logs), p), axis=1)


_READERS = {
    "probabilities": _from_probabilities,
    "logits": _from_logits,
    "log_probabilities": _from_log_probabilities,
}
