"""Inputs of every magnitude for each function of ce_core, with the truth and the stated bound.

A case draws its inputs and options from a random generator, so that a seed reproduces it; the
tests draw the seeds, and `tests/bench/magnitudes.py` draws as many values as it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

import ce_core as ce
from tests.ce_core import truth
from tests.ce_core.truth import Numbers

Rng = np.random.Generator
Options = dict[str, Any]

SCALES = (1.0, 10.0, 100.0, 300.0, 1e4)
LOST = 2.0 * float(np.finfo(np.longdouble).eps)
"""What the larger of two terms that cancel may leave: 2**-62 where long doubles have 64 bits."""

TINY = 2.0**-1073
"""What a loss among the subnormal numbers may be off, which a weight then multiplies."""


@dataclass(frozen=True)
class Drawn:
    """One call and what it should return.

    Attributes
    ----------
    call : callable
        Returns the result.
    true : callable
        Returns the true values in a given arithmetic, and the slack they leave, if any.
    bound : float
        Units of the last place of the result by which it may be off.
    inputs : dict
        What was drawn, to be printed.
    """

    call: Callable[[], Any]
    true: Callable[[Any], tuple[Numbers, Numbers]]
    bound: float
    inputs: dict[str, Any] = field(default_factory=dict)

    def errors(self, arithmetic: Any) -> np.ndarray:
        """Return the error of each value, infinite where it is not finite and should be."""
        result = np.asarray(self.call())
        with np.errstate(all="ignore"):
            values, slack = self.true(arithmetic)
            return truth.ulps(result.reshape(-1), np.reshape(values, -1), np.reshape(slack, -1))


def scores(rng: Rng, shape: tuple[int, ...]) -> np.ndarray:
    """Scores of one magnitude, all of rows near ties, or with one far above or below."""
    kind = rng.integers(5)
    if kind < 2:
        x = rng.normal(0, rng.choice(SCALES), shape)
    elif kind == 2:
        x = 10.0 ** rng.uniform(-320, 0, shape) * rng.choice([-1, 1], shape)
    elif kind == 3:
        base = rng.choice([0.0, 1.0, 36.7, 1e3, 1e8]) * rng.choice([-1, 1])
        x = base + rng.integers(-3, 4, shape) * np.spacing(base) * rng.choice([0, 1, 1e5])
    else:
        x = rng.normal(0, 1, shape)
        x[..., rng.integers(shape[-1])] += rng.choice([-1, 1]) * 10.0 ** rng.uniform(0, 4)
    x = np.asarray(x)
    if rng.random() < 0.2:
        x[..., rng.integers(shape[-1])] = rng.choice([-np.inf, np.inf]) if shape[-1] > 1 else 0.0
    return x


def probabilities(rng: Rng, n: int) -> np.ndarray:
    """Probabilities down to the smallest subnormal, up to the last before 1, and 0 and 1."""
    kinds = [
        rng.uniform(0, 1, n),
        np.maximum(10.0 ** rng.uniform(-323.5, 0, n), 5e-324),
        1 - 10.0 ** rng.uniform(-16.5, -0.1, n),
        0.5 + rng.integers(-3, 4, n) * 2.0**-53,
        rng.integers(0, 2, n).astype(float),
    ]
    edges = 0.05 * rng.integers(2)
    return np.choose(rng.choice(5, n, p=[0.3, 0.3, 0.35 - edges, 0.05, edges]), kinds)


def labels(rng: Rng, n: int) -> np.ndarray:
    """Labels, as floats, integers or booleans, or soft labels down to subnormal ones."""
    kind = rng.integers(5)
    if kind < 3:
        return rng.integers(0, 2, n).astype([float, int, bool][kind])
    return probabilities(rng, n)


def distributions(rng: Rng, shape: tuple[int, int], dtype: type = np.float64) -> np.ndarray:
    """Rows of probabilities: even, sharp, from far scores, with classes ruled out."""
    kind = rng.integers(4)
    if kind == 0:
        rows = rng.dirichlet(np.full(shape[1], rng.choice([0.02, 0.3, 3.0])), shape[0])
    elif kind == 1:
        z = rng.normal(0, rng.choice([1, 10, 100, 300]), shape)
        rows = np.exp(z - z.max(axis=1, keepdims=True))
    elif kind == 2:
        rows = np.full(shape, 1.0)
    else:
        rows = 10.0 ** rng.uniform(-323, 0, shape)
        rows[:, rng.integers(shape[1])] = 1.0
    rows = rows / rows.sum(axis=1, keepdims=True)
    rows = rows.astype(dtype)
    rows[(rows.astype(float).sum(axis=1) - 1) ** 2 > 1e-13] = np.eye(shape[1], dtype=dtype)[0]
    return rows


def _shape(rng: Rng, n: int) -> tuple[int, int]:
    classes = int(rng.choice([1, 2, 3, 4, 10, 16, 17, 40, 100]))
    return max(1, n // classes), classes


def _maybe(rng: Rng, **drawn: Any) -> Options:
    """Keep about half of the options, or none."""
    if rng.random() < 0.4:
        return {}
    return {name: value for name, value in drawn.items() if rng.random() < 0.5}


def _weights(rng: Rng, n: int) -> np.ndarray:
    weights = 10.0 ** rng.uniform(-6, 6, n) * (rng.random(n) < 0.9)
    weights[rng.integers(n)] = 1.0
    return weights


def _smoothing(rng: Rng) -> float:
    return float(rng.choice([0.1, 1.0, 1e-3, 1e-12, 1e-17]))


def _options(rng: Rng, n: int, **more: Any) -> Options:
    drawn = _maybe(
        rng,
        sample_weight=_weights(rng, n),
        base=float(rng.choice([2.0, 10.0, 1.5, 1e6])),
        label_smoothing=_smoothing(rng),
        **more,
    )
    return drawn | {"reduction": str(rng.choice(["none", "sum", "mean"]))}


def _allowed(bound: float, options: Options) -> float:
    """Each option that multiplies adds a rounding or two; so do adding up and dividing."""
    return bound + 2 * (len(options) - 1) + {"none": 0, "sum": 1, "mean": 2}[options["reduction"]]


def _reduced(
    a: Any,
    losses: Numbers,
    options: Options,
    counts: Numbers | None = None,
    x: np.ndarray | float = 0.0,
) -> tuple[Numbers, Numbers]:
    """Weigh, add up or average true losses, in units of the base; also what TINY becomes.

    Times the score `x` even, where a soft label or its weighed share is the subnormal number.
    """
    weights = a.number(options.get("sample_weight", np.ones(losses.shape)))
    far = a.number(1 + np.where(np.isinf(x), 0, np.abs(x)))
    tiny = far * weights * TINY * (1 + options.get("pos_weight", 1.0)) / _unit(a, options)
    tiny = tiny * max(options.get("class_weight", [1.0]))
    losses = truth.product(weights, losses) / _unit(a, options)
    if options["reduction"] == "none":
        return losses, tiny
    total, tiny = losses.sum(), tiny.sum()
    if options["reduction"] == "mean":
        count = (weights if counts is None else weights * counts).sum()
        total, tiny = total / count, tiny / count
    return np.reshape(total, 1), np.reshape(tiny, 1)


def _unit(a: Any, options: Options) -> Numbers:
    return a.log(a.number([options["base"]]))[0] if "base" in options else 1


def _factor(a: Any, options: Options, n: int, counts: Numbers | None = None) -> Numbers:
    """Return by what the slopes of each sample are multiplied."""
    weights = a.number(options.get("sample_weight", np.ones(n))) / _unit(a, options)
    if options["reduction"] == "mean":
        plain = a.number(options.get("sample_weight", np.ones(n)))
        weights = weights / (plain if counts is None else plain * counts).sum()
    return weights


def _numbers(a: Any, options: Options, **defaults: float) -> list[Numbers]:
    return [a.number(np.atleast_1d(options.get(name, value))) for name, value in defaults.items()]


def _case(name: str, bound: float, result: Any, true: Any, **inputs: Any) -> Drawn:
    def values(a: Any) -> tuple[Numbers, Numbers]:
        found = true(a)
        return found if isinstance(found, tuple) else (found, a.number([0.0]))

    return Drawn(result, values, bound, {"function": name, **inputs})


def of_scores(name: str) -> Callable[[Rng, int, type], Drawn]:
    """The sigmoid and its logarithm."""

    def draw(rng: Rng, n: int, dtype: type) -> Drawn:
        x = scores(rng, (n,)).astype(dtype)
        functions = {
            "sigmoid": lambda a: truth.sigmoid(a, a.number(x)),
            "log_sigmoid": lambda a: -truth.softplus(a, -a.number(x)),
        }
        return _case(name, 2, lambda: getattr(ce, name)(x), functions[name], x=x)

    return draw


def of_rows_of_scores(name: str) -> Callable[[Rng, int, type], Drawn]:
    """The softmax and what belongs to it."""

    def draw(rng: Rng, n: int, dtype: type) -> Drawn:
        z = scores(rng, _shape(rng, n)).astype(dtype)
        z = np.where(np.isinf(z).all(axis=1, keepdims=True), dtype(0), z)
        options = _maybe(rng, temperature=float(rng.choice([0.1, 0.7, 1e3])))
        function = {"softmax": truth.softmax, "log_softmax": lambda a, z: -truth.surprisals(a, z)}
        if name == "logsumexp":

            def true(a: Any) -> tuple[Numbers, Numbers]:
                numbers = a.number(z)
                largest = abs(z.max(axis=-1).astype(float))
                lost = np.where(np.isinf(largest), 0, largest) * 2.0**-52
                return truth.logsumexp(a, numbers), a.number(lost)

            return _case(name, 3, lambda: ce.logsumexp(z), true, z=z)
        return _case(
            name,
            4,
            lambda: getattr(ce, name)(z, **options),
            lambda a: function[name](a, a.number(z) / _numbers(a, options, temperature=1.0)[0]),
            z=z,
            **options,
        )

    return draw


def of_probabilities(name: str) -> Callable[[Rng, int, type], Drawn]:
    """What single probabilities surprise by."""

    def draw(rng: Rng, n: int, dtype: type) -> Drawn:
        p = probabilities(rng, n).astype(dtype)
        options = _maybe(rng, base=2.0)
        functions = {
            "surprisal": lambda a: -a.log(a.number(p)) / _unit(a, options),
            "negative_log_likelihood": lambda a: np.reshape(
                (-a.log(a.number(p))).sum() / _unit(a, options), 1
            ),
            "likelihood": lambda a: np.reshape(a.number(p).prod(), 1),
        }
        if name == "likelihood":
            p, options = np.exp(rng.uniform(-1400 / n, 0, n)).astype(dtype), {}
        return _case(
            name, 2, lambda: getattr(ce, name)(p, **options), functions[name], p=p, **options
        )

    return draw


def of_distributions(name: str, bound: float) -> Callable[[Rng, int, type], Drawn]:
    """Entropy, cross-entropy and the divergences."""

    def draw(rng: Rng, n: int, dtype: type) -> Drawn:
        shape = _shape(rng, n)
        p = distributions(rng, shape, dtype)
        q = distributions(rng, shape, dtype)
        if rng.random() < 0.3:
            q = p * (1 + rng.choice([1e-16, 1e-12, 1e-8, 1e-4, 0.3]) * rng.uniform(-1, 1, shape))
            q = np.minimum(q / q.sum(axis=1, keepdims=True), 1.0).astype(dtype)
        options = _maybe(rng, base=10.0)
        rows = (p,) if name == "entropy" else (p, q)
        function = truth.cross_entropy if name == "entropy" else getattr(truth, name)
        return _case(
            name,
            bound + 2 * len(options),
            lambda: getattr(ce, name)(*rows, **options),
            lambda a: function(a, a.number(rows[0]), a.number(rows[-1])) / _unit(a, options),
            p=p,
            q=q,
            **options,
        )

    return draw


def binary_with_logits(rng: Rng, n: int, dtype: type) -> Drawn:
    x = scores(rng, (n,)).astype(dtype)
    y = labels(rng, n)
    options = _options(rng, n, pos_weight=float(rng.choice([0.0, 3.7, 1e-5, 1e8])))

    def true(a: Any) -> tuple[Numbers, Numbers]:
        smoothing, weight = _numbers(a, options, label_smoothing=0.0, pos_weight=1.0)
        losses = truth.binary_from_logits(a, a.number(y), a.number(x), smoothing, weight)
        return _reduced(a, losses, options, x=x)

    result = lambda: ce.binary_cross_entropy_with_logits(y, x, **options)  # noqa: E731
    return _case("loss", _allowed(2, options), result, true, y=y, x=x, **options)


def binary(rng: Rng, n: int, dtype: type) -> Drawn:
    p = probabilities(rng, n).astype(dtype)
    y = labels(rng, n)
    options = _options(rng, n)

    def true(a: Any) -> tuple[Numbers, Numbers]:
        (smoothing,) = _numbers(a, options, label_smoothing=0.0)
        losses = truth.binary_from_probabilities(a, a.number(y), a.number(p), smoothing)
        return _reduced(a, losses, options)

    result = lambda: ce.binary_cross_entropy(y, p, **options)  # noqa: E731
    return _case("loss", _allowed(2, options), result, true, y=y, p=p, **options)


def focal(slope: bool = False) -> Callable[[Rng, int, type], Drawn]:
    """The focal loss and its slopes; the power multiplies the rounding of what is under it."""
    function: Any = ce.binary_focal_loss_with_logits
    if slope:
        function = ce.binary_focal_loss_with_logits_gradient

    def draw(rng: Rng, n: int, dtype: type) -> Drawn:
        x = scores(rng, (n,)).astype(dtype)
        y = labels(rng, n)
        options = _options(rng, n, alpha=0.25)
        options.pop("label_smoothing", None)
        options["gamma"] = float(rng.choice([0.0, 0.5, 1.0, 2.0, 5.0]))

        def true(a: Any) -> tuple[Numbers, Numbers]:
            alpha = a.number([options.get("alpha", 1.0)])
            both = alpha, (1 - alpha if "alpha" in options else alpha)
            numbers = a.number(y), a.number(x), a.number([options["gamma"]])
            if not slope:
                return _reduced(a, truth.focal(a, *numbers, both), options, x=x)
            slopes, term = truth.focal_slope(a, *numbers, both)
            factor = _factor(a, options, n)
            cancels = (y != 0) & (y != 1)
            lost = cancels * (4 + 2 * options["gamma"]) * 2.0**-52
            return truth.product(factor, slopes), truth.product(factor, term) * lost + factor * (
                4 * TINY
            )

        bound = _allowed(3 if slope else 2, options) + 2 * options["gamma"]
        result = lambda: function(y, x, **options)  # noqa: E731
        return _case("slope" if slope else "loss", bound, result, true, y=y, x=x, **options)

    return draw


def binary_slope(kind: str) -> Callable[[Rng, int, type], Drawn]:
    """The slopes of the binary losses, also of soft labels close to their own probability."""

    def draw(rng: Rng, n: int, dtype: type) -> Drawn:
        x = scores(rng, (n,)) if kind == "logits" else probabilities(rng, n)
        x, y = x.astype(dtype), labels(rng, n)
        if rng.random() < 0.3:
            near = ce.sigmoid(x) if kind == "logits" else x
            off = rng.choice([0.0, 1e-16, 1e-10, 1e-3]) * rng.uniform(-1, 1, n)
            y = np.clip(near.astype(float) * (1 + off), 0, 1)
        more = {"pos_weight": 3.7} if kind == "logits" else {}
        options = _options(rng, n, **more)

        def true(a: Any) -> tuple[Numbers, Numbers]:
            smoothing, weight = _numbers(a, options, label_smoothing=0.0, pos_weight=1.0)
            numbers = a.number(y), a.number(x), smoothing
            if kind == "logits":
                slope, term = truth.binary_slope_from_logits(a, *numbers, weight)
            else:
                slope, term = truth.binary_slope_from_probabilities(a, *numbers)
            factor = _factor(a, options, n)
            return truth.product(factor, slope), truth.product(factor, term) * LOST + factor * (
                4 * TINY
            )

        function = {
            "logits": ce.binary_cross_entropy_with_logits_gradient,
            "probabilities": ce.binary_cross_entropy_gradient,
        }[kind]
        result = lambda: function(y, x, **options)  # noqa: E731
        return _case("slope", _allowed(3, options), result, true, y=y, x=x, **options)

    return draw


def categorical(kind: str, slope: bool = False) -> Callable[[Rng, int, type], Drawn]:
    """The categorical losses and their slopes, of labels and of rows of probabilities."""
    name = f"categorical_cross_entropy{kind}{'_gradient' if slope else ''}"

    def draw(rng: Rng, n: int, dtype: type) -> Drawn:
        rows, classes = shape = _shape(rng, n)
        if kind:
            z = scores(rng, shape).astype(dtype)
            z = np.where(np.isinf(z).all(axis=1, keepdims=True), dtype(0), z)
        else:
            z = distributions(rng, shape, dtype)
        options = _options(rng, rows, class_weight=_weights(rng, classes))
        hard = rng.random() < 0.6
        y = rng.integers(0, classes, rows)
        target = np.eye(classes)[y]
        if not hard:
            y = target = distributions(rng, shape)
        elif "sample_weight" not in options and rng.random() < 0.3:
            options["ignore_index"] = int(y[0])
        kept = np.ones(rows, bool)
        if "ignore_index" in options:
            kept = y != options["ignore_index"]
        if not kept.any() or (hard and not _any_counts(y, kept, options)):
            options["reduction"] = "sum"

        def counts(a: Any) -> Numbers:
            weight = a.number(options.get("class_weight", np.ones(classes)))
            return a.number(kept) * (weight[y] if hard else a.number(1.0))

        def true(a: Any) -> tuple[Numbers, Numbers]:
            (smoothing,) = _numbers(a, options, label_smoothing=0.0)
            weight = a.number(options.get("class_weight", np.ones(classes)))
            wanted = truth.categorical_target(a.number(target), smoothing, weight, classes)
            wanted = truth.product(a.number(kept)[:, None], wanted)
            numbers = a.number(z)
            if not slope:
                surprisals = truth.surprisals(a, numbers) if kind else -a.log(numbers)
                losses = truth.product(wanted, surprisals).sum(axis=-1)
                return _reduced(a, losses, options, counts(a))
            factor = _factor(a, options, rows, counts(a))[:, None]
            heaviest = max(options.get("class_weight", [1.0]))
            if not kind:
                quotient = wanted / np.where(numbers == 0, a.number(1.0), numbers)
                infinite = (numbers == 0) & (wanted > 0)
                quotient = np.where(infinite, a.number(np.inf), quotient)
                return -truth.product(factor, quotient), factor * np.full(
                    z.shape, 2 * TINY * heaviest
                )
            slopes, term = truth.categorical_slope(a, wanted, numbers)
            lost = 0.0 if hard and "label_smoothing" not in options else 2.0**-50
            tiny = factor * (TINY * heaviest)
            return truth.product(factor, slopes), truth.product(factor, term) * lost + tiny

        def result() -> Any:
            return getattr(ce, name)(y, z, **options)

        bound = _allowed(4 if slope or kind else 3, options)  # 4 where the others are all equal
        return _case(name, bound, result, true, y=y, z=z, **options)

    return draw


def _any_counts(y: np.ndarray, kept: np.ndarray, options: Options) -> bool:
    weight = np.asarray(options.get("class_weight", np.ones(y.max() + 1)))[y] * kept
    return bool((weight * options.get("sample_weight", 1.0)).any())


CASES: dict[str, Callable[[Rng, int, type], Drawn]] = {
    **{name: of_scores(name) for name in ("sigmoid", "log_sigmoid")},
    **{name: of_rows_of_scores(name) for name in ("softmax", "log_softmax", "logsumexp")},
    **{
        name: of_probabilities(name)
        for name in ("surprisal", "likelihood", "negative_log_likelihood")
    },
    "entropy": of_distributions("entropy", 3),
    "cross_entropy": of_distributions("cross_entropy", 3),
    "kl_divergence": of_distributions("kl_divergence", 4),
    "js_divergence": of_distributions("js_divergence", 6),
    "binary_cross_entropy": binary,
    "binary_cross_entropy_with_logits": binary_with_logits,
    "binary_focal_loss_with_logits": focal(),
    "binary_focal_loss_with_logits_gradient": focal(slope=True),
    "categorical_cross_entropy": categorical(""),
    "categorical_cross_entropy_with_logits": categorical("_with_logits"),
    "binary_cross_entropy_gradient": binary_slope("probabilities"),
    "binary_cross_entropy_with_logits_gradient": binary_slope("logits"),
    "categorical_cross_entropy_gradient": categorical("", slope=True),
    "categorical_cross_entropy_with_logits_gradient": categorical("_with_logits", slope=True),
}

NEEDS_EXACT = {"kl_divergence", "js_divergence", "likelihood"}
"""Whose formula here cancels near equality, or which is itself counted in long doubles."""
