"""Why does my loss say something else? The same arrays under every library's convention."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from ce_core._arrays import real
from ce_core.activations import sigmoid, softmax
from ce_core.checks import InputError
from ce_core.examples import _checks
from ce_core.examples.types import Flags, Floats
from ce_core.frameworks import Comparison, LibraryLoss, Refusal, compare

Kind = Literal["probabilities", "scores", "squashed"]
"""What the predictions are: probabilities; scores for a loss from scores; scores for a loss from
probabilities, after a sigmoid or softmax."""

Task = Literal["binary", "sparse", "dense"]
Backend = Literal["tensorflow", "torch", "jax"]
Reduction = Literal["mean", "sum"]

OPTIONS = ("sample_weight", "class_weight", "pos_weight", "label_smoothing", "ignore_index")


@dataclass(frozen=True, eq=False)
class FrameworkExample:
    """The same targets and predictions under four libraries, beside mathematics.

    Attributes
    ----------
    y, given : ndarray
        The targets and the predictions as given: (n,) and (n,), (n,) and (n, k), or (n, k) twice.
    kind : {"probabilities", "scores", "squashed"}
        What the predictions are.
    task : {"binary", "sparse", "dense"}
        The loss that the shapes ask for.
    reduction : {"mean", "sum"}
        How the samples' losses become one.
    options : mapping
        The options in use, by name.
    found : Comparison
        What mathematics and each library make of them.
    keras_backend : {"tensorflow", "torch", "jax"}
        What Keras computes with.
    """

    y: Floats
    given: Floats
    kind: Kind
    task: Task
    reduction: Reduction
    options: Mapping[str, object]
    found: Comparison
    keras_backend: Backend = "tensorflow"

    @classmethod
    def of(
        cls,
        y: ArrayLike,
        given: ArrayLike,
        *,
        kind: Kind = "probabilities",
        reduction: Reduction = "mean",
        dtype: Literal["float32", "float64"] | None = None,
        keras_backend: Backend = "tensorflow",
        sample_weight: ArrayLike | None = None,
        class_weight: ArrayLike | None = None,
        pos_weight: float | None = None,
        label_smoothing: float | None = None,
        ignore_index: int | None = None,
    ) -> FrameworkExample:
        """Ask mathematics and every library.

        Parameters
        ----------
        y, given : array_like
            Targets and predictions: (n,) and (n,), (n,) and (n, k), or (n, k) twice. NaN and
            values out of range are for each library to answer.
        kind : {"probabilities", "scores", "squashed"}
            What the predictions are.
        reduction : {"mean", "sum"}
            How the samples' losses become one.
        dtype : {"float32", "float64"}, optional
            What to compute in; by default what each library does with Python lists.
        keras_backend : {"tensorflow", "torch", "jax"}
            What Keras computes with.
        sample_weight, class_weight, pos_weight, label_smoothing, ignore_index : optional
            As in :func:`ce_core.frameworks.compare`; only those that :func:`offered_options`
            names for the loss.

        Raises
        ------
        InputError
            Where the shapes do not belong together, or an option breaks a rule or does not
            belong to the loss.

        Examples
        --------
        >>> example = FrameworkExample.of([1, 0, 1], [0, 1, 0.9])
        >>> example.found.mathematics.loss, example.found.results["pytorch"].printed
        (inf, '66.70179')
        >>> example.culprits
        (1, 0)
        """
        name = prediction_name(kind)
        targets = np.array(real(y, "y"), dtype=np.float64)
        predictions = np.array(real(given, name), dtype=np.float64)
        task = task_of(targets, predictions, name)
        options = {
            "sample_weight": sample_weight,
            "class_weight": class_weight,
            "pos_weight": pos_weight,
            "label_smoothing": label_smoothing,
            "ignore_index": ignore_index,
        }
        options = {option: value for option, value in options.items() if value is not None}
        _checks.offered(options, offered_options(task, kind))
        scores, p = (predictions, None) if kind == "scores" else (None, predictions)
        if kind == "squashed":
            p = sigmoid(predictions) if task == "binary" else _softmax(predictions)
        found = compare(
            targets,
            p,
            logits=scores,
            dtype=dtype,
            reduction=reduction,
            keras_backend=keras_backend,
            **options,  # type: ignore[arg-type]
        )
        return cls(targets, predictions, kind, task, reduction, options, found, keras_backend)

    @property
    def losses(self) -> dict[str, LibraryLoss]:
        """The libraries that give a figure, by their short names."""
        return {
            name: result
            for name, result in self.found.results.items()
            if isinstance(result, LibraryLoss)
        }

    @property
    def refusals(self) -> dict[str, Refusal]:
        """The libraries that give none."""
        return {
            name: result
            for name, result in self.found.results.items()
            if isinstance(result, Refusal)
        }

    def differs(self, library: str) -> bool:
        """Say whether the library's figure differs by more than the rounding of its dtype."""
        result = self.found.results[library]
        return isinstance(result, LibraryLoss) and any(
            rule.id != "rounding" for rule in result.reasons
        )

    @property
    def furthest(self) -> str | None:
        """The library whose figure differs most, None where none differs by a rule."""
        exact = self.found.mathematics.loss
        differing = [name for name in self.losses if self.differs(name)]
        if exact is None or not differing:
            return None
        gaps = [_gap(self.losses[name].loss, exact) for name in differing]
        return differing[int(np.argmax(gaps))]

    @cached_property
    def gaps(self) -> Floats:
        """How far each sample's loss lies from mathematics in the library furthest from it."""
        excess = [np.abs(loss.excess.astype(np.float64)) for loss in self.losses.values()]
        if not excess:
            return np.zeros(len(self.y))
        widest: Floats = np.nan_to_num(np.max(excess, axis=0), nan=np.inf, posinf=np.inf)
        return widest

    @cached_property
    def culprits(self) -> tuple[int, ...]:
        """The samples that a rule moved in some library, the one moved most first.

        Among samples equally far off, the one on which the libraries disagree most comes first.
        """
        moved = np.zeros(len(self.y), dtype=bool)
        for name in self.losses:
            for samples in self.moved(name).values():
                moved |= samples
        spread = self._spread()
        places = np.flatnonzero(moved)
        order = np.lexsort((places, -spread[places], -self.gaps[places]))
        return tuple(int(i) for i in places[order])

    def moved(self, library: str) -> dict[str, Flags]:
        """Return for each rule of the library which samples' losses it moved."""
        result = self.found.results[library]
        if not isinstance(result, LibraryLoss):
            return {}
        apart = (result.excess != 0) | np.isnan(result.excess)
        return {
            rule: samples & apart
            for rule, samples in result.touched.items()
            if rule != "ignored" and (samples & apart).any()
        }

    @property
    def worst(self) -> int:
        """The sample to look at: the first culprit, or the most surprising where there is none."""
        if self.culprits:
            return self.culprits[0]
        surprisal = self.found.mathematics.per_sample
        return int(np.argmax(np.nan_to_num(surprisal, nan=-1.0)))

    def label(self, sample: int) -> float:
        """Return the sample's target: y itself, its class index, or its largest class."""
        return float(self.y[sample] if self.y.ndim == 1 else np.argmax(self.y[sample]))

    def prediction(self, sample: int) -> float:
        """Return what was predicted for the sample: p, or that of the label's class."""
        if self.task == "binary":
            return float(self.given[sample])
        label = self.label(sample)
        inside = 0 <= label < self.given.shape[1]
        return float(self.given[sample, int(label)]) if inside else float("nan")

    def _spread(self) -> Floats:
        losses = [loss.per_sample.astype(np.float64) for loss in self.losses.values()]
        if not losses:
            return np.zeros(len(self.y))
        table = np.nan_to_num(np.array(losses), nan=0.0, posinf=1e9, neginf=-1e9)
        spread: Floats = table.max(axis=0) - table.min(axis=0)
        return spread


