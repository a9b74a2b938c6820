"""Tables in files, whatever they are written in."""

import os
from codecs import BOM_UTF8
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from io import BufferedReader, BytesIO
from pathlib import Path

import polars as pl

from rubrik.cli.score_table.jobs import CSV, PARQUET
from rubrik.cli.score_table.json_lines import opened_json_lines
from rubrik.cli.score_table.parquet import opened_parquet
from rubrik.cli.score_table.rows import Block, blocks, csv_rows, header, lines
from rubrik.cli.score_table.sources import (
    Advance,
    Batch,
    Schema,
    Source,
    lazily,
    see,
    unreadable,
)
from rubrik.errors import FileFormatError
from rubrik.wording import message

__all__ = ["opened"]


def __dir__() -> list[str]:
    return __all__


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
        size = os.fstat(file.fileno()).st_size
        if suffix in PARQUET:
            yield opened_parquet(file, path, advance)
        elif suffix in CSV:
            yield _csv(file, path, size, wanted, advance)
        else:
            yield opened_json_lines(file, path, size, advance)


@contextmanager
def _file(path: str) -> Iterator[BufferedReader]:
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


def _csv(
    file: BufferedReader, path: str, size: int, wanted: Collection[str], advance: Advance
) -> Source:
    is_marked = file.peek(len(BOM_UTF8)).startswith(BOM_UTF8)
    top = header(lines(file, path), path, wanted)
    see(top.names, path)
    schema = dict.fromkeys(top.names, pl.String())
    found = (_batch(block, schema, top.delimiter) for block in blocks(csv_rows(top, path), path))
    return Source(
        rows=lazily(found, path, schema, advance),
        columns=schema,
        size=size,
        delimiter=top.delimiter,
        is_marked=is_marked,
    )


def _batch(block: Block, schema: Schema, delimiter: str) -> Batch:
    text = BytesIO(block.text)
    return Batch(
        rows=pl.read_csv(text, has_header=False, separator=delimiter, schema=schema),
        places=block.places,
        cells=[row.cells for row in block.rows],
        size=len(block.text),
    )
