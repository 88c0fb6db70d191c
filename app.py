"""Cross-Entropy Explorer: cross-entropy loss made touchable. Run ``streamlit run app.py``."""

import streamlit as st
from starlette.middleware import Middleware

from pages.parts.headers import SecurityHeaders

app = st.App("pages/contents.py", middleware=[Middleware(SecurityHeaders)])
