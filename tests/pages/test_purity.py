"""A chapter's view is a function that any Python can call: no app, no browser, no Streamlit."""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[2]

VIEWS = """
import sys
from importlib import import_module

sys.modules["streamlit"] = None  # whoever imports it gets an error

from pages.chapters import CHAPTERS
from pages.parts.drawing.palette import DARK, LIGHT
from pages.parts.inputs.values import in_words
from pages.parts.wording.words import words

for name in (name for part in CHAPTERS.values() for name in part):
    chapter = import_module(f"pages.{name}.chapter").CHAPTER
    for language in ("en", "zh"):
        text = words(name, language)
        for case, inputs in chapter.cases.items():
            for colours in (LIGHT, DARK):
                assert chapter.view(in_words(inputs, text), text, colours)
            print(name, language, case)
"""


def test_every_case_of_every_chapter_is_seen_without_streamlit():
    done = subprocess.run(
        [sys.executable, "-c", VIEWS], cwd=HOUSE, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"after {done.stdout.splitlines()[-1:]}: {done.stderr}"
    seen = {line.split()[0] for line in done.stdout.splitlines()}
    assert seen == {path.parent.name for path in (HOUSE / "pages").glob("*/page.py")}
