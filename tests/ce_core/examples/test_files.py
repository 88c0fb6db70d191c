"""Tables go to a spreadsheet and come back as they were; what is no table is refused by line."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core.checks import InputError
from ce_core.examples.files import MOST_BYTES, read_csv, write_csv
from ce_core.examples.students import article_students

TEXT = "student,outcome,Model A\nA,fail,0.9\n张三,pass,0.5\n"


def test_the_students_come_back():
    table = article_students()
    pd.testing.assert_frame_equal(read_csv(write_csv(table), most_rows=200), table)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_usual_file_is_recognised(encoding, delimiter, ending):
    text = TEXT.replace(",", delimiter).replace("\n", ending)
    table = read_csv(text.encode(encoding), most_rows=200)
    assert table.loc[1].tolist() == ["张三", "pass", "0.5"]


def test_a_decimal_comma_stays_as_typed():
    table = read_csv(b"student;Model A\nA;0,5\n", most_rows=9)
    assert table.loc[0, "Model A"] == "0,5"


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-x", "@sum", "=HYPERLINK('x')"])
def test_no_cell_is_a_formula(cell):
    table = pd.DataFrame({"student": [cell]})
    content = write_csv(table).decode("utf-8-sig")
    assert content.splitlines()[1].lstrip('"').startswith("'")
    assert read_csv(write_csv(table), most_rows=9).loc[0, "student"] == cell


def test_negative_numbers_stay_numbers():
    assert b"\n-1.4\r\n" in write_csv(pd.DataFrame({"score": ["-1.4"]}))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"a,b\n1,2,3\n", "Line 2 of the file has 3 cells where the head has 2"),
        (b"a,a\n1,2\n", "in line 1, column 2 has “a”"),
        (b"a,\n1,2\n", "line 1, column 2"),
        (b"a\n" + b"1\n" * 10, "at most 9 rows; it has 10"),
        (b"\x00\x01\x02\xff", "must be text"),
        (b"x" * (MOST_BYTES + 1), "at most 1000000 bytes"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_table_is_refused_with_its_place(content, sentence):
    with pytest.raises(InputError) as caught:
        read_csv(content, most_rows=9)
    assert sentence in str(caught.value)


@given(st.binary(max_size=300))
def test_no_file_does_anything_but_open_or_be_refused(content):
    try:
        table = read_csv(content, most_rows=20)
    except InputError:
        return
    assert (table.dtypes == "str").all()
