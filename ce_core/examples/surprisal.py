"""The surprisal of a belief: −log of the probability that was given to what happened."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ce_core.checks import InputError
from ce_core.examples.types import Floats
from ce_core.information import surprisal


@dataclass(frozen=True, eq=False)
class SurprisalExample:
    """One probability on the curve −ln p.

    Attributes
    ----------
    p : float
        The probability that was given to what happened.
    surprisal, bits : float
        −ln p in nats and −log₂ p in bits; ∞ at p = 0.
    surprisal_tenth : float
        The surprisal, in nats, of a tenth of that probability.
    curve_p, curve_surprisal : ndarray
        The curve from p = e⁻⁶ to 1.
    """

    p: float
    surprisal: float
    bits: float
    surprisal_tenth: float
    curve_p: Floats
    curve_surprisal: Floats

    @classmethod
    def of(cls, p: float) -> SurprisalExample:
        """Surprisal a probability.

        Raises
        ------
        InputError
            Where `p` does not lie between 0 and 1.

        Examples
        --------
        >>> round(SurprisalExample.of(0.2).surprisal, 4), SurprisalExample.of(0.0).surprisal
        (1.6094, inf)
        """
        if not 0 <= p <= 1:
            raise InputError(
                "A probability must lie between 0 and 1; this one is {value}.",
                rule="probability_range",
                value=p,
            )
        curve_p = np.exp(np.linspace(-6, 0, 97))
        return cls(
            p=p,
            surprisal=float(surprisal(p)),
            bits=float(surprisal(p, base=2)),
            surprisal_tenth=float(surprisal(p / 10)),
            curve_p=curve_p,
            curve_surprisal=np.asarray(surprisal(curve_p)),
        )
