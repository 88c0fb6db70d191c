"""The cases are what their buttons say."""

import numpy as np
import pytest

from ce_core.checks import InputError
from pages.multiclass.inputs import CASES, MulticlassInputs
from pages.multiclass.reading import read


def test_the_articles_case_is_the_first_and_the_usual():
    assert next(iter(CASES)) == "article"
    assert CASES["article"].containers.equals(MulticlassInputs().containers)


def test_each_case_shows_what_its_button_asks():
    losses = {}
    for case in ("article", "bolder", "undecided", "ruled_out"):
        losses[case] = read(CASES[case].containers).loss
    assert losses["bolder"] > losses["article"]
    assert losses["undecided"] == pytest.approx(3 * np.log10(3), abs=2e-3)
    assert losses["ruled_out"] == np.inf
    with pytest.raises(InputError, match=r"sum to 1\.1"):
        read(CASES["too_much"].containers)
