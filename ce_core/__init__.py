"""Cross-entropy and everything around it, exact to the last digits, in plain NumPy."""

from ce_core.activations import log_sigmoid, log_softmax, logsumexp, sigmoid, softmax
from ce_core.checks import InputError
from ce_core.information import (
    cross_entropy,
    entropy,
    js_divergence,
    kl_divergence,
    surprisal,
)
from ce_core.losses import (
    binary_cross_entropy,
    binary_cross_entropy_with_logits,
    binary_focal_loss_with_logits,
    categorical_cross_entropy,
    categorical_cross_entropy_with_logits,
    likelihood,
    negative_log_likelihood,
)

__all__ = [
    "InputError",
    "binary_cross_entropy",
    "binary_cross_entropy_with_logits",
    "binary_focal_loss_with_logits",
    "categorical_cross_entropy",
    "categorical_cross_entropy_with_logits",
    "cross_entropy",
    "entropy",
    "js_divergence",
    "kl_divergence",
    "likelihood",
    "log_sigmoid",
    "log_softmax",
    "logsumexp",
    "negative_log_likelihood",
    "sigmoid",
    "softmax",
    "surprisal",
]
