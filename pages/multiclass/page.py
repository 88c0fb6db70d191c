"""The chapter's page."""

from pages.multiclass.chapter import CHAPTER
from pages.parts.showing.runner import run

run(CHAPTER)
