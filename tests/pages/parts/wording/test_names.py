"""Long names lose a part in figures, but never the one that tells them apart."""

from hypothesis import given
from hypothesis import strategies as st

from pages.parts.wording.names import shortened


def test_names_that_differ_only_at_their_end_keep_it():
    assert shortened(["first candidate 1", "first candidate 2"], 10) == ["firs…ate 1", "firs…ate 2"]


def test_names_that_differ_only_in_their_middle_keep_that():
    names = ["trained on set 1, tested", "trained on set 2, tested"]
    assert shortened(names, 10) == ["…1, tested", "…2, tested"]


@given(
    st.lists(st.text("ab ", min_size=1, max_size=30).map(str.strip), max_size=40, unique=True),
    st.integers(6, 14),
)
def test_no_two_names_look_alike_and_all_fit(names, most):
    labels = shortened(names, most)
    assert len(set(labels)) == len(names)
    assert all(len(label) <= most for label in labels)
