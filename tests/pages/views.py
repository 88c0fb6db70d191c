"""What a chapter's view shows, for tests that need no app: its blocks, its words, its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, TypeAlias

from pages.parts.model.blocks import (
    Block,
    Blocks,
    Box,
    Columns,
    Figure,
    Fold,
    Formula,
    Headlines,
    OfResult,
    Row,
)
from pages.parts.model.chapter import View

Shown: TypeAlias = "Mapping[str, View] | View | Blocks"


def flat(shown: Shown, result: object = None) -> Iterator[Block]:
    """Give every block, and those within others: folds opened, and those made of the result."""
    if isinstance(shown, View):
        shown = [*shown.left, *shown.right, *shown.below]
    if isinstance(shown, Mapping):
        shown = [block for view in shown.values() for block in flat(view)]
    for block in shown:
        yield block
        if isinstance(block, Box | Row):
            yield from flat(block.blocks, result)
        elif isinstance(block, Columns):
            for column in block.columns:
                yield from flat(column, result)
        elif isinstance(block, Fold):
            yield from flat(block.blocks(), result)
        elif isinstance(block, OfResult):
            yield from flat(block.blocks(result), result)


def said(shown: Shown, result: object = None) -> str:
    """Return all words of the blocks as they are read; not those within figures."""
    return "\n".join(text for block in flat(shown, result) for text in _texts(block))


def headlines(shown: Shown) -> dict[str, str]:
    """Return the numbers that matter by their labels."""
    rows = [block.numbers for block in flat(shown) if isinstance(block, Headlines)]
    return {number.label: number.value for row in rows for number in row}


def remarks(shown: Shown) -> list[str]:
    """Return what is remarked of each of the numbers that matter."""
    rows = [block.numbers for block in flat(shown) if isinstance(block, Headlines)]
    return [number.remark for row in rows for number in row]


def figures(shown: Shown) -> dict[str, Figure]:
    """Return the figures by name."""
    return {block.name: block for block in flat(shown) if isinstance(block, Figure)}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Formula):
        yield from value.lines
    elif isinstance(value, str):
        yield value.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\")
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif hasattr(value, "__dataclass_fields__"):
        for field in fields(value):
            if field.name not in _UNREAD:
                yield from _texts(getattr(value, field.name))


_UNREAD = ("name", "chart", "colour", "blocks", "columns", "icon", "panel")
