"""The ledger's rows as HTML: what, printed, exact, verdict in words and sign, reason."""

from __future__ import annotations

import html
from collections.abc import Sequence

from ce_core.examples.ledger import LedgerEntry
from pages.parts.words import Words

_WRAP = "white-space:normal;text-align:left;vertical-align:top"
_FIGURES = "white-space:normal;vertical-align:top"
_SMALL = "font-weight:400;opacity:.85"
_COLUMNS = (("what", 44), ("printed", 14), ("exact", 20), ("verdict", 22))


def ledger_table(entries: Sequence[LedgerEntry], caption: str, text: Words) -> str:
    """Return a table of these entries; every text in it is escaped."""
    head = "".join(
        f'<th scope="col" style="width:{width}%;{_WRAP if name in _WORDS else _FIGURES}">'
        f"{html.escape(text.plain(f'ledger.{name}'))}</th>"
        for name, width in _COLUMNS
    )
    rows = "".join(_row(entry, text) for entry in entries)
    return (
        '<div class="ce-table" tabindex="0" role="region" aria-label="'
        f'{html.escape(caption, quote=True)}"><table style="min-width:34rem;table-layout:fixed">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


_WORDS = ("what", "verdict")


def _row(entry: LedgerEntry, text: Words) -> str:
    figure = entry.figure
    key = f"entry.{figure.id}"
    why = (
        f'<br><small style="{_SMALL}">{html.escape(text.plain(f"{key}.why"))}</small>'
        if figure.why
        else ""
    )
    verdict = figure.verdict.replace(" ", "_")
    cells = (
        (html.escape("\n".join(entry.printed) or "–").replace("\n", "<br>"), _FIGURES),
        (html.escape("\n".join(entry.exact)).replace("\n", "<br>"), _FIGURES),
        (
            f"{html.escape(text.plain(f'sign.{verdict}'))} "
            f"{html.escape(text.plain(f'verdict.{verdict}'))}",
            _WRAP,
        ),
    )
    return (
        f'<tr><th scope="row" style="{_WRAP};font-weight:500">'
        f"{html.escape(text.plain(f'{key}.what'))}{why}</th>"
        + "".join(f'<td style="{style}">{cell}</td>' for cell, style in cells)
        + "</tr>"
    )
