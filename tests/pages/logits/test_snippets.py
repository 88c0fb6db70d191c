"""The code that a reader takes along runs as it is and prints the loss on the page."""

import pytest

from pages.logits import snippets
from pages.logits.inputs import CASES
from pages.logits.reading import read
from pages.parts.reading.classes import article_classes
from tests.pages.printed import printed
from tests.peers.libraries import libraries


@pytest.mark.parametrize("library", libraries("ce_core", "NumPy", "PyTorch", "Keras", "JAX"))
@pytest.mark.parametrize("case", list(CASES))
def test_it_prints_the_loss(library, case):
    table = CASES[case].classes
    example = read(table, table.loc[CASES[case].true_class, "class"])
    (loss,) = printed(snippets.code(example)[library]())
    # Keras computes in float32, where a small loss keeps few of its digits.
    tolerance = {"rel": 1e-6, "abs": 1e-6} if library == "Keras" else {"rel": 1e-12}
    assert loss == pytest.approx(example.loss, **tolerance)


def test_names_are_data_not_code():
    table = article_classes().assign(**{"class": ["'+exit()+'", "green", "red"]})
    example = read(table, "green")
    assert printed(snippets.code(example)["NumPy"]()) == pytest.approx([example.loss])
