"""Writing code with the reader's numbers in it."""

from __future__ import annotations

from collections.abc import Iterable

_NOTEBOOK = """import json
import os

import mlflow

with open({file!r}, encoding="utf-8") as file:
    result = json.load(file)

os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"  # else MLflow 3 asks for a database
mlflow.set_tracking_uri("file:mlruns")
with mlflow.start_run():
    mlflow.log_dict(result, {file!r})
    for name in {totals!r}:
        values = result[name] if isinstance(result[name], list) else [result[name]]
        for i, value in enumerate(values):
            mlflow.log_metric(f"{{name}}_{{i}}", float(value))
"""


def notebook(file: str, totals: Iterable[str]) -> str:
    """Return the code that reads a saved result and logs it, with these totals, to MLflow."""
    return _NOTEBOOK.format(file=file, totals=list(totals))


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
