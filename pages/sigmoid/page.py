"""The chapter's page."""

from pages.parts.showing.runner import run
from pages.sigmoid.chapter import CHAPTER

run(CHAPTER)
