"""What the figure of "Fruit in containers" says, in words built from the same result."""

from __future__ import annotations

import numpy as np

from ce_core import article
from ce_core.examples.containers import Beliefs
from ce_core.examples.multiclass import FruitExample
from pages.parts.wording.logarithm import Logarithm
from pages.parts.wording.numbers import chance, number, percent, short
from pages.parts.wording.words import Words

MOST_READ_OUT = 6


def title(example: FruitExample, text: Words) -> str:
    """Return what to see in the figure."""
    values = _most_surprising(example)
    if np.isinf(example.loss):
        return text("figure.title_infinite", **values)
    if example.loss == 0:
        return text("figure.title_nothing")
    if _all_equal(example):
        return text("figure.title_equal")
    return text("figure.title", share=percent(example.share), **values)


def title_off(beliefs: Beliefs, text: Words) -> str:
    """Return what to see where a column does not sum to 1."""
    first = int(beliefs.off[0])
    return text(
        "figure.title_off",
        container=beliefs.containers[first],
        sum=short(float(beliefs.sums[first]), 7),
    )


def alt(example: FruitExample, text: Words) -> str:
    """Return in one sentence what the figure shows; of many, the most surprising first."""
    count = len(example.containers)
    order = np.arange(count)
    if count > MOST_READ_OUT:
        order = np.argsort(-example.surprisal, kind="stable")[:MOST_READ_OUT]
    surprisals = [
        text.plain(
            "figure.alt_surprisal",
            container=example.containers[i],
            fruit=example.fruits[example.inside[i]],
            p=chance(float(example.p_true[i])),
            surprisal=number(float(example.terms[i]), 3),
        )
        for i in order
    ]
    if count > MOST_READ_OUT:
        surprisals.append(text.plain("figure.alt_more", count=count - MOST_READ_OUT))
    return text.plain(
        "figure.alt", loss=number(example.loss), surprisals=text.listed_clauses(surprisals)
    )


def alt_off(beliefs: Beliefs, text: Words) -> str:
    """Return in one sentence what the figure shows where a column does not sum to 1."""
    sums = text.listed_clauses(
        text.plain(
            "figure.alt_sum", container=beliefs.containers[i], sum=short(float(beliefs.sums[i]), 7)
        )
        for i in beliefs.off
    )
    return text.plain("figure.alt_off", sums=sums)


def notices(example: FruitExample, logarithm: Logarithm, text: Words) -> list[str]:
    """Return what to notice: the largest loss, the one-hot y, the product, the bets."""
    said = [_largest_loss(example, text)]
    if example.loss > 0:
        said.append(text("notice.only"))
        if ((example.p == 0) & (example.y == 0)).any():
            said.append(text("notice.zero"))
    if np.isfinite(example.loss) and example.loss > 0:
        said.append(_product(example, logarithm, text))
    said.append(text("notice.bets", right=example.right_bets, count=len(example.containers)))
    if is_article_case(example):
        said.append(article_note(text))
    return said


def _largest_loss(example: FruitExample, text: Words) -> str:
    values = _most_surprising(example)
    if example.loss == 0:
        return text("notice.free")
    if np.isinf(example.loss):
        return text("notice.infinite", **values)
    if _all_equal(example):
        return text("notice.equal", p=values["p"], share=percent(example.share))
    return text("notice.largest_loss", share=percent(example.share), **values)


def _product(example: FruitExample, logarithm: Logarithm, text: Words) -> str:
    key = "notice.product_mean" if example.reduction == "mean" else "notice.product"
    return text(
        "notice.product_zero" if example.product == 0 else key,
        product=short(example.product),
        log=logarithm.symbol,
        reduction=text.plain(f"figure.{example.reduction}"),
        count=len(example.containers),
    )


def article_note(text: Words) -> str:
    """Return why the article prints other digits than its inputs give."""
    loss = article.printed_number("fruit.loss")
    assert isinstance(loss.exact, float)
    return text("notice.article", printed=loss.printed, exact=number(loss.exact))


def is_article_case(example: FruitExample) -> bool:
    """Say whether these are the article's own numbers, summed in base 10."""
    true_fruits = [container.true_fruit for container in article.CONTAINERS]
    return (
        (example.base, example.reduction) == (10.0, "sum")
        and np.array_equal(example.p.T, [container.p_fruit for container in article.CONTAINERS])
        and np.array_equal(example.inside, list(map(article.FRUITS.index, true_fruits)))
    )


def _most_surprising(example: FruitExample) -> dict[str, str]:
    i = example.most_surprising
    return {
        "container": example.containers[i],
        "fruit": example.fruits[example.inside[i]],
        "p": chance(float(example.p_true[i])),
    }


def _all_equal(example: FruitExample) -> bool:
    return len(example.containers) > 1 and float(np.ptp(example.p_true)) < 1e-12
