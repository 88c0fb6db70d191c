"""Files as they travel to the browser: without what only we read."""

from __future__ import annotations

import re
from pathlib import Path

_COMMENT = re.compile(r"/\*[\s\S]*?\*/|^\s*//.*$", re.MULTILINE)


def asset(name: str) -> str:
    """Return a file, named from ``pages`` on, without comments, indentation and blank lines."""
    source = (Path(__file__).parents[1] / name).read_text(encoding="utf-8")
    return compact(source)


def compact(source: str) -> str:
    r"""Return CSS, JavaScript or HTML without comments, indentation and blank lines.

    Comments behind code stay, as do the ends of lines, on which JavaScript may depend.

    Examples
    --------
    >>> compact("/* One. */\nif (a) {\n\n  // Two.\n  b(); // three\n}")
    'if (a) {\nb(); // three\n}\n'
    """
    lines = (line.strip() for line in _COMMENT.sub("", source).splitlines())
    return "".join(f"{line}\n" for line in lines if line)
