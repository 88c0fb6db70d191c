"""The chapter without a browser: start, presets, swap, edits, bad edits, mends."""

import pytest

from pages.entropy.inputs import CASES, EntropyInputs
from pages.parts.inputs import link


@pytest.fixture
def entropy(chapter):
    return chapter("entropy")


def test_it_starts_with_a_fair_coin(entropy):
    assert "<dd>1.0000<small>bits" in entropy.html
    assert "The belief is right" in entropy.prose


@pytest.mark.parametrize(
    ("preset", "cross_entropy"),
    [
        ("loaded", "1.0000"),
        ("other_way", "1.7370"),
        ("weather", "2.0000"),
        ("ruled_out", "∞"),
        ("fair", "1.0000"),
    ],
)
def test_a_preset_sets_the_whole_stage(entropy, preset, cross_entropy):
    entropy.edit("outcomes", 0, "p", "0.7")
    entropy.click(f"try.{preset}")
    assert f"<dd>{cross_entropy}<small>bits" in entropy.html
    assert not entropy.warnings


def test_swapping_exchanges_p_and_q_and_keeps_an_edit(entropy):
    entropy.click("try.loaded")
    entropy.click("swap")
    assert "<dd>1.7370" in entropy.html
    entropy.click("swap")
    assert "<dd>0.5310" in entropy.html


def test_bits_nats_and_hartleys(entropy):
    for base, figure in (("e", "0.6931<small>nats"), ("10", "0.3010<small>hartleys")):
        entropy.app.segmented_control(key="unit").set_value(base).run()
        entropy.check()
        assert figure in entropy.html


def test_the_unit_does_not_change_the_base_of_the_students(entropy):
    entropy.open("binary")
    assert "2.0757" in entropy.html


def test_an_edit_moves_everything(entropy):
    entropy.edit("outcomes", 0, "q", "0.25")
    entropy.edit("outcomes", 1, "q", "0.75")
    assert "<dd>1.2075" in entropy.html


def test_outcomes_are_added_and_removed(entropy):
    entropy.click("try.weather")
    entropy.delete("outcomes", 3)
    assert "those in p sum to 0.875, those in q to 0.75" in entropy.warnings[0]
    entropy.add("outcomes", outcome="hail", p="0.125", q="0.25")
    assert "<dd>2.0000" in entropy.html


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("p", "-0.5", "A probability must lie between 0 and 1; outcome heads, p has -0.5."),
        ("p", "1.5", "A probability must lie between 0 and 1"),
        ("q", "<script>", "A probability must be a number"),
        ("q", "", "A probability is missing; outcome heads, q is empty."),
        ("q", "0.8", "those in q sum to 1.3."),
        ("outcome", "tails", "Names must differ"),
        ("outcome", "", "Each outcome needs a name"),
    ],
)
def test_a_bad_cell_is_explained_beside_the_table_and_kept(entropy, column, text, sentence):
    entropy.edit("outcomes", 0, column, text)
    assert sentence in entropy.warnings[0]
    assert entropy.held("outcomes").loc[0, column] == text
    assert "As it was before the last edit." in entropy.html
    assert "Can a wrong belief ever pay?" in [header.value for header in entropy.app.header]


@pytest.mark.parametrize(("column", "text"), [("p", "50%"), ("q", "0,5"), ("q", "1/2")])
def test_an_obvious_mend_restores_the_coin(entropy, column, text):
    entropy.edit("outcomes", 0, column, text)
    entropy.click("mend")
    assert not entropy.warnings
    assert "<dd>1.0000<small>bits" in entropy.html


def test_a_sum_that_is_not_one_is_scaled(entropy):
    entropy.edit("outcomes", 0, "q", "1")
    assert "those in q sum to 1.5" in entropy.warnings[0]
    entropy.click("mend")
    assert not entropy.warnings
    frame = entropy.held("outcomes")
    assert frame["q"].tolist() == ["0.667", "0.333"]


def test_zeros_are_explained_and_not_mended(entropy):
    for row in (0, 1):
        entropy.edit("outcomes", row, "p", "0")
    assert "every probability in p is 0" in entropy.warnings[0]
    assert "mend" not in [button.key for button in entropy.app.button]


def test_one_outcome_and_none(entropy):
    entropy.delete("outcomes", 1)
    assert "at least 2 outcomes" in entropy.warnings[0]
    entropy.click("mend")
    assert "<dd>1.0000<small>bits" in entropy.html
    entropy.delete("outcomes", 0, 1)
    assert "there are none" in entropy.warnings[0]
    entropy.click("mend")
    assert "<dd>1.0000<small>bits" in entropy.html


def test_twenty_one_outcomes(entropy):
    for i in range(19):
        entropy.add("outcomes", outcome=f"o{i}", p="0", q="0")
    assert "at most 20 outcomes" in entropy.warnings[0]
    entropy.click("mend")
    assert "<dd>1.0000<small>bits" in entropy.html


def test_names_are_no_markup(entropy):
    entropy.edit("outcomes", 0, "outcome", "**bold** $x$")
    assert "When **bold** $x$ comes" in entropy.prose


def test_the_worked_table_comes_when_opened(entropy):
    assert "difference" not in entropy.html
    entropy.app.session_state["worked"] = True
    entropy.app.run()
    assert "difference" in entropy.html


def test_a_prediction_is_answered_with_guess_and_answer(entropy):
    entropy.app.session_state["predict"] = True
    entropy.app.run()
    assert "has an entropy of 1 bit" in entropy.prose
    entropy.click("reveal-entropy")
    assert "0.47 bits." in entropy.prose


def test_edits_are_there_after_a_visit_to_another_chapter(entropy):
    entropy.click("try.weather")
    entropy.app.segmented_control(key="unit").set_value("e").run()
    entropy.open("home")
    entropy.open("entropy")
    assert "<dd>1.3863<small>nats" in entropy.html


def test_a_link_brings_the_whole_state_along(entropy):
    state = EntropyInputs(CASES["weather"].outcomes, unit="e", coin_p=0.9, coin_q=0.5)
    entropy.app.query_params["s"] = link.encode(state, EntropyInputs())
    entropy.open("entropy")
    assert "<dd>1.3863<small>nats" in entropy.html
    assert "Believing 0.5 of a coin of 0.9 costs 0.368 nats" in entropy.prose


def test_it_can_be_taken_along(entropy):
    entropy.app.session_state["take"] = True
    entropy.app.run()
    entropy.check()
    assert "kl_divergence" in entropy.app.code[0].value


def test_what_a_mend_adds_has_a_name_in_the_readers_language(chapter):
    page = chapter("entropy", "zh")
    page.delete("outcomes", 1)
    page.click("mend")
    assert page.held("outcomes")["outcome"].tolist() == [
        "正面",
        "其他",
    ]
