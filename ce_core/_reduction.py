"""How losses leave the package: weighed, in units of the base, added up or averaged."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from ce_core import checks, options
from ce_core._kernels import blocks, sums
from ce_core._kernels.blocks import Floats, wide
from ce_core._kernels.divergence import weighted
from ce_core._targets import Inputs
from ce_core._types import Reals

PerBlock = Callable[[slice], Floats]

SHRINK = 2.0**-64
"""A sum that exceeds the largest float does not if each term is taken times this."""


def like(source: checks.RealArray, result: Reals) -> float | Reals:
    """Return `result` as float32 where `source` was; a result without axes as a float.

    A float takes part in arithmetic with float32 arrays as one of them, so nothing is rounded.
    """
    if not result.ndim:
        return float(result)
    return in_dtype_of(source, result)


def in_dtype_of(source: checks.RealArray, result: Reals) -> Reals:
    """Return `result` as float32 where `source` was, else as it is."""
    if source.dtype != np.float32:
        return result
    with np.errstate(over="ignore"):
        return result.astype(np.float32, copy=False)


def by_blocks(
    source: checks.RealArray,
    kernel: Callable[..., Floats],
    inputs: Inputs,
    shape: tuple[int, ...],
    row_length: int = 1,
) -> Reals:
    """Return what `kernel` makes of every block, in the given shape and the dtype of `source`.

    `row_length` is how many elements of the source each sample has, by which blocks are sized.
    """
    single = source.dtype == np.float32 and len(shape) > 0
    result: Reals = np.empty(shape, np.float32) if single else np.empty(shape)
    samples = source.size // row_length
    rows = result.reshape(samples, -1)

    def fill(block: slice) -> None:
        rows[block] = kernel(*inputs(block)).reshape(-1, rows.shape[1])

    blocks.run(fill, samples, row_length)
    return result


def of_each(source: checks.RealArray, kernel: Callable[[Reals], Floats]) -> float | Reals:
    """Return what `kernel` makes of each number, block by block."""
    flat = source.reshape(-1)
    return like(source, by_blocks(source, kernel, lambda block: (flat[block],), source.shape))


def of_each_row(
    rows: tuple[checks.RealArray, ...], kernel: Callable[..., Floats], shape: tuple[int, ...]
) -> Reals:
    """Return what `kernel` makes of each row of every array, float32 if all of them are."""
    source = next((array for array in rows if array.dtype != np.float32), rows[0])
    classes = source.shape[-1]
    flat = [array.reshape(-1, classes) for array in rows]
    return by_blocks(
        source, kernel, lambda block: tuple(array[block] for array in flat), shape, classes
    )


class Reducer:
    """The options that all losses share, checked once.

    Parameters
    ----------
    source : array
        The predictions, by whose dtype the result goes.
    shape : tuple of int
        The shape of the losses, one for each sample.
    reduction, base, sample_weight
        As the losses take them.
    """

    def __init__(
        self,
        source: checks.RealArray,
        shape: tuple[int, ...],
        *,
        reduction: options.Reduction,
        base: float | None,
        sample_weight: ArrayLike | None,
    ) -> None:
        self.source = source
        self.shape = shape
        self.reduction = options.one_of_the_reductions(reduction)
        self.unit = options.log_base(base)
        self.sample_weight = None
        if sample_weight is not None:
            weights = options.weights(sample_weight, shape, "sample_weight").reshape(-1)
            mean = self.reduction == "mean"
            self.sample_weight = options.ratios(weights) if mean else weights

    def __call__(
        self,
        kernel: Callable[..., Floats],
        inputs: Inputs,
        *,
        total: Callable[..., float] | None = None,
        row_weight: PerBlock | None = None,
        row_length: int = 1,
        explain: Callable[[], None] | None = None,
    ) -> float | Reals:
        """Run `kernel` over blocks of samples and reduce the losses, in nats, that it returns.

        Parameters
        ----------
        kernel : callable
            From the inputs of a block to its losses.
        inputs : callable
            From a slice of the samples to the inputs of the kernel.
        total : callable, optional
            From the same inputs to the sum of the losses, where that has a cheaper way.
        row_weight : callable, optional
            From a slice to what each sample counts in a mean, beside `sample_weight`.
        row_length : int
            Elements of a sample, by which the blocks are sized.
        explain : callable, optional
            Raises for the input that has no loss; called when a loss came out NaN, so that
            inputs without NaN are not searched for it.
        """
        count = math.prod(self.shape)
        weighed = self._weighed(lambda block: kernel(*inputs(block)))
        if self.reduction == "none":
            result = by_blocks(
                self.source,
                lambda block: weighed(block) / self.unit,
                lambda block: (block,),
                self.shape,
                row_length,
            )
            if explain is not None and math.isnan(result.max()):
                explain()
            return like(self.source, result)
        if total is None or self.sample_weight is not None:
            sum_of = _summed(weighed)
        else:
            sum_of = _composed(total, inputs)
        value = blocks.total(sum_of, count, row_length)
        if explain is not None and math.isnan(value):
            explain()
        divisor = self._divisor(row_weight, count)
        if math.isinf(value) or math.isinf(divisor):
            value = blocks.total(_summed(weighed, SHRINK), count, row_length)
            divisor = self._divisor(row_weight, count, SHRINK)
        return value / (divisor * self.unit)

    def gradient(
        self,
        kernel: Callable[..., Floats],
        inputs: Inputs,
        *,
        row_weight: PerBlock | None = None,
        row_length: int = 1,
    ) -> Reals:
        """Return the slopes of the reduced losses, in the shape of the predictions.

        Parameters
        ----------
        kernel : callable
            From a factor for each sample and the inputs of a block to its slopes.
        inputs, row_weight, row_length
            As for the losses.
        """
        count, scale = math.prod(self.shape), 1.0
        divisor = self._divisor(row_weight, count)
        if math.isinf(divisor):
            scale, divisor = SHRINK, self._divisor(row_weight, count, SHRINK)

        def slopes(block: slice) -> Floats:
            weights = self.sample_weight
            weight = np.ones(block.stop - block.start) if weights is None else wide(weights[block])
            return kernel(weight * scale / (divisor * self.unit), *inputs(block))

        return by_blocks(self.source, slopes, lambda block: (block,), self.source.shape, row_length)

    def _weighed(self, losses: PerBlock) -> PerBlock:
        weights = self.sample_weight
        if weights is None:
            return losses
        return lambda block: weighted(weights[block], losses(block))

    def _divisor(self, row_weight: PerBlock | None, count: int, scale: float = 1.0) -> float:
        """Return what the sum is divided by, times `scale`.

        It is 1 for the sum, for a mean the number of samples or the sum of their weights.
        """
        if self.reduction != "mean":
            return scale
        if row_weight is None and self.sample_weight is None:
            return count * scale
        weighed = self._weighed(row_weight or (lambda block: np.ones(block.stop - block.start)))
        divisor = blocks.total(_summed(weighed, scale), count)
        if divisor == 0:
            raise checks.InputError(
                "nothing is left to average: every sample is ignored or has weight 0.",
                rule="nothing_to_average",
            )
        return divisor


def _summed(per_block: PerBlock, scale: float = 1.0) -> Callable[[slice], float]:
    if scale == 1:
        return lambda block: sums.total(per_block(block))
    return lambda block: sums.total(per_block(block) * scale)


def _composed(total: Callable[..., float], inputs: Inputs) -> Callable[[slice], float]:
    return lambda block: total(*inputs(block))
