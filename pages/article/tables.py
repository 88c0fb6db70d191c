"""The ledger's rows as HTML: what, printed, exact, verdict in words and sign, reason."""

from __future__ import annotations

import html
from collections.abc import Sequence

from pages.article.ledger import LedgerEntry
from pages.parts.assets import asset
from pages.parts.wording.words import Words

STYLE = f"<style>{asset('article/ledger.css')}</style>"
_COLUMNS = ("what", "printed", "exact", "verdict")


def ledger_table(entries: Sequence[LedgerEntry], caption: str, text: Words) -> str:
    """Return a table of these entries; every text in it is escaped."""
    head = "".join(
        f'<th scope="col">{html.escape(text.plain(f"ledger.{name}"))}</th>' for name in _COLUMNS
    )
    rows = "".join(_row(entry, text) for entry in entries)
    return (
        '<div class="ce-table ce-ledger" tabindex="0" role="region" aria-label="'
        f'{html.escape(caption, quote=True)}"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(entry: LedgerEntry, text: Words) -> str:
    number = entry.number
    key = f"entry.{number.id}"
    why = f"<small>{html.escape(text.plain(f'{key}.why'))}</small>" if number.why else ""
    verdict = number.verdict.replace(" ", "_")
    cells = (
        _lines(entry.printed or ("–",)),
        _lines(entry.exact),
        html.escape(f"{text.plain(f'sign.{verdict}')} {text.plain(f'verdict.{verdict}')}"),
    )
    return (
        f'<tr><th scope="row">{html.escape(text.plain(f"{key}.what"))}{why}</th>'
        + "".join(f"<td>{cell}</td>" for cell in cells)
        + "</tr>"
    )


def _lines(figures: Sequence[str]) -> str:
    return "<br>".join(map(html.escape, figures))
