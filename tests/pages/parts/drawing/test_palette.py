"""Every colour that serves for text reaches 4.5 : 1 on its page."""

from dataclasses import asdict

import pytest

from pages.parts.drawing.palette import DARK, LIGHT


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_colours_have_contrast(colours):
    for name, value in asdict(colours).items():
        if name not in {"dark", "ground", "grid", "probability"}:
            for colour in [value] if isinstance(value, str) else value:
                assert contrast(colour, colours.ground) >= 4.5, (name, colour)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_what_means_different_things_has_different_colours(colours):
    assert colours.passed != colours.failed
    assert len(set(colours.models)) == len(colours.models)
    assert len(set(colours.classes)) == len(colours.classes)
