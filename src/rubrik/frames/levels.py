"""Levels over a frame: a level is given where floats prove it, and nowhere else."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from operator import add, and_, or_
from typing import Final, assert_never

import narwhals.stable.v2 as nw
from attrs import field, frozen

from rubrik.classifier.conditions import compared
from rubrik.frames.expressions import Keep, Words, any_of, combined
from rubrik.frames.points import Points
from rubrik.frames.thresholds import Sides, is_decided_alone, limit_in
from rubrik.rubric import Interpretation
from rubrik.scales import (
    AllOf,
    AnyOf,
    AtLeast,
    Op,
    Reaches,
    Requirement,
    Scale,
    Threshold,
    thresholds,
)

__all__ = ["Judge"]


def __dir__() -> list[str]:
    return __all__


_NEVER: Final = nw.lit(value=False)
_FLOORS: Final = (">=", ">")


@frozen
class _Test:
    """What is sure of a condition: that it holds, that it does not; neither while it is open.

    Where it is never open, it ``fails`` where it does not hold, which need not be said.
    """

    holds: nw.Expr
    fails: nw.Expr | None = None

    @property
    def surely_fails(self) -> nw.Expr:
        """Where it fails."""
        return ~self.holds if self.fails is None else self.fails


_Asked = tuple[str, Op, Fraction]
"""The points of a row, compared with a number."""


@frozen
class Judge:
    """Decides conditions over the rows of a rubric, each once, in columns.

    ``followed`` where points that are open are followed as intervals: without that nothing is
    decided that depends on them.
    """

    read: Interpretation
    rows: Mapping[str, Points]
    keep: Keep
    followed: bool
    _tests: dict[_Asked, _Test] = field(init=False, factory=dict)
    _doubts: list[nw.Expr | None] = field(init=False, factory=list)

    @property
    def unproved(self) -> nw.Expr | None:
        """Where points are too near to a threshold, or a scale is left to exact arithmetic."""
        return any_of(self._doubts)

    def level(self, scale: Scale, node: str, words: Words) -> nw.Expr:
        """The level of one scale, for a row: one of some words, or null while it is open."""
        found = words(scale.below)
        for one in reversed(scale.levels):
            found = _first(self._all_of(one.conditions, node), words(one.name), found)
        vetoes = [each for each in scale.vetoes if each.conditions]
        for veto in reversed(vetoes):
            test = self._some_of(1, veto.conditions, node)
            found = _first(test, words(veto.result or scale.below), found)
        return self._while_open(scale, node, found)

    def _while_open(self, scale: Scale, node: str, found: nw.Expr) -> nw.Expr:
        """The level where rows that it depends on are open: as far as it can be told."""
        if self.followed and is_decided_alone(scale, node, self.read):
            return found
        some = [level.conditions for level in scale.levels]
        some += [veto.conditions for veto in scale.vetoes]
        asked = {each.node or node: None for one in some for each in thresholds(one)}
        is_open = any_of(self.rows[code].open for code in asked)
        if is_open is None:
            return found
        if not self.followed:
            return nw.when(~is_open).then(found)
        self._doubts.append(is_open & found.is_null())
        return found

    def _test(self, wanted: Requirement, node: str) -> _Test:
        match wanted:
            case Threshold():
                return self._threshold(wanted, wanted.node or node)
            case AllOf():
                return self._all_of(wanted.all, node)
            case AnyOf():
                return self._some_of(1, wanted.any, node)
            case AtLeast():
                return self._some_of(wanted.at_least, wanted.of, node)
            case Reaches():
                raise AssertionError(wanted)  # a resolved scale has none
            case _:
                assert_never(wanted)

    def _all_of(self, wanted: Sequence[Requirement], node: str) -> _Test:
        tests = [self._test(each, node) for each in wanted]
        holds = combined(and_, [each.holds for each in tests])
        if all(each.fails is None for each in tests):
            return _Test(holds)
        return _Test(holds, combined(or_, [each.surely_fails for each in tests]))

    def _some_of(self, count: int, wanted: Sequence[Requirement], node: str) -> _Test:
        tests = [self._test(each, node) for each in wanted]
        hold = [each.holds.cast(nw.Int64) for each in tests]
        fail = [each.surely_fails.cast(nw.Int64) for each in tests]
        too_many = len(tests) - count + 1
        return _Test(combined(add, hold) >= count, combined(add, fail) >= too_many)

    def _threshold(self, threshold: Threshold, node: str) -> _Test:
        limit = limit_in(self.read, threshold, node)
        if limit is None:
            return _Test(_NEVER, _NEVER)
        asked = (node, threshold.op, limit)
        if asked not in self._tests:
            self._tests[asked] = self._compared(self.rows[node], threshold.op, limit)
        return self._tests[asked]

    def _compared(self, points: Points, op: Op, limit: Fraction) -> _Test:
        always = compared(points.within, op, limit)
        if always is not None:
            return _Test(nw.lit(value=always))
        follows = self.followed and points.open is not None
        sides = Sides(points, op, limit)
        self._doubts.append(sides.is_near(follows=follows))
        if not follows:
            above = self.keep(sides.above)
            return _Test(above if op in _FLOORS else ~above)
        above, below = self.keep(sides.above), self.keep(sides.below)
        return _Test(above, below) if op in _FLOORS else _Test(below, above)


def _first(test: _Test, word: nw.Expr, otherwise: nw.Expr) -> nw.Expr:
    """A word where a test holds, another where it fails, and null while it is open."""
    rest = otherwise if test.fails is None else nw.when(test.fails).then(otherwise)
    return nw.when(test.holds).then(word).otherwise(rest)
