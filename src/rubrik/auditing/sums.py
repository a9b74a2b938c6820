"""The points that rows can have together: those of leaves by their rules, of groups by addition."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Final

from attrs import define, frozen

from rubrik.intervals import EVERYTHING, Interval, add, hull
from rubrik.rubric import Group, Interpretation, Node

__all__ = ["MOST_STEPS", "Asked", "Budget", "Sums"]


def __dir__() -> list[str]:
    return __all__


MOST_STEPS: Final = 500_000
"""How many conditions and rows one audit looks at to prove something about levels."""

Asked = Mapping[str, Interval]
"""What is asked of the points of rows, by code; an empty code is the whole."""

_NOTHING: Final = Interval.point(Fraction(0))


@define(eq=False)
class Budget:
    """The steps that one audit has left."""

    left: int = MOST_STEPS

    @property
    def is_spent(self) -> bool:
        """Whether more has been spent than there was."""
        return self.left < 0


@frozen(eq=False)
class Sums:
    """A rubric as a tree of sums over leaves that each have any points within their ``bounds``.

    It is that of units to which every row applies or, if ``removing``, of all others as well: then
    what need not apply may have nothing, and a group that makes up for it is a leaf.
    """

    read: Interpretation
    bounds: Asked
    budget: Budget
    removing: bool = False

    def fit(self, asked: Asked) -> bool:
        """Whether all rows can have points as asked: one pass from the leaves up."""
        touched = {code for each in asked for code in self._upwards(each, asked)}
        found: dict[str, Interval] = {}
        for code in sorted(touched, key=self._ranks.__getitem__):
            met = self._points(code, found).meet(asked.get(code, EVERYTHING))
            if met is None:
                return False
            found[code] = met
        return True

    def _points(self, code: str, found: Asked) -> Interval:
        """The points of a row whose parts have those ``found``, or any."""
        parts = self._parts.get(code, ())
        self.budget.left -= 1 + len(parts)
        if found.keys().isdisjoint(parts):
            return self.free[code]
        return self._added(code, [found.get(part) or self.free[part] for part in parts])

    @cached_property
    def free(self) -> Asked:
        """The points of every row and of the whole, where nothing is asked."""
        found: dict[str, Interval] = {}
        for code in self._ranks:
            parts = self._parts.get(code)
            found[code] = (
                self._leaf(code)
                if parts is None
                else self._added(code, [found[part] for part in parts])
            )
        return found

    def _added(self, code: str, parts: Sequence[Interval]) -> Interval:
        """What the parts of a row add up to, cut where the row is capped."""
        group, whole = self.read.nodes.get(code), add(parts)
        return whole.clamped(None, group.max) if group is not None and group.capped else whole

    def _leaf(self, code: str) -> Interval:
        points = self.bounds[code]
        may_go = self.removing and code in self.read.removable
        return hull((points, _NOTHING)) if may_go else points

    @cached_property
    def _parts(self) -> Mapping[str, tuple[str, ...]]:
        """The parts of every row that is the sum of them."""
        rows = {code for code, node in self.read.nodes.items() if self._is_sum(node)}
        children = self.read.children
        return {code: _codes(children.get(code or None, ())) for code in (*rows, "")}

    def _is_sum(self, node: Node) -> bool:
        if not isinstance(node, Group) or node.counts == "rule":
            return False
        is_made_up = node.rescaled or node.nothing_applicable == "full"
        has_removable = not self.read.removable.isdisjoint(self.read.below[node.code])
        return not (self.removing and is_made_up and has_removable)

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        """Every row and the whole in an order in which parts come before their sum."""
        return {code: rank for rank, code in enumerate((*self.read.bottom_up, ""))}

    @cached_property
    def _sums(self) -> Mapping[str, str]:
        """The sum that a row is a part of."""
        return {part: code for code, parts in self._parts.items() for part in parts}

    def _upwards(self, code: str, asked: Asked) -> Sequence[str]:
        """A row and the sums that it is a part of, as far as anything is asked of them."""
        path, last = [], 0
        at: str | None = code
        while at is not None:
            path.append(at)
            last = len(path) if at in asked else last
            at = self._sums.get(at)
        return path[:last]


def _codes(rows: Sequence[Node]) -> tuple[str, ...]:
    return tuple(row.code for row in rows)
