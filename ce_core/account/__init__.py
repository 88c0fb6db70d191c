"""Where does a model's loss come from? Labels and predictions in, an account of the loss out.

A validation loss is one number. What is it made of; is the model overconfident; which rows, which
classes, which part of the data cost most; what would mend it; is another model really better?

>>> import numpy as np
>>> from ce_core.account import loss_account
>>> rng = np.random.default_rng(0)
>>> p = rng.random(1000)                                     # what the model says
>>> passed = rng.random(1000) < p ** 0.25 / (p ** 0.25 + (1 - p) ** 0.25)
>>> account = loss_account(passed, p)
>>> round(account.loss, 3), round(account.balance.expected, 3), account.balance.confidence
(0.823, 0.505, 'overconfident')
>>> parts = account.parts                                    # they add up to the loss
>>> round(parts.miscalibration, 3), round(parts.discrimination, 3), round(parts.uncertainty, 3)
(0.161, 0.029, 0.691)
>>> round(account.temperature.value, 1), account.temperature.worthwhile
(4.5, True)

The same from a file, as text or as JSON: ``python -m ce_core.account FILE --label y
--probability p``.

=================  ============================================================================
`balance`          paid beside expected: overconfident, underconfident or neither
`parts`            miscalibration − discrimination + uncertainty + naming, exactly
`calibrated`       what a perfectly calibrated model would have got by chance
`reliability`      the curve of what came true, its band, and bins to show
`tail`             the share of the worst rows, and which they are
`classes`          by class, and what was taken for what, in nats
`evidence`         whether a change is better, in nats, for any number of rows
`temperature`      what one temperature would save on rows for which it was not chosen
`slices`           parts of the data that cost more, found on one half, confirmed on the other
`pair`             two models on the same rows
`scan`             the balance, parts and tail of files past memory, by DuckDB
=================  ============================================================================
"""

from ce_core.account.balance import Balance
from ce_core.account.calibrated import ByChance
from ce_core.account.classes import ClassBalance, Confusion
from ce_core.account.conditions import Condition
from ce_core.account.libraries import LibrarySays
from ce_core.account.pair import Comparison, compare_models
from ce_core.account.parts import CrossFitted, Parts
from ce_core.account.reliability import Bin, Reliability
from ce_core.account.report import LossAccount, loss_account
from ce_core.account.slices import Slice, Slices
from ce_core.account.tail import Tail, WorstRow
from ce_core.account.temperature import Temperature

__all__ = [
    "Balance",
    "Bin",
    "ByChance",
    "ClassBalance",
    "Comparison",
    "Condition",
    "Confusion",
    "CrossFitted",
    "LibrarySays",
    "LossAccount",
    "Parts",
    "Reliability",
    "Slice",
    "Slices",
    "Tail",
    "Temperature",
    "WorstRow",
    "compare_models",
    "loss_account",
]
