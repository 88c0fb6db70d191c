"""The cases are what their buttons say, and each survives a link."""

import numpy as np
import pytest

from ce_core.checks import InputError
from pages.multiclass.inputs import CASES, MulticlassInputs
from pages.multiclass.reading import read
from pages.parts.inputs.link import decode, encode


@pytest.mark.parametrize("case", CASES)
def test_a_case_survives_a_link(case):
    inputs = decode(encode(CASES[case], MulticlassInputs()), MulticlassInputs)
    assert inputs.containers.to_dict("list") == CASES[case].containers.to_dict("list")
    assert (inputs.logarithm, inputs.reduction) == ("10", "sum")


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
