"""The computation of the softmax chapter as code that runs as it is."""

from __future__ import annotations

from functools import partial

from ce_core.examples.softmax import SoftmaxExample
from pages.parts.sharing.snippets import Programs, array, heads, programs

_HEADS = {"ce_core": "from ce_core import softmax", **heads("NumPy", "PyTorch", "Keras", "JAX")}

_BODIES = {
    "ce_core": "p = softmax(scores, temperature=temperature)\n",
    "NumPy": "# The largest score is taken from all first: no power can overflow.\n"
    "z = np.array(scores)\n"
    "powers = np.exp((z - z.max()) / temperature)\n"
    "p = powers / powers.sum()\n",
    "PyTorch": "z = torch.tensor(scores, dtype=torch.float64)\n"
    "p = torch.softmax(z / temperature, dim=0).tolist()\n",
    "Keras": "# Keras computes in float32 here.\n"
    "z = np.array([scores]) / temperature\n"
    'p = keras.ops.convert_to_numpy(keras.ops.softmax(z.astype("float32")))[0]\n',
    "JAX": "p = jax.nn.softmax(jnp.array(scores) / temperature)\n",
}


def code(example: SoftmaxExample) -> Programs:
    """Return for each library the function that writes the code."""
    return programs(_HEADS, partial(_write, example))


def _write(example: SoftmaxExample, library: str) -> str:
    return (
        f"classes = {list(example.classes)!r}\n"
        f"scores = {array(example.scores)}\n"
        f"temperature = {float(example.temperature)!r}\n"
        f"{_BODIES[library]}"
        "for name, probability in zip(classes, p):\n"
        "    print(name, float(probability))\n"
    )
