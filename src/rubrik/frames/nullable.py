"""Frames of pandas in types that know nulls, one for each kind of values."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import narwhals.stable.v2 as nw

from rubrik.frames.columns import Schema
from rubrik.frames.rounding import EXACT_LIMIT

__all__ = ["AnyFrame", "nullable", "schema_of", "still_nullable"]


def __dir__() -> list[str]:
    return __all__


AnyFrame = nw.DataFrame[Any] | nw.LazyFrame[Any]

_TEXTS: Final = (nw.String, nw.Categorical, nw.Enum)


def nullable(frame: AnyFrame) -> AnyFrame:
    """The frame to run rules over: in pandas with other types, elsewhere the frame itself.

    Columns of NumPy have no nulls, and those of Arrow do not mix with others. A column whose cells
    only exact arithmetic can read stays as it is.
    """
    return _retyped(frame, frame.columns, _own) if _is_of_pandas(frame) else frame


def still_nullable(frame: AnyFrame, made: Sequence[str]) -> AnyFrame:
    """Such a frame with columns that were made of its own, which some steps turn back."""
    return _retyped(frame, made, _made) if _is_of_pandas(frame) else frame


def _is_of_pandas(frame: AnyFrame) -> bool:
    return frame.implementation.is_pandas_like()


def _retyped(frame: AnyFrame, names: Sequence[str], retype: Callable[[Any], Any]) -> AnyFrame:
    native: Any = frame.to_native()
    columns = {name: retype(native[name]) for name in names}
    found: AnyFrame = nw.from_native(native.assign(**columns))
    return found


def schema_of(frame: AnyFrame) -> Schema:
    """The types of a frame's columns; unknown where only its cells tell."""
    if not _is_of_pandas(frame):
        return frame.collect_schema()
    native: Any = frame.to_native()
    return {name: _dtype(native[name]) for name in native.columns}


def _dtype(series: Any) -> nw.dtypes.DType:  # noqa: ANN401 - of pandas
    if _is_read_by_cell(series):
        return nw.Unknown()
    return _of(_own(series))


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


def _own(series: Any) -> Any:  # noqa: ANN401 - of pandas
    """A column of the caller's."""
    if _is_read_by_cell(series):
        return series
    found = _inferred(series)
    return found.astype("Int64") if _of(found).is_float() and _are_whole(found) else _masked(found)


def _made(series: Any) -> Any:  # noqa: ANN401 - of pandas
    """A column that was made; where it is all null and of no type it is a test."""
    if _is_read_by_cell(series):
        return series.astype("boolean")
    return _masked(_inferred(series))


def _masked(series: Any) -> Any:  # noqa: ANN401 - of pandas
    """A column in the type of its own kind that knows nulls."""
    dtype = _of(series)
    if dtype.is_numeric():
        return series.astype(str(dtype))
    if dtype in _TEXTS:
        return series.astype("string[python]")
    return series.astype("boolean") if dtype == nw.Boolean else series
