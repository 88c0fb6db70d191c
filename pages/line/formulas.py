"""The line's cross-entropy and its slope with the reader's numbers in them, in pieces that wrap."""

from __future__ import annotations

import numpy as np

from ce_core.examples.line import LineExample
from pages.parts.wording import escape
from pages.parts.wording.numbers import latex, number, short
from pages.parts.wording.terms import shown
from pages.parts.wording.words import Words


def general(example: LineExample) -> list[str]:
    """Return score and probability, then the loss: h is the line's height, y = 1 for a pass."""
    k = latex(short(example.sharpness))
    return [
        rf"$f_i = k\,\bigl(x_{{2,i}} - h(x_{{1,i}})\bigr),\; k = {k},$ "
        r"$\quad p_i = \dfrac{1}{1 + e^{-f_i}}$",
        r"$\displaystyle {L = -\sum_{i=1}^{n} \bigl[\, y_i \ln p_i}$ "
        r"${} + {(1 - y_i) \ln (1 - p_i) \,\bigr]}$",
    ]


def with_numbers(example: LineExample) -> str:
    """Return the loss student by student; the most surprising term is boxed."""
    most_surprising = int(np.argmax(example.surprisal))
    pieces = [r"$L =$"]
    pieces += [
        r"$-\;\cdots$" if student is None else f"${_term(example, student, most_surprising)}$"
        for student in shown(len(example.students), most_surprising)
    ]
    pieces.append(rf"$=\mathbf{{{latex(number(example.loss))}}}$")
    return " ".join(pieces)


def slopes(example: LineExample, text: Words) -> list[str]:
    """Return the slope by each end: the sum of probability minus truth, times the leverage."""
    left, right = (latex(number(float(value))) for value in example.gradient)
    return [
        rf"${{\partial L / \partial\,{escape.latex(text.plain(f'board.{end}'))}}}$ "
        rf"${{}} = {{-k\,{{\textstyle\sum_i}}\, (p_i - y_i)\, {leverage}}}$ "
        rf"${{}} = \mathbf{{{slope}}}$"
        for end, leverage, slope in (
            ("left", r"(1 - x_{1,i}/10)", left),
            ("right", r"x_{1,i}/10", right),
        )
    ]


def _term(example: LineExample, student: int, most_surprising: int) -> str:
    p = latex(short(float(example.p_pass[student]), 3))
    probability = f"{{{p}}}" if example.passed[student] else f"(1-{p})"
    surprisal = latex(number(float(example.surprisal[student]), 3))
    label = rf"{escape.latex(example.students[student])}:\,{surprisal}"
    if student == most_surprising:
        label = rf"\boxed{{\scriptstyle {label}}}"
    return rf"\underbrace{{-\ln {probability}}}_{{{label}}}"
