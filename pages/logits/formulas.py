"""The loss and its gradient straight from scores, with the reader's numbers, in pieces."""

from __future__ import annotations

from ce_core.examples.logits import LogitsExample, ScoreExample
from pages.parts.drawing.class_colours import class_colours
from pages.parts.drawing.palette import Palette
from pages.parts.wording import escape
from pages.parts.wording.numbers import latex, number, short, signed
from pages.parts.wording.terms import shown

MOST_TERMS = 6


def score_general() -> str:
    """Return the surprisal of one score and its gradient, without numbers."""
    return (
        r"${L(x) = -y \ln \sigma(x)}$ ${{}- (1 - y) \ln (1 - \sigma(x))}$ "
        r"${\quad \frac{dL}{dx} = \sigma(x) - y}$ ${{}= p - y}$"
    )


def score_with_numbers(example: ScoreExample, colours: Palette) -> str:
    """Return one surprisal and its gradient with the numbers in them."""
    colour = colours.passed if example.y else colours.failed
    x = latex(short(-example.score if example.y else example.score))
    surprisal, p = latex(number(example.surprisal)), latex(number(example.p))
    gradient = latex(signed(example.gradient))
    side = r"\sigma(x)" if example.y else r"(1 - \sigma(x))"
    return (
        rf"$\textcolor{{{colour}}}{{L}} = -\ln {side}$ $= \ln (1 + e^{{{x}}})$ "
        rf"$= \textcolor{{{colour}}}{{\mathbf{{{surprisal}}}}}$ "
        rf"$\quad \frac{{dL}}{{dx}} = {p} - {example.y}$ $= \mathbf{{{gradient}}}$"
    )


def scores_general(example: LogitsExample) -> str:
    """Return the loss of several scores and its gradient, without numbers."""
    true = rf"z_{{{escape.latex(example.classes[example.true])}}}"
    return (
        rf"$\displaystyle L = -\ln \frac{{e^{{{true}}}}}{{\sum_j e^{{z_j}}}}$ "
        rf"$\displaystyle {{}}= -{true} + \ln \sum_j e^{{z_j}}$ "
        r"${\displaystyle \quad \frac{\partial L}{\partial z_i} = p_i - y_i}$"
    )


def loss_with_numbers(example: LogitsExample, colours: Palette) -> str:
    """Return the loss of the reader's scores; the true class's term is boxed."""
    true = latex(short(float(example.scores[example.true])))
    if true.startswith("-"):
        true = f"({true})"
    own = class_colours(example.classes, colours)
    terms = []
    for position, i in enumerate(shown(len(example.classes), example.true, MOST_TERMS)):
        plus = "{}+ " if position else ""
        if i is None:
            terms.append(rf"{plus}\cdots")
            continue
        label = escape.latex(example.classes[i])
        if i == example.true:
            label = rf"\boxed{{\scriptstyle {label}}}"
        score = latex(short(float(example.scores[i])))
        terms.append(rf"{plus}\underbrace{{\textcolor{{{own[i]}}}{{e^{{{score}}}}}}}_{{{label}}}")
    terms[0] = r"{}+ \ln \bigl(" + terms[0]
    terms[-1] += r"\bigr)"
    loss = rf"= \mathbf{{{latex(number(example.loss))}}}"
    return " ".join(f"${piece}$" for piece in (f"L = -{true}", *terms, loss))


def gradient_with_numbers(example: LogitsExample, colours: Palette) -> str:
    """Return p − y class by class, and that it sums to 0; the true class's term is boxed."""
    own = class_colours(example.classes, colours)
    pieces = [r"$p - y:$"]
    for i in shown(len(example.classes), example.true, MOST_TERMS):
        if i is None:
            pieces.append(r"$\;\cdots$")
            continue
        gradient = latex(signed(float(example.gradient[i])))
        label = rf"{escape.latex(example.classes[i])}:\,{gradient}"
        if i == example.true:
            label = rf"\boxed{{\scriptstyle {label}}}"
        p = latex(number(float(example.p[i])))
        pieces.append(
            rf"$\;\underbrace{{\textcolor{{{own[i]}}}{{{p}}} - {example.y[i]:g}}}_{{{label}}}$"
        )
    pieces.append(r"$\quad \textstyle\sum_i (p_i - y_i) = \mathbf{0}$")
    return " ".join(pieces)


def twice_floor(classes: int, floor: float) -> str:
    """Return what a perfect answer costs after two softmaxes."""
    return (
        rf"$L_{{\min}} = -\ln \dfrac{{e^1}}{{e^1 + {classes - 1} \cdot e^0}}$ "
        rf"$= \ln (1 + {classes - 1} \cdot e^{{-1}})$ $= \mathbf{{{latex(number(floor))}}}$"
    )
