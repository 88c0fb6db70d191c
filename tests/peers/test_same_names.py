"""What the README says other libraries call the same is the same."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import ce_core as ce

SECTION = re.search(
    r"## Use ce_core alone(.*?)\n## ",
    (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8"),
    re.DOTALL,
)[1]
_, *ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in SECTION.splitlines()
    if line.startswith("| `")
]
NAMED = [(row[0].strip("`"), cell) for row in ROWS for cell in row[1:] if cell]

P, Q = [0.5, 0.25, 0.25], [0.7, 0.2, 0.1]
Y, LABELS = [0, 0, 1, 1], [0, 2, 2, 1]
BELIEFS = [[0.7, 0.2, 0.1], [0.3, 0.4, 0.3], [0.1, 0.5, 0.4], [0.25, 0.5, 0.25]]
SCORES = [[2.0, 1.0, -1.0], [0.5, 0.0, 1.5], [-3.0, 0.0, 3.0], [0.0, 0.0, 0.0]]
INPUTS = {
    "entropy": (P,),
    "kl_divergence": (P, Q),
    "js_divergence": (P, Q),
    "binary_cross_entropy": (Y, [0.9, 0.3, 0.6, 0.2]),
    "binary_cross_entropy_with_logits": (Y, [2.0, -1.0, 0.5, 3.0]),
    "categorical_cross_entropy": (LABELS, BELIEFS),
    "categorical_cross_entropy_with_logits": (LABELS, SCORES),
}


def others() -> dict[str, Callable[..., object]]:
    """Return what stands in the table's cells, called with ce_core's arguments."""
    import torch
    from scipy import special, stats
    from scipy.spatial import distance
    from sklearn.metrics import log_loss
    from torch.nn import functional

    def real(values: object) -> torch.Tensor:
        return torch.tensor(values, dtype=torch.float64)

    return {
        "`torch.sigmoid`": lambda x: torch.sigmoid(real(x)),
        "`F.logsigmoid`": lambda x: functional.logsigmoid(real(x)),
        "`torch.softmax`": lambda x: torch.softmax(real(x), -1),
        "`torch.log_softmax`": lambda x: torch.log_softmax(real(x), -1),
        "`torch.logsumexp`": lambda x: torch.logsumexp(real(x), -1),
        "`Categorical.entropy`": lambda p: torch.distributions.Categorical(real(p)).entropy(),
        "`F.kl_div`": lambda p, q: functional.kl_div(real(q).log(), real(p), reduction="sum"),
        "`F.binary_cross_entropy`": lambda y, p: functional.binary_cross_entropy(real(p), real(y)),
        "`F.binary_cross_entropy_with_logits`": lambda y, x: (
            functional.binary_cross_entropy_with_logits(real(x), real(y))
        ),
        "`F.nll_loss` of logarithms": lambda y, p: functional.nll_loss(
            real(p).log(), torch.tensor(y)
        ),
        "`F.cross_entropy`": lambda y, x: functional.cross_entropy(real(x), torch.tensor(y)),
        "`special.expit`": special.expit,
        "`special.log_expit`": special.log_expit,
        "`special.softmax`": special.softmax,
        "`special.log_softmax`": special.log_softmax,
        "`special.logsumexp`": special.logsumexp,
        "`stats.entropy`": stats.entropy,
        "`stats.entropy` of two": stats.entropy,
        "`distance.jensenshannon`, squared": lambda p, q: distance.jensenshannon(p, q) ** 2,
        "`log_loss`": log_loss,
    }


def test_every_function_has_its_place():
    functions = {name for name in ce.__all__ if name.islower()}
    named = set(re.findall(r"`(\w+)`", SECTION))
    assert {name for name in functions if not name.endswith("_gradient")} <= named


@pytest.mark.peers
@pytest.mark.parametrize(("ours", "theirs"), NAMED)
def test_it_is_the_same_number(ours, theirs):
    given = INPUTS.get(ours, (SCORES[0],))
    assert others()[theirs](*given) == pytest.approx(getattr(ce, ours)(*given), rel=1e-12)
