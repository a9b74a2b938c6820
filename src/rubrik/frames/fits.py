"""Lines between the ends of a cohort, as floats that are the same formula for every cohort.

Points are ``first + rise * t`` with ``t = (value - start) / width``; where a line ends at both of
its ends ``t`` is cut at 0 and 1. At the ends themselves ``t`` is exactly 0 and 1.

With ``k`` roundings in a value, ``r = g(k + 1)`` bounds the relative error of all floats that go
into ``t``, and ``reach``, the greatest of their magnitudes over the width, says how much of that is
left when they are subtracted. For ``|t| <= 1`` its error is at most ``6 r reach + 8 u``: both
differences are within ``2 r reach |width|`` of the true ones before they are rounded, and the
quotient of two such numbers within the sum of what they are off, as long as that is small.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from attrs import frozen

from rubrik.frames.rounding import Error, gamma
from rubrik.intervals import Interval
from rubrik.scorers import CohortBounds, Line, Pieces

__all__ = ["MOST_REACH", "Fit", "fitted"]


def __dir__() -> list[str]:
    return __all__


MOST_REACH: Final = 2**16
"""Where a cohort lies closer together than this, its units are left to exact arithmetic."""


@frozen
class Fit:
    """Points along one line, or the same for all values where it does not rise.

    The line ``is_cut`` at its ends, or nothing is said of what lies beyond them.
    """

    start: Fraction
    width: Fraction
    first: Fraction
    rise: Fraction = Fraction(0)
    is_cut: bool = True

    @property
    def reach(self) -> Fraction:
        """How far its ends lie from zero, in its own width."""
        return max(abs(self.start), abs(self.start + self.width)) / abs(self.width)

    @property
    def size(self) -> Fraction:
        """The greatest magnitude of its points, between its ends."""
        return max(abs(self.first), abs(self.first + self.rise))

    @property
    def float_width(self) -> float:
        """The width between its ends as floats."""
        return float(self.start + self.width) - float(self.start)

    @property
    def within(self) -> Interval:
        """Where its points lie, between its ends."""
        ends = (self.first, self.first + self.rise)
        return Interval(min(ends), max(ends))

    def error(self, roundings: int) -> Error:
        """How exact its points are, over a value of so many roundings."""
        if not self.rise:
            return Error.of(self.first)
        share = 6 * gamma(roundings + 1) * self.reach + gamma(8)
        return Error(abs(self.rise) * (share + gamma(4)) + gamma(4) * self.size, self.size)


def fitted(pieces: Pieces, bounds: CohortBounds) -> Fit | None:
    """The pieces of a rule over one value as one line, or ``None`` if they are more than that."""
    straight = [(piece.over, piece.line) for piece in pieces.pieces if isinstance(piece.line, Line)]
    if len(straight) < len(pieces.pieces) or pieces.holes():
        return None
    sloped = [(over, line) for over, line in straight if line.slope]
    flat = [(over, line.constant) for over, line in straight if not line.slope]
    if not sloped:
        values = {points for _, points in flat}
        return Fit(Fraction(0), Fraction(1), values.pop()) if len(values) == 1 else None
    (over, line), *others = sloped
    if others:
        return None
    return _cut(over, line, flat) if flat else _through(over, line, bounds)


def _cut(over: Interval, line: Line, flat: Sequence[tuple[Interval, Fraction]]) -> Fit | None:
    """A line that carries on flat where it ends."""
    if over.low is None or over.high is None or over.is_point:
        return None
    found = Fit(over.low, over.high - over.low, line(over.low), line(over.high) - line(over.low))
    ends = (found.first, found.first + found.rise)
    carries_on = all(points == ends[not each.is_below(over.low)] for each, points in flat)
    return found if carries_on else None


def _through(over: Interval, line: Line, bounds: CohortBounds) -> Fit | None:
    """A line between the two ends where its points are rounder: its own, or those of the cohort."""
    low, high = (
        end if own is None else min(end, own, key=lambda at: _roundness(line(at)))
        for end, own in ((bounds.low, over.low), (bounds.high, over.high))
    )
    if low >= high:
        return None
    is_all = over == Interval(low, high)
    return Fit(low, high - low, line(low), line(high) - line(low), is_all)


def _roundness(points: Fraction) -> tuple[int, Fraction]:
    return points.denominator, abs(points)
