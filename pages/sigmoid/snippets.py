"""The computation of the sigmoid chapter as code that runs as it is."""

from __future__ import annotations

from functools import partial

from ce_core.examples.sigmoid import SigmoidExample
from pages.parts.sharing.snippets import OPTAX, Programs, array, heads, in_base, programs

_HEADS = {
    "ce_core": "import numpy as np\nfrom ce_core import binary_cross_entropy_with_logits",
    **heads("NumPy", "PyTorch", "Keras"),
    "JAX": OPTAX,
}


def code(example: SigmoidExample) -> Programs:
    """Return for each library the function that writes the code."""
    return programs(_HEADS, partial(_write, example))


def _write(example: SigmoidExample, library: str) -> str:
    return (
        f"passed = {array(example.passed.astype(float))}\n"
        f"x = {array(example.scores)}\n"
        f"w, b = {example.weight!r}, {example.bias!r}\n"
        f"{_body(example, library)}"
        "print(loss)\n"
    )


def _body(example: SigmoidExample, library: str) -> str:
    base, reduction = example.base, example.reduction
    per_unit = in_base(base)
    total = " * len(x)" if reduction == "sum" else ""
    return {
        "ce_core": "loss = binary_cross_entropy_with_logits(\n"
        f"    passed, w * np.array(x) + b, base={base}, reduction={reduction!r}\n)\n",
        "NumPy": "z = w * np.array(x) + b\n"
        "# log(1 + e^z), turned over for a pass: it neither overflows nor loses digits.\n"
        "terms = np.logaddexp(0.0, np.where(np.array(passed) == 1, -z, z))"
        + in_base(base, "np")
        + f"\nloss = terms.{reduction}()\n",
        "PyTorch": "# The sigmoid is inside: give it w*x + b, not probabilities.\n"
        "z = w * torch.tensor(x, dtype=torch.float64) + b\n"
        "loss = torch.nn.functional.binary_cross_entropy_with_logits(\n"
        f"    z, torch.tensor(passed, dtype=torch.float64), reduction={reduction!r}\n"
        f").item(){per_unit}\n",
        "Keras": "# Keras computes in float32; without from_logits=True it takes z for p.\n"
        "z = w * np.array(x)[:, None] + b\n"
        "loss_of = keras.losses.BinaryCrossentropy(from_logits=True)\n"
        f"loss = float(loss_of(np.array(passed)[:, None], z)){total}{per_unit}\n",
        "JAX": "z = w * jnp.array(x) + b\n"
        f"loss = float(optax.sigmoid_binary_cross_entropy(z, jnp.array(passed)).{reduction}())"
        f"{per_unit}\n",
    }[library]
