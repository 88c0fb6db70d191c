"""What the figures of the softmax chapter say, in words built from the same result."""

from __future__ import annotations

import sys

import numpy as np

from ce_core import article
from ce_core.examples.softmax import SWEEP_END, SoftmaxExample
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words

# More classes than this are not told one by one.
_MOST_TOLD = 6


def title(example: SoftmaxExample, text: Words) -> str:
    """Return what to see in the four bars."""
    if example.naive_fails:
        return text("figure.title_naive")
    if example.share_failure:
        return text(f"figure.title_{example.share_failure}", **_worst_share(example))
    if len(example.classes) == 2:
        return text(
            "figure.title_two",
            name=example.classes[0],
            difference=short(float(example.distances[0] - example.distances[1])),
            p=number(example.sigmoid_of_difference()),
        )
    names = [example.classes[i] for i in example.likeliest]
    p = number(float(example.probabilities[example.likeliest[0]]))
    if len(names) > 2:
        return text("figure.title_ties", count=len(names), p=p)
    if len(names) == 2:
        return text("figure.title_tie", first=names[0], second=names[1], p=p)
    return text("figure.title", name=names[0], p=p)


def alt(example: SoftmaxExample, text: Words) -> str:
    """Return in words what the four bars show."""
    classes = text.listed_clauses(
        text.plain(
            "figure.alt_class",
            name=example.classes[i],
            score=short(float(example.scores[i]), 6),
            share=_share(example, i),
            power=short(float(example.powers[i])),
            p=number(float(example.probabilities[i])),
        )
        for i in example.order[:_MOST_TOLD]
    )
    failure = text.plain("figure.alt_fails" if example.share_failure else "figure.alt_works")
    return text.plain("figure.alt", classes=classes, failure=failure)


def _share(example: SoftmaxExample, position: int) -> str:
    if example.share_failure == "zero":
        return f"{short(float(example.scores[position]), 6)} ÷ 0"
    return short(float(example.shares[position]), 3)


def sweep_title(example: SoftmaxExample, moved: int, text: Words) -> str:
    """Return what to see in the curves: where the moved class takes over."""
    values = {"name": example.classes[moved], "score": short(example.takes_over(moved), 3)}
    if len(example.classes) == 2:
        return text("sweep.title_two", other=example.classes[1 - moved], **values)
    return text("sweep.title", **values)


def sweep_alt(example: SoftmaxExample, moved: int, text: Words) -> str:
    """Return in words what the curves show."""
    current = float(example.own_scores[moved])
    probabilities = text.listed(
        text.plain(
            "sweep.alt_probability",
            name=example.classes[i],
            p=number(float(example.probabilities[i])),
        )
        for i in example.order[:_MOST_TOLD]
    )
    inside = abs(current) <= SWEEP_END
    return text.plain(
        "sweep.alt",
        name=example.classes[moved],
        score=short(example.takes_over(moved), 3),
        now=text.plain(
            "sweep.alt_now" if inside else "sweep.alt_outside",
            current=short(current, 6),
            probabilities=probabilities,
        ),
    )


def notices(example: SoftmaxExample, text: Words) -> list[str]:
    """Return what to notice: why not the shares, the differences, and what is special here."""
    sentences = [_about_shares(example, text), _about_differences(example, text)]
    if len(example.classes) == 2:
        sentences.append(
            text(
                "notice.two",
                exponent=short(float(example.distances[0] - example.distances[1]), 4),
                p=number(example.sigmoid_of_difference()),
                first=example.classes[0],
            )
        )
    if example.temperature != 1:
        sentences.append(
            text(
                "notice.cold" if example.temperature < 1 else "notice.hot",
                temperature=short(example.temperature),
                factor=short(1 / example.temperature, 3),
            )
        )
    if example.naive_fails or example.constant:
        sentences.append(_about_size(example, text))
    if is_article_case(example):
        sentences.append(article_note(text))
    return sentences


def is_article_case(example: SoftmaxExample) -> bool:
    """Say whether these are the article's own scores, as they stand there."""
    default = list(article.COLOUR_SCORES.values())
    return example.temperature == 1.0 and np.array_equal(example.scores, default)


def article_note(text: Words) -> str:
    """Return what the article prints, and why its 0.259 stands beside 0.2595 here."""
    printed = [article.printed_number(f"softmax.{name}").printed for name in article.COLOUR_SCORES]
    green = article.printed_number("softmax.green")
    assert isinstance(green.exact, float)
    return text(
        "notice.article",
        printed=text.listed(printed),
        three=green.printed,
        four=number(green.exact),
        more=number(green.exact, 6),
    )


def _about_shares(example: SoftmaxExample, text: Words) -> str:
    if not example.share_failure:
        return text("notice.fine")
    return text(
        f"notice.{example.share_failure}", sum=short(example.score_sum, 6), **_worst_share(example)
    )


def _about_differences(example: SoftmaxExample, text: Words) -> str:
    first, second = example.order[:2]
    names = {"first": example.classes[first], "second": example.classes[second]}
    difference = float(example.scores[first] - example.scores[second])
    if difference == 0:
        return text("notice.tie", **names)
    return text(
        "notice.ratio",
        difference=short(difference),
        exponent=short(float(example.distances[first] - example.distances[second])),
        times=short(example.times_likelier(first, second), 3),
        **names,
    )


def _about_size(example: SoftmaxExample, text: Words) -> str:
    if not example.naive_fails:
        return text("notice.constant", constant=short(example.constant))
    if example.power_sum == 0:
        return text("notice.underflow")
    return text(
        "notice.overflow",
        largest=short(float(example.scores.max() / example.temperature), 6),
        most=short(sys.float_info.max, 2),
    )


def _worst_share(example: SoftmaxExample) -> dict[str, str]:
    """Name the class whose share shows best why shares are no probabilities."""
    worst = int(np.argmin(example.scores))
    if example.share_failure == "negative":
        worst = int(np.argmin(example.shares))
    return {"name": example.classes[worst], "share": short(float(example.shares[worst]), 3)}
