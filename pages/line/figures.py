"""The pictures of "The line": results in, Plotly dictionaries and band pictures out."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from ce_core.examples.line import LineExample
from ce_core.examples.types import Floats
from pages.parts.drawing import charts, marks
from pages.parts.drawing.palette import Palette
from pages.parts.drawing.raster import image_uri, shades
from pages.parts.wording.numbers import number
from pages.parts.wording.words import Words

LOWEST_END, HIGHEST_END = -5.0, 15.0
"""How far from the frame a hand may move the line's ends, in points of test 2."""

COLUMNS, ROWS = 228, 182
MOST_EVALUATIONS = 2_000_000
BANDS = 14
_MELTING, _LARGE_ENOUGH = 4, 3
Bands = npt.NDArray[np.uint8]
SHARPNESSES: Floats = np.geomspace(0.1, 30, 121)


def count_top(example: LineExample) -> int:
    """Return the end of the count's axis: half a class; all of it where it is small."""
    return max(min(len(example.students), 4), -(-len(example.students) // 2))


def loss_top(example: LineExample) -> float:
    """Return the end of the cross-entropy's axes: a little more than what a shrug costs."""
    return charts.steady_range(1.2 * example.undecided_loss)


def plateaus(example: LineExample) -> list[list[float]]:
    """Return where to write each count in its largest plateau: left and right end, count.

    The place is what is left of a plateau as it melts away from its edges.
    """
    count, _ = _bands(example.passed.tobytes(), example.tests.tobytes(), example.sharpness)
    coarse = count[::_MELTING, ::_MELTING]
    places = []
    for mistakes in range(int(coarse.max()) + 1):
        mask, rounds = coarse == mistakes, 0
        while mask.any():
            place, rounds = np.argwhere(mask)[mask.sum() // 2], rounds + 1
            mask = np.pad(mask, 1)
            mask = (
                mask[1:-1, 1:-1]
                & mask[:-2, 1:-1]
                & mask[2:, 1:-1]
                & mask[1:-1, :-2]
                & mask[1:-1, 2:]
            )
        if rounds >= _LARGE_ENOUGH:
            row, column = (place + 0.5) / coarse.shape
            reach = HIGHEST_END - LOWEST_END
            places.append([LOWEST_END + column * reach, HIGHEST_END - row * reach, mistakes])
    return places


def landscapes(example: LineExample, colours: Palette) -> dict[str, str]:
    """Return pictures of count and cross-entropy over every pair of ends, the left one across."""
    count, loss = _bands(example.passed.tobytes(), example.tests.tobytes(), example.sharpness)
    levels = len(example.passed) + 1
    return {
        "count": image_uri(count, shades(*colours.probability, levels)),
        "loss": image_uri(loss, shades(*colours.probability, BANDS)),
    }


@lru_cache(maxsize=32)
def _bands(passed: bytes, tests: bytes, sharpness: float) -> tuple[Bands, Bands]:
    """Return the number of each pixel's band; the line itself, which moves, plays no part."""
    happened = np.frombuffer(passed, dtype=bool)
    students = LineExample(
        students=("",) * len(happened),
        passed=happened,
        tests=np.frombuffer(tests, dtype=np.float64).reshape(-1, 2),
        left=0.0,
        right=0.0,
        sharpness=sharpness,
    )
    fine = min(1.0, (MOST_EVALUATIONS / (COLUMNS * ROWS * len(happened))) ** 0.5)
    ends = [
        np.linspace(LOWEST_END, HIGHEST_END, max(int(fine * pixels), 2))
        for pixels in (COLUMNS, ROWS)
    ]
    count, loss = (grid[::-1] for grid in students.landscape(*ends))
    # Bands of equal width in the root of the height show the bottom of the bowl.
    height = np.sqrt((loss - loss.min()) / max(float(np.ptp(loss)), 1e-300))
    return count.astype(np.uint8), np.minimum(height * BANDS, BANDS - 1).astype(np.uint8)


def sureness_curve(example: LineExample, text: Words, colours: Palette) -> charts.Figure:
    """Draw what this very line would cost at every sharpness."""
    top = loss_top(example)
    losses = example.losses_if_as_sure_as(SHARPNESSES)
    points = [("now", example.sharpness, example.loss, colours.accent, "circle")]
    best = example.best_sharpness
    if SHARPNESSES[0] < best < SHARPNESSES[-1]:
        lowest = float(example.losses_if_as_sure_as(np.array([best]))[0])
        points.append(("lowest", best, lowest, colours.ink, "diamond-open"))
    return charts.figure(
        [
            marks.line(
                [float(f"{sharpness:.4g}") for sharpness in SHARPNESSES],
                [float(f"{loss:.5g}") for loss in losses],
                colours.accent,
                width=3,
                hover="%{x:.2f}: %{y:.4f}",
            ),
            *(
                marks.dots(
                    [sharpness],
                    [loss],
                    colour,
                    text=[text.plain(f"sure.{name}", loss=number(loss))],
                    at="top left" if name == "now" else "bottom center",
                    symbol=symbol,
                    size=12,
                )
                for name, sharpness, loss, colour, symbol in points
            ),
        ],
        colours,
        height=300,
        margin=(56, 16, 8, 44),
        xaxis={
            "title": text.plain("sure.axis_x"),
            "type": "log",
            "range": [-1, float(np.log10(SHARPNESSES[-1]))],
            "tickvals": [0.1, 0.3, 1, 3, 10, 30],
        },
        yaxis={"title": text.plain("sure.axis_y"), "range": [-0.06 * top, top]},
    )
