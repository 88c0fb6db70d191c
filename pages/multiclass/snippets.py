"""The computation of "Fruit in containers" as code that runs as it is."""

from __future__ import annotations

from functools import partial

from ce_core.examples.multiclass import FruitExample
from pages.parts.sharing.snippets import Programs, array, heads, in_base, programs

_HEADS = {
    "ce_core": "from ce_core import categorical_cross_entropy",
    **heads("NumPy", "PyTorch", "Keras", "scikit-learn"),
}


def code(example: FruitExample) -> Programs:
    """Return for each library the function that writes the code."""
    return programs(_HEADS, partial(_write, example))


def _write(example: FruitExample, library: str) -> str:
    rows = "\n".join(
        f"    {array(p)},  # {name!r}"
        for name, p in zip(example.containers, example.p.T, strict=True)
    )
    return (
        f"fruits = {list(example.fruits)!r}\n"
        f"y_true = {example.inside.tolist()}  # the fruit inside each container, from 0\n"
        f"y_prob = [\n{rows}\n]\n"
        f"{_body(example, library)}"
        "print(loss)\n"
    )


def _body(example: FruitExample, library: str) -> str:
    base, reduction = example.base, example.reduction
    per_unit = in_base(base)
    total = " * len(y_true)" if reduction == "sum" else ""
    return {
        "ce_core": "loss = categorical_cross_entropy(\n"
        f"    y_true, y_prob, base={base}, reduction={reduction!r}\n)\n",
        "NumPy": "p_true = np.array(y_prob)[np.arange(len(y_true)), y_true]\n"
        'with np.errstate(divide="ignore"):  # the log of 0 is -inf, and that is meant\n'
        "    terms = -np.log(p_true)" + in_base(base, "np") + "\n"
        f"loss = terms.{reduction}()\n",
        "PyTorch": "# cross_entropy wants scores; for probabilities there is nll_loss of log p.\n"
        "log_p = torch.tensor(y_prob, dtype=torch.float64).log()\n"
        "loss = torch.nn.functional.nll_loss(\n"
        f"    log_p, torch.tensor(y_true), reduction={reduction!r}\n).item(){per_unit}\n",
        "Keras": "# Keras computes in float32, and clips p to 1e-7 and 1 - 1e-7.\n"
        "one_hot = np.eye(len(fruits))[y_true]\n"
        "loss = float(keras.losses.CategoricalCrossentropy()(one_hot, np.array(y_prob)))"
        f"{total}{per_unit}\n",
        "scikit-learn": "# scikit-learn clips p to 2.2e-16 and 1 - 2.2e-16.\n"
        f"loss = log_loss(y_true, y_prob, labels=range(len(fruits))){total}{per_unit}\n",
    }[library]
