"""Where a reader starts."""

from pages.parts import layout
from pages.parts.words import words

layout.ask(words("home"))
