"""The chapter's page."""

from pages.binary.chapter import CHAPTER
from pages.parts.showing.runner import run

run(CHAPTER)
