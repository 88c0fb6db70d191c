"""Every chapter with what can be changed in it."""

import dataclasses
from importlib import import_module
from typing import Any

from pages.chapters import CHAPTERS

MODULES = {
    chapter: import_module(f"pages.{chapter}.inputs")
    for chapters in CHAPTERS.values()
    for chapter in chapters
}
KINDS: dict[str, type[Any]] = {
    chapter: next(
        value
        for name, value in vars(module).items()
        if name.endswith("Inputs") and dataclasses.is_dataclass(value)
    )
    for chapter, module in MODULES.items()
}
CASES: dict[str, dict[str, Any]] = {chapter: module.CASES for chapter, module in MODULES.items()}
