"""Single cells of a frame, as Python has them."""

from collections.abc import Sequence
from math import isnan
from typing import Any, Final

import narwhals.stable.v2 as nw

__all__ = ["is_null", "put"]


def __dir__() -> list[str]:
    return __all__


_ABSENT: Final = {"NoneType", "NAType", "NaTType"}  # by name, so that pandas is not imported


def is_null(value: object) -> bool:
    """Whether a cell holds nothing."""
    return (isinstance(value, float) and isnan(value)) or type(value).__name__ in _ABSENT


def put(series: nw.Series[Any], places: Sequence[int], values: Sequence[Any]) -> nw.Series[Any]:
    """A column with other values in some places."""
    new = nw.new_series(series.name, values, series.dtype, backend=series.implementation)
    return series.scatter(places, new)
