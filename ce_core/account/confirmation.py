"""Whether some rows pay more than the others by more than chance does, for several at once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.blocks import Floats
from ce_core.account.beta import binomial_survival, student_survival
from ce_core.account.rows import Rows


@dataclass(frozen=True, eq=False)
class Half:
    """The rows of one half: weights, finite losses less their mean, and which paid ∞."""

    weight: Floats
    excess: Floats
    infinite: NDArray[np.bool_]

    @classmethod
    def of(cls, rows: Rows, chosen: NDArray[np.bool_]) -> Half:
        """Return the chosen rows as a half; those that paid ∞ count only as such."""
        infinite = ~rows.finite[chosen]
        weight, loss = rows.weight[chosen], np.where(infinite, 0.0, rows.loss[chosen])
        counted = np.where(infinite, 0.0, weight)
        total = counted.sum()
        mean = float(counted @ loss) / total if total else 0.0
        return cls(counted, loss - mean, infinite & (weight > 0))


def p_value(half: Half, inside: NDArray[np.bool_], by_infinite: bool) -> float:
    """Return how often rows chosen by chance pay this much more than the others."""
    if by_infinite:
        trials, seen = int(np.count_nonzero(inside)), int(np.count_nonzero(half.infinite[inside]))
        return binomial_survival(seen, trials, float(half.infinite.mean()))
    (mean, error, many), (other, other_error, others) = (
        _mean_and_error(half, part) for part in (inside, ~inside)
    )
    spread = error**2 + other_error**2
    if min(many, others) < 2 or spread == 0:
        return 1.0
    freedom = spread**2 / (error**4 / (many - 1) + other_error**4 / (others - 1))
    return student_survival((mean - other) / math.sqrt(spread), freedom)


def _mean_and_error(half: Half, part: NDArray[np.bool_]) -> tuple[float, float, int]:
    weight, excess = half.weight[part], half.excess[part]
    count, total = int(np.count_nonzero(weight)), float(weight.sum())
    if count < 2:
        return 0.0, 0.0, count
    mean = float(weight @ excess) / total
    squares = float((weight**2) @ (excess - mean) ** 2)
    return mean, math.sqrt(squares * count / (count - 1)) / total, count


def holm(p_values: Sequence[float]) -> list[float]:
    """Return the p-values corrected for their number.

    References
    ----------
    S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
    Statistics 6 (1979).

    Examples
    --------
    >>> holm([0.01, 0.5, 0.02])
    [0.03, 0.5, 0.04]
    """
    corrected = [1.0] * len(p_values)
    largest = 0.0
    for rank, index in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        largest = max(largest, min((len(p_values) - rank) * p_values[index], 1.0))
        corrected[index] = largest
    return corrected
