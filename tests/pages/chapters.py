"""Every chapter with what can be changed in it."""

from importlib import import_module
from typing import Any

from pages.chapters import CHAPTERS
from pages.parts.model.chapter import Chapter

DECLARED: dict[str, Chapter] = {
    chapter: import_module(f"pages.{chapter}.chapter").CHAPTER
    for chapters in CHAPTERS.values()
    for chapter in chapters
}
KINDS: dict[str, type[Any]] = {name: chapter.inputs for name, chapter in DECLARED.items()}
CASES: dict[str, dict[str, Any]] = {name: dict(chapter.cases) for name, chapter in DECLARED.items()}
