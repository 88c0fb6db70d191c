"""One coin, every bias: why a wrong belief never pays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ce_core.checks import InputError
from ce_core.examples.types import Floats
from ce_core.information import cross_entropy, entropy, kl_divergence

STEPS = 100


@dataclass(frozen=True, eq=False)
class CoinExample:
    """A coin that lands heads with probability `p` and is believed to with `q`.

    Attributes
    ----------
    p, q : float
        The probability of heads, and what it is believed to be.
    biases : ndarray, shape (101,)
        Every probability of heads, in hundredths.
    entropies : ndarray, shape (101,)
        The entropy of a coin with each bias.
    surprisals : ndarray, shape (101,)
        What the belief `q` costs with each bias: a straight line that touches `entropies` at
        `q`; ∞ for all biases but one where `q` is 0 or 1.
    entropy, kl, cross_entropy : float
        Those of `p` and `q`.
    base : float or None
        Base of the logarithm; None is e.
    """

    p: float
    q: float
    biases: Floats
    entropies: Floats
    surprisals: Floats
    entropy: float
    kl: float
    cross_entropy: float
    base: float | None

    @classmethod
    def from_beliefs(cls, p: float, q: float, *, base: float | None = 2.0) -> CoinExample:
        """Compute everything from the two probabilities of heads.

        Raises
        ------
        InputError
            Where `p` or `q` lies outside 0 to 1.

        Examples
        --------
        >>> coin = CoinExample.from_beliefs(0.9, 0.5)
        >>> round(coin.entropy, 4), round(coin.kl, 4), coin.cross_entropy
        (0.469, 0.531, 1.0)
        """
        for name, value in (("p", p), ("q", q)):
            if not 0 <= value <= 1:
                raise InputError(
                    "A probability must lie between 0 and 1; {what} is {value}.",
                    rule="probability_range",
                    what=name,
                    value=value,
                )
        biases = np.arange(STEPS + 1) / STEPS
        coins = np.stack([biases, 1 - biases], axis=-1)
        true, believed = np.array([p, 1 - p]), np.array([q, 1 - q])
        return cls(
            p=p,
            q=q,
            biases=biases,
            entropies=np.asarray(entropy(coins, base=base)),
            surprisals=np.asarray(
                cross_entropy(coins, np.broadcast_to(believed, coins.shape), base=base)
            ),
            entropy=float(entropy(true, base=base)),
            kl=float(kl_divergence(true, believed, base=base)),
            cross_entropy=float(cross_entropy(true, believed, base=base)),
            base=base,
        )
