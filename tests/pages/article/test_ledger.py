"""The ledger's texts are the article's digits, its distances in units of the last one."""

import math

import pytest

from ce_core import article
from pages.article.ledger import LedgerEntry, ledger

ENTRIES = {entry.number.id: entry for entry in ledger()}


def test_every_figure_of_the_article_is_there():
    assert list(ENTRIES) == [figure.id for figure in article.PRINTED]


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.number.id)
def test_a_figure_holds_exactly_when_it_is_at_most_half_a_unit_off(entry):
    if entry.printed:
        assert entry.holds == (entry.units_off <= 0.5)
    else:
        assert math.isnan(entry.units_off)
        assert not entry.holds


def test_the_texts_have_the_digits_given():
    assert ENTRIES["pytorch.bce"].printed == ("1.0966",)
    assert ENTRIES["pytorch.bce"].exact == ("0.457959824144",)
    assert ENTRIES["keras.bce"].printed == ("0.53984624",)
    assert ENTRIES["students.log_terms.a"].printed == ("−1", "−0.154", "−0.221", "−0.698")


def test_0259_is_rounded_right_by_a_hair():
    entry = LedgerEntry.of(article.printed_number("softmax.green"))
    assert entry.holds
    assert 0.49 < entry.units_off < 0.5
