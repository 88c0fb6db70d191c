"""A chapter's result is one document, which opens again, and which a tracker takes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pages.parts.inputs.values import kinds
from pages.parts.sharing import export
from tests.pages import chapters

CHAPTERS = [name for name, chapter in chapters.DECLARED.items() if chapter.code is not None]


@pytest.fixture
def parcel(chapter, monkeypatch):
    """Open a chapter with what is to take along, and return it with the result's document."""
    documents = []

    def recorded(*args, **about):
        documents.append(write(*args, **about))
        return documents[-1]

    write = export.to_json
    monkeypatch.setattr(export, "to_json", recorded)

    def open_chapter(name, case=None):
        page = chapter(name)
        if case is not None:
            page.click(f"try.{case}")
        page.app.session_state[page.slot("take")] = True
        page.app.run()
        page.check()
        return page, documents[-1]

    return open_chapter


@pytest.mark.parametrize("name", CHAPTERS)
def test_the_document_names_its_chapter_and_holds_inputs_and_results(parcel, name):
    document = json.loads(parcel(name)[1])
    assert document["chapter"] == name
    inputs = kinds(chapters.KINDS[name])
    assert document["inputs"].keys() == {key for key in inputs if not inputs[key].is_panel}
    assert len(document) > 5


def test_a_result_is_saved_with_the_inputs_that_it_is_of(chapter, monkeypatch):
    documents = []
    monkeypatch.setattr(export, "to_json", lambda *_, **about: documents.append(about) or "{}")
    page = chapter("binary")
    page.app.session_state[page.slot("take")] = True
    page.app.run()
    page.edit("students", 0, "Model A", "2")
    assert page.warnings
    page.slide("changed_probability", 0)
    assert documents[-1]["inputs"]["students"]["Model A"][0] == "0.9"
    assert documents[-1]["inputs"]["changed_probability"] == 0


@pytest.mark.peers
@pytest.mark.parametrize(
    ("name", "case"), [*((name, None) for name in CHAPTERS), ("binary", "sure_and_wrong")]
)
def test_the_lines_beside_it_log_it_to_mlflow(parcel, name, case, tmp_path: Path):
    page, document = parcel(name, case)
    (tmp_path / f"{name}.json").write_text(document, encoding="utf-8")
    notebook = next(code.value for code in page.app.code if "mlflow" in code.value)
    done = subprocess.run(
        [sys.executable, "-c", notebook], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr

    [logged] = tmp_path.glob(f"mlruns/*/*/artifacts/{name}.json")
    result = json.loads(document)
    assert json.loads(logged.read_text(encoding="utf-8")) == result
    metrics = list(tmp_path.glob("mlruns/*/*/metrics/*"))
    assert metrics
    for metric in metrics:
        total, _, position = metric.name.rpartition("_")
        values = result[total] if isinstance(result[total], list) else [result[total]]
        # A line of the file store: when, the value, the step.
        assert float(metric.read_text().split()[1]) == float(values[int(position)])
