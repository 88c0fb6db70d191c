"""The line by hand-checkable numbers; its slope, its steps, its training; bad input."""

import numpy as np
import pytest

from ce_core.checks import InputError
from ce_core.examples.line import LineExample

FOUR = (("fail", 1.9, 5.3), ("fail", 6.4, 2.8), ("pass", 4.2, 7.4), ("pass", 8.8, 5.6))
# With eight more, of whom K and L are the odd ones: no straight line can part them.
TWELVE = (
    *FOUR,
    *[("fail", 2.5, 2.2), ("fail", 4.6, 4.1), ("fail", 7.4, 1.2), ("pass", 3.0, 8.6)],
    *[("pass", 6.2, 6.9), ("pass", 7.9, 8.3), ("fail", 5.6, 6.1), ("pass", 3.4, 5.0)],
)


def dots(*rows, left=5.0, right=5.0, sharpness=1.0):
    return LineExample.of(
        students=[chr(ord("A") + i) for i in range(len(rows))],
        passed=[outcome == "pass" for outcome, *_ in rows],
        tests=[points for _, *points in rows],
        left=left,
        right=right,
        sharpness=sharpness,
    )


def article(left=3.0, right=7.0, sharpness=1.0, outcome=None):
    rows = [(outcome or happened, *points) for happened, *points in FOUR]
    return dots(*rows, left=left, right=right, sharpness=sharpness)


def test_scores_are_heights_above_the_line():
    example = article()
    # The line is 3 + 0.4 x high.
    assert example.logits == pytest.approx([1.54, -2.76, 2.72, -0.92])
    assert example.wrong.tolist() == [True, False, False, True]
    assert example.mistakes == 2
    assert example.surprisal == pytest.approx(np.log1p(np.exp([1.54, -2.76, -2.72, 0.92])))
    assert article(sharpness=2.0).logits == pytest.approx(2 * example.logits)


def test_one_half_for_everyone_costs_a_bit_each():
    assert article().undecided_loss == pytest.approx(4 * np.log(2), rel=1e-15)


def test_on_the_line_counts_as_a_pass():
    assert dots(("pass", 3, 5)).mistakes == 0
    assert dots(("fail", 3, 5)).mistakes == 1


@pytest.mark.parametrize("sharpness", [0.3, 1.0, 4.0])
def test_the_slope_is_that_of_finite_differences(sharpness):
    example, by = article(sharpness=sharpness), 1e-5
    for end, slope in zip(np.eye(2), example.gradient, strict=True):
        left, right = by * end
        up = example.with_ends(example.left + left, example.right + right)
        down = example.with_ends(example.left - left, example.right - right)
        assert slope == pytest.approx((up.loss - down.loss) / (2 * by), rel=1e-8)


def test_the_count_is_blind_to_small_moves_and_the_loss_is_not():
    example = article()
    probe = example.probe()
    assert probe.mistakes.tolist() == [2] * 72
    assert 30 < (probe.losses < example.loss).sum() < 42
    assert example.step_by_count() is example
    after = example.step_by_loss()
    assert after.loss < example.loss
    assert after.loss <= probe.losses.min()
    assert np.hypot(after.left - 3, after.right - 7) == pytest.approx(0.2)


def test_the_count_steps_where_a_dot_is_near():
    example = dots(("pass", 0, 4.9), ("pass", 10, 9))
    assert example.mistakes == 1
    after = example.step_by_count()
    assert after.mistakes == 0
    assert np.hypot(after.left - 5, after.right - 5) == pytest.approx(0.2)


def test_a_small_step_does_not_pass_the_lowest_point():
    example = dots(("pass", 5, 5), ("fail", 5, 5), left=5.05, right=5.0)
    assert example.step_by_loss().loss < example.loss
    assert dots(("pass", 5, 5), ("fail", 5, 5)).step_by_loss().left == 5.0


def test_training_arrives_at_the_lowest_point_and_says_so_by_the_slope():
    example = article()
    trace = example.train()
    assert trace.end == "arrived"
    assert trace.norms[-1] <= 1e-9
    assert (np.diff(trace.heights) <= 1e-16).all()
    lowest = example.with_ends(*trace.points[-1])
    assert lowest.loss == pytest.approx(4 * trace.heights[-1], rel=1e-15)
    assert lowest.loss == pytest.approx(0.5436083570, abs=1e-9)
    around = lowest.probe(0.01)
    assert (around.losses > lowest.loss).all()


