"""What the figures of "Two models, four students" say, in words built from the same result."""

from __future__ import annotations

import numpy as np

from ce_core import article
from ce_core.examples.binary import StudentExample
from ce_core.examples.classroom import SMALLEST_FLOAT64, ClassExample
from pages.parts.wording.numbers import chance, number, percent, short
from pages.parts.wording.words import Words


def title(example: StudentExample, text: Words) -> str:
    """Return what to see in the loss bars."""
    worst = int(np.argmax(example.loss))
    student = example.most_surprising(worst)
    values = {"model": example.models[worst], "student": example.students[student]}
    if np.isinf(example.loss[worst]):
        return text("figure.title_infinite", **values)
    if example.loss[worst] == 0:
        return text("figure.title_nothing")
    if len(example.students) > 1 and np.ptp(example.surprisal[:, worst]) < 1e-12:
        return text("figure.title_equal", model=values["model"])
    return text("figure.title", share=percent(example.share(worst, student)), **values)


def alt(example: StudentExample, text: Words) -> str:
    """Return in one sentence what the loss bars show."""
    models = text.listed_clauses(
        text.plain(
            "figure.alt_model" if example.loss[i] else "figure.alt_free",
            model=model,
            loss=number(float(example.loss[i])),
            student=example.students[example.most_surprising(i)],
            surprisal=number(float(example.terms[example.most_surprising(i), i])),
        )
        for i, model in enumerate(example.models)
    )
    return text.plain("figure.alt", models=models)


def notices(example: StudentExample, text: Words) -> list[str]:
    """Return what to notice: the most surprising belief, the better model, how much likelier."""
    worst = int(np.argmax(example.loss))
    sentences = [_largest_loss(example, worst, text)]
    if len(example.models) > 1:
        sentences.append(_comparison(example, worst, text))
    return sentences


def _largest_loss(example: StudentExample, model: int, text: Words) -> str:
    student = example.most_surprising(model)
    values = {
        "model": example.models[model],
        "student": example.students[student],
        "p": chance(float(example.p_pass[student, model])),
        "outcome": text.plain("outcome.passed" if example.passed[student] else "outcome.failed"),
    }
    if example.surprisal[student, model] == 0:
        return text("notice.free", model=values["model"])
    if np.isinf(example.surprisal[student, model]):
        return text("notice.infinite", **values)
    return text("notice.largest_loss", share=percent(example.share(model, student)), **values)


def _comparison(example: StudentExample, worst: int, text: Words) -> str:
    best = example.best
    if len(best) > 1:
        return text("notice.tie", models=text.listed(example.models[i] for i in best))
    if np.isinf(example.loss[worst]):
        return text(
            "notice.better_infinite",
            best=example.models[best[0]],
            other=example.models[worst],
            loss=number(float(example.loss[best[0]])),
        )
    return text(
        "notice.better",
        best=example.models[best[0]],
        other=example.models[worst],
        times=short(example.times_likelier(best[0], worst), 3),
        product_best=short(float(example.likelihood[best[0]])),
        product_other=short(float(example.likelihood[worst])),
    )


def article_note(text: Words) -> str:
    """Return why the article prints other digits than its inputs give."""
    a, b = article.printed_number("students.loss.a"), article.printed_number("students.loss.b")
    return text(
        "notice.article",
        printed_a=a.printed,
        printed_b=b.printed,
        exact_a=_four(a),
        exact_b=_four(b),
    )


def class_title(example: ClassExample, text: Words) -> str:
    """Return what to see in the class's curves."""
    gone = [(size, i) for i, size in enumerate(example.ends_at) if size is not None]
    if not gone:
        ruled_out = np.isinf(example.log10_sum).any()
        return text("class.title_ruled_out" if ruled_out else "class.title_alive")
    size, i = min(gone)
    zero = example.product[-1, i] == 0
    return text(
        "class.title" if zero else "class.title_stuck",
        model=example.models[i],
        size=size,
        smallest=short(SMALLEST_FLOAT64, 1),
    )


def class_alt(example: ClassExample, text: Words) -> str:
    """Return in one sentence what the class's curves show."""
    models = text.listed_clauses(
        text.plain(
            "class.alt_model",
            model=model,
            product=short(example.product_at_size(i)),
            sum=number(example.log10_sum_at_size(i), 1),
        )
        for i, model in enumerate(example.models)
    )
    return text.plain("class.alt", size=example.size, models=models)


def class_change(example: ClassExample, text: Words) -> str:
    """Return what one changed probability does to the product and to the sum."""
    before, after = example.product_at_size(0), example.product_after
    values = {
        "model": example.models[0],
        "student": example.changed_student,
        "p_before": short(example.p_before),
        "p_after": short(example.p_after),
        "sum_before": number(example.log10_sum_at_size(0), 2),
        "sum_after": number(example.log10_sum_after, 2),
        "product_before": short(before),
        "product_after": short(after),
    }
    same = np.isclose(example.p_before, example.p_after, rtol=1e-12)
    if np.isinf(example.log10_sum_at_size(0)) and np.isinf(example.log10_sum_after) and not same:
        return text("class.change_ruled_out", **values)
    return text("class.change_lost" if same or before == after else "class.change", **values)


def _four(entry: article.PrintedNumber) -> str:
    assert isinstance(entry.exact, float)
    return number(entry.exact)


def is_article_case(example: StudentExample) -> bool:
    """Say whether these are the article's own numbers, summed in base 10."""
    return (
        (example.base, example.reduction) == (10.0, "sum")
        and np.array_equal(example.p_pass, [student.p_pass for student in article.STUDENTS])
        and np.array_equal(
            example.passed, [student.outcome == "pass" for student in article.STUDENTS]
        )
    )
