"""Cross-Entropy Explorer: cross-entropy loss made touchable. Run ``streamlit run app.py``."""

import streamlit as st
from starlette.middleware import Middleware
from streamlit import net_util

from pages.parts.serving import scripts
from pages.parts.serving.at_once import AnswerAtOnce
from pages.parts.serving.compression import remember_longer
from pages.parts.serving.headers import SecurityHeaders

# When a page of another site tries to connect, Streamlit asks a host on the internet for this
# one's address, and serves nobody until it has an answer. It need not know: pages of this
# server are told by their Host.
for lookup in ("get_internal_ip", "get_external_ip"):
    setattr(net_util, lookup, lambda: None)

remember_longer()

app = st.App(
    "pages/contents.py",
    middleware=[Middleware(AnswerAtOnce), Middleware(SecurityHeaders)],
    routes=scripts.routes(),
)
