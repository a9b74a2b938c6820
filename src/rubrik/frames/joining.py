"""Small tables joined to frames, in whatever engine these are."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.errors import Problem, TableError
from rubrik.frames.keeping import AnyFrame
from rubrik.wording import message

__all__ = ["Small", "joined"]


def __dir__() -> list[str]:
    return __all__


_INDEX: Final = "__rubrik_index"


@frozen
class Small:
    """A small table: the values of each column, and their types."""

    values: Mapping[str, Sequence[Any]]
    dtypes: Mapping[str, nw.dtypes.DType]

    def eager(self, engine: Any) -> nw.DataFrame[Any]:  # noqa: ANN401 - one that is eager
        """It as a frame of an engine."""
        return nw.from_dict(dict(self.values), self.dtypes, backend=engine)


def joined(frame: AnyFrame, table: Small, on: Sequence[str]) -> AnyFrame:
    """A frame with the columns of a small table, null where a row has no match in it.

    Rows keep their order where the engine has one.

    Args:
        frame: the frame.
        table: the table; no two of its rows are alike in the columns ``on``, and none has nulls
            there.
        on: what both have in common.

    Raises:
        TableError: tables cannot be handed to the engine.
    """
    engine = frame.implementation
    if engine.is_polars():
        return _joined_in_polars(frame, table, on)
    if isinstance(frame, nw.LazyFrame):
        return frame.join(_like(frame, table), on=list(on), how="left")
    other = table.eager(engine)
    if engine.is_pandas_like():
        return frame.join(other, on=list(on), how="left")
    numbered = frame.with_row_index(_INDEX)
    return numbered.join(other, on=list(on), how="left").sort(_INDEX).drop(_INDEX)


def _joined_in_polars(frame: AnyFrame, table: Small, on: Sequence[str]) -> AnyFrame:
    other: Any = table.eager(nw.Implementation.POLARS)
    if isinstance(frame, nw.LazyFrame):
        other = other.lazy()
    native: Any = frame.to_native()
    found = native.join(other.to_native(), on=list(on), how="left", maintain_order="left")
    joined_frame: AnyFrame = nw.from_native(found)
    return joined_frame


def _like(frame: nw.LazyFrame[Any], table: Small) -> nw.LazyFrame[Any]:
    """The table as a frame of the same lazy engine."""
    if frame.implementation not in _LIKE:
        said = message("engine-without-join", engine=frame.implementation.value)
        raise TableError([Problem((), said)])
    found: nw.LazyFrame[Any] = nw.from_native(_LIKE[frame.implementation](frame.to_native(), table))
    return found


def _like_duckdb(native: Any, table: Small) -> Any:  # noqa: ANN401 - a native relation
    """A relation of the same connection; the engine finds the table by its name here."""
    small = table.eager(nw.Implementation.PYARROW).to_native()  # noqa: F841 - named in the query
    return native.query("rubrik_frame", "SELECT * FROM small")


def _like_spark(native: Any, table: Small) -> Any:  # noqa: ANN401 - a native frame
    rows = list(zip(*table.values.values(), strict=True))
    names = (f"`{name}` {_SPARK[type(dtype)]}" for name, dtype in table.dtypes.items())
    return native.sparkSession.createDataFrame(rows, ", ".join(names))


_SPARK: Final[Mapping[type[nw.dtypes.DType], str]] = {
    nw.String: "string",
    nw.Int64: "bigint",
    nw.Float64: "double",
    nw.Boolean: "boolean",
}

_LIKE: Final[Mapping[nw.Implementation, Callable[[Any, Small], Any]]] = {
    nw.Implementation.DUCKDB: _like_duckdb,
    nw.Implementation.PYSPARK: _like_spark,
}
