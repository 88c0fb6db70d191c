from importlib.metadata import distribution
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[2] / "pages"
STREAMLIT = Path(str(distribution("streamlit").locate_file("streamlit")))


@pytest.fixture(scope="session")
def frontend() -> str:
    """The scripts and styles that Streamlit sends to a browser, as installed."""
    folder = STREAMLIT / "static" / "static"
    paths = sorted([*folder.rglob("*.js"), *folder.rglob("*.css")])
    return "\n".join(path.read_text("utf-8") for path in paths)


@pytest.fixture(scope="session")
def page() -> str:
    """The page that Streamlit sends to a browser, as installed."""
    return (STREAMLIT / "static" / "index.html").read_text("utf-8")
