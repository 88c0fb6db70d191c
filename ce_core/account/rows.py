"""Each row's own figures: what it paid, what the model expected it to pay, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ce_core._kernels.blocks import Floats
from ce_core._kernels.divergence import weighted
from ce_core.account.predictions import Predictions


@dataclass(frozen=True, eq=False)
class Event:
    """An event that the model gave a probability, and that came true or did not.

    It is what calibration is about. For two classes it is the second class; for more it is that
    the most probable class was the true one. What the loss has beyond the event's own, the loss
    of not naming the right other class, is `naming`.

    Attributes
    ----------
    score : ndarray, shape (n,)
        Orders the rows as the probability does, and tells apart what rounds to 1.
    probability : ndarray, shape (n,)
        What the model gave the event.
    happened : ndarray of bool, shape (n,)
        Whether it came true.
    if_so, if_not : ndarray, shape (n,)
        What the event costs where it comes true and where it does not, in nats.
    naming : ndarray, shape (n,)
        The rest of each row's loss, never negative; 0 throughout for two classes.
    """

    score: Floats
    probability: Floats
    happened: NDArray[np.bool_]
    if_so: Floats
    if_not: Floats
    naming: Floats

    @cached_property
    def loss(self) -> Floats:
        """What the event did cost."""
        return np.where(self.happened, self.if_so, self.if_not)


@dataclass(frozen=True, eq=False)
class Rows:
    """Predictions, and what follows from them row by row.

    Attributes
    ----------
    predictions : Predictions
        The rows, read.
    """

    predictions: Predictions

    @property
    def count(self) -> int:
        """How many there are."""
        return self.predictions.label.size

    @property
    def weight(self) -> Floats:
        """What each row counts."""
        return self.predictions.weight

    @cached_property
    def loss(self) -> Floats:
        """-log p of what happened: ∞ where p is 0."""
        return self.predictions.surprisal[np.arange(self.count), self.predictions.label]

    @cached_property
    def finite(self) -> NDArray[np.bool_]:
        """Whether the loss is finite."""
        return np.isfinite(self.loss)

    @cached_property
    def _expected_terms(self) -> Floats:
        return weighted(self.predictions.probability, self.predictions.surprisal)

    @cached_property
    def expected(self) -> Floats:
        """H = -sum_k p_k log p_k, the loss that the model itself expected."""
        total: Floats = self._expected_terms.sum(axis=1)
        return total

    @cached_property
    def variance(self) -> Floats:
        """V = sum_k p_k (-log p_k - H)², how far it expected the loss to lie from H."""
        return self._moment(2)

    @cached_property
    def third_moment(self) -> Floats:
        """M = sum_k p_k (-log p_k - H)³, how lopsided."""
        return self._moment(3)

    def _moment(self, order: int) -> Floats:
        """Return sum_k p_k (-log p_k - H)^order; what has no chance does not count."""
        p, surprisal = self.predictions.probability, self.predictions.surprisal
        distance = np.where(p > 0, surprisal, 0.0)
        distance -= self.expected[:, None]
        total: Floats = (p * distance**order).sum(axis=1)
        return total

    @cached_property
    def top(self) -> NDArray[np.intp]:
        """The most probable class; the first of equals."""
        top: NDArray[np.intp] = self.predictions.surprisal.argmin(axis=1)
        return top

    @cached_property
    def event(self) -> Event:
        """What calibration is about; see `Event`."""
        if self.predictions.surprisal.shape[1] == 2:
            return self._second_class()
        return self._top_was_right()

    def _second_class(self) -> Event:
        given = self.predictions
        if_not, if_so = given.surprisal.T
        score = given.score
        if score is None:
            score = if_not - if_so
        happened = given.label == 1
        return Event(score, given.probability[:, 1], happened, if_so, if_not, np.zeros(self.count))

    def _top_was_right(self) -> Event:
        given, each = self.predictions, np.arange(self.count)
        others = given.surprisal.copy()
        others[each, self.top] = np.inf
        least = others.min(axis=1)
        among = np.log(np.exp(least[:, None] - others).sum(axis=1))
        if_not = np.where(np.isinf(least), np.inf, least - among)
        naming = (self.loss - least) + among
        if_so = given.surprisal[each, self.top]
        happened = self.top == given.label
        naming = np.where(happened, 0.0, np.where(self.finite, naming, np.inf))
        probability = given.probability[each, self.top]
        return Event(if_not - if_so, probability, happened, if_so, if_not, naming)
