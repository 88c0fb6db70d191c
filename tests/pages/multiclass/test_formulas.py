"""The formula holds the reader's numbers, y included, and the loss they give."""

import re

from pages.multiclass import formulas
from pages.multiclass.containers import article_containers, container_table
from pages.multiclass.inputs import CASES
from pages.multiclass.reading import read
from pages.parts.drawing.palette import LIGHT
from pages.parts.wording.logarithm import LOGARITHMS

LOG10, LN = LOGARITHMS["10"], LOGARITHMS["e"]
PIECES = r"\$[^$]+\$( \$[^$]+\$)*"


def example(table=None, **options):
    return read(article_containers() if table is None else table, **options)


def fifty():
    columns = {f"C{i}": ("a", ["0.5", "0.5"]) for i in range(50)}
    columns["C30"] = ("a", ["0.01", "0.99"])
    return example(container_table(["a", "b"], columns))


def test_the_general_formula_names_the_base_the_reduction_and_both_sums():
    text = formulas.general(example(base=None, reduction="mean"), LN)
    assert r"-\frac{1}{3}\sum_{c=1}^{3}\, \sum_{i=1}^{3}" in text
    assert r"y_{c,i} \ln p_{c,i}" in text
    assert r"\frac" not in formulas.general(example(), LOG10)


def test_each_container_is_written_out_with_its_one_hot_y():
    a, b, c = formulas.written_out(example(), LOG10, LIGHT)
    assert re.findall(r"([01])\\cdot\\log_\{10\} ([0-9.]+)", b) == [
        ("0", "0.3"),
        ("0", "0.4"),
        ("1", "0.3"),
    ]
    assert b.endswith("= 0.5229$")
    assert a.startswith(r"$\text{A}")
    assert f"\\textcolor{{{LIGHT.classes[2]}}}{{1\\cdot" in c


def test_the_loss_is_the_surprisals_added_up():
    text = formulas.total(example(), LOG10, LIGHT)
    assert text.count(r"\underbrace") == 3
    assert r"(-\log_{10} 0.7)" in text
    assert r"\mathbf{1.0757}" in text


def test_the_costliest_term_is_boxed_and_no_other():
    text = formulas.total(example(), LOG10, LIGHT)
    assert text.count(r"\boxed") == 1
    assert r"\boxed{\scriptstyle \text{B}:\,0.523}" in text


def test_nothing_is_boxed_where_nothing_costs():
    table = container_table(["a", "b"], {"X": ("a", ["1", "0"])})
    assert r"\boxed" not in formulas.total(example(table), LOG10, LIGHT)


def test_the_mean_divides_by_the_number_of_containers():
    text = formulas.total(example(reduction="mean"), LOG10, LIGHT)
    assert r"\frac{1}{3}" in text
    assert r"\mathbf{0.3586}" in text


def test_infinity_is_written():
    ruled_out = example(CASES["ruled_out"].containers)
    assert r"\mathbf{\infty}" in formulas.total(ruled_out, LOG10, LIGHT)
    assert r"= \infty$" in formulas.written_out(ruled_out, LOG10, LIGHT)[2]


def test_fifty_terms_are_abridged_but_keep_the_costliest():
    text = formulas.total(fifty(), LOG10, LIGHT)
    assert text.count(r"\underbrace") == 4
    assert r"\boxed{\scriptstyle \text{C30}" in text
    assert text.count(r"\cdots") == 2
    assert formulas.written_out(fifty(), LOG10, LIGHT) == []


def test_pieces_are_separate_so_that_they_wrap():
    lines = [
        formulas.general(example(), LOG10),
        *formulas.written_out(example(), LOG10, LIGHT),
        formulas.total(example(), LOG10, LIGHT),
        formulas.total(fifty(), LOG10, LIGHT),
    ]
    for line in lines:
        assert re.fullmatch(PIECES, line)


def test_names_are_no_markup():
    table = article_containers().rename(columns={"A": "a_$1"})
    assert r"\text{a\_\$1}" in formulas.total(example(table), LOG10, LIGHT)
