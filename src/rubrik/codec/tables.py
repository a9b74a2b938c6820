"""Many reports in one table: a CSV or JSON Lines file with one row for each unit.

A column is an input by its name, or one of ``unit``, ``period``, ``claim:CODE`` and ``label:NAME``.
An empty cell was not reported.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize

from attrs import evolve, field, frozen

from rubrik.codec.files import parsed, read_text
from rubrik.cohort import Broken
from rubrik.errors import (
    FileFormatError,
    Problem,
    RubrikError,
    SubmissionError,
    asked_back,
    bounded,
    meant,
    nearest,
)
from rubrik.measures import ItemsInput, TableInput
from rubrik.rubric import Rubric
from rubrik.submission import Submission
from rubrik.wording import Message, message, named, quoted, told

__all__ = ["JSON_LINES", "Table", "load_table"]


def __dir__() -> list[str]:
    return __all__


JSON_LINES: Final = (".jsonl", ".ndjson")
"""The suffixes of JSON Lines files; every other table is CSV."""

_MOST_BYTES: Final = 64 * 1024 * 1024  # all communes of the country, ten times over
_MOST_ROWS: Final = 100_000
_MOST_CHARACTERS: Final = 1024 * 1024  # in a line: no header is longer
_MOST_NAMES: Final = 1000  # so many different names are compared with those that may be meant
_DELIMITERS: Final = (",", ";", "\t")


@frozen
class Table:
    """What a table holds: the submissions by the file and line they stand in, and broken rows."""

    submissions: Mapping[str, Submission]
    broken: tuple[Broken, ...]


def load_table(path: str | Path, rubric: Rubric) -> Table:
    """The reports in a CSV or JSON Lines file, to be scored by a rubric.

    Cells of CSV may be parted by commas, semicolons or tabs.

    Raises:
        FileFormatError: the file cannot be read at all.
        SubmissionError: its columns are not those of reports under the rubric; every problem is
            listed.
    """
    text = normalize("NFC", read_text(Path(path), _MOST_BYTES, "table"))
    is_json = Path(path).suffix.lower() in JSON_LINES
    columns = _Columns(rubric)
    rows = _json_lines(text, str(path), columns) if is_json else _csv(text, str(path), columns)
    return _table(rows, str(path), rubric)


Cells = Mapping["_Column", Any]
"""What stands in a row: text, or any plain data of JSON."""

Row = tuple[int, Cells | RubrikError]
"""The line that a row begins on, and its cells, or what is wrong with it."""


def _table(rows: Iterable[Row], path: str, rubric: Rubric) -> Table:
    submissions: dict[str, Submission] = {}
    broken: list[Broken] = []
    for number, (line, cells) in enumerate(rows, 1):
        if number > _MOST_ROWS:
            raise FileFormatError(message("table-many-rows", most=_MOST_ROWS), path, line)
        source = f"{path}:{line}"
        try:
            submissions[source] = _submission(cells, rubric)
        except RubrikError as error:
            unit = "" if isinstance(cells, RubrikError) else cells.get(_UNIT, "")
            broken.append(Broken(source, error, str(unit)))
    if not submissions and not broken:
        raise FileFormatError(message("table-without-rows"), path)
    return Table(submissions, tuple(broken))


# Columns.


@frozen
class _Column:
    """A column: an attribute of a submission, and the key in it where that is a table."""

    attribute: str
    key: str = ""


_UNIT: Final = _Column("unit")
_PLAIN: Final = {"unit": _UNIT, "period": _Column("period")}
_PREFIXES: Final = {"claim": "claims", "label": "labels"}


@frozen
class _Columns:
    """The columns that tables of a rubric can have, each looked up once."""

    rubric: Rubric
    _known: dict[str, _Column | Problem] = field(init=False, factory=dict)

    def column(self, name: str) -> _Column:
        """The column of a name that has no problem."""
        found = self._looked_up(name)
        assert isinstance(found, _Column)  # noqa: S101 - names with problems are refused before
        return found

    def problems(self, name: str) -> Iterator[Problem]:
        """What is wrong with a name, if anything is."""
        found = self._looked_up(name)
        if isinstance(found, Problem):
            yield found

    def _looked_up(self, name: str) -> _Column | Problem:
        if name not in self._known:
            self._known[name] = self._found(name)
        return self._known[name]

    def _found(self, name: str) -> _Column | Problem:
        prefix, colon, key = name.partition(":")
        if name in _PLAIN:
            return _PLAIN[name]
        if name in self.rubric.declared.inputs:
            return _Column("inputs", name)
        if colon and key and prefix in _PREFIXES and (prefix == "label" or key in self._codes):
            return _Column(_PREFIXES[prefix], key)
        hint = self._hint(name) if len(self._known) < _MOST_NAMES else None
        return Problem((), message("unknown-column", name=quoted(name)), hint)

    @property
    def _codes(self) -> Iterable[str]:
        return self.rubric.under().scored

    def _hint(self, name: str) -> Message | None:
        """The column that may have been meant, if any comes near."""
        prefix, _, code = name.partition(":")
        if prefix != "claim":
            return meant(name, (*_PLAIN, *self.rubric.declared.inputs))
        close = nearest(code, (each.code for each in self.rubric.nodes if each.code in self._codes))
        return asked_back(f"claim:{each}" for each in close)


# Rows of CSV.


def _csv(text: str, path: str, columns: _Columns) -> Iterator[Row]:
    records = _records(text, path, _delimiter(text, path))
    line, header = next(records, (1, []))
    names = [name.strip() for name in header]
    found = _header(names, columns)
    for line, record in records:
        cells = [cell.strip() for cell in record]
        if any(cells):
            yield line, _cells(cells, found, path, line)


def _records(text: str, path: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every record with the line that it begins on."""
    reader = csv.reader(_lines(text, path), delimiter=delimiter, strict=True)
    before = 0
    try:
        for record in reader:
            yield before + 1, record
            before = reader.line_num
    except csv.Error as error:
        said = message("table-not-csv", why=told(str(error)))
        raise FileFormatError(said, path, max(reader.line_num, 1)) from None


