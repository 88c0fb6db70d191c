"""How long a mean loss takes, in units of one np.exp pass over the same array.

    python tests/bench/speed.py [rounds]

Every round runs all contenders once, in turn, so that a busy machine slows them alike. The figures
are the median of the rounds' ratios, the ratio of the fastest runs, and that of the least processor
time, all threads together, which hardly depends on what else runs. Peers that are not installed are
left out.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))
import ce_core as ce

Contenders = dict[str, Callable[[], object]]


def binary_from_logits(y: np.ndarray, x: np.ndarray) -> Contenders:
    contenders: Contenders = {"ce_core": lambda: ce.binary_cross_entropy_with_logits(y, x)}
    if find_spec("torch"):
        from torch.nn.functional import binary_cross_entropy_with_logits as loss

        contenders |= torch_contenders(loss, x, y)
    if find_spec("scipy"):
        from scipy.special import expit, log_expit

        contenders["scipy"] = lambda: -(y * log_expit(x) + (1 - y) * log_expit(-x)).mean()
        if find_spec("sklearn"):
            from sklearn.metrics import log_loss

            contenders["scikit-learn"] = lambda: log_loss(y, expit(x))
    if find_spec("optax"):
        import optax

        contenders["optax, jit"] = jitted(optax.sigmoid_binary_cross_entropy, x, y)
    return contenders


def binary_from_probabilities(y: np.ndarray, p: np.ndarray) -> Contenders:
    contenders: Contenders = {"ce_core": lambda: ce.binary_cross_entropy(y, p)}
    if find_spec("torch"):
        from torch.nn.functional import binary_cross_entropy as loss

        contenders |= torch_contenders(loss, p, y)
    if find_spec("scipy"):
        from scipy.special import xlog1py, xlogy

        contenders["scipy"] = lambda: -(xlogy(y, p) + xlog1py(1 - y, -p)).mean()
    if find_spec("sklearn"):
        from sklearn.metrics import log_loss

        contenders["scikit-learn"] = lambda: log_loss(y, p)
    if find_spec("jax"):
        import jax.numpy as jnp

        contenders["jax, jit"] = jitted(
            lambda q, t: -(t * jnp.log(q) + (1 - t) * jnp.log1p(-q)), p, y
        )
    return contenders


def categorical_from_logits(y: np.ndarray, z: np.ndarray) -> Contenders:
    contenders: Contenders = {"ce_core": lambda: ce.categorical_cross_entropy_with_logits(y, z)}
    if find_spec("torch"):
        from torch.nn.functional import cross_entropy as loss

        contenders |= torch_contenders(loss, z, y)
    if find_spec("scipy"):
        from scipy.special import log_softmax

        rows = np.arange(len(y))
        contenders["scipy"] = lambda: -log_softmax(z, axis=1)[rows, y].mean()
    if find_spec("optax"):
        import optax

        contenders["optax, jit"] = jitted(optax.softmax_cross_entropy_with_integer_labels, z, y)
    return contenders


def torch_contenders(loss: Callable[..., object], *arrays: np.ndarray) -> Contenders:
    import torch

    tensors = [torch.from_numpy(array) for array in arrays]

    def on_threads(threads: int) -> Callable[[], object]:
        def run() -> object:
            torch.set_num_threads(threads)
            return loss(*tensors)

        return run

    return {"torch, 1 thread": on_threads(1), "torch, 2 threads": on_threads(2)}


def jitted(loss: Callable[..., object], *arrays: np.ndarray) -> Callable[[], object]:
    import jax

    jax.config.update("jax_enable_x64", True)
    mean = jax.jit(lambda *values: loss(*values).mean())
    on_device = [jax.device_put(array) for array in arrays]
    mean(*on_device).block_until_ready()
    return lambda: mean(*on_device).block_until_ready()


def times(contenders: Contenders, rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Return the seconds and processor seconds of each round; the first round warms up."""
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in contenders}
    for _ in range(rounds + 1):
        for name, run in contenders.items():
            start, start_of_work = perf_counter(), process_time()
            run()
            seconds[name].append((perf_counter() - start, process_time() - start_of_work))
    return {name: values[1:] for name, values in seconds.items()}


def report(title: str, array: np.ndarray, contenders: Contenders, rounds: int) -> None:
    out = np.empty_like(array)
    seconds = times({"np.exp": lambda: np.exp(array, out=out), **contenders}, rounds)
    unit, work = zip(*seconds.pop("np.exp"), strict=True)
    print(f"\n{title}, {array.dtype}: np.exp {median(unit) * 1e3:.2f} ms", end="")
    print(f" (fastest {min(unit) * 1e3:.2f}): median, fastest, processor time")
    for name, values in seconds.items():
        wall, processor = zip(*values, strict=True)
        ratio = median(value / one for value, one in zip(wall, unit, strict=True))
        fastest, least = min(wall) / min(unit), min(processor) / min(work)
        print(f"  {name:18} {ratio:8.2f} {fastest:8.2f} {least:8.2f}", flush=True)


def report_small() -> None:
    """Print microseconds for the four students, beside the plain NumPy line."""
    y, x = np.array([0.0, 0.0, 1.0, 1.0]), np.array([2.0, -0.5, 0.5, -1.5])
    p = 1 / (1 + np.exp(-x))
    z, labels = np.stack((np.zeros(4), x, -x), axis=1), np.array([0, 1, 2, 1])
    rows = np.arange(4)
    cases: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "binary from logits": (
            lambda: np.mean(np.maximum(x, 0) - x * y + np.log1p(np.exp(-np.abs(x)))),
            lambda: ce.binary_cross_entropy_with_logits(y, x),
        ),
        "binary from probabilities": (
            lambda: -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)),
            lambda: ce.binary_cross_entropy(y, p),
        ),
        "categorical from logits": (
            lambda: -np.mean(np.log(np.exp(z) / np.exp(z).sum(axis=1)[:, None])[rows, labels]),
            lambda: ce.categorical_cross_entropy_with_logits(labels, z),
        ),
    }
    print("\nn = 4, microseconds: the NumPy line, ce_core, ratio")
    for title, runs in cases.items():
        best = [1.0, 1.0]
        for _ in range(30):
            for i, run in enumerate(runs):
                start = perf_counter()
                for _ in range(100):
                    run()
                best[i] = min(best[i], (perf_counter() - start) / 100)
        naive, exact = best
        print(f"  {title:26} {naive * 1e6:6.1f} {exact * 1e6:6.1f} {exact / naive:6.2f}")


def main(rounds: int) -> None:
    rng = np.random.default_rng(0)
    for dtype in (np.float64, np.float32):
        x = rng.normal(0, 3, 1_000_000).astype(dtype)
        p = 1 / (1 + np.exp(-x))
        y = (rng.uniform(size=x.size) < p).astype(dtype)
        coin = rng.integers(0, 2, x.size).astype(dtype)
        report("binary from logits, n = 1e6", x, binary_from_logits(y, x), rounds)
        report("  labels by a coin", x, binary_from_logits(coin, x), rounds)
        report("binary from probabilities, n = 1e6", p, binary_from_probabilities(y, p), rounds)
        report("  labels by a coin", p, binary_from_probabilities(coin, p), rounds)
        for n, classes in ((1_000_000, 10), (10_000, 1000)):
            z = rng.normal(0, 1, (n, classes)).astype(dtype)
            labels = rng.integers(0, classes, n)
            title = f"categorical from logits, {n} x {classes}"
            report(title, z, categorical_from_logits(labels, z), rounds)
    report_small()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
