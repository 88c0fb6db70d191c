"""What the chapter shows of two distributions and a coin, as a function of its inputs."""

import pytest

from pages.entropy.chapter import CHAPTER, swap
from pages.entropy.inputs import CASES
from pages.entropy.reading import fair_coin, outcome_table
from pages.parts.inputs.values import is_same
from tests.pages.seen import Seen

CROSS_ENTROPY = "Cross-entropy H(p,q)"


def test_it_starts_with_a_fair_coin():
    shown = Seen("entropy")
    assert shown.numbers[CROSS_ENTROPY] == "1.0000"
    assert shown.remarks[CROSS_ENTROPY] == "bits"
    assert "The belief is right" in shown.prose


@pytest.mark.parametrize(
    ("case", "cross_entropy"),
    [
        ("fair", "1.0000"),
        ("loaded", "1.0000"),
        ("other_way", "1.7370"),
        ("weather", "2.0000"),
        ("ruled_out", "∞"),
    ],
)
def test_each_case_has_its_cross_entropy(case, cross_entropy):
    assert Seen("entropy", case).numbers[CROSS_ENTROPY] == cross_entropy


@pytest.mark.parametrize(
    ("unit", "cross_entropy", "name"), [("e", "0.6931", "nats"), ("10", "0.3010", "hartleys")]
)
def test_bits_nats_and_hartleys(unit, cross_entropy, name):
    shown = Seen("entropy", unit=unit)
    assert shown.numbers[CROSS_ENTROPY] == cross_entropy
    assert shown.remarks[CROSS_ENTROPY] == name


def test_an_edit_moves_everything():
    shown = Seen("entropy", outcomes=fair_coin().assign(q=["0.25", "0.75"]))
    assert shown.numbers[CROSS_ENTROPY] == "1.2075"


def test_swapping_exchanges_p_and_q_and_twice_changes_nothing():
    swapped = swap(CASES["loaded"])
    assert Seen("entropy", outcomes=swapped.outcomes).numbers[CROSS_ENTROPY] == "1.7370"
    assert is_same(swap(swapped), CASES["loaded"])


def test_the_coin_follows_its_sliders_and_the_unit():
    shown = Seen("entropy", "weather", unit="e", coin_p=0.9, coin_q=0.5)
    assert shown.numbers[CROSS_ENTROPY] == "1.3863"
    assert "Believing 0.5 of a coin of 0.9 costs 0.368 nats" in shown.prose


def test_names_are_no_markup():
    names = ["**bold** $x$", "tails"]
    shown = Seen("entropy", outcomes=outcome_table(names, ["0.5", "0.5"], ["0.25", "0.75"]))
    assert "When **bold** $x$ comes" in shown.prose
    assert r"\*\*bold\*\*" in shown.figures["rectangles"].title


def test_the_worked_table_has_a_difference_for_each_outcome():
    assert "difference" in " ".join(Seen("entropy").worked.head)
    assert len(Seen("entropy", "weather").worked.rows) == 4


def test_the_question_starts_from_one_bit_and_is_answered_with_less_than_half():
    question = CHAPTER.question(Seen("entropy").text)
    assert question.names == {"fair": "1", "p": "0.9"}
    assert question.answer == pytest.approx(0.4690, abs=5e-5)
