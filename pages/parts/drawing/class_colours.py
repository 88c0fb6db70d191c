"""The colours of classes, the same wherever the classes are met."""

from __future__ import annotations

from pages.parts.drawing.palette import Palette, cycle

# Classes named after a colour wear it: where it stands among the palette's classes.
_OWN_COLOUR = {
    name: position
    for position, names in enumerate(
        (
            ("orange", "橙"),
            ("green", "绿"),
            ("yellow", "黄"),
            ("pink", "粉"),
            ("blue", "蓝"),
            ("red", "红"),
            ("purple", "violet", "紫"),
        )
    )
    for name in names
}


def class_colours(classes: tuple[str, ...], colours: Palette) -> list[str]:
    """Return each class's colour: its own where it is named after one, else the next free one.

    Examples
    --------
    >>> from pages.parts.drawing.palette import LIGHT
    >>> class_colours(("green", "anything", "红色"), LIGHT) == [LIGHT.classes[i] for i in (1, 0, 5)]
    True
    """
    own = [_OWN_COLOUR.get(name.casefold().removesuffix("色")) for name in classes]
    free = [i for i in range(len(colours.classes)) if i not in own]
    free = free or list(range(len(colours.classes)))
    chosen, taken = [], 0
    for position in own:
        if position is None:
            position = free[taken % len(free)]
            taken += 1
        chosen.append(cycle(colours.classes, position))
    return chosen
