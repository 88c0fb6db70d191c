"""The account of a CSV file: ``python -m ce_core.account FILE --label L --probability P [P …]``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypedDict

import numpy as np

from ce_core._kernels.blocks import Floats
from ce_core.account.document import compared, document, scanned
from ce_core.account.labels import Label
from ce_core.account.pair import Comparison, compare_models
from ce_core.account.predictions import PER_CENT, Kind
from ce_core.account.report import LossAccount, loss_account
from ce_core.account.scan import Scan, scan_files
from ce_core.account.table import Table, classes_of
from ce_core.account.text import lines, lines_of_pair, lines_of_scan
from ce_core.checks import InputError


def arguments() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m ce_core.account",
        description="Where does a model's loss come from? An account of labels and predictions.",
    )
    parser.add_argument("file", metavar="FILE", help="CSV file, names in its first line")
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
    parser.add_argument(
        "--scan",
        action="store_true",
        help="scan FILE, Parquet or CSV or a pattern of such files of any size, by DuckDB: "
        "balance, parts and tail, and a balance for each value of the columns to slice by",
    )
    parser.add_argument(
        "--id", metavar="I", help="with --scan, the column that names the worst rows"
    )
    parser.add_argument("--json", action="store_true", help="print all of it as JSON")
    return parser


def read(options: argparse.Namespace) -> tuple[LossAccount, Comparison | None]:
    """Read the file that the options name; return its account and how a second model compares."""
    kind, columns = _predictions(options)
    second = options.second or []
    extra = [options.weight] if options.weight is not None else []
    wanted = dict.fromkeys([options.label, *columns, *second, *extra, *options.slice])
    table = Table.read(Path(options.file), list(wanted), options.delimiter)
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


def suggestions(broken: InputError) -> Iterator[str]:
    """Return the option that would read what was refused, where there is one."""
    suggestion = broken.details.get("suggestion")
    if isinstance(suggestion, list):
        yield f"Here: --classes {' '.join(map(str, suggestion))}."
    elif suggestion == "per_cent":
        yield "Here: --percent."
    elif suggestion == "logits":
        yield "Here: --logit instead of the option given."


def scan(options: argparse.Namespace) -> Scan:
    """Scan the files that the options name."""
    return scan_files(
        options.file,
        options.label,
        options.probability[0] if len(options.probability) == 1 else options.probability,
        classes=options.classes,
        weight=options.weight,
        by=options.slice,
        row_id=options.id,
    )


def main(words: Sequence[str] | None = None) -> int:
    """Print the account; return 0, or 2 where an input broke a rule."""
    parser = arguments()
    options = parser.parse_args(words)
    if options.scan and (options.probability is None or options.second or options.percent):
        parser.error("--scan takes --probability, from 0 to 1, and no --second")
    try:
        if options.scan:
            whole, text = _said_of_scan(scan(options))
        else:
            whole, text = _said(*read(options))
    except InputError as broken:
        print(" ".join((str(broken), *suggestions(broken))), file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(whole, indent=1, ensure_ascii=False, default=str))
    else:
        print("\n".join(text))
    return 0


def _said(
    account: LossAccount, comparison: Comparison | None
) -> tuple[dict[str, Any], Iterable[str]]:
    """Return the account as a document and as lines."""
    whole = document(account) | ({} if comparison is None else compared(comparison))
    return whole, (*lines(account), *lines_of_pair(comparison))


def _said_of_scan(found: Scan) -> tuple[dict[str, Any], Iterable[str]]:
    return scanned(found), lines_of_scan(found)


if __name__ == "__main__":
    sys.exit(main())
