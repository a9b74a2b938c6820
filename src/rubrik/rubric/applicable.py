"""Maxima of what applies: rows that do not apply leave the points and the maximum alike."""

from collections.abc import Collection, Mapping
from fractions import Fraction

from rubrik.rubric.interpretation import Interpretation
from rubrik.rubric.nodes import Group

__all__ = ["left_of"]


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
        group = None if code is None else read.nodes[code]
        full = found[code]
        if full is not None and (group is None or _is_added_up(group)):
            parts = [part.code for part in read.children.get(code, ())]
            left = sum((found[part] or _NOTHING for part in parts if part not in gone), _NOTHING)
            lost = sum((read.maxima[part] or _NOTHING for part in parts), -left)
            is_cut = isinstance(group, Group) and group.capped
            found[code] = full if not lost else min(full, left) if is_cut else full - lost
    return found


def _is_added_up(node: object) -> bool:
    """Whether what is lost below is lost to the node, too."""
    return isinstance(node, Group) and node.counts == "parts" and not node.rescaled
