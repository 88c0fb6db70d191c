"""The same targets and predictions under every library, beside the mathematical loss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ce_core.checks import InputError
from ce_core.frameworks import keras_calls, optax, pytorch_calls, scikit_learn
from ce_core.frameworks.arithmetic import Array
from ce_core.frameworks.batch import Batch, Reduction
from ce_core.frameworks.keras import Backend
from ce_core.frameworks.mathematics import Mathematics, mathematics
from ce_core.frameworks.outcome import (
    Convention,
    Library,
    LibraryLoss,
    LibraryResult,
    Refusal,
    RefusedError,
)
from ce_core.frameworks.rules import RULES

_TAIL_RULES = ("logit_tail_lost", "softmax_tail_lost")
_ROUNDING = 64
"""Units of the dtype's epsilon within which a difference is plain rounding."""


@dataclass(frozen=True, eq=False)
class Comparison:
    """What `compare` found.

    Parameters
    ----------
    mathematics : Mathematics
        The loss as defined.
    results : mapping
        For each library by its short name ("pytorch", "keras", "scikit_learn", "optax"), its
        `LibraryLoss` or its `Refusal`.
    """

    mathematics: Mathematics
    results: Mapping[str, LibraryLoss | Refusal]

    def table(self) -> dict[str, dict[str, str | None]]:
        """Return one row a library: the number, the call, and the rules that made a difference.

        ``pandas.DataFrame.from_dict(found.table(), orient="index")`` lays them out.
        """
        return {
            name: {
                "library": result.library.name,
                "version": result.library.version,
                "loss": getattr(result, "printed", None),
                "dtype": getattr(result, "dtype", None),
                "call": result.call,
                "rules": ", ".join(rule.id for rule in result.reasons),
            }
            for name, result in self.results.items()
        }

    def samples(self) -> dict[str, NDArray[Any]]:
        """Return each sample's loss, weights included: the mathematical one and each library's."""
        return {
            "mathematics": self.mathematics.per_sample,
            **{
                name: result.per_sample
                for name, result in self.results.items()
                if isinstance(result, LibraryLoss)
            },
        }


def compare(
    y_true: ArrayLike,
    y_prob: ArrayLike | None = None,
    *,
    logits: ArrayLike | None = None,
    dtype: Literal["float32", "float64"] | None = None,
    reduction: Reduction = "mean",
    sample_weight: ArrayLike | None = None,
    class_weight: ArrayLike | None = None,
    pos_weight: float | None = None,
    label_smoothing: float = 0.0,
    ignore_index: int | None = None,
    keras_backend: Backend = "tensorflow",
) -> Comparison:
    """Give the same inputs to PyTorch, Keras, scikit-learn and Optax, and say who differs and why.

    Parameters
    ----------
    y_true : array-like
        Shape (n,): binary targets in [0, 1] beside predictions (n,), class indices beside
        predictions (n, k). Shape (n, k): a row of targets for each sample.
    y_prob : array-like, optional
        Probabilities: (n,) of the positive class, or (n, k). Either these or `logits`.
    logits : array-like, optional
        Scores before the sigmoid or softmax, in the same shapes.
    dtype : {"float32", "float64"}, optional
        What to compute in; by default what each library does with Python lists: float32, except
        scikit-learn's float64 (float32 if the probabilities are a float32 array).
    reduction : {"mean", "sum", "none", "mean_with_sample_weight"}
        "mean" is each library's own; the last is an option of Keras alone.
    sample_weight : array-like of shape (n,), optional
        One weight a sample.
    class_weight : array-like of shape (k,), optional
        One weight a class.
    pos_weight : float, optional
        What the positive term of the binary loss from logits is multiplied by.
    label_smoothing : float
        The share s of each target that is spread over all classes.
    ignore_index : int, optional
        The label whose samples do not count.
    keras_backend : {"tensorflow", "torch", "jax"}
        What Keras computes with.

    Returns
    -------
    Comparison
        The mathematical loss, and for each library a `LibraryLoss` or, where the function, the
        option or the number does not exist, a `Refusal`.

    Raises
    ------
    InputError
        If no library could read the inputs: shapes that do not belong together, text, nothing,
        an unknown option. Values that only some refuse (p = 1.2, a label without a class, nan)
        are not raised: each library answers for itself.

    Notes
    -----
    p = 0 for what happened costs infinity in mathematics, 100 in PyTorch, 16.118 in Keras, 36.04
    in scikit-learn; Optax has no loss from probabilities.

    Examples
    --------
    >>> found = compare([1, 0, 1], [0.0, 1.0, 0.9])
    >>> found.mathematics.loss
    inf
    >>> [found.results[name].printed for name in ("pytorch", "keras", "scikit_learn")]
    ['66.70179', '10.721947', '24.064222431297377']
    >>> found.results["keras"].touched["clipped_at_1e-7"]
    array([ True,  True, False])
    >>> found.results["optax"].rule.id
    'needs_logits'
    """
    if dtype not in (None, "float32", "float64"):
        raise InputError(
            'dtype must be "float32", "float64" or None; it is {value}.',
            rule="dtype",
            value=repr(dtype),
        )
    if keras_backend not in ("tensorflow", "torch", "jax"):
        raise InputError(
            "keras_backend must be tensorflow, torch or jax; it is {value}.",
            rule="keras_backend",
            value=repr(keras_backend),
        )
    batch = Batch.checked(
        y_true,
        y_prob,
        logits,
        reduction=reduction,
        sample_weight=sample_weight,
        class_weight=class_weight,
        pos_weight=pos_weight,
        label_smoothing=label_smoothing,
        ignore_index=ignore_index,
    )
    exact = mathematics(batch)
    libraries = {
        "pytorch": (pytorch_calls.LIBRARY, pytorch_calls.CONVENTIONS),
        "keras": (keras_calls.library(keras_backend), keras_calls.conventions(keras_backend)),
        "scikit_learn": (scikit_learn.LIBRARY, scikit_learn.CONVENTIONS),
        "optax": (optax.LIBRARY, optax.CONVENTIONS),
    }
    return Comparison(
        exact,
        {
            name: _ask(
                library, conventions.get((batch.task, batch.from_logits)), batch, dtype, exact
            )
            for name, (library, conventions) in libraries.items()
        },
    )


