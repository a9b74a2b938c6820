"""Rows of text tables, cut out of a file line by line and put together into blocks.

Lines are counted, rows with too few or too many cells are told from the others, and nothing larger
than a block is ever held, whatever the file is.
"""

import csv
from bisect import bisect
from codecs import BOM_UTF8
from collections.abc import Collection, Iterator, Sequence
from io import StringIO
from itertools import accumulate, chain
from typing import BinaryIO, Final, NamedTuple

from attrs import evolve, frozen

from rubrik.errors import FileFormatError
from rubrik.wording import message, told

__all__ = ["Block", "Header", "Line", "Row", "blocks", "csv_rows", "header", "lines"]


def __dir__() -> list[str]:
    return __all__


_LONGEST: Final = 4 * 1024 * 1024  # no table made in good faith has longer rows
_BLOCK: Final = 4 * 1024 * 1024
_MOST_ROWS: Final = 50_000  # of a block
_DELIMITERS: Final = (",", ";", "\t")

Line = tuple[int, bytes]
"""A line with its end, and its number from 1."""


class Row(NamedTuple):
    """A row as a line of its own, the line it begins on, and how many cells it had if not all."""

    place: int
    text: bytes
    cells: int | None = None


@frozen
class Block:
    """Rows of a table that are read together."""

    rows: Sequence[Row]

    @property
    def text(self) -> bytes:
        """The rows, one on each line but for line breaks within cells."""
        return b"\n".join([row.text for row in self.rows])

    @property
    def places(self) -> list[int]:
        """The line that each row begins on."""
        return [row.place for row in self.rows]


def lines(file: BinaryIO, path: str) -> Iterator[Line]:
    """The lines of a file, without a byte order mark.

    Raises:
        FileFormatError: a line is too long to be one of a table.
    """
    number = 0
    while line := file.readline(_LONGEST + 1):
        number += 1
        if len(line) > _LONGEST:
            raise _too_long(path, number)
        yield number, line.removeprefix(BOM_UTF8) if number == 1 else line


def _too_long(path: str, number: int) -> FileFormatError:
    return FileFormatError(message("table-long-row", most=_LONGEST // 1024 // 1024), path, number)


def blocks(rows: Iterator[Row], path: str) -> Iterator[Block]:
    """Rows put together, and seen to be text.

    Raises:
        FileFormatError: a row is not UTF-8.
    """
    taken: list[Row] = []
    size = 0
    for row in rows:
        taken.append(row)
        size += len(row.text)
        if size >= _BLOCK or len(taken) >= _MOST_ROWS:
            yield _block(taken, path)
            taken, size = [], 0
    if taken:
        yield _block(taken, path)


def _block(rows: Sequence[Row], path: str) -> Block:
    found = Block(rows)
    try:
        found.text.decode()
    except UnicodeDecodeError as error:
        ends = list(accumulate(len(row.text) + 1 for row in rows))
        raise _not_text(path, rows[bisect(ends, error.start)].place) from None
    return found


def _not_text(path: str, number: int) -> FileFormatError:
    return FileFormatError(message("table-not-utf8"), path, number)


def _text(data: bytes, path: str, number: int) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise _not_text(path, number) from None


# CSV.


@frozen
class Header:
    """The names of the columns of CSV, what parts its cells, and the lines below.

    Behind them there may be columns without a name, as spreadsheets leave them.
    """

    names: Sequence[str]
    delimiter: str
    below: Iterator[Line]
    nameless: int = 0


def header(found: Iterator[Line], path: str, wanted: Collection[str]) -> Header:
    """The first record, its cells parted by what makes most of them names that are wanted.

    Raises:
        FileFormatError: there is none, or it is not CSV, too long, or not UTF-8.
    """
    seen: list[Line] = []
    ways: list[Header] = []
    problems: list[FileFormatError] = []
    for delimiter in _DELIMITERS:
        try:
            first = _record(chain(list(seen), _noted(found, seen)), path, delimiter)
        except FileFormatError as error:
            problems.append(error)
        else:
            below = iter(seen[first.lines :])
            names = _without_nameless(first.cells)
            ways.append(Header(names, delimiter, below, len(first.cells) - len(names)))
    if not ways:
        raise problems[0]
    best = max(ways, key=lambda way: sum(name.strip() in wanted for name in way.names))
    return evolve(best, below=chain(best.below, found))


def _without_nameless(names: list[str]) -> list[str]:
    last = max((at for at, name in enumerate(names, 1) if name.strip()), default=0)
    return names[:last]


def _noted(found: Iterator[Line], seen: list[Line]) -> Iterator[Line]:
    for line in found:
        seen.append(line)
        yield line


class _Record(NamedTuple):
    place: int
    cells: list[str]
    lines: int


def _record(found: Iterator[Line], path: str, delimiter: str) -> _Record:
    """The next record.

    Raises:
        FileFormatError: there is none, or it is not CSV, too long, or not UTF-8.
    """
    numbers: list[int] = []
    reader = csv.reader(_fed(found, path, numbers), delimiter=delimiter, strict=True)
    try:
        cells = next(reader, None)
    except csv.Error as error:
        said = message("table-not-csv", why=told(str(error)))
        raise FileFormatError(said, path, numbers[-1]) from None
    if cells is None:
        raise FileFormatError(message("table-empty"), path)
    return _Record(numbers[0], cells, len(numbers))


def _fed(found: Iterator[Line], path: str, numbers: list[int]) -> Iterator[str]:
    """The lines of one record for the reader, their numbers noted."""
    size = 0
    for number, line in found:
        numbers.append(number)
        size += len(line)
        if size > _LONGEST:
            raise _too_long(path, number)
        yield _text(line, path, number)


def csv_rows(top: Header, path: str) -> Iterator[Row]:
    """Every record that is not blank, as wide as the header; what it had too many is cut off.

    Raises:
        FileFormatError: a record is not CSV, too long, or not UTF-8.
    """
    found, delimiter, width = top.below, top.delimiter, len(top.names)
    mark = delimiter.encode()
    for line in found:
        bare = line[1].rstrip(b"\r\n")
        if b'"' in bare or b"\r" in bare:
            place, cells, _ = _record(chain([line], found), path, delimiter)
            text = _written(cells[:width], delimiter)
            yield _fitted(place, text, len(cells), cells[width:], top)
        elif bare:
            count = bare.count(mark) + 1
            if count <= width:
                yield _fitted(line[0], bare, count, (), top)
            else:
                parts = bare.split(mark)
                yield _fitted(line[0], mark.join(parts[:width]), count, parts[width:], top)


def _fitted(
    place: int, text: bytes, count: int, others: Sequence[str] | Sequence[bytes], top: Header
) -> Row:
    """A row with cells put to it that it has too few; ``others`` are those it has too many."""
    missing = len(top.names) - count
    is_blank = -missing <= top.nameless and not any(cell.strip() for cell in others)
    if missing == 0 or (missing < 0 and is_blank):
        return Row(place, text)
    return Row(place, text + top.delimiter.encode() * missing, count)


def _written(cells: Sequence[str], delimiter: str) -> bytes:
    """A record as every reader of CSV reads it."""
    page = StringIO()
    csv.writer(page, delimiter=delimiter).writerow(cells)
    return page.getvalue().removesuffix("\r\n").encode()
