"""Address lookup: Streamlit asks no other host for this one's.

Needs: ``streamlit.net_util`` looks the addresses up in two functions that others call by it.
Why: when a page of another site tries to connect, Streamlit asks a host on the internet for this
    one's address, and serves nobody until it has an answer. It need not know: pages of this
    server are told by their Host.
Upstream: github.com/streamlit/streamlit/issues/7721, closed as no defect.
Without it: the app works; a foreign page's attempt holds all readers up for a second or two.
"""

from __future__ import annotations

from importlib import import_module

LOOKUPS = ("get_internal_ip", "get_external_ip")
WITHOUT = "Streamlit may ask another host for this server's address."


def applies() -> bool:
    """Say whether both functions are there."""
    net_util = import_module("streamlit.net_util")
    return all(callable(getattr(net_util, lookup, None)) for lookup in LOOKUPS)


def apply() -> None:
    """Let both know no address."""
    net_util = import_module("streamlit.net_util")
    for lookup in LOOKUPS:
        setattr(net_util, lookup, lambda: None)
