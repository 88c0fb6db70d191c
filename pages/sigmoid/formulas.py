"""The sigmoid and its surprisal with the reader's numbers in them, in pieces that wrap."""

from __future__ import annotations

from ce_core.examples.sigmoid import SigmoidExample
from pages.parts.drawing.palette import Palette
from pages.parts.wording import escape
from pages.parts.wording.logarithm import Logarithm
from pages.parts.wording.numbers import latex, number, short
from pages.parts.wording.terms import shown


def curve(example: SigmoidExample, colours: Palette) -> str:
    """Return the curve with the reader's w and b: the score's way to a probability."""
    line = f"{latex(short(example.weight))}\\,x {_plus(example.bias)}"
    p = rf"\textcolor{{{colours.accent}}}{{p}}"
    return (
        rf"$\displaystyle {p} = \sigma(w\,x + b)$ "
        rf"$\displaystyle {{}}= \frac{{1}}{{1 + e^{{-(w\,x + b)}}}}$ "
        rf"$\displaystyle {{}}= \frac{{1}}{{1 + e^{{-({line})}}}}$"
    )


def loss(example: SigmoidExample, logarithm: Logarithm) -> str:
    """Return the loss term by term, each with w·x + b computed; the largest term is boxed."""
    pieces = ["$L =$"]
    if example.reduction == "mean":
        pieces.append(rf"$\frac{{1}}{{{len(example.students)}}}\Bigl($")
    pieces += [
        r"$-\;\cdots$" if student is None else f"${_term(example, student, logarithm)}$"
        for student in shown(len(example.students), example.most_surprising)
    ]
    if example.reduction == "mean":
        pieces.append(r"$\Bigr)$")
    pieces.append(rf"$=\mathbf{{{latex(number(example.loss))}}}$")
    return " ".join(pieces)


def _term(example: SigmoidExample, student: int, logarithm: Logarithm) -> str:
    logit = latex(short(float(example.logits[student])))
    p = rf"\sigma({logit})"
    probability = p if example.passed[student] else rf"\bigl(1-{p}\bigr)"
    surprisal = latex(number(float(example.surprisal[student]), 3))
    label = rf"{escape.latex(example.students[student])}:\,{surprisal}"
    if student == example.most_surprising:
        label = rf"\boxed{{\scriptstyle {label}}}"
    return rf"\underbrace{{-{logarithm.latex} {probability}}}_{{{label}}}"


def _plus(value: float) -> str:
    return f"{'-' if value < 0 else '+'} {latex(short(abs(value)))}"
