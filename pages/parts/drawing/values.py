"""Values as a figure takes them: plain numbers, no longer than the eye can tell."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray


def rounded(values: Iterable[float], digits: int = 4) -> list[float]:
    """Return the values with so many decimals, which are shorter on the way to the browser.

    Examples
    --------
    >>> rounded(np.array([0.1 + 0.2, 2 / 3]))
    [0.3, 0.6667]
    """
    return [round(float(value), digits) for value in values]


def starts(parts: NDArray[np.float64]) -> list[float]:
    """Return where each part begins if it follows the ones before; an infinite one has no length.

    Examples
    --------
    >>> starts(np.array([0.5, np.inf, 0.25]))
    [0.0, 0.5, 0.5]
    """
    finite = np.where(np.isfinite(parts), parts, 0.0)
    begins: list[float] = (np.cumsum(finite) - finite).tolist()
    return begins
