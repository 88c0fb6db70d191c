"""The formula holds the reader's numbers and the loss they give."""

import re

import pandas as pd

from pages.binary import formulas
from pages.binary.reading import read
from pages.parts.drawing.palette import LIGHT
from pages.parts.reading.students import article_students
from pages.parts.wording.logarithm import LOGARITHMS

LOG10, LN = LOGARITHMS["10"], LOGARITHMS["e"]


def line(table=None, model=0, **options):
    table = article_students() if table is None else table
    example = read(table, **options)
    return formulas.with_numbers(example, model, LOG10, LIGHT)


def test_every_student_has_a_term_with_p_or_one_minus_p():
    text = line()
    assert r"-\log_{10} (1-0.9)" in text
    assert r"-\log_{10} {0.6}" in text
    assert text.count(r"\underbrace") == 4
    assert r"\mathbf{2.0757}" in text


def test_the_costliest_term_is_boxed_and_no_other():
    assert line().count(r"\boxed") == 1
    assert r"\boxed{\scriptstyle \text{A}:\,1.000}" in line()


def test_the_mean_divides_by_n():
    text = line(reduction="mean")
    assert r"\frac{1}{4}" in text
    assert r"\mathbf{0.5189}" in text


def test_infinity_is_written():
    table = article_students()
    table.loc[3, "Model A"] = "0"
    assert r"\mathbf{\infty}" in line(table)


def test_two_hundred_terms_are_abridged_but_keep_the_costliest():
    table = pd.DataFrame(
        {"student": [f"S{i}" for i in range(200)], "outcome": "pass", "Model A": "0.5"}
    )
    table.loc[120, "Model A"] = "0.01"
    text = line(table)
    assert text.count(r"\underbrace") == 4
    assert r"\boxed{\scriptstyle \text{S120}" in text
    assert text.count(r"\cdots") == 2


def test_pieces_are_separate_so_that_they_wrap():
    assert re.fullmatch(r"\$[^$]+\$( \$[^$]+\$)*", line())


def test_the_general_formula_names_the_base_and_the_reduction():
    example = read(article_students(), base=None, reduction="mean")
    text = formulas.general(example, LN)
    assert r"\ln p_i" in text
    assert r"\frac{1}{n}" in text
