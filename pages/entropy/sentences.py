"""What the figures of "What does surprise cost on average?" say, in words."""

from __future__ import annotations

import numpy as np

from ce_core.examples.coin import CoinExample
from ce_core.examples.entropy import EntropyExample
from pages.entropy.units import Unit
from pages.parts.wording.numbers import chance, number, short
from pages.parts.wording.words import Words


def title(example: EntropyExample, unit: Unit, text: Words) -> str:
    """Return what to see in the rectangles."""
    values = {"unit": unit.name, "outcome": example.outcomes[example.most_misjudged]}
    if np.isinf(example.cross_entropy):
        return text("figure.title_infinite", **values)
    if example.is_right:
        key = "figure.title_certain" if example.entropy == 0 else "figure.title_right"
        return text(key, entropy=number(example.entropy, 3), **values)
    return text("figure.title", kl=number(example.kl, 3), **values)


def alt(example: EntropyExample, unit: Unit, text: Words) -> str:
    """Return in one sentence what the rectangles show."""
    outcomes = text.listed_clauses(
        text.plain(
            "figure.alt_outcome",
            outcome=outcome,
            p=chance(float(example.p[i])),
            surprisal=number(float(example.surprisal[i]), 3),
            part=number(float(example.part[i]), 3),
        )
        for i, outcome in enumerate(example.outcomes)
    )
    return text.plain("figure.alt", outcomes=outcomes, unit=unit.name, **_totals(example))


def notices(example: EntropyExample, unit: Unit, text: Words) -> list[str]:
    """Return what to notice: the most surprising outcome, what the belief adds, and saves."""
    sentences = [_most_surprising(example, unit, text), _belief(example, unit, text)]
    if (saving := example.saving) is not None and not example.is_right:
        sentences.append(
            text(
                "notice.saving",
                outcome=example.outcomes[saving],
                p=chance(float(example.p[saving])),
                q=chance(float(example.q[saving])),
                saved=number(-float(example.extra[saving]), 3),
                unit=unit.name,
            )
        )
    if not example.is_right and np.isfinite(min(example.kl, example.kl_swapped)):
        same = np.isclose(example.kl, example.kl_swapped, rtol=1e-9, atol=0)
        sentences.append(
            text(
                "notice.swap_same" if same else "notice.swap",
                kl=number(example.kl, 3),
                kl_swapped=number(example.kl_swapped, 3),
            )
        )
    return sentences


def _most_surprising(example: EntropyExample, unit: Unit, text: Words) -> str:
    i = example.most_surprising
    values = {
        "outcome": example.outcomes[i],
        "p": chance(float(example.p[i])),
        "q": chance(float(example.q[i])),
        "surprisal": number(float(example.surprisal[i]), 3),
        "part": number(float(example.part[i]), 3),
        "unit": unit.name,
    }
    if np.isinf(example.part[i]):
        return text("notice.infinite", **values)
    if example.part[i] == 0:
        return text("notice.free", **values)
    return text("notice.most_surprising", **values)


def _belief(example: EntropyExample, unit: Unit, text: Words) -> str:
    values = {"entropy": number(example.entropy, 3), "unit": unit.name}
    if example.is_right:
        return text("notice.right", **values)
    return text("notice.extra", kl=number(example.kl, 3), **values)


def _totals(example: EntropyExample) -> dict[str, str]:
    return {
        "entropy": number(example.entropy, 3),
        "kl": number(example.kl, 3),
        "cross_entropy": number(example.cross_entropy, 3),
    }


def coin_title(example: CoinExample, unit: Unit, text: Words) -> str:
    """Return what to see in the coin's curve and line."""
    key = "coin.title"
    if example.p == example.q:
        key = "coin.title_right"
    elif np.isinf(example.kl):
        key = "coin.title_infinite"
    return text(key, **_coin(example, unit))


def coin_alt(example: CoinExample, unit: Unit, text: Words) -> str:
    """Return in one sentence what the coin's curve and line show."""
    return text.plain("coin.alt", **_coin(example, unit))


def coin_notice(example: CoinExample, unit: Unit, text: Words) -> str:
    """Return what to notice in the coin's figure."""
    key = "coin.notice_certain" if example.q in (0, 1) else "coin.notice"
    return text(key, **_coin(example, unit))


def _coin(example: CoinExample, unit: Unit) -> dict[str, str]:
    return {
        "p": short(example.p),
        "q": short(example.q),
        "entropy": number(example.entropy, 3),
        "kl": number(example.kl, 3),
        "cross_entropy": number(example.cross_entropy, 3),
        "unit": unit.name,
    }
