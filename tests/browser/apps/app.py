"""Serves the two small chapters, and the scripts that their parts fetch."""

import streamlit as st

from pages.parts.serving import scripts

app = st.App("shared_parts.py", routes=scripts.routes())
