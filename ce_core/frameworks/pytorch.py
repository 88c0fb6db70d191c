"""PyTorch: logarithms clamped at −100, logits that lose one tail, and two kinds of mean.

From probabilities, `F.binary_cross_entropy` computes (y − 1)·max(log(1 − p), −100) −
y·max(log p, −100): an impossible outcome costs 100. From logits nothing is clamped, but for
y = 0 the loss is the difference of x and log σ(x), so x = −40 costs 0 instead of 4.2e-18.

The weighted means differ between its own functions: both binary losses, and `F.cross_entropy`
with targets as probabilities, divide by the number of samples; `F.cross_entropy` with targets as
integers divides by the summed class weights of the targets that are not ignored.
"""

from __future__ import annotations

import numpy as np

from ce_core.frameworks.arithmetic import (
    Array,
    Targets,
    log1p,
    log_near_one,
    log_sigmoid,
    log_softmax,
    of_label,
    row_sum,
)


@np.errstate(all="ignore")
def binary_cross_entropy(y_true: Array, y_prob: Array) -> Array:
    """Return (y − 1)·max(log(1 − p), −100) − y·max(log p, −100).

    Parameters
    ----------
    y_true, y_prob : array of shape (n,)
        Targets and probabilities in [0, 1], of one floating dtype.

    Returns
    -------
    array of shape (n,)
        One loss a sample, at most 100.

    Notes
    -----
    p = 0 for what happened costs 100 where mathematics has infinity, and every p below e⁻¹⁰⁰
    costs the same; float64 reaches that far, float32 just so. The clamp was once an ε of 1e-12,
    and the loss of the impossible 27.631 [1]_; that it is 100 now was long undocumented [2]_.

    References
    ----------
    .. [1] pytorch/pytorch#4867.
    .. [2] pytorch/pytorch#31453.

    Examples
    --------
    >>> binary_cross_entropy(np.array([1., 1., 0.]), np.array([0., 1e-30, 1.]))
    array([100.        ,  69.07755279, 100.        ])
    """
    y, p = y_true, y_prob
    return (y - 1) * np.maximum(log1p(-p), -100) - y * np.maximum(log_near_one(p), -100)


def binary_cross_entropy_gradient(y_true: Array, y_prob: Array) -> Array:
    """Return (p − y) / max(p·(1 − p), 1e-12), what `backward` gives for each probability.

    Notes
    -----
    The bound 1e-12 is a float32 constant, so at p = 0 and y = 1 the gradient is −1.000000004e12
    where mathematics has −∞. Through a sigmoid the clamp stops learning: at x = −50 in float32
    the gradient with respect to x is −1.9e-10 instead of −1 [1]_.

    References
    ----------
    .. [1] pytorch/pytorch#103316.

    Examples
    --------
    >>> float(binary_cross_entropy_gradient(np.array([1.]), np.array([0.]))[0])
    -1000000003995.8029
    """
    bound = np.float32(1e-12).astype(y_prob.dtype)
    return (y_prob - y_true) / np.maximum((1 - y_prob) * y_prob, bound)


@np.errstate(all="ignore")
def binary_cross_entropy_with_logits(
    y_true: Array, logits: Array, pos_weight: float | None = None
) -> Array:
    """Return (1 − y)·x − (1 + (w − 1)·y)·log σ(x), where w is the weight of the positives.

    Parameters
    ----------
    y_true, logits : array of shape (n,)
        Targets and scores, of one floating dtype.
    pos_weight : float, optional
        What the positive term is multiplied by.

    Returns
    -------
    array of shape (n,)
        One loss a sample.

    Notes
    -----
    Not symmetric: at x = 40 and y = 1 it is right, at x = −40 and y = 0 it is 0 [1]_. Infinite
    scores give nan wherever an infinity meets 0 or its like [2]_. y outside [0, 1] passes.

    References
    ----------
    .. [1] pytorch/pytorch#195529.
    .. [2] pytorch/pytorch#135359.

    Examples
    --------
    >>> binary_cross_entropy_with_logits(np.array([1., 0.]), np.array([40., -40.]))
    array([4.24835426e-18, 0.00000000e+00])
    """
    log_p = log_sigmoid(logits)
    if pos_weight is not None:
        log_p = log_p * ((logits.dtype.type(pos_weight) - 1) * y_true + 1)
    return (1 - y_true) * logits - log_p


