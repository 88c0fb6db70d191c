"""The chapter's page."""

from pages.logits.chapter import CHAPTER
from pages.parts.showing.runner import run

run(CHAPTER)
