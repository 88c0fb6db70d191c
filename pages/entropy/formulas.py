"""Entropy, divergence and cross-entropy with the reader's numbers in them, in pieces that wrap."""

from __future__ import annotations

from collections.abc import Callable

from ce_core.examples.entropy import EntropyExample
from ce_core.examples.types import Floats
from pages.entropy.figures import extra_colour, own_colour
from pages.parts.drawing.palette import Palette
from pages.parts.wording import escape
from pages.parts.wording.logarithm import Logarithm
from pages.parts.wording.numbers import latex, number, short
from pages.parts.wording.terms import shown

MOST_TERMS = 6


def general(logarithm: Logarithm, colours: Palette) -> str:
    """Return the cross-entropy and its two parts without numbers."""
    log = logarithm.latex
    return (
        rf"$\displaystyle {{H(p,q) = -\sum_{{i}} p_i {log} q_i}}$ "
        rf"$\displaystyle {{}}= {{\textcolor{{{own_colour(colours)}}}"
        rf"{{\underbrace{{-\textstyle\sum_i p_i {log} p_i}}_{{H(p)}}}}}}$ "
        rf"$\displaystyle {{}}+ {{\textcolor{{{extra_colour(colours)}}}"
        rf"{{\underbrace{{\textstyle\sum_i p_i {log} (p_i / q_i)}}_{{\mathrm{{KL}}(p\,\|\,q)}}}}}}$"
    )


def with_numbers(example: EntropyExample, logarithm: Logarithm, colours: Palette) -> list[str]:
    """Return entropy, divergence and cross-entropy, term by term; the largest term is boxed."""
    log = logarithm.latex
    p = [_plain(value) for value in example.p]
    q = [_plain(value) for value in example.q]
    return [
        _line(
            example,
            "H(p)",
            example.own_part,
            example.entropy,
            lambda i: rf"{p[i]} \cdot (-{log} {p[i]})",
            own_colour(colours),
        ),
        _line(
            example,
            r"\mathrm{KL}(p\,\|\,q)",
            example.extra,
            example.kl,
            lambda i: rf"{p[i]} \cdot {log} \tfrac{{{p[i]}}}{{{q[i]}}}",
            extra_colour(colours),
        ),
        _line(
            example,
            "H(p,q)",
            example.part,
            example.cross_entropy,
            lambda i: rf"{p[i]} \cdot (-{log} {q[i]})",
            colours.ink,
        ),
    ]


def _line(
    example: EntropyExample,
    name: str,
    parts: Floats,
    total: float,
    term: Callable[[int], str],
    colour: str,
) -> str:
    largest = int(parts.argmax())
    pieces = [rf"$\textcolor{{{colour}}}{{{name}}} =$"]
    for position, outcome in enumerate(shown(len(parts), largest, MOST_TERMS)):
        plus = "{}+ " if position else ""
        if outcome is None:
            pieces.append(rf"${plus}\cdots$")
            continue
        part = latex(number(float(parts[outcome]), 3))
        label = rf"{escape.latex(example.outcomes[outcome])}:\,{part}"
        if outcome == largest and parts[outcome] > 0:
            label = rf"\boxed{{\scriptstyle {label}}}"
        pieces.append(rf"${plus}\underbrace{{{term(outcome)}}}_{{{label}}}$")
    pieces.append(rf"$=\textcolor{{{colour}}}{{\mathbf{{{latex(number(total))}}}}}$")
    return " ".join(pieces)


def _plain(value: float) -> str:
    return latex(short(float(value)))
