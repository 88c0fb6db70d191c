"""Rerun on reconnect: a page that has lost its session runs again as soon as it is connected.

Needs: a browser that connects anew asks for a run where the last one had a fragment with a timer,
    and sends the values of all its widgets along.
Why: else the page waits for the reader, with a session that has never run. If they then move a
    live slider, nothing follows it: the browser asks for a fragment that the server has not met.
Upstream: github.com/streamlit/streamlit/pull/11890, pull/9083; no option asks for such a run.
Without it: the page is brought back by the reader's next edit, but not by a move of a slider.
"""

from __future__ import annotations

from datetime import timedelta

import streamlit as st


@st.fragment(run_every=timedelta(days=1))
def rerun_on_reconnect() -> None:
    """Do nothing; the timer alone counts. Call it once a run."""
