"""Why does my loss differ? Because each library guards log 0 in its own way.

You expect −log p. Your library computes −log of something that it has first made safe from
infinity. The same wrong and certain prediction, p = 0 for what happened, costs

==============================================  =======  ======================================
mathematics                                     ∞        nothing is clipped
PyTorch ``F.binary_cross_entropy``              100      no logarithm falls below −100
scikit-learn ``log_loss``, float64              36.0437  p is clipped at ε = 2.2e-16
Keras ``BinaryCrossentropy``, y = 1             16.1181  p is clipped at 1e-7
Keras ``BinaryCrossentropy``, y = 0, float32    15.9424  1 − 1e-7 rounds to 0.99999988
scikit-learn ``log_loss``, float32              15.9424  p is clipped at ε = 1.2e-7
Optax                                           none     takes logits only
==============================================  =======  ======================================

One such sample is enough to move the mean of a whole batch, so a number that looks like 16.118/n
too much tells you which library it came from and that one sample is to blame. `compare` takes your
y and p (or logits) and names the samples.

If no p is near 0 or 1, look for these, in this order:

* **Scores taken for probabilities**, or probabilities for scores. PyTorch's `cross_entropy` and
  all of Optax want scores and squash what they get; `log_loss` and Keras' default want
  probabilities.
* **The weighted mean.** Divide by the weights (scikit-learn; PyTorch's `cross_entropy` with integer
  labels) or by the number of samples (PyTorch's binary losses, and its `cross_entropy` with rows of
  targets; Keras)?
* **Rows that do not sum to 1.** Keras rescales them without a word, scikit-learn warns and uses
  them as they are.
* **Shapes.** Optax broadcasts (n,) against (n, 1) to an (n, n) table. Keras takes flat binary
  arrays for a single sample.
* **The dtype.** Deep-learning libraries compute in float32: seven digits agree, the
  eighth need not.
* **Confident right answers.** From logits, PyTorch's binary loss is 0 for y = 0 and x = −40, and
  nearly every library's softmax loss is 0 for a lead of 40, where 4.2e-18 is right.

Each library's formulas stand in its own module, its calls beside them as data (`Convention`); each
rule has a stable identifier and one sentence (`RULES`). The numbers are those of PyTorch 2.13.0,
Keras 3.15.1, scikit-learn 1.9.1 and Optax 0.2.8 on a CPU. An elementary function may differ in its
last bit from the library's. Sums are added in PyTorch's and scikit-learn's own order; those of
Keras and Optax may differ in the last two bits.

Examples
--------
>>> from ce_core.frameworks import compare
>>> found = compare([0, 1, 0, 0, 0, 0], [0.5, 0.7, 0.2, 0.3, 0.5, 0.6])
>>> [found.results[name].printed for name in ("pytorch", "keras", "scikit_learn")]
['0.5398464', '0.5398464', '0.5398464220309535']
>>> found.results["optax"].rule.id
'needs_logits'
"""

from ce_core.frameworks.comparison import Comparison, compare
from ce_core.frameworks.mathematics import Mathematics
from ce_core.frameworks.outcome import Convention, Library, LibraryLoss, Refusal
from ce_core.frameworks.rules import RULES, Rule

__all__ = [
    "RULES",
    "Comparison",
    "Convention",
    "Library",
    "LibraryLoss",
    "Mathematics",
    "Refusal",
    "Rule",
    "compare",
]
