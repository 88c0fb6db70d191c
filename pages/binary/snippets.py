"""The computation of "Two models, four students" as code that runs as it is."""

from __future__ import annotations

from functools import partial

from ce_core.examples.binary import StudentExample
from pages.parts.sharing.snippets import Programs, array, heads, in_base, programs

_HEADS = {
    "ce_core": "from ce_core import binary_cross_entropy",
    **heads("NumPy", "PyTorch", "Keras", "scikit-learn"),
}


def code(example: StudentExample) -> Programs:
    """Return for each library the function that writes the code."""
    return programs(_HEADS, partial(_write, example))


def _write(example: StudentExample, library: str) -> str:
    models = "\n".join(
        f"    {model!r}: {array(example.p_pass[:, i])}," for i, model in enumerate(example.models)
    )
    return (
        f"y_true = {array(example.passed.astype(float))}  # 1 = passed\n"
        f"p_pass = {{\n{models}\n}}\n"
        f"for model, y_prob in p_pass.items():\n{_body(example, library)}"
        "    print(model, loss)\n"
    )


def _body(example: StudentExample, library: str) -> str:
    base, reduction = example.base, example.reduction
    per_unit = in_base(base)
    total = " * len(y_true)" if reduction == "sum" else ""
    return {
        "ce_core": f"    loss = binary_cross_entropy(\n        y_true, y_prob, base={base}, "
        f"reduction={reduction!r}\n    )\n",
        "NumPy": "    y, p = np.array(y_true), np.array(y_prob)\n"
        '    with np.errstate(divide="ignore"):  # the log of 0 is -inf, and that is meant\n'
        "        terms = -np.log(np.where(y == 1, p, 1 - p))"
        + in_base(base, "np")
        + f"\n    loss = terms.{reduction}()\n",
        "PyTorch": "    # Where p is 0 for what happened, PyTorch says 100 nats instead of ∞.\n"
        "    y = torch.tensor(y_true, dtype=torch.float64)\n"
        "    p = torch.tensor(y_prob, dtype=torch.float64)\n"
        "    loss = torch.nn.functional.binary_cross_entropy(\n"
        f"        p, y, reduction={reduction!r}\n    ).item(){per_unit}\n",
        "Keras": "    # Keras computes in float32, and clips p to 1e-7 and 1 - 1e-7.\n"
        "    y, p = np.array(y_true)[:, None], np.array(y_prob)[:, None]\n"
        f"    loss = float(keras.losses.BinaryCrossentropy()(y, p)){total}{per_unit}\n",
        "scikit-learn": "    # scikit-learn clips p to 2.2e-16 and 1 - 2.2e-16.\n"
        f"    loss = log_loss(y_true, y_prob, labels=[0, 1]){total}{per_unit}\n",
    }[library]
