"""What a reader typed, made harmless for each place where it is shown."""

from __future__ import annotations

import html
import re

# A point between digits is left alone: it can start neither a list nor a link.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-!|~<>$:&^]|(?<!\d)\.|\.(?!\d))")
_LATEX = {
    "\\": r"\backslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\char`\^{}",
    "~": r"\char`\~{}",
}


def markdown(text: str) -> str:
    r"""Return the text with everything that Markdown or Streamlit would read as markup escaped.

    Examples
    --------
    >>> markdown("**A**")
    '\\*\\*A\\*\\*'
    """
    return _MARKDOWN.sub(r"\\\1", text)


def latex(text: str) -> str:
    r"""Return the text as an upright word inside a formula.

    Examples
    --------
    >>> latex("A_1")
    '\\text{A\\_1}'
    """
    return r"\text{" + "".join(_LATEX.get(character, character) for character in text) + "}"


def plotly(text: str) -> str:
    """Return the text for a figure's label, where Plotly reads a little HTML.

    Examples
    --------
    >>> plotly("<b>A</b>")
    '&lt;b&gt;A&lt;/b&gt;'
    """
    return html.escape(text, quote=False)
