"""Why does my loss say something else? Pasted arrays under every library's convention."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from ce_core import article
from ce_core.activations import sigmoid, softmax
from ce_core.checks import InputError
from ce_core.examples.arrays import parse_array
from ce_core.examples.cells import parse_number, tidy
from ce_core.examples.types import Flags, Floats
from ce_core.frameworks import Comparison, LibraryLoss, Refusal, compare

Kind = Literal["probabilities", "scores", "squashed"]
"""What was pasted: probabilities; scores for a loss from scores; scores for a loss from
probabilities, after a sigmoid or softmax."""

Task = Literal["binary", "sparse", "dense"]
Dtype = Literal["own", "float32", "float64"]
Backend = Literal["tensorflow", "torch", "jax"]
Reduction = Literal["mean", "sum"]

OPTIONS = ("sample_weight", "class_weight", "pos_weight", "label_smoothing", "ignore_index")


@dataclass(frozen=True, eq=False)
class FrameworkDocument:
    """A comparison as plain values, to be taken along.

    Attributes
    ----------
    y, predictions : ndarray
        As pasted.
    kind, reduction : str
        What the predictions are, and how the samples' losses become one.
    options : mapping
        The options in use.
    loss : float or None
        The mathematical loss.
    per_sample : ndarray
        The mathematical loss of each sample.
    libraries : mapping
        For each library its call, figure, dtype, rules and losses, or why it gives none.
    """

    y: Floats
    predictions: Floats
    kind: str
    reduction: str
    options: dict[str, object]
    loss: float | None
    per_sample: Floats
    libraries: dict[str, dict[str, object]]


@dataclass(frozen=True, eq=False)
class FrameworkExample:
    """The same targets and predictions under four libraries, beside mathematics.

    Attributes
    ----------
    y, given : ndarray
        The targets and the predictions as pasted: (n,) and (n,), (n,) and (n, k), or (n, k) twice.
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
    def from_text(
        cls,
        targets: str,
        predictions: str,
        *,
        kind: Kind = "probabilities",
        reduction: Reduction = "mean",
        dtype: Dtype = "own",
        keras_backend: Backend = "tensorflow",
        **options: str,
    ) -> FrameworkExample:
        """Read two pasted arrays and the options as typed, and ask every library.

        Parameters
        ----------
        targets, predictions : str
            Arrays as :func:`~ce_core.examples.arrays.parse_array` reads them.
        kind : {"probabilities", "scores", "squashed"}
            What the predictions are.
        reduction : {"mean", "sum"}
            How the samples' losses become one.
        dtype : {"own", "float32", "float64"}
            What to compute in; "own" is what each library does with Python lists.
        keras_backend : {"tensorflow", "torch", "jax"}
            What Keras computes with.
        **options : str
            Those of `OPTIONS` that are in use, as typed; empty ones and those that do not belong
            to the loss are passed over.

        Raises
        ------
        InputError
            Where a text is no array, or the shapes do not belong together. ``details["input"]``
            names the input that it is about.

        Examples
        --------
        >>> example = FrameworkExample.from_text("[1, 0, 1]", "[0, 1, 0.9]")
        >>> example.found.mathematics.loss, example.found.results["pytorch"].printed
        (inf, '66.70179')
        >>> example.culprits
        (1, 0)
        """
        y = _read(targets, "y", "targets")
        given = _read(predictions, prediction_name(kind), "predictions")
        task = task_of(y, given, prediction_name(kind))
        chosen = {
            name: _option(name, options[name])
            for name in offered_options(task, kind)
            if tidy(options.get(name, ""))
        }
        scores, p = (given, None) if kind == "scores" else (None, given)
        if kind == "squashed":
            p = sigmoid(given) if task == "binary" else _softmax(given)
        try:
            found = compare(
                y,
                p,
                logits=scores,
                dtype=None if dtype == "own" else dtype,
                reduction=reduction,
                keras_backend=keras_backend,
                **chosen,  # type: ignore[arg-type]
            )
        except InputError as error:
            what = str(error.details.get("what", ""))
            error.details["input"] = what if what in OPTIONS else "targets"
            raise
        return cls(y, given, kind, task, reduction, chosen, found, keras_backend)

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

    def document(self) -> FrameworkDocument:
        """Return the comparison as plain values."""
        libraries: dict[str, dict[str, object]] = {
            name: {
                "version": loss.library.version,
                "call": loss.call,
                "loss": loss.printed,
                "dtype": loss.dtype,
                "rules": [rule.id for rule in loss.reasons],
                "per_sample": loss.per_sample,
            }
            for name, loss in self.losses.items()
        }
        libraries |= {
            name: {"version": refusal.library.version, "rules": [refusal.rule.id]}
            for name, refusal in self.refusals.items()
        }
        return FrameworkDocument(
            self.y,
            self.given,
            self.kind,
            self.reduction,
            dict(self.options),
            self.found.mathematics.loss,
            self.found.mathematics.per_sample.astype(np.float64),
            libraries,
        )

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

    def same_digits(self, library: str) -> int:
        """Return how many leading characters of the library's figure are those of mathematics."""
        return same_digits(self.losses[library].printed, repr(self.found.mathematics.loss))

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
        """The sample to look at: the first culprit, or the costliest where there is none."""
        if self.culprits:
            return self.culprits[0]
        price = self.found.mathematics.per_sample
        return int(np.argmax(np.nan_to_num(price, nan=-1.0)))

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


