"""JSON Lines, read twice: once to see what every column holds, and once for the rows.

A column whose lines do not go together – numbers and lists, numbers and truth – is read as text,
and so are numbers that no float holds: text is read row by row where nothing else will do.
"""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from io import BytesIO
from math import isfinite
from typing import Any, BinaryIO, Final

import polars as pl

from rubrik.cli.score_table.rows import Block, Row, blocks, lines
from rubrik.cli.score_table.sources import (
    BROKEN,
    Advance,
    Batch,
    Schema,
    Source,
    lazily,
    see,
    unreadable,
)
from rubrik.errors import FileFormatError
from rubrik.wording import message, told

__all__ = ["opened_json_lines"]


def __dir__() -> list[str]:
    return __all__


# Numbers with many digits, far exponents, and those that are none.
_DOUBTFUL: Final = re.compile(rb"-?[0-9][0-9.eE+-]{15,}|[0-9][eE][+-]?[0-9]{3,}|NaN|Infinity")
# Whole lines are seen through faster when every sign stands for what it can be in a number.
_IN_NUMBERS: Final = bytes(ord("0" if each in b"0123456789.eE+-" else " ") for each in range(256))
_LONG: Final = b"0" * 16
_DIGITS: Final = bytes(
    ord("0" if each in b"0123456789" else "e" if each in b"eE" else " ") for each in range(256)
)
_FAR: Final = b"0e000"
_MOST: Final = 10**37  # below it Polars has types for whole numbers


def opened_json_lines(file: BinaryIO, path: str, size: int, advance: Advance) -> Source:
    """The table in a file of JSON Lines of that size.

    Raises:
        FileFormatError: a line holds no object, or the file can be read only once.
        TableError: with every problem of its columns.
    """
    if not file.seekable():
        raise FileFormatError(message("table-read-twice"), path)
    schema = _schema(_blocks(file, path), path)
    see(schema, path)
    file.seek(0)
    found = (_batch(block, schema) for block in _blocks(file, path))
    return Source(rows=lazily(found, path, schema, advance), columns=schema, size=size)


def _batch(block: Block, schema: Schema) -> Batch:
    rows = pl.read_ndjson(BytesIO(block.text), schema=schema)
    cells = [row.cells for row in block.rows]
    return Batch(rows=rows, places=block.places, cells=cells, size=len(block.text))


# Rows.


def _blocks(file: BinaryIO, path: str) -> Iterator[Block]:
    """Every line that is not blank."""
    found = ((number, line.strip()) for number, line in lines(file, path))
    return blocks((Row(number, _exact(text)) for number, text in found if text), path)


def _exact(line: bytes) -> bytes:
    """A line, with numbers that nothing else holds written as text."""
    if not _may_be_doubtful(line):
        return line
    if all(_is_held(each.decode()) for each in _DOUBTFUL.findall(line)):
        return line
    try:
        found = json.loads(line, parse_float=_float, parse_int=_whole, parse_constant=str)
        return json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError):  # whoever reads the line will say so
        return line


def _may_be_doubtful(line: bytes) -> bool:
    """Whether it is worth while to look closer."""
    if _LONG in line.translate(_IN_NUMBERS) or _FAR in line.translate(_DIGITS, b"+-"):
        return True
    return b"NaN" in line or b"Infinity" in line


def _is_held(number: str) -> bool:
    """Whether a float, or for whole numbers a type of Polars, holds exactly this."""
    try:
        return abs(int(number)) < _MOST
    except ValueError:
        pass
    try:
        nearest = float(number)
        return isfinite(nearest) and Decimal(repr(nearest)) == Decimal(number)
    except (ValueError, ArithmeticError):
        return False


def _float(number: str) -> float | str:
    return float(number) if _is_held(number) else number


def _whole(number: str) -> int | str:
    return int(number) if _is_held(number) else number


# Columns.


def _schema(found: Iterable[Block], path: str) -> Schema:
    """What the columns hold, all lines read."""
    known: dict[str, pl.DataType] = {}
    for block in found:
        for name, dtype in _inferred(block, path).items():
            known[name] = _common(known.get(name, dtype), dtype)
    return known


def _inferred(block: Block, path: str) -> Schema:
    try:
        return _schema_of(block.text)
    except BROKEN:
        objects = [_object(row, path) for row in block.rows]
    mixed = _mixed(objects)
    others = [{name: each[name] for name in each if name not in mixed} for each in objects]
    try:
        found = _schema_of("\n".join(map(json.dumps, others)).encode())
    except BROKEN as error:
        raise unreadable(path, error) from None
    names = dict.fromkeys(name for each in objects for name in each)
    return {name: found.get(name, pl.String()) for name in names}


def _schema_of(text: bytes) -> Schema:
    return pl.read_ndjson(BytesIO(text), infer_schema_length=None).schema


def _common(one: pl.DataType, other: pl.DataType) -> pl.DataType:
    """The type that holds both; text does where nothing else will."""
    if pl.Boolean in (one, other) and not {one, other} <= {pl.Boolean(), pl.Null()}:
        return pl.String()
    try:
        frames = (pl.DataFrame(schema={"": each}) for each in (one, other))
        return pl.concat(frames, how="vertical_relaxed").schema[""]
    except pl.exceptions.SchemaError:
        return pl.String()


def _mixed(objects: Iterable[Mapping[str, Any]]) -> Collection[str]:
    """The columns whose lines do not go together."""
    kinds: defaultdict[str, set[type]] = defaultdict(set)
    for each in objects:
        for name, value in each.items():
            kinds[name].add(float if type(value) is int else type(value))
    return {name for name, found in kinds.items() if len(found - {type(None)}) > 1}


def _object(row: Row, path: str) -> Mapping[str, Any]:
    """The object on a line.

    Raises:
        FileFormatError: there is none.
    """
    try:
        found = json.loads(row.text)
    except RecursionError:
        raise FileFormatError(message("table-too-deep"), path, row.place) from None
    except ValueError as error:
        why = getattr(error, "msg", str(error))
        raise FileFormatError(message("file-not-json", why=told(why)), path, row.place) from None
    if not isinstance(found, dict):
        raise FileFormatError(message("file-no-table"), path, row.place)
    return found
