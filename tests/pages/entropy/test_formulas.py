"""The formulas hold the reader's numbers and what they add up to."""

import re

from pages.entropy import formulas
from pages.entropy.inputs import CASES
from pages.entropy.reading import fair_coin, outcome_table, read
from pages.parts.drawing.palette import LIGHT
from pages.parts.wording.logarithm import LOGARITHMS

LOG2 = LOGARITHMS["2"]


def lines(table):
    return formulas.with_numbers(read(table), LOG2, LIGHT)


def test_entropy_divergence_and_cross_entropy_term_by_term():
    entropy, divergence, cross = lines(CASES["loaded"].outcomes)
    assert r"0.9 \cdot (-\log_2 0.9)" in entropy
    assert r"\mathbf{0.4690}" in entropy
    assert r"0.1 \cdot \log_2 \tfrac{0.1}{0.5}" in divergence
    assert r"\text{tails}:\,-0.232" in divergence
    assert r"\mathbf{0.5310}" in divergence
    assert r"0.9 \cdot (-\log_2 0.5)" in cross
    assert r"\mathbf{1.0000}" in cross


def test_the_largest_term_is_boxed_and_no_other():
    for line in lines(CASES["weather"].outcomes):
        assert line.count(r"\boxed") == 1


def test_nothing_is_boxed_where_nothing_is_paid():
    _, divergence, _ = lines(fair_coin())
    assert r"\boxed" not in divergence


def test_infinity_is_written():
    _, divergence, cross = lines(CASES["ruled_out"].outcomes)
    assert r"\mathbf{\infty}" in divergence
    assert r"\mathbf{\infty}" in cross


def test_twenty_terms_are_abridged_but_keep_the_largest():
    p = ["0.01"] * 12 + ["0.81"] + ["0.01"] * 7
    table = outcome_table([f"o{i}" for i in range(20)], p, ["0.05"] * 20)
    _, _, cross = lines(table)
    assert cross.count(r"\underbrace") == 3
    assert r"\boxed{\scriptstyle \text{o12}" in cross
    assert cross.count(r"\cdots") == 2


def test_pieces_are_separate_so_that_they_wrap():
    for line in [*lines(CASES["weather"].outcomes), formulas.general(LOG2, LIGHT)]:
        assert re.fullmatch(r"\$[^$]+\$( \$[^$]+\$)*", line)


def test_names_are_no_markup():
    table = fair_coin().assign(outcome=["a_$x$", "tails"])
    assert r"\text{a\_\$x\$}" in lines(table)[0]
