"""The page and the scripts that Streamlit sends have what our scripts and style sheets rely on."""

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest

from pages.parts.internals import plotly_script
from pages.parts.internals.streamlit_words import WORDS
from tests.contract.conftest import PAGES

INTERNALS = PAGES / "parts" / "internals"
STYLES = "".join(path.read_text() for path in sorted(INTERNALS.glob("*.css")))
SCRIPTS = "".join(path.read_text() for path in sorted(INTERNALS.glob("*.js")))
MARKS = sorted(set(re.findall(r'data-testid="?([A-Za-z]+)"?\]', STYLES + SCRIPTS)))


def named(frontend: str, name: str) -> bool:
    """Say whether the frontend has a string of just this text."""
    return any(f"{quote}{name}{quote}" in frontend for quote in "`\"'")


def test_the_list_of_marks_is_that_of_our_files():
    assert {"stApp", "stColumn", "stCode", "stDataFrame"} <= set(MARKS)


@pytest.mark.parametrize("mark", MARKS)
def test_an_element_that_is_styled_or_looked_for_is_marked_so(frontend: str, mark: str):
    assert named(frontend, mark)


def test_an_element_that_a_run_has_not_reached_is_marked(frontend: str):
    assert re.search(r'"data-testid":`stElementContainer`,"data-stale":', frontend)


def test_a_formula_is_called_katex(frontend: str):
    assert ".katex{" in frontend


@pytest.mark.parametrize("kind", re.findall(r"\.token:?(?:is)?\(?\.(\w+)", STYLES))
def test_parts_of_code_have_their_kind(frontend: str, kind: str):
    assert kind in frontend


@pytest.mark.parametrize("english", WORDS["zh"])
def test_streamlit_still_says_what_we_translate(frontend: str, english: str):
    if "*" in english:  # a name or number stands there, put in by a template
        assert all(part in frontend for part in english.split("*"))
    else:
        assert named(frontend, english)


def test_a_table_keeps_its_edits_for_150_ms_by_a_timer(frontend: str):
    (waits,) = re.findall(r"flush:\w+,cancel:\w+\}=\w+\(\w+,(\d+)\)", frontend)
    assert f"const WAIT = {waits};" in (INTERNALS / "edit_timer.js").read_text()
    assert re.search(r"\.current=setTimeout\(\(\)=>\{\w+\.current\(\)\},\w+\)", frontend)


def test_an_open_cell_stands_in_the_portal(frontend: str):
    assert "document.getElementById(`portal`)" in frontend


def test_a_click_beside_a_table_sends_its_edit_first(frontend: str):
    assert "flushEditState" in frontend


def test_the_page_names_its_script_below_the_servers_address(page: str):
    assert re.search(r'<script type="module" [^>]*src="\./static/js/', page)


def test_plotly_brings_its_script_along_and_asks_for_lists_where_we_answer():
    assert "plotly.js v" in plotly_script.read()[:200]
    assert re.search(r"_arrayAttrs=\w+\.findArrayAttributes\(", plotly_script.read())


@pytest.mark.parametrize("name", ["js-plotly-plot", "main-svg"])
def test_plotly_calls_a_figure_and_its_layers_as_we_look_for_them(name: str):
    assert name in plotly_script.read()


def test_without_plotlys_script_the_answer_is_an_empty_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(plotly_script, "PATH", "plotly/none.js")
    assert plotly_script.read() == ""
    assert Path(str(distribution("plotly").locate_file("plotly"))).is_dir()
