"""The chapter without a browser: start, presets, moves, steps, edits, bad edits, mends."""

import pytest


@pytest.fixture
def line(chapter):
    return chapter("line")


def move(line, left, right, command=None, turn=1):
    """Report what the board's JavaScript would; AppTest runs none."""
    rev = line.app.session_state["line:line_board"].rev
    line.app.session_state["line_board"] = {
        "move": {"left": left, "right": right, "command": command, "turn": turn, "rev": rev}
    }
    line.app.run()
    line.check()


def ends(line):
    return tuple(line.held(f"line_{end}") for end in ("left", "right"))


def shown(line):
    return line.app.session_state["line:line_board"].shown


def test_it_starts_wrong_about_two(line):
    assert "A and D stand on the wrong side" in line.prose
    assert "mathbf{3.1148}" in line.prose


@pytest.mark.parametrize(
    ("preset", "sentence"),
    [
        ("no_mistake", "Nobody stands on the wrong side"),
        ("twelve", "No straight line parts these students"),
        ("all_passed", "All of them passed"),
        ("article", "A and D stand on the wrong side"),
    ],
)
def test_a_preset_sets_the_whole_stage(line, preset, sentence):
    move(line, 1.0, 1.0)
    line.click(f"try.{preset}")
    assert sentence in line.prose
    assert not line.warnings


def test_a_preset_counts_although_a_move_arrives_with_it(line):
    rev = line.app.session_state["line:line_board"].rev
    line.app.session_state["line_board"] = {
        "move": {"left": 8.0, "right": 7.0, "command": None, "turn": 1, "rev": rev}
    }
    line.click("try.article")
    assert ends(line) == (3.0, 7.0)


def test_a_move_is_followed(line):
    move(line, 10.0, 0.0)
    assert "Nobody stands on the wrong side" in line.prose
    line.app.run()
    assert ends(line) == (10.0, 0.0)


def test_a_small_step_by_the_count_changes_nothing(line):
    move(line, 3.0, 7.0, "count")
    assert ends(line) == (3.0, 7.0)
    assert "72 small moves tried" in shown(line)["notes"]["count"]


def test_a_small_step_by_the_loss_leads_down(line):
    move(line, 3.0, 7.0, "loss")
    assert ends(line) != (3.0, 7.0)
    assert "takes 0.1444 off" in shown(line)["notes"]["loss"]


def test_training_ends_at_the_lowest_point(line):
    move(line, 3.0, 7.0, "train")
    assert "lowest point" in shown(line)["notes"]["loss"]
    assert 2 < len(shown(line)["path"]) <= 121
    assert tuple(shown(line)["path"][-1]) == ends(line)
    assert "0.5436" in line.prose
    assert "Here the cross-entropy is level" in line.prose


def test_training_without_a_lowest_point_says_so(line):
    line.click("try.all_passed")
    move(line, 3.0, 7.0, "train")
    assert "there is no lowest point" in shown(line)["notes"]["loss"]


def test_sharpness_changes_the_price(line):
    line.slide("sharpness", 29)
    assert "7.4517" in line.prose


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("test 1", "11", "A test's score must lie between 0 and 10; student A, test 1 has 11."),
        ("test 2", "-3", "A test's score must lie between 0 and 10"),
        ("test 1", "", "A test's score is missing; student A, test 1 is empty."),
        ("test 1", "1,5", "takes a decimal point"),
        ("test 1", "<b>", "A test's score must be a number"),
        ("outcome", "perhaps", "The outcome is pass or fail"),
        ("student", "B", "Names must differ"),
    ],
)
def test_a_bad_cell_is_explained_beside_the_table_and_kept(line, column, text, sentence):
    line.edit("students", 0, column, text)
    assert sentence in line.warnings[0]
    assert line.held("students").loc[0, column] == text
    assert "A and D stand on the wrong side" in line.prose  # as it was before


def test_a_mend_is_offered_and_mends(line):
    line.edit("students", 0, "test 1", "1,9")
    line.click("mend")
    assert not line.warnings
    assert "A and D stand on the wrong side" in line.prose


def test_dots_are_added_and_removed(line):
    line.add("students", student="**E**", outcome="fail", **{"test 1": "5", "test 2": "9"})
    assert "A, D and **E** stand on the wrong side" in line.prose
    line.delete("students", 0, 1, 2, 3)
    assert "**E** stands on the wrong side" in line.prose


def test_without_a_dot_the_table_asks_for_one(line):
    line.delete("students", 0, 1, 2, 3)
    assert "at least one student" in line.warnings[0]
    line.click("try.article")
    assert "A and D stand on the wrong side" in line.prose


def test_all_in_one_point_has_many_best_lines(line):
    for row in range(4):
        line.edit("students", row, "test 1", "5")
        line.edit("students", row, "test 2", "5")
    assert "there are many best lines" in line.prose


def test_line_and_students_are_there_after_a_visit_to_another_chapter(line):
    move(line, 9.0, 1.5)
    line.edit("students", 0, "test 2", "9.9")
    line.open("home")
    line.open("line")
    assert ends(line) == (9.0, 1.5)
    assert "A stands on the wrong side" in line.prose


def test_a_prediction_is_answered(line):
    line.app.session_state["predict"] = True
    line.app.run()
    line.click("reveal-line")
    assert "0 do, and you said 0." in line.prose


def test_a_link_from_anywhere_cannot_put_the_line_out_of_reach(line):
    line.app.session_state["explorer"].sliders["line_left"].value = 1e300
    line.app.session_state["explorer"].sliders["line_left"].rev += 1
    line.app.run()
    line.check()
    assert ends(line) == (3.0, 7.0)