def _lines(text: str, path: str) -> Iterator[str]:
    for number, line in enumerate(StringIO(text, newline=""), 1):
        if len(line) > _MOST_CHARACTERS:
            raise FileFormatError(message("table-long-line", most=_MOST_CHARACTERS), path, number)
        yield line


def _delimiter(text: str, path: str) -> str:
    """What parts the cells: that by which the header has a column for the unit."""
    for delimiter in _DELIMITERS:
        _, header = next(_records(text, path, delimiter), (1, []))
        if "unit" in (name.strip() for name in header):
            return delimiter
    return _DELIMITERS[0]


def _header(names: Sequence[str], columns: _Columns) -> list[_Column | None]:
    """The columns in order; one without a name has no meaning, and must be empty."""
    problems = bounded(_header_problems(names, columns))
    if problems:
        raise SubmissionError(problems)
    return [columns.column(name) if name else None for name in names]


def _header_problems(names: Sequence[str], columns: _Columns) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, name in enumerate(names, 1):
        path = (f"column {number}",)
        if name in seen:
            yield Problem(path, message("column-twice", name=quoted(name)))
        elif name:
            yield from (evolve(each, path=path) for each in columns.problems(name))
            seen.add(name)
    if "unit" not in seen:
        yield Problem((), message("no-unit-column"))


def _cells(
    cells: Sequence[str], header: Sequence[_Column | None], path: str, line: int
) -> Cells | RubrikError:
    if len(cells) != len(header):
        said = message("row-ragged", found=len(cells), expected=len(header))
        return FileFormatError(said, path, line)
    for number, (cell, column) in enumerate(zip(cells, header, strict=True), 1):
        if cell and column is None:
            said = message("cell-without-column", found=quoted(cell), number=number)
            return FileFormatError(said, path, line)
    pairs = zip(header, cells, strict=True)
    return {column: cell for column, cell in pairs if column is not None and cell}


# Rows of JSON Lines.


def _json_lines(text: str, path: str, columns: _Columns) -> Iterator[Row]:
    for number, line in enumerate(_lines(text, path), 1):
        if line.strip():
            yield number, _object(line, path, number, columns)


def _object(line: str, path: str, number: int, columns: _Columns) -> Cells | RubrikError:
    try:
        raw = parsed(line, path, is_json=True)
    except FileFormatError as error:
        return FileFormatError(error.message, path, number, error.column)
    problems = bounded(_key_problems(raw, columns))
    if problems:
        return SubmissionError(problems)
    stripped = {
        name: value.strip() if isinstance(value, str) else value for name, value in raw.items()
    }
    return {
        columns.column(name.strip()): value
        for name, value in stripped.items()
        if value not in (None, "")
    }


def _key_problems(raw: Mapping[str, Any], columns: _Columns) -> Iterator[Problem]:
    seen: set[str] = set()
    for key in raw:
        name = key.strip()
        if name in seen:
            yield Problem((), message("column-twice", name=quoted(key)))
        yield from columns.problems(name)
        seen.add(name)


# Submissions.


def _submission(cells: Cells | RubrikError, rubric: Rubric) -> Submission:
    if isinstance(cells, RubrikError):
        raise cells
    inputs: dict[str, Any] = {}
    claims: dict[str, Any] = {}
    labels: dict[str, str] = {}
    head: dict[str, str] = {}
    for column, cell in cells.items():
        match column.attribute:
            case "inputs":
                inputs[column.key] = _answer(cell, rubric, column.key)
            case "claims":
                claims[column.key] = cell
            case "labels":
                labels[column.key] = _text(cell, f"label:{column.key}")
            case attribute:
                head[attribute] = _text(cell, attribute)
    return Submission(
        rubric=rubric.slug,
        unit=head.get("unit", ""),
        period=head.get("period", ""),
        inputs=inputs,
        claims=claims,
        labels=labels,
    )


def _text(cell: object, name: str) -> str:
    """Text, or a whole number that is a name, such as a year."""
    if isinstance(cell, str) or type(cell) is int:
        return str(cell)
    said = message("wrong-type", found=quoted(str(cell), 40), expected=message("type-text"))
    raise SubmissionError([Problem((named(name),), said)])


_PARTED = re.compile("[;,]")


def _answer(cell: object, rubric: Rubric, name: str) -> object:
    """An answer; text in the place of a list is a list in JSON, or items with marks between."""
    declared = rubric.declared.inputs[name]
    if not isinstance(cell, str) or not isinstance(declared, ItemsInput | TableInput):
        return cell
    if cell.startswith("["):
        return _listed(cell)
    if isinstance(declared, TableInput):
        return cell
    return [each.strip() for each in _PARTED.split(cell)]


def _listed(cell: str) -> object:
    """The list that text holds, or the text itself, for its input to refuse."""
    try:
        found = json.loads(cell, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError):
        return cell
    inner = [each for row in found if isinstance(row, list) for each in row]
    return cell if any(isinstance(each, list | dict) for each in inner) else found
