"""What is believed of containers: taken as it is, checked by name and sum."""

import numpy as np
import pytest

from ce_core.checks import ROW_SUM_TOLERANCE, InputError
from ce_core.examples.containers import Beliefs
from ce_core.losses import categorical_cross_entropy


def believing(a=(0.7, 0.2, 0.1), b=(0.3, 0.4, 0.3), **options) -> Beliefs:
    defaults = {
        "fruits": ["orange", "apple", "lemon"],
        "containers": ["A", "B"],
        "p": np.column_stack([a, b]),
        "inside": [0, 2],
    }
    return Beliefs.of(**defaults | options)


def test_beliefs_that_sum_to_1_are_taken():
    beliefs = believing()
    assert beliefs.sums == pytest.approx([1, 1])
    assert beliefs.off.tolist() == []
    beliefs.check_sums()


def test_the_first_container_that_does_not_sum_to_1_is_named():
    beliefs = believing(b=(0.3, 0.4, 0.4))
    assert beliefs.p[:, 1].tolist() == [0.3, 0.4, 0.4]
    assert beliefs.off.tolist() == [1]
    with pytest.raises(InputError, match=r"within 0\.000001; those in B sum to 1\.1"):
        beliefs.check_sums()
    with pytest.raises(InputError, match="those in A are all 0"):
        believing(a=(0, 0, 0)).check_sums()


def test_the_losses_draw_the_same_line():
    within, beyond = 0.5 + 0.9 * ROW_SUM_TOLERANCE, 0.5 + 1.1 * ROW_SUM_TOLERANCE
    believing(a=(within, 0.5, 0)).check_sums()
    categorical_cross_entropy([0], [[within, 0.5]])
    with pytest.raises(InputError):
        believing(a=(beyond, 0.5, 0)).check_sums()
    with pytest.raises(InputError):
        categorical_cross_entropy([0], [[beyond, 0.5]])


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"a": (1.2, 0, 0)}, r"p must lie between 0 and 1; position \(0, 0\) is 1.2"),
        ({"p": [[0.5, 0.5]]}, r"p must have the shape \(3, 2\); it has \(1, 2\)"),
        ({"inside": [0, 3]}, "inside must hold positions from 0 to 2; position 1 is 3"),
        ({"inside": [0, -1]}, "position 1 is -1"),
        ({"inside": [0, 0.5]}, "position 1 is 0.5"),
        ({"inside": [0]}, r"inside must have the shape \(2,\)"),
        ({"fruits": ["fig", "fig", "kiwi"]}, "fruits must differ; “fig” is there 2 times"),
        ({"containers": ["A", "A"]}, "containers must differ"),
    ],
)
def test_bad_arrays_are_named(options, sentence):
    with pytest.raises(InputError, match=sentence):
        believing(**options)
