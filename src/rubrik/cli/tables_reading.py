"""Tables as frames that are read in batches, however large the file: each row with its place.

Parquet is read by Polars alone. Text is cut into blocks of whole rows here, and Polars reads those.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

import polars as pl
from attrs import frozen
from polars.io import plugins

from rubrik.cli.tables_jobs import CSV, PARQUET
from rubrik.cli.tables_rows import Block, blocks, csv_rows, header, json_rows, lines
from rubrik.errors import FileFormatError, Problem, TableError, bounded
from rubrik.wording import message, quoted

__all__ = ["CELLS", "PLACE", "Advance", "Source", "opened", "unreadable"]


def __dir__() -> list[str]:
    return __all__


PLACE: Final = "__rubrik_place"
"""The column of where a row stands: its line in a text, its number from 1 elsewhere."""

CELLS: Final = "__rubrik_cells"
"""The column of how many cells a row has, where they are too few or too many; else null."""

_OURS: Final = "__rubrik_"  # while a run lasts
_MOST_COLUMNS: Final = 10_000
_ADDED: Final = {PLACE: pl.Int64(), CELLS: pl.Int64()}

Schema = Mapping[str, pl.DataType]

Advance = Callable[[int], None]
"""Is told how many bytes or rows more are done."""


@frozen(kw_only=True)
class Source:
    """A table to be scored: its rows with where each stands, and its own columns.

    ``size`` is how much there is to read: bytes, or rows of a file that knows how many it has.
    Whoever has seen rows go by tells it to ``passed``. Cells of CSV are parted by ``delimiter``.
    """

    rows: pl.LazyFrame
    columns: Schema
    size: int
    passed: Advance
    delimiter: str = ","


@contextmanager
def opened(path: str, wanted: Collection[str], advance: Advance) -> Iterator[Source]:
    """The table in a file; its header is read already, and of JSON Lines what every column holds.

    ``wanted`` are names of columns that are looked for, to tell by what cells are parted.

    Raises:
        FileFormatError: it cannot be read as what its name says.
        TableError: with every problem of its columns.
    """
    suffix = Path(path).suffix.lower()
    with _file(path) as file:
        if suffix in PARQUET:
            yield _parquet(path, advance)
        elif suffix in CSV:
            yield _csv(file, path, wanted, advance)
        else:
            yield _json_lines(file, path, advance)


@contextmanager
def _file(path: str) -> Iterator[BinaryIO]:
    try:
        if Path(path).is_dir():
            raise FileFormatError(message("table-is-folder"), path)
        file = Path(path).open("rb")  # noqa: SIM115 - what goes wrong later is another matter
    except (FileNotFoundError, ValueError):  # no file can have a name with a null byte in it
        raise FileFormatError(message("file-not-found"), path) from None
    except OSError as error:
        raise unreadable(path, error) from None
    with file:
        yield file


def unreadable(path: str, error: BaseException) -> FileFormatError:
    """A file cannot be read, for a reason that is known in one language only."""
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return FileFormatError(message("file-unreadable", why=said.splitlines()[0]), path)


def _see(columns: Iterable[str], path: str) -> None:
    """Refuse a table without columns, with too many, and with names that cannot be used."""
    names = list(columns)
    if not names:
        raise FileFormatError(message("table-empty"), path)
    if len(names) > _MOST_COLUMNS:
        raise FileFormatError(message("table-many-columns", most=_MOST_COLUMNS), path)
    twice = [name for name, times in Counter(names).items() if times > 1]
    taken = [name for name in names if name.startswith(_OURS)]
    problems = [
        *(Problem((), message("column-twice", name=quoted(name))) for name in twice),
        *(Problem((f"column '{name}'",), message("column-reserved")) for name in taken),
    ]
    if problems:
        raise TableError(bounded(problems))


# Parquet.


def _parquet(path: str, advance: Advance) -> Source:
    try:
        rows = pl.scan_parquet(path, glob=False)
        columns = rows.collect_schema()
        size: int = rows.select(pl.len()).collect().item()
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        raise unreadable(path, error) from None
    _see(columns, path)
    added = (pl.col(PLACE).cast(pl.Int64), pl.lit(None, pl.Int64).alias(CELLS))
    return Source(
        rows=rows.with_row_index(PLACE, 1).with_columns(added),
        columns=columns,
        size=size,
        passed=advance,
    )


# Text.

Reader = Callable[[Block], pl.DataFrame]


def _read(found: Iterator[Block], schema: Schema, read: Reader, advance: Advance) -> pl.LazyFrame:
    """The frame of all blocks, each read when its turn comes."""

    def batches(columns: list[str] | None, *_: object) -> Iterator[pl.DataFrame]:
        for block in found:
            places = pl.Series(PLACE, block.places, pl.Int64)
            cells = pl.Series(CELLS, [row.cells for row in block.rows], pl.Int64)
            frame = read(block).with_columns(places, cells)
            advance(len(block.text))
            yield frame if columns is None else frame.select(columns)

    return plugins.register_io_source(batches, schema=pl.Schema({**schema, **_ADDED}))


def _csv(file: BinaryIO, path: str, wanted: Collection[str], advance: Advance) -> Source:
    top = header(lines(file, path), path, wanted)
    _see(top.names, path)
    schema = dict.fromkeys(top.names, pl.String())

    def read(block: Block) -> pl.DataFrame:
        text = BytesIO(block.text)
        return pl.read_csv(text, has_header=False, separator=top.delimiter, schema=schema)

    return Source(
        rows=_read(blocks(csv_rows(top, path), path), schema, read, advance),
        columns=schema,
        size=_size(file),
        passed=_ignored,
        delimiter=top.delimiter,
    )


def _ignored(_: int) -> None:
    """Bytes were counted when they were read."""


def _size(file: BinaryIO) -> int:
    return os.fstat(file.fileno()).st_size


def _json_lines(file: BinaryIO, path: str, advance: Advance) -> Source:
    schema = _schema(blocks(json_rows(lines(file, path)), path), path)
    _see(schema, path)

    def read(block: Block) -> pl.DataFrame:
        return pl.read_ndjson(BytesIO(block.text), schema=schema)

    file.seek(0)
    return Source(
        rows=_read(blocks(json_rows(lines(file, path)), path), schema, read, advance),
        columns=schema,
        size=_size(file),
        passed=_ignored,
    )


def _schema(found: Iterable[Block], path: str) -> Schema:
    """What the columns of JSON Lines hold, all lines read.

    Raises:
        FileFormatError: a line is no object, or the lines of a column do not go together.
    """
    known = pl.DataFrame()
    for block in found:
        try:
            each = pl.read_ndjson(BytesIO(block.text), infer_schema_length=None)
            known = pl.concat([known, each.clear()], how="diagonal_relaxed")
        except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
            _see_objects(block, path)
            raise unreadable(path, error) from None
    return known.schema


def _see_objects(block: Block, path: str) -> None:
    """Refuse the first line that holds no object."""
    for row in block.rows:
        try:
            found = json.loads(row.text)
        except RecursionError:
            raise FileFormatError(message("table-too-deep"), path, row.place) from None
        except ValueError as error:
            why = getattr(error, "msg", str(error))
            raise FileFormatError(message("file-not-json", why=why), path, row.place) from None
        if not isinstance(found, dict):
            raise FileFormatError(message("file-no-table"), path, row.place)
