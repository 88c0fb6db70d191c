"""Cross-Entropy Explorer: cross-entropy loss made touchable. Run ``streamlit run app.py``."""

import streamlit as st

app = st.App("pages/contents.py")
