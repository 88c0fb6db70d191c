"""The categorical cross-entropy with the reader's numbers in it, in pieces that wrap."""

from __future__ import annotations

from ce_core.examples.multiclass import FruitExample
from pages.parts.drawing.palette import Palette, cycle
from pages.parts.wording import escape
from pages.parts.wording.logarithm import Logarithm
from pages.parts.wording.numbers import latex, number, short
from pages.parts.wording.terms import shown

# Up to so many containers and fruits each container's sum over the fruits is written out.
MOST_WRITTEN_OUT = (4, 5)


def general(example: FruitExample, logarithm: Logarithm) -> str:
    """Return the formula without numbers: containers c, fruits i."""
    n, k = len(example.containers), len(example.fruits)
    mean = rf"\frac{{1}}{{{n}}}" if example.reduction == "mean" else ""
    return (
        rf"$\displaystyle {{L = -{mean}\sum_{{c=1}}^{{{n}}}\, \sum_{{i=1}}^{{{k}}}}}$ "
        rf"${{}} y_{{c,i}} {logarithm.latex} p_{{c,i}}$"
    )


def written_out(example: FruitExample, logarithm: Logarithm, colours: Palette) -> list[str]:
    """Return each container's sum over all fruits, a line each; none where that is too much."""
    containers, fruits = MOST_WRITTEN_OUT
    if len(example.containers) > containers or len(example.fruits) > fruits:
        return []
    return [_one(example, i, logarithm, colours) for i in range(len(example.containers))]


def total(example: FruitExample, logarithm: Logarithm, colours: Palette) -> str:
    """Return the loss as the containers' surprisals added up; the most surprising one is boxed."""
    mean = example.reduction == "mean"
    pieces = [r"$L =$"]
    if mean:
        pieces.append(rf"$\frac{{1}}{{{len(example.containers)}}}\Bigl($")
    for i in shown(len(example.containers), example.most_surprising):
        plus = "" if i == 0 else "{}+"
        pieces.append(
            r"${}+\cdots$" if i is None else f"${plus}{_surprisal(example, i, logarithm, colours)}$"
        )
    if mean:
        pieces.append(r"$\Bigr)$")
    pieces.append(rf"$=\mathbf{{{latex(number(example.loss))}}}$")
    return " ".join(pieces)


def _one(example: FruitExample, container: int, logarithm: Logarithm, colours: Palette) -> str:
    pieces = [rf"${escape.latex(example.containers[container])}:\;{{-}}\bigl($"]
    for fruit, (y, p) in enumerate(
        zip(example.y[:, container], example.p[:, container], strict=True)
    ):
        plus = "" if fruit == 0 else "{}+"
        term = rf"{int(y)}\cdot{logarithm.latex} {latex(short(float(p)))}"
        colour = _colour(example, container, colours) if y else colours.faint
        pieces.append(rf"${plus}{{\textcolor{{{colour}}}{{{term}}}}}$")
    pieces[-1] = pieces[-1].removesuffix("$") + r"\bigr)$"  # stays with the last term
    pieces.append(rf"$= {latex(number(float(example.surprisal[container])))}$")
    return " ".join(pieces)


def _surprisal(
    example: FruitExample, container: int, logarithm: Logarithm, colours: Palette
) -> str:
    """Return one container's surprisal; its belief stands over the brace, its name below."""
    surprisal = latex(number(float(example.surprisal[container]), 3))
    p = latex(short(float(example.p_true[container])))
    label = rf"{escape.latex(example.containers[container])}:\,{surprisal}"
    if container == example.most_surprising and example.surprisal[container] > 0:
        label = rf"\boxed{{\scriptstyle {label}}}"
    colour = _colour(example, container, colours)
    term = rf"\textcolor{{{colour}}}{{(-{logarithm.latex} {p})}}"
    return rf"\underbrace{{{term}}}_{{{label}}}"


def _colour(example: FruitExample, container: int, colours: Palette) -> str:
    return cycle(colours.classes, int(example.inside[container]))
