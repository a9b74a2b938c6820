"""Parquet files, read in slices of their rows."""

import os
from collections.abc import Iterator
from typing import BinaryIO, Final

import polars as pl

from rubrik.cli.score_table.sources import (
    BROKEN,
    Advance,
    Batch,
    Source,
    lazily,
    see,
    unreadable,
)
from rubrik.errors import FileFormatError
from rubrik.wording import message

__all__ = ["opened_parquet"]


def __dir__() -> list[str]:
    return __all__


_MARK: Final = b"PAR1"  # a file begins and ends with it
_MOST_ROWS: Final = 50_000  # of a slice; fewer of a wide table
_MOST_CELLS: Final = 1_000_000


def opened_parquet(file: BinaryIO, path: str, advance: Advance) -> Source:
    """The table in a Parquet file.

    Raises:
        FileFormatError: it is none, or cannot be read.
        TableError: with every problem of its columns.
    """
    try:
        _see_marks(file, path)
        # The folders that it stands in say nothing of its rows.
        rows = pl.scan_parquet(path, glob=False, hive_partitioning=False)
        columns = rows.collect_schema()
        size: int = rows.select(pl.len()).collect().item()
    except (*BROKEN, OSError) as error:
        raise unreadable(path, error) from None
    see(columns, path)
    step = max(1, min(_MOST_ROWS, _MOST_CELLS // len(columns)))
    slices = (rows.slice(first, step) for first in range(0, size, step))
    return Source(rows=lazily(_read(slices), path, columns, advance), columns=columns, size=size)


def _see_marks(file: BinaryIO, path: str) -> None:
    first, size = file.read(len(_MARK)), file.seek(0, os.SEEK_END)
    if not size:
        raise FileFormatError(message("table-empty"), path)
    file.seek(max(0, size - len(_MARK)))
    if not first == _MARK == file.read():
        raise FileFormatError(message("table-not-parquet"), path)


def _read(slices: Iterator[pl.LazyFrame]) -> Iterator[Batch]:
    place = 1
    for each in slices:
        rows = each.collect(engine="in-memory")
        places = range(place, place + rows.height)
        yield Batch(rows=rows, places=places, cells=[None] * rows.height, size=rows.height)
        place += rows.height
