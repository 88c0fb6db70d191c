"""The chapters in reading order, by the part of the story that they belong to."""

from __future__ import annotations

CHAPTERS: dict[str, list[str]] = {
    "": ["home"],
    "why": ["downhill", "line"],
    "scores": ["sigmoid", "softmax"],
    "probabilities": ["entropy", "binary", "multiclass", "logits"],
    "practice": ["frameworks", "article"],
}


def script(chapter: str) -> str:
    """Return the chapter's page as Streamlit's links name it.

    Examples
    --------
    >>> script("binary")
    'binary/page.py'
    """
    return f"{chapter}/page.py"


def is_there(chapter: str) -> bool:
    """Say whether there is such a chapter."""
    return any(chapter in chapters for chapters in CHAPTERS.values())
