"""The chapter's page."""

from pages.frameworks.chapter import CHAPTER
from pages.parts.showing.runner import run

run(CHAPTER)
