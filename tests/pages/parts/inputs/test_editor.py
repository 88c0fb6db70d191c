import ast
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.inputs.editor import put_table

APP = Path(__file__).parents[3] / "browser/apps/shared_parts.py"
START = ["A|pass|0.9|2", "B|pass|0.8|1", "C|fail|0.3|-1", "D|pass|0.7|0"]


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(APP, default_timeout=30).run()


def edit(
    app: AppTest,
    name: str,
    *,
    edited_rows: Mapping[int, Mapping[str, object]] | None = None,
    added_rows: Sequence[Mapping[str, object]] = (),
    deleted_rows: Sequence[int] = (),
    run: bool = True,
) -> AppTest:
    """Give the editor on the page its edits, all since it was started, and rerun.

    Rows count from 0 in the table that the editor was started with: the default, the preset,
    or what another chapter left.
    """
    store = app.session_state["explorer"].tables[name]
    app.session_state[store.editors[store.view].key] = {
        "edited_rows": dict(edited_rows or {}),
        "added_rows": list(added_rows),
        "deleted_rows": list(deleted_rows),
    }
    return app.run() if run else app


def shows(app: AppTest) -> list[str]:
    assert not app.exception
    return app.code[0].value.split("\n")


def test_starts_with_the_default(app: AppTest):
    assert shows(app) == START


def test_edits_are_relative_to_the_start_and_not_lost_by_reruns(app: AppTest):
    edit(app, "students", edited_rows={0: {"first": "1,5"}})
    edit(app, "students", edited_rows={0: {"first": "1,5"}, 1: {"first": "-5"}})
    app.run()
    assert shows(app)[:2] == ["A|pass|1,5|2", "B|pass|-5|1"]


def test_a_cleared_cell_is_an_empty_text(app: AppTest):
    edit(app, "students", edited_rows={2: {"first": None}})
    assert shows(app)[2] == "C|fail||-1"


def test_an_added_row_counts_once_something_is_typed(app: AppTest):
    edit(app, "students", added_rows=[{}, {"first": None}])
    assert shows(app) == START
    edit(app, "students", added_rows=[{}, {"first": "0.5"}])
    assert shows(app) == [*START, "||0.5|9"]


def test_an_added_row_does_not_inherit_from_the_last_row_deleted(app: AppTest):
    edit(app, "students", deleted_rows=[3], added_rows=[{"student": "E"}])
    assert shows(app) == [*START[:3], "E|||9"]


def test_all_rows_deleted_leave_columns_and_dtypes(app: AppTest):
    edit(app, "students", deleted_rows=[0, 1, 2, 3])
    assert shows(app) == ["no rows"]
    frame = app.session_state["explorer"].tables["students"].frame
    assert list(frame.columns) == ["student", "outcome", "first", "score"]
    assert set(frame.dtypes) == {pd.StringDtype(na_value=float("nan"))}


def test_more_rows_than_anyone_wants_are_all_kept(app: AppTest):
    edit(app, "students", added_rows=[{"student": str(i)} for i in range(300)])
    assert len(shows(app)) == 304


def test_a_button_sees_an_edit_that_arrives_with_its_click(app: AppTest):
    edit(app, "students", edited_rows={0: {"first": "0.6"}}, run=False)
    app.button[1].click().run()  # Halve
    assert shows(app)[0] == "A|pass|0.6/2|2"


def test_a_preset_restarts_the_table(app: AppTest):
    edit(app, "students", edited_rows={0: {"first": "0.6"}})
    app.button[0].click().run()
    assert shows(app) == ["A|pass|0.5|2", "B|pass|0.5|1"]
    edit(app, "students", edited_rows={1: {"first": "0.7"}})
    assert shows(app) == ["A|pass|0.5|2", "B|pass|0.7|1"]


@pytest.mark.parametrize(
    "edits",
    [
        {"edited_rows": {0: {"first": ["0", "1"]}}},
        {"edited_rows": {0: {"first": {"a": 1}}}},
        {"edited_rows": {0: {"first": 7}}},
        {"added_rows": [{"student": True}]},
    ],
)
def test_whatever_a_browser_sends_becomes_text(app: AppTest, edits: dict[str, object]):
    edit(app, "students", **edits)
    assert not app.exception
    frame = app.session_state["explorer"].tables["students"].frame
    assert frame.map(lambda cell: type(cell) is str).all(axis=None)


def test_the_table_shows_an_edit_that_came_after_its_page_was_left(app: AppTest):
    edit(app, "students", edited_rows={1: {"first": "0.2"}})
    left = app.session_state["explorer"].tables["students"].editors["binary"]
    app.session_state["explorer"].tables["students"].view = "another"
    edits = {0: {"first": "0.6"}, 1: {"first": "0.2"}}
    app.session_state[left.key] = {"edited_rows": edits, "added_rows": [], "deleted_rows": []}
    app.run()
    assert shows(app)[:2] == ["A|pass|0.6|2", "B|pass|0.2|1"]
    now = app.session_state["explorer"].tables["students"].editors["binary"]
    assert now.key != left.key
    assert now.shown["first"].tolist() == ["0.6", "0.2", "0.3", "0.7"]


def test_put_table_wants_different_column_names():
    with pytest.raises(ValueError, match="need different names"):
        put_table("t", pd.DataFrame([[1, 2]], columns=["a", "a"]))


def test_put_table_makes_everything_text():
    def script() -> None:  # AppTest gives it no names from here
        import pandas as pd
        import streamlit as st

        from pages.parts.inputs import editor as table

        table.put_table("t", pd.DataFrame({"a": [0.5, None], "b": [1, 2]}, index=[7, 9]))
        st.code(table.current_table("t", pd.DataFrame).to_dict("split"))

    app = AppTest.from_function(script, default_timeout=30).run()
    assert ast.literal_eval(app.code[0].value) == {
        "index": [0, 1],
        "columns": ["a", "b"],
        "data": [["0.5", "1"], ["", "2"]],
    }
