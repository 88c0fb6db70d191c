"""One temperature for all rows: what it would save, learnt and paid on different rows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.blocks import Floats
from ce_core.account.balance import LEVEL
from ce_core.account.evidence import ENOUGH, evidence
from ce_core.account.halves import first_half
from ce_core.account.predictions import Kind
from ce_core.account.rows import Rows
from ce_core.account.totals import mean, standard_error

Corner = Literal["useless", "reversed", "all_right"]

CORNERS = {
    "useless": "The scores do not help: no temperature is better than giving every class the same.",
    "reversed": "The scores point the wrong way: the best that a temperature can do is to give "
    "every class the same; scores with the opposite sign would do better.",
    "all_right": "The true class has the largest score in every row: the lower the temperature, "
    "the better, without end.",
}
"""What it means that the best temperature is none, by the corner's name."""

ALWAYS_INFINITE = (
    "What was given probability 0 has it at every temperature; rows that paid ∞: {count}."
)

_PRECISION = 1e-12
_STEPS = 200


@dataclass(frozen=True, eq=False)
class Gaps:
    """How far each other class's log-probability lies above the true one's; -∞ where it has none.

    Attributes
    ----------
    gap : ndarray, shape (n, k - 1)
        The gaps, 0 where the other class has no chance.
    possible : ndarray of bool, shape (n, k - 1)
        Whether it has one.
    weight : ndarray, shape (n,)
        What each row counts.
    """

    gap: Floats
    possible: NDArray[np.bool_]
    weight: Floats

    @classmethod
    def of(cls, rows: Rows, chosen: NDArray[np.bool_]) -> Gaps:
        """Return the gaps of the chosen rows, all of finite loss."""
        given = rows.predictions
        label, surprisal = given.label[chosen], given.surprisal[chosen]
        count, classes = surprisal.shape
        others = np.ones((count, classes), np.bool_)
        others[np.arange(count), label] = False
        gap = rows.loss[chosen][:, None] - surprisal[others].reshape(count, classes - 1)
        possible = gap > -np.inf
        return cls(np.where(possible, gap, 0.0), possible, rows.weight[chosen])

    def losses(self, beta: float) -> Floats:
        """Return log(1 + sum exp(β gap)), each row's loss at inverse temperature β."""
        e, own, shift = self._exponentials(beta)
        others: Floats = e.sum(axis=1)
        return np.where(shift == 0, np.log1p(others), shift + np.log(own + others))

    def slopes(self, beta: float) -> tuple[Floats, Floats]:
        """Return each row's first and second derivative by β: mean and variance of the gap."""
        e, own, _ = self._exponentials(beta)
        whole = own + e.sum(axis=1)
        first = (e * self.gap).sum(axis=1) / whole
        return first, (e * self.gap**2).sum(axis=1) / whole - first**2

    def _exponentials(self, beta: float) -> tuple[Floats, Floats, Floats]:
        scaled = np.where(self.possible, beta * self.gap, -np.inf)
        shift = np.maximum(scaled.max(axis=1), 0.0)
        return np.exp(scaled - shift[:, None]), np.exp(-shift), shift

    def slope(self, beta: float) -> tuple[float, float]:
        """Return the derivatives of the mean loss by β."""
        first, second = self.slopes(beta)
        return mean(self.weight, first), mean(self.weight, second)


def best_inverse(gaps: Gaps) -> tuple[float, Corner | None]:
    """Return the β >= 0 at which the loss is least, and what it means if that is 0 or ∞.

    Notes
    -----
    The loss is convex in β, so its slope has one root at most. Newton's method finds it; a step
    that leaves what is known to hold the root is replaced by halving.
    """
    if not gaps.possible.any():
        return math.inf, "all_right"
    if not gaps.gap.any():
        return 0.0, "useless"
    at_zero, _ = gaps.slopes(0.0)
    slope = mean(gaps.weight, at_zero)
    if slope >= 0:
        error = standard_error(gaps.weight, at_zero, slope)
        wrong = slope > NormalDist().inv_cdf(1 - LEVEL) * error
        return 0.0, "reversed" if wrong else "useless"
    if not (gaps.gap[gaps.weight > 0] > 0).any():
        return math.inf, "all_right"
    low, high = 0.0, 1.0
    while gaps.slope(high)[0] < 0:
        low, high = high, high * 2
    return _root(gaps, low, high), None


def _root(gaps: Gaps, low: float, high: float) -> float:
    beta = 1.0 if low < 1.0 < high else (low + high) / 2
    for _ in range(_STEPS):
        slope, curvature = gaps.slope(beta)
        if slope < 0:
            low = beta
        else:
            high = beta
        stepped = beta - slope / curvature if curvature > 0 else math.nan
        new = stepped if low < stepped < high else (low + high) / 2
        if abs(new - beta) <= _PRECISION * new or high - low <= _PRECISION * high:
            return new
        beta = new
    return beta


