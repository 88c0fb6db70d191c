"""What losses compare with: labels, class indices, or rows of probabilities, block by block."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ce_core import _arrays, checks, options
from ce_core._kernels.blocks import Floats, Real, wide
from ce_core._kernels.categorical import Surprisals
from ce_core._kernels.divergence import weighted
from ce_core._kernels.slopes import Slopes
from ce_core._kernels.sums import row_sums
from ce_core._kernels.targets import Targets, holds_labels

Inputs = Callable[[slice], tuple[Any, ...]]


class BinaryInputs:
    """Targets and predictions of two classes, block by block, where each block is checked.

    Parameters
    ----------
    y_true, predictions, what
        The targets; the predictions, already real numbers; the predictions' name.
    label_smoothing, pos_weight
        As the losses take them.
    are_probabilities : bool
        Whether predictions must lie between 0 and 1.
    """

    def __init__(
        self,
        y_true: ArrayLike,
        predictions: checks.RealArray,
        what: str,
        label_smoothing: float = 0.0,
        pos_weight: ArrayLike | None = None,
        *,
        are_probabilities: bool = False,
    ) -> None:
        self._y, self._predictions, self._what = _arrays.real(y_true, "y_true"), predictions, what
        checks.same_shape(self._y, "y_true", predictions, what)
        self._flat_y, self._flat_predictions = self._y.reshape(-1), predictions.reshape(-1)
        self._smoothing = options.fraction(label_smoothing, "label_smoothing")
        self._are_probabilities = are_probabilities
        self._pos_weight = None
        if pos_weight is not None:
            self._pos_weight = options.positive_weights(pos_weight, self._y.shape).reshape(-1)

    def __call__(self, block: slice) -> tuple[Targets, Real]:
        """Return the targets and the predictions of a block."""
        y, predictions = self._flat_y[block], self._flat_predictions[block]
        labels = holds_labels(y)
        if not labels:
            _check(y, self._y, "y_true")
        if self._are_probabilities:
            _check(predictions, self._predictions, self._what)
        weight = None
        if self._pos_weight is not None:
            weight = self._pos_weight[np.arange(block.start, block.stop) % self._pos_weight.size]
        return Targets(y, labels, self._smoothing, weight), predictions


def _check(part: Real, whole: checks.RealArray, what: str) -> None:
    """Require a block to lie between 0 and 1; what does not is named by its place in the whole."""
    try:
        checks.unit_interval(part, what)
    except checks.InputError:
        checks.unit_interval(whole, what)


def row_inputs(predictions: checks.RealArray, kernels: Surprisals | Slopes) -> Inputs:
    """Return the function from a slice to (slice, rows, kernels), for `Labels` and `Rows`."""
    rows = predictions.reshape(-1, predictions.shape[-1])
    return lambda block: (block, rows[block], kernels)


def smoothed(targets: Real, smoothing: float, classes: int) -> Real:
    """Return (1 - s) y + s / C: the share s of each target is spread over all classes."""
    return wide(targets) * (1.0 - smoothing) + smoothing / classes if smoothing else targets


class Labels:
    """Class indices: a sample counts by the weight of its class, or not at all where ignored."""

    def __init__(
        self,
        y_true: checks.RealArray,
        classes: int,
        class_weight: Floats | None,
        label_smoothing: float,
        ignore_index: int | None,
    ) -> None:
        checks.class_labels(y_true, classes, "y_true", ignore_index)
        self.labels = y_true.reshape(-1)
        self.class_weight = class_weight
        self.smoothing = label_smoothing
        self.ignored = ignore_index
        self.row_weight = None
        if class_weight is not None or ignore_index is not None:
            self.row_weight = self._row_weight

    def losses(self, block: slice, values: Real, surprisals: Surprisals) -> Floats:
        """Return (1 - s) w_y h_y + s/C sum_c w_c h_c, h a row's surprisals; 0 if ignored."""
        labels, kept = self._kept(block)
        losses = self._all_losses(labels, values, surprisals)
        return losses if kept is None else weighted(kept, losses)

    def _all_losses(self, labels: NDArray[np.intp], values: Real, surprisals: Surprisals) -> Floats:
        if not self.smoothing:
            losses = surprisals.of_labels(values, labels)
            if self.class_weight is None:
                return losses
            return weighted(self.class_weight[labels], losses)
        target = _weighed(self._target(labels, values.shape), self.class_weight)
        return _expected(target, surprisals.of_classes(values))

    def gradient(self, factor: Floats, block: slice, values: Real, slopes: Slopes) -> Floats:
        """Return a factor for each row times the slopes of its loss, 0 where ignored."""
        labels, kept = self._kept(block)
        if kept is not None:
            factor = factor * kept
        if self.smoothing:
            target = self._target(labels, values.shape)
            return slopes.of_targets(factor, target, self.class_weight, values)
        if self.class_weight is not None:
            factor = factor * self.class_weight[labels]
        return slopes.of_labels(factor, labels, values)

    def _kept(self, block: slice) -> tuple[NDArray[np.intp], Floats | None]:
        """Return the labels, 0 where they are ignored, and 1 for each kept, unless all are."""
        labels = self.labels[block].astype(np.intp, copy=False)
        if self.ignored is None:
            return labels, None
        kept = labels != self.ignored
        return np.where(kept, labels, 0), wide(kept)

    def _target(self, labels: NDArray[np.intp], shape: tuple[int, ...]) -> Floats:
        """Return (1 - s) y_c + s/C for each class of each row."""
        target = np.full(shape, self.smoothing / shape[1])
        target[np.arange(labels.size), labels] += 1.0 - self.smoothing
        return target

    def _row_weight(self, block: slice) -> Floats:
        """Return the weight of each sample's class, 0 where it is ignored."""
        labels, kept = self._kept(block)
        weight = np.ones(labels.size) if self.class_weight is None else self.class_weight[labels]
        return weight if kept is None else kept * weight


