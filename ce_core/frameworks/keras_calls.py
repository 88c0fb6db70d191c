"""How Keras' losses are called, what they refuse, and how they take the mean."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray

from ce_core.frameworks import pytorch_calls
from ce_core.frameworks.arithmetic import Array, Targets
from ce_core.frameworks.batch import Batch
from ce_core.frameworks.keras import (
    Backend,
    binary_crossentropy,
    categorical_crossentropy,
    clip,
    from_logits,
    one_hot,
    sparse_categorical_crossentropy,
)
from ce_core.frameworks.outcome import Convention, Library, LibraryResult, RefusedError


def _result(backend: Backend, batch: Batch, asked: np.dtype[np.floating]) -> LibraryResult:
    dtype = np.dtype(np.float32) if backend == "jax" else asked
    scores, y = batch.scores.astype(dtype), batch.y_true
    kept = np.ones(len(y), dtype=bool)
    touched: dict[str, NDArray[np.bool_]] = {}
    if batch.task == "sparse":
        kept = y != batch.ignore_index
        touched["ignored"] = ~kept
        y = np.where(kept, y, 0)
        without_class = (y < 0) | (y >= scores.shape[-1])
        _refuse_labels(y, scores.shape[-1], backend)
        touched["label_out_of_range_zero"] = without_class
    else:
        y, share = y.astype(dtype), batch.label_smoothing
        if share:
            y = y * (1 - share) + share / (2 if batch.task == "binary" else y.shape[-1])
        touched["targets_unchecked"] = _not_a_distribution(y)
    if batch.from_logits:
        losses = from_logits(y, scores, batch.task, backend)
        infinite = np.isinf(scores).reshape(len(y), -1).any(axis=1)
        touched["infinite_logit"] = infinite & ~np.isfinite(losses)
    else:
        if batch.task == "binary" and backend == "torch":
            _refuse_as_torch(y, scores)
        loss = {
            "binary": binary_crossentropy,
            "sparse": sparse_categorical_crossentropy,
            "dense": categorical_crossentropy,
        }[batch.task]
        losses = loss(y, scores, backend)
        touched |= _touched_probabilities(y, scores, batch.task, backend)
    losses = np.where(kept, losses, 0).astype(dtype)
    if batch.task == "binary" and backend == "torch":
        losses = losses.astype(np.float32).astype(dtype)
    return _reduced(losses, kept, batch, backend, touched)


def _refuse_labels(labels: Targets, classes: int, backend: Backend) -> None:
    if backend == "torch":
        pytorch_calls.refuse_labels(labels[labels != -100], classes)
    outside = labels[(labels < 0) | (labels >= classes)]
    if backend == "tensorflow" and outside.size:
        raise RefusedError(
            "label_refused",
            f"InvalidArgumentError: Received a label value of {outside[0]} which is outside the "
            f"valid range of [0, {classes}).",
        )


def _refuse_as_torch(y: Array, p: Array) -> None:
    message = "RuntimeError: all elements of {} should be between 0 and 1"
    if np.isnan(p).any():
        raise RefusedError("probability_refused", message.format("input"))
    if not ((y >= 0) & (y <= 1)).all():
        raise RefusedError("target_refused", message.format("target"))


def _not_a_distribution(y: Array) -> NDArray[np.bool_]:
    if y.ndim == 1:
        return ~((y >= 0) & (y <= 1))
    wrong: NDArray[np.bool_] = ~np.isclose(y.sum(axis=-1), 1) | (y < 0).any(axis=-1)
    return wrong


@np.errstate(all="ignore")
def _touched_probabilities(
    y: Targets, p: Array, task: str, backend: Backend
) -> dict[str, NDArray[np.bool_]]:
    if task == "binary":
        return {"clipped_at_1e-7": clip(p) != p}
    sums = p.sum(axis=-1)
    off = ~np.isclose(sums, 1, rtol=0, atol=1e-6)
    if task == "sparse" and backend == "tensorflow":
        moved = (clip(p) != p).any(axis=-1)
        return {"clipped_at_1e-7": moved, "softmax_after_clipping": moved | off}
    rescaled = p / sums[:, None]
    matters = (one_hot(y, p) if task == "sparse" else y) != 0
    return {
        "clipped_at_1e-7": ((clip(rescaled) != rescaled) & matters).any(axis=-1),
        "renormalised": off,
    }


@np.errstate(all="ignore")
def _reduced(
    losses: Array,
    kept: NDArray[np.bool_],
    batch: Batch,
    backend: Backend,
    touched: dict[str, NDArray[np.bool_]],
) -> LibraryResult:
    """Sum and divide: by the kept samples, or by their weights if that is asked for."""
    weight = kept.astype(losses.dtype)
    if batch.sample_weight is not None:
        weight = weight * batch.sample_weight.astype(losses.dtype)
    losses = losses * weight
    loss = losses.sum()
    if batch.reduction in ("mean", "mean_with_sample_weight"):
        by_weight = batch.reduction == "mean_with_sample_weight"
        divisor = weight.sum() if by_weight else losses.dtype.type(kept.sum())
        loss = loss / divisor if divisor else loss * 0
        if backend == "torch":
            loss = np.float32(loss)
    return LibraryResult(losses, None if batch.reduction == "none" else loss, touched)


_REDUCTIONS = {
    "mean": "",
    "sum": ', reduction="sum"',
    "none": ', reduction="none"',
    "mean_with_sample_weight": ', reduction="mean_with_sample_weight"',
}
_DTYPE = {"dtype": ', dtype="{value}"'}
_WEIGHT = {"sample_weight": ", sample_weight=w"}
_SMOOTHING = {"label_smoothing": ", label_smoothing={value}"}
_IGNORE = {"ignore_index": ", ignore_class={value}"}


def library(backend: Backend) -> Library:
    """Return Keras as it is on a backend."""
    names = {"tensorflow": "TensorFlow", "torch": "Torch", "jax": "JAX"}
    return Library(f"Keras on {names[backend]}", "3.15.1", "float32")


def conventions(backend: Backend) -> dict[tuple[str, bool], Convention]:
    """Return Keras' losses on a backend, by task and by whether they take logits."""
    labels = "label_out_of_range_zero" if backend == "jax" else "label_refused"
    narrow = () if backend == "tensorflow" else ("mean_rounded_to_float32",)
    common = ("mean_divides_by_count", *narrow)
    again = "softmax_after_clipping" if backend == "tensorflow" else "renormalised"
    tail = ("logit_tail_lost",) if backend == "torch" else ()

    def convention(code: str, rules: tuple[str, ...], options: dict[str, str]) -> Convention:
        offered = _DTYPE | _WEIGHT | options
        return Convention(
            library(backend), code, rules + common, offered, _REDUCTIONS, partial(_result, backend)
        )

    binary = (
        "keras.losses.BinaryCrossentropy({logits}{{label_smoothing}}{{reduction}}{{dtype}})"
        "(y[:, None], {scores}[:, None]{{sample_weight}})"
    )
    sparse = (
        "keras.losses.SparseCategoricalCrossentropy({logits}{{ignore_index}}{{reduction}}"
        "{{dtype}})(y, {scores}{{sample_weight}})"
    )
    dense = (
        "keras.losses.CategoricalCrossentropy({logits}{{label_smoothing}}{{reduction}}{{dtype}})"
        "(y, {scores}{{sample_weight}})"
    )
    p = {"logits": "", "scores": "p"}
    x = {"logits": ", from_logits=True", "scores": "x"}
    half, uniform = "smoothed_toward_half", "smoothed_toward_uniform"
    unbounded = ("softmax_tail_lost", "infinite_logit")
    return {
        ("binary", False): convention(
            binary.format(**p), ("clipped_at_1e-7", "targets_unchecked", half), _SMOOTHING
        ),
        ("binary", True): convention(
            binary.format(**x), (*tail, "infinite_logit", "targets_unchecked", half), _SMOOTHING
        ),
        ("sparse", False): convention(
            sparse.format(**p), ("clipped_at_1e-7", again, "ignored", labels), _IGNORE
        ),
        ("sparse", True): convention(sparse.format(**x), (*unbounded, "ignored", labels), _IGNORE),
        ("dense", False): convention(
            dense.format(**p),
            ("clipped_at_1e-7", "renormalised", "targets_unchecked", uniform),
            _SMOOTHING,
        ),
        ("dense", True): convention(
            dense.format(**x), (*unbounded, "targets_unchecked", uniform), _SMOOTHING
        ),
    }
