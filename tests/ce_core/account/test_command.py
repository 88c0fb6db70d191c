"""The account of a file: as text, as JSON, and a sentence for each file that cannot be read."""

import json
import math
import os
from pathlib import Path

import pytest

from ce_core.account import loss_account
from ce_core.account.__main__ import main
from ce_core.account.table import Table
from ce_core.checks import InputError

REFERENCE = Path(__file__).parent / "reference"
BREAST_CANCER = [str(REFERENCE / "breast_cancer.csv"), "--label", "benign"]


@pytest.fixture
def file(tmp_path):
    def write(text, name="given.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return str(path)

    return write


def printed(capsys, *words):
    assert main(words) == 0
    return capsys.readouterr().out


def refused(capsys, *words):
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err.strip()


def test_json_has_the_main_figures_first(capsys, expected):
    text = printed(capsys, *BREAST_CANCER, "--probability", "logistic", "--json")
    found, given = json.loads(text), expected["breast_cancer"]["logistic"]
    for name in ("loss", "infinite", "expected", "surplus", "z"):
        assert found[name] == pytest.approx(given[name], rel=4e-15)
    for name in ("miscalibration", "discrimination", "uncertainty"):
        assert found[name] == pytest.approx(given["corp"][name], rel=1e-13)
    assert found["temperature"] == pytest.approx(given["temperature"]["T"], rel=1e-7)
    assert found["tail"]["share_of_worst"] == pytest.approx(given["worst"], rel=1e-14)
    assert found["libraries"]["scikit_learn"]["loss"] == pytest.approx(given["sklearn_log_loss"])


def test_many_classes_weights_and_slices(capsys):
    columns = [f"p{k}" for k in range(10)]
    path = str(REFERENCE / "digits.csv")
    words = (path, "--label", "digit", "--probability", *columns, "--weight", "ink")
    found = json.loads(printed(capsys, *words, "--slice", "ink", "--depth", "1", "--json"))
    assert found["classes"] == list(range(10))
    assert found["weight"] > 1797
    assert found["slices"]["looked_at"] > 5


def test_text_says_what_matters_most(capsys):
    text = printed(capsys, *BREAST_CANCER, "--probability", "bayes")
    assert text.startswith("loss            0.6039 nats a row, 569 rows\n")
    assert "expected        0.0183, more than chance allows: overconfident (Z 115.3)" in text
    assert "temperature     7.507 saves 0.4572 on unseen rows, worthwhile" in text
    assert "PyTorch would say 1.0130" in text
    infinite = printed(capsys, *BREAST_CANCER, "--probability", "forest", "--slice", "mean radius")
    assert "rows that gave what happened probability 0: 1; without them 0.1125" in infinite
    assert "slice " in infinite
    ten = [f"p{k}" for k in range(10)]
    digits = printed(
        capsys, str(REFERENCE / "digits.csv"), "--label", "digit", "--probability", *ten
    )
    assert "naming          0.0257" in digits


def test_words_per_cent_and_other_delimiters(capsys, file):
    path = file("seen;told\nno;10\nyes;80\nno;30\nyes;60\n")
    words = (path, "--label", "seen", "--probability", "told", "--delimiter", ";", "--percent")
    found = json.loads(printed(capsys, *words, "--classes", "no", "yes", "--json"))
    assert found["loss"] == pytest.approx(
        loss_account([0, 1, 0, 1], [0.1, 0.8, 0.3, 0.6], libraries=False).loss
    )
    assert [one["label"] for one in found["by_class"]] == ["no", "yes"]


def test_scores_and_logarithms(capsys, file):
    path = file("y\tx\tlog p\n1\t0\t-0.6931471805599453\n", "given.tsv")
    scores = json.loads(printed(capsys, path, "--label", "y", "--logit", "x", "--json"))
    logs = json.loads(printed(capsys, path, "--label", "y", "--log-probability", "log p", "--json"))
    assert scores["loss"] == pytest.approx(math.log(2))
    assert logs["loss"] == pytest.approx(math.log(2))


def test_a_scan_takes_probabilities_of_one_model(capsys):
    with pytest.raises(SystemExit):
        main([*BREAST_CANCER, "--logit", "logistic", "--scan"])
    assert "--scan takes --probability" in capsys.readouterr().err


def test_a_second_model(capsys):
    words = (*BREAST_CANCER, "--probability", "logistic", "--second", "bayes")
    found = json.loads(printed(capsys, *words, "--json"))
    assert found["comparison"]["better"] == "first"
    assert found["second"]["loss"] == pytest.approx(0.6038526860128768)
    text = printed(capsys, *words).splitlines()[-1]
    assert text.startswith("second model    loss 0.6039, difference -0.5300 (")
    assert text.endswith("the second is worse")


def test_a_byte_order_mark_and_empty_lines_are_passed_over(capsys, file):
    path = file("\ufeffy,p\n\n1,0.5\n\n")
    assert "1 rows" in printed(capsys, path, "--label", "y", "--probability", "p")


SENTENCES = {
    "no file": (None, "cannot be read: No such file or directory."),
    "empty": ("", "is empty."),
    "no rows": ("y,p\n", "has a line of names and no rows."),
    "no column": ("a,b\n1,2\n", "has no column 'y'; it has 'a', 'b'."),
    "another delimiter": ("y;p\n1;0.5\n", "say so by --delimiter"),
    "a column twice": ("y,p,p\n1,0.5,0.5\n", "has 2 columns named 'p'; rename all but one."),
    "a short row": ("y,p\n1,0.5\n1\n", "must have 2 cells, as its first line has; line 3 has 1."),
    "no number": ("y,p\n1,half\n", "p must hold numbers; line 2 has 'half'."),
    "nothing": ("y,p\n1,0.5\n1,\n", "p must hold numbers; line 3 has nothing."),
    "a decimal comma": ('y,p\n1,"0,5"\n', "write a point for the decimal comma"),
    "a sign for per cent": ("y,p\n1,50 %\n", "write per cent without the sign and say --percent"),
    "an underscore": ("y,p\n1,1_0\n", "line 2 has '1_0'"),
    "no label": ("y,p\n ,0.5\n", "y must hold a label in every row; line 2 has nothing."),
    "words": ("y,p\nno,0.5\nyes,0.5\n", "Here: --classes no yes."),
    "labels -1 and 1": ("y,p\n-1,0.5\n1,0.5\n", "Here: --classes -1 1."),
    "per cent": ("y,p\n1,50\n", "Here: --percent."),
    "scores": ("y,p\n1,-3\n", "Here: --logit instead of the option given."),
    "nan": ("y,p\n1,nan\n", "y_pred must not be NaN; position 0 is."),
    "an open quote": ('y,p\n1,"0.5\n', "is no table of cells: unexpected end of data, line 2."),
}


@pytest.mark.parametrize(("text", "words"), SENTENCES.values(), ids=SENTENCES.keys())
def test_a_sentence_for_each(capsys, file, text, words):
    path = "missing.csv" if text is None else file(text)
    assert words in refused(capsys, path, "--label", "y", "--probability", "p")


def test_text_in_another_encoding(capsys, file):
    path = file("y,p\n1,½\n", encoding="latin-1")
    assert "must be text in UTF-8" in refused(capsys, path, "--label", "y", "--probability", "p")


def test_the_suggested_classes_are_read(capsys, file):
    path = file("y,p\n-1,0.5\n1,0.5\n")
    assert "2 rows" in printed(
        capsys, path, "--label", "y", "--probability", "p", "--classes", "-1", "1"
    )


def test_a_file_that_changes_while_it_is_read(file, monkeypatch):
    path = Path(file("y,p\n1,0.5\n"))
    of = Table._of.__func__

    def meanwhile(cls, *args):
        with path.open("a") as other:
            other.write("0,0.5\n")
        os.utime(path, ns=(1, 1))
        return of(cls, *args)

    monkeypatch.setattr(Table, "_of", classmethod(meanwhile))
    with pytest.raises(InputError, match="changed while it was read"):
        Table.read(path, ["y", "p"])


def test_an_empty_cell_of_a_slice_is_missing(file):
    table = Table.read(Path(file("n,w\n1,a\n,\n3,b\n")), ["n", "w"])
    assert table.values("n").tolist() == [1.0, pytest.approx(math.nan, nan_ok=True), 3.0]
    assert table.values("w").tolist() == ["a", "", "b"]
