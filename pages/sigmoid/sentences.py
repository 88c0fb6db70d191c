"""What the figure of the sigmoid chapter says, in words built from the same result."""

from __future__ import annotations

import numpy as np

from ce_core.examples.sigmoid import SigmoidExample
from pages.parts.wording.numbers import chance, number, percent, short
from pages.parts.wording.words import Words

# More students than this are not told one by one.
_MOST_TOLD = 6


def title(example: SigmoidExample, text: Words) -> str:
    """Return what to see in the curve."""
    student = example.most_surprising
    values = {"student": example.students[student], "share": _share(example)}
    if example.weight == 0:
        return text("figure.title_flat", p=chance(float(example.p_pass[0])))
    if example.weight < 0:
        return text("figure.title_upside_down")
    if example.loss == 0:
        return text("figure.title_free")
    return text("figure.title_wrong" if student in example.wrong_side else "figure.title", **values)


def alt(example: SigmoidExample, text: Words) -> str:
    """Return in words what the curve and the points on it show."""
    told = np.sort(np.argsort(-example.surprisal, kind="stable")[:_MOST_TOLD])
    crossing = (
        text.plain("figure.alt_flat")
        if example.boundary is None
        else text.plain("figure.alt_crossing", boundary=number(example.boundary, 2))
    )
    return text.plain(
        "figure.alt",
        weight=short(example.weight),
        bias=short(example.bias),
        crossing=crossing,
        students=text.listed_clauses(
            text.plain("figure.alt_student", **_student(example, int(i), text)) for i in told
        ),
        loss=number(example.loss),
    )


def notices(
    example: SigmoidExample, tangent: int | None, text: Words, chapter: str = ""
) -> list[str]:
    """Return what to notice: the most surprising belief, the wrong side, the slope or a look-alike.

    Parameters
    ----------
    example : SigmoidExample
        The result.
    tangent : int or None
        The student at whom the tangent is drawn.
    text : Words
        The chapter's words.
    chapter : str
        The title of the chapter in which the table's models are compared.
    """
    if example.weight == 0:
        p = chance(float(example.p_pass[0]))
        return [text("notice.flat", bias=short(example.bias), p=p)]
    if example.loss == 0:
        return [text("notice.free")]
    sentences = [
        _most_surprising(example, text),
        text("notice.upside_down") if example.weight < 0 else _wrong_side(example, text),
    ]
    if tangent is not None:
        slope = float(example.slope[tangent])
        sentences.append(
            text(
                "notice.slope" if slope >= 0 else "notice.slope_falling",
                student=example.students[tangent],
                slope=short(abs(slope), 3),
            )
        )
    elif example.twin is not None and chapter:
        sentences.append(
            text(
                "notice.twin",
                model=example.twin,
                chapter=chapter,
                probabilities=text.listed(number(float(p), 1) for p in example.p_pass[:_MOST_TOLD]),
            )
        )
    return sentences


def _most_surprising(example: SigmoidExample, text: Words) -> str:
    return text(
        "notice.most_surprising",
        share=_share(example),
        **_student(example, example.most_surprising, text),
    )


def _wrong_side(example: SigmoidExample, text: Words) -> str:
    wrong = example.wrong_side
    if not wrong:
        return text("notice.wrong_none")
    students = text.listed(
        [example.students[i] for i in wrong[:_MOST_TOLD]] + ["…"] * (len(wrong) > _MOST_TOLD)
    )
    key = "notice.wrong_one" if len(wrong) == 1 else "notice.wrong_many"
    return text(key, students=students, count=len(wrong))


def _student(example: SigmoidExample, student: int, text: Words) -> dict[str, str]:
    return {
        "student": example.students[student],
        "outcome": text.plain("outcome.passed" if example.passed[student] else "outcome.failed"),
        "score": short(float(example.scores[student]), 6),
        "p": chance(float(example.p_pass[student]), 3),
        "surprisal": number(float(example.surprisal[student]), 3),
    }


def _share(example: SigmoidExample) -> str:
    return percent(example.share(example.most_surprising))
