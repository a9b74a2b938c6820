"""Levels over a frame: a level is given where floats prove it, and nowhere else.

Each threshold ``T`` is decided twice. Points within ``E`` of the true ones are surely at or above
``T`` from ``T + E`` on, and surely below it under ``T - E``; in between nothing is said.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from operator import and_, or_
from typing import assert_never

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.classifier.conditions import compared
from rubrik.frames.columns import any_of
from rubrik.frames.points import Points
from rubrik.frames.rounding import at_least, at_most
from rubrik.rubric import Interpretation
from rubrik.scales import AllOf, AnyOf, AtLeast, Reaches, Requirement, Scale, Threshold, thresholds

__all__ = ["LevelColumn", "level"]


def __dir__() -> list[str]:
    return __all__


@frozen
class _Test:
    """What is sure of a condition: that it holds, that it does not; never both."""

    holds: nw.Expr
    fails: nw.Expr


@frozen
class LevelColumn:
    """The level of each unit: its name where it is proved, null where it is open or unproved.

    ``unproved`` holds where floats could not tell, and exact arithmetic must.
    """

    name: nw.Expr
    unproved: nw.Expr | None


def level(scale: Scale, node: str, rows: Mapping[str, Points], read: Interpretation) -> LevelColumn:
    """The level of one scale, for the row of the rubric that it is applied to."""
    judge = _Judge(node, rows, read)
    tests = [judge.all_of(each.conditions) for each in scale.levels]
    asked = [each for one in scale.levels for each in thresholds(one.conditions)]
    vetoes = [judge.any_of(veto.conditions) for veto in scale.vetoes if veto.conditions]
    results = [veto.result or scale.below for veto in scale.vetoes if veto.conditions]
    found: nw.Expr = nw.lit(scale.below)
    unknown = nw.lit(None).cast(nw.String)
    for one, test in zip(reversed(scale.levels), reversed(tests), strict=True):
        rest = nw.when(test.fails).then(found).otherwise(unknown)
        found = nw.when(test.holds).then(nw.lit(one.name)).otherwise(rest)
    for result, veto in zip(reversed(results), reversed(vetoes), strict=True):
        rest = nw.when(veto.fails).then(found).otherwise(unknown)
        found = nw.when(veto.holds).then(nw.lit(result)).otherwise(rest)
    near = (
        any_of(judge.is_near(each) for each in asked) if _is_plain(scale) else _always(judge, asked)
    )
    unproved = None if near is None else found.is_null() & near
    return LevelColumn(found, unproved)


def _is_plain(scale: Scale) -> bool:
    """Whether every level is a conjunction: then each condition by itself is decided tightly."""
    wanted = [each for one in scale.levels for each in one.conditions]
    wanted += [each for veto in scale.vetoes for each in veto.conditions]
    return len(scale.vetoes) == 0 and all(map(_is_conjunction, wanted))


def _is_conjunction(wanted: Requirement) -> bool:
    return isinstance(wanted, Threshold) or (
        isinstance(wanted, AllOf) and all(map(_is_conjunction, wanted.all))
    )


def _always(judge: "_Judge", asked: Sequence[Threshold]) -> nw.Expr | None:
    """Alternatives are not decided one by one: where they stay open, exact arithmetic looks."""
    opens = [judge.points(each).open for each in asked]
    return any_of([*opens, *(judge.is_near(each) for each in asked)])


@frozen
class _Judge:
    node: str
    rows: Mapping[str, Points]
    read: Interpretation

    def points(self, threshold: Threshold) -> Points:
        """The points that a threshold is about."""
        return self.rows[threshold.node or self.node]

    def limit(self, threshold: Threshold) -> Fraction:
        """The threshold in points."""
        node = threshold.node or self.node
        maximum = self.read.maxima[node] if node else self.read.maximum
        found = threshold.at(maximum, len(self.read.children.get(node or None, ())))
        assert found is not None  # noqa: S101 - a rubric that loads has no share of nothing
        return found

    def holds(self, wanted: Requirement) -> _Test:
        """What is sure of a requirement."""
        match wanted:
            case Threshold():
                return self._threshold(wanted)
            case AllOf():
                return self.all_of(wanted.all)
            case AnyOf():
                return self.any_of(wanted.any)
            case AtLeast():
                return self._at_least(wanted.at_least, wanted.of)
            case Reaches():
                raise AssertionError(wanted)  # a resolved scale has none
            case _:
                assert_never(wanted)

    def all_of(self, wanted: Sequence[Requirement]) -> _Test:
        """What is sure of all together."""
        tests = [self.holds(each) for each in wanted]
        return _Test(
            reduce(and_, [each.holds for each in tests]),
            reduce(or_, [each.fails for each in tests]),
        )

    def any_of(self, wanted: Sequence[Requirement]) -> _Test:
        """What is sure of alternatives."""
        tests = [self.holds(each) for each in wanted]
        return _Test(
            reduce(or_, [each.holds for each in tests]),
            reduce(and_, [each.fails for each in tests]),
        )

    def _at_least(self, count: int, wanted: Sequence[Requirement]) -> _Test:
        tests = [self.holds(each) for each in wanted]
        hold = reduce(lambda a, b: a + b, [each.holds.cast(nw.Int64) for each in tests])
        fail = reduce(lambda a, b: a + b, [each.fails.cast(nw.Int64) for each in tests])
        return _Test(hold >= count, fail > len(wanted) - count)

    def _always(self, threshold: Threshold) -> bool | None:
        """Whether a condition holds, or fails, whatever is reported: by the bounds of the row."""
        node = threshold.node or self.node
        within = self.read.bounds(node).within if node else None
        return None if within is None else compared(within, threshold.op, self.limit(threshold))

    def _threshold(self, threshold: Threshold) -> _Test:
        always = self._always(threshold)
        if always is not None:
            return _Test(nw.lit(always), nw.lit(not always))
        points, limit = self.points(threshold), self.limit(threshold)
        error = points.error.bound
        over, under = at_least(limit + error), at_most(limit - error)
        low, high = points.low, points.high
        match threshold.op:
            case ">=":
                return _Test(low >= over, high < under if error else high < at_least(limit))
            case ">":
                holds = low > over if error else low > at_most(limit)
                return _Test(holds, high <= under)
            case "<=":
                return _Test(high <= under, low > over if error else low > at_most(limit))
            case "<":
                holds = high < under if error else high < at_least(limit)
                return _Test(holds, low >= over)
            case _:
                assert_never(threshold.op)

    def is_near(self, threshold: Threshold) -> nw.Expr | None:
        """Where the points, or an end of where they may lie, are too near to tell.

        While points are open an end of the interval may belong to it or not: it is as good as near.
        """
        if self._always(threshold) is not None:
            return None
        points, limit = self.points(threshold), self.limit(threshold)
        error = points.error.bound
        over, under = at_least(limit + error), at_most(limit - error)
        ends = [points.low] if points.open is None else [points.low, points.high]
        tests: list[Callable[[nw.Expr], nw.Expr]] = [lambda end: (end >= under) & (end <= over)]
        found = [test(end) for test in tests for end in ends]
        if error:
            return any_of(found)
        return None if points.open is None else points.open & reduce(or_, found)
