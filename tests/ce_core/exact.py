"""True values at 50 digits, the inputs on which results are held against them, and the distance.

Every float is taken as the exact number that it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from mpmath import mp, mpf

mp.dps = 50


def ulps(result: np.ndarray, exact: Sequence[mpf]) -> np.ndarray:
    """Return the error of each result in units of the last place of the true value."""
    nearest = np.array([float(value) for value in exact])
    errors = np.zeros(len(exact))
    for i, (got, value) in enumerate(zip(np.ravel(result), exact, strict=True)):
        if np.isfinite(nearest[i]) or got != nearest[i]:
            errors[i] = abs(mpf(float(got)) - value) / mpf(float(np.spacing(abs(nearest[i]))))
    return errors


def sigmoid(x: float) -> mpf:
    return 1 / (1 + mp.exp(-mpf(x)))


def log_sigmoid(x: float) -> mpf:
    return -mp.log1p(mp.exp(-mpf(x)))


def binary_from_logits(y: float, x: float, pos_weight: float = 1.0) -> mpf:
    y = mpf(y)
    return -(mpf(pos_weight) * y * log_sigmoid(x) + (1 - y) * log_sigmoid(-x))


def binary_from_probabilities(y: float, p: float) -> mpf:
    y, p = mpf(y), mpf(p)
    hit = y * mp.log(p) if y else mpf(0)
    miss = (1 - y) * mp.log1p(-p) if y != 1 else mpf(0)
    return -(hit + miss)


def focal(y: float, x: float) -> mpf:
    right = sigmoid(x if y else -x)
    wrong = sigmoid(-x if y else x)
    return -(wrong**2) * (mp.log(right) if wrong > 1e-20 else mp.log1p(-wrong))


def binary_slope_from_logits(y: float, x: float) -> mpf:
    return (1 - mpf(y)) * sigmoid(x) - mpf(y) * sigmoid(-x)


def binary_slope_from_probabilities(y: float, p: float) -> mpf:
    y, p = mpf(y), mpf(p)
    return (1 - y) / (1 - p) - (y / p if y else 0)


def softmax(row: np.ndarray) -> list[mpf]:
    scores = [mpf(float(z)) for z in row]
    largest = max(scores)
    e = [mp.exp(z - largest) for z in scores]
    total = mp.fsum(e)
    return [value / total for value in e]


def log_softmax(row: np.ndarray) -> list[mpf]:
    return [-loss_of_label(c, row) for c in range(len(row))]


def logsumexp(row: np.ndarray) -> list[mpf]:
    largest = int(np.argmax(row))
    return [mpf(float(row[largest])) + loss_of_label(largest, row)]


def loss_of_label(label: int, row: np.ndarray) -> mpf:
    z = mpf(float(row[label]))
    return mp.log1p(mp.fsum(mp.exp(mpf(float(v)) - z) for c, v in enumerate(row) if c != label))


def slope_of_label(label: int, row: np.ndarray) -> list[mpf]:
    p = softmax(row)
    p[label] = -mp.fsum(p[:label] + p[label + 1 :])
    return p


def entropy(p: np.ndarray) -> mpf:
    return -mp.fsum(mpf(float(v)) * mp.log(mpf(float(v))) for v in p if v)


def cross_entropy(p: np.ndarray, q: np.ndarray) -> mpf:
    pairs = [(mpf(float(a)), mpf(float(b))) for a, b in zip(p, q, strict=True)]
    return -mp.fsum(a * mp.log(b) for a, b in pairs if a)


def kl_divergence(p: np.ndarray, q: np.ndarray) -> mpf:
    """The sum of p log(p / q) - p + q, so that the rows' own rounding does not count."""
    pairs = [(mpf(float(a)), mpf(float(b))) for a, b in zip(p, q, strict=True)]
    return mp.fsum((a * mp.log(a / b) if a else 0) - a + b for a, b in pairs)


def js_divergence(p: np.ndarray, q: np.ndarray) -> mpf:
    pairs = [(mpf(float(a)), mpf(float(b))) for a, b in zip(p, q, strict=True)]

    def half(a: mpf, b: mpf) -> mpf:
        return a * mp.log(2 * a / (a + b)) / 2 if a else mpf(0)

    return mp.fsum(half(a, b) + half(b, a) for a, b in pairs)


