"""More than two classes: how do scores become probabilities?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from ce_core.activations import logsumexp, sigmoid, softmax
from ce_core.checks import InputError
from ce_core.examples import _checks
from ce_core.examples.types import Floats

# The sweep: one score from end to end.
SWEEP_END = 10.0
# A score further than this from where it takes over, in temperatures, changes nothing visible.
_FLAT = 9.0

ShareFailure = Literal["", "zero", "negative", "upside_down"]


@dataclass(frozen=True, eq=False)
class SoftmaxExample:
    """Scores on their way to probabilities: the way that fails, the naive one, the stable one.

    Attributes
    ----------
    classes : tuple of str
        Names; k classes.
    own_scores : ndarray, shape (k,)
        Each class's score before the constant is added.
    constant : float
        What is added to every score.
    scores : ndarray, shape (k,)
        `own_scores` + `constant`.
    temperature : float
        T; every score is divided by it.
    score_sum : float
        The sum of the scores; exactly 0 where only rounding keeps it from 0.
    shares : ndarray, shape (k,)
        Score ÷ sum; ±∞ or NaN where the sum is 0.
    share_failure : {"", "zero", "negative", "upside_down"}
        Why the shares are no probabilities: the sum is 0; some share is negative; all are
        positive, but only because two negatives make one, so that the lowest score gets most.
        Empty where they are.
    powers : ndarray, shape (k,)
        e^(score ÷ T), as float64 computes it: 0 and ∞ where it runs out.
    power_sum : float
        Their sum.
    naive : ndarray, shape (k,)
        `powers` ÷ `power_sum`: NaN where that is ∞ ÷ ∞ or 0 ÷ 0.
    distances : ndarray, shape (k,)
        (score − largest score) ÷ T, where the stable way takes its powers.
    probabilities : ndarray, shape (k,)
        The softmax, always defined.
    """

    classes: tuple[str, ...]
    own_scores: Floats
    constant: float
    scores: Floats
    temperature: float
    score_sum: float
    shares: Floats
    share_failure: ShareFailure
    powers: Floats
    power_sum: float
    naive: Floats
    distances: Floats
    probabilities: Floats

    @classmethod
    def of(
        cls,
        *,
        classes: Sequence[str],
        scores: ArrayLike,
        temperature: float = 1.0,
        constant: float = 0.0,
    ) -> SoftmaxExample:
        """Compute everything from the classes' scores.

        Parameters
        ----------
        classes : sequence of str
            Their names, none twice; k classes.
        scores : array_like, shape (k,)
            Their scores, finite.
        temperature : float
            T above 0.
        constant : float
            What is added to every score.

        Raises
        ------
        InputError
            Where a name or a shape breaks a rule, `temperature` is not a finite number above 0,
            or a score is not finite once the constant is added.

        Examples
        --------
        >>> blue_green_red = SoftmaxExample.of(classes=["blue", "green", "red"], scores=[2, 1, -1])
        >>> blue_green_red.probabilities.round(4).tolist()
        [0.7054, 0.2595, 0.0351]
        >>> blue_green_red.shares.tolist(), blue_green_red.share_failure
        ([1.0, 0.5, -0.5], 'negative')
        """
        names = _checks.names(classes, "classes")
        own_scores = _checks.numbers(scores, "scores", (len(names),))
        added = own_scores + constant
        if not np.isfinite(added).all():
            raise InputError(
                "{what} must be finite numbers; they are {value}.",
                rule="finite",
                what="The scores",
                value=added.tolist(),
            )
        probabilities = np.asarray(softmax(added, temperature=temperature))
        score_sum = _sum(added)
        with np.errstate(divide="ignore", invalid="ignore", over="ignore", under="ignore"):
            shares = added / score_sum
            powers = np.exp(added / temperature)
            power_sum = float(powers.sum())
            naive = powers / power_sum
        return cls(
            classes=names,
            own_scores=own_scores,
            constant=constant,
            scores=added,
            temperature=temperature,
            score_sum=score_sum,
            shares=shares,
            share_failure=_share_failure(added, score_sum),
            powers=powers,
            power_sum=power_sum,
            naive=naive,
            distances=(added - added.max()) / temperature,
            probabilities=probabilities,
        )

    @property
    def order(self) -> tuple[int, ...]:
        """Positions of the classes, the likeliest first; the given order where they tie."""
        return tuple(int(i) for i in np.argsort(-self.scores, kind="stable"))

    @property
    def likeliest(self) -> tuple[int, ...]:
        """Positions of the classes that no other exceeds, more than one where they tie."""
        return tuple(int(i) for i in np.flatnonzero(self.scores == self.scores.max()))

    @property
    def naive_fails(self) -> bool:
        """Whether float64 has no sum of powers to divide by: it is ∞, or 0."""
        return not 0 < self.power_sum < math.inf

    @property
    def stable_powers(self) -> Floats:
        """The power of e to each distance: what the stable way adds up, at most 1 each."""
        with np.errstate(under="ignore"):
            return np.asarray(np.exp(self.distances))

    def times_likelier(self, one: int, other: int) -> float:
        """Return how many times as likely `one` is as `other`; ∞ beyond what float64 holds."""
        with np.errstate(over="ignore"):
            return float(np.exp(self.distances[one] - self.distances[other]))

    def sigmoid_of_difference(self) -> float:
        """Return σ((first score − second score) ÷ T): with two classes, the first's probability."""
        return float(sigmoid((self.own_scores[0] - self.own_scores[1]) / self.temperature))

    def takes_over(self, moved: int) -> float:
        """Return the own score at which that class is as likely as all others together.

        It is T·log Σ e^(z ÷ T) over the others: the softmax of one class against the rest is the
        sigmoid of its distance from there.
        """
        others = np.delete(self.own_scores, moved)
        return self.temperature * float(logsumexp(others / self.temperature))

    def sweep(self, moved: int, *, points: int = 81) -> tuple[Floats, Floats]:
        """Return what every probability is while one class's own score runs from −10 to 10.

        Parameters
        ----------
        moved : int
            Position of that class.
        points : int
            How many scores, all where the curves bend; the two ends come on top.

        Returns
        -------
        scores : ndarray, shape (m,)
            The class's score.
        probabilities : ndarray, shape (m, k)
            The probability of each class there.

        Examples
        --------
        >>> example = SoftmaxExample.of(classes=["blue", "green"], scores=[2, 1])
        >>> scores, probabilities = example.sweep(0, points=3)
        >>> scores.tolist(), probabilities[:, 0].round(4).tolist()
        ([-10.0, -8.0, 1.0, 10.0], [0.0, 0.0001, 0.5, 0.9999])
        """
        takes_over = self.takes_over(moved)
        ends = np.array([-SWEEP_END, SWEEP_END])
        first, last = np.clip((ends - takes_over) / self.temperature, -_FLAT, _FLAT)
        bend = takes_over + np.linspace(first, last, points) * self.temperature
        swept = np.unique(np.clip(np.concatenate([ends, bend]), *ends))
        rows = np.tile(self.own_scores, (len(swept), 1))
        rows[:, moved] = swept
        return swept, np.asarray(softmax(rows, temperature=self.temperature))


def _sum(scores: Floats) -> float:
    total = math.fsum(scores)
    return 0.0 if abs(total) < 1e-12 * float(np.abs(scores).sum()) else total


def _share_failure(scores: Floats, score_sum: float) -> ShareFailure:
    if score_sum == 0:
        return "zero"
    if (scores < 0).any() and np.ptp(scores) > 0:  # equal scores get equal shares, rightly
        return "upside_down" if (scores <= 0).all() else "negative"
    return ""
