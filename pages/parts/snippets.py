"""Writing code with the reader's numbers in it."""

from __future__ import annotations

from collections.abc import Iterable

NOTEBOOK = """import json
import mlflow

result = json.load(open("{file}"))
loss = result["loss"] if isinstance(result["loss"], list) else [result["loss"]]
mlflow.set_tracking_uri("file:mlruns")
with mlflow.start_run():
    mlflow.log_dict(result, "{file}")
    for i, value in enumerate(loss):
        mlflow.log_metric(f"loss_{{i}}", float(value))
"""


def array(values: Iterable[float]) -> str:
    """Return the numbers as a Python list, each as exactly as it is.

    Examples
    --------
    >>> array([0.1, 1.0, float("inf")])
    "[0.1, 1.0, float('inf')]"
    """
    return "[" + ", ".join(map(_literal, values)) + "]"


def _literal(value: float) -> str:
    text = repr(float(value))
    return text if text[-1].isdigit() else f"float({text!r})"
