"""A table as a frame that is read in batches, however large the file: each row with its place."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import polars as pl
from attrs import frozen
from polars.io import plugins

from rubrik.errors import FileFormatError, Problem, TableError, bounded
from rubrik.frames.objections import place_of
from rubrik.wording import message, quoted, told

__all__ = [
    "BROKEN",
    "CELLS",
    "PLACE",
    "Advance",
    "Batch",
    "Schema",
    "Source",
    "lazily",
    "see",
    "unreadable",
]


def __dir__() -> list[str]:
    return __all__


PLACE: Final = "__rubrik_place"
"""The column of where a row stands: its line in a text, its number from 1 elsewhere."""

CELLS: Final = "__rubrik_cells"
"""The column of how many cells a row has, where they are too few or too many; else null."""

BROKEN: Final = (pl.exceptions.PolarsError, pl.exceptions.PanicException)
"""What Polars raises where it cannot read a file."""

_OURS: Final = "__rubrik_"  # while a run lasts
_MOST_COLUMNS: Final = 10_000
_ADDED: Final = {PLACE: pl.Int64(), CELLS: pl.Int64()}

Schema = Mapping[str, pl.DataType]

Advance = Callable[[int], None]
"""Is told how many bytes or rows more are done."""


@frozen(kw_only=True)
class Batch:
    """Rows that are read together, where each stands, and how many cells it has if not all.

    ``size`` is how much of the file they are, in what the size of their source is counted in.
    """

    rows: pl.DataFrame
    places: Sequence[int]
    cells: Sequence[int | None]
    size: int


@frozen(kw_only=True)
class Source:
    """A table to be scored: its rows with where each stands, and its own columns.

    ``size`` is how much there is to read: bytes, or rows of a file that knows how many it has; 0
    where nobody knows. Cells of CSV are parted by ``delimiter``, and it may begin with a byte order
    mark, by which spreadsheets know UTF-8.
    """

    rows: pl.LazyFrame
    columns: Schema
    size: int
    delimiter: str = ","
    is_marked: bool = False


def lazily(found: Iterable[Batch], path: str, schema: Schema, advance: Advance) -> pl.LazyFrame:
    """The frame of all batches of a file, each read when its turn comes.

    Polars asks for one when it is done with the one before: files that it follows by itself, it
    reads far ahead of what happens to the rows.
    """

    def batches(columns: list[str] | None, *_: object) -> Iterator[pl.DataFrame]:
        for batch in _readable(found, path):
            places = pl.Series(PLACE, batch.places, pl.Int64)
            cells = pl.Series(CELLS, batch.cells, pl.Int64)
            frame = batch.rows.with_columns(places, cells)
            advance(batch.size)
            yield frame if columns is None else frame.select(columns)

    return plugins.register_io_source(batches, schema=pl.Schema({**schema, **_ADDED}))


def _readable(found: Iterable[Batch], path: str) -> Iterator[Batch]:
    """The batches; what goes wrong in reading them is no fault of what is written."""
    try:
        yield from found
    except BROKEN as error:
        raise unreadable(path, error) from None


def unreadable(path: str, error: BaseException) -> FileFormatError:
    """A file cannot be read, for a reason that is known in one language only."""
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return FileFormatError(message("file-unreadable", why=told(said.splitlines()[0])), path)


def see(columns: Iterable[str], path: str) -> None:
    """Refuse a table without columns, with too many, and with names that cannot be used.

    Raises:
        FileFormatError: there are none, or too many.
        TableError: with every problem of the names.
    """
    names = list(columns)
    if not names:
        raise FileFormatError(message("table-empty"), path)
    if len(names) > _MOST_COLUMNS:
        raise FileFormatError(message("table-many-columns", most=_MOST_COLUMNS), path)
    twice = [name for name, times in Counter(names).items() if times > 1]
    taken = [name for name in names if name.startswith(_OURS)]
    problems = [
        *(Problem((), message("column-twice", name=quoted(name))) for name in twice),
        *(Problem((place_of(name),), message("column-reserved")) for name in taken),
    ]
    if problems:
        raise TableError(bounded(problems))
