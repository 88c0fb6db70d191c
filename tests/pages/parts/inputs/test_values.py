"""What inputs are, whoever holds them."""

import pytest

from pages.parts.inputs.kind import StateError
from pages.parts.inputs.values import from_plain, is_same, kinds, to_plain
from tests.pages import chapters


def test_inputs_of_one_name_are_shared_or_panels():
    declared: dict[str, list[tuple[str, object]]] = {}
    for chapter, declaration in chapters.KINDS.items():
        for name, kind in kinds(declaration).items():
            declared.setdefault(name, []).append((chapter, kind))
    for name, uses in declared.items():
        if len(uses) > 1:
            assert all(kind.shared or kind.is_panel for _, kind in uses), name
            assert len({type(kind) for _, kind in uses}) == 1, name


@pytest.mark.parametrize("chapter", chapters.KINDS)
def test_plain_values_come_back_as_the_same_inputs(chapter):
    for inputs in chapters.CASES[chapter].values():
        assert is_same(from_plain(to_plain(inputs), type(inputs)), inputs)


@pytest.mark.parametrize(
    ("chapter", "name"), [(c, name) for c, of in chapters.KINDS.items() for name in kinds(of)]
)
@pytest.mark.parametrize("value", [None, [], {}, float("nan"), b"", "\x00"], ids=repr)
def test_no_input_takes_what_is_none_of_its_values(chapter, name, value):
    with pytest.raises(StateError) as error:
        from_plain({name: value}, chapters.KINDS[chapter])
    assert error.value.name == name


def test_an_input_that_a_chapter_does_not_have_is_refused():
    with pytest.raises(StateError, match="no such input"):
        from_plain({"strange": 1}, chapters.KINDS["binary"])
