"""Cross-Entropy Explorer: cross-entropy loss made touchable. Run ``streamlit run app.py``."""

import streamlit as st
from starlette.middleware import Middleware

from pages.parts.internals import patches
from pages.parts.internals.no_delay import NoDelay
from pages.parts.serving import scripts
from pages.parts.serving.headers import SecurityHeaders

patches.apply_all()

app = st.App(
    "pages/contents.py",
    middleware=[Middleware(NoDelay), Middleware(SecurityHeaders)],
    routes=scripts.routes(),
)
