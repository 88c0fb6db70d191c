"""A small picture of bands of colour, as a PNG in a data URI: a landscape seen from above."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from io import BytesIO

import numpy as np
import numpy.typing as npt
from PIL import Image


def image_uri(bands: npt.NDArray[np.integer], colours: Sequence[str]) -> str:
    """Return a PNG of one pixel for each band number, coloured by the list.

    Parameters
    ----------
    bands : ndarray of int, shape (rows, columns)
        Band numbers; the first row is the picture's top.
    colours : sequence of str
        At most 256 colours such as ``"#0b5cad"``, one for each number.

    Examples
    --------
    >>> image_uri(np.array([[0, 1]]), ["#ffffff", "#000000"])[:22]
    'data:image/png;base64,'
    """
    picture = Image.fromarray(bands.astype(np.uint8))
    picture.putpalette(b"".join(bytes.fromhex(colour.removeprefix("#")) for colour in colours))
    file = BytesIO()
    picture.save(file, "PNG")
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()


def shades(low: str, high: str, count: int) -> list[str]:
    """Return that many colours from `low` to `high`, evenly mixed.

    Examples
    --------
    >>> shades("#000000", "#ffffff", 3)
    ['#000000', '#808080', '#ffffff']
    """
    first, last = (
        np.frombuffer(bytes.fromhex(end.removeprefix("#")), np.uint8).astype(float)
        for end in (low, high)
    )
    share = np.linspace(0, 1, count)[:, np.newaxis]
    mixed = (first + share * (last - first)).round().astype(int)
    return [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in mixed]
