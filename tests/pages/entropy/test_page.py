"""What only the running chapter shows: edits on their way, a sum that waits, swapping."""

import pytest


@pytest.fixture
def entropy(chapter):
    return chapter("entropy")


def test_swapping_exchanges_p_and_q_and_keeps_an_edit(entropy):
    entropy.click("try.loaded")
    entropy.click("swap")
    assert "<dd>1.7370" in entropy.html
    entropy.click("swap")
    assert "<dd>0.5310" in entropy.html


def test_a_sum_that_is_not_one_is_named_and_scaled_and_the_coin_goes_on(entropy):
    entropy.edit("outcomes", 0, "q", "1")
    assert "those in q sum to 1.5" in entropy.warnings[0]
    assert "As it was before the last edit." in entropy.html
    assert "Can a wrong belief ever pay?" in [header.value for header in entropy.app.header]
    entropy.click("suggestion")
    assert not entropy.warnings
    assert entropy.held("outcomes")["q"].tolist() == ["0.667", "0.333"]


def test_outcomes_are_added_and_removed(entropy):
    entropy.click("try.weather")
    entropy.delete("outcomes", 3)
    assert "those in p sum to 0.875, those in q to 0.75" in entropy.warnings[0]
    entropy.add("outcomes", outcome="hail", p="0.125", q="0.25")
    assert "<dd>2.0000" in entropy.html


def test_zeros_are_explained_and_nothing_is_suggested(entropy):
    for row in (0, 1):
        entropy.edit("outcomes", row, "p", "0")
    assert "every probability in p is 0" in entropy.warnings[0]
    assert "suggestion" not in [button.key for button in entropy.app.button]


def test_the_unit_is_kept_and_does_not_change_the_base_of_the_students(entropy):
    entropy.app.segmented_control(key=entropy.slot("unit")).set_value("e").run()
    entropy.open("binary")
    assert "2.0757" in entropy.html
    entropy.open("entropy")
    assert "<dd>0.6931<small>nats" in entropy.html


def test_what_a_suggestion_adds_has_a_name_in_the_readers_language(chapter):
    page = chapter("entropy", "zh")
    page.delete("outcomes", 1)
    page.click("suggestion")
    assert page.held("outcomes")["outcome"].tolist() == ["正面", "其他"]
