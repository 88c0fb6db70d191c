"""The computation of "Why do frameworks want scores?" as code that runs as it is."""

from __future__ import annotations

from functools import partial

from ce_core.examples.logits import LogitsExample
from pages.parts.sharing.snippets import OPTAX, Programs, array, heads, programs

_HEADS = {
    "ce_core": "from ce_core import categorical_cross_entropy_with_logits",
    **heads("NumPy", "PyTorch", "Keras"),
    "JAX": OPTAX,
}

_BODIES = {
    "ce_core": "loss = categorical_cross_entropy_with_logits([true], [scores])\n",
    "NumPy": "# Counted from the true class's score, so that nothing overflows or cancels.\n"
    "rest = np.delete(np.array(scores) - scores[true], true)\n"
    "loss = np.logaddexp.reduce(np.append(rest, 0.0))\n",
    "PyTorch": "# cross_entropy applies softmax itself: give it scores, not probabilities.\n"
    "loss = torch.nn.functional.cross_entropy(\n"
    "    torch.tensor([scores], dtype=torch.float64), torch.tensor([true])\n).item()\n",
    "Keras": "# Without from_logits=True Keras takes the scores for probabilities.\n"
    "loss = float(\n"
    "    keras.losses.SparseCategoricalCrossentropy(from_logits=True)(\n"
    "        np.array([true]), np.array([scores])\n    )\n)\n",
    "JAX": "loss = float(\n"
    "    optax.softmax_cross_entropy_with_integer_labels(jnp.array([scores]), jnp.array([true]))[0]"
    "\n)\n",
}


def code(example: LogitsExample) -> Programs:
    """Return for each library the function that writes the code."""
    return programs(_HEADS, partial(_write, example))


def _write(example: LogitsExample, library: str) -> str:
    return (
        f"classes = {list(example.classes)!r}\n"
        f"scores = {array(example.scores)}\n"
        f"true = {example.true}  # the position of what it really was, from 0\n"
        f"{_BODIES[library]}"
        "print(loss)\n"
    )