def article_case(
    name: Literal["pytorch_bce", "pytorch_ce", "keras_bce", "keras_cce"],
) -> tuple[str, str]:
    """Return targets and predictions of one of the article's framework cases as text.

    Examples
    --------
    >>> article_case("keras_cce")
    ('[[0, 1, 0]]', '[[0.05, 0.85, 0.1]]')
    """
    y, given = {
        "pytorch_bce": (article.PYTORCH_BCE_Y, article.PYTORCH_BCE_X),
        "pytorch_ce": (article.PYTORCH_CE_Y, article.PYTORCH_CE_X),
        "keras_bce": (article.KERAS_BCE_Y_TRUE, article.KERAS_BCE_Y_PRED),
        "keras_cce": ((article.KERAS_CCE_Y_TRUE,), (article.KERAS_CCE_Y_PRED,)),
    }[name]
    return array_text(np.array(y)), array_text(np.array(given))


def array_text(array: np.typing.NDArray[np.generic]) -> str:
    """Return an array as one would type it, a line for each row.

    Examples
    --------
    >>> print(array_text(np.array([[0.5, 1.0], [0.25, 0.75]])))
    [[0.5, 1],
     [0.25, 0.75]]
    """
    if array.ndim == 1:
        return "[" + ", ".join(f"{number:g}" for number in array) + "]"
    return "[" + ",\n ".join(array_text(row) for row in array) + "]"


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
        input="predictions",
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


def _read(text: str, name: str, place: str) -> Floats:
    try:
        return parse_array(text, name)
    except InputError as error:
        error.details["input"] = place
        raise


def _option(name: str, text: str) -> object:
    if name in ("sample_weight", "class_weight"):
        return _read(text, name, name)
    number = parse_number(text)
    if number is None or (name == "ignore_index" and not number.is_integer()):
        raise InputError(
            "{what} must be one {kind} number; it is “{value}”.",
            rule="option_number",
            input=name,
            what=name,
            kind="whole" if name == "ignore_index" else "plain",
            value=tidy(text)[:20],
        )
    return int(number) if name == "ignore_index" else number


def _softmax(given: Floats) -> Floats:
    with np.errstate(all="ignore"):
        p: Floats = np.asarray(softmax(given))
    return p


def _gap(loss: float | None, exact: float) -> float:
    if loss is None or loss == exact:
        return 0.0
    gap = abs(loss - exact)
    return float("inf") if np.isnan(gap) else gap


def same_digits(printed: str, exact: str) -> int:
    """Return how many leading characters of a printed figure are those of another.

    Examples
    --------
    >>> same_digits("0.45795983", "0.4579598241442019"), same_digits("100.0", "inf")
    (9, 0)
    >>> same_digits("2.1e-18", "2.1e-09")
    0
    """
    digits, _, power = printed.partition("e")
    others, _, other_power = exact.partition("e")
    if power != other_power:
        return 0
    differing = (i for i, pair in enumerate(zip(digits, others, strict=False)) if len({*pair}) > 1)
    return next(differing, min(len(digits), len(others)))