def prediction_name(kind: Kind) -> str:
    """Return p for probabilities, x for scores."""
    return "p" if kind == "probabilities" else "x"


def task_of(y: Floats, given: Floats, name: str) -> Task:
    """Return the loss that the shapes ask for; raise `InputError` where they do not fit."""
    if given.ndim == 1 and y.ndim == 1 and len(y) == len(given):
        return "binary"
    if given.ndim == 2 and y.ndim == 1 and len(y) == len(given):
        return "sparse"
    if given.ndim == 2 and y.shape == given.shape:
        return "dense"
    raise InputError(
        "y and {name} do not belong together: y has {y_shape}, {name} has {shape}.",
        rule="array_shapes",
        name=name,
        y_shape=_shape(y),
        shape=_shape(given),
    )


def offered_options(task: Task, kind: Kind) -> tuple[str, ...]:
    """Return the options that some library offers for the loss."""
    belongs = {
        "sample_weight": True,
        "class_weight": task != "binary" and kind == "scores",
        "pos_weight": task == "binary" and kind == "scores",
        "label_smoothing": task != "sparse" or kind == "scores",
        "ignore_index": task == "sparse",
    }
    return tuple(name for name in OPTIONS if belongs[name])


def _shape(array: Floats) -> str:
    return " × ".join(str(length) for length in array.shape)


def _softmax(given: Floats) -> Floats:
    with np.errstate(all="ignore"):
        p: Floats = np.asarray(softmax(given))
    return p


def _gap(loss: float | None, exact: float) -> float:
    if loss is None or loss == exact:
        return 0.0
    gap = abs(loss - exact)
    return float("inf") if np.isnan(gap) else gap