def test_training_twelve_leaves_the_two_odd_ones_on_the_wrong_side():
    example = dots(*TWELVE, left=3.0, right=7.0)
    trace = example.train()
    assert trace.end == "arrived"
    lowest = example.with_ends(*trace.points[-1])
    wrong = [name for name, is_wrong in zip(lowest.students, lowest.wrong, strict=True) if is_wrong]
    assert wrong == ["K", "L"]


def test_parted_students_have_no_best_sharpness():
    assert article().separable
    assert not article().runs_away
    assert np.isinf(article(left=9.0, right=1.5).best_sharpness)
    assert not dots(*TWELVE, left=9.0, right=1.5).separable


def test_the_best_sharpness_of_a_line_with_mistakes_costs_least():
    example = article()
    best = example.best_sharpness
    nearby = example.losses_if_as_sure_as(best * np.array([0.99, 1.0, 1.01]))
    assert nearby[1] < min(nearby[0], nearby[2])
    assert example.losses_if_as_sure_as(np.array([1.0]))[0] == pytest.approx(example.loss)


def test_a_line_that_is_mostly_wrong_had_better_be_unsure():
    assert dots(("pass", 5, 2), ("fail", 5, 8)).best_sharpness == 0.0


@pytest.mark.parametrize("outcome", ["pass", "fail"])
def test_if_all_passed_or_all_failed_there_is_no_best_line(outcome):
    example = article(outcome=outcome)
    assert example.runs_away
    assert example.separable
    trace = example.train()
    assert trace.end == "under way"
    assert trace.heights[-1] < trace.heights[0] / 100


def test_if_test_1_alone_parts_them_the_line_turns_ever_steeper():
    example = dots(("fail", 1, 9), ("fail", 2, 1), ("pass", 8, 9), ("pass", 9, 1))
    assert example.runs_away
    left, right = example.train(500).points[-1]
    assert left > 15
    assert right < -5


def test_all_in_one_point():
    example = dots(*[("pass", 5, 5), ("fail", 5, 5)] * 2, left=2.0, right=9.0)
    assert not example.separable
    assert not example.runs_away
    assert example.many_best_lines
    trace = example.train()
    assert trace.end == "arrived"
    assert 4 * trace.heights[-1] == pytest.approx(4 * np.log(2))


def test_one_dot_and_two_hundred():
    assert dots(("pass", 5, 7)).mistakes == 0
    rows = [("pass" if i % 3 else "fail", i % 11 * 0.9, i % 7 * 1.4) for i in range(200)]
    example = dots(*rows)
    count, loss = example.landscape(np.linspace(-5, 15, 9), np.linspace(-5, 15, 7))
    assert count.shape == loss.shape == (7, 9)
    assert count[3, 4] == example.mistakes  # both ends at 5
    assert loss[3, 4] == pytest.approx(example.loss)


@pytest.mark.parametrize(
    "line",
    [{"left": np.nan}, {"right": np.inf}, {"sharpness": 0.0}, {"sharpness": np.nan}],
)
def test_a_line_that_is_none_is_refused(line):
    with pytest.raises(InputError):
        article(**line)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (("pass", 11, 5), r"tests must lie between 0 and 10; position \(0, 0\) is 11"),
        (("pass", 5, -1), r"position \(0, 1\) is -1"),
        (("pass", 5, np.nan), "tests must be finite"),
        (("pass", 5), r"tests must have the shape \(1, 2\)"),
    ],
)
def test_bad_points_are_named(row, sentence):
    with pytest.raises(InputError, match=sentence):
        dots(row)


def test_students_and_outcomes_are_checked_too():
    same = {"tests": [[1, 2], [3, 4]], "left": 5.0, "right": 5.0}
    with pytest.raises(InputError, match="students must differ"):
        LineExample.of(students="AA", passed=[0, 1], **same)
    with pytest.raises(InputError, match="passed must have the shape"):
        LineExample.of(students="AB", passed=[0], **same)
