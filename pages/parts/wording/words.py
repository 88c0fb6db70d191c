"""Every word that a reader sees, by key, from a chapter's .toml file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from string import Formatter
from typing import Any

from pages.parts.wording import escape

_PAGES = Path(__file__).parents[2]


@dataclass(frozen=True, eq=False)
class Words:
    """A chapter's words in one language.

    Keys are dotted (``"notice.tie"``). A call puts values in by name and escapes them for
    Markdown, so that a student called ``**A**`` stays one; `plain` leaves them as they are, for
    figures, alternative texts and everything else that is not Markdown.
    """

    sentences: dict[str, str]
    language: str = "en"

    def of(self, chapter: str) -> Words:
        """Return another chapter's words in the same language."""
        return words(chapter, self.language)

    @cached_property
    def data(self) -> dict[str, str]:
        """The words of the usual tables in this language, by the English ones."""
        return {
            key.removeprefix("data."): sentence
            for key, sentence in self.sentences.items()
            if key.startswith("data.")
        }

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the sentence of that key for Markdown."""
        return _fill(
            self.sentences[key],
            {name: escape.markdown(str(value)) for name, value in values.items()},
        )

    def plain(self, key: str, /, **values: object) -> str:
        """Return the sentence of that key as plain text."""
        return _fill(self.sentences[key], values)

    def listed(self, items: Iterable[object]) -> str:
        """Return the items in a row, as the language puts names and numbers side by side."""
        return self.sentences["list.names"].join(map(str, items))

    def listed_clauses(self, items: Iterable[str]) -> str:
        """Return the items in a row where they hold commas themselves."""
        return self.sentences["list.clauses"].join(items)

    def has(self, key: str, /) -> bool:
        """Say whether there is a sentence of that key."""
        return key in self.sentences


def _fill(sentence: str, values: Mapping[str, object]) -> str:
    """Put the values in; between Chinese and Latin letters or digits comes a space.

    Examples
    --------
    >>> _fill("{model}的损失", {"model": "模型 A"}), _fill("{model}的损失", {"model": "老师"})
    ('模型 A 的损失', '老师的损失')
    """
    filled = ""
    for literal, name in _pieces(sentence):
        for part in (literal, "" if name is None else str(values[name])):
            gap = " " if _MIXED.fullmatch(filled[-1:] + part[:1]) else ""
            filled += gap + part
    return filled


_MIXED = re.compile(r"[A-Za-z0-9][\u4e00-\u9fff]|[\u4e00-\u9fff][A-Za-z0-9]")


@cache
def _pieces(sentence: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((literal, name) for literal, name, _, _ in Formatter().parse(sentence))


@cache
def words(chapter: str, language: str = "en") -> Words:
    """Return the words of ``pages/<chapter>/<language>.toml`` over the shared ones."""
    shared = _read(_PAGES / "parts" / "wording" / f"{language}.toml")
    return Words(shared | _read(_PAGES / chapter / f"{language}.toml"), language)


def _read(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        return dict(_flatten(tomllib.load(file)))


def _flatten(table: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            pairs += _flatten(value, f"{prefix}{key}.")
        else:
            pairs.append((prefix + key, value))
    return pairs
