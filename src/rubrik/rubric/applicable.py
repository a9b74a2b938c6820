"""Maxima of what applies: rows that do not apply leave the points and the maximum alike."""

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from typing import Any

from rubrik.rubric.interpretation import Interpretation
from rubrik.rubric.nodes import Group

__all__ = ["left_in", "left_of", "stretch"]


def __dir__() -> list[str]:
    return __all__


_NOTHING = Fraction(0)


Maxima = Mapping[str | None, Fraction | None]
"""The maximum of every row, and of the whole under ``None``."""


def left_of(read: Interpretation, gone: Collection[str | None]) -> Maxima:
    """The maximum of every row, and of the whole, once some rows are ``gone``.

    A row that is gone keeps its own maximum, and the groups above lose it: all but those that are
    rescaled, count by a rule of their own, or are cut at a maximum that is still to be had.
    """
    found: dict[str | None, Fraction | None] = {None: read.maximum}
    found.update(read.maxima)
    for code in (*read.bottom_up, None) if gone else ():
        found[code] = left_in(read, code, found, gone)
    return found


def left_in(
    read: Interpretation, code: str | None, left: Maxima, gone: Collection[str | None]
) -> Fraction | None:
    """The maximum that one row, or the whole, has once those of its parts are known as ``left``."""
    full = left[code]
    group = None if code is None else read.nodes[code]
    parts, stay = _parts(read, code, gone)
    if full is None or not (stay or code is None):
        return full
    total, total_left = _sum(read.maxima, parts), _sum(left, stay)
    return group.left(full, total, total_left) if isinstance(group, Group) else total_left


def stretch(
    read: Interpretation, code: str, left: Maxima, gone: Collection[str | None]
) -> Fraction:
    """What the points of a group are multiplied by: 1, unless what does not apply is made up for.

    Then what is ``left`` of its parts counts as if it were all of them.
    """
    group = read.nodes[code]
    parts, stay = _parts(read, code, gone)
    rest = _sum(left, stay)
    if not (isinstance(group, Group) and group.rescaled and rest) or read.maxima[code] is None:
        return Fraction(1)
    return _sum(read.maxima, parts) / rest


def _parts(
    read: Interpretation, code: str | None, gone: Collection[str | None]
) -> tuple[list[str], list[str]]:
    """The rows right below one, and those of them that apply."""
    parts = [part.code for part in read.children.get(code, ())]
    return parts, [part for part in parts if part not in gone]


def _sum(maxima: Mapping[Any, Fraction | None], codes: Iterable[str]) -> Fraction:
    return sum((maxima[code] or _NOTHING for code in codes), _NOTHING)
