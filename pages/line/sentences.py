"""What "The line" says, in words built from the same result."""

from __future__ import annotations

import numpy as np

from ce_core.descent import Trace
from ce_core.examples.line import SMALL_STEP, LineExample, Probe
from pages.parts.wording.numbers import number, short, signed
from pages.parts.wording.words import Words

MOST_NAMES = 3


def title(example: LineExample, text: Words) -> str:
    """Return what to see among the dots."""
    names = [
        student for student, wrong in zip(example.students, example.wrong, strict=True) if wrong
    ]
    if not names:
        return text("figure.title_none")
    if len(names) > MOST_NAMES:
        return text("figure.title_many", count=len(names), all=len(example.students))
    *first, last = names
    listed = text.listed(first) + text.plain("figure.and") + last if first else last
    return text("figure.title_few" if first else "figure.title_one", students=listed)


def notices(example: LineExample, text: Words) -> list[str]:
    """Return what to notice: how far the count is blind, and what the cross-entropy says."""
    return [_count(example, text), *_loss(example, text)]


def _count(example: LineExample, text: Words) -> str:
    distances = np.abs(example.logits) / example.sharpness
    nearest = int(np.argmin(distances))
    student = example.students[nearest]
    if distances[nearest] == 0:
        return text("notice.count_on_line", student=student)
    return text(
        "notice.count",
        student=student,
        distance=short(float(distances[nearest]), 2),
        mistakes=example.mistakes,
    )


def _loss(example: LineExample, text: Words) -> list[str]:
    if example.runs_away:
        if len(set(example.passed.tolist())) > 1:
            return [text("notice.runs_away_steep")]
        outcome = "notice.outcome_passed" if example.passed[0] else "notice.outcome_failed"
        return [text("notice.runs_away_all", outcome=text.plain(outcome))]
    norm = float(np.linalg.norm(example.gradient))
    if norm < 1e-6:
        said = [text("notice.level", norm=short(norm, 2))]
    else:
        left, right = (signed(float(slope), 2) for slope in example.gradient)
        said = [text("notice.loss", left=left, right=right)]
    if example.many_best_lines:
        said.append(text("notice.many"))
    largest = int(np.argmax(example.surprisal))
    said.append(
        text(
            "notice.largest_loss",
            student=example.students[largest],
            surprisal=number(float(example.surprisal[largest])),
            loss=number(example.loss),
        )
    )
    return said


def count_note(before: LineExample, after: LineExample, probe: Probe, text: Words) -> str:
    """Return what the count says of all small moves."""
    tried = len(probe.mistakes)
    if before.mistakes == 0:
        return text.plain("note.count_done")
    if after.mistakes < before.mistakes:
        return text.plain(
            "note.count_better",
            better=int((probe.mistakes < before.mistakes).sum()),
            tried=tried,
            after=after.mistakes,
            before=before.mistakes,
        )
    if (probe.mistakes == before.mistakes).all():
        return text.plain(
            "note.count_blind", tried=tried, length=short(SMALL_STEP), mistakes=before.mistakes
        )
    return text.plain("note.count_worse", tried=tried, mistakes=before.mistakes)


def loss_note(before: LineExample, after: LineExample, text: Words) -> str:
    """Return what the cross-entropy says of the steepest small move."""
    if after is before:
        return text.plain("note.loss_level")
    return text.plain(
        "note.loss_step", change=number(before.loss - after.loss), loss=number(after.loss)
    )


def train_note(example: LineExample, trace: Trace, text: Words) -> str:
    """Return how the training ended, by the slope that is left."""
    # The descent is by the mean; what is shown is the sum's slope, as everywhere on the page.
    norm = short(float(trace.norms[-1]) * len(example.students), 2)
    if trace.end == "arrived" and not example.runs_away:
        return text.plain("note.train_arrived", steps=trace.steps, norm=norm)
    kind = "runs_away" if example.runs_away else "under_way"
    return text.plain(f"note.train_{kind}", steps=trace.steps, norm=norm)


def sure_title(example: LineExample, text: Words) -> str:
    """Return what to see in the curve over the sharpness."""
    best = example.best_sharpness
    if np.isinf(best):
        return text("sure.none")
    if best == 0:
        return text("sure.shrug")
    loss = float(example.losses_if_as_sure_as(np.array([best]))[0])
    return text("sure.best", mistakes=example.mistakes, loss=number(loss), best=short(best, 2))


def sure_alt(example: LineExample, text: Words, *, low: float, high: float) -> str:
    """Return in words what the curve over the sharpness shows."""
    return text.plain(
        "sure.alt",
        low=short(low),
        high=short(high),
        sharpness=short(example.sharpness),
        loss=number(example.loss),
        title=sure_title(example, text).replace("\\", ""),
    )
