"""Names that no column of an editable table may have.

Needs: nothing; more names than these would be.
Why: Streamlit's editor keeps its row labels under this name, and raises an exception for a table
    with such a column, which a reader may paste, upload or open by a link.
Upstream: it is said in the reference of ``st.data_editor`` for ``column_config`` alone.
Without it: such a table takes its page down at every run.
"""

from __future__ import annotations

RESERVED_COLUMNS = ("_index",)
