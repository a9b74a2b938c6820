"""Small tables beside frames, in whatever engine these are."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.errors import Problem, TableError
from rubrik.frames.nullable import AnyFrame
from rubrik.wording import message

__all__ = ["Small", "alike", "joined", "matched"]


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
    if not isinstance(frame, nw.LazyFrame):
        return matched(frame, table.eager(engine), on)
    if engine.is_polars():
        return matched(frame, table.eager(engine).lazy(), on)
    return matched(frame, alike(frame, table.eager(nw.Implementation.PYARROW)), on)


def matched(frame: AnyFrame, other: Any, on: Sequence[str]) -> AnyFrame:  # noqa: ANN401 - a frame of the same kind
    """A frame with the columns of another one of its kind, null where a row has no match in it.

    Rows keep their order where the engine has one.
    """
    if frame.implementation.is_polars():
        native: Any = frame.to_native()
        other = other.to_native()
        found: AnyFrame = nw.from_native(
            native.join(other, on=list(on), how="left", maintain_order="left")
        )
        return found
    if isinstance(frame, nw.LazyFrame) or frame.implementation.is_pandas_like():
        return frame.join(other, on=list(on), how="left")
    numbered = frame.with_row_index(_INDEX)
    return numbered.join(other, on=list(on), how="left").sort(_INDEX).drop(_INDEX)


def alike(frame: nw.LazyFrame[Any], few: nw.DataFrame[Any]) -> nw.LazyFrame[Any]:
    """A few rows as a frame of the same lazy engine as another frame.

    Raises:
        TableError: rows cannot be handed to the engine.
    """
    make = _LIKE.get(frame.implementation)
    if make is None:
        said = message("engine-without-join", engine=frame.implementation.value)
        raise TableError([Problem((), said)])
    found: nw.LazyFrame[Any] = nw.from_native(make(frame.to_native(), few))
    return found


def _like_duckdb(native: Any, few: nw.DataFrame[Any]) -> Any:  # noqa: ANN401 - native frames
    """A relation of the same connection; the engine finds the rows by their name here."""
    rubrik_few_rows = few.to_arrow()  # noqa: F841 - named in the query
    return native.query("rubrik_frame", "SELECT * FROM rubrik_few_rows")


def _like_spark(native: Any, few: nw.DataFrame[Any]) -> Any:  # noqa: ANN401 - native frames
    """A frame of the same session, its columns of the types that they have there."""
    types = {field.name: field.dataType for field in native.schema.fields}
    schema = type(native.schema)()
    for name, dtype in few.schema.items():
        schema.add(name, types[name] if name in types else _SPARK[type(dtype)])
    rows = [tuple(map(nw.to_py_scalar, row)) for row in few.iter_rows()]
    return native.sparkSession.createDataFrame(rows, schema)


_SPARK: Final[Mapping[type[nw.dtypes.DType], str]] = {
    nw.String: "string",
    nw.Int64: "bigint",
    nw.Float64: "double",
    nw.Boolean: "boolean",
}

_LIKE: Final[Mapping[nw.Implementation, Callable[[Any, nw.DataFrame[Any]], Any]]] = {
    nw.Implementation.DUCKDB: _like_duckdb,
    nw.Implementation.PYSPARK: _like_spark,
}
