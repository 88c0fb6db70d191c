"""How do you know which way to move the line? Students as dots, and what a line gets wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from ce_core.activations import sigmoid
from ce_core.checks import InputError
from ce_core.descent import Trace, gradient_descent, runs_away, separable
from ce_core.examples import _checks
from ce_core.examples.types import Flags, Floats
from ce_core.gradients import binary_cross_entropy_with_logits_gradient
from ce_core.losses import binary_cross_entropy_with_logits

MOST_POINTS = 10.0
"""What a test's score is out of."""

SMALL_STEP = 0.2
DIRECTIONS = 72
TRAINING_STEPS = 2000
TOLERANCE = 1e-9
_AT_ONCE = 2**15  # scores that a landscape computes at a time: so many stay in the cache


@dataclass(frozen=True, eq=False)
class Probe:
    """All small moves of one length: what each would change.

    Attributes
    ----------
    directions : ndarray, shape (72, 2)
        Unit moves of the line's left and right end.
    moves : ndarray, shape (72, 2)
        The ends after each move.
    mistakes : ndarray, shape (72,)
        Students on the wrong side after each move.
    losses : ndarray, shape (72,)
        The cross-entropy after each move.
    """

    directions: Floats
    moves: Floats
    mistakes: Floats
    losses: Floats


