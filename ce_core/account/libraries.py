"""What scikit-learn, PyTorch and Keras would say of the same predictions, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ce_core.account.predictions import Predictions
from ce_core.frameworks import RULES, LibraryLoss, compare


@dataclass(frozen=True)
class LibrarySays:
    """One library's figure beside the loss as defined.

    Attributes
    ----------
    library, version : str
        Which one.
    loss : float or None
        Its figure; None where it gives none.
    reasons : tuple of str
        The rules that made it differ, or why there is none, by identifier; the sentences stand in
        `ce_core.frameworks.RULES`.
    sentences : tuple of str
        These, in English.
    rows : int
        How many rows a rule changed.
    """

    library: str
    version: str
    loss: float | None
    reasons: tuple[str, ...]
    sentences: tuple[str, ...]
    rows: int


def library_figures(predictions: Predictions) -> dict[str, LibrarySays]:
    """Return each library's figure by its short name.

    Notes
    -----
    The figures are those of `ce_core.frameworks.compare`. Log-probabilities are handed over as
    logits, which they are as well.
    """
    given: dict[str, Any] = {"y_prob": predictions.given}
    if predictions.kind != "probabilities":
        given = {"logits": _logits(predictions)}
    if predictions.weighted:
        given["sample_weight"] = predictions.weight
    found = compare(predictions.label, **given)
    result: dict[str, LibrarySays] = {}
    for name in ("scikit_learn", "pytorch", "keras", "optax"):
        says = found.results[name]
        loss, rows = None, 0
        if isinstance(says, LibraryLoss):
            loss = says.loss
            changed = [says.touched[rule.id] for rule in says.reasons if rule.id in says.touched]
            rows = int(np.count_nonzero(np.logical_or.reduce(changed))) if changed else 0
            sentences = tuple(rule.sentence for rule in says.reasons)
        else:
            sentences = (says.sentence,)
        reasons = tuple(rule.id for rule in says.reasons if rule.id in RULES)
        result[name] = LibrarySays(
            says.library.name, says.library.version, loss, reasons, sentences, rows
        )
    return result


def _logits(predictions: Predictions) -> Any:
    """Return scores: as given, or those of log-probabilities of one class of two."""
    if predictions.kind == "logits" or predictions.given.ndim == 2:
        return predictions.given
    return predictions.surprisal[:, 0] - predictions.surprisal[:, 1]
