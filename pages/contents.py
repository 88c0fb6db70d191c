"""The table of contents: the chapters in reading order; runs the one that is open."""

import streamlit as st

from pages.parts import layout
from pages.parts.words import words

# Chapters in reading order, by the part of the story that they belong to.
CHAPTERS = {
    "": ["home"],
    "scores": [],
    "probabilities": ["binary"],
}


def main() -> None:
    """Set the page up, list the chapters and run the one that is open."""
    text = words("home")
    st.set_page_config(page_icon="📉", layout="wide", initial_sidebar_state=230)
    layout.dress()
    page = st.navigation(
        {
            text(f"part.{part}") if part else "": [
                st.Page(
                    f"{chapter}/page.py",
                    title=words(chapter).plain("short"),
                    url_path=chapter,
                    default=chapter == "home",
                )
                for chapter in chapters
            ]
            for part, chapters in CHAPTERS.items()
        }
    )
    page.run()


main()
