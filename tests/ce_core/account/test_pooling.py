"""Pool adjacent violators: by hand, against the textbook's way, in parts, and many at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ce_core.account.pooling import Cells, pool

outcomes = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 4)), min_size=1, max_size=60)


def textbook(weight, happened):
    """Pool any pair of neighbours whose rates do not rise, until there is none."""
    blocks = [[start, w, h] for start, (w, h) in enumerate(zip(weight, happened, strict=True))]
    place = 0
    while place + 1 < len(blocks):
        (_, w, h), (_, v, g) = blocks[place : place + 2]
        if h * v >= g * w:
            blocks[place][1:] = [w + v, h + g]
            del blocks[place + 1]
            place = max(place - 1, 0)
        else:
            place += 1
    return [start for start, _, _ in blocks]


def test_by_hand():
    assert pool(np.ones(6), np.array([0.0, 1, 0, 0, 1, 1])).tolist() == [0, 1, 4]
    assert pool(np.array([3.0, 1.0]), np.array([1.0, 1.0])).tolist() == [0, 1]
    assert pool(np.ones(3), np.zeros(3)).tolist() == [0]


@given(outcomes)
def test_as_the_textbook_has_it(pairs):
    weight, happened = np.array([(w, min(w, h)) for w, h in pairs], float).T
    assert pool(weight, happened).tolist() == textbook(weight.tolist(), happened.tolist())


def test_many_rows_that_each_pass_would_pool_little_of():
    weight = np.ones(2000)
    happened = np.concatenate((np.arange(1999) / 2000, [0.0]))
    assert pool(weight, happened).tolist() == textbook(weight.tolist(), happened.tolist())


@given(st.lists(outcomes, min_size=1, max_size=5))
def test_sequences_side_by_side(several):
    parts = [np.array([(w, min(w, h)) for w, h in pairs], float) for pairs in several]
    sequence = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    offsets = np.cumsum([0, *map(len, parts[:-1])])
    apart = [pool(*part.T) + offset for part, offset in zip(parts, offsets, strict=True)]
    together = pool(*np.concatenate(parts).T, sequence)
    assert together.tolist() == np.concatenate(apart).tolist()


def test_pooled_in_ranges_of_scores_is_pooled_at_once():
    rng = np.random.default_rng(0)
    score = np.sort(rng.random(3000).round(3))
    happened = rng.random(3000) < score
    loss = rng.random(3000)
    whole = Cells.of_rows(score, np.ones(3000), happened, loss).pooled()
    ranges = [
        Cells.of_rows(score[part], np.ones(part.sum()), happened[part], loss[part]).pooled()
        for part in (score < 0.2, (score >= 0.2) & (score < 0.7), score >= 0.7)
    ]
    joined = ranges[0].joined(ranges[2]).joined(ranges[1]).pooled()
    assert joined.low.tolist() == whole.low.tolist()
    assert joined.high.tolist() == whole.high.tolist()
    assert joined.count.tolist() == whole.count.tolist()
    assert joined.happened.tolist() == whole.happened.tolist()
    assert joined.loss == pytest.approx(whole.loss)


def test_equal_scores_are_one_cell():
    score = np.array([0.5, np.inf, 0.5, np.inf])
    cells = Cells.of_rows(score, np.ones(4), np.array([True, True, False, True]), np.zeros(4))
    assert cells.low.tolist() == [0.5, np.inf]
    assert cells.rate.tolist() == [0.5, 1.0]
    assert cells.count.tolist() == [2, 2]
