"""What the ledger shows, in words built from the same entries."""

from __future__ import annotations

from collections.abc import Sequence

from pages.article.ledger import VERDICTS, LedgerEntry
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words


def count(entries: Sequence[LedgerEntry], verdict: str) -> int:
    """Return how many entries have that verdict; all for "all"."""
    return sum(verdict in ("all", entry.number.verdict) for entry in entries)


def title(entries: Sequence[LedgerEntry], text: Words) -> str:
    """Return what to see in the figure."""
    printed = [entry for entry in entries if entry.printed]
    furthest = max(printed, key=lambda entry: entry.units_off)
    return text(
        "figure.title",
        holding=sum(entry.holds for entry in printed),
        count=len(printed),
        printed=furthest.printed[0],
        units=f"{furthest.units_off:.0f}",
    )


def alt(entries: Sequence[LedgerEntry], text: Words) -> str:
    """Return in one sentence what the figure shows."""
    counts = text.listed(
        text.plain(f"figure.alt_{verdict.replace(' ', '_')}", count=count(entries, verdict))
        for verdict in VERDICTS
        if verdict != "not printed"
    )
    return text.plain("figure.alt", counts=counts)


def notices(entries: Sequence[LedgerEntry], text: Words) -> list[str]:
    """Return what to notice: how many hold, the closest call, the furthest miss."""
    printed = [entry for entry in entries if entry.printed]
    holding = [entry for entry in printed if entry.holds]
    closest = max(holding, key=lambda entry: entry.units_off)
    furthest = max(printed, key=lambda entry: entry.units_off)
    exact, missed = closest.number.exact, furthest.number.exact
    assert isinstance(exact, float)
    assert isinstance(missed, float)
    return [
        text("notice.count", holding=len(holding), printed=len(printed)),
        text(
            "notice.closest",
            printed=closest.printed[0],
            longer=number(exact),
            units=short(closest.units_off, 3),
        ),
        text("notice.furthest", printed=furthest.printed[0], exact=number(missed)),
    ]
