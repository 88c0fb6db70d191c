"""Words that a cell may hold, in every language of the app.

A table is read before it is known, or without it mattering, in which language it was typed.
"""

from __future__ import annotations

PASS_WORDS = ("pass", "passed", "p", "yes", "y", "1", "true", "通过", "及格")
FAIL_WORDS = ("fail", "failed", "f", "no", "n", "0", "false", "未通过", "不及格")

OTHER = "other"
"""What all that has no name of its own is called."""

OTHER_WORDS = (OTHER, "其他")
