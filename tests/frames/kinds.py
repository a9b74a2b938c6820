"""Frames of every kind that the engine runs on, made from the same columns."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import duckdb
import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pyarrow as pa

from rubrik.frames.cells import is_null

__all__ = ["EAGER", "KINDS", "LAZY", "Columns", "rows_of"]

Columns = Mapping[str, Sequence[Any]]
"""The cells of a table, by column; ``None`` where there is nothing."""


def _pandas(columns: Columns) -> Any:  # noqa: ANN401 - a frame
    return pd.DataFrame(dict(columns))


def _pandas_arrow(columns: Columns) -> Any:  # noqa: ANN401 - a frame
    return _arrow(columns).to_pandas(types_mapper=pd.ArrowDtype)


def _arrow(columns: Columns) -> Any:  # noqa: ANN401 - a table
    return pa.table({name: pa.array(list(cells)) for name, cells in columns.items()})


def _polars(columns: Columns) -> Any:  # noqa: ANN401 - a frame
    return pl.DataFrame(dict(columns), strict=False)


def _duckdb(columns: Columns) -> Any:  # noqa: ANN401 - a relation of a connection of its own
    return duckdb.connect().from_arrow(_arrow(columns))


EAGER: Final[Mapping[str, Callable[[Columns], Any]]] = {
    "polars": _polars,
    "pandas": _pandas,
    "pandas-arrow": _pandas_arrow,
    "pyarrow": _arrow,
}

LAZY: Final[Mapping[str, Callable[[Columns], Any]]] = {
    "polars-lazy": lambda columns: _polars(columns).lazy(),
    "duckdb": _duckdb,
}

KINDS: Final = {**EAGER, **LAZY}


def rows_of(frame: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - a frame of any kind
    """The rows of a frame of any kind, with ``None`` where there is nothing."""
    made: Any = nw.from_native(frame)
    eager = made.collect() if isinstance(made, nw.LazyFrame) else made
    return [
        {name: None if is_null(cell) else nw.to_py_scalar(cell) for name, cell in row.items()}
        for row in eager.iter_rows(named=True)
    ]
