"""The softmax with the reader's numbers in it, in pieces that wrap."""

from __future__ import annotations

from ce_core.examples.softmax import SoftmaxExample
from pages.parts.wording import escape
from pages.parts.wording.numbers import latex, number, short
from pages.parts.wording.terms import shown

# A sum of more powers than this, or of longer ones than fit on a phone, is not written out.
_MOST_POWERS, _MOST_CHARACTERS = 4, 44
# What a power's base and the plus sign before it take, in characters of an exponent.
_BASE = 4


def general(example: SoftmaxExample) -> str:
    """Return the formula without numbers: z are the scores, T is the temperature."""
    over = "" if example.temperature == 1 else "/T"
    return (
        rf"$\displaystyle {{p_i = \frac{{e^{{z_i{over}}}}}{{\sum_{{j=1}}^{{k}} e^{{z_j{over}}}}}}}$"
    )


def with_numbers(example: SoftmaxExample) -> list[str]:
    """Return each class's probability, a line each; the likeliest is boxed.

    Where e^score runs out of numbers, the largest score is taken from all of them first.
    """
    likeliest = example.order[0]
    return [
        r"$\vdots$" if position is None else _line(example, position, position == likeliest)
        for position in shown(len(example.classes), likeliest)
    ]


def _line(example: SoftmaxExample, position: int, likeliest: bool) -> str:
    powers = example.stable_powers if example.naive_fails else example.powers
    denominator = (
        " + ".join(_power(example, other) for other in range(len(example.classes)))
        if _is_short(example)
        else rf"\textstyle\sum_j {_any_power(example)}"
    )
    power, total = (latex(short(float(value))) for value in (powers[position], powers.sum()))
    p = latex(number(float(example.probabilities[position])))
    result = rf"\boxed{{\mathbf{{{p}}}}}" if likeliest else rf"\mathbf{{{p}}}"
    return (
        rf"$p_{{{escape.latex(example.classes[position])}}}$ "
        rf"$\displaystyle {{}}= \frac{{{_power(example, position)}}}{{{denominator}}}$ "
        rf"$\displaystyle {{}}= \frac{{{power}}}{{{total}}}$ "
        rf"${{}}= {result}$"
    )


def _is_short(example: SoftmaxExample) -> bool:
    exponents = [_exponent(example, i) for i in range(len(example.classes))]
    characters = sum(len(exponent) + _BASE for exponent in exponents)
    return len(exponents) <= _MOST_POWERS and characters <= _MOST_CHARACTERS


def _power(example: SoftmaxExample, position: int) -> str:
    return f"e^{{{_exponent(example, position)}}}"


def _exponent(example: SoftmaxExample, position: int) -> str:
    exponent = latex(short(float(example.scores[position]), 6))
    if example.naive_fails:
        largest = float(example.scores.max())
        exponent += f"{'+' if largest < 0 else '-'}{latex(short(abs(largest), 6))}"
    if example.temperature != 1:
        exponent = f"({exponent})" if example.naive_fails else exponent
        exponent += f"/{latex(short(example.temperature))}"
    return exponent


def _any_power(example: SoftmaxExample) -> str:
    exponent = r"z_j-z_{\max}" if example.naive_fails else "z_j"
    if example.temperature != 1:
        exponent = f"({exponent})/T" if example.naive_fails else f"{exponent}/T"
    return f"e^{{{exponent}}}"
