"""What the figures of "Why do frameworks want scores?" say, in words from the same results."""

from __future__ import annotations

import math

from ce_core.examples.digits import LARGEST, Computed, DigitsExample
from ce_core.examples.logits import LogitsExample, ScoreExample
from ce_core.examples.twice import TwiceExample
from pages.logits.comparisons import broken_value
from pages.parts.wording.numbers import number, short, signed
from pages.parts.wording.words import Words

_FLAT = 0.02


def score_title(example: ScoreExample, text: Words) -> str:
    """Return what to see in the two surprisal curves."""
    key = "score.title_one" if example.y else "score.title_zero"
    if abs(example.gradient) < _FLAT:
        key = "score.title_flat"
    elif abs(example.gradient) > 1 - _FLAT:
        key = "score.title_straight"
    return text(key, **_score(example))


def score_alt(example: ScoreExample, text: Words) -> str:
    """Return in one sentence what the two surprisal curves show."""
    return text.plain("score.alt", **_score(example))


def score_notices(example: ScoreExample, text: Words) -> list[str]:
    """Return what to notice: the gradient is p − y, and does not die where the model is wrong."""
    wrong = abs(example.gradient) > 0.5
    return [
        text("score.notice_gradient", **_score(example)),
        text("score.notice_wrong" if wrong else "score.notice_fine", **_score(example)),
    ]


def _score(example: ScoreExample) -> dict[str, object]:
    return {
        "score": short(example.score),
        "y": example.y,
        "p": number(example.p, 3),
        "surprisal": number(example.surprisal, 3),
        "other_surprisal": number(example.other_surprisal, 3),
        "gradient": signed(example.gradient, 3),
        "steepness": number(abs(example.gradient), 3),
        "squared": signed(example.squared_gradient, 3),
    }


def pushes_title(example: LogitsExample, text: Words) -> str:
    """Return what to see in the bars and arrows."""
    if abs(example.gradient[example.true]) < _FLAT:
        return text("pushes.title_done", name=example.classes[example.true])
    return text(
        "pushes.title",
        name=example.classes[example.true],
        rival=example.classes[example.hardest_rival],
    )


def pushes_alt(example: LogitsExample, text: Words) -> str:
    """Return in one sentence what the bars and arrows show."""
    classes = text.listed_clauses(
        text.plain(
            "pushes.alt_class",
            name=name,
            p=number(float(example.p[i]), 3),
            gradient=signed(float(example.gradient[i]), 3),
        )
        for i, name in enumerate(example.classes)
    )
    return text.plain("pushes.alt", classes=classes, name=example.classes[example.true])


def pushes_notices(example: LogitsExample, text: Words) -> list[str]:
    """Return what to notice: up by 1 − p, down by p, in balance; and where the naive way ends."""
    true = example.true
    sentences = [
        text(
            "pushes.notice",
            name=example.classes[true],
            p=number(float(example.p[true]), 3),
            up=number(-float(example.gradient[true]), 3),
            rival=example.classes[example.hardest_rival],
            down=number(float(example.gradient[example.hardest_rival]), 3),
        )
    ]
    if not math.isfinite(example.naive_loss):
        sentences.append(
            text(
                "pushes.notice_naive",
                naive=broken_value(example.naive_loss),
                loss=number(example.loss),
                largest=short(float(example.scores.max())),
            )
        )
    return sentences


def digits_title(example: DigitsExample, text: Words) -> str:
    """Return what to see in the curves of right digits."""
    naive32, naive64, *_ = example.ways
    return text(
        "digits.title",
        value=broken_value(naive64.breaks[0].value),
        score32=short(naive32.breaks[0].score, 3),
        score64=short(naive64.breaks[0].score, 3),
    )


def digits_alt(example: DigitsExample, text: Words) -> str:
    """Return in one sentence what the curves of right digits show."""
    ways = text.listed_clauses(_breaks_of(way, text) for way in example.ways)
    return text.plain("digits.alt", ways=ways, most=short(LARGEST))


def _breaks_of(way: Computed, text: Words) -> str:
    name = text.plain(
        "digits.way", precision=way.precision, method=text.plain(f"digits.{way.method}")
    )
    if not way.breaks:
        return text.plain("digits.alt_whole", way=name)
    breaks = text.listed(
        text.plain("digits.alt_break", value=broken_value(b.value), score=short(b.score, 3))
        for b in way.breaks
    )
    return text.plain("digits.alt_way", way=name, breaks=breaks)


def digits_notices(example: DigitsExample, text: Words) -> list[str]:
    """Return why the naive way breaks, and where even the stable one must."""
    naive32, naive64, stable32, stable64 = example.ways
    sentences = [
        text(
            f"digits.why_{example.form}",
            score32=short(naive32.breaks[0].score, 3),
            score64=short(naive64.breaks[0].score, 3),
            last32=short(naive32.breaks[-1].score, 3),
            last64=short(naive64.breaks[-1].score, 3),
        )
    ]
    if stable32.breaks:
        sentences.append(
            text(
                "digits.underflow",
                score32=short(stable32.breaks[0].score, 3),
                score64=short(stable64.breaks[0].score, 3),
            )
        )
    return sentences


def twice_title(example: TwiceExample, text: Words) -> str:
    """Return what to see in the two curves of the losses."""
    return text("twice.title", **_twice(example))


def twice_alt(example: TwiceExample, text: Words) -> str:
    """Return in one sentence what the two curves of the losses show."""
    return text.plain("twice.alt", **_twice(example))


def twice_notices(example: TwiceExample, text: Words) -> list[str]:
    """Return what the second softmax costs here, and what it does to the gradient."""
    values = _twice(example)
    floor = text("twice.notice_floor", **values)
    once = example.once
    if once.loss < example.floor and once.p[once.true] == once.p.max():
        return [floor, text("twice.notice_done", **values)]
    change = "twice.notice_less" if example.loss < once.loss - 1e-12 else "twice.notice_more"
    return [floor, text(change, **values), text("twice.notice_gradient", **values)]


def _twice(example: TwiceExample) -> dict[str, object]:
    true = example.once.true
    return {
        "name": example.once.classes[true],
        "count": len(example.once.classes),
        "once": number(example.once.loss, 3),
        "twice": number(example.loss, 3),
        "floor": number(example.floor, 3),
        "ceiling": number(example.ceiling, 3),
        "push_once": number(abs(float(example.once.gradient[true])), 3),
        "push_twice": number(abs(float(example.gradient[true])), 3),
    }
