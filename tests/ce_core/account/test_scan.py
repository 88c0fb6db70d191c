"""Files scanned by DuckDB say what the same rows say in memory, on any number of threads."""

import dataclasses
import importlib
import json
import math
from pathlib import Path

import numpy as np
import pytest

from ce_core.account import loss_account, queries, scan
from ce_core.account.__main__ import main
from ce_core.account.scan import scan_files
from ce_core.checks import InputError

pytestmark = pytest.mark.peers

REFERENCE = Path(__file__).parent / "reference"
CLOSE = 4e-15
"""Relative: each row's logarithm may differ in its last bit."""


def agree(scanned, account):
    for view in ("balance", "parts"):
        mine = dataclasses.asdict(getattr(scanned, view))
        theirs = dataclasses.asdict(getattr(account, view))
        assert mine == pytest.approx(theirs, rel=CLOSE, abs=1e-17, nan_ok=True)
    shares = account.tail.share_of_worst
    assert scanned.share_of_worst == pytest.approx(shares, rel=CLOSE, nan_ok=True)
    worst = account.tail.worst
    assert [one.loss for one in scanned.worst] == pytest.approx([one.loss for one in worst])


@pytest.fixture
def file(tmp_path):
    """Write columns as a Parquet file of a name, through DuckDB itself."""
    duckdb = importlib.import_module("duckdb")

    def write(columns, name="given.parquet"):
        path = tmp_path / name
        text = tmp_path / "given.csv"
        rows = zip(*columns.values(), strict=True)
        lines = [",".join(map(str, row)) for row in rows]
        head = ",".join('"' + column.replace('"', '""') + '"' for column in columns)
        text.write_text("\n".join([head, *lines]) + "\n")
        with duckdb.connect() as database:
            database.execute(f"COPY (FROM {queries.text(text)}) TO {queries.text(path)}")
        return str(path)

    return write


@pytest.mark.parametrize("model", ["logistic", "forest", "bayes"])
def test_two_classes(model, breast_cancer):
    scanned = scan_files(str(REFERENCE / "breast_cancer.csv"), "benign", model)
    agree(scanned, loss_account(breast_cancer["benign"], breast_cancer[model], libraries=False))


@pytest.mark.parametrize(("model", "name"), [("logistic", "digits"), ("bayes", "digits_bayes")])
def test_ten_classes(model, name, digits):
    columns = [f"p{k}" for k in range(10)]
    scanned = scan_files(str(REFERENCE / f"{name}.csv"), "digit", columns, by=["digit"])
    account = loss_account(*digits[model], libraries=False)
    agree(scanned, account)
    for one in account.by_class:
        assert scanned.by["digit"][one.label].loss == pytest.approx(one.loss, rel=CLOSE)


def many(n=30_000, seed=0):
    rng = np.random.default_rng(seed)
    p = 1 / (1 + np.exp(-3 * rng.normal(size=n)))
    return {
        "y": (rng.random(n) < p).astype(int),
        "p": p,
        "w": rng.integers(0, 4, n),
        "region": rng.choice(["north", "south"], n),
        "row": np.arange(n),
    }


def test_weights_groups_and_names_of_rows(file):
    columns = many()
    path = file(columns)
    scanned = scan_files(path, "y", "p", weight="w", by=["region"], row_id="row")
    account = loss_account(columns["y"], columns["p"], sample_weight=columns["w"], libraries=False)
    agree(scanned, account)
    assert [one.id for one in scanned.worst] == [one.row for one in account.tail.worst]
    north = columns["region"] == "north"
    apart = loss_account(
        columns["y"][north], columns["p"][north], sample_weight=columns["w"][north], libraries=False
    )
    assert dataclasses.asdict(scanned.by["region"]["north"]) == pytest.approx(
        dataclasses.asdict(apart.balance), rel=CLOSE, abs=1e-17
    )
    assert set(scanned.by["region"]) == {"north", "south"}


def test_the_same_to_the_last_digit_with_any_number_of_threads(file):
    path = file(many(60_000))
    ways = [
        scan_files(path, "y", "p", by=["region"], config={"threads": threads})
        for threads in (1, 2, 8)
    ]
    assert ways[0] == ways[1] == ways[2]


def test_scores_pooled_in_parts_are_pooled_at_once(file, monkeypatch):
    path = file(many(5000))
    whole = scan_files(path, "y", "p")
    monkeypatch.setattr(scan, "AT_ONCE", 700)
    parts = dataclasses.asdict(scan_files(path, "y", "p").parts)
    assert parts == pytest.approx(dataclasses.asdict(whole.parts), rel=CLOSE)


