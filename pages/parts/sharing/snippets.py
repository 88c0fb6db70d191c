"""Writing code with the reader's numbers in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeAlias

Programs: TypeAlias = Mapping[str, Callable[[], str]]
"""Code by library, each written when it is asked for."""

_JAX = """import jax

jax.config.update("jax_enable_x64", True)

import jax.numpy as jnp"""
OPTAX = f"{_JAX}\nimport optax"
"""The imports of what is computed with Optax on JAX."""

_HEADS = {
    "NumPy": "import numpy as np",
    "PyTorch": "import torch",
    "Keras": "import keras\nimport numpy as np",
    "scikit-learn": "from sklearn.metrics import log_loss",
    "JAX": _JAX,
}

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


def programs(heads: Mapping[str, str], body: Callable[[str], str]) -> Programs:
    """Return for each library the function that writes its program.

    Parameters
    ----------
    heads : mapping
        Each library's imports; math is imported where the body uses it.
    body : callable
        Writes what follows, for a library.

    Examples
    --------
    >>> print(programs(heads("NumPy"), lambda library: "print(np.log(2))")["NumPy"]())
    import numpy as np
    <BLANKLINE>
    print(np.log(2))
    """
    return {library: partial(_program, head, body, library) for library, head in heads.items()}


def heads(*libraries: str) -> dict[str, str]:
    """Return the imports of these libraries."""
    return {library: _HEADS[library] for library in libraries}


def in_base(base: float | None, module: str = "math") -> str:
    """Return what turns nats into a logarithm's units.

    Examples
    --------
    >>> in_base(10, "np"), in_base(None)
    (' / np.log(10)', '')
    """
    return "" if base is None else f" / {module}.log({base:g})"


def _program(head: str, body: Callable[[str], str], library: str) -> str:
    written = body(library)
    return ("import math\n" if "math.log(" in written else "") + f"{head}\n\n{written}"


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
