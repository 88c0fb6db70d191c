"""The code that a reader takes along runs as it is and prints the number on the page."""

import numpy as np
import pytest

from pages.binary import snippets
from pages.binary.reading import read
from pages.parts.reading.students import article_students
from tests.pages.printed import printed
from tests.peers.libraries import libraries


@pytest.mark.parametrize(
    "library", libraries("ce_core", "NumPy", "PyTorch", "Keras", "scikit-learn")
)
@pytest.mark.parametrize("base", [10.0, None, 2.0])
@pytest.mark.parametrize("reduction", ["sum", "mean"])
def test_it_prints_the_losses(library, base, reduction):
    example = read(article_students(), base=base, reduction=reduction)
    losses = printed(snippets.code(example)[library]())
    assert losses == pytest.approx(example.loss, rel=1e-6 if library == "Keras" else 1e-12)


@pytest.mark.parametrize("library", ["ce_core", "NumPy"])
def test_infinity_is_printed(library):
    table = article_students()
    table.loc[3, "Model A"] = "0"
    example = read(table)
    assert printed(snippets.code(example)[library]())[0] == np.inf


def test_names_are_data_not_code():
    table = article_students().rename(columns={"Model A": "'+exit()+'"})
    example = read(table)
    assert printed(snippets.code(example)["NumPy"]()) == pytest.approx(example.loss)
