"""The chapter's page."""

from pages.home.chapter import CHAPTER
from pages.parts.showing.runner import run

run(CHAPTER)
