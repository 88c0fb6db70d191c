"""The chapter's page."""

from pages.parts.showing.runner import run
from pages.softmax.chapter import CHAPTER

run(CHAPTER)
