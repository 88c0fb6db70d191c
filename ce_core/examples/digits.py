"""Naive against stable: how many digits of the loss are right, as the score grows.

Each form is computed as one would write it down, in float32 and in float64, and compared with
the exact value, which Python's decimal arithmetic gives to 40 digits. At every score both
precisions are given the same number, so that nothing but the computation can be wrong.
"""

from __future__ import annotations

import decimal
import functools
import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

import numpy as np

from ce_core.checks import InputError
from ce_core.examples.types import Floats

Form = Literal["right", "wrong", "softmax_right", "softmax_wrong"]
Method = Literal["naive", "stable"]
Precision = Literal["float32", "float64"]

FORMS: tuple[Form, ...] = ("right", "wrong", "softmax_right", "softmax_wrong")
"""How sure a model is, by its score x > 0, and whether it is right; two classes in the softmax."""

METHODS: tuple[tuple[Method, Precision], ...] = (
    ("naive", "float32"),
    ("naive", "float64"),
    ("stable", "float32"),
    ("stable", "float64"),
)
LARGEST = 1000.0
MOST_DIGITS = {"float32": -math.log10(2.0**-24), "float64": -math.log10(2.0**-53)}
"""Digits that are right when a value is as near as its precision allows."""

_DTYPES: dict[Precision, Any] = {"float32": np.float32, "float64": np.float64}
SAMPLES = 9
"""How many scores around each point of a curve are tried; the worst is shown."""

_POINTS = 72
_EXACT = decimal.Context(prec=60, Emin=-999999, Emax=999999)


@dataclass(frozen=True)
class Break:
    """From `score` on the computation gives `value`: 0, ∞ or NaN, though the loss is none."""

    score: float
    value: float


@dataclass(frozen=True, eq=False)
class Computed:
    """One way to compute the loss, in one precision.

    Attributes
    ----------
    method, precision : str
        The way.
    digits : ndarray, shape (73,)
        How many digits are right at least, near each score of :func:`scores_shown`.
    breaks : tuple of Break
        Where the value breaks, in order of the score.
    value, digits_here : float
        The value at the score chosen, and how many of its digits are right.
    """

    method: Method
    precision: Precision
    digits: Floats
    breaks: tuple[Break, ...]
    value: float
    digits_here: float


@dataclass(frozen=True, eq=False)
class DigitsExample:
    """One form of the loss, computed in four ways.

    Attributes
    ----------
    form : str
        One of `FORMS`.
    score : float
        The score chosen.
    exact : decimal.Decimal
        The loss there, to 40 digits.
    scores : ndarray, shape (73,)
        Scores from 1 to 1000, evenly spaced in their logarithm.
    ways : tuple of Computed
        In the order of `METHODS`.
    """

    form: Form
    score: float
    exact: Decimal
    scores: Floats
    ways: tuple[Computed, ...]

    @classmethod
    def from_score(cls, form: Form, score: float) -> DigitsExample:
        """Compute everything for a form and a score from 1 to 1000.

        Raises
        ------
        InputError
            Where the form is unknown or the score out of bounds.

        Examples
        --------
        >>> example = DigitsExample.from_score("wrong", 40.0)
        >>> [way.value for way in example.ways]
        [inf, inf, 40.0, 40.0]
        """
        if form not in FORMS:
            raise InputError(
                "The form must be one of {forms}; it is {value}.",
                rule="form",
                forms=", ".join(FORMS),
                value=repr(form),
            )
        if not 1 <= score <= LARGEST:
            raise InputError(
                "The score must lie between 1 and {most:g}; it is {value}.",
                rule="score_range",
                most=LARGEST,
                value=score,
            )
        exact = exact_loss(form, score)
        ways = []
        for method, precision in METHODS:
            value = float(compute(form, method, precision, np.array([score]))[0])
            ways.append(
                Computed(
                    method=method,
                    precision=precision,
                    digits=_curve(form, method, precision),
                    breaks=_breaks(form, method, precision),
                    value=value,
                    digits_here=right_digits(value, exact, precision),
                )
            )
        return cls(form=form, score=score, exact=exact, scores=scores_shown(), ways=tuple(ways))


def scores_shown() -> Floats:
    """Return the scores of the curves: 73 from 1 to 1000, evenly spaced in their logarithm."""
    return np.logspace(0, math.log10(LARGEST), _POINTS + 1)


