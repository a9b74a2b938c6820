"""Frames of pandas in types that know nulls, one for each kind of values."""

from collections.abc import Collection
from typing import Any, Final

import narwhals.stable.v2 as nw

from rubrik.frames.columns import Schema
from rubrik.frames.rounding import EXACT_LIMIT

__all__ = ["AnyFrame", "nullable", "schema_of"]


def __dir__() -> list[str]:
    return __all__


AnyFrame = nw.DataFrame[Any] | nw.LazyFrame[Any]

_TEXTS: Final = (nw.String, nw.Categorical, nw.Enum)


def nullable(frame: AnyFrame, besides: Collection[str] = ()) -> AnyFrame:
    """The frame to run rules over: in pandas with other types, elsewhere the frame itself.

    Columns of NumPy have no nulls, and those of Arrow do not mix with others. A column whose cells
    only exact arithmetic can read stays as it is. Columns ``besides`` are as they should be, and
    the others were made of them: such a one that is all null is a test.
    """
    if not frame.implementation.is_pandas_like():
        return frame
    native: Any = frame.to_native()
    made = {
        name: _nullable(native[name], is_own=not besides)
        for name in native.columns
        if name not in besides
    }
    found: AnyFrame = nw.from_native(native.assign(**made))
    return found


def schema_of(frame: AnyFrame) -> Schema:
    """The types of a frame's columns; unknown where only its cells tell."""
    if not frame.implementation.is_pandas_like():
        return frame.collect_schema()
    native: Any = frame.to_native()
    return {name: _dtype(native[name]) for name in native.columns}


def _dtype(series: Any) -> nw.dtypes.DType:  # noqa: ANN401 - of pandas
    if _is_read_by_cell(series):
        return nw.Unknown()
    return _of(_nullable(series, is_own=True))


def _of(series: Any) -> nw.dtypes.DType:  # noqa: ANN401 - of pandas
    dtype: nw.dtypes.DType = nw.from_native(series, series_only=True).dtype
    return dtype


def _is_read_by_cell(series: Any) -> bool:  # noqa: ANN401 - of pandas
    return _of(series).is_decimal() or (_is_of_objects(series) and not _is_alike(series))


def _is_of_objects(series: Any) -> bool:  # noqa: ANN401 - of pandas
    return str(series.dtype) == "object"


def _is_alike(series: Any) -> bool:  # noqa: ANN401 - of pandas
    """Whether the cells of a column of objects are there, and all of one kind that has a type."""
    return not series.isna().all() and not _is_of_objects(_inferred(series))


def _inferred(series: Any) -> Any:  # noqa: ANN401 - of pandas
    """A column of objects as one of what they are, if all are alike."""
    return series.convert_dtypes() if _is_of_objects(series) else series


def _are_whole(series: Any) -> bool:  # noqa: ANN401 - of pandas
    """Whether floats are whole numbers, which they often are only because some are null."""
    known = series.dropna().astype("float64")
    return bool(((known.abs() <= EXACT_LIMIT) & (known % 1 == 0)).all())


def _nullable(series: Any, *, is_own: bool) -> Any:  # noqa: ANN401 - of pandas
    if _is_read_by_cell(series):
        return series if is_own else series.astype("boolean")
    found = _inferred(series)
    dtype = _of(found)
    if is_own and dtype.is_float() and _are_whole(found):
        return found.astype("Int64")
    if dtype.is_numeric():
        return found.astype(str(dtype))
    if dtype in _TEXTS:
        return found.astype("string[python]")
    return found.astype("boolean") if dtype == nw.Boolean else found
