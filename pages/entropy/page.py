"""The chapter's page."""

from pages.entropy.chapter import CHAPTER
from pages.parts.showing.runner import run

run(CHAPTER)
