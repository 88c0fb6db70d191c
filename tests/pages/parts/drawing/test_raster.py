import base64
import struct
import zlib

import numpy as np

from pages.parts.drawing.raster import image_uri, shades


def test_a_picture_is_a_png_of_its_bands():
    bands = np.array([[0, 1, 2], [2, 1, 0]])
    png = base64.b64decode(image_uri(bands, ["#000000", "#ff8000", "#ffffff"]).partition(",")[2])
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", png[16:24]) == (3, 2)
    assert bytes.fromhex("000000ff8000ffffff") in png
    data = png[png.index(b"IDAT") + 4 : png.index(b"IEND") - 8]
    assert zlib.decompress(data) == bytes([0, 0, 1, 2, 0, 2, 1, 0])


def test_shades_go_from_one_colour_to_the_other():
    assert shades("#000000", "#0000ff", 2) == ["#000000", "#0000ff"]
    assert shades("#123456", "#ffffff", 1) == ["#123456"]
