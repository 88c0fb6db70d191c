"""The line's cross-entropy and its training as code that runs as it is."""

from __future__ import annotations

from functools import partial

from ce_core.examples.line import LineExample
from pages.parts.sharing.snippets import Programs, array, heads, programs

_HEADS = {
    "ce_core": "import numpy as np\nfrom ce_core import (\n    binary_cross_entropy_with_logits,\n"
    "    binary_cross_entropy_with_logits_gradient,\n)",
    **heads("NumPy", "PyTorch"),
}


def code(example: LineExample) -> Programs:
    """Return for each library the function that writes the code: the loss, then one step down."""
    return programs(_HEADS, partial(_write, example))


def _write(example: LineExample, library: str) -> str:
    make = "torch.tensor({}, dtype=torch.float64)" if library == "PyTorch" else "np.array({})"
    lines = [
        f"passed = {make.format(array(example.passed.astype(float)))}",
        f"test_1 = {make.format(array(example.tests[:, 0]))}",
        f"test_2 = {make.format(array(example.tests[:, 1]))}",
        f"ends = {make.format(array([example.left, example.right]))}  # the line's heights",
        f"sharpness = {example.sharpness!r}",
        "",
        _BODIES[library],
    ]
    return "\n".join(lines)


_SCORE = """share = test_1 / 10
score = sharpness * (test_2 - (ends[0] * (1 - share) + ends[1] * share))
"""
_STEP = """by_score = {slope}
slope = -sharpness * np.array([((1 - share) * by_score).sum(), (share * by_score).sum()])
print("slope", slope)
print("cross-entropy", loss)
"""
_BODIES = {
    "ce_core": _SCORE
    + 'loss = binary_cross_entropy_with_logits(passed, score, reduction="sum")\n'
    + _STEP.format(slope="binary_cross_entropy_with_logits_gradient(passed, score)"),
    "NumPy": _SCORE
    + "against = np.where(passed == 1, -score, score)\n"
    + "loss = (np.maximum(against, 0) + np.log1p(np.exp(-np.abs(against)))).sum()\n"
    + _STEP.format(slope="1 / (1 + np.exp(-score)) - passed"),
    "PyTorch": "ends.requires_grad_()\n"
    + _SCORE
    + "loss = torch.nn.functional.binary_cross_entropy_with_logits(\n"
    + '    score, passed, reduction="sum"\n)\n'
    + "loss.backward()\n"
    + 'print("slope", ends.grad)\n'
    + 'print("cross-entropy", loss.item())\n',
}
