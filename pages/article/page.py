"""The chapter's page."""

from pages.article.chapter import CHAPTER
from pages.parts.showing.runner import run

run(CHAPTER)
