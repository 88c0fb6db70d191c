"""The figure of the ledger: how far each printed figure is off, in units of its last digit."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ce_core.article import Verdict
from pages.article.ledger import LedgerEntry
from pages.parts.drawing import charts, guides, marks
from pages.parts.drawing.palette import Palette
from pages.parts.wording.numbers import short
from pages.parts.wording.words import Words

_SYMBOLS: dict[Verdict, str] = {
    "matches": "circle",
    "cut": "diamond",
    "last digit": "square",
    "not reproducible": "x",
}
# log₁₀ of the units: an exact 0 has a place of its own.
_LOW, _HIGH, _ZERO = -1.3, 4.6, -1.1


def units_off(
    entries: Sequence[LedgerEntry], verdict: str, text: Words, colours: Palette
) -> charts.Figure:
    """Draw every printed figure; those of another verdict than the one asked for are faint."""
    printed = [entry for entry in entries if entry.printed]
    tones = {
        "matches": colours.passed,
        "cut": colours.failed,
        "last digit": colours.models[0],
        "not reproducible": colours.ink,
    }
    half = math.log10(0.5)
    traces = []
    for kind, symbol in _SYMBOLS.items():
        points = [(i, entry) for i, entry in enumerate(printed) if entry.number.verdict == kind]
        dots = marks.dots(
            [_place(entry.units_off) for _, entry in points],
            [i for i, _ in points],
            tones[kind],
            text=[f"  {e.printed[0]}" if len(e.printed) == 1 else "" for _, e in points],
            at="middle right",
            text_size=13,
            hover=[text.plain("figure.hover", units=short(e.units_off, 3)) for _, e in points],
            extra=text.plain(_key(kind)),
            symbol=symbol,
            size=11,
        )
        traces.append(dots | {"opacity": 1 if verdict in ("all", kind) else 0.18})
    return charts.figure(
        traces,
        colours,
        height=60 + 23 * len(printed),
        margin=(8, 36, 22, 44),
        xaxis={
            "title": text.plain("figure.axis"),
            "range": [_LOW, _HIGH],
            "tickvals": [_ZERO, 0, 1, 2, 3, 4],
            "ticktext": ["0", "1", "10", "10²", "10³", "10⁴"],
            "tickangle": 0,
        },
        yaxis=charts.names(
            [text.plain(f"entry.{entry.number.id}.name") for entry in printed],
            colours,
            size=13,
            range=[len(printed) - 0.4, -0.6],
        ),
        shapes=[guides.band((_LOW, half), None, colours.grid, 0.55)],
        annotations=[
            guides.label(
                half,
                1,
                text.plain(f"figure.{name}"),
                colours.faint,
                f"bottom {side}",
                size=13,
                yref="paper",
                xshift=shift,
            )
            for name, side, shift in (("rounded", "right", -4), ("not_rounded", "left", 4))
        ],
    )


def _place(units: float) -> float:
    return max(math.log10(units), _ZERO) if units > 0 else _ZERO


def _key(verdict: Verdict) -> str:
    return f"verdict.{verdict.replace(' ', '_')}"
