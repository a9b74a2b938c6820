"""Rules that combine several rules over one value come down to pieces again."""

from collections import deque
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations

from attrs import evolve

from rubrik.intervals import EVERYTHING, Interval, add, largest, smallest
from rubrik.measures.domains import Domain
from rubrik.scorers.cells import cells, ends, inner
from rubrik.scorers.pieces import UNKNOWN, Line, Piece, Pieces, merged, order

__all__ = ["clamped", "highest", "lowest", "switched", "total"]


def __dir__() -> list[str]:
    return __all__


_Lines = Sequence[Line | Interval]


def total(parts: Sequence[Pieces]) -> Pieces:
    """The sum of rules over the same value."""
    return _combined(parts, _sum, crossing=False)


def highest(parts: Sequence[Pieces]) -> Pieces:
    """The best of rules over the same value."""
    return _combined(parts, _pick(largest, max), crossing=True)


def lowest(parts: Sequence[Pieces]) -> Pieces:
    """The worst of rules over the same value."""
    return _combined(parts, _pick(smallest, min), crossing=True)


def switched(cases: Sequence[tuple[Interval, Pieces]], otherwise: Pieces) -> Pieces:
    """The first rule whose test holds the value, else the last; all over the same value."""
    domain = otherwise.domain
    rest = [domain.span]
    found: list[Piece] = []
    for test, part in (*cases, (EVERYTHING, otherwise)):
        held = [both for each in rest if (both := each.meet(test)) is not None]
        found.extend(
            evolve(
                piece, over=over, printed=piece.printed or (None if test == EVERYTHING else test)
            )
            for piece in part.pieces
            for each in held
            if (over := _cut(domain, piece.over, each)) is not None
        )
        rest = [left for each in rest for left in each.minus(test)]
    return Pieces(domain, tuple(sorted(found, key=order)))


def _cut(domain: Domain, over: Interval, held: Interval) -> Interval | None:
    both = over.meet(held)
    return None if both is None else domain.cut(both)


def clamped(part: Pieces, low: Fraction | None, high: Fraction | None) -> Pieces:
    """The rule with its points raised to ``low`` and cut at ``high``."""
    within = part.whole
    if high is not None and within is not None and not within.is_at_most(high):
        part = lowest((part, Pieces.constant(part.domain, high)))
        within = part.whole
    if low is not None and within is not None and not within.is_at_least(low):
        part = highest((part, Pieces.constant(part.domain, low)))
    return part


def _combined(
    parts: Sequence[Pieces],
    join: "Callable[[_Lines, Fraction], Line | Interval]",
    *,
    crossing: bool,
) -> Pieces:
    domain = parts[0].domain
    cuts = {end for part in parts for piece in part.pieces for end in ends(piece.over)}
    walks = [_Walk(part.pieces) for part in parts]
    found: list[Piece] = []
    for cell in cells(domain, sorted(cuts)):
        met = [walk.piece_at(inner(cell)) for walk in walks]
        here = [piece for piece in met if piece is not None]
        if len(here) == len(parts):
            bands = {(piece.band, piece.printed) for piece in here} - {(None, None)}
            band, printed = bands.pop() if len(bands) == 1 else (None, None)
            why = next(
                (each.undefined for each in here if isinstance(each.line, Interval)), UNKNOWN
            )
            lines = [piece.line for piece in here]
            meet = _crossings(lines, cell) if crossing else []
            split = _split(cell, meet, domain)
            found.extend(
                Piece(part, join(lines, inner(part)), band, why, printed) for part in split
            )
    return Pieces(domain, merged(found, 1 if domain.integer else 0))


class _Walk:
    """Finds the pieces that hold ascending values, in one pass over all of them."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._left = deque(pieces)

    def piece_at(self, at: Fraction) -> Piece | None:
        """The piece that holds ``at``; no later value may be smaller."""
        while self._left and self._left[0].over.is_below(at):
            self._left.popleft()
        return self._left[0] if self._left and at in self._left[0].over else None


def _split(cell: Interval, at: Sequence[Fraction], domain: Domain) -> list[Interval]:
    """The parts of a cell below, at, between and above some of its values."""
    if not at:
        return [cell]
    inside = (part.meet(cell) for part in cells(domain, at))
    return [part for part in inside if part is not None]


def _crossings(lines: _Lines, cell: Interval) -> list[Fraction]:
    """Where two of ``lines`` meet inside of a cell, in order."""
    straight = [line for line in lines if isinstance(line, Line)]
    met = {
        (second.constant - first.constant) / (first.slope - second.slope)
        for first, second in combinations(straight, 2)
        if first.slope != second.slope
    }
    return sorted(at for at in met if at in cell)


def _sum(lines: _Lines, at: Fraction) -> Line | Interval:
    del at
    straight = [line for line in lines if isinstance(line, Line)]
    if len(straight) == len(lines):
        slope = sum((line.slope for line in straight), Fraction(0))
        return Line(slope, sum((line.constant for line in straight), Fraction(0)))
    return add([_spread(line) for line in lines])


def _pick(
    intervals: Callable[[Sequence[Interval]], Interval], choose: Callable[..., Line]
) -> Callable[[_Lines, Fraction], Line | Interval]:
    def join(lines: _Lines, at: Fraction) -> Line | Interval:
        straight = [line for line in lines if isinstance(line, Line)]
        if len(straight) == len(lines):
            return choose(straight, key=lambda line: line(at))
        return intervals([_spread(line) for line in lines])

    return join


def _spread(line: Line | Interval) -> Interval:
    """An interval for a line beside one that is not known: exact for constants, else unbounded."""
    if isinstance(line, Interval):
        return line
    return Interval.point(line.constant) if line.slope == 0 else EVERYTHING
