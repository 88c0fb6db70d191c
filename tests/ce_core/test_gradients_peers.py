"""The gradients beside those that PyTorch finds by itself, of its losses with the same options."""

import numpy as np
import pytest

import ce_core as ce

pytestmark = pytest.mark.peers

RNG = np.random.default_rng(0)
N, K = 40, 5
Y = RNG.integers(0, 2, N)
SCORES = RNG.normal(0, 6, N)
LABELS = RNG.integers(0, K, N)
ROWS = RNG.dirichlet(np.ones(K), N)
TABLE = RNG.normal(0, 6, (N, K))
WEIGHT = RNG.uniform(0, 2, N)
CLASS_WEIGHT = RNG.uniform(0.5, 2, K)


@pytest.fixture(autouse=True, scope="module")
def _torch():
    """Import it for the tests that run, as the module is also collected where it is missing."""
    global torch, functional
    import torch
    from torch.nn import functional


def slopes(loss, predictions):
    """Return what autograd finds."""
    tensor = torch.tensor(predictions, requires_grad=True)
    loss(tensor).backward()
    return tensor.grad.numpy()


def agree(mine, theirs):
    np.testing.assert_allclose(mine, theirs, rtol=1e-10, atol=1e-15)


@pytest.mark.parametrize("reduction", ["sum", "mean"])
@pytest.mark.parametrize("pos_weight", [None, 3.0])
def test_binary_from_scores(reduction, pos_weight):
    weight = None if pos_weight is None else torch.tensor(pos_weight)

    def loss(x):
        return functional.binary_cross_entropy_with_logits(
            x, torch.tensor(Y).double(), pos_weight=weight, reduction=reduction
        )

    mine = ce.binary_cross_entropy_with_logits_gradient(
        Y, SCORES, pos_weight=pos_weight, reduction=reduction
    )
    agree(mine, slopes(loss, SCORES))


@pytest.mark.parametrize("reduction", ["sum", "mean"])
def test_binary_from_probabilities(reduction):
    p = ce.sigmoid(SCORES / 3)

    def loss(p):
        y = torch.tensor(Y).double()
        return functional.binary_cross_entropy(p, y, reduction=reduction)

    mine = ce.binary_cross_entropy_gradient(Y, p, reduction=reduction)
    agree(mine, slopes(loss, p))


def test_sample_weights_are_those_of_the_binary_loss():
    """PyTorch divides a mean by the count, so its weights are compared in the sum."""

    def loss(x):
        return functional.binary_cross_entropy_with_logits(
            x, torch.tensor(Y).double(), weight=torch.tensor(WEIGHT), reduction="sum"
        )

    mine = ce.binary_cross_entropy_with_logits_gradient(
        Y, SCORES, sample_weight=WEIGHT, reduction="sum"
    )
    agree(mine, slopes(loss, SCORES))


@pytest.mark.parametrize("reduction", ["sum", "mean"])
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"class_weight": CLASS_WEIGHT},
        {"ignore_index": 2},
        {"label_smoothing": 0.3},
        {"class_weight": CLASS_WEIGHT, "ignore_index": 2, "label_smoothing": 0.3},
    ],
    ids=lambda options: " ".join(options) or "plain",
)
def test_categorical_from_scores(options, reduction):
    weight = options.get("class_weight")

    def loss(z):
        return functional.cross_entropy(
            z,
            torch.tensor(LABELS),
            weight=None if weight is None else torch.tensor(weight),
            ignore_index=options.get("ignore_index", -100),
            label_smoothing=options.get("label_smoothing", 0.0),
            reduction=reduction,
        )

    mine = ce.categorical_cross_entropy_with_logits_gradient(
        LABELS, TABLE, **options, reduction=reduction
    )
    agree(mine, slopes(loss, TABLE))


@pytest.mark.parametrize("reduction", ["sum", "mean"])
@pytest.mark.parametrize("smoothing", [0.0, 0.3])
def test_rows_of_targets_from_scores(smoothing, reduction):
    def loss(z):
        return functional.cross_entropy(
            z,
            torch.tensor(ROWS),
            weight=torch.tensor(CLASS_WEIGHT),
            label_smoothing=smoothing,
            reduction=reduction,
        )

    mine = ce.categorical_cross_entropy_with_logits_gradient(
        ROWS, TABLE, class_weight=CLASS_WEIGHT, label_smoothing=smoothing, reduction=reduction
    )
    agree(mine, slopes(loss, TABLE))


@pytest.mark.parametrize("reduction", ["sum", "mean"])
def test_categorical_from_probabilities(reduction):
    p = ce.softmax(TABLE / 3)

    def loss(p):
        return functional.nll_loss(
            p.log(),
            torch.tensor(LABELS),
            weight=torch.tensor(CLASS_WEIGHT),
            ignore_index=2,
            reduction=reduction,
        )

    mine = ce.categorical_cross_entropy_gradient(
        LABELS, p, class_weight=CLASS_WEIGHT, ignore_index=2, reduction=reduction
    )
    agree(mine, slopes(loss, p))


def test_another_base_is_another_unit():
    def loss(x):
        y = torch.tensor(Y).double()
        return functional.binary_cross_entropy_with_logits(x, y) / np.log(2)

    mine = ce.binary_cross_entropy_with_logits_gradient(Y, SCORES, base=2, reduction="mean")
    agree(mine, slopes(loss, SCORES))


@pytest.mark.parametrize("alpha", [None, 0.25])
@pytest.mark.parametrize("gamma", [0.5, 2.0])
def test_the_focal_loss(gamma, alpha):
    def loss(x):
        y = torch.tensor(Y).double()
        losses = functional.binary_cross_entropy_with_logits(x, y, reduction="none")
        weight = 1.0 if alpha is None else alpha * y + (1 - alpha) * (1 - y)
        return (weight * torch.sigmoid((1 - 2 * y) * x) ** gamma * losses).mean()

    mine = ce.binary_focal_loss_with_logits_gradient(
        Y, SCORES, gamma=gamma, alpha=alpha, reduction="mean"
    )
    agree(mine, slopes(loss, SCORES))