@np.errstate(all="ignore")
def cross_entropy(
    y_true: Targets,
    logits: Array,
    *,
    class_weight: Array | None = None,
    label_smoothing: float = 0.0,
    ignore_index: int = -100,
) -> Array:
    """Return −Σ w·y·log softmax(x) for each row, smoothed toward all classes alike.

    Parameters
    ----------
    y_true : array of shape (n,) or (n, k)
        Class indices, or rows of targets.
    logits : array of shape (n, k)
        Scores.
    class_weight : array of shape (k,), optional
        One weight a class.
    label_smoothing : float
        The share s that goes to all classes: s/k to each, not s/(k − 1) [1]_.
    ignore_index : int
        The label (of class indices only) that costs nothing.

    Returns
    -------
    array of shape (n,)
        One loss a sample.

    Notes
    -----
    With class weights, smoothing weighs every class by its own weight, not all by the label's
    [2]_. A negative smoothing is taken as none. A score of −∞ costs nothing against integer
    labels and gives 0·∞ = nan against rows of targets.

    References
    ----------
    .. [1] pytorch/pytorch#148884.
    .. [2] pytorch/pytorch#104776.

    Examples
    --------
    >>> scores = np.array([[1., 2., 3.], [3., 2., 1.]])
    >>> cross_entropy(np.array([0, 1]), scores)
    array([2.40760596, 1.40760596])
    """
    log_p = log_softmax(logits)
    weight = np.ones_like(logits[0]) if class_weight is None else class_weight
    smoothing, classes = max(label_smoothing, 0.0), logits.shape[-1]
    if y_true.ndim == 2:
        if smoothing:
            y_true = y_true * (1 - smoothing) + smoothing / classes
        return -row_sum(log_p * y_true * weight)
    kept = y_true != ignore_index
    label = np.where(kept, y_true, 0)
    losses = -of_label(log_p, label) * weight[label]
    if smoothing:
        everywhere = -row_sum(log_p * weight)
        losses = (1 - smoothing) * losses + smoothing / classes * everywhere
    return np.where(kept, losses, 0).astype(logits.dtype)


def vector_sum(x: Array) -> np.floating:
    """Return the sum of x in PyTorch's order, on which the last digit of a mean depends.

    Whole vectors (eight float32 or four float64 numbers) are added to four running totals in
    turn, sixteen rounds at a time; then the totals, then what is left over, then the lanes.

    Notes
    -----
    Exact for up to 8,192 float32 numbers on a CPU in one thread; beyond that the last bit may
    differ.

    Examples
    --------
    >>> tenths = np.full(10, 0.1, np.float32)
    >>> float(vector_sum(tenths)), float(tenths.sum(dtype=np.float64))
    (1.0000001192092896, 1.0000000149011612)
    """
    lanes = 32 // x.itemsize
    if len(x) < lanes:
        lanes = 1
    rows = x[: len(x) // lanes * lanes].reshape(-1, lanes)
    rounds = len(rows) // 4
    running = in_groups(rows[: 4 * rounds].reshape(rounds, 4, lanes), 16)
    for row in rows[4 * rounds :]:
        running[0] += row
    totals = running[0] + running[1] + running[2] + running[3]
    return in_turn(np.concatenate([x[rows.size :], totals]))


def label_sum(x: Array) -> np.floating:
    """Return the sum of x as the loss with integer labels adds it: 16 at a time, x₀ last.

    Exact for up to 256 numbers; beyond that the last bit may differ.
    """
    total: np.floating = x[0]
    return in_groups(x[1:, None], 16)[0] + total if len(x) > 1 else total


def in_turn(x: Array) -> np.floating:
    """Return ((x₀ + x₁) + x₂) + …, rounded at each step, where NumPy's sum would add in pairs."""
    total: np.floating = np.add.accumulate(x)[-1]
    return total


def in_groups(x: Array, size: int) -> Array:
    """Add along the first axis in turn, each whole group first; what is left over joins last."""
    whole = len(x) // size * size
    groups = np.zeros_like(x[:1].sum(axis=0))
    for start in range(0, whole, size):
        groups = groups + np.add.accumulate(x[start : start + size])[-1]
    rest = np.add.accumulate(x[whole:])
    total: Array = rest[-1] + groups if len(rest) else groups
    return total
