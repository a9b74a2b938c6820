"""Cells: a domain cut at some values, into the values themselves and what lies between."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from rubrik.intervals import Interval
from rubrik.measures.domains import Domain

__all__ = ["cells", "ends", "inner", "place", "touch"]


def __dir__() -> list[str]:
    return __all__


def place(over: Interval) -> tuple[bool, Fraction, bool]:
    """Where it begins: what sorts disjoint intervals from left to right."""
    return (over.low is not None, over.low or Fraction(0), over.low_open)


def ends(interval: Interval) -> tuple[Fraction, ...]:
    """The ends that it has."""
    return tuple(end for end in (interval.low, interval.high) if end is not None)


def cells(domain: Domain, cuts: Sequence[Fraction]) -> list[Interval]:
    """The cells of a domain that is cut at ascending values, from left to right."""
    found = [
        *(Interval(low, high, low_open=True, high_open=True)
          for low, high in pairwise([None, *cuts, None])),
        *(Interval.point(cut) for cut in cuts),
    ]  # fmt: skip
    inside = (domain.cut(cell) for cell in found)
    return sorted((cell for cell in inside if cell is not None), key=place)


def inner(cell: Interval) -> Fraction:
    """Some value inside a cell."""
    if cell.low is None or cell.high is None:
        one = Fraction(1)
        if cell.low is None:
            return Fraction(0) if cell.high is None else cell.high - one
        return cell.low + one
    return (cell.low + cell.high) / 2


def touch(left: Interval, right: Interval, gap: int) -> bool:
    """Whether nothing lies between two neighbours that are ``gap`` apart."""
    if left.high is None or right.low is None or (left.high_open and right.low_open):
        return False
    return right.low - left.high == gap
