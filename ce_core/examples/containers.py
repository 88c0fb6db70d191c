"""Fruit in containers: what is believed of each, and the fruit really inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ce_core.checks import ROW_SUM_TOLERANCE, InputError
from ce_core.examples import _checks
from ce_core.examples.types import Floats, Positions


@dataclass(frozen=True, eq=False)
class Beliefs:
    """What is believed of each container, and what is really inside.

    Attributes
    ----------
    fruits, containers : tuple of str
        Names; k fruits and n containers.
    p : ndarray, shape (k, n)
        The probability of each fruit in each container, as given: nothing is rescaled.
    inside : ndarray of int, shape (n,)
        The position of the fruit really inside each container.
    sums : ndarray, shape (n,)
        What each container's probabilities sum to.
    """

    fruits: tuple[str, ...]
    containers: tuple[str, ...]
    p: Floats
    inside: Positions
    sums: Floats

    @classmethod
    def of(
        cls,
        *,
        fruits: Sequence[str],
        containers: Sequence[str],
        p: ArrayLike,
        inside: ArrayLike,
    ) -> Beliefs:
        """Take beliefs as they are, whether or not they sum to 1.

        Parameters
        ----------
        fruits, containers : sequence of str
            Names, none twice; k fruits and n containers.
        p : array_like, shape (k, n)
            The probability of each fruit in each container, from 0 to 1.
        inside : array_like of int, shape (n,)
            The position of the fruit really inside each container.

        Raises
        ------
        InputError
            Where a shape, a name, a probability or a position breaks a rule.

        Examples
        --------
        >>> beliefs = Beliefs.of(
        ...     fruits=["fig", "kiwi"], containers="AB", p=[[0.7, 0.5], [0.4, 0.5]], inside=[0, 1]
        ... )
        >>> beliefs.sums.round(6).tolist(), beliefs.off.tolist()
        ([1.1, 1.0], [0])
        """
        fruit_names = _checks.names(fruits, "fruits")
        container_names = _checks.names(containers, "containers")
        k, n = len(fruit_names), len(container_names)
        probabilities = _checks.probabilities(p, "p", (k, n))
        return cls(
            fruits=fruit_names,
            containers=container_names,
            p=probabilities,
            inside=_checks.positions(inside, "inside", (n,), k),
            # Added up in the order in which ce_core.losses does.
            sums=np.ascontiguousarray(probabilities.T).sum(axis=-1),
        )

    @property
    def off(self) -> Positions:
        """Positions of the containers whose probabilities do not sum to 1."""
        return np.flatnonzero(~(np.abs(self.sums - 1.0) <= ROW_SUM_TOLERANCE))

    def check_sums(self) -> None:
        """Require each container's probabilities to sum to 1, within `ROW_SUM_TOLERANCE`.

        Raises
        ------
        InputError
            It names the first container that does not.
        """
        if not len(self.off):
            return
        first = int(self.off[0])
        zero = self.sums[first] == 0
        raise InputError(
            "The probabilities in a container sum to 1; those in {column} are all 0."
            if zero
            else "The probabilities in a container sum to 1, within {tolerance}; those in {column} "
            "sum to {sum}.",
            rule="column_zero" if zero else "column_sum",
            column=self.containers[first],
            sum=f"{self.sums[first]:.7g}",
            tolerance=f"{ROW_SUM_TOLERANCE:f}",
        )
