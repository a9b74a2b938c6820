"""The points of a row over a frame, known or an interval, and how exact they are."""

from collections.abc import Sequence
from fractions import Fraction
from math import inf
from operator import add

import narwhals.stable.v2 as nw
from attrs import evolve, frozen

from rubrik.frames.expressions import Keep, any_of, combined, real, sum_of, unless
from rubrik.frames.rounding import Error, summed
from rubrik.intervals import Interval
from rubrik.intervals import add as add_intervals

__all__ = ["Points", "clamped", "constant", "never_known", "settled", "total"]


def __dir__() -> list[str]:
    return __all__


@frozen
class Points:
    """The points of a row of the rubric, for every row of a frame.

    ``low`` and ``high`` hold them, and are equal and exact within ``error`` where they are known:
    where not ``open``. They never leave ``within``. ``missing`` says where something not reported
    keeps them open. Where ``unsure`` holds nothing of all this need be true. Tests are never null;
    ``None`` never holds. ``known`` is a column that holds them with nulls where they are open, if
    there is one, and then anything within is possible there.
    """

    low: nw.Expr
    high: nw.Expr
    open: nw.Expr | None
    missing: nw.Expr | None
    unsure: nw.Expr | None
    error: Error
    within: Interval
    known: nw.Expr | None = None

    @property
    def least(self) -> nw.Expr:
        """The least they can be, to be added up: there null is as good as nothing."""
        if self.known is not None and self.within.low == 0:
            return self.known
        return self.low

    def kept(self, keep: Keep) -> "Points":
        """The same with its expressions in columns."""
        if self.known is not None:
            return self
        low = keep(self.low)
        return evolve(
            self._tests_kept(keep),
            low=low,
            high=low if self.open is None else keep(self.high),
            open=None if self.open is None else keep(self.open),
        )

    def alone(self, keep: Keep) -> "Points":
        """The points that are known in a column, and nothing of those that are open."""
        if self.known is not None:
            known, found = self.known, self
        else:
            known, found = keep(unless(self.open, self.low)), self._tests_kept(keep)
        return evolve(found, low=known, high=known, open=known.is_null(), known=known)

    def _tests_kept(self, keep: Keep) -> "Points":
        return evolve(
            self,
            missing=None if self.missing is None else keep(self.missing),
            unsure=None if self.unsure is None else keep(self.unsure),
        )


def constant(number: Fraction) -> Points:
    """The same points in every row."""
    value = nw.lit(float(number))
    return Points(value, value, None, None, None, Error.of(number), Interval.point(number))


def never_known(within: Interval, *, is_missing: bool, unsure: nw.Expr | None = None) -> Points:
    """What is open in every row: nothing that it reads has a column."""
    always = nw.lit(value=True)
    return Points(
        low=nw.lit(real(within.low, -inf)),
        high=nw.lit(real(within.high)),
        open=always,
        missing=always if is_missing else None,
        unsure=unsure,
        error=Error.of_ends(within),
        within=within,
    )


def total(parts: Sequence[Points]) -> Points:
    """The sum of rows; nothing for no rows."""
    if not parts:
        return constant(Fraction(0))
    is_open = any_of(each.open for each in parts)
    low = sum_of([each.least for each in parts])
    return Points(
        low=low,
        high=low if is_open is None else sum_of([each.high for each in parts]),
        open=is_open,
        missing=any_of(each.missing for each in parts),
        unsure=any_of(each.unsure for each in parts),
        error=summed([each.error for each in parts]),
        within=add_intervals([each.within for each in parts]),
    )


def total_alone(parts: Sequence[Points]) -> Points:
    """The sum of rows that stand alone: null where one of them is."""
    value = combined(add, [each.low for each in parts])
    return evolve(total(parts), low=value, high=value, open=value.is_null())


def clamped(part: Points, low: Fraction | None, high: Fraction | None) -> Points:
    """Points raised to a lower and cut at an upper limit."""
    ends, error = [part.low, part.high], part.error
    if high is not None:
        ends = [nw.min_horizontal(end, nw.lit(float(high))) for end in ends]
        error = error.cut(high)
    if low is not None:
        ends = [nw.max_horizontal(end, nw.lit(float(low))) for end in ends]
        error = error.cut(low)
    within = part.within.clamped(low, high)
    return evolve(part, low=ends[0], high=ends[1], error=error, within=within, known=None)


def settled(found: Points) -> Points:
    """Not open where only one number of points is left, whatever is missing."""
    if found.open is None:
        return found
    is_wide = found.high - found.low > float(2 * found.error.bound)
    is_open, unsure = found.open & is_wide, found.unsure
    if not found.error.is_exact:
        unsure = any_of([unsure, found.open & ~is_wide])
    missing = None if found.missing is None else found.missing & is_open
    return evolve(found, open=is_open, missing=missing, unsure=unsure)
