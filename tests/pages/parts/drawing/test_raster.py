import base64
from io import BytesIO

import numpy as np
from PIL import Image

from pages.parts.drawing.raster import image_uri, shades


def test_a_picture_is_a_png_of_its_bands():
    bands = np.array([[0, 1, 2], [2, 1, 0]])
    head, _, code = image_uri(bands, ["#000000", "#ff8000", "#ffffff"]).partition(",")
    picture = Image.open(BytesIO(base64.b64decode(code)))
    assert head == "data:image/png;base64"
    assert (picture.format, picture.size) == ("PNG", (3, 2))
    black, orange, white = (0, 0, 0), (255, 128, 0), (255, 255, 255)
    colours = np.array(picture.convert("RGB")).tolist()
    assert [[tuple(colour) for colour in row] for row in colours] == [
        [black, orange, white],
        [white, orange, black],
    ]


def test_shades_go_from_one_colour_to_the_other():
    assert shades("#000000", "#0000ff", 2) == ["#000000", "#0000ff"]
    assert shades("#123456", "#ffffff", 1) == ["#123456"]
