"""A chapter is added by adding its folder and its name: what the README says, done."""

import shutil
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[2]

FILES = {
    "chapter.py": '''
"""How many words is a model torn between? Perplexity."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pages.parts.drawing import charts
from pages.parts.drawing.palette import Palette
from pages.parts.inputs.slider import slider
from pages.parts.inputs.values import Panels
from pages.parts.model.blocks import Figure, Headline, Headlines, Presets
from pages.parts.model.chapter import Chapter, Section, View
from pages.parts.model.controls import SliderControl
from pages.parts.wording.words import Words


@dataclass(frozen=True, eq=False)
class Inputs(Panels):
    """The chapter's input."""

    loss: float = slider(1.0, 0, 5, step=0.1, digits=1)


def view(perplexity: float, text: Words, colours: Palette) -> View:
    """Return the perplexity as a number and as a bar."""
    bar = {"type": "bar", "x": [perplexity], "y": [0], "orientation": "h"}
    chart = charts.figure([bar], colours, height=120, xaxis={}, yaxis={})
    label = text.plain("headline")
    return View(
        left=[Presets(), SliderControl(name="loss", label=text.plain("slider"))],
        right=[
            Headlines([Headline(label, f"{perplexity:.2f}")]),
            Figure(name="perplexity", chart=chart, title=text("title"), alt=label),
        ],
    )


CHAPTER = Chapter(
    name="perplexity",
    inputs=Inputs,
    cases={"start": Inputs(), "certain": Inputs(loss=0.0)},
    result=lambda read, inputs: math.exp(inputs.loss),
    sections=[Section(name="perplexity", view=view, is_live=True)],
)
''',
    "page.py": '''
"""The chapter's page."""

from pages.parts.showing.runner import run
from pages.perplexity.chapter import CHAPTER

run(CHAPTER)
''',
    "en.toml": """
short = "Perplexity"
question = "How many words is a model torn between?"
lead = "As many as e to the power of its loss."
slider = "Loss"
headline = "Perplexity"
title = "So many words"
try.start = "One nat"
try.certain = "Certain"
""",
}

VISIT = """
from streamlit.testing.v1 import AppTest

from pages.parts.inputs.link import decode, encode
from pages.perplexity.chapter import CHAPTER, Inputs

app = AppTest.from_file("pages/contents.py", default_timeout=30).run()
app.switch_page("perplexity/page.py").run()
assert not app.exception
html = "".join(element.value for element in app.html)
assert app.title[0].value == "How many words is a model torn between?"
assert "2.72" in html and 'data-name="perplexity"' in html
app.button(key="try.certain").click().run()
assert "1.00" in "".join(element.value for element in app.html)
code = encode(Inputs(loss=2.5), Inputs())
app.query_params["s"] = code
app.run()
assert "12.18" in "".join(element.value for element in app.html)
assert decode(code, Inputs).loss == 2.5
"""


def test_a_folder_and_a_name_are_a_chapter(tmp_path):
    shutil.copytree(HOUSE / "pages", tmp_path / "pages")
    folder = tmp_path / "pages" / "perplexity"
    folder.mkdir()
    for name, content in FILES.items():
        (folder / name).write_text(content.lstrip())
    shutil.copy(folder / "en.toml", folder / "zh.toml")
    contents = tmp_path / "pages" / "chapters.py"
    before = contents.read_text()
    contents.write_text(before.replace('"practice": [', '"practice": ["perplexity", '))
    assert contents.read_text() != before
    done = subprocess.run(
        [sys.executable, "-c", VISIT],
        cwd=tmp_path,
        env={"PYTHONPATH": f"{tmp_path}:{HOUSE}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
