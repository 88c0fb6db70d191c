"""One sample's loss as mathematics and each library compute it, with the reader's numbers."""

from __future__ import annotations

import numpy as np

from ce_core.examples.frameworks import FrameworkExample
from ce_core.frameworks.keras import Backend
from pages.frameworks.names import ALL, colour_of
from pages.parts.drawing.palette import Palette
from pages.parts.wording import escape
from pages.parts.wording.numbers import latex, short
from pages.parts.wording.words import Words

_MOST_CLASSES = 6
_UNCHANGED = {"ignore_index"}


def general(example: FrameworkExample) -> str:
    """Return the loss without numbers."""
    sigma = r"\frac{1}{n}\sum_{i}" if example.reduction == "mean" else r"\sum_{i}"
    happened = {
        "binary": r"y_i \ln p_i$ ${}+ (1 - y_i) \ln (1 - p_i)",
        "sparse": r"\ln p_{i,\,y_i}",
        "dense": r"\sum_{k} y_{ik} \ln p_{ik}",
    }[example.task]
    squash = r"\sigma" if example.task == "binary" else r"\operatorname{softmax}"
    line = rf"$\displaystyle L = -{sigma} \bigl[\, {happened} \,\bigr]$"
    if example.kind == "probabilities":
        return line
    return line + rf" $\quad p_i = {squash}(x_i)$"


def of_sample(example: FrameworkExample, sample: int, text: Words, colours: Palette) -> list[str]:
    """Return a line for mathematics and for each library; none where no plain form holds."""
    if set(example.options) - _UNCHANGED or not _is_plain(example, sample):
        return []
    forms = _forms(example, sample)
    lines = []
    for name in ALL:
        if name != "mathematics" and name not in example.losses:
            continue
        value = (
            example.found.mathematics.per_sample[sample]
            if name == "mathematics"
            else example.losses[name].per_sample[sample]
        )
        if np.isnan(value):
            continue
        label = escape.latex(text.plain(f"library.{name}"))
        lines.append(
            rf"$\textcolor{{{colour_of(name, colours)}}}{{{label}}}:\;$ "
            rf"${forms[name]}$ $= {_latex(value)}$"
        )
    return lines


def _is_plain(example: FrameworkExample, sample: int) -> bool:
    """Say whether the sample's target is one class and its numbers are finite."""
    if not np.isfinite(example.given[sample]).all():
        return False
    if example.task == "sparse":
        return bool(0 <= example.label(sample) < example.given.shape[1])
    target = example.y[sample]
    whole = bool(np.isin(target, (0, 1)).all())
    return whole and (example.task == "binary" or bool(np.sum(target) == 1))


def _forms(example: FrameworkExample, sample: int) -> dict[str, str]:
    if example.task == "binary":
        x, happened = float(example.given[sample]), example.label(sample) == 1
        if example.kind == "scores":
            return _binary_scores(_in_brackets(x), x, happened, example.keras_backend)
        squashed = example.kind == "squashed"
        return _binary(_short(x), happened, example.keras_backend, squashed=squashed)
    row = example.given[sample]
    label = int(example.label(sample))
    if example.kind == "probabilities":
        return _rows(example, _short(float(row[label])), _short(float(row.sum())))
    powers = "+".join(f"e^{{{_short(float(x))}}}" for x in row[:_MOST_CLASSES])
    powers += r"+\cdots" if len(row) > _MOST_CLASSES else ""
    form = rf"\ln\bigl({powers}\bigr) - {_in_brackets(float(row[label]))}"
    if example.kind == "scores":
        return dict.fromkeys(ALL, form)
    p = rf"\bigl(e^{{{_short(float(row[label]))}}} / ({powers})\bigr)"
    return _rows(example, p, "1")


def _binary(p: str, happened: bool, backend: Backend, *, squashed: bool) -> dict[str, str]:
    p = rf"\sigma({p})" if squashed else p
    q = p if happened else f"(1 - {p})"
    clipped = rf"\operatorname{{clip}}({p},\, 10^{{-7}},\, 1 - 10^{{-7}})"
    if happened:
        keras = rf"-\ln {clipped}"
    elif backend == "torch":
        keras = rf"-\operatorname{{log1p}}\bigl(-$ ${clipped}\bigr)"
    else:
        keras = rf"-\ln\bigl(1 - {{}}$ ${clipped}\bigr)"
    return {
        "mathematics": rf"-\ln {q}",
        "pytorch": rf"-\max(\ln {q},\, -100)",
        "keras": keras,
        "scikit_learn": rf"-\ln \operatorname{{clip}}({q.strip('()') if not squashed else q},\,"
        r" \varepsilon,\, 1 - \varepsilon)",
    }


def _binary_scores(x: str, score: float, happened: bool, backend: Backend) -> dict[str, str]:
    power = latex(short(-score if happened else score))
    if happened:
        pytorch, optax = rf"-\ln \sigma({x.strip('()')})", rf"-\ln \sigma({x.strip('()')})"
    else:
        pytorch = rf"{x.strip('()')} - \ln \sigma({x.strip('()')})"
        optax = rf"-\ln \sigma({latex(short(-score))})"
    less = f" - {x}" if happened else ""
    power_of_size = latex(short(-abs(score)))
    tensorflow = rf"\max({x.strip('()')},\, 0){less} + \ln(1 + e^{{{power_of_size}}})"
    return {
        "mathematics": rf"\ln(1 + e^{{{power}}})",
        "pytorch": pytorch,
        "keras": {"tensorflow": tensorflow, "torch": pytorch, "jax": optax}[backend],
        "optax": optax,
    }


def _rows(example: FrameworkExample, p: str, total: str) -> dict[str, str]:
    clip = r"\operatorname{{clip}}({}, {}, 1 - {})"
    keras = clip.format(rf"{p} / {total}", r"10^{-7}", r"10^{-7}")
    if example.task == "sparse" and example.keras_backend == "tensorflow":
        keras = rf"\frac{{{clip.format(p, '10^{-7}', '10^{-7}')}}}{{\sum \operatorname{{clip}}}}"
    return {
        "mathematics": rf"-\ln {p}",
        "keras": rf"-\ln {keras}",
        "scikit_learn": rf"-\ln {clip.format(p, chr(92) + 'varepsilon', chr(92) + 'varepsilon')}",
    }


def _short(value: float) -> str:
    return latex(short(value, 6))


def _in_brackets(value: float) -> str:
    return f"({_short(value)})" if value < 0 else _short(value)


def _latex(value: float) -> str:
    digits, _, power = str(value).partition("e")
    if not np.isfinite(value):
        return latex("∞" if value > 0 else "−∞")
    return rf"{digits}\times10^{{{int(power)}}}" if power else digits
