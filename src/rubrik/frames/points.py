"""Rules as expressions: the points of a form over the columns of a frame, and how exact they are."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import reduce
from math import inf
from operator import add
from typing import Final, assert_never

import narwhals.stable.v2 as nw
from attrs import evolve, frozen

from rubrik.frames.columns import any_of, balanced
from rubrik.frames.numbers import Facts, Measured, answered, measured
from rubrik.frames.rounding import Error, gamma, summed
from rubrik.intervals import EVERYTHING, Interval, hull
from rubrik.measures import Domain
from rubrik.scorers import Clamp, Constant, Curve, Fold, Form, Lookup, Switch
from rubrik.scorers.pieces import Line, Piece, Pieces

__all__ = ["Keep", "Points", "clamped", "constant", "points", "total"]


def __dir__() -> list[str]:
    return __all__


_ZERO: Final = Interval.point(Fraction(0))

_FARTHEST: Final = Fraction(2**20)
"""Where a line has no end, values beyond this are left to exact arithmetic."""


@frozen
class Points:
    """The points of a row of the rubric, for every row of a frame.

    ``low`` and ``high`` hold them, and are equal and exact within ``error`` where they are known:
    where not ``open``. ``missing`` says where something not reported keeps them open. Where
    ``unsure`` holds nothing of all this need be true. Tests are never null; ``None`` never holds.
    ``known`` are the points with nulls where they are open; there they lie between ``ends``, where
    these are the same in all rows.
    """

    low: nw.Expr
    high: nw.Expr
    open: nw.Expr | None
    missing: nw.Expr | None
    unsure: nw.Expr | None
    error: Error
    known: nw.Expr | None = None
    ends: tuple[float, float] | None = None

    @property
    def value(self) -> nw.Expr:
        """The points where they are known, otherwise null."""
        if self.known is not None:
            return self.known
        return self.low if self.open is None else nw.when(~self.open).then(self.low)


def _lit(number: Fraction | None, otherwise: float = 0.0) -> nw.Expr:
    return nw.lit(otherwise if number is None else float(number))


def constant(number: Fraction) -> Points:
    """The same points in every row."""
    value = _lit(number)
    return Points(value, value, None, None, None, Error.of(number))


def _never_known(within: Interval, *, is_missing: bool) -> Points:
    """What is open in every row: nothing that it reads has a column."""
    if within.is_point:
        return constant(within.low or Fraction(0))
    always = nw.lit(value=True)
    low, high = _lit(within.low, -inf), _lit(within.high, inf)
    size = max(abs(within.low or Fraction(0)), abs(within.high or Fraction(0)))
    missing = always if is_missing else None
    return Points(low, high, always, missing, None, _sized(within, size))


def _sized(within: Interval, size: Fraction) -> Error:
    ends = [Error.of(end) for end in (within.low, within.high) if end is not None]
    return reduce(Error.joined, ends, Error(Fraction(0), size, Fraction(1)))


Keep = Callable[[nw.Expr], nw.Expr]
"""Gives an expression a column of its own, so that it is computed once, and answers with that."""


def points(form: Form, facts: Facts, keep: Keep) -> Points:
    """The points of a form; those of its leaves are kept, as what combines them names them often."""
    match form:
        case Constant():
            return constant(form.points)
        case Curve():
            return _leaf(_curve(form, facts), keep)
        case Lookup():
            return _leaf(_lookup(form, facts), keep)
        case Fold():
            return _fold(form, [points(part, facts, keep) for part in form.parts])
        case Clamp():
            return clamped(points(form.part, facts, keep), form.low, form.high)
        case Switch():
            return _switch(form, facts, keep)
        case _:
            assert_never(form)


def _leaf(found: Points, keep: Keep) -> Points:
    """The points of one measured value, with their expressions kept."""
    unsure = None if found.unsure is None else keep(found.unsure)
    if found.known is None:
        return evolve(found, unsure=unsure)
    known = keep(found.known)
    if found.ends is None:
        low, high = keep(found.low), keep(found.high)
    else:
        low, high = (known.fill_null(end) for end in found.ends)
    missing = None if found.missing is None else keep(found.missing)
    return evolve(
        found,
        low=low,
        high=high,
        open=known.is_null(),
        missing=missing,
        unsure=unsure,
        known=known,
    )


# Curves.


def _curve(form: Curve, facts: Facts) -> Points:
    value = measured(form.measure, facts)
    pieces = form.pieces
    open_to = _open_to(pieces)
    if open_to.is_point:
        return constant(open_to.low or Fraction(0))
    if value is None:
        return _never_known(open_to, is_missing=True)
    segments = _segments(pieces)
    known = _chosen(value, segments, lambda line: _line(line, value))
    is_known = ~known.is_null()
    ends: tuple[float, float] | None = (
        _finite(open_to.low, -inf),
        _finite(open_to.high, inf),
    )
    low, high = (known.fill_null(end) for end in ends or ())
    if any(isinstance(line, Interval) for _, _, line in segments):
        is_measured = ~value.value.is_null() & ~is_known
        lows = _chosen(value, segments, lambda line: _lit(_within(line, open_to).low, -inf))
        highs = _chosen(value, segments, lambda line: _lit(_within(line, open_to).high, inf))
        low = nw.when(is_measured).then(lows).otherwise(low)
        high = nw.when(is_measured).then(highs).otherwise(high)
        ends = None
    unsure = any_of([*_edges_unsure(value, segments), _beyond(value, pieces), value.partly])
    error = reduce(
        Error.joined, [_error(piece, value) for piece in pieces.pieces], Error.of(Fraction(0))
    )
    error = error.joined(_sized(open_to, Fraction(0)))
    return Points(
        low=low,
        high=high,
        open=known.is_null(),
        missing=value.missing & known.is_null(),
        unsure=None if unsure is None else unsure.fill_null(value=False),
        error=error,
        known=known,
        ends=ends,
    )


def _finite(end: Fraction | None, otherwise: float) -> float:
    return otherwise if end is None else float(end)


def _open_to(pieces: Pieces) -> Interval:
    """Where the points lie while the value can be anything in its domain."""
    whole = pieces.whole or EVERYTHING
    return hull([whole, _ZERO]) if pieces.holes(pieces.domain.span) else whole


_Segment = tuple[Fraction | None, bool, Line | Interval | None]
"""The upper end of a stretch of values, whether it is in it, and the points over it."""


def _segments(pieces: Pieces) -> list[_Segment]:
    """All values in order: pieces, and the holes between them."""
    found: list[_Segment] = []
    gaps = pieces.holes()
    stretches = sorted(
        [(piece.over, piece.line) for piece in pieces.pieces] + [(gap, None) for gap in gaps],
        key=lambda stretch: (stretch[0].low is not None, stretch[0].low or 0, stretch[0].low_open),
    )
    for over, line in stretches:
        found.append((over.high, not over.high_open, line))
    return found


def _chosen(
    value: Measured,
    segments: Sequence[_Segment],
    of: Callable[[Line | Interval | None], nw.Expr],
) -> nw.Expr:
    """The expression of the stretch that a value lies in; null where it is not known."""
    *_, (_, _, last) = segments
    found = of(last)
    for end, is_in, line in reversed(segments[:-1]):
        if end is not None:
            beyond = value.above(end) if is_in else value.at_least(end)
            found = nw.when(~beyond).then(of(line)).otherwise(found)
    if len(segments) == 1 and isinstance(last, Line) and last.slope != 0:
        return found
    return nw.when(~value.value.is_null()).then(found)


def _line(line: Line | Interval | None, value: Measured) -> nw.Expr:
    if not isinstance(line, Line):
        return nw.lit(None).cast(nw.Float64)
    if line.slope == 0:
        return nw.lit(float(line.constant))
    sloped = value.value if line.slope == 1 else value.value * float(line.slope)
    return sloped if line.constant == 0 else sloped + float(line.constant)


def _within(line: Line | Interval | None, open_to: Interval) -> Interval:
    """Where the points over a stretch without a line lie."""
    return line if isinstance(line, Interval) else open_to


def _edges_unsure(value: Measured, segments: Sequence[_Segment]) -> list[nw.Expr | None]:
    return [value.unsure(end) for end, _, _ in segments[:-1] if end is not None]


def _beyond(value: Measured, pieces: Pieces) -> nw.Expr | None:
    is_endless = any(
        isinstance(piece.line, Line)
        and piece.line.slope != 0
        and (piece.over.high is None or piece.over.low is None)
        for piece in pieces.pieces
    )
    return (value.value.abs() > float(_FARTHEST)) if is_endless else None


def _error(piece: Piece, value: Measured) -> Error:
    line = piece.line
    if isinstance(line, Interval):
        return Error(Fraction(0), Fraction(0), Fraction(1))
    if line.slope == 0:
        return Error.of(line.constant)
    ends = [end for end in (piece.over.low, piece.over.high) if end is not None]
    far = max([abs(end) for end in ends] + [_FARTHEST] * (len(ends) < 2))  # noqa: PLR2004
    size = abs(line.slope) * far + abs(line.constant)
    slope, start = Error.of(line.slope), Error.of(line.constant)
    if value.is_whole and slope.is_exact and start.is_exact:
        grain = min(slope.grain or Fraction(1), start.grain or Fraction(1))
        return Error(Fraction(0), size, grain)
    return Error(gamma(value.roundings + 4) * size, size)


# Answers.


def _lookup(form: Lookup, facts: Facts) -> Points:
    is_answer = answered(form.measure, facts)
    within = hull(Interval.point(each) for each in form.table.values())
    if is_answer is None:
        return _never_known(within, is_missing=True)
    table = dict(form.table)
    known = _looked_up(table, is_answer)
    error = reduce(Error.joined, [Error.of(each) for each in table.values()])
    is_open = known.is_null()
    if within.is_point:
        return constant(within.low or Fraction(0))
    return Points(
        low=known.fill_null(_finite(within.low, -inf)),
        high=known.fill_null(_finite(within.high, inf)),
        open=is_open,
        missing=is_open,
        unsure=None,
        error=error,
        known=known,
        ends=(_finite(within.low, -inf), _finite(within.high, inf)),
    )


def _looked_up(table: dict, is_answer: Callable) -> nw.Expr:  # type: ignore[type-arg]
    if table.keys() == {True, False}:
        yes, no = table[True], table[False]
        truth = is_answer(True).cast(nw.Float64)  # noqa: FBT003 - the answer asked about
        if no == 0:
            return truth * float(yes)
        return (
            nw.when(is_answer(True))
            .then(_lit(yes))
            .otherwise(
                nw.when(is_answer(False)).then(_lit(no))  # noqa: FBT003
            )
        )
    found = None
    for option, number in reversed(table.items()):
        case = nw.when(is_answer(option)).then(_lit(number))
        found = case if found is None else case.otherwise(found)
    assert found is not None  # noqa: S101 - a table has answers
    return found


# Combinations.


def _fold(form: Fold, parts: Sequence[Points]) -> Points:
    match form.operation:
        case "sum":
            return _settled(total(parts))
        case "best":
            low = nw.max_horizontal(*(each.low for each in parts))
            high = nw.max_horizontal(*(each.high for each in parts))
            error = reduce(Error.joined, [each.error for each in parts])
        case _:
            low = nw.min_horizontal(*(each.low for each in parts))
            high = nw.min_horizontal(*(each.high for each in parts))
            error = reduce(Error.joined, [each.error for each in parts])
    return _settled(
        Points(
            low=low,
            high=high,
            open=any_of(each.open for each in parts),
            missing=any_of(each.missing for each in parts),
            unsure=any_of(each.unsure for each in parts),
            error=error,
        )
    )


def total(parts: Sequence[Points]) -> Points:
    """The sum of rows; nothing for no rows."""
    if not parts:
        return constant(Fraction(0))
    lows = balanced(add, [each.low for each in parts])
    highs = balanced(add, [each.high for each in parts])
    is_open = any_of(each.open for each in parts)
    return Points(
        low=lows,
        high=lows if is_open is None else highs,
        open=is_open,
        missing=any_of(each.missing for each in parts),
        unsure=any_of(each.unsure for each in parts),
        error=summed([each.error for each in parts]),
    )


def clamped(part: Points, low: Fraction | None, high: Fraction | None) -> Points:
    """Points raised to a lower and cut at an upper limit."""
    error = part.error
    ends = [part.low, part.high]
    if high is not None:
        ends = [nw.min_horizontal(end, _lit(high)) for end in ends]
        error = error.cut(high)
    if low is not None:
        ends = [nw.max_horizontal(end, _lit(low)) for end in ends]
        error = error.cut(low)
    return _settled(evolve(part, low=ends[0], high=ends[1], error=error, known=None, ends=None))


def _settled(found: Points) -> Points:
    """Not open where only one number of points is left, whatever is missing."""
    if found.open is None:
        return found
    width = found.high - found.low
    if found.error.is_exact:
        is_open, unsure = found.open & (width > 0), found.unsure
    else:
        is_open = found.open & (width > float(2 * found.error.bound))
        unsure = any_of([found.unsure, found.open & ~is_open])
    missing = None if found.missing is None else found.missing & is_open
    return evolve(found, open=is_open, missing=missing, unsure=unsure, known=None, ends=None)


def _switch(form: Switch, facts: Facts, keep: Keep) -> Points:
    branches = [points(each, facts, keep) for each in form.branches]
    tests, unsure, is_known = _tests(form, facts)
    if is_known is None:
        return _undecided(form, branches)
    low, high = (_branch(tests, [end(each) for each in branches]) for end in _ENDS)
    never = nw.lit(value=False)
    is_open = _branch(tests, [never if each.open is None else each.open for each in branches])
    missing = _branch(tests, [never if each.missing is None else each.missing for each in branches])
    wide = _undecided(form, branches)
    in_branch = _branch(tests, [never if each.unsure is None else each.unsure for each in branches])
    return _settled(
        Points(
            low=nw.when(is_known).then(low).otherwise(wide.low),
            high=nw.when(is_known).then(high).otherwise(wide.high),
            open=nw.when(is_known).then(is_open).otherwise(nw.lit(value=True)),
            missing=nw.when(is_known).then(missing).otherwise(nw.lit(value=True)),
            unsure=any_of([in_branch & is_known, wide.unsure and wide.unsure & ~is_known, *unsure]),
            error=wide.error,
        )
    )


_ENDS: Sequence[Callable[[Points], nw.Expr]] = (lambda each: each.low, lambda each: each.high)


def _undecided(form: Switch, branches: Sequence[Points]) -> Points:
    """While it is not known which case holds: from the least to the most of any that can."""
    values = form.values.span if isinstance(form.values, Domain) else form.values
    reached = form._open_to(values)  # noqa: SLF001 - the rule knows which cases a value can lead to
    found = [each for each, of in zip(branches, form.branches, strict=True) if of in reached]
    always = nw.lit(value=True)
    return _settled(
        Points(
            low=nw.min_horizontal(*(each.low for each in found)),
            high=nw.max_horizontal(*(each.high for each in found)),
            open=always,
            missing=always,
            unsure=any_of(each.unsure for each in found),
            error=reduce(Error.joined, [each.error for each in found]),
        )
    )


def _tests(
    form: Switch, facts: Facts
) -> tuple[list[nw.Expr], list[nw.Expr | None], nw.Expr | None]:
    """A test for each case, where they could be wrong, and whether they are known at all."""
    if isinstance(form.values, Domain):
        value = measured(form.measure, facts)  # type: ignore[arg-type] - a number has a domain
        if value is None:
            return [], [], None
        tests = [_inside(value, case.test) for case in form.cases]  # type: ignore[arg-type]
        ends = {
            end
            for case in form.cases
            if isinstance(case.test, Interval)
            for end in (case.test.low, case.test.high)
            if end is not None
        }
        unsure = [value.unsure(end) for end in sorted(ends)]
        return tests, [*unsure, value.partly], ~value.value.is_null()
    is_answer = answered(form.measure, facts)  # type: ignore[arg-type] - it has answers
    if is_answer is None:
        return [], [], None
    tests = [
        reduce(lambda a, b: a | b, [is_answer(option) for option in case.test])  # type: ignore[union-attr]
        for case in form.cases
    ]
    known = reduce(lambda a, b: a | b, [is_answer(option) for option in form.values])
    return tests, [], ~known.is_null()


def _inside(value: Measured, test: Interval) -> nw.Expr:
    sides = []
    if test.low is not None:
        sides.append(value.above(test.low) if test.low_open else value.at_least(test.low))
    if test.high is not None:
        sides.append(~(value.at_least(test.high) if test.high_open else value.above(test.high)))
    return reduce(lambda a, b: a & b, sides) if sides else ~value.value.is_null()


def _branch(tests: Sequence[nw.Expr], values: Sequence[nw.Expr]) -> nw.Expr:
    *cases, found = values
    for test, value in zip(reversed(tests), reversed(cases), strict=True):
        found = nw.when(test).then(value).otherwise(found)
    return found
