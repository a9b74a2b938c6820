"""The points of one measured value as expressions: pieces over a number, a table over an answer."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from math import inf
from typing import Final

import narwhals.stable.v2 as nw
from attrs import evolve, frozen

from rubrik.frames.answers import Answered, answered
from rubrik.frames.expressions import Keep, any_of, real
from rubrik.frames.facts import Facts
from rubrik.frames.numbers import Measured, measured, narrowed
from rubrik.frames.points import Points, constant, never_known
from rubrik.frames.rounding import Error, any_one_of
from rubrik.intervals import EVERYTHING, Interval, hull
from rubrik.measures import Option
from rubrik.scorers import Curve, Line, Lookup, Piece, Pieces
from rubrik.scorers.cells import place

__all__ = ["curve", "lookup"]


def __dir__() -> list[str]:
    return __all__


_ZERO: Final = Interval.point(Fraction(0))

_FARTHEST: Final = Fraction(2**20)
"""Where a line has no end, values beyond this are left to exact arithmetic."""


_Line = Line | Interval | None


@frozen
class _Stretch:
    """All values up to ``end``, which belongs to them or not, from where those before end.

    ``line`` is the points over it, where they lie, or ``None`` where there are none.
    """

    end: Fraction | None
    is_in: bool
    line: _Line


# Curves.


def curve(form: Curve, facts: Facts, keep: Keep) -> Points:
    """The points of a measured number, in columns."""
    within = _open_to(form.pieces)
    if within.is_point:
        return constant(within.low or Fraction(0))
    gaps = narrowed(form.measure, facts)
    try:
        value = measured(form.measure, facts)
        if value is None:
            return never_known(within, unsure=gaps, is_missing=True)
        return _curve(form.pieces, value, facts, gaps, keep)
    except OverflowError:
        return never_known(within, unsure=nw.lit(value=True), is_missing=False)


def _open_to(pieces: Pieces) -> Interval:
    """Where the points lie while the value can be anything in its domain."""
    whole = pieces.whole or EVERYTHING
    return hull([whole, _ZERO]) if pieces.holes(pieces.domain.span) else whole


def _curve(
    pieces: Pieces, value: Measured, facts: Facts, gaps: nw.Expr | None, keep: Keep
) -> Points:
    stretches, within = _stretches(pieces), _open_to(pieces)
    known = keep(_chosen(value, stretches, lambda line: _points(line, value)))
    unsure = any_of([gaps, _too_far(pieces, value)])
    found = Points(
        low=known.fill_null(real(within.low, -inf)),
        high=known.fill_null(real(within.high)),
        open=known.is_null(),
        missing=value.missing() & known.is_null() if facts.tells_missing else None,
        unsure=None if unsure is None else keep(unsure),
        error=any_one_of([Error.of_ends(within), *(_error(each, value) for each in pieces.pieces)]),
        within=within,
        known=known,
    )
    is_known = not any(isinstance(each.line, Interval) for each in stretches)
    return found if is_known else _with_unknown_lines(found, value, stretches)


def _with_unknown_lines(found: Points, value: Measured, stretches: Sequence[_Stretch]) -> Points:
    """With the intervals that points lie in over stretches whose line is not known."""

    def around(line: _Line) -> Interval:
        return line if isinstance(line, Interval) else found.within

    lows = _chosen(value, stretches, lambda line: real(around(line).low, -inf))
    highs = _chosen(value, stretches, lambda line: real(around(line).high))
    is_measured = value.known & found.open
    return evolve(
        found,
        low=nw.when(is_measured).then(lows).otherwise(found.low),
        high=nw.when(is_measured).then(highs).otherwise(found.high),
        known=None,
    )


def _stretches(pieces: Pieces) -> list[_Stretch]:
    """All values in order: pieces, and the holes between them."""
    over: list[tuple[Interval, _Line]] = [(piece.over, piece.line) for piece in pieces.pieces]
    over += [(gap, None) for gap in pieces.holes()]
    over.sort(key=lambda each: place(each[0]))
    return [_Stretch(each.high, not each.high_open, line) for each, line in over]


def _chosen(
    value: Measured, stretches: Sequence[_Stretch], of: Callable[[_Line], nw.Expr | float]
) -> nw.Expr:
    """The expression of the stretch that a value lies in; null where it is not known."""
    found = of(stretches[0].line)
    for before, after in pairwise(stretches):
        end = before.end or Fraction(0)
        beyond = value.above(end) if before.is_in else value.at_least(end)
        found = nw.when(beyond).then(of(after.line)).otherwise(found)
    if isinstance(found, nw.Expr) and len(stretches) == 1:
        return found
    return nw.when(value.known).then(found)


def _is_sloped(line: _Line) -> bool:
    return isinstance(line, Line) and line.slope != 0


def _points(line: _Line, value: Measured) -> nw.Expr | float:
    if not isinstance(line, Line):
        return nw.lit(None, nw.Float64)
    if line.slope == 0:
        return float(line.constant)
    sloped = value.value if line.slope == 1 else value.value * float(line.slope)
    return sloped if line.constant == 0 else sloped + float(line.constant)


def _too_far(pieces: Pieces, value: Measured) -> nw.Expr | None:
    """Where a value lies so far out on a line without an end that nothing bounds its error."""
    endless = (
        piece
        for piece in pieces.pieces
        if _is_sloped(piece.line) and None in (piece.over.low, piece.over.high)
    )
    return value.value.abs() > float(_FARTHEST) if any(endless) else None


def _error(piece: Piece, value: Measured) -> Error:
    """How exact the points over one piece are."""
    line = piece.line
    if isinstance(line, Interval):
        return Error.of_ends(line)
    if line.slope == 0:
        return Error.of(line.constant)
    ends = [_FARTHEST if end is None else abs(end) for end in (piece.over.low, piece.over.high)]
    size = abs(line.slope) * max(ends) + abs(line.constant)
    slope, start = Error.of(line.slope), Error.of(line.constant)
    both = slope.joined(start)
    if value.is_whole and both.is_exact and both.adds_up_to(size):
        return evolve(both, size=size)
    return Error.relative(value.roundings + 4, size)


# Tables.


def lookup(form: Lookup, facts: Facts, keep: Keep) -> Points:
    """The points of an answer, in a column."""
    within = hull(Interval.point(each) for each in form.table.values())
    answer = answered(form.measure, facts)
    if within.is_point:
        return constant(within.low or Fraction(0))
    if answer is None:
        return never_known(within, is_missing=True)
    known = keep(_looked_up(form.table, answer))
    return Points(
        low=known.fill_null(real(within.low)),
        high=known.fill_null(real(within.high)),
        open=known.is_null(),
        missing=known.is_null() if facts.tells_missing else None,
        unsure=None,
        error=any_one_of([Error.of(each) for each in form.table.values()]),
        within=within,
        known=known,
    )


def _looked_up(table: Mapping[Option, Fraction], answer: Answered) -> nw.Expr:
    """The points of the answer that was given, null where none was."""
    *others, (_, points) = table.items()
    found: nw.Expr | float = float(points)
    for option, points in reversed(others):
        found = nw.when(answer.is_(option)).then(float(points)).otherwise(found)
    return nw.when(answer.known).then(found)