def test_a_pattern_of_files(file):
    columns = many(1000)
    first = file({name: values[:400] for name, values in columns.items()}, "part-1.parquet")
    file({name: values[400:] for name, values in columns.items()}, "part-2.parquet")
    scanned = scan_files(str(Path(first).parent / "part-*.parquet"), "y", "p")
    agree(scanned, loss_account(columns["y"], columns["p"], libraries=False))


def test_labels_as_words_and_columns_of_any_name(file):
    odd = 'p"); DROP <b>'
    path = file({"it's": ["ill", "well", "well"], odd: [0.2, 0.7, 0.0]})
    scanned = scan_files(path, "it's", odd, classes=["ill", "well"], by=["it's"])
    assert scanned.balance.infinite == 1
    assert scanned.loss == math.inf
    assert scanned.worst[0].label == "well"
    assert scanned.by["it's"]["ill"].loss == pytest.approx(-math.log(0.8))


def test_certain_and_right_is_free_and_tiny_losses_keep_their_digits(file):
    path = file({"y": [0, 0, 1], "p": [1e-30, 0.0, 1.0]})
    scanned = scan_files(path, "y", "p")
    assert scanned.worst[0].loss == pytest.approx(1e-30)
    assert scanned.balance.z == pytest.approx(0, abs=1e-9)


def test_on_the_command_line(capsys):
    words = [str(REFERENCE / "digits.csv"), "--label", "digit", "--slice", "digit", "--scan"]
    words += ["--probability", *(f"p{k}" for k in range(10)), "--id", "ink"]
    assert main(words) == 0
    text = capsys.readouterr().out
    assert text.startswith("loss            0.1206 nats a row, 1797 rows\n")
    assert "naming          0.0257" in text
    assert "digit = 8: loss 0.2642, expected " in text
    assert main([*words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["miscalibration"] == pytest.approx(0.030044587547853482, rel=1e-13)
    assert found["by"]["digit"]["8"]["count"] == 174


BROKEN = {
    "no file": ({}, {"path": "none/*.parquet"}, "file_unreadable", "cannot be read"),
    "no column": ({}, {"label": "z"}, "column_missing", "has no column 'z'; it has 'y', 'p', 'w'"),
    "a class twice": ({}, {"classes": [1, 1]}, "class_names", "[1, 1]"),
    "a label of no class": ({"y": [0, 3]}, {}, "label_unknown", "1 rows have another, such as 3"),
    "a label missing": ({"y": [0, ""]}, {}, "label_missing", "it is in 1 rows"),
    "a probability missing": ({"p": [0.5, ""]}, {}, "nan", "p must not be missing"),
    "nan": ({"p": [0.5, "nan"]}, {}, "probability_range", "1 rows do not, such as nan"),
    "1.2": ({"p": [1.2, 0.5]}, {}, "probability_range", "p must lie between 0 and 1; 1 rows"),
    "rows that sum to 0.9": (
        {"w": [0.4, 0.5]},
        {"probability": ["w", "p"]},
        "row_sum",
        "1 rows do not, the most by 0.1",
    ),
    "a weight below 0": ({"w": [1, -2]}, {"weight": "w"}, "weight_range", "such as -2.0"),
    "weights all 0": ({"w": [0, 0]}, {"weight": "w"}, "weights_all_zero", "not all be 0"),
    "text": ({"p": ["a", "b"]}, {}, "file_unreadable", "Could not convert string 'a' to DOUBLE"),
}


@pytest.mark.parametrize(
    ("columns", "options", "rule", "words"), BROKEN.values(), ids=BROKEN.keys()
)
def test_a_sentence_for_each(file, columns, options, rule, words):
    path = file({"y": [0, 1], "p": [0.5, 0.5], "w": [1, 1]} | columns)
    given = {"path": path, "label": "y", "probability": "p"} | options
    with pytest.raises(InputError) as caught:
        scan_files(**given)
    assert caught.value.rule == rule
    assert words in str(caught.value)


def test_too_many_values_to_group_by(file, monkeypatch):
    monkeypatch.setattr(scan, "MOST_VALUES", 2)
    with pytest.raises(InputError, match="row must have at most 2 values to group by; it has 9"):
        scan_files(file(many(9)), "y", "p", by=["row"])
