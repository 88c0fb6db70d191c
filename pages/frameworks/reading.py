"""Pasted arrays and options as typed, read into the example of "In PyTorch and TensorFlow"."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np

from ce_core import article
from ce_core.checks import InputError
from ce_core.examples.frameworks import (
    OPTIONS,
    Backend,
    FrameworkExample,
    Kind,
    Reduction,
    offered_options,
    prediction_name,
    task_of,
)
from ce_core.examples.types import Floats
from pages.parts.reading.arrays import array_text, parse_array
from pages.parts.reading.cells import parse_number, tidy

Dtype = Literal["own", "float32", "float64"]


def read(
    targets: str,
    predictions: str,
    *,
    kind: Kind = "probabilities",
    reduction: Reduction = "mean",
    dtype: Dtype = "own",
    keras_backend: Backend = "tensorflow",
    **options: str,
) -> FrameworkExample:
    """Return the example that two pasted arrays and the options as typed state.

    Parameters
    ----------
    targets, predictions : str
        Arrays as :func:`~pages.parts.reading.arrays.parse_array` reads them.
    kind : {"probabilities", "scores", "squashed"}
        What the predictions are.
    reduction : {"mean", "sum"}
        How the samples' losses become one.
    dtype : {"own", "float32", "float64"}
        What to compute in; "own" is what each library does with Python lists.
    keras_backend : {"tensorflow", "torch", "jax"}
        What Keras computes with.
    **options : str
        Those of `OPTIONS` that are in use, as typed; empty ones and those that do not belong to
        the loss are passed over.

    Raises
    ------
    InputError
        Where a text is no array, or the shapes do not belong together. ``details["input"]``
        names the input that it is about.

    Examples
    --------
    >>> example = read("[1, 0, 1]", "[0, 1, 0.9]", sample_weight="1 1 2")
    >>> example.task, example.options["sample_weight"].tolist()
    ('binary', [1.0, 1.0, 2.0])
    """
    name = prediction_name(kind)
    y = _array(targets, "y", "targets")
    given = _array(predictions, name, "predictions")
    try:
        task = task_of(y, given, name)
    except InputError as error:
        error.details["input"] = "predictions"
        raise
    chosen: dict[str, Any] = {
        option: _option(option, options[option])
        for option in offered_options(task, kind)
        if tidy(options.get(option, ""))
    }
    try:
        return FrameworkExample.of(
            y,
            given,
            kind=kind,
            reduction=reduction,
            dtype=None if dtype == "own" else dtype,
            keras_backend=keras_backend,
            **chosen,
        )
    except InputError as error:
        what = str(error.details.get("what", ""))
        error.details["input"] = what if what in OPTIONS else "targets"
        raise


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


def _array(text: str, name: str, place: str) -> Floats:
    try:
        return parse_array(text, name)
    except InputError as error:
        error.details["input"] = place
        raise


def _option(name: str, text: str) -> object:
    if name in ("sample_weight", "class_weight"):
        return _array(text, name, name)
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
