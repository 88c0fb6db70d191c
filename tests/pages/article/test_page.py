"""The ledger without a browser: every figure with its exact value, and the way to its chapter."""

import html

import numpy as np
import pytest

from ce_core import article
from ce_core.article import PRINTED
from pages.article.cases import GROUPS
from pages.article.ledger import LedgerEntry
from pages.parts.wording.words import words

TEXT = words("article")


@pytest.fixture
def ledger(chapter):
    return chapter("article")


def test_every_figure_of_the_article_is_on_screen_with_its_exact_value(ledger):
    for figure in PRINTED:
        entry = LedgerEntry.of(figure)
        for exact in entry.exact:
            assert exact in ledger.html, figure.id
        for printed in entry.printed:
            assert printed in ledger.html, figure.id
        verdict = figure.verdict.replace(" ", "_")
        assert f"{TEXT.plain(f'sign.{verdict}')} {TEXT.plain(f'verdict.{verdict}')}" in ledger.html
        assert html.escape(TEXT.plain(f"entry.{figure.id}.what")) in ledger.html
        if figure.why:
            assert html.escape(TEXT.plain(f"entry.{figure.id}.why")) in ledger.html


def test_every_figure_belongs_to_exactly_one_group():
    for figure in PRINTED:
        assert sum(group.holds(figure.id) for group in GROUPS.values()) == 1, figure.id


def test_the_reasons_say_what_the_ledger_says():
    for figure in PRINTED:
        key = f"entry.{figure.id}.why"
        assert TEXT.has(key) == bool(figure.why)
        if figure.why:
            assert TEXT.plain(key).rstrip(".").lower() == figure.why.lower()


@pytest.mark.parametrize("verdict", ["matches", "cut", "last digit", "not reproducible"])
def test_a_verdict_can_be_asked_for(ledger, verdict):
    ledger.app.session_state["shown_verdict"] = verdict
    ledger.app.run()
    ledger.check()
    for figure in PRINTED:
        shown = html.escape(TEXT.plain(f"entry.{figure.id}.what")) in ledger.html
        assert shown == (figure.verdict == verdict)


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_opens_its_chapter_in_that_state(chapter, name):
    group = GROUPS[name]
    page = chapter(group.chapter)
    if group.chapter == "frameworks":
        page.app.text_area(key="targets").set_value("nonsense").run()
    page.open("article")
    page.click(f"open-{name}")
    assert page.app.title[0].value == words(group.chapter)("question")
    assert not page.warnings
    exact = next(f for f in PRINTED if group.holds(f.id) and not isinstance(f.exact, tuple)).exact
    if group.chapter in ("binary", "frameworks"):
        assert f"{exact:.4f}" in page.html or f"{exact:.12g}" in page.prose


def test_the_closest_call_and_the_furthest_miss_are_named(ledger):
    assert "The closest call is 0.259: with one more digit it is 0.2595" in ledger.prose
    assert "The furthest is 1.0966: its inputs give 0.4580" in ledger.prose
    assert np.isclose(article.printed_number("pytorch.bce").exact, 0.457959824144)


def test_a_prediction_is_answered(ledger):
    ledger.app.session_state["predict"] = True
    ledger.app.run()
    ledger.click("reveal-article")
    assert "Almost 0.04: each cut takes up to 0.01" in ledger.prose
    assert "0.02 in all" in ledger.prose
