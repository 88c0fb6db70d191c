"""Every figure of a library in golden.json is reproduced, all but one bit for bit."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

from ce_core.frameworks import compare, pytorch

CASES = [
    case
    for case in json.loads((Path(__file__).parent / "golden.json").read_text("utf-8"))["cases"]
    if case["function"] == "framework_convention"
]
ARTICLE = json.loads((Path(__file__).parent / "golden.json").read_text("utf-8"))["cases"]
ARTICLE = next(case["inputs"] for case in ARTICLE if case["id"] == "cce_logits/article/mean")

ROWS = {
    "framework/keras_scce/zero_true": ([1], [[1.0, 0.0, 0.0]]),
    "framework/keras_scce/unnormalised": ([1], [[0.5, 1.0, 0.5]]),
    "framework/sklearn_log_loss_mc/zero_true": ([1], [[1.0, 0.0, 0.0]]),
    "framework/sklearn_log_loss_mc/unnormalised": ([1], [[0.5, 1.0, 0.5]]),
    "framework/sklearn_log_loss_mc/perfect": ([0], [[1.0, 0.0, 0.0]]),
    "framework/keras_article_bce": ([0, 1, 0, 0, 0, 0], [0.5, 0.7, 0.2, 0.3, 0.5, 0.6]),
    "framework/keras_article_cce": ([[0, 1, 0]], [[0.05, 0.85, 0.10]]),
}
SCORES = {
    "framework/optax_ce_int/label_minus_1_wraps": ([-1], [[1.0, 2.0, 3.0]]),
    "framework/torch_article_ce_float32": (ARTICLE["y"], ARTICLE["z"]),
}
OTHER_EXP = {"framework/optax_ce_int/label_minus_1_wraps"}
"""XLA's exp(−1) is not NumPy's in its last bit, and log Σ eˣ is 3.4."""
LIBRARIES = {"torch": "pytorch", "keras": "keras", "sklearn": "scikit_learn", "optax": "optax"}


def inputs_of(identifier):
    """Read y and p (or x) from the case's name, such as "p1e-30y1", "m40y0" or "minf_y0"."""
    if identifier in ROWS:
        y, p = ROWS[identifier]
        return y, {"y_prob": p}
    if identifier in SCORES:
        y, x = SCORES[identifier]
        return y, {"logits": x}
    what, point = identifier.split("/")[1:3]
    value, y = point.replace("_", "").rsplit("y", 1)
    value = value.replace("m", "-", 1) if value.startswith("m") else value.removeprefix("p")
    key = "logits" if "logits" in what or "sigmoid" in what else "y_prob"
    return [float(y)], {key: [float(value)]}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_figure_is_the_librarys(case):
    expected = float(case["expected"])
    if case["id"] == "framework/torch_bce/grad_p0y1":
        gradient = pytorch.binary_cross_entropy_gradient(np.array([1.0]), np.array([0.0]))
        assert gradient.tolist() == [expected]
        return
    y, predictions = inputs_of(case["id"])
    library = LIBRARIES[case["id"].split("/")[1].split("_")[0]]
    found = compare(y, dtype=case["options"]["dtype"], keras_backend="torch", **predictions)
    loss = found.results[library].loss
    if case["id"] in OTHER_EXP:
        assert abs(loss - expected) <= np.spacing(3.4)
    else:
        assert loss == expected or (math.isnan(loss) and math.isnan(expected))
