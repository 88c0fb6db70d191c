"""What only the running ledger shows: a verdict chosen, and ways into the chapters."""

from pages.article.cases import GROUPS
from pages.parts.wording.words import words


def test_a_verdict_is_chosen_and_there_after_a_visit_to_another_chapter(chapter):
    ledger = chapter("article")
    assert "0.259<" in ledger.html
    ledger.app.session_state[ledger.slot("shown_verdict")] = "not reproducible"
    ledger.app.run()
    ledger.check()
    assert "1.0966" in ledger.html
    assert "0.259<" not in ledger.html
    ledger.open("home")
    ledger.open("article")
    assert ledger.held("shown_verdict") == "not reproducible"
    assert "0.259<" not in ledger.html


def test_a_group_opens_its_chapter_in_that_state_over_what_was_typed_there(chapter):
    page = chapter("frameworks")
    page.app.text_area(key=page.slot("targets")).set_value("nonsense").run()
    page.open("article")
    name = next(name for name, group in GROUPS.items() if group.chapter == "frameworks")
    page.click(f"open-{name}")
    assert page.app.title[0].value == words("frameworks")("question")
    assert page.app.text_area(key="frameworks-targets").value == GROUPS[name].inputs().targets
    assert not page.warnings
