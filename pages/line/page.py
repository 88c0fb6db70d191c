"""The chapter's page."""

from pages.line.chapter import CHAPTER
from pages.parts.showing.runner import run

run(CHAPTER)
