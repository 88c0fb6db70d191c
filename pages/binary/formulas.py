"""The binary cross-entropy with the reader's numbers in it, in pieces that wrap."""

from __future__ import annotations

from ce_core.examples.binary import StudentExample
from pages.parts.drawing.palette import Palette, cycle
from pages.parts.wording import escape
from pages.parts.wording.logarithm import Logarithm
from pages.parts.wording.numbers import latex, number, short
from pages.parts.wording.terms import shown


def general(example: StudentExample, logarithm: Logarithm) -> str:
    """Return the formula without numbers: y = 1 for a pass, p = P(pass)."""
    sigma = r"\frac{1}{n}\sum_{i=1}^{n}" if example.reduction == "mean" else r"\sum_{i=1}^{n}"
    log = logarithm.latex
    return (
        rf"$\displaystyle {{L = -{sigma} \bigl[\, y_i {log} p_i}}$ "
        rf"${{}}+ {{(1 - y_i) {log} (1 - p_i) \,\bigr]}}$"
    )


def with_numbers(
    example: StudentExample, model: int, logarithm: Logarithm, colours: Palette
) -> str:
    """Return one model's loss term by term; the most surprising term is boxed."""
    colour = cycle(colours.models, model)
    pieces = [rf"$\textcolor{{{colour}}}{{L_{{{escape.latex(example.models[model])}}}}} =$"]
    if example.reduction == "mean":
        pieces.append(rf"$\frac{{1}}{{{len(example.students)}}}\Bigl($")
    pieces += [
        r"$-\;\cdots$" if student is None else f"${_term(example, model, student, logarithm)}$"
        for student in shown(len(example.students), example.most_surprising(model))
    ]
    if example.reduction == "mean":
        pieces.append(r"$\Bigr)$")
    loss = latex(number(float(example.loss[model])))
    pieces.append(rf"$=\textcolor{{{colour}}}{{\mathbf{{{loss}}}}}$")
    return " ".join(pieces)


def _term(example: StudentExample, model: int, student: int, logarithm: Logarithm) -> str:
    p = latex(short(float(example.p_pass[student, model])))
    probability = f"{{{p}}}" if example.passed[student] else f"(1-{p})"
    surprisal = latex(number(float(example.surprisal[student, model]), 3))
    label = rf"{escape.latex(example.students[student])}:\,{surprisal}"
    if student == example.most_surprising(model) and example.surprisal[student, model] > 0:
        label = rf"\boxed{{\scriptstyle {label}}}"
    return rf"\underbrace{{-{logarithm.latex} {probability}}}_{{{label}}}"