def scores(n: int, seed: int = 0) -> np.ndarray:
    """Scores over ±745 and ±40, and of magnitudes from 1e-300 to 1."""
    rng = np.random.default_rng(seed)
    tiny = 10.0 ** rng.uniform(-300, 0, n) * rng.choice([-1, 1], n)
    edges = [0.0, 1.0, -1.0, 36.7, -36.7, 37.0, 708.4, -708.4, 744.9, -744.9]
    return np.concatenate((rng.uniform(-745, 745, n), rng.uniform(-40, 40, n), tiny, edges))


def probabilities(n: int, seed: int = 0) -> np.ndarray:
    """Probabilities over (0, 1), down to the smallest subnormal, and up to the last before 1."""
    rng = np.random.default_rng(seed)
    small = np.maximum(10.0 ** rng.uniform(-323, 0, n), 5e-324)
    near_one = 1 - 10.0 ** rng.uniform(-15.9, -0.1, n)
    return np.concatenate(
        (rng.uniform(0.001, 0.999, n), small, near_one, [5e-324, 0.5, 1 - 2**-53])
    )


def hard_labels(x: np.ndarray, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 2, x.size).astype(float)


def soft_labels(x: np.ndarray, seed: int = 2) -> np.ndarray:
    """Soft labels over (0, 1), a third of them within 1e-12 to 1e-2 of an end."""
    rng = np.random.default_rng(seed)
    y = rng.uniform(0, 1, x.size)
    y[::6] = 10.0 ** rng.uniform(-12, -2, y[::6].size)
    y[3::6] = 1 - 10.0 ** rng.uniform(-12, -2, y[3::6].size)
    return y


def rows_of_scores(n: int, seed: int = 3) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Rows and labels by what is hard about them."""
    rng = np.random.default_rng(seed)

    def labels(count: int, classes: int) -> np.ndarray:
        return rng.integers(0, classes, count)

    def right(rows: np.ndarray, gaps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        rows[:, 0] = rows[:, 1:].max(axis=1) + gaps
        return rows, np.zeros(len(rows), int)

    few = max(2, n // 20)
    return {
        "N(0, 1), C = 2": (rng.normal(0, 1, (n, 2)), labels(n, 2)),
        "N(0, 1), C = 10": (rng.normal(0, 1, (n, 10)), labels(n, 10)),
        "N(0, 10), C = 10": (rng.normal(0, 10, (n, 10)), labels(n, 10)),
        "N(0, 100), C = 10": (rng.normal(0, 100, (n, 10)), labels(n, 10)),
        "N(0, 300), C = 10": (rng.normal(0, 300, (n, 10)), labels(n, 10)),
        "N(0, 3), C = 1000": (rng.normal(0, 3, (few, 1000)), labels(few, 1000)),
        "right by 0 to 40": right(rng.normal(0, 3, (n, 10)), rng.uniform(0, 40, n)),
        "right by 5 to 700": right(rng.normal(0, 3, (n, 10)), rng.uniform(5, 700, n)),
        "near-equal at 1e3": (1e3 + rng.normal(0, 1e-3, (n, 10)), labels(n, 10)),
        "near-equal at 1e8": (1e8 + rng.normal(0, 1, (n, 10)), labels(n, 10)),
        "equal, C = 1000": right(np.full((few, 1000), 0.1), rng.uniform(0, 600, few)),
    }


def pairs_of_rows(n: int, seed: int = 4) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Pairs of distributions: independent, almost equal, and at fixed distances."""
    rng = np.random.default_rng(seed)
    pairs = {"independent": (rng.dirichlet(np.ones(6), n), rng.dirichlet(np.ones(6), n))}
    p = rng.dirichlet(np.full(6, 2.0), n)
    for distance in (1e-12, 1e-8, 1e-4, 0.1, 0.3, 0.6):
        q = p * (1 + distance * rng.uniform(-1, 1, p.shape))
        pairs[f"within {distance:g}"] = (p, q / q.sum(axis=1, keepdims=True))
    sharp = rng.dirichlet(np.full(6, 0.02), n)
    sharp[sharp == 0] = 5e-324
    pairs["sharp"] = (sharp, sharp[::-1].copy())
    return pairs


def each(function: Callable[..., mpf], *columns: np.ndarray) -> list[mpf]:
    """Apply a true function to each sample."""
    return [function(*sample) for sample in zip(*(c.tolist() for c in columns), strict=True)]


def each_row(function: Callable[..., list[mpf]], *columns: np.ndarray) -> list[mpf]:
    """The same for functions that return a value for each class."""
    return [value for row in each(function, *columns) for value in row]