def compute(form: Form, method: Method, precision: Precision, scores: Floats) -> Floats:
    """Return the loss at these scores by one method, every step in one precision.

    Examples
    --------
    >>> compute("right", "naive", "float32", np.array([20.0])).tolist()
    [0.0]
    >>> compute("right", "stable", "float64", np.array([20.0])).tolist()
    [2.061153620314381e-09]
    """
    x = np.asarray(scores).astype(_DTYPES[precision])
    with np.errstate(all="ignore"):
        loss = _WAYS[method, form](x)
    assert loss.dtype == _DTYPES[precision]
    return np.asarray(loss, dtype=np.float64) + 0.0  # −0 is 0


def exact_loss(form: Form, score: float) -> Decimal:
    """Return ln(1 + e⁻ˣ) where the model is right, x more where it is wrong, to 40 digits."""
    log = _exact_log1p_exp(score)
    return log if form in ("right", "softmax_right") else _EXACT.add(Decimal(score), log)


def right_digits(value: float, exact: Decimal, precision: Precision) -> float:
    """Return how many significant digits of `value` are right, from 0 to what fits.

    Examples
    --------
    >>> right_digits(0.75, Decimal(1), "float64") == -math.log10(0.25)
    True
    """
    if not math.isfinite(value):
        return 0.0
    error = abs(float(_EXACT.divide(_EXACT.subtract(Decimal(value), exact), exact)))
    most = MOST_DIGITS[precision]
    return most if error == 0 else min(max(0.0, -math.log10(error)), most)


def _naive_sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


def _naive_softmax(x: Any) -> Any:
    """Return the probabilities of two classes with the scores x and 0."""
    e = np.exp(np.stack([x, np.zeros_like(x)]))
    return e / e.sum(axis=0)


_WAYS: dict[tuple[Method, Form], Callable[[Any], Any]] = {
    ("naive", "right"): lambda x: -np.log(_naive_sigmoid(x)),
    ("naive", "wrong"): lambda x: -np.log(1 - _naive_sigmoid(x)),
    ("naive", "softmax_right"): lambda x: -np.log(_naive_softmax(x)[0]),
    ("naive", "softmax_wrong"): lambda x: -np.log(_naive_softmax(x)[1]),
    ("stable", "right"): lambda x: np.log1p(np.exp(-x)),
    ("stable", "wrong"): lambda x: x + np.log1p(np.exp(-x)),
    ("stable", "softmax_right"): lambda x: np.log1p(np.exp(-x)),
    ("stable", "softmax_wrong"): lambda x: x + np.log1p(np.exp(-x)),
}


@functools.cache
def _exact_log1p_exp(score: float) -> Decimal:
    t = _EXACT.exp(Decimal(score).copy_negate())
    if t > Decimal("1e-15"):
        return _EXACT.ln(_EXACT.add(Decimal(1), t))
    # ln(1 + t) = t − t²/2 + t³/3 − …; the next term is beyond the 40th digit.
    square = _EXACT.multiply(t, t)
    cube = _EXACT.multiply(square, t)
    return _EXACT.add(
        _EXACT.subtract(t, _EXACT.divide(square, Decimal(2))), _EXACT.divide(cube, Decimal(3))
    )


@functools.cache
def _samples() -> Floats:
    """Return scores around each one shown, every one a float32, the one shown in the middle."""
    steps = np.linspace(-0.5, 0.5, SAMPLES)
    spread = 10.0 ** (math.log10(LARGEST) / _POINTS * steps)
    around = np.clip(scores_shown()[:, np.newaxis] * spread, 1.0, LARGEST)
    return around.astype(np.float32).astype(np.float64)


@functools.cache
def _curve(form: Form, method: Method, precision: Precision) -> Floats:
    """Return the fewest digits that are right around each score shown."""
    samples = _samples()
    values = compute(form, method, precision, samples)
    digits = [
        min(
            right_digits(float(value), exact_loss(form, float(score)), precision)
            for value, score in zip(row, scores, strict=True)
        )
        for row, scores in zip(values, samples, strict=True)
    ]
    return np.array(digits)


@functools.cache
def _breaks(form: Form, method: Method, precision: Precision) -> tuple[Break, ...]:
    """Return where the value becomes 0, ∞ or NaN, each found by halving."""

    def broken(score: float) -> str:
        value = float(compute(form, method, precision, np.array([score]))[0])
        return "" if math.isfinite(value) and value else repr(value)

    breaks, scores = [], scores_shown()
    for low, high in zip(scores[:-1].tolist(), scores[1:].tolist(), strict=True):
        after = broken(high)
        if after == broken(low) or not after:
            continue
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (low, middle) if broken(middle) == after else (middle, high)
        breaks.append(Break(high, float(after)))
    return tuple(breaks)
