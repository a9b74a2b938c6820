"""Piecewise lines: what every rule over one number comes down to.

Pieces are disjoint and in order. Between them there may be holes: the law prints some. A piece
whose line is not known yet, because it depends on a cohort, holds the interval its points lie in.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property
from heapq import heappop, heappush
from itertools import pairwise

from attrs import evolve, field, frozen

from rubrik.absence import Undefined
from rubrik.intervals import EVERYTHING, Interval, hull
from rubrik.measures.domains import Domain
from rubrik.scorers.cells import cells, ends, inner, place, touch

__all__ = ["UNKNOWN", "Jump", "Line", "Piece", "Pieces", "Trend", "merged", "order"]


def __dir__() -> list[str]:
    return __all__


Trend = str
"""``"constant"``, ``"rising"``, ``"falling"``, ``"neither"``, or ``"unknown"`` without a cohort."""


@frozen
class Line:
    """Points as ``slope * x + constant``."""

    slope: Fraction
    constant: Fraction

    def __call__(self, x: Fraction) -> Fraction:
        """The points at ``x``."""
        return self.slope * x + self.constant


UNKNOWN = Undefined.NO_COHORT
"""Why a line is mostly not known."""


@frozen
class Piece:
    """A line over an interval, and what is printed of it: the place of its band, from 0, its ends.

    Where the line is not known, ``line`` is the interval its points lie in, and ``undefined`` says
    why.
    """

    over: Interval
    line: Line | Interval
    band: int | None = None
    undefined: Undefined = UNKNOWN
    printed: Interval | None = None

    def image(self, within: Interval) -> Interval:
        """The points it gives over ``within``, a part of its own interval."""
        if isinstance(self.line, Interval):
            return self.line
        return within.image(self.line.slope, self.line.constant)


@frozen
class Jump:
    """A place where points change by a leap: the points just below it, at it, and just above."""

    at: Fraction
    below: Fraction | None
    here: Fraction | None
    above: Fraction | None

    @property
    def leaps(self) -> bool:
        """Whether two of the points that exist differ."""
        return len({self.below, self.here, self.above} - {None}) > 1


_Row = tuple[int, int, bool, int, int, bool, int, int, int]


@frozen
class Pieces:
    """An ordered partition of (part of) a domain into pieces."""

    domain: Domain
    pieces: tuple[Piece, ...]
    _rows: tuple[_Row | None, ...] = field(init=False, eq=False, repr=False)

    @_rows.default
    def _integers(self) -> tuple[_Row | None, ...]:
        return tuple(_row(piece) for piece in self.pieces)

    @classmethod
    def partition(cls, domain: Domain, bands: Iterable[Piece]) -> "Pieces":
        """Pieces from bands in printed order: where bands overlap, the first printed decides."""
        printed = list(bands)
        waiting = deque(sorted(enumerate(printed), key=lambda band: order(band[1])))
        cuts = {end for band in printed for end in ends(band.over)}
        begun: list[int] = []  # a heap: the first printed on top
        found: list[Piece] = []
        for cell in cells(domain, sorted(cuts)):
            at = inner(cell)
            while waiting and not waiting[0][1].over.is_above(at):
                heappush(begun, waiting.popleft()[0])
            while begun and printed[begun[0]].over.is_below(at):
                heappop(begun)
            if begun:
                found.append(evolve(printed[begun[0]], over=cell))
        return cls(domain, merged(found, 1 if domain.integer else 0))

    @classmethod
    def constant(cls, domain: Domain, points: Fraction) -> "Pieces":
        """The same points over all of a domain."""
        return cls(domain, (Piece(domain.span, Line(Fraction(0), points)),))

    def find(self, numerator: int, denominator: int) -> int | None:
        """The index of the piece that holds a value of the domain, or ``None`` in a hole."""
        for index, row in enumerate(self._rows):
            if row is None:
                if Fraction(numerator, denominator) in self.pieces[index].over:
                    return index
                continue
            low, low_d, low_open, high, high_d, high_open, *_ = row
            below = numerator * high_d - high * denominator
            if high_d and (below > 0 or (high_open and below == 0)):
                continue
            above = numerator * low_d - low * denominator
            return index if not low_d or above > 0 or (above == 0 and not low_open) else None
        return None

    def pair(self, numerator: int, denominator: int) -> tuple[int, int] | None:
        """The points of a value, as an unreduced pair; ``None`` in a hole or without a cohort."""
        index = self.find(numerator, denominator)
        return None if index is None else self.pair_in(index, numerator, denominator)

    def pair_in(self, index: int, numerator: int, denominator: int) -> tuple[int, int] | None:
        """The points of a value that the piece at ``index`` holds, as an unreduced pair."""
        row = self._rows[index]
        if row is None:
            return None
        *_, slope, constant, scale = row
        if slope == 0:
            return constant, scale
        return slope * numerator + constant * denominator, scale * denominator

    def points(self, value: Fraction) -> Fraction | None:
        """The points of a value; ``None`` in a hole or without a cohort."""
        pair = self.pair(value.numerator, value.denominator)
        return None if pair is None else Fraction(*pair)

    @cached_property
    def whole(self) -> Interval | None:
        """The points that the values of the domain can have, or ``None`` if all of it is a hole."""
        return self.range(self.domain.span)

    @cached_property
    def is_total(self) -> bool:
        """Whether every value of the domain has its points."""
        return self.is_known(self.domain.span)

    def range(self, within: Interval) -> Interval | None:
        """The points that values in ``within`` can have, or ``None`` if all of it is a hole."""
        images = [piece.image(part) for piece, part in self._inside(within)]
        return hull(images) if images else None

    def _inside(self, within: Interval) -> list[tuple[Piece, Interval]]:
        cuts = ((piece, piece.over.meet(within)) for piece in self.pieces)
        inside = ((piece, self.domain.cut(cut)) for piece, cut in cuts if cut is not None)
        return [(piece, cut) for piece, cut in inside if cut is not None]

    def is_known(self, within: Interval) -> bool:
        """Whether every value in ``within`` has its points: no hole, no piece without a line."""
        return not self.unknown(within) and not self.holes(within)

    def unknown(self, within: Interval) -> tuple[Undefined, ...]:
        """Why pieces that hold values in ``within`` have no line, each reason once."""
        inside = self._inside(within)
        whys = (piece.undefined for piece, _ in inside if isinstance(piece.line, Interval))
        return tuple(dict.fromkeys(whys))

    def holes(self, within: Interval = EVERYTHING) -> tuple[Interval, ...]:
        """The parts of the domain (inside ``within``) that no piece covers."""
        rest = self.domain.span.meet(within)
        found: list[Interval] = []
        for piece in self.pieces:
            if rest is None:
                break
            below, rest = rest.around(piece.over)
            found.extend([below] if below is not None else [])
        found.extend([rest] if rest is not None else [])
        cut = (self.domain.cut(part) for part in found)
        return tuple(part for part in cut if part is not None)

    def jumps(self) -> tuple[Jump, ...]:
        """Where a real domain's points leap: at ends of pieces, unknown lines left out.

        At the ends of the domain, and beside a hole, a jump has only those sides that exist.
        """
        if self.domain.integer:
            return ()
        wide = [(piece.over, piece.line) for piece in self.pieces if not piece.over.is_point]
        lines = [(over, line) for over, line in wide if isinstance(line, Line)]
        below = {over.high: line(over.high) for over, line in lines if over.high is not None}
        above = {over.low: line(over.low) for over, line in lines if over.low is not None}
        edges = sorted({end for piece in self.pieces for end in ends(piece.over)})
        found = (Jump(at, below.get(at), self.points(at), above.get(at)) for at in edges)
        return tuple(jump for jump in found if jump.leaps)

    @property
    def trend(self) -> Trend:
        """Whether points rise or fall as the value rises, holes left out."""
        lines = [(piece.over, piece.line) for piece in self.pieces if isinstance(piece.line, Line)]
        if len(lines) < len(self.pieces):
            return "unknown"
        signs = {_sign(line.slope) for over, line in lines if not over.is_point}
        signs |= {_step(left, right) for left, right in pairwise(lines)}
        named = {frozenset[int](): "constant", frozenset({1}): "rising", frozenset({-1}): "falling"}
        return named.get(frozenset(signs - {0}), "neither")


def _step(left: tuple[Interval, Line], right: tuple[Interval, Line]) -> int:
    """Whether points go up or down from the end of one piece to the start of the next."""
    before, after = left[0].high or Fraction(0), right[0].low or Fraction(0)
    return _sign(right[1](after) - left[1](before))


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def order(piece: Piece) -> tuple[bool, Fraction, bool]:
    """What sorts disjoint pieces from left to right."""
    return place(piece.over)


def _row(piece: Piece) -> _Row | None:
    line = piece.line
    if isinstance(line, Interval):
        return None
    over = piece.over
    scale = line.slope.denominator * line.constant.denominator
    return (
        *_end_pair(over.low), over.low_open,
        *_end_pair(over.high), over.high_open,
        (line.slope * scale).numerator,
        (line.constant * scale).numerator,
        scale,
    )  # fmt: skip


def _end_pair(end: Fraction | None) -> tuple[int, int]:
    return (0, 0) if end is None else (end.numerator, end.denominator)


def merged(pieces: Sequence[Piece], gap: int) -> tuple[Piece, ...]:
    """Join neighbours that carry on the same line, ``gap`` apart where they touch."""
    done: list[Piece] = []
    for piece in pieces:
        last = done[-1] if done else None
        if last is not None and _carries_on(last, piece, gap):
            done[-1] = evolve(last, over=hull((last.over, piece.over)))
        else:
            done.append(piece)
    return tuple(done)


def _carries_on(last: Piece, piece: Piece, gap: int) -> bool:
    same = evolve(last, over=piece.over) == piece
    return same and touch(last.over, piece.over, gap)
