"""What the figures of "In PyTorch and TensorFlow" say, in words built from the same result."""

from __future__ import annotations

import math

from ce_core import article
from ce_core.examples.frameworks import FrameworkExample
from ce_core.frameworks import LibraryLoss, Refusal, Rule
from pages.frameworks.names import LIBRARIES
from pages.parts.wording import escape
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words

_MOST_NAMED = 6


def title(example: FrameworkExample, text: Words) -> str:
    """Return what to see in the bars."""
    exact = example.found.mathematics.loss
    if exact is None or math.isnan(exact):
        return text("figure.title_undefined")
    if not example.losses:
        return text("figure.title_nobody")
    furthest = example.furthest
    if furthest is None:
        return text("figure.title_agree", digits=agreeing_digits(example))
    if math.isinf(exact):
        low, high = (short(example.losses[name].loss or 0.0, 5) for name in extremes(example))
        key = "figure.title_infinite_alike" if low == high else "figure.title_infinite"
        return text(key, low=low, high=high)
    return text(
        "figure.title_differ",
        library=_name(furthest, text),
        printed=example.losses[furthest].printed,
        exact=number(exact),
    )


def alt(example: FrameworkExample, text: Words) -> str:
    """Return in one sentence what the bars show."""
    none = example.found.mathematics.loss is None
    said = [
        text.plain("figure.alt_none", library=_name("mathematics", text))
        if none
        else text.plain("figure.alt_exact", loss=_exact(example))
    ]
    for name in LIBRARIES:
        result = example.found.results[name]
        if isinstance(result, LibraryLoss):
            said.append(f"{_name(name, text)} {result.printed}")
        else:
            said.append(text.plain("figure.alt_none", library=_name(name, text)))
    return text.plain("figure.alt", figures=text.listed_clauses(said))


def samples_alt(example: FrameworkExample, text: Words) -> str:
    """Return in one sentence what the figure of the samples shows."""
    if not example.culprits:
        return text.plain("samples.alt_none", count=len(example.y))
    return text.plain("samples.alt", samples=_places(example.culprits, text))


def read_as(example: FrameworkExample, text: Words) -> str:
    """Return how the pasted arrays were read."""
    rows, *classes = example.given.shape
    return text.plain(
        f"read.{example.task}_{'x' if example.kind == 'scores' else 'p'}",
        rows=rows,
        classes=classes[0] if classes else 1,
    )


def options_in_use(example: FrameworkExample, text: Words) -> str:
    """Return which options are in use, with their values; empty where none is."""
    if not example.options:
        return ""
    listed = text.listed(
        text.plain(f"option.{name}") + ("" if hasattr(value, "__len__") else f" {value}")
        for name, value in example.options.items()
    )
    return text.plain("option.in_use", options=listed)


def reasons(example: FrameworkExample, text: Words) -> list[str]:
    """Return a line for each library: its call, its figure, the rules that make it differ."""
    return [
        _reason(name, example.found.results[name], example, text)
        for name in LIBRARIES
        if name in example.found.results
    ]


def notices(example: FrameworkExample, text: Words) -> list[str]:
    """Return what to notice: who pays how much, and which samples make the difference."""
    said = []
    undefined = example.found.mathematics.undefined
    count, culprits = len(example.y), example.culprits
    if culprits:
        key = "notice.culprit" if len(culprits) == 1 else "notice.culprits"
        key = "notice.all" if len(culprits) == count else key
        said.append(text(key, count=count, number=len(culprits), samples=_places(culprits, text)))
    elif example.furthest is not None:
        said.append(text("notice.mean"))
    elif example.losses and undefined is None:
        said.append(text("notice.agree"))
    spread = _spread(example, text)
    return said + ([spread] if spread else [])


def article_note(figure: article.PrintedNumber, example: FrameworkExample, text: Words) -> str:
    """Return what the article prints for these inputs, and what they give."""
    assert isinstance(figure.printed, float)
    key = figure.verdict.replace(" ", "_")
    return text(f"article.{key}", printed=printed(figure.printed), exact=_exact(example))


