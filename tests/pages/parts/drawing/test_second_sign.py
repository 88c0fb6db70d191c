"""No two classes look alike, although there are more of them than colours."""

import pytest

from pages.parts.drawing import second_sign
from pages.parts.drawing.class_colours import class_colours
from pages.parts.drawing.palette import DARK, LIGHT

MANY = tuple(f"C{i}" for i in range(20))
ALL_COLOURS = ("orange", "green", "yellow", "pink", "blue", "red", "purple", "violet", *MANY[:12])


@pytest.mark.parametrize("classes", [MANY, ALL_COLOURS], ids=["any", "all colours taken"])
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_colour_and_second_sign_tell_twenty_classes_apart(palette, classes):
    own = class_colours(classes, palette)
    bars = second_sign.bars(own)
    for signs in (bars["pattern"]["shape"], second_sign.dashes(own), second_sign.shapes(own)):
        assert len(set(zip(own, signs, strict=True))) == 20


def test_seven_classes_need_no_second_sign():
    own = class_colours(MANY[:7], LIGHT)
    assert set(second_sign.bars(own)) == {"color"}
    assert set(second_sign.dashes(own)) == {"solid"}


def test_bars_of_one_class_look_alike_wherever_they_stand():
    marker = second_sign.bars(["red", "blue", "red"], order=[2, 1, 2, 0])
    assert marker["color"] == ["red", "blue", "red", "red"]
    assert marker["pattern"]["shape"] == ["/", "", "/", ""]
