"""The tables of "In PyTorch and TensorFlow": sample by sample, and the article's four cases."""

from __future__ import annotations

from ce_core import article
from ce_core.examples.frameworks import FrameworkExample, prediction_name
from pages.frameworks.figures import shown_samples
from pages.frameworks.names import ALL
from pages.frameworks.sentences import printed
from pages.parts.model.blocks import WorkedTable
from pages.parts.wording.numbers import number, short
from pages.parts.wording.words import Words


def samples(example: FrameworkExample, text: Words) -> WorkedTable:
    """Return target, prediction, every library's loss, and what moved it."""
    asked = [name for name in ALL if name == "mathematics" or name in example.losses]
    head = [
        text.plain("samples.place"),
        "y",
        prediction_name(example.kind),
        *(text.plain(f"library.{name}") for name in asked),
        text.plain("samples.moved"),
    ]
    rows = [_row(example, i, asked, text) for i in shown_samples(example)]
    return WorkedTable(text.plain("samples.caption"), head, rows)


def _row(example: FrameworkExample, sample: int, asked: list[str], text: Words) -> list[str]:
    moved = [
        f"{text.plain(f'library.{name}')} {text.plain(f'mark.{rule}')}"
        for name in asked
        if name != "mathematics"
        for rule, samples_moved in example.moved(name).items()
        if samples_moved[sample]
    ]
    return [
        ("▸ " if sample in example.culprits else "") + f"[{sample}]",
        short(example.label(sample)),
        short(example.prediction(sample), 6),
        number(float(example.found.mathematics.per_sample[sample]), 7),
        *(str(example.losses[name].per_sample[sample]) for name in asked[1:]),
        " · ".join(moved),
    ]


def article_cases(cases: dict[str, FrameworkExample], text: Words) -> WorkedTable:
    """Return what the article prints in each case, and what everyone gives."""
    head = [
        text.plain("cases.case"),
        text.plain("cases.printed"),
        *(text.plain(f"library.{name}") for name in ALL),
        text.plain("cases.verdict"),
    ]
    rows = []
    for name, example in cases.items():
        figure = article.printed_number(name.replace("_", "."))
        assert isinstance(figure.printed, float)
        exact = example.found.mathematics.loss
        rows.append(
            [
                text.plain(f"cases.{name}"),
                printed(figure.printed),
                "" if exact is None else short(exact, 12),
                *(
                    example.losses[library].printed if library in example.losses else "–"
                    for library in ALL[1:]
                ),
                text.plain(f"verdict.{figure.verdict.replace(' ', '_')}"),
            ]
        )
    return WorkedTable(text.plain("cases.caption"), head, rows)
