"""scikit-learn: `log_loss` takes probabilities only and clips them at the dtype's epsilon.

In float64 the impossible costs −log 2.2e-16 = 36.04, in float32 −log 1.2e-7 = 15.94: the same
predictions cost less than half as much because of the array that they came in. Its mean divides
by the sum of the weights. It wants labels, not soft targets, and it checks what it is given:
probabilities outside [0, 1] and nan raise an error. Rows that do not sum to 1 draw a warning and
are used as they are; until 1.5 they were rescaled.
"""

from __future__ import annotations

import numpy as np

from ce_core.frameworks.arithmetic import Array, Targets, c_log, row_sum
from ce_core.frameworks.batch import Batch
from ce_core.frameworks.outcome import Convention, Library, LibraryResult, RefusedError

LIBRARY = Library("scikit-learn", "1.9.1", "float64")


@np.errstate(all="ignore")
def log_loss(y_true: Array, y_prob: Array) -> Array:
    """Return −Σ y·log clip(p, ε, 1 − ε) for each row, ε being the machine epsilon of `y_prob`.

    Parameters
    ----------
    y_true : array of shape (n, k)
        The labels as indicators: 1 for the class that happened, 0 elsewhere.
    y_prob : array of shape (n, k)
        Probabilities, float32 or float64. For two classes, the columns 1 − p and p.

    Returns
    -------
    array of shape (n,)
        One loss a sample, at most −log ε.

    Notes
    -----
    p = 0 for what happened costs 36.04365338911715 in float64 and 15.942384719848633 in
    float32. ε used to be a fixed 1e-15, which float32 cannot tell from 0 [1]_; it is not an
    option any more [2]_. Rescaling of rows that do not sum to 1 ended in 1.5 [3]_.

    References
    ----------
    .. [1] scikit-learn/scikit-learn#24315.
    .. [2] scikit-learn/scikit-learn#28851.
    .. [3] scikit-learn/scikit-learn#24515.

    Examples
    --------
    >>> [float(log_loss(np.eye(2), 1 - np.eye(2, dtype=dtype))[0]) for dtype in "df"]
    [36.04365338911715, 15.942384719848633]
    """
    epsilon = np.finfo(y_prob.dtype).eps
    p = np.clip(y_prob, epsilon, 1 - epsilon)
    return -row_sum(np.where(y_true == 0, 0, y_true * c_log(p)).astype(p.dtype))


def _result(batch: Batch, dtype: np.dtype[np.floating]) -> LibraryResult:
    given = batch.scores.astype(dtype)
    _refuse_probabilities(given)
    weight = batch.sample_weight
    if weight is not None:
        _refuse_weights(weight)
    if batch.task == "binary":
        p = np.stack([1 - given, given], axis=1)
        y = _indicators(batch.y_true, 2)
    else:
        p = given
        sparse = batch.task == "sparse"
        y = _indicators(batch.y_true, p.shape[1]) if sparse else _hard(batch.y_true)
    losses = log_loss(y.astype(dtype), p)
    epsilon = np.finfo(dtype).eps
    off = np.abs(p.sum(axis=1) - 1) > np.sqrt(epsilon)
    touched = {
        "clipped_at_epsilon": (((p < epsilon) | (p > 1 - epsilon)) & (y > 0)).any(axis=1),
        "row_sum_ignored": off,
    }
    loss: np.floating | None = None
    if batch.reduction == "mean":
        loss = np.float64(np.average(losses, weights=weight))
    elif batch.reduction == "sum":
        loss = np.float64(losses.sum() if weight is None else losses @ weight)
    return LibraryResult(losses if weight is None else losses * weight, loss, touched)


def _refuse_probabilities(p: Array) -> None:
    rule = "probability_refused"
    if np.isnan(p).any():
        raise RefusedError(rule, "ValueError: Input contains NaN.")
    if np.isinf(p).any():
        raise RefusedError(
            rule,
            f"ValueError: Input contains infinity or a value too large for {p.dtype!r}.",
        )
    if p.max() > 1:
        raise RefusedError(rule, f"ValueError: y_prob contains values greater than 1: {p.max()}")
    if p.min() < 0:
        raise RefusedError(rule, f"ValueError: y_prob contains values lower than 0: {p.min()}")


def _refuse_weights(weight: Array) -> None:
    rule = "weights_refused"
    if np.isnan(weight).any():
        raise RefusedError(rule, "ValueError: Input sample_weight contains NaN.")
    if not weight.any():
        raise RefusedError(
            rule, "ValueError: Sample weights must contain at least one non-zero number."
        )
    if weight.sum() == 0:
        raise RefusedError(rule, "ZeroDivisionError: Weights sum to zero, can't be normalized")


def _indicators(labels: Targets, classes: int) -> Array:
    """Return one row a label with a 1 in its class."""
    strangers = sorted({_plain(label) for label in labels if label not in range(classes)})
    if strangers:
        whole = all(isinstance(label, int) for label in strangers)
        raise RefusedError(
            "label_refused" if whole else "soft_target_refused",
            f"ValueError: y_true contains values {set(strangers)} not belonging to the passed "
            f"labels {np.arange(classes)}.",
        )
    return np.eye(classes)[labels.astype(np.intp)]


def _plain(label: float) -> int | float:
    """Return a whole number as an integer, which it was before it became a float64 target."""
    return int(label) if float(label).is_integer() else float(label)


def _hard(y: Targets) -> Targets:
    """Return rows of targets, which must consist of 0 and 1."""
    if np.isnan(y).any():
        raise RefusedError("target_refused", "ValueError: Input y contains NaN.")
    if not np.isin(y, (0, 1)).all():
        raise RefusedError(
            "soft_target_refused",
            "ValueError: Multioutput target data is not supported with label binarization",
        )
    return y


_REDUCTIONS = {"mean": "", "sum": ", normalize=False"}
_RULES = (
    "clipped_at_epsilon",
    "row_sum_ignored",
    "mean_divides_by_weights",
    "probability_refused",
    "label_refused",
    "soft_target_refused",
    "weights_refused",
)
_OPTIONS = {"sample_weight": ", sample_weight=w"}
_INDEXED = "log_loss(y, p, labels=range({classes}){sample_weight}{reduction})"

CONVENTIONS = {
    ("binary", False): Convention(
        LIBRARY,
        "log_loss(y, p, labels=[0, 1]{sample_weight}{reduction})",
        _RULES,
        _OPTIONS,
        _REDUCTIONS,
        _result,
    ),
    ("sparse", False): Convention(LIBRARY, _INDEXED, _RULES, _OPTIONS, _REDUCTIONS, _result),
    ("dense", False): Convention(
        LIBRARY,
        "log_loss(y, p{sample_weight}{reduction})",
        _RULES,
        _OPTIONS,
        _REDUCTIONS,
        _result,
    ),
}
"""scikit-learn's `log_loss` by task; there is none from logits."""
