"""Log of what the installed libraries no longer have."""

from __future__ import annotations

import logging
from functools import cache

_log = logging.getLogger("pages.parts.internals")


@cache
def report(consequence: str) -> None:
    """Log, once in a server's life, what is so because a library has changed inside."""
    _log.warning("A library has changed inside: %s", consequence)
