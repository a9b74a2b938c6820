"""Places in frames that compute when they are asked: by windows over the groups of their rows."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import narwhals.stable.v2 as nw

from rubrik.frames.expressions import surely
from rubrik.frames.placing import POINTS, Margin
from rubrik.scales import Ties

__all__ = ["ABOVE", "NEAR", "exact_places", "neighbours", "proved_places"]


def __dir__() -> list[str]:
    return __all__


NEAR: Final = "__rubrik_rank_near"
ABOVE: Final = "__rubrik_rank_above"

_PLACE: Final = "__rubrik_rank_place"
_DOWN: Final = "__rubrik_rank_down"

_METHODS: Final[Mapping[Ties, Any]] = {
    "competition": "min",
    "dense": "dense",
    "fractional": "average",
}


def neighbours(frame: nw.LazyFrame[Any], keys: Sequence[str], margin: Margin) -> nw.LazyFrame[Any]:
    """A frame with whether floats cannot tell a row from the one above it, or below it."""
    points = nw.col(POINTS)
    magnitude = points.abs()
    gaps = (
        points - points.shift(1).over(*keys, order_by=POINTS),
        points.shift(-1).over(*keys, order_by=POINTS) - points,
    )
    near = [surely(margin.is_near(gap, magnitude)) for gap in gaps]
    found = near[0] | near[1]
    if margin.is_exact:
        found &= surely(magnitude > margin.most)
    return frame.with_columns(found.alias(NEAR))


def proved_places(
    frame: nw.LazyFrame[Any], keys: Sequence[str], ties: Ties
) -> tuple[nw.LazyFrame[Any], nw.Expr, nw.Expr]:
    """A frame, and the places of its rows by points, with where they are not proved.

    Near neighbours have no proved place; and where places count different points, nobody below them
    has one.
    """
    place = nw.col(POINTS).rank(_METHODS[ties], descending=True).over(*keys)
    if ties != "dense":
        return frame, _as(ties, place), nw.col(NEAR)
    falling = frame.with_columns((nw.lit(0.0) - nw.col(POINTS)).alias(_DOWN))
    before = nw.col(NEAR).cast(nw.Int64).cum_sum().over(*keys, order_by=_DOWN)
    return falling, _as(ties, place), before > 0


def exact_places(
    frame: nw.LazyFrame[Any], keys: Sequence[str], ties: Ties
) -> tuple[nw.LazyFrame[Any], nw.Expr]:
    """The same where points are the same in chains of near neighbours, who are told apart.

    Each row says how many of its chain are ``ABOVE`` it.
    """
    first = nw.col(POINTS).rank("min", descending=True).over(*keys).cast(nw.Int64)
    placed = frame.with_columns((first + nw.col(ABOVE)).alias(_PLACE))
    return placed, _as(ties, nw.col(_PLACE).rank(_METHODS[ties]).over(*keys))


def _as(ties: Ties, place: nw.Expr) -> nw.Expr:
    """Places as whole numbers, unless they may lie between them."""
    return place.cast(nw.Float64 if ties == "fractional" else nw.Int64)