def printed(value: float) -> str:
    """Return a figure as the article prints it.

    Examples
    --------
    >>> printed(0.53984624), printed(1.0966)
    ('0.53984624', '1.0966')
    """
    return f"{value:.12g}"


def agreeing_digits(example: FrameworkExample) -> int:
    """Return to how many significant digits all libraries agree with mathematics."""
    exact = example.found.mathematics.loss
    assert exact is not None
    digits = 16
    for loss in example.losses.values():
        while digits > 1 and (
            loss.loss is None or f"{loss.loss:.{digits}g}" != f"{exact:.{digits}g}"
        ):
            digits -= 1
    return digits


def extremes(example: FrameworkExample) -> tuple[str, str]:
    """Return the libraries with the lowest and the highest loss, NaN aside where it can be."""
    losses = {
        name: math.inf if loss.loss is None or math.isnan(loss.loss) else loss.loss
        for name, loss in example.losses.items()
    }
    return min(losses, key=lambda name: losses[name]), max(losses, key=lambda name: losses[name])


def rule_sentence(result: Rule | Refusal, text: Words) -> str:
    """Return what a rule does, or why there is no figure."""
    if isinstance(result, Rule):
        return text(f"rule.{result.id}")
    option = text.plain(f"option.{result.option}") if result.option in _OPTION_WORDS else ""
    return text(f"rule.{result.rule.id}", option=option or str(result.option))


_OPTION_WORDS = {"sample_weight", "class_weight", "pos_weight", "label_smoothing", "ignore_index"}


def _reason(
    name: str, result: LibraryLoss | Refusal, example: FrameworkExample, text: Words
) -> str:
    head = f"**{escape.markdown(_name(name, text))}**"
    if isinstance(result, Refusal):
        parts = [head, rule_sentence(result, text)]
        if result.call:
            parts.insert(1, f"`{result.call}`")
        if result.error:
            parts.append(text("reason.error", error=result.error))
        return " ".join(parts)
    moved = example.moved(name)
    why = []
    for rule in result.reasons:
        sentence = rule_sentence(rule, text)
        if rule.id in moved and len(example.y) > 1:
            places = tuple(int(i) for i in moved[rule.id].nonzero()[0])
            sentence += " " + text("reason.samples", samples=_places(places, text))
        why.append(sentence)
    return " ".join(
        [
            head,
            f"`{result.call}`",
            text("reason.gives", printed=result.printed, dtype=result.dtype),
            *(why or [text("reason.exact")]),
        ]
    )


def _spread(example: FrameworkExample, text: Words) -> str:
    losses = {name: loss.loss for name, loss in example.losses.items() if loss.loss is not None}
    finite = {name: loss for name, loss in losses.items() if math.isfinite(loss)}
    if len(finite) < 2 or example.furthest is None:
        return ""
    low, high = min(finite, key=lambda n: finite[n]), max(finite, key=lambda n: finite[n])
    if finite[low] <= 0 or finite[high] / finite[low] < 1.01:
        return ""
    return text(
        "notice.spread",
        high=_name(high, text),
        low=_name(low, text),
        times=short(finite[high] / finite[low], 3),
    )


def _exact(example: FrameworkExample) -> str:
    exact = example.found.mathematics.loss
    if exact is None or not math.isfinite(exact):
        return number(math.nan if exact is None else exact)
    return short(exact, 12)


def _places(samples: tuple[int, ...], text: Words) -> str:
    named = text.listed(f"[{i}]" for i in sorted(samples)[:_MOST_NAMED])
    more = len(samples) - _MOST_NAMED
    return text.plain("sample.more", samples=named, count=more) if more > 0 else named


def _name(library: str, text: Words) -> str:
    return text.plain(f"library.{library}")
