"""Thresholds over a frame, and what is sure of points that are floats.

Each threshold ``T`` is decided twice. Points within ``E`` of the true ones are surely at or above
``T`` from ``T + E`` on, and surely below it under ``T - E``; rows in between are left to exact
arithmetic.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.frames.expressions import any_of
from rubrik.frames.points import Points
from rubrik.frames.rounding import at_least, at_most
from rubrik.intervals import EVERYTHING, Interval
from rubrik.rubric import Interpretation
from rubrik.scales import AllOf, Op, Requirement, Scale, Threshold, thresholds

__all__ = ["Sides", "is_decided_alone", "limit_in"]


def __dir__() -> list[str]:
    return __all__


_CLOSED: Final = (">=", "<")


@frozen
class Sides:
    """On which side of a number some points surely are, as far as floats can tell.

    A number belongs to what is above it for ``>=`` and ``<``, and to what is below it for the other
    two.
    """

    points: Points
    op: Op
    limit: Fraction

    @property
    def _ends(self) -> tuple[float, float]:
        """From where on points are above, and up to where they are below."""
        error = self.points.error.bound
        if error:
            return at_least(self.limit + error), at_most(self.limit - error)
        pivot = at_least(self.limit) if self.op in _CLOSED else at_most(self.limit)
        return pivot, pivot

    @property
    def above(self) -> nw.Expr:
        """Whether they are surely above it."""
        over, low = self._ends[0], self.points.low
        return low >= over if self.op in _CLOSED else low > over

    @property
    def below(self) -> nw.Expr:
        """Whether they are surely below it."""
        under, high = self._ends[1], self.points.high
        return high < under if self.op in _CLOSED else high <= under

    def is_near(self, *, follows: bool) -> nw.Expr | None:
        """Where neither is sure, although the points, or an end of where they lie, are known.

        While points are open, the end that decides may belong to where they lie, or not.
        """
        over, under = self._ends
        if self.points.error.bound:
            ends = [self.points.low, self.points.high] if follows else [self.points.low]
            return any_of(end.is_between(under, over) for end in ends)
        if not follows or Fraction(over) != self.limit:
            return None
        end = self.points.high if self.op in _CLOSED else self.points.low
        return None if self.points.open is None else self.points.open & (end == over)


def limit_in(read: Interpretation, threshold: Threshold, node: str) -> Fraction | None:
    """A threshold in points for a row, unless it is a share of what nobody knows."""
    maximum = read.maxima[node] if node else read.maximum
    return threshold.at(maximum, len(read.children.get(node or None, ())))


def is_decided_alone(scale: Scale, node: str, read: Interpretation) -> bool:
    """Whether a level is known as soon as its conditions are, each by itself.

    Where one row makes the level, its conditions depend on one another: then each level must ask
    for points in one interval, and for one that is not empty. And all outcomes must have names of
    their own: else it may be known what comes out where it is not known why.
    """
    names = [scale.below, *(level.name for level in scale.levels)]
    if len(set(names)) < len(names) or any(veto.conditions for veto in scale.vetoes):
        return False
    asked = [each for level in scale.levels for each in thresholds(level.conditions)]
    if len({each.node or node for each in asked}) > 1:
        return True
    return all(_is_one_interval(level.conditions, node, read) for level in scale.levels)


def _is_one_interval(wanted: Sequence[Requirement], node: str, read: Interpretation) -> bool:
    """Whether conditions on one row together ask for the points of one interval."""
    found: Interval | None = EVERYTHING
    for each in _conjoined(wanted):
        limit = None if each is None else limit_in(read, each, each.node or node)
        if each is None or limit is None or found is None:
            return False
        found = found.meet(_asked_for(each.op, limit))
    return found is not None


def _conjoined(wanted: Sequence[Requirement]) -> Iterator[Threshold | None]:
    """The conditions that must all hold; ``None`` for one that is made of alternatives."""
    for each in wanted:
        if isinstance(each, AllOf):
            yield from _conjoined(each.all)
        else:
            yield each if isinstance(each, Threshold) else None


def _asked_for(op: Op, limit: Fraction) -> Interval:
    if op in (">=", ">"):
        return Interval(limit, None, low_open=op == ">")
    return Interval(None, limit, high_open=op == "<")
