"""What the chapter shows of the students, as a function of its inputs."""

import pytest

from pages.parts.drawing.palette import DARK
from pages.parts.reading.students import article_students
from tests.pages.seen import Seen


def students(**cells):
    """Return the article's students with some of Model A's cells changed, by student."""
    table = article_students().set_index("student", drop=False)
    for student, cell in cells.items():
        table.loc[student, "Model A"] = cell
    return table.reset_index(drop=True)


def losses(shown):
    return [value for label, value in shown.numbers.items() if "Loss of" in label]


def test_it_starts_with_the_article():
    shown = Seen("binary")
    assert losses(shown) == ["2.0757", "0.5194"]
    assert "The article prints 2.073 and 0.505" in shown.prose


@pytest.mark.parametrize(
    ("case", "loss"),
    [
        ("article", "2.0757"),
        ("sure_and_wrong", "∞"),
        ("undecided", "4.0000"),
        ("perfect", "0.0000"),
    ],
)
def test_each_case_has_its_loss(case, loss):
    assert losses(Seen("binary", case))[0] == loss


def test_an_edit_moves_the_loss_and_names_the_change():
    shown = Seen("binary", students=students(A="0.99"))
    assert shown.numbers["Loss of Model A"] == "3.0757"
    assert shown.remarks["Loss of Model A"] == "+1.0000 against the article"
    assert "The article prints" not in shown.prose


def test_natural_logarithm_and_mean():
    assert losses(Seen("binary", logarithm="e", reduction="mean"))[0] == "1.1949"


def test_the_worked_table_ends_with_product_and_sum():
    worked = Seen("binary").worked
    assert worked.foot[0][0].startswith("product, ")
    assert "0.0084" in worked.foot[0]


def test_names_are_names():
    table = article_students().rename(columns={"Model A": "**bold**"})
    shown = Seen("binary", students=table)
    assert shown.numbers["Loss of **bold**"] == "2.0757"
    assert r"\*\*bold\*\*" in shown.figures["loss-bars"].title


def test_a_growing_class_loses_its_product():
    shown = Seen("binary", class_size=5000)
    assert "exactly 0" in shown.figures["class-curves"].title


def test_the_dark_theme_changes_colours_alone():
    light, dark = Seen("binary"), Seen("binary", colours=DARK)
    assert light.numbers == dark.numbers
    assert light.figures["loss-bars"].title == dark.figures["loss-bars"].title
    assert light.figures["loss-bars"].chart != dark.figures["loss-bars"].chart


def test_it_says_the_same_in_chinese():
    assert list(Seen("binary", language="zh").numbers.values()) == ["2.0757", "0.5194"]
