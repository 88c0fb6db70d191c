"""What a reader types is text wherever it is shown, never markup."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.wording import escape


@given(st.text(st.characters(exclude_characters="\0"), max_size=30))
def test_markdown_markup_is_escaped_and_nothing_is_lost(text):
    escaped = escape.markdown(text)
    assert escaped.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\") == text
    bare = escaped.replace("\\\\", "")
    for mark in "*_[]`<>$:":
        assert f"\\{mark}" in bare or mark not in bare


@given(st.text(st.characters(exclude_characters="\0"), max_size=30))
def test_plotly_reads_no_tags(text):
    assert "<" not in escape.plotly(text)
    assert html.unescape(escape.plotly(text)) == html.unescape(html.escape(text, quote=False))


@pytest.mark.parametrize(
    "text", ["\\frac{1}{2}", "}{", "$x$", "a_b^c~d", "100%", "#&", "\\href{javascript:x}{y}"]
)
def test_latex_stays_inside_its_text_box(text):
    escaped = escape.latex(text)
    depth = 0
    for before, character in zip("\0" + escaped, escaped, strict=False):
        if before != "\\":
            depth += {"{": 1, "}": -1}.get(character, 0)
    assert depth == 0
    assert escaped.startswith("\\text{")
    assert "\\href" not in escaped
    assert "$" not in escaped.replace("\\$", "")
