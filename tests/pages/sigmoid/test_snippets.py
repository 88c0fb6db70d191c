"""The code that a reader takes along runs as it is and prints the loss on the page."""

import pytest

from pages.parts.reading.students import article_students
from pages.sigmoid import snippets
from pages.sigmoid.reading import read
from tests.pages.printed import printed
from tests.peers.libraries import libraries


@pytest.mark.parametrize("library", libraries("ce_core", "NumPy", "PyTorch", "Keras", "JAX"))
@pytest.mark.parametrize(("base", "reduction"), [(10.0, "sum"), (None, "mean"), (2.0, "sum")])
@pytest.mark.parametrize("weight", [1.0, -5.0])
def test_it_prints_the_loss(library, base, reduction, weight):
    example = read(article_students()).example(
        weight=weight, bias=0.5, base=base, reduction=reduction
    )
    (loss,) = printed(snippets.code(example)[library]())
    assert loss == pytest.approx(example.loss, rel=1e-6 if library == "Keras" else 1e-12)


@pytest.mark.parametrize("library", ["ce_core", "NumPy"])
def test_a_huge_score_is_priced_exactly(library):
    table = article_students().assign(score=["10000", "0", "0", "0"])
    example = read(table).example(weight=5.0)
    assert printed(snippets.code(example)[library]()) == pytest.approx([example.loss], rel=1e-12)
