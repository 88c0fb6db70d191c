"""The code that a reader takes along runs as it is and prints the numbers on the page."""

import math

import pytest

from pages.entropy import snippets
from pages.entropy.inputs import CASES
from pages.entropy.reading import fair_coin, read
from tests.pages.printed import printed
from tests.peers.libraries import libraries


@pytest.mark.parametrize("library", libraries("ce_core", "NumPy", "SciPy", "PyTorch"))
@pytest.mark.parametrize("base", [10.0, None, 2.0])
@pytest.mark.parametrize("case", list(CASES))
def test_it_prints_both_parts_and_the_total(library, base, case):
    example = read(CASES[case].outcomes, base=base)
    expected = [example.entropy, example.kl, example.loss]
    assert printed(snippets.code(example)[library]()) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("library", ["ce_core", "NumPy"])
def test_what_never_happens_costs_nothing(library):
    table = fair_coin().assign(p=["1", "0"], q=["0", "1"])
    example = read(table)
    assert printed(snippets.code(example)[library]()) == [0.0, math.inf, math.inf]


def test_names_are_data_not_code():
    example = read(fair_coin().assign(outcome=["'+exit()+'", "tails"]))
    assert printed(snippets.code(example)["NumPy"]()) == [1.0, 0.0, 1.0]
