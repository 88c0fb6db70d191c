"""Edit a table in AppTest, whose browser is not there to do it."""

from collections.abc import Mapping, Sequence

from streamlit.testing.v1 import AppTest


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
    store = app.session_state[f"table:{name}"]
    app.session_state[store.editors[store.view].key] = {
        "edited_rows": dict(edited_rows or {}),
        "added_rows": list(added_rows),
        "deleted_rows": list(deleted_rows),
    }
    return app.run() if run else app
