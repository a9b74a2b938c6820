"""Places by points that are floats: where floats tell who lies above whom, and where they cannot.

Points within ``E`` of the true ones are in their true order where they are more than ``2 E`` apart.
Chains of neighbours that are nearer have to be told apart by exact points; all others keep their
places, whatever comes out there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import inf, nextafter
from typing import Any, Final

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.frames.expressions import surely
from rubrik.frames.rounding import Error
from rubrik.scales import Ties

__all__ = ["GROUP", "POINTS", "Chain", "Exact", "Margin", "chains", "placed", "told"]


def __dir__() -> list[str]:
    return __all__


GROUP: Final = "__rubrik_rank_group"
POINTS: Final = "__rubrik_rank_points"

_INDEX: Final = "__rubrik_rank_index"
_AT: Final = "__rubrik_rank_at"
_NEW: Final = "__rubrik_rank_new"
_NEAR: Final = "__rubrik_rank_near"
_LEVEL: Final = "__rubrik_rank_level"
_RUN: Final = "__rubrik_rank_run"
_PLACE: Final = "__rubrik_rank_place"
_LAST: Final = "__rubrik_rank_last"

_LOOSE: Final = 2.0**-50
"""What the last rounding of exact points can do, in relation to them, and more."""


@frozen
class Margin:
    """How near to each other points must be to be told apart by exact ones.

    Points that are larger than the rule can give in columns come from exact arithmetic, and are
    rounded once.
    """

    error: Error

    @property
    def is_exact(self) -> bool:
        """Whether points that are not too large are the true ones."""
        return self.error.is_exact

    @property
    def most(self) -> float:
        """The largest magnitude that the error is said of."""
        return nextafter(float(self.error.size), inf)

    @property
    def width(self) -> float:
        """So near is near, as long as points are not too large."""
        return 0.0 if self.is_exact else nextafter(float(2 * self.error.bound), inf)

    def is_near(self, gap: Any, magnitude: Any) -> Any:  # noqa: ANN401 - numbers, or expressions
        """Whether a gap beside points of some magnitude is near."""
        loose = magnitude * _LOOSE + self.width
        return (gap <= self.width) | ((magnitude > self.most) & (gap <= loose))


Exact = Callable[[Sequence[int]], Sequence[Fraction]]
"""Gives the exact points of some rows, by their place among all."""


def placed(frame: nw.DataFrame[Any], margin: Margin, ties: Ties, exact: Exact) -> nw.Series[Any]:
    """The places of all rows within their groups, the most points first.

    Args:
        frame: the rows, each with a number for its group and its points, neither ever null.
        margin: how exact points are.
        ties: what rows of equal points leave to the next.
        exact: what gives exact points.
    """
    ordered = _ordered(frame, margin)
    is_proved = margin.is_exact and not _has_larger(frame, margin)
    if is_proved:
        ordered = ordered.with_columns(nw.col(_NEAR).alias(_LEVEL))
    else:
        ordered = _told_apart(ordered.with_columns(nw.lit(value=False).alias(_LEVEL)), exact)
    found = _PLACES[ties](_counted(ordered))
    return found.sort(_INDEX).get_column(_PLACE)


def _has_larger(frame: nw.DataFrame[Any], margin: Margin) -> bool:
    """Whether some points are larger than the error is said of."""
    larger = frame.get_column(POINTS).abs() > margin.most
    return bool(larger.any())


def _ordered(frame: nw.DataFrame[Any], margin: Margin) -> nw.DataFrame[Any]:
    """The rows in order: where a group begins, and which are near to the one above."""
    ordered = frame.with_row_index(_INDEX).sort(GROUP, POINTS, descending=[False, True])
    group, points = nw.col(GROUP), nw.col(POINTS)
    is_new = (group != group.shift(1)).fill_null(value=True)
    is_near = margin.is_near(points.shift(1) - points, points.abs())
    made = ordered.with_columns(is_new.alias(_NEW), surely(is_near).alias(_NEAR))
    return made.with_row_index(_AT).with_columns(
        nw.col(_AT).cast(nw.Int64), (nw.col(_NEAR) & ~nw.col(_NEW)).alias(_NEAR)
    )


# Chains of near neighbours.


def _told_apart(ordered: nw.DataFrame[Any], exact: Exact) -> nw.DataFrame[Any]:
    """The rows with chains of near neighbours in their true order, those that are level marked."""
    is_near = nw.col(_NEAR)
    chained = is_near | is_near.shift(-1).fill_null(value=False)
    rows = ordered.filter(chained & (nw.col(GROUP) >= 0)).select(_AT, _INDEX, _NEAR)
    if not len(rows):
        return ordered
    at, index, near = (rows.get_column(name).to_list() for name in (_AT, _INDEX, _NEAR))
    found = [each for chain in chains(index, near, exact(index)) for each in told(chain)]
    order, level = zip(*found, strict=True)
    return ordered.with_columns(_put(ordered, _INDEX, at, order), _put(ordered, _LEVEL, at, level))


Chain = Sequence[tuple[int, Fraction]]
"""Rows that follow on each other, with their exact points."""


def chains(
    index: Iterable[int], near: Iterable[bool], points: Iterable[Fraction]
) -> Iterator[Chain]:
    """Rows that follow on each other, parted where one is not near to the one above."""
    chain: list[tuple[int, Fraction]] = []
    for row, is_near, exactly in zip(index, near, points, strict=True):
        if chain and not is_near:
            yield chain
            chain = []
        chain.append((row, exactly))
    yield chain


def told(chain: Chain) -> Iterator[tuple[int, bool]]:
    """The rows of a chain in order, each with whether it is level with the one above."""
    above = None
    for row, points in sorted(chain, key=lambda each: -each[1]):
        yield row, points == above
        above = points


def _put(
    frame: nw.DataFrame[Any], name: str, at: Sequence[int], values: Sequence[Any]
) -> nw.Series[Any]:
    column = frame.get_column(name)
    new = nw.new_series(name, list(values), column.dtype, backend=frame.implementation)
    return column.scatter(list(at), new)


# Places.


def _counted(ordered: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """The rows with where their group and their run of level rows begin, and its number."""
    at, is_first = nw.col(_AT), ~nw.col(_LEVEL)
    return ordered.with_columns(
        nw.when(nw.col(_NEW)).then(at).otherwise(0).cum_max().alias(GROUP),
        nw.when(is_first).then(at).otherwise(0).cum_max().alias(_PLACE),
        is_first.cast(nw.Int64).cum_sum().alias(_RUN),
    )


def _competition(counted: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    return counted.with_columns(nw.col(_PLACE) - nw.col(GROUP) + 1)


def _dense(counted: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    first = nw.when(nw.col(_NEW)).then(nw.col(_RUN)).otherwise(0).cum_max()
    return counted.with_columns((nw.col(_RUN) - first + 1).alias(_PLACE))


def _fractional(counted: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    is_last = (~nw.col(_LEVEL)).shift(-1).fill_null(value=True)
    last = nw.when(is_last).then(nw.col(_AT)).otherwise(len(counted)).alias(_LAST)
    upwards = counted.with_columns(last).sort(_AT, descending=True)
    last_of_run = upwards.with_columns(nw.col(_LAST).cum_min())
    middle = (nw.col(_PLACE) + nw.col(_LAST)) / 2 - nw.col(GROUP) + 1
    return last_of_run.with_columns(middle.alias(_PLACE))


_PLACES: Final[Mapping[Ties, Callable[[nw.DataFrame[Any]], nw.DataFrame[Any]]]] = {
    "competition": _competition,
    "dense": _dense,
    "fractional": _fractional,
}
