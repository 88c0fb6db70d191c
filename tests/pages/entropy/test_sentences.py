"""Each sentence fits its case, and its numbers are the result's."""

import pytest

from ce_core.examples.coin import CoinExample
from pages.entropy import sentences, tables
from pages.entropy.inputs import CASES
from pages.entropy.reading import outcome_table, read
from pages.entropy.units import unit
from pages.parts.wording.words import words

TEXT = words("entropy")
BITS = unit("2", TEXT)


def example(case):
    return read(CASES[case].outcomes)


@pytest.mark.parametrize(
    ("case", "title"),
    [
        ("fair", "The belief is right: 1.000 bits is what the uncertainty itself costs"),
        ("loaded", "Believing q costs 0.531 bits more than it must, most for heads"),
        ("other_way", "Believing q costs 0.737 bits more than it must, most for tails"),
        ("weather", "Believing q costs 0.250 bits more than it must, most for sun"),
        ("ruled_out", "No finite price covers rain: it comes, and was ruled out"),
    ],
)
def test_the_title_says_what_to_see(case, title):
    assert sentences.title(example(case), BITS, TEXT) == title


def test_what_is_certain_surprises_nobody():
    sure = read(outcome_table(["a", "b"], ["1", "0"]))
    assert sentences.title(sure, BITS, TEXT) == "Nothing is uncertain and nothing surprises"
    assert "nothing to pay" in sentences.notices(sure, BITS, TEXT)[0]


def test_the_unit_is_named():
    nats = read(CASES["fair"].outcomes, base=None)
    assert "0.693 nats" in sentences.title(nats, unit("e", TEXT), TEXT)


def test_what_to_notice_when_the_belief_is_wrong():
    notices = " ".join(sentences.notices(example("loaded"), BITS, TEXT))
    assert "Who knows p pays 0.469 bits on average; who believes q pays 0.531 more" in notices
    assert "saves 0.232 bits" in notices
    assert "0.737 instead of 0.531" in notices


def test_a_right_belief_is_not_compared_with_itself():
    notices = " ".join(sentences.notices(example("fair"), BITS, TEXT))
    assert "no belief can do better" in notices
    assert "swapped" not in notices


def test_equal_divergences_are_said_to_be_rare():
    mirror = read(outcome_table(["a", "b"], ["0.9", "0.1"], ["0.1", "0.9"]))
    assert "as well, which is rare" in " ".join(sentences.notices(mirror, BITS, TEXT))


def test_infinity_is_explained():
    notices = sentences.notices(example("ruled_out"), BITS, TEXT)
    assert "ruled out has no finite price" in notices[0]


def test_the_alternative_text_names_every_outcome():
    alt = sentences.alt(example("weather"), BITS, TEXT)
    assert "snow is 0.125 wide and 2.000 tall, an area of 0.250" in alt
    assert "Together 2.000 bits: entropy 1.750 and divergence 0.250" in alt


@pytest.mark.parametrize(
    ("p", "q", "title", "notice"),
    [
        (0.7, 0.3, "costs 0.489 bits more", "At p = 0.3 the line touches the curve"),
        (0.7, 0.7, "as little as can be", "The gap is the divergence, 0.000"),
        (0.5, 1.0, "costs ∞: it was certain, and wrong", "To be certain is to bet everything"),
        (1.0, 1.0, "costs 0.000 bits", "To be certain is to bet everything"),
    ],
)
def test_the_coins_sentences(p, q, title, notice):
    coin = CoinExample.from_beliefs(p, q)
    assert title in sentences.coin_title(coin, BITS, TEXT)
    assert notice in sentences.coin_notice(coin, BITS, TEXT)
    assert sentences.coin_alt(coin, BITS, TEXT)


def test_the_worked_table_has_every_step():
    table = tables.worked_steps(example("loaded"), TEXT)
    head, rows, (foot,) = table.head, table.rows, table.foot
    assert head[3] == "−log₂ p"
    assert rows[0] == ["heads", "0.9", "0.5", "0.1520", "1.0000", "0.1368", "0.7632", "0.9000"]
    assert foot[-3:] == ["0.4690", "0.5310", "1.0000"]
