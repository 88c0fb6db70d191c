"""A class wears its own colour where it is named after one, in every chapter."""

from pages.parts.drawing.class_colours import class_colours
from pages.parts.drawing.palette import DARK, LIGHT


def test_classes_named_after_a_colour_wear_it():
    blue, other, red = class_colours(("Blue", "fish", "red"), LIGHT)
    assert (blue, red) == ("#0072b2", "#b84a00")
    assert other not in (blue, red)
    many = class_colours(tuple(f"C{i}" for i in range(20)), DARK)
    assert len(set(many)) == len(DARK.classes)
