"""What inputs are, whoever holds them."""

import pytest

from pages.parts.inputs.kind import StateError
from pages.parts.inputs.session import slot
from pages.parts.inputs.values import from_plain, is_same, kinds, to_plain
from tests.pages import chapters


def test_chapters_share_what_they_declare_shared_and_nothing_else():
    slots = {c: {name: slot(of, name) for name in kinds(of)} for c, of in chapters.KINDS.items()}
    assert slots["binary"]["students"] == slots["sigmoid"]["students"] == "students"
    assert slots["binary"]["worked"] != slots["sigmoid"]["worked"]
    held = [key for of in slots.values() for key in of.values()]
    shared = {key for of in slots.values() for name, key in of.items() if key == name}
    assert {key for key in held if held.count(key) > 1} <= shared
    assert shared == {"students", "classes", "logarithm", "reduction"}


def test_a_shared_input_is_of_one_kind():
    for name in ("students", "classes", "logarithm", "reduction"):
        declared = [kinds(of)[name] for of in chapters.KINDS.values() if name in kinds(of)]
        assert len({type(kind) for kind in declared}) == 1


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
