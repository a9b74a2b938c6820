"""Scales of every kind over a few rows, and points to be put into their levels."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from hypothesis import strategies as st

from rubrik import AllOf, AnyOf, AtLeast, Interval, Level, Scale, Threshold, Veto
from rubrik.scales import Op

__all__ = ["NEAR", "ROWS", "conditions", "intervals", "near", "points", "scales", "values"]

NEAR: Final = Fraction(1, 10**9)
"""How near to a threshold points come."""

ROWS: Final = ("", "A", "B", "C")
"""The whole and three rows."""

_GRID: Final = [Fraction(halves, 2) for halves in range(9)]
_OPS: Final[Sequence[Op]] = (">=", ">", "<=", "<")
_FLOORS: Final[Sequence[Op]] = (">=", ">")


def conditions(
    rows: Sequence[str] = ROWS, ops: Sequence[Op] = _OPS
) -> st.SearchStrategy[Threshold]:
    """Comparisons of the points of a row with a number of points."""
    return st.builds(
        Threshold,
        node=st.sampled_from(rows),
        op=st.sampled_from(ops),
        points=st.sampled_from(_GRID[1:-1]),
    )


def _joined(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    counted = several.flatmap(
        lambda of: st.integers(1, len(of)).map(lambda count: AtLeast(at_least=count, of=of))
    )
    return st.one_of(st.builds(AllOf, all=several), st.builds(AnyOf, any=several), counted)


@st.composite
def scales(draw: st.DrawFn, rows: Sequence[str] = ROWS, *, is_rising: bool = False) -> Scale:
    """Scales of one to three levels, with vetoes or without.

    Those that are ``is_rising`` ask for points and never for few of them, and shut nobody out.
    """
    leaves = conditions(rows, _FLOORS if is_rising else _OPS)
    wanted = st.lists(st.recursive(leaves, _joined, max_leaves=4), min_size=1, max_size=2)
    names = ("I", "II", "III")[: draw(st.integers(1, 3))]
    vetoes = st.builds(
        Veto,
        reason=st.just("Loại"),
        conditions=st.lists(leaves, min_size=1, max_size=2).map(tuple),
        result=st.sampled_from(["", "Hủy", "Đình chỉ"]),
    )
    return Scale(
        id="thang",
        name="Thang",
        levels=tuple(Level(name=name, conditions=tuple(draw(wanted))) for name in names),
        below=draw(st.sampled_from(["", "Không"])),
        vetoes=() if is_rising else tuple(draw(st.lists(vetoes, max_size=2))),
    )


def near(value: Fraction) -> st.SearchStrategy[Fraction]:
    """A number, or what lies just beside it."""
    return st.sampled_from([value, value, value - NEAR, value + NEAR])


def values() -> st.SearchStrategy[Fraction]:
    """Points at thresholds, just beside them and between."""
    return st.sampled_from(_GRID).flatmap(near)


def points(rows: Sequence[str] = ROWS) -> st.SearchStrategy[Mapping[str, Fraction]]:
    """Points of all rows."""
    return st.fixed_dictionaries(dict.fromkeys(rows, values()))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Where points may be: one number, or between two ends, reached or not, there or not."""
    low, high = sorted((draw(values()), draw(values())))
    if low == high:
        return Interval.point(low)
    has_low, has_high = draw(st.booleans()) or draw(st.booleans()), draw(st.booleans())
    return Interval(
        low if has_low else None,
        high if has_high else None,
        low_open=draw(st.booleans()),
        high_open=draw(st.booleans()),
    )
