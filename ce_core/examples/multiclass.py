"""Fruit in containers: what does each belief about what is inside cost?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from ce_core.examples import _checks
from ce_core.examples.containers import Beliefs
from ce_core.examples.types import Floats, Positions
from ce_core.likelihood import likelihood
from ce_core.losses import categorical_cross_entropy


@dataclass(frozen=True, eq=False)
class FruitExample:
    """What was believed of several containers, and what each belief costs.

    Attributes
    ----------
    fruits, containers : tuple of str
        Names; k fruits and n containers.
    p : ndarray, shape (k, n)
        The probability of each fruit in each container; each column sums to 1.
    inside : ndarray of int, shape (n,)
        The position of the fruit really inside each container.
    y : ndarray, shape (k, n)
        The same as one-hot columns: 1 for the fruit inside, 0 for all others.
    sums : ndarray, shape (n,)
        What each container's probabilities sum to.
    p_true : ndarray, shape (n,)
        The probability of the fruit inside.
    surprisal : ndarray, shape (n,)
        −log of `p_true`, in the unit of `base`; ∞ where the fruit inside had probability 0.
    terms : ndarray, shape (n,)
        Each container's part of the loss: `surprisal`, divided by n under the mean.
    product : float
        The product of `p_true` over the containers.
    loss : float
        The categorical cross-entropy: the sum or the mean of `surprisal` over the containers.
    base : float or None
        Base of the logarithm; None is e.
    reduction : {"sum", "mean"}
        How the surprisals become a loss.
    """

    fruits: tuple[str, ...]
    containers: tuple[str, ...]
    p: Floats
    inside: Positions
    y: Floats
    sums: Floats
    p_true: Floats
    surprisal: Floats
    terms: Floats
    product: float
    loss: float
    base: float | None
    reduction: Literal["sum", "mean"]

    @classmethod
    def of(
        cls,
        *,
        fruits: Sequence[str],
        containers: Sequence[str],
        p: ArrayLike,
        inside: ArrayLike,
        base: float | None = 10.0,
        reduction: Literal["sum", "mean"] = "sum",
    ) -> FruitExample:
        """Compute everything from what was believed and what is inside.

        Parameters
        ----------
        fruits, containers : sequence of str
            Names, none twice; k fruits and n containers.
        p : array_like, shape (k, n)
            The probability of each fruit in each container; each column sums to 1.
        inside : array_like of int, shape (n,)
            The position of the fruit really inside each container.
        base : float or None
            Base of the logarithm; None is e.
        reduction : {"sum", "mean"}
            How the surprisals become a loss.

        Raises
        ------
        InputError
            Where a shape, a name, a probability, a position or an option breaks a rule, or a
            column does not sum to 1.

        Examples
        --------
        >>> example = FruitExample.of(
        ...     fruits=["orange", "apple", "lemon"],
        ...     containers="ABC",
        ...     p=[[0.7, 0.3, 0.1], [0.2, 0.4, 0.5], [0.1, 0.3, 0.4]],
        ...     inside=[0, 2, 2],
        ... )
        >>> round(example.product, 6), round(example.loss, 4)
        (0.084, 1.0757)
        """
        beliefs = Beliefs.of(fruits=fruits, containers=containers, p=p, inside=inside)
        return cls.from_beliefs(beliefs, base=base, reduction=reduction)

    @classmethod
    def from_beliefs(
        cls,
        beliefs: Beliefs,
        *,
        base: float | None = 10.0,
        reduction: Literal["sum", "mean"] = "sum",
    ) -> FruitExample:
        """Compute everything from beliefs whose columns sum to 1; else raise `InputError`."""
        _checks.sum_or_mean(reduction)
        beliefs.check_sums()
        p, inside = beliefs.p, beliefs.inside
        count = len(beliefs.containers)
        surprisal = np.asarray(
            categorical_cross_entropy(inside, p.T, base=base, reduction="none"), dtype=np.float64
        )
        p_true = p[inside, np.arange(count)]
        return cls(
            fruits=beliefs.fruits,
            containers=beliefs.containers,
            p=p,
            inside=inside,
            y=np.eye(len(beliefs.fruits))[:, inside],
            sums=beliefs.sums,
            p_true=p_true,
            surprisal=surprisal,
            terms=surprisal / count if reduction == "mean" else surprisal,
            product=float(likelihood(p_true)),
            loss=float(categorical_cross_entropy(inside, p.T, base=base, reduction=reduction)),
            base=base,
            reduction=reduction,
        )

    @property
    def most_surprising(self) -> int:
        """Position of the container that costs most; the first where several do."""
        return int(np.argmax(self.surprisal))

    @property
    def share(self) -> float:
        """The most surprising container's part of the loss; NaN where that is ∞ or 0."""
        total = self.surprisal.sum()
        return float(self.surprisal.max() / total) if 0 < total < np.inf else float("nan")

    @property
    def right_bets(self) -> int:
        """In how many containers the fruit inside was the likeliest, with no other as likely."""
        rivals = np.where(self.y == 1, -np.inf, self.p).max(axis=0)
        return int((self.p_true > rivals).sum())
