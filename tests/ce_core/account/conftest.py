"""Predictions of real models on real data, and what independent ways say of them.

Cross-validated by scikit-learn on the data sets that it ships: breast cancer (569 rows, three
models) and digits (1,797 rows, ten classes, two models). The figures of `expected.json` come from
model-diagnostics (the parts), scikit-learn (the clipped loss) and SciPy (the temperature).
"""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

REFERENCE = Path(__file__).parent / "reference"


def columns(name):
    with (REFERENCE / f"{name}.csv").open(newline="") as file:
        header, *rows = csv.reader(file)
    return dict(zip(header, np.array(rows, float).T, strict=True))


@pytest.fixture(scope="session")
def expected():
    return json.loads((REFERENCE / "expected.json").read_text())


@pytest.fixture(scope="session")
def breast_cancer():
    return columns("breast_cancer")


@pytest.fixture(scope="session")
def digits():
    """The labels, and the rows of probabilities, of each of the two models."""
    found = {}
    for model, file in (("logistic", "digits"), ("bayes", "digits_bayes")):
        table = columns(file)
        found[model] = table["digit"], np.stack([table[f"p{k}"] for k in range(10)], axis=1)
    return found
