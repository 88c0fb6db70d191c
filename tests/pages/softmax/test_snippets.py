"""The code that a reader takes along runs as it is and prints the probabilities on the page."""

import pytest

from ce_core.examples.softmax import SoftmaxExample
from pages.parts.reading.classes import article_classes
from pages.softmax import snippets
from pages.softmax.reading import read
from tests.pages.printed import printed
from tests.peers.libraries import libraries


@pytest.mark.parametrize("library", libraries("ce_core", "NumPy", "PyTorch", "Keras", "JAX"))
@pytest.mark.parametrize(("temperature", "constant"), [(1.0, 0.0), (0.25, 10.0), (1.0, 1000.0)])
def test_it_prints_the_probabilities(library, temperature, constant):
    example = read(article_classes(), temperature=temperature, constant=constant)
    p = printed(snippets.code(example)[library]())
    assert p == pytest.approx(example.probabilities, rel=1e-5 if library == "Keras" else 1e-12)


def test_names_are_data_not_code():
    example = SoftmaxExample.of(classes=["'+exit()+'", "b"], scores=[1, 1])
    assert printed(snippets.code(example)["NumPy"]()) == [0.5, 0.5]
