"""The code that a reader takes along is the page's own call on the page's own numbers."""

import ast
import json

import pytest

from pages.frameworks import snippets
from pages.frameworks.document import document
from pages.frameworks.inputs import CASES, KEYS
from pages.frameworks.reading import read
from pages.parts.reading.documents import to_json
from tests.pages.printed import lines
from tests.peers.libraries import libraries

EXAMPLES = {
    name: read(**{argument: getattr(case, key) for argument, key in KEYS.items()})
    for name, case in CASES.items()
}


@pytest.mark.parametrize("name", CASES)
def test_ce_cores_code_prints_the_mathematical_loss(name):
    example = EXAMPLES[name]
    first = lines(snippets.code(example)["ce_core"]())[0]
    assert first == str(example.found.mathematics.loss)


@pytest.mark.parametrize("name", CASES)
def test_every_librarys_code_can_be_read_and_holds_its_call(name):
    example = EXAMPLES[name]
    code = snippets.code(example)
    for write in code.values():
        ast.parse(write())
    for loss in example.losses.values():
        assert any(loss.call in write() for write in code.values())


@pytest.mark.filterwarnings("ignore:The y_prob values do not sum to one")
@pytest.mark.parametrize("library", libraries("PyTorch", "Keras", "scikit-learn", "Optax"))
@pytest.mark.parametrize("name", CASES)
def test_it_prints_the_pages_figure(name, library):
    code, key = snippets.code(EXAMPLES[name]), library.lower().replace("-", "_")
    assert (library in code) == (key in EXAMPLES[name].losses)
    if library in code:
        first = float(lines(code[library]())[0])
        # Keras' backends differ where a loss is next to nothing.
        tolerance = 1e-8 if library == "Keras" else 0.0
        assert first == pytest.approx(EXAMPLES[name].losses[key].loss, rel=1e-6, abs=tolerance)


@pytest.mark.parametrize("name", CASES)
def test_the_result_can_be_taken_along(name):
    saved = json.loads(to_json(document(EXAMPLES[name])))
    assert set(saved["libraries"]) == {"pytorch", "keras", "scikit_learn", "optax"}
