"""The chapter's page."""

from pages.downhill.chapter import CHAPTER
from pages.parts.showing.runner import run

run(CHAPTER)
