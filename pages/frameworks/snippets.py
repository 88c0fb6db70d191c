"""The reader's arrays as code for each library: the call whose figure the page shows."""

from __future__ import annotations

from functools import partial

import numpy as np

from ce_core.examples.frameworks import FrameworkExample
from ce_core.examples.types import Floats
from pages.parts.sharing.snippets import Programs, array

_HEADS = {
    "pytorch": "import torch\nimport torch.nn.functional as F\n",
    "keras": "import keras\nimport numpy as np\n",
    "scikit_learn": "import numpy as np\nfrom sklearn.metrics import log_loss\n",
    "optax": "import jax.numpy as jnp\nimport optax\n",
}
_ARRAYS = {"pytorch": "torch.tensor", "keras": "np.array", "scikit_learn": "np.array"}
_NAMES = {"pytorch": "PyTorch", "keras": "Keras", "scikit_learn": "scikit-learn", "optax": "Optax"}


def code(example: FrameworkExample) -> Programs:
    """Return for each library that gives a figure the function that writes its code."""
    return {"ce_core": partial(_compare, example)} | {
        _NAMES[name]: partial(_write, example, name) for name in example.losses
    }


def _compare(example: FrameworkExample) -> str:
    options = "".join(
        f", {name}={array(value) if isinstance(value, np.ndarray) else value}"
        for name, value in example.options.items()
    )
    scores = example.kind == "scores"
    return (
        "from ce_core.frameworks import compare\n"
        + _squash_import(example)
        + f"\ny = {_rows(example.y)}\n{_name(example)} = {_rows(example.given)}\n"
        + _squashed(example, {"binary": "sigmoid(x)"}.get(example.task, "softmax(x)"))
        + f"found = compare(y, {'logits=x' if scores else 'p'}, "
        f"reduction={example.reduction!r}{options})\n"
        "print(found.mathematics.loss)\n"
        "for library, row in found.table().items():\n"
        '    print(library, row["loss"], row["rules"])\n'
    )


def _write(example: FrameworkExample, library: str) -> str:
    result = example.losses[library]
    make = _ARRAYS.get(library, "jnp.array")
    wide = {"pytorch": "torch.", "optax": "jnp."}.get(library, "np.") + result.dtype
    numbers = f", dtype={wide}"
    whole = example.task == "sparse"
    y = str([int(label) for label in example.y]) if whole else _rows(example.y)
    y_numbers = "" if whole or library == "scikit_learn" else numbers
    lines = [
        f"y = {make}({y}{y_numbers})",
        f"{_name(example)} = {make}({_rows(example.given)}{numbers})",
    ]
    for name, value in example.options.items():
        if isinstance(value, np.ndarray):
            variable = "w" if name == "sample_weight" else name
            lines.append(f"{variable} = {make}({array(value)}{numbers})")
    return (
        _HEADS[library]
        + "\n"
        + "\n".join(lines)
        + "\n"
        + _squashed(example, _squash_call(example, library))
        + f"loss = {result.call}\nprint(float(loss))  # {result.printed}\n"
    )


def _squash_call(example: FrameworkExample, library: str) -> str:
    if example.task == "binary":
        return "torch.sigmoid(x)" if library == "pytorch" else "1 / (1 + np.exp(-x))"
    return "np.exp(x) / np.exp(x).sum(axis=1, keepdims=True)"


def _squash_import(example: FrameworkExample) -> str:
    if example.kind != "squashed":
        return ""
    return f"from ce_core import {'sigmoid' if example.task == 'binary' else 'softmax'}\n"


def _squashed(example: FrameworkExample, call: str) -> str:
    return f"p = {call}\n" if example.kind == "squashed" else ""


def _name(example: FrameworkExample) -> str:
    return "p" if example.kind == "probabilities" else "x"


def _rows(values: Floats) -> str:
    if values.ndim == 1:
        return array(values)
    return "[" + ", ".join(array(row) for row in values) + "]"
