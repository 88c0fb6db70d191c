"""A browser that outlived its session goes on where it was; one that sends nonsense starts anew."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import CONTENTS

KEPT = "kept-state"


def first_run(sent: str | None = None) -> AppTest:
    app = AppTest.from_file(CONTENTS, default_timeout=30)
    if sent is not None:
        app.session_state[KEPT] = sent
    return app.run()


def open_binary(app: AppTest) -> AppTest:
    app.switch_page("binary/page.py").run()
    assert not app.exception, app.exception
    return app


def editor(app: AppTest) -> str:
    return str(app.session_state["explorer"].tables["students"].editors["binary"].key)


def edit_first_cell(app: AppTest, text: str) -> dict[str, object]:
    edits = {"edited_rows": {0: {"Model A": text}}, "added_rows": [], "deleted_rows": []}
    app.session_state[editor(app)] = edits
    app.run()
    return edits


@pytest.fixture
def lost() -> tuple[AppTest, dict[str, object]]:
    """A session in which a preset was chosen, then a cell edited; and the edits."""
    app = open_binary(first_run())
    app.button(key="try.undecided").click().run()
    return app, edit_first_cell(app, "0.11")


def test_preset_edits_and_options_go_on_in_a_new_session(lost):
    before, edits = lost
    after = first_run(before.text_input(key=KEPT).value)
    after.session_state[editor(before)] = edits  # the browser sends these itself
    open_binary(after)

    assert editor(after) == editor(before)
    assert after.session_state["logarithm"] == "2"
    students = after.session_state["explorer"].tables["students"].frame
    assert students["Model A"].tolist() == ["0.11", "0.5", "0.5", "0.5"]


def test_a_link_in_the_address_does_not_undo_what_came_after_it(lost):
    sent = lost[0].text_input(key=KEPT).value
    after = AppTest.from_file(CONTENTS, default_timeout=30)
    after.query_params["s"] = "1"
    after.session_state[KEPT] = sent
    open_binary(after.run())
    assert after.session_state["logarithm"] == "2"


def test_the_chosen_language_goes_on():
    sent = json.dumps({"language": "zh"})
    assert first_run(sent).session_state["language"] == "zh"


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "null",
        "[" * 9000,
        "x" * 100_000,
        '{"language": 1}',
        '{"language": "xx", "chapter": "BinaryInputs", "inputs": "1damaged"}',
        '{"language": "en", "chapter": "BinaryInputs", "inputs": "1", "starts": {"": -1}}',
        '{"language": "en", "chapter": "BinaryInputs", "inputs": "1", "starts": {"": true}}',
        '{"language": "en", "chapter": "OtherInputs", "inputs": "1"}',
        '{"language": "en", "unknown": 1}',
    ],
    ids=range(10),
)
def test_what_no_session_wrote_opens_the_usual_case(sent):
    app = open_binary(first_run(sent))
    assert app.session_state["logarithm"] == "10"
    assert app.session_state["explorer"].tables["students"].starts == 1
