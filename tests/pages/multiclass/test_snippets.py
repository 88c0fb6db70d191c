"""The code that a reader takes along runs as it is and prints the number on the page."""

import numpy as np
import pytest

from pages.multiclass import snippets
from pages.multiclass.containers import article_containers
from pages.multiclass.inputs import CASES
from pages.multiclass.reading import read
from tests.pages.printed import printed
from tests.peers.libraries import libraries


@pytest.mark.parametrize(
    "library", libraries("ce_core", "NumPy", "PyTorch", "Keras", "scikit-learn")
)
@pytest.mark.parametrize("base", [10.0, None, 2.0])
@pytest.mark.parametrize("reduction", ["sum", "mean"])
def test_it_prints_the_loss(library, base, reduction):
    example = read(article_containers(), base=base, reduction=reduction)
    (loss,) = printed(snippets.code(example)[library]())
    assert loss == pytest.approx(example.loss, rel=1e-6 if library == "Keras" else 1e-12)


@pytest.mark.parametrize("library", libraries("ce_core", "NumPy", "PyTorch"))
def test_infinity_is_printed(library):
    example = read(CASES["ruled_out"].containers)
    assert printed(snippets.code(example)[library]()) == [np.inf]


def test_names_are_data_not_code():
    table = article_containers().rename(columns={"A": "'+exit()+'"})
    table.loc[3, "fruit"] = "'];exit()"
    example = read(table)
    assert printed(snippets.code(example)["NumPy"]()) == pytest.approx([example.loss])
