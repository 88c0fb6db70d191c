"""Max and mean error of each function in units of the last place, ce_core's and its peers'.

    python tests/bench/accuracy.py [samples]

All are given the same float64 inputs and held against values at 50 digits. Peers that are not
installed are left out. A peer's error of 9e15 means that it returned 0 where it should not, or
lost every digit.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))
import ce_core as ce
from tests.ce_core import exact

Results = dict[str, np.ndarray]


def peers_of_sigmoid(x: np.ndarray) -> Results:
    results: Results = {}
    if find_spec("scipy"):
        from scipy.special import expit

        results["scipy"] = expit(x)
    if find_spec("torch"):
        import torch

        results["torch"] = torch.sigmoid(torch.from_numpy(x)).numpy()
    return results


def peers_of_binary_logits(y: np.ndarray, x: np.ndarray) -> Results:
    results: Results = {}
    if find_spec("scipy"):
        from scipy.special import log_expit

        results["scipy"] = -(y * log_expit(x) + (1 - y) * log_expit(-x))
    if find_spec("torch"):
        results["torch"] = in_torch("binary_cross_entropy_with_logits", x, y)
    if find_spec("optax"):
        results["optax"] = in_optax("sigmoid_binary_cross_entropy", x, y)
    return results


def peers_of_binary_probabilities(y: np.ndarray, p: np.ndarray) -> Results:
    results: Results = {}
    if find_spec("scipy"):
        from scipy.special import xlog1py, xlogy

        results["scipy"] = -(xlogy(y, p) + xlog1py(1 - y, -p))
    if find_spec("torch"):
        results["torch"] = in_torch("binary_cross_entropy", p, y)
    if find_spec("sklearn") and np.isin(y, (0, 1)).all():
        from sklearn.metrics import log_loss

        pairs = zip(y.tolist(), p.tolist(), strict=True)
        results["scikit-learn"] = np.array([log_loss([t], [q], labels=[0, 1]) for t, q in pairs])
    return results


def peers_of_labels(labels: np.ndarray, z: np.ndarray) -> Results:
    results: Results = {}
    if find_spec("scipy"):
        from scipy.special import log_softmax

        results["scipy"] = -log_softmax(z, axis=1)[np.arange(len(z)), labels]
    if find_spec("torch"):
        results["torch"] = in_torch("cross_entropy", z, labels)
    if find_spec("optax"):
        results["optax"] = in_optax("softmax_cross_entropy_with_integer_labels", z, labels)
    return results


def peers_of_softmax(z: np.ndarray) -> Results:
    results: Results = {}
    if find_spec("scipy"):
        from scipy.special import softmax

        results["scipy"] = softmax(z, axis=1)
    if find_spec("torch"):
        import torch

        results["torch"] = torch.softmax(torch.from_numpy(z), dim=1).numpy()
    return results


def peers_of_kl(p: np.ndarray, q: np.ndarray) -> Results:
    if not find_spec("scipy"):
        return {}
    from scipy.special import kl_div, rel_entr

    return {"scipy": kl_div(p, q).sum(axis=1), "scipy rel_entr": rel_entr(p, q).sum(axis=1)}


def in_torch(name: str, predictions: np.ndarray, targets: np.ndarray) -> np.ndarray:
    import torch

    loss = getattr(torch.nn.functional, name)
    return loss(*map(torch.from_numpy, (predictions, targets)), reduction="none").numpy()


def in_optax(name: str, predictions: np.ndarray, targets: np.ndarray) -> np.ndarray:
    import jax
    import optax

    jax.config.update("jax_enable_x64", True)
    return np.asarray(getattr(optax, name)(predictions, targets))


def report(title: str, result: np.ndarray, true_values: list, peers: Results) -> None:
    print(f"\n{title}")
    for name, values in {"ce_core": result, **peers}.items():
        errors = exact.ulps(values, true_values)
        print(f"  {name:16} max {errors.max():9.3g}   mean {errors.mean():9.3g}")


def report_binary(
    title: str, loss: Callable, slope: Callable, peers: Callable, true: tuple, values: np.ndarray
) -> None:
    for kind, labels in (("0/1", exact.hard_labels), ("soft", exact.soft_labels)):
        y = labels(values)
        result = loss(y, values, reduction="none")
        report(f"{title}, y {kind}", result, exact.each(true[0], y, values), peers(y, values))
        report(f"{title}, y {kind}: gradient", slope(y, values), exact.each(true[1], y, values), {})


def main(samples: int) -> None:
    x, p = exact.scores(samples), exact.probabilities(samples)
    report("sigmoid", ce.sigmoid(x), exact.each(exact.sigmoid, x), peers_of_sigmoid(x))
    report("log_sigmoid", ce.log_sigmoid(x), exact.each(exact.log_sigmoid, x), {})
    report_binary(
        "binary loss from logits",
        ce.binary_cross_entropy_with_logits,
        ce.binary_cross_entropy_with_logits_gradient,
        peers_of_binary_logits,
        (exact.binary_from_logits, exact.binary_slope_from_logits),
        x,
    )
    report_binary(
        "binary loss from probabilities",
        ce.binary_cross_entropy,
        ce.binary_cross_entropy_gradient,
        peers_of_binary_probabilities,
        (exact.binary_from_probabilities, exact.binary_slope_from_probabilities),
        p,
    )
    y = exact.hard_labels(x)
    focal = ce.binary_focal_loss_with_logits(y, x, reduction="none")
    report("focal loss, gamma 2", focal, exact.each(exact.focal, y, x), {})
    for kind, (z, labels) in exact.rows_of_scores(samples).items():
        result = ce.categorical_cross_entropy_with_logits(labels, z, reduction="none")
        true_values = exact.each(exact.loss_of_label, labels, z)
        report(f"categorical loss, {kind}", result, true_values, peers_of_labels(labels, z))
        z, labels = z[: 20_000 // z.shape[1]], labels[: 20_000 // z.shape[1]]
        true_values = exact.each_row(exact.softmax, z)
        report(f"softmax, {kind}", ce.softmax(z), true_values, peers_of_softmax(z))
        slopes = ce.categorical_cross_entropy_with_logits_gradient(labels, z)
        report(f"its gradient, {kind}", slopes, exact.each_row(exact.slope_of_label, labels, z), {})
    for kind, (first, second) in exact.pairs_of_rows(samples).items():
        true_values = exact.each(exact.kl_divergence, first, second)
        result = ce.kl_divergence(first, second)
        report(f"KL divergence, {kind}", result, true_values, peers_of_kl(first, second))
        true_values = exact.each(exact.js_divergence, first, second)
        report(f"JS divergence, {kind}", ce.js_divergence(first, second), true_values, {})


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # the peers'; the tests hold that ce_core has none
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
