"""The article, figure by figure."""

from pages.parts import layout
from pages.parts.words import words

layout.ask(words("article"))
