"""The account of a CSV file: ``python -m ce_core.account FILE --label L --probability P [P …]``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypedDict

import numpy as np

from ce_core._kernels.blocks import Floats
from ce_core.account.document import compared, document
from ce_core.account.labels import Label
from ce_core.account.pair import Comparison, compare_models
from ce_core.account.predictions import PER_CENT, Kind
from ce_core.account.report import LossAccount, loss_account
from ce_core.account.table import Table, classes_of
from ce_core.account.text import lines, lines_of_pair
from ce_core.checks import InputError


def arguments() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m ce_core.account",
        description="Where does a model's loss come from? An account of labels and predictions.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="CSV file, names in its first line")
    parser.add_argument("--label", required=True, help="column of the classes that happened")
    given = parser.add_mutually_exclusive_group(required=True)
    for name, what in (
        ("probability", "one column of the second class of two, or one for each class in order"),
        ("logit", "the same, as scores"),
        ("log-probability", "the same, as logarithms"),
    ):
        given.add_argument(f"--{name}", nargs="+", metavar="P", help=what)
    parser.add_argument("--second", nargs="+", metavar="P", help="the same of a second model")
    parser.add_argument("--classes", nargs="+", metavar="C", help="labels in the columns' order")
    parser.add_argument("--percent", action="store_true", help="probabilities are per cent")
    parser.add_argument("--weight", help="column of what each row counts")
    parser.add_argument("--slice", nargs="+", default=[], metavar="S", help="columns to slice by")
    parser.add_argument("--depth", type=int, default=2, help="conditions of a slice, at most")
    parser.add_argument("--seed", type=int, default=0, help="chooses halves and draws")
    parser.add_argument("--delimiter", help="what stands between cells; comma, or tab in .tsv")
    parser.add_argument("--json", action="store_true", help="print all of it as JSON")
    return parser


def read(options: argparse.Namespace) -> tuple[LossAccount, Comparison | None]:
    """Read the file that the options name; return its account and how a second model compares."""
    kind, columns = _predictions(options)
    second = options.second or []
    extra = [options.weight] if options.weight is not None else []
    wanted = dict.fromkeys([options.label, *columns, *second, *extra, *options.slice])
    table = Table.read(options.file, list(wanted), options.delimiter)
    label = table.labels(options.label, options.classes)
    same: _Same = {
        "kind": kind,
        "classes": classes_of(options.classes),
        "sample_weight": None if options.weight is None else table.numbers(options.weight),
        "seed": options.seed,
    }
    predictions = _numbers(table, columns, options.percent)
    account = loss_account(
        label,
        predictions,
        slice_by={name: table.values(name) for name in options.slice} or None,
        depth=options.depth,
        **same,
    )
    if not second:
        return account, None
    other = _numbers(table, second, options.percent)
    return account, compare_models(label, predictions, other, libraries=False, **same)


class _Same(TypedDict):
    """What an account and a comparison are told alike."""

    kind: Kind
    classes: Sequence[Label] | None
    sample_weight: Floats | None
    seed: int


def _numbers(table: Table, columns: Sequence[str], percent: bool) -> Floats:
    given: Floats = np.stack([table.numbers(column) for column in columns], axis=1)
    if percent:
        given = given / PER_CENT
    return given[:, 0] if len(columns) == 1 else given


def _predictions(options: argparse.Namespace) -> tuple[Kind, list[str]]:
    if options.probability is not None:
        return "probabilities", options.probability
    if options.logit is not None:
        return "logits", options.logit
    return "log_probabilities", options.log_probability


def mends(broken: InputError) -> Iterator[str]:
    """Return the option that would read what was refused, where there is one."""
    suggestion = broken.details.get("suggestion")
    if isinstance(suggestion, list):
        yield f"Here: --classes {' '.join(map(str, suggestion))}."
    elif suggestion == "per_cent":
        yield "Here: --percent."
    elif suggestion == "logits":
        yield "Here: --logit instead of the option given."


def main(words: Sequence[str] | None = None) -> int:
    """Print the account; return 0, or 2 where an input broke a rule."""
    options = arguments().parse_args(words)
    try:
        account, comparison = read(options)
    except InputError as broken:
        print(" ".join((str(broken), *mends(broken))), file=sys.stderr)
        return 2
    if options.json:
        whole = document(account) | ({} if comparison is None else compared(comparison))
        print(json.dumps(whole, indent=1, ensure_ascii=False))
    else:
        print("\n".join((*lines(account), *lines_of_pair(comparison))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
