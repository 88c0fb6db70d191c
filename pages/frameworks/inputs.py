"""What a reader can change in "In PyTorch and TensorFlow", and the cases worth seeing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from ce_core.examples.frameworks import OPTIONS, Backend, Kind
from pages.frameworks.reading import Dtype, article_case
from pages.parts.inputs.choice import choice
from pages.parts.inputs.panel import panel
from pages.parts.inputs.text import pasted, text
from pages.parts.inputs.values import Panels

_TARGETS, _PREDICTIONS = article_case("pytorch_bce")


def _others(literal: Any, default: str) -> list[str]:
    return [option for option in get_args(literal) if option != default]


@dataclass(frozen=True)
class FrameworksInputs(Panels):
    """The chapter's inputs; the defaults are the article's first case: sigmoid, then BCELoss."""

    targets: str = pasted(_TARGETS)
    predictions: str = pasted(_PREDICTIONS)
    prediction_kind: Kind = choice("squashed", *_others(Kind, "squashed"))
    library_reduction: Literal["mean", "sum"] = choice("mean", "sum")
    library_dtype: Dtype = choice("own", *_others(Dtype, "own"))
    keras_backend: Backend = choice("tensorflow", *_others(Backend, "tensorflow"))
    sample_weight: str = pasted()
    class_weight: str = pasted()
    pos_weight: str = text()
    label_smoothing: str = text()
    ignore_index: str = text()
    options: bool = panel()
    cases: bool = panel()


def _case(targets: str, predictions: str, kind: Kind, sample_weight: str = "") -> FrameworksInputs:
    return FrameworksInputs(targets, predictions, kind, sample_weight=sample_weight)


ARTICLE_CASES = {
    "pytorch_bce": FrameworksInputs(),
    "pytorch_ce": _case(*article_case("pytorch_ce"), "scores"),
    "keras_bce": _case(*article_case("keras_bce"), "probabilities"),
    "keras_cce": _case(*article_case("keras_cce"), "probabilities"),
}
"""By the beginning of the id of their figure in the article's ledger."""

CASES = {
    "article": ARTICLE_CASES["pytorch_bce"],
    "pytorch_ce": ARTICLE_CASES["pytorch_ce"],
    "keras_bce": ARTICLE_CASES["keras_bce"],
    "keras_cce": ARTICLE_CASES["keras_cce"],
    "sure_and_wrong": _case("[1]", "[0]", "probabilities"),
    "asymmetry": _case("[1, 0, 1, 0]", "[0, 1, 0.9, 0.2]", "probabilities"),
    "row_sum": _case(
        "[[0, 1, 0],\n [1, 0, 0]]", "[[0.4, 0.9, 0.7],\n [0.7, 0.2, 0.1]]", "probabilities"
    ),
    "right_and_sure": _case("[1, 0, 1, 0]", "[40, -40, 20, -20]", "scores"),
    "squashed": _case("[0, 1, 0, 1]", "[120, -20, -2, 3]", "squashed"),
    "weights": _case(
        "[1, 0, 1, 0]", "[0.9, 0.2, 0.6, 0.7]", "probabilities", sample_weight="[5, 1, 1, 1]"
    ),
}

KEYS = {
    "targets": "targets",
    "predictions": "predictions",
    "kind": "prediction_kind",
    "reduction": "library_reduction",
    "dtype": "library_dtype",
    "keras_backend": "keras_backend",
    **{option: option for option in OPTIONS},
}
"""The example's arguments, and the inputs that hold them."""
