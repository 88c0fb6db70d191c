"""On calibrated predictions no view finds fault more often than in one of twenty cases.

The bound leaves room for the luck of few draws. `tests/bench/cries_wolf.py` counts over 1,000 draws
of more kinds of models.
"""

from collections import Counter

import numpy as np
import pytest

from ce_core.account import loss_account
from tests.bench import cries_wolf

DRAWS = 60


@pytest.mark.parametrize("model", [cries_wolf.rare, cries_wolf.three_classes])
def test_no_view_cries_wolf(model):
    rng = np.random.default_rng(7)
    count = Counter()
    for _ in range(DRAWS):
        count.update(view for view, fault in cries_wolf.found(rng, model(rng, 150)) if fault)
    assert max(count.values(), default=0) <= 0.05 * DRAWS


def test_every_view_speaks_up_where_there_is_fault():
    rng = np.random.default_rng(8)
    p = rng.random(2000)
    told = p**3 / (p**3 + (1 - p) ** 3)
    account = loss_account((rng.random(2000) < p).astype(int), told, libraries=False)
    assert account.balance.confidence == "overconfident"
    assert all(one.confidence == "overconfident" for one in account.by_class)
    assert account.by_chance.miscalibrated
    assert account.reliability.leaves_band
    assert account.reliability.off
    assert account.temperature.worthwhile
