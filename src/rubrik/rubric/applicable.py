"""Maxima of what applies: rows that do not apply leave the points and the maximum alike."""

from collections.abc import Collection, Mapping
from fractions import Fraction

from rubrik.rubric.interpretation import Interpretation
from rubrik.rubric.nodes import Group

__all__ = ["left_in", "left_of"]


def __dir__() -> list[str]:
    return __all__


_NOTHING = Fraction(0)


def left_of(
    read: Interpretation, gone: Collection[str | None]
) -> Mapping[str | None, Fraction | None]:
    """The maximum of every row, and of the whole under ``None``, once some rows are ``gone``.

    A row that is gone keeps its own maximum, and the groups above lose it: all but those that are
    rescaled, count by a rule of their own, or are cut at a maximum that is still to be had.
    """
    found: dict[str | None, Fraction | None] = {None: read.maximum}
    found.update(read.maxima)
    for code in (*read.bottom_up, None) if gone else ():
        found[code] = left_in(read, code, found, gone)
    return found


def left_in(
    read: Interpretation,
    code: str | None,
    left: Mapping[str | None, Fraction | None],
    gone: Collection[str | None],
) -> Fraction | None:
    """The maximum that one row, or the whole, has once those of its parts are known as ``left``."""
    full = left[code]
    group = None if code is None else read.nodes[code]
    parts = [part.code for part in read.children.get(code, ())]
    stay = [part for part in parts if part not in gone]
    if full is None or not (stay or code is None):
        return full
    total = sum((read.maxima[part] or _NOTHING for part in parts), _NOTHING)
    total_left = sum((left[part] or _NOTHING for part in stay), _NOTHING)
    return group.left(full, total, total_left) if isinstance(group, Group) else total_left