class Rows:
    """Rows of probabilities: class weights weigh the terms of a row, and each row counts as 1."""

    row_weight = None

    def __init__(
        self,
        y_true: checks.RealArray,
        class_weight: Floats | None,
        label_smoothing: float,
        ignore_index: int | None,
    ) -> None:
        if ignore_index is not None:
            raise checks.InputError(
                "ignore_index needs class indices in y_true, not rows of probabilities.",
                rule="ignore_index_with_rows",
            )
        checks.unit_interval(y_true, "y_true")
        checks.sums_to_one(y_true, "y_true")
        self.rows = y_true.reshape(-1, y_true.shape[-1])
        self.class_weight = class_weight
        self.smoothing = label_smoothing

    def losses(self, block: slice, values: Real, surprisals: Surprisals) -> Floats:
        """Return sum_c w_c ((1 - s) y_c + s/C) h_c of each row, h the surprisals."""
        target = _weighed(self._target(block), self.class_weight)
        return _expected(target, surprisals.of_classes(values))

    def gradient(self, factor: Floats, block: slice, values: Real, slopes: Slopes) -> Floats:
        """Return a factor for each row times the slopes of its loss."""
        return slopes.of_targets(factor, self._target(block), self.class_weight, values)

    def _target(self, block: slice) -> Floats:
        rows = self.rows[block]
        return wide(smoothed(rows, self.smoothing, rows.shape[1]))


def _weighed(target: Floats, class_weight: Floats | None) -> Floats:
    return target if class_weight is None else target * class_weight


def _expected(target: Floats, surprisals: Floats) -> Floats:
    return row_sums(weighted(target, surprisals))


def targets_for(
    y_true: ArrayLike,
    predictions: checks.RealArray,
    what: str,
    class_weight: ArrayLike | None,
    label_smoothing: float,
    ignore_index: int | None,
) -> Labels | Rows:
    """Return `y_true` as labels, one for each row of predictions, or as rows of the same shape."""
    y: Any = _arrays.real(y_true, "y_true")
    classes = predictions.shape[-1]
    smoothing = options.fraction(label_smoothing, "label_smoothing")
    ignore_index = options.class_index(ignore_index, "ignore_index")
    weight = None
    if class_weight is not None:
        weight = wide(options.weights(class_weight, (classes,), "class_weight"))
    if y.ndim == predictions.ndim:
        checks.same_shape(y, "y_true", predictions, what)
        return Rows(y, weight, smoothing, ignore_index)
    checks.one_label_a_row(y, predictions, what)
    return Labels(y, classes, weight, smoothing, ignore_index)
