"""Hidden settings and reserved names of Streamlit that the app relies on are there."""

import tomllib

import pandas as pd
import pytest
import streamlit as st
from streamlit import config
from streamlit.errors import StreamlitAPIException

from pages.parts.internals.reserved_columns import RESERVED_COLUMNS
from tests.contract.conftest import PAGES

SETTINGS = tomllib.loads((PAGES.parent / ".streamlit" / "config.toml").read_text())
OPTIONS = [f"{section}.{name}" for section in SETTINGS for name in SETTINGS[section]]


@pytest.mark.parametrize("option", [name for name in OPTIONS if not name.startswith("theme.")])
def test_streamlit_has_every_setting_that_is_made(option: str):
    assert option in config.get_config_options()


@pytest.mark.parametrize("option", ["runner.postScriptGC", "global.minCachedMessageSize"])
def test_what_is_hidden_is_set_and_not_as_it_would_be(option: str):
    section, name = option.split(".")
    template = config.get_config_options()[option]
    assert SETTINGS[section][name] != template.default_val


@pytest.mark.parametrize("name", RESERVED_COLUMNS)
def test_a_table_may_not_have_a_column_of_a_reserved_name(name: str):
    with pytest.raises(StreamlitAPIException, match="reserved"):
        st.data_editor(pd.DataFrame({name: ["1"]}))
