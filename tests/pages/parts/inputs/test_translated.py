"""A change of language changes the usual words of a table, and never what it says."""

import pandas as pd
import pytest

from pages.parts.inputs.table import translated
from pages.parts.wording.words import words

CHINESE = words("home", "zh").data
ENGLISH = {chinese: english for english, chinese in CHINESE.items()}


def test_words_are_told_apart_in_both_languages():
    assert len(ENGLISH) == len(CHINESE)


def test_cells_and_columns_are_translated():
    table = translated(pd.DataFrame({"Model A": ["pass", "0.5"]}), CHINESE)
    assert table.to_dict("list") == {"模型 A": ["通过", "0.5"]}


@pytest.mark.parametrize("to", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_two_columns_stay_two(to):
    table = pd.DataFrame({"Model A": ["0.9"], "模型 A": ["0.2"], "Model B": ["0.1"]})
    assert translated(table, to).iloc[:, :2].equals(table.iloc[:, :2])


@pytest.mark.parametrize("to", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_two_classes_stay_two(to):
    table = pd.DataFrame({"class": ["blue", "蓝色", "red"]})
    assert translated(table, to)["class"].nunique() == 3
