"""The computation of "What does surprise cost on average?" as code that runs as it is."""

from __future__ import annotations

from functools import partial

from ce_core.examples.entropy import EntropyExample
from pages.parts.sharing.snippets import Programs, array, heads, in_base, programs

_HEADS = {
    "ce_core": "from ce_core import cross_entropy, entropy, kl_divergence",
    **heads("NumPy"),
    "SciPy": "from scipy.stats import entropy",
    "PyTorch": "import torch\nfrom torch.distributions import Categorical, kl_divergence",
}


def code(example: EntropyExample) -> Programs:
    """Return for each library the function that writes the code."""
    return programs(_HEADS, partial(_write, example))


def _write(example: EntropyExample, library: str) -> str:
    return (
        f"outcomes = {list(example.outcomes)!r}\n"
        f"p = {array(example.p)}  # what happens\n"
        f"q = {array(example.q)}  # what is believed\n"
        f"{_body(example, library)}"
        'print("H(p)", h)\nprint("KL(p||q)", kl)\nprint("H(p,q)", h + kl)\n'
    )


def _body(example: EntropyExample, library: str) -> str:
    base = example.base
    in_numpy, in_math = in_base(base, "np"), in_base(base)
    return {
        "ce_core": f"h, kl = entropy(p, base={base}), kl_divergence(p, q, base={base})\n"
        f"assert abs(cross_entropy(p, q, base={base}) - (h + kl)) < 1e-9 or kl == float('inf')\n",
        "NumPy": "p, q = np.array(p), np.array(q)\n"
        "p, q = p[p > 0], q[p > 0]  # what never happens costs nothing\n"
        'with np.errstate(divide="ignore"):  # the log of 0 is -inf, and that is meant\n'
        f"    h = -(p * np.log(p)).sum(){in_numpy}\n"
        f"    kl = (p * (np.log(p) - np.log(q))).sum(){in_numpy}\n",
        "SciPy": "# SciPy scales p and q to sum to 1, whatever they sum to.\n"
        f"h, kl = entropy(p, base={base}), entropy(p, q, base={base})\n",
        "PyTorch": "p, q = (\n"
        "    Categorical(probs=torch.tensor(x, dtype=torch.float64)) for x in (p, q)\n)\n"
        f"h, kl = p.entropy().item(){in_math}, kl_divergence(p, q).item(){in_math}\n",
    }[library]
