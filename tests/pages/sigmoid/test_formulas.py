"""The curve and the loss with the reader's numbers in them."""

import pandas as pd

from pages.parts.drawing.palette import LIGHT
from pages.parts.reading.students import article_students
from pages.parts.wording.logarithm import LOGARITHMS
from pages.sigmoid import formulas
from pages.sigmoid.reading import read


def example(table=None, **options):
    return read(article_students() if table is None else table).example(**options)


def test_the_curve_has_the_readers_line():
    assert "e^{-(1\\,x + 0)}" in formulas.curve(example(), LIGHT)
    assert "e^{-(-0.5\\,x - 2)}" in formulas.curve(example(weight=-0.5, bias=-2), LIGHT)


def test_every_student_is_a_term_and_the_costliest_is_boxed():
    text = formulas.loss(example(), LOGARITHMS["10"])
    assert r"\underbrace{-\log_{10} \bigl(1-\sigma(-1.4)\bigr)}_{\text{A}:\,0.096}" in text
    assert r"\underbrace{-\log_{10} \sigma(2.2)}_{\text{D}:\,0.046}" in text
    assert r"\boxed{\scriptstyle \text{B}:\,0.223}" in text
    assert text.endswith(r"$=\mathbf{0.5253}$")


def test_the_mean_divides_by_n():
    text = formulas.loss(example(reduction="mean", base=None), LOGARITHMS["e"])
    assert r"\frac{1}{4}\Bigl(" in text
    assert r"\ln" in text


def test_of_two_hundred_the_costliest_is_shown():
    table = pd.DataFrame(
        {
            "student": [f"S{i}" for i in range(200)],
            "outcome": "pass",
            "score": ["-9" if i == 120 else "1" for i in range(200)],
        }
    )
    text = formulas.loss(example(table), LOGARITHMS["10"])
    assert text.count("underbrace") == 4
    assert text.count(r"\cdots") == 2
    assert r"\boxed{\scriptstyle \text{S120}" in text


def test_dollars_in_a_name_end_no_formula():
    table = article_students()
    table.loc[0, "student"] = "$A$"
    assert r"\text{\$A\$}" in formulas.loss(example(table), LOGARITHMS["10"])