def _ask(
    library: Library,
    convention: Convention | None,
    batch: Batch,
    dtype: str | None,
    exact: Mathematics,
) -> LibraryLoss | Refusal:
    if convention is None:
        missing = "needs_probabilities" if batch.from_logits else "needs_logits"
        return Refusal(library, RULES[missing])
    for option in batch.options:
        if option not in convention.options:
            return Refusal(library, RULES["option_not_offered"], option=option)
    if batch.reduction not in convention.reductions:
        return Refusal(library, RULES["reduction_not_offered"], option=batch.reduction)
    if dtype is None:
        keeps_float32 = library is scikit_learn.LIBRARY and batch.in_float32
        dtype = "float32" if keeps_float32 else library.default_dtype
    call = convention.call(batch, dtype)
    try:
        with np.errstate(all="ignore"):
            result = convention.result(batch, np.dtype(dtype))
    except RefusedError as refused:
        return Refusal(library, RULES[refused.rule], error=refused.error, call=call)
    excess = _excess(result.per_sample, exact.per_sample)
    touched = dict(result.touched) | _lost_tail(convention, result, excess, exact)
    return LibraryLoss(
        library,
        call,
        str(result.per_sample.dtype),
        None if result.loss is None else float(result.loss),
        str(result.per_sample if result.loss is None else result.loss),
        result.per_sample,
        excess,
        tuple(RULES[rule] for rule in convention.rules),
        tuple(RULES[rule] for rule in _reasons(convention, batch, dtype, touched, excess)),
        touched,
    )


def _reasons(
    convention: Convention,
    batch: Batch,
    dtype: str,
    touched: Mapping[str, NDArray[np.bool_]],
    excess: Array,
) -> list[str]:
    """Name what made a difference: to samples, to their mean, or, if neither, the rounding."""
    found = [rule for rule, samples in touched.items() if samples.any() and rule != "ignored"]
    if batch.reduction == "mean":
        weighted = not {"sample_weight", "class_weight"}.isdisjoint(batch.options)
        if weighted and "mean_divides_by_count" in convention.rules:
            found.append("mean_divides_by_count")
        if dtype == "float64" and "mean_rounded_to_float32" in convention.rules:
            found.append("mean_rounded_to_float32")
    return found or (["rounding"] if (excess != 0).any() else [])


def _excess(per_sample: Array, exact: Array) -> Array:
    """Return the differences; two equal infinities do not differ."""
    with np.errstate(invalid="ignore"):
        return np.where(per_sample == exact, 0.0, per_sample - exact)


def _lost_tail(
    convention: Convention, result: LibraryResult, excess: Array, exact: Mathematics
) -> dict[str, NDArray[np.bool_]]:
    """Lay digits that went missing, beyond rounding, to the function's lost tail if it has one."""
    rules = [rule for rule in _TAIL_RULES if rule in convention.rules]
    bound = _ROUNDING * np.finfo(result.per_sample.dtype).eps * np.abs(exact.per_sample)
    lost = np.isfinite(excess) & (np.abs(excess) > bound)
    for samples in result.touched.values():
        lost = lost & ~samples
    return dict.fromkeys(rules, lost)
