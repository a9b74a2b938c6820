"""A curve as one chain of upper ends: what holds a value is the first stretch it is not beyond."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from rubrik.intervals import Interval
from rubrik.measures import Ratio
from rubrik.scorers import Curve, Line, Piece
from rubrik.scorers.cells import touch

__all__ = ["Stretch", "stretches"]


def __dir__() -> list[str]:
    return __all__


@frozen
class Stretch:
    """All values up to an end that are not in a stretch before; the last one has no end.

    ``line`` is ``None`` in a hole, and where it is not known.
    """

    line: Line | None
    end: Fraction | None = None
    is_closed: bool = True

    @property
    def relation(self) -> str:
        """How values compare with the end."""
        return "<=" if self.is_closed else "<"


def stretches(curve: Curve) -> list[Stretch]:
    """The pieces of a curve and the holes between, from left to right.

    Where the declared domains of its inputs end, nothing needs to be asked: no value lies beyond.
    """
    return list(_stretches(curve)) or [Stretch(None)]


def _stretches(curve: Curve) -> Iterator[Stretch]:
    pieces = curve.pieces.pieces
    if pieces and not _begins(curve, pieces[0].over):
        yield _hole_before(pieces[0])
    gap = 1 if curve.pieces.domain.integer else 0
    for piece, following in pairwise(pieces):
        yield Stretch(_line(piece), piece.over.high, not piece.over.high_open)
        if not touch(piece.over, following.over, gap):
            yield _hole_before(following)
    if pieces:
        yield from _last(curve, pieces[-1])


def _last(curve: Curve, piece: Piece) -> Iterator[Stretch]:
    if _ends(curve, piece.over):
        yield Stretch(_line(piece))
    else:
        yield Stretch(_line(piece), piece.over.high, not piece.over.high_open)
        yield Stretch(None)


def _hole_before(piece: Piece) -> Stretch:
    return Stretch(None, piece.over.low, is_closed=piece.over.low_open)


def _line(piece: Piece) -> Line | None:
    return piece.line if isinstance(piece.line, Line) else None


def _begins(curve: Curve, first: Interval) -> bool:
    """Whether no value lies below: that a part is less than its whole is not taken for granted."""
    span = curve.pieces.domain.span
    measure = curve.measure
    is_sure = not isinstance(measure, Ratio) or all(w >= 0 for _, w in measure.ratio.weights)
    same = (first.low, first.low_open) == (span.low, span.low_open)
    return first.low is None or (is_sure and same)


def _ends(curve: Curve, last: Interval) -> bool:
    """Whether no value lies above."""
    span = curve.pieces.domain.span
    same = (last.high, last.high_open) == (span.high, span.high_open)
    return last.high is None or (same and not isinstance(curve.measure, Ratio))
