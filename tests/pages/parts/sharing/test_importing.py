"""What was taken along comes back in, from a file or pasted; what does not fit changes nothing."""

import json

import pytest

from pages.parts.inputs.values import each, in_words, to_plain
from pages.parts.reading.files import write_csv
from pages.parts.wording.words import words
from tests.pages import chapters

RICH = {
    "downhill": "terraces",
    "line": "twelve",
    "sigmoid": "steeper",
    "softmax": "negative",
    "entropy": "weather",
    "binary": "undecided",
    "multiclass": "ruled_out",
    "logits": "thousand",
    "frameworks": "weights",
}


@pytest.fixture
def opened(chapter):
    """Open a chapter with what is to take along."""

    def open_chapter(name, language="en"):
        page = chapter(name, language)
        page.app.session_state[page.slot("take")] = True
        page.app.run()
        page.check()
        return page

    return open_chapter


def upload(page, content: bytes, name: str = "file.csv") -> None:
    page.app.file_uploader[0].set_value((name, content, "text/plain")).run()
    page.check()


def paste(page, text: str) -> None:
    page.app.text_area(key="back-text").set_value(text).run()
    page.check()


def document(chapter: str, inputs: object) -> str:
    return json.dumps({"chapter": chapter, "inputs": to_plain(inputs)}, ensure_ascii=False)


def students(page) -> list[dict[str, str]]:
    return page.held("students").to_dict("records")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("chapter_name", RICH)
def test_a_saved_result_opens_again(opened, chapter_name, language):
    page = opened(chapter_name, language)
    inputs = in_words(
        chapters.CASES[chapter_name][RICH[chapter_name]], words(chapter_name, language)
    )
    upload(page, document(chapter_name, inputs).encode(), "result.json")
    assert not page.warnings
    for name, kind, value in each(inputs):
        if not kind.is_panel:
            assert kind.is_same(page.held(name), value), name
    assert page.held("take") is True


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk"])
@pytest.mark.parametrize("way", ["uploaded", "pasted"])
def test_a_table_comes_back(opened, encoding, way):
    page = opened("binary")
    text = "student;outcome;Model A\n张三;fail;0.25\nB;pass;0.75\n"
    if way == "uploaded":
        upload(page, text.encode(encoding))
    else:
        paste(page, text)
        assert page.app.text_area(key="back-text").value == ""
    assert not page.warnings
    assert [row["student"] for row in students(page)] == ["张三", "B"]


def test_a_decimal_comma_comes_in_as_typed_and_is_mended_at_the_table(opened):
    page = opened("binary")
    paste(page, "student;outcome;Model A\nA;fail;0,25\n")
    assert "0,25" in page.warnings[0]
    page.click("suggestion")
    assert students(page)[0]["Model A"] == "0.25"


def test_what_was_saved_comes_back_as_it_was(opened):
    page = opened("binary")
    page.edit("students", 0, "student", "=1+1")
    before = page.held("students")
    page.click("try.article")
    upload(page, write_csv(before))
    assert students(page) == before.to_dict("records")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("student,outcome\nA,fail,0.9\n", "Line 2 of the file has 3 cells"),
        ("a;b\n1;2\n", "Line 1 of the file names none of the table's columns: student"),
        ("student\n" + "A\n" * 211, "at most 210 rows; it has 211"),
        ("student,_index\nA,1\n", "A column cannot be called “_index”; line 1, column 2"),
        ('{"inputs": {}', "line 1, column 14"),
        (document("entropy", chapters.KINDS["entropy"]()), "another chapter"),
        ('{"inputs": {"logarithm": "7"}}', "cannot take: “logarithm”"),
        ('{"inputs": {"no_such": 1}}', "cannot take: “no_such”"),
        ('{"inputs": {"students": {"student": [1]}}}', "cannot take: “students”"),
    ],
    ids=lambda value: value[:30],
)
@pytest.mark.parametrize("way", ["uploaded", "pasted"])
def test_what_does_not_fit_is_refused_by_name_and_place_and_changes_nothing(
    opened, content, sentence, way
):
    page = opened("binary")
    before = students(page)
    if way == "uploaded":
        upload(page, content.encode())
    else:
        paste(page, content)
        assert page.app.text_area(key="back-text").value == content
    assert sentence in page.warnings[0]
    assert students(page) == before


def test_what_does_not_fit_is_said_beside_a_problem_of_the_table(opened):
    page = opened("binary")
    page.edit("students", 0, "Model A", "2")
    paste(page, "a;b\n1;2\n")
    assert [sentence[:7] for sentence in page.warnings] == ["P(pass)", "Line 1 "]


def test_a_chapter_without_a_table_takes_results_alone(opened):
    page = opened("downhill")
    assert page.app.file_uploader[0].allowed_type == [".json"]
    paste(page, "a,b\n1,2\n")
    assert page.warnings == ["The file is no result that was saved here."]


@pytest.mark.parametrize("content", ["a,b\n1,2\n", '{"inputs": 1}', "[[1]]", "["])
def test_the_sentences_are_there_in_chinese(opened, content):
    page = opened("binary", "zh")
    paste(page, content)
    assert "文件" in page.warnings[0]
    assert "file" not in page.warnings[0]
