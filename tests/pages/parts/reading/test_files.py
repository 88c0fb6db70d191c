"""Tables go to a spreadsheet and come back as they were; what is no table is refused by line."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core.checks import InputError
from pages.parts.reading.files import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_IN_CELL,
    read_table,
    read_text,
    write_csv,
)
from pages.parts.reading.students import article_students

TEXT = "student,outcome,Model A\nA,fail,0.9\n张三,pass,0.5\n"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030"]


def read(content: bytes, most_rows: int = 200) -> pd.DataFrame:
    return read_table(read_text(content), most_rows=most_rows)


def test_the_students_come_back():
    table = article_students()
    pd.testing.assert_frame_equal(read(write_csv(table), most_rows=200), table)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_usual_file_is_recognised(encoding, delimiter, ending):
    text = TEXT.replace(",", delimiter).replace("\n", ending)
    table = read(text.encode(encoding), most_rows=200)
    assert table.loc[1].tolist() == ["张三", "pass", "0.5"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "text",
    [
        '[{"student": "A", "Model A": 0.90}, {"student": "张三", "outcome": "pass"}]',
        '{"student": ["A", "张三"], "Model A": [0.90], "outcome": [null, "pass"]}',
        '\n{"student": {"0": "A", "1": "张三"}, "Model A": {"0": 0.90},'
        ' "outcome": {"0": "", "1": "pass"}}',
    ],
    ids=["rows", "columns", "pandas"],
)
def test_a_table_comes_back_from_json_with_its_numbers_as_typed(text, encoding):
    table = read(text.encode(encoding))
    assert table.columns.tolist() == ["student", "Model A", "outcome"]
    assert table.to_numpy().tolist() == [["A", "0.90", ""], ["张三", "", "pass"]]


def test_a_decimal_comma_stays_as_typed():
    table = read(b"student;Model A\nA;0,5\n", most_rows=9)
    assert table.loc[0, "Model A"] == "0,5"


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-x", "@sum", "=HYPERLINK('x')"])
def test_no_cell_is_a_formula(cell):
    table = pd.DataFrame({"student": [cell]})
    content = write_csv(table).decode("utf-8-sig")
    assert content.splitlines()[1].lstrip('"').startswith("'")
    assert read(write_csv(table), most_rows=9).loc[0, "student"] == cell


def test_nor_is_what_follows_a_semicolon_where_that_parts_cells():
    table = pd.DataFrame({"student": ["A;=1+1"]})
    assert b";=" not in write_csv(table)
    assert read(write_csv(table)).loc[0, "student"] == "A;=1+1"


@given(st.text("'=+@-;x1", min_size=1, max_size=8))
def test_every_text_comes_back_as_it_was(cell):
    table = pd.DataFrame({"student": [cell]})
    assert read(write_csv(table)).loc[0, "student"] == cell


def test_negative_numbers_stay_numbers():
    assert b"\n-1.4\r\n" in write_csv(pd.DataFrame({"score": ["-1.4"]}))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"[]", "empty"),
        (b"\n\na,b\n\n1,2\n\n1,2,3\n", "Line 7 of the file has 3 cells where the head has 2"),
        (b"a,b\n1,0,9\n", "column 3 has “9”"),
        (b'a,b\n1,"2\n3,4\n', "Line 2 of the file is no line of a table"),
        (b'a,b\n"1"x,2\n', "Line 2 of the file is no line of a table"),
        (b"a,b\n1," + b"x" * (MOST_IN_CELL + 1), "line 2, column 2 has 61"),
        (b"x" * 200, "line 1, column 1 has 200"),
        (b",".join(b"%d" % i for i in range(MOST_COLUMNS + 1)), "at most 60 columns; it has 61"),
        (b"PK\x03\x04\x14\x00\x06\x00", "must be text"),
        (b'[{"a": 1},\n {"a": 2,}]', "none at line 2, column"),
        (b'[{"a": 1}, 2]', "JSON, but no table"),
        (b'{"a": 1}', "JSON, but no table"),
        (b'[{"a": [1]}]', "row 1, column a holds more"),
        (b"[" * 100_000, "JSON, but no table"),
        (b"a,b\n1,2,3\n", "Line 2 of the file has 3 cells where the head has 2"),
        (b"a,a\n1,2\n", "in line 1, column 2 has “a”"),
        (b"a,\n1,2\n", "line 1, column 2"),
        (b"a,_index\n1,2\n", "cannot be called “_index”; line 1, column 2"),
        (b'[{"a": 1, "_index": 2}]', "cannot be called “_index”"),
        (b"a\n" + b"1\n" * 10, "at most 9 rows; it has 10"),
        (b"\x00\x01\x02\xff", "must be text"),
        (b"x" * (MOST_BYTES + 1), "at most 1000000 bytes"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_table_is_refused_with_its_place(content, sentence):
    with pytest.raises(InputError) as caught:
        read(content, most_rows=9)
    assert sentence in str(caught.value)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
def test_no_file_does_anything_but_open_or_be_refused(content):
    try:
        table = read(content, most_rows=20)
    except InputError:
        return
    assert (table.dtypes == "str").all()
