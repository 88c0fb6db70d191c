"""Cross-entropy and everything around it, exact to the last digits, in plain NumPy.

From scores to probabilities, and from probabilities to what they cost:

>>> import ce_core as ce
>>> ce.softmax([2.0, 1.0, -1.0]).round(4)                     # blue, green, red
array([0.7054, 0.2595, 0.0351])

Four students: two failed, two passed. What did two models think of their chances?

>>> failed_or_passed = [0, 0, 1, 1]
>>> model_a, model_b = [0.9, 0.3, 0.6, 0.2], [0.2, 0.4, 0.7, 0.9]
>>> round(ce.likelihood([0.1, 0.7, 0.6, 0.2]), 4)             # of A, each student's true outcome
0.0084
>>> round(ce.binary_cross_entropy(failed_or_passed, model_a, base=10, reduction="sum"), 4)
2.0757
>>> round(ce.binary_cross_entropy(failed_or_passed, model_b, base=10, reduction="sum"), 4)
0.5194

Three containers of fruit, and the fruit really inside each (0 orange, 1 apple, 2 lemon):

>>> containers = [[0.7, 0.2, 0.1], [0.3, 0.4, 0.3], [0.1, 0.5, 0.4]]
>>> round(ce.categorical_cross_entropy([0, 2, 2], containers, base=10, reduction="sum"), 4)
1.0757

Straight from scores nothing is lost, however sure the model is:

>>> ce.binary_cross_entropy_with_logits([1, 0], [40.0, 1000.0], reduction="none")
array([4.24835426e-18, 1.00000000e+03])

Certain and wrong costs infinity, and what is no probability is refused by name and place:

>>> ce.binary_cross_entropy([1, 0], [0.5, 1.0])
inf
>>> ce.binary_cross_entropy([1, 0], [0.5, 1.2])
Traceback (most recent call last):
    ...
ce_core.checks.InputError: y_prob must lie between 0 and 1; position 1 is 1.2.

Public are the names below and, by their full names, what the modules `ce_core.checks` (the
tolerances of sums), `ce_core.descent`, `ce_core.frameworks`, `ce_core.examples` and
`ce_core.article` list in their ``__all__``. All else may change without notice.
"""

from ce_core.activations import log_sigmoid, log_softmax, logsumexp, sigmoid, softmax
from ce_core.checks import InputError
from ce_core.focal import (
    binary_focal_loss_with_logits,
    binary_focal_loss_with_logits_gradient,
)
from ce_core.gradients import (
    binary_cross_entropy_gradient,
    binary_cross_entropy_with_logits_gradient,
    categorical_cross_entropy_gradient,
    categorical_cross_entropy_with_logits_gradient,
)
from ce_core.information import (
    cross_entropy,
    entropy,
    js_divergence,
    kl_divergence,
    surprisal,
)
from ce_core.likelihood import likelihood, negative_log_likelihood
from ce_core.losses import (
    binary_cross_entropy,
    binary_cross_entropy_with_logits,
    categorical_cross_entropy,
    categorical_cross_entropy_with_logits,
)
from ce_core.options import Reduction

__version__ = "0.1.0"

__all__ = [
    "InputError",
    "Reduction",
    "binary_cross_entropy",
    "binary_cross_entropy_gradient",
    "binary_cross_entropy_with_logits",
    "binary_cross_entropy_with_logits_gradient",
    "binary_focal_loss_with_logits",
    "binary_focal_loss_with_logits_gradient",
    "categorical_cross_entropy",
    "categorical_cross_entropy_gradient",
    "categorical_cross_entropy_with_logits",
    "categorical_cross_entropy_with_logits_gradient",
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
