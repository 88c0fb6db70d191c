"""What does surprise cost on average? Two distributions over the same outcomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ce_core.checks import ROW_SUM_TOLERANCE
from ce_core.examples import _checks
from ce_core.examples.types import Floats
from ce_core.information import cross_entropy, entropy, kl_divergence, surprisal


@dataclass(frozen=True, eq=False)
class EntropyExample:
    """What happens, what is believed, and what each outcome costs on average.

    Attributes
    ----------
    outcomes : tuple of str
        Names; n outcomes.
    p, q : ndarray, shape (n,)
        The probability of each outcome, and what it is believed to be.
    own_surprisal, surprisal : ndarray, shape (n,)
        −log `p` and −log `q` in the unit of `base`: the surprise when the outcome comes, for
        one who knows `p` and for one who believes `q`; ∞ where the probability is 0.
    own_part, part : ndarray, shape (n,)
        `p` times these: each outcome's part of the entropy and of the cross-entropy. What never
        happens costs nothing, whatever was believed.
    extra : ndarray, shape (n,)
        `part` − `own_part`, each outcome's part of the divergence: negative where the belief
        is higher than the probability.
    entropy, kl, cross_entropy : float
        The sums of `own_part`, `extra` and `part`.
    kl_swapped : float
        The divergence with `p` and `q` exchanged.
    loss : float
        The cross-entropy again, by the name that it has as a model's surprisal.
    base : float or None
        Base of the logarithm; None is e.
    """

    outcomes: tuple[str, ...]
    p: Floats
    q: Floats
    own_surprisal: Floats
    surprisal: Floats
    own_part: Floats
    part: Floats
    extra: Floats
    entropy: float
    kl: float
    cross_entropy: float
    kl_swapped: float
    loss: float
    base: float | None

    @classmethod
    def of(
        cls,
        *,
        outcomes: Sequence[str],
        p: ArrayLike,
        q: ArrayLike | None = None,
        base: float | None = 2.0,
    ) -> EntropyExample:
        """Compute everything from what happens and what is believed.

        Parameters
        ----------
        outcomes : sequence of str
            Names, none twice; n outcomes.
        p : array_like, shape (n,)
            The probability of each outcome; they sum to 1.
        q : array_like, shape (n,), optional
            What it is believed to be; by default the same.
        base : float or None
            Base of the logarithm: 2 for bits, None for nats, 10 for hartleys.

        Raises
        ------
        InputError
            Where a shape, a name or a probability breaks a rule, or a distribution does not sum
            to 1.

        Examples
        --------
        >>> coin = EntropyExample.of(outcomes=["heads", "tails"], p=[0.9, 0.1], q=[0.5, 0.5])
        >>> round(coin.entropy, 4), round(coin.kl, 4), coin.cross_entropy
        (0.469, 0.531, 1.0)
        """
        names = _checks.names(outcomes, "outcomes")
        p = _checks.probabilities(p, "p", (len(names),))
        q = p if q is None else _checks.probabilities(q, "q", (len(names),))
        own_surprisal = np.asarray(surprisal(p, base=base))
        believed = np.asarray(surprisal(q, base=base))
        own_part, part = _expected(p, own_surprisal), _expected(p, believed)
        loss = float(cross_entropy(p, q, base=base))
        return cls(
            outcomes=names,
            p=p,
            q=q,
            own_surprisal=own_surprisal,
            surprisal=believed,
            own_part=own_part,
            part=part,
            extra=part - own_part,
            entropy=float(entropy(p, base=base)),
            kl=float(kl_divergence(p, q, base=base)),
            cross_entropy=loss,
            kl_swapped=float(kl_divergence(q, p, base=base)),
            loss=loss,
            base=base,
        )

    @property
    def most_surprising(self) -> int:
        """Position of the outcome with the largest part; the first where several have it."""
        return int(np.argmax(self.part))

    @property
    def most_misjudged(self) -> int:
        """Position of the outcome that adds most to the divergence."""
        return int(np.argmax(self.extra))

    @property
    def saving(self) -> int | None:
        """Position of the outcome that takes most from the divergence; None where none does."""
        position = int(np.argmin(self.extra))
        return position if self.extra[position] < 0 else None

    @property
    def is_right(self) -> bool:
        """Whether what is believed is what happens, to within what a sum may be off."""
        return bool(np.abs(self.p - self.q).max() <= ROW_SUM_TOLERANCE)


def _expected(p: Floats, surprisal: Floats) -> Floats:
    return p * np.where(p > 0, surprisal, 0.0)