@dataclass(frozen=True, eq=False)
class LineExample:
    """A line across two tests: who stands above it is predicted to pass.

    The line runs from height `left` where test 1 is 0 to height `right` where it is 10. A
    student's score is the height above it times the sharpness, so that it is linear in both
    ends, and the cross-entropy a bowl over them.

    Attributes
    ----------
    students : tuple of str
        Names; n students.
    passed : ndarray of bool, shape (n,)
        What happened.
    tests : ndarray, shape (n, 2)
        Points in test 1 and test 2, from 0 to 10.
    left, right : float
        The heights of the line's ends, in points of test 2.
    sharpness : float
        Score for each point above the line.
    """

    students: tuple[str, ...]
    passed: Flags
    tests: Floats
    left: float
    right: float
    sharpness: float

    RESULTS: ClassVar = ("logits", "p_pass", "surprisal", "wrong", "mistakes", "loss", "gradient")

    @classmethod
    def of(
        cls,
        *,
        students: Sequence[str],
        passed: ArrayLike,
        tests: ArrayLike,
        left: float,
        right: float,
        sharpness: float = 1.0,
    ) -> LineExample:
        """Lay a line across the students' tests.

        Parameters
        ----------
        students : sequence of str
            Names, none twice; n students.
        passed : array_like, shape (n,)
            What happened: true or 1 for a pass.
        tests : array_like, shape (n, 2)
            Points in test 1 and test 2, from 0 to 10.
        left, right : float
            The heights of the line's ends.
        sharpness : float
            Score for each point above the line, above 0.

        Raises
        ------
        InputError
            Where a shape, a name or a number of points breaks a rule, an end is not finite or
            the sharpness not above 0.

        Examples
        --------
        >>> line = LineExample.of(
        ...     students="ABCD",
        ...     passed=[0, 0, 1, 1],
        ...     tests=[[1.9, 5.3], [6.4, 2.8], [4.2, 7.4], [8.8, 5.6]],
        ...     left=3.0,
        ...     right=7.0,
        ... )
        >>> line.mistakes, round(line.loss, 4)
        (2, 3.1148)
        """
        if not (np.isfinite([left, right, sharpness]).all() and sharpness > 0):
            raise InputError(
                "A line needs two finite ends and a sharpness above 0; it has {left}, {right} and "
                "{sharpness}.",
                rule="line",
                left=left,
                right=right,
                sharpness=sharpness,
            )
        names = _checks.names(students, "students")
        happened = _checks.flags(passed, "passed", (len(names),))
        points = _checks.within(tests, "tests", (len(names), 2), 0.0, MOST_POINTS)
        return cls(names, happened, points, left, right, sharpness)

    def with_ends(self, left: float, right: float) -> LineExample:
        """Return the same students with the line elsewhere."""
        return replace(self, left=left, right=right)

    @cached_property
    def logits(self) -> Floats:
        """Each student's score: sharpness times the height above the line, shape (n,)."""
        return self._logits(np.float64(self.left), np.float64(self.right))

    @cached_property
    def p_pass(self) -> Floats:
        """The probability of a pass that each score stands for, shape (n,)."""
        p: Floats = np.asarray(sigmoid(self.logits))
        return p

    @cached_property
    def surprisal(self) -> Floats:
        """What each student costs, in nats, shape (n,)."""
        return self._surprisals(self.logits)

    @cached_property
    def wrong(self) -> Flags:
        """Who stands on the wrong side, shape (n,); on the line itself counts as a pass."""
        flags: Flags = (self.logits >= 0) != self.passed
        return flags

    @property
    def mistakes(self) -> int:
        """How many stand on the wrong side."""
        return int(self.wrong.sum())

    @property
    def loss(self) -> float:
        """The cross-entropy: the sum of all surprisals."""
        return float(self.surprisal.sum())

    @property
    def undecided_loss(self) -> float:
        """What it costs to give everyone 1/2: n · ln 2."""
        return float(self._surprisals(np.zeros(len(self.passed))).sum())

    @property
    def gradient(self) -> Floats:
        """The slope of the cross-entropy by the left and the right end, shape (2,)."""
        return self._gradient(np.array([self.left, self.right]))

    @cached_property
    def runs_away(self) -> bool:
        """Whether the cross-entropy has no lowest point over the ends at this sharpness.

        So it is if all passed, all failed, or test 1 alone parts those who did from those who
        did not: the line may then turn ever steeper.
        """
        signs = np.where(self.passed, 1.0, -1.0)
        return runs_away(signs[:, np.newaxis] * self._weights)

    @cached_property
    def separable(self) -> bool:
        """Whether some straight line, in any direction, parts passed from failed."""
        return separable(self.tests, self.passed)

    @cached_property
    def many_best_lines(self) -> bool:
        """Whether all dots share one score in test 1, so that lines that meet there are equal."""
        return bool(np.ptp(self.tests[:, 0]) == 0)

    def landscape(self, lefts: Floats, rights: Floats) -> tuple[Floats, Floats]:
        """Return the count and the cross-entropy for every pair of ends.

        Both have the shape ``(len(rights), len(lefts))``.
        """
        mistakes = np.empty((len(rights), len(lefts)))
        losses = np.empty_like(mistakes)
        rows = max(_AT_ONCE // max(len(lefts) * len(self.passed), 1), 1)
        for first in range(0, len(rights), rows):
            some = slice(first, first + rows)
            scores = self._logits(lefts[:, np.newaxis], rights[some, np.newaxis, np.newaxis])
            mistakes[some] = ((scores >= 0) != self.passed).sum(axis=-1)
            losses[some] = self._surprisals(scores).sum(axis=-1)
        return mistakes, losses

    def probe(self, length: float = SMALL_STEP) -> Probe:
        """Try every small move of that length: 72 directions, evenly spread."""
        angles = np.arange(DIRECTIONS) * (2 * np.pi / DIRECTIONS)
        directions = np.column_stack([np.cos(angles), np.sin(angles)])
        ends = np.array([self.left, self.right]) + length * directions
        scores = self._logits(ends[:, :1], ends[:, 1:])
        return Probe(
            directions=directions,
            moves=ends,
            mistakes=((scores >= 0) != self.passed).sum(axis=-1).astype(np.float64),
            losses=self._surprisals(scores).sum(axis=-1),
        )

    def step_by_count(self, length: float = SMALL_STEP) -> LineExample:
        """Return the line after the small move with the fewest mistakes; none if none has fewer."""
        probe = self.probe(length)
        best = int(np.argmin(probe.mistakes))
        if probe.mistakes[best] >= self.mistakes:
            return self
        return self.with_ends(*self._moved(probe.directions[best], length))

    def step_by_loss(self, length: float = SMALL_STEP) -> LineExample:
        """Return the line after a small move straight against the cross-entropy's slope.

        The move is shorter where the full one would pass the lowest point; none where the
        ground is level.
        """
        slope = self.gradient
        norm = float(np.linalg.norm(slope))
        if norm / len(self.students) <= TOLERANCE:
            return self
        while length > TOLERANCE:
            moved = self.with_ends(*self._moved(-slope / norm, length))
            if moved.loss < self.loss:
                return moved
            length /= 2
        return self

    def train(self, most_steps: int = TRAINING_STEPS) -> Trace:
        """Descend from here by the cross-entropy's mean over the students, both ends free.

        The step size is one over the largest curvature the bowl can have, with which every step
        leads down.
        """
        w = self._weights
        curvature = float(np.linalg.eigvalsh(w.T @ w)[-1]) / (4 * len(w))
        return gradient_descent(
            lambda ends: float(self._surprisals(self._logits(*ends)).sum()) / len(w),
            lambda ends: self._gradient(ends) / len(w),
            [self.left, self.right],
            step_size=1 / curvature,
            most_steps=most_steps,
            tolerance=TOLERANCE,
        )

    def losses_if_as_sure_as(self, sharpness: Floats) -> Floats:
        """Return the cross-entropy of this very line for each sharpness, shape ``(m,)``."""
        margins = self.logits / self.sharpness
        losses: Floats = self._surprisals(sharpness[:, np.newaxis] * margins).sum(axis=-1)
        return losses

    @cached_property
    def best_sharpness(self) -> float:
        """The sharpness at which this line costs least: ∞ where it makes no mistake.

        It is 0 where the line is wrong so often that a shrug would be cheaper.
        """
        margins = np.where(self.passed, 1.0, -1.0) * self.logits / self.sharpness
        if not (margins < 0).any():
            return float("inf") if margins.any() else 0.0

        def slope(sharpness: float) -> float:
            gradient = binary_cross_entropy_with_logits_gradient(
                np.ones(len(margins)), sharpness * margins
            )
            return float(margins @ gradient)

        if slope(0.0) >= 0:
            return 0.0
        low, high = 0.0, 1.0
        while slope(high) < 0:
            low, high = high, 2 * high
        while high - low > 1e-12 * high:  # the loss is convex, so its slope has one root
            middle = (low + high) / 2
            low, high = (middle, high) if slope(middle) < 0 else (low, middle)
        return high

    @cached_property
    def _weights(self) -> Floats:
        """What a point more of each end does to each score, shape (n, 2)."""
        share = self.tests[:, 0] / MOST_POINTS
        return -self.sharpness * np.column_stack([1 - share, share])

    def _logits(self, left: Floats | float, right: Floats | float) -> Floats:
        # Weighted ends, so that the height is exactly left at 0 points and right at 10.
        share = self.tests[:, 0] / MOST_POINTS
        height = left * (1 - share) + right * share
        scores: Floats = self.sharpness * (self.tests[:, 1] - height)
        return scores

    def _surprisals(self, scores: Floats) -> Floats:
        truth = np.broadcast_to(self.passed, scores.shape).astype(np.float64)
        surprisals: Floats = np.asarray(
            binary_cross_entropy_with_logits(truth, scores, reduction="none")
        )
        return surprisals

    def _gradient(self, ends: Floats) -> Floats:
        slopes = binary_cross_entropy_with_logits_gradient(
            self.passed.astype(np.float64), self._logits(*ends)
        )
        gradient: Floats = self._weights.T @ slopes
        return gradient

    def _moved(self, direction: Floats, length: float) -> tuple[float, float]:
        return self.left + length * float(direction[0]), self.right + length * float(direction[1])
