"""A small picture of bands of colour, as a PNG in a data URI: a landscape seen from above."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


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
    rows, columns = bands.shape
    header = struct.pack(">IIBBBBB", columns, rows, 8, 3, 0, 0, 0)
    palette = b"".join(bytes.fromhex(colour.removeprefix("#")) for colour in colours)
    lines = np.insert(bands.astype(np.uint8), 0, 0, axis=1)  # each line starts with "no filter"
    png = (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"PLTE", palette)
        + _chunk(b"IDAT", zlib.compress(lines.tobytes(), level=9))
        + _chunk(b"IEND", b"")
    )
    return "data:image/png;base64," + base64.b64encode(png).decode()


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


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
