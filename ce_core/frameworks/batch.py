"""The inputs that every library is given alike, checked only for what no library could take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from ce_core.checks import InputError
from ce_core.frameworks.arithmetic import Array, Targets

Task = Literal["binary", "sparse", "dense"]
"""Binary; categorical with class indices; categorical with a row of targets for each sample."""

Reduction = Literal["mean", "sum", "none", "mean_with_sample_weight"]


@dataclass(frozen=True, eq=False)
class Batch:
    """Targets, predictions and options, in float64 until a library rounds them to its dtype.

    Values outside [0, 1], labels without a class and nan pass: what a library makes of them is
    what this package tells.

    Parameters
    ----------
    y_true : array
        Shape (n,) for binary targets and class indices, (n, k) for rows of targets.
    scores : array
        Probabilities or logits: shape (n,) for a binary task, (n, k) otherwise.
    from_logits : bool
        Whether `scores` are logits.
    in_float32 : bool
        Whether they came as a float32 array, which scikit-learn keeps.
    reduction : str
        "mean", "sum", "none", or Keras' "mean_with_sample_weight".
    label_smoothing : float
        The share s of each target that is spread over all classes.
    sample_weight, class_weight : array or None
        Shapes (n,) and (k,).
    pos_weight : float or None
        What the positive term of a binary loss is multiplied by.
    ignore_index : int or None
        The label whose samples do not count.
    """

    y_true: Targets
    scores: Array
    from_logits: bool
    in_float32: bool
    reduction: Reduction = "mean"
    label_smoothing: float = 0.0
    sample_weight: Array | None = None
    class_weight: Array | None = None
    pos_weight: float | None = None
    ignore_index: int | None = None

    @property
    def task(self) -> Task:
        """Which of the three kinds of loss the shapes ask for."""
        if self.scores.ndim == 1:
            return "binary"
        return "sparse" if self.y_true.ndim == 1 else "dense"

    @property
    def options(self) -> Mapping[str, object]:
        """The options in use, by name, without the reduction."""
        values = {
            "sample_weight": self.sample_weight,
            "class_weight": self.class_weight,
            "pos_weight": self.pos_weight,
            "label_smoothing": self.label_smoothing or None,
            "ignore_index": self.ignore_index,
        }
        return MappingProxyType({k: v for k, v in values.items() if v is not None})

    @classmethod
    def checked(
        cls,
        y_true: ArrayLike,
        y_prob: ArrayLike | None,
        logits: ArrayLike | None,
        *,
        reduction: Reduction,
        sample_weight: ArrayLike | None,
        class_weight: ArrayLike | None,
        pos_weight: float | None,
        label_smoothing: float,
        ignore_index: int | None,
    ) -> Batch:
        """Read the inputs of `compare`; raise `InputError` where no library could read them."""
        if (y_prob is None) == (logits is None):
            raise InputError("Give either y_prob or logits, and not both.", rule="one_of_two")
        name, given = ("logits", logits) if y_prob is None else ("y_prob", y_prob)
        scores = _numbers(given, name)
        y: Targets = _numbers(y_true, "y_true")
        n_samples = _matching_shapes(y, scores, name)
        if scores.ndim == 2 and y.ndim == 1:
            y = _whole(y)
        if reduction not in get_args(Reduction):
            raise InputError(
                "reduction must be one of {known}; it is {value}.",
                rule="reduction",
                known=", ".join(get_args(Reduction)),
                value=repr(reduction),
            )
        return cls(
            y,
            scores,
            logits is not None,
            getattr(given, "dtype", None) == np.float32,
            reduction,
            label_smoothing,
            _vector(sample_weight, n_samples, "sample_weight"),
            _vector(class_weight, scores.shape[-1] if scores.ndim == 2 else 2, "class_weight"),
            pos_weight,
            ignore_index,
        )


def _numbers(value: ArrayLike | None, what: str) -> Array:
    try:
        array = np.asarray(value)
        if array.dtype.kind in "USmM":
            raise TypeError
        array = np.atleast_1d(array.astype(np.float64))
    except (TypeError, ValueError):
        raise InputError(
            "{what} must hold numbers, in rows of equal length.", rule="numbers", what=what
        ) from None
    if array.size == 0:
        raise InputError("{what} must hold at least one value.", rule="empty", what=what)
    return array


def _matching_shapes(y: Array, scores: Array, name: str) -> int:
    """Return n where the shapes are (n,) and (n,), (n,) and (n, k), or (n, k) twice; k ≥ 2."""
    binary = scores.ndim == 1 and y.shape == scores.shape
    categorical = (
        scores.ndim == 2
        and scores.shape[1] >= 2
        and (y.shape == scores.shape or y.shape == scores.shape[:1])
    )
    if not (binary or categorical):
        raise InputError(
            "y_true and {name} must have the shapes (n,) and (n,), (n,) and (n, k), or (n, k) "
            "both, with two classes or more; they have {y_shape} and {shape}.",
            rule="shape",
            name=name,
            y_shape=y.shape,
            shape=scores.shape,
        )
    return len(scores)


def _whole(y: Array) -> Targets:
    broken = ~np.isfinite(y) | (y != np.round(y))
    if broken.any():
        position = int(np.argmax(broken))
        raise InputError(
            "y_true must hold whole class indices; {where} is {value}.",
            rule="label_whole",
            where=f"position {position}",
            value=y[position],
        )
    return y.astype(np.int64)


def _vector(value: ArrayLike | None, length: int, what: str) -> Array | None:
    if value is None:
        return None
    array = _numbers(value, what)
    if array.shape != (length,):
        raise InputError(
            "{what} must have the shape {expected}; it has {shape}.",
            rule="weight_shape",
            what=what,
            expected=(length,),
            shape=array.shape,
        )
    return array
