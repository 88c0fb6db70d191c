"""Blocks as HTML: what a chapter shows of them without any widget, on a page or without one."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from functools import singledispatch
from typing import Any

import numpy as np

from pages.parts.model import blocks as b
from pages.parts.wording.words import Words


@singledispatch
def html_of(block: object, text: Words) -> str | None:
    """Return a block as HTML; None where it takes more, such as a widget or a formula."""
    return None


def joined(parts: Iterable[str]) -> str:
    """Return pieces of HTML, one below the other."""
    return f'<div class="ce-parts">{"".join(parts)}</div>'


# What the sentences themselves mark, and what was escaped in them.
_MARKED = re.compile(r"\\(.)|\*\*|[^\\*]+|.")
_MORE = re.compile(r"(?<!\\)[`$\n]|^- ")


def inline(markdown: str) -> str | None:
    r"""Return a sentence in Markdown as HTML; None where it holds more than words in bold.

    Examples
    --------
    >>> inline(r"**So**: \*\*A\*\* < B"), inline("$x$")
    ('<strong>So</strong>: **A** &lt; B', None)
    """
    if _MORE.search(markdown):
        return None
    written, is_bold = [], False
    for piece in _MARKED.finditer(markdown):
        if piece[0] == "**":
            is_bold = not is_bold
            written.append("<strong>" if is_bold else "</strong>")
        else:
            written.append(html.escape(piece[1] or piece[0], quote=False))
    return "".join(written)


@html_of.register
def _(block: b.Headlines, text: Words) -> str:
    return f'<dl class="ce-numbers" aria-live="polite">{"".join(map(_card, block.numbers))}</dl>'


def _card(number: b.Headline) -> str:
    style = f' style="--ce-colour:{number.colour}"' if number.colour else ""
    remark = f"<small>{html.escape(number.remark)}</small>" if number.remark else ""
    return (
        f"<div{style}><dt>{html.escape(number.label)}</dt>"
        f"<dd>{html.escape(number.value)}{remark}</dd></div>"
    )


@html_of.register
def _(block: b.Figure, text: Words) -> str | None:
    title = inline(block.title)
    if title is None:
        return None
    return (
        (f'<p class="ce-title"><strong>{title}</strong></p>' if title else "")
        + drawn(block.chart, alt=block.alt, name=block.name)
        + (_hint(block.hint) if block.hint else "")
    )


def drawn(chart: b.Chart, *, alt: str, name: str) -> str:
    """Return a figure as an attribute of its place, from which the painter draws it.

    Not with ``st.plotly_chart``, which throws away what was drawn and starts anew, twice, at
    every change. And the attribute is in the page some 50 ms before a component would be told.
    """
    data, height = _json({"figure": chart, "alt": alt}), chart["layout"]["height"]
    return (
        f'<div role="figure" data-name="{name}" style="height:{height}px"'
        f" data-figure='{data}'></div>"
    )


# The signs that mean something in HTML, as JSON may spell them: Streamlit drops an attribute in
# which it sees the end of a comment or of a style sheet, though a reader has typed it as a name.
_IN_HTML = str.maketrans({sign: rf"\u{ord(sign):04x}" for sign in "<>&'"})


def _json(document: dict[str, Any]) -> str:
    """Return the document as JSON, which knows no infinity: a gap in Plotly's figures."""
    write = json.JSONEncoder(
        separators=(",", ":"), ensure_ascii=False, default=np.ndarray.tolist
    ).encode
    text = write(document)
    if "NaN" in text or "Infinity" in text:
        text = write(json.loads(text, parse_constant=lambda _: None))
    return text.translate(_IN_HTML)


@html_of.register
def _(block: b.Notice, text: Words) -> str | None:
    return _paragraph(f"**{text('notice.title')}** " + " ".join(block.sentences))


@html_of.register
def _(block: b.Prose, text: Words) -> str | None:
    return _paragraph(block.markdown)


def _paragraph(markdown: str) -> str | None:
    sentence = inline(markdown)
    return None if sentence is None else f"<p>{sentence}</p>"


@html_of.register
def _(block: b.Hint, text: Words) -> str:
    return _hint(block.text)


def _hint(text: str) -> str:
    return f'<p class="ce-hint">{html.escape(text)}</p>'


@html_of.register
def _(block: b.Html, text: Words) -> str:
    return block.html


@html_of.register
def _(block: b.WorkedTable, text: Words) -> str:
    def line(cells: Iterable[str], tag: str = "td") -> str:
        first, *rest = (html.escape(cell) for cell in cells)
        return (
            f'<tr><th scope="row">{first}</th>'
            + "".join(f"<{tag}>{cell}</{tag}>" for cell in rest)
            + "</tr>"
        )

    return (
        '<div class="ce-table" tabindex="0" role="region" aria-label="'
        + html.escape(block.caption, quote=True)
        + '"><table><thead><tr>'
        + "".join(f'<th scope="col">{html.escape(cell)}</th>' for cell in block.head)
        + "</tr></thead><tbody>"
        + "".join(map(line, block.rows))
        + "</tbody><tfoot>"
        + "".join(map(line, block.foot))
        + "</tfoot></table></div>"
    )