def losses_at(gaps: Gaps, beta: float) -> Floats:
    """Return each row's loss at β; at β = ∞ it is ∞ where another class is ahead."""
    if math.isinf(beta):
        ahead = gaps.gap > 0
        level = (gaps.possible & (gaps.gap == 0)).sum(axis=1)
        return np.where(ahead.any(axis=1), np.inf, np.log1p(level))
    return gaps.losses(beta)


@dataclass(frozen=True)
class Temperature:
    """The temperature that would suit the model best, and whether to use it.

    Attributes
    ----------
    value : float
        The best temperature; 0 and ∞ are corners. Above 1 it takes confidence away.
    loss : float
        The mean loss with it, on the rows it was chosen for; nan where all paid ∞.
    corner : {"useless", "reversed", "all_right"} or None
        Why there is no best temperature between 0 and ∞; `CORNERS` has the sentences.
    halves : tuple of two floats, or None
        The best temperatures of the two halves; None for a single row.
    saving : float
        What it saves a row where it is learnt on one half and paid on the other, and the halves
        swapped; negative where it costs. nan for a single row.
    standard_error : float
        Of the saving; nan where that is not finite.
    evidence : float
        That it is better, in nats; see `ce_core.account.evidence`. nan for a single row.
    always_infinite : int
        Rows that paid ∞ and will at every temperature; they are left out of all the rest.
    """

    value: float
    loss: float
    corner: Corner | None
    halves: tuple[float, float] | None
    saving: float
    standard_error: float
    evidence: float
    always_infinite: int

    @property
    def worthwhile(self) -> bool:
        """Whether it saves more on unseen rows than chance does in one of a hundred cases.

        The mean must tell, and so must the evidence, which knows of what may happen yet.
        """
        saves = self.saving > NormalDist().inv_cdf(1 - LEVEL) * self.standard_error
        return saves and self.evidence >= ENOUGH

    @property
    def sentences(self) -> tuple[str, ...]:
        """What there is to say about the corners, in English."""
        corner = () if self.corner is None else (CORNERS[self.corner],)
        return corner + (
            (ALWAYS_INFINITE.format(count=self.always_infinite),) if self.always_infinite else ()
        )

    def code(self, kind: Kind = "probabilities") -> str:
        """Return the line of Python that applies it to predictions of this kind."""
        scores = "numpy.log(y_pred)" if kind == "probabilities" else "y_pred"
        return f"calibrated = ce_core.softmax({scores}, temperature={self.value!r})"


@np.errstate(all="ignore")
def temperature(rows: Rows, seed: int = 0) -> Temperature:
    """Return the best temperature and what it saves on rows for which it was not chosen.

    References
    ----------
    C. Guo et al., "On Calibration of Modern Neural Networks", ICML 2017, section 4.2.
    """
    chosen = rows.finite & (rows.weight > 0)
    always_infinite = int(np.count_nonzero(~rows.finite))
    if not chosen.any():
        return Temperature(math.nan, math.nan, None, None, *(math.nan,) * 3, always_infinite)
    gaps = Gaps.of(rows, chosen)
    beta, corner = best_inverse(gaps)
    loss = mean(gaps.weight, losses_at(gaps, beta))
    return Temperature(inverse(beta), loss, corner, *_swapped(rows, chosen, seed), always_infinite)


def inverse(beta: float) -> float:
    """Return the temperature 1 / β: ∞ for 0, 0 for ∞."""
    return math.inf if beta == 0 else 1.0 / beta


def _swapped(
    rows: Rows, chosen: NDArray[np.bool_], seed: int
) -> tuple[tuple[float, float] | None, float, float, float]:
    """Return both halves' temperatures, the mean saving, its standard error and the evidence."""
    half = first_half(rows.count, seed)
    first, second = chosen & half, chosen & ~half
    if not first.any() or not second.any():
        return None, math.nan, math.nan, math.nan
    learnt = [Gaps.of(rows, part) for part in (first, second)]
    betas = [best_inverse(gaps)[0] for gaps in learnt]
    after = np.empty(rows.count)
    for part, gaps, beta in zip((first, second), learnt, reversed(betas), strict=True):
        after[part] = losses_at(gaps, beta)
    weight, saved = rows.weight[chosen], (rows.loss[chosen] - after[chosen])
    saving = mean(weight, saved)
    error = standard_error(weight, saved, saving)
    temperatures = inverse(betas[0]), inverse(betas[1])
    return temperatures, saving, error, evidence(weight, saved, half[chosen])
