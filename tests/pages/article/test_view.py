"""The ledger as a function of its input: every number with its exact value and its reason."""

import html

import pytest

from ce_core import article
from ce_core.article import PRINTED
from pages.article.cases import GROUPS
from pages.article.chapter import CHAPTER
from pages.article.inputs import CASES
from pages.article.ledger import VERDICTS, LedgerEntry
from pages.parts.model.blocks import OpenChapter
from pages.parts.wording.words import words
from tests.pages.seen import Seen

TEXT = words("article")


def what(number):
    return html.escape(TEXT.plain(f"entry.{number.id}.what"))


def test_every_number_of_the_article_is_there_with_its_exact_value():
    shown = Seen("article").prose
    for number in PRINTED:
        entry = LedgerEntry.of(number)
        for value in (*entry.exact, *entry.printed):
            assert value in shown, number.id
        verdict = number.verdict.replace(" ", "_")
        assert f"{TEXT.plain(f'sign.{verdict}')} {TEXT.plain(f'verdict.{verdict}')}" in shown
        assert what(number) in shown
        if number.why:
            assert html.escape(TEXT.plain(f"entry.{number.id}.why")) in shown


def test_every_number_belongs_to_exactly_one_group():
    for number in PRINTED:
        assert sum(group.holds(number.id) for group in GROUPS.values()) == 1, number.id


def test_the_reasons_say_what_the_ledger_says():
    for number in PRINTED:
        key = f"entry.{number.id}.why"
        assert TEXT.has(key) == bool(number.why)
        if number.why:
            assert TEXT.plain(key).rstrip(".").lower() == number.why.lower()


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_can_be_asked_for(verdict):
    shown = Seen("article", shown_verdict=verdict).prose
    for number in PRINTED:
        assert (what(number) in shown) == (number.verdict == verdict)


def test_each_verdict_is_a_case():
    assert [case.shown_verdict for case in CASES.values()] == ["all", *VERDICTS]


def test_a_group_opens_its_chapter_with_its_exact_value():
    shown = Seen("article")
    doors = {block.name: block for block in shown.blocks if isinstance(block, OpenChapter)}
    assert list(doors) == [f"open-{name}" for name in GROUPS]
    for name, group in GROUPS.items():
        door = doors[f"open-{name}"]
        assert door.chapter == group.chapter
        there = Seen(group.chapter, **vars(door.inputs))
        exact = [f.exact for f in PRINTED if group.holds(f.id) and not isinstance(f.exact, tuple)]
        if group.chapter in ("binary", "frameworks"):
            assert f"{exact[0]:.4f}" in there.prose or f"{exact[0]:.12g}" in there.prose


def test_the_closest_call_and_the_furthest_miss_are_named():
    shown = Seen("article").prose
    assert "The closest call is 0.259: with one more digit it is 0.2595" in shown
    assert "The furthest is 1.0966: its inputs give 0.4580" in shown
    assert article.printed_number("pytorch.bce").exact == pytest.approx(0.457959824144)


def test_the_question_is_answered_with_almost_four_times_the_last_digit():
    question = CHAPTER.question(TEXT)
    assert question.answer == pytest.approx(0.04)
    assert question.names["rounded"] == "0.02"
