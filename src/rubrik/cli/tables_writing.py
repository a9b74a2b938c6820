"""The scoring of a table from file to file: what is written is whole, or is not there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copymode
from typing import BinaryIO

import polars as pl

from rubrik.cli.application import refuse_existing
from rubrik.cli.progress import metered
from rubrik.cli.refusals import RefusedError, about
from rubrik.cli.tables_columns import keys_of
from rubrik.cli.tables_jobs import CSV, JSON_LINES, PARQUET, Job, Scored
from rubrik.cli.tables_reading import PLACE, Source, opened, unreadable
from rubrik.cli.tables_scoring import Scoring
from rubrik.errors import Problem, TableError, bounded
from rubrik.wording import message

__all__ = ["scored"]


def __dir__() -> list[str]:
    return __all__


def scored(job: Job) -> Scored:
    """Score a table and write it.

    Raises:
        FileFormatError: the file cannot be read as what its name says.
        ReadingError: an unknown reading or option.
        RefusedError: the columns cannot do, or nothing can be written.
    """
    wanted = {*keys_of(job.rubric.under(job.readings).declared), *job.columns.values()}
    doing = job.say("scoring-table")
    with about(job.file), metered(doing) as meter, opened(job.file, wanted, meter.by) as source:
        scoring = Scoring.of(job, source)
        _refuse_nested(source, job.output)
        meter.of(source.size)
        with _whole(job.output, force=job.force) as file:
            _write(scoring, file)
        return _seen(scoring)


def _refuse_nested(source: Source, output: str) -> None:
    """CSV has no place for lists and structures."""
    if Path(output).suffix.lower() in CSV:
        nested = [name for name, dtype in source.columns.items() if dtype.is_nested()]
        problems = [Problem((f"column '{name}'",), message("column-nested")) for name in nested]
        if problems:
            raise TableError(bounded(problems))


@contextmanager
def _whole(output: str, *, force: bool) -> Iterator[BinaryIO]:
    """A file beside the one to be written, which takes its place at once when all is well.

    A device or a pipe is written to as it is.

    Raises:
        RefusedError: it is there already, or cannot be written.
    """
    refuse_existing(output, force=force)
    try:
        path = Path(output).resolve()
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                yield file
        else:
            with _replacing(path) as file:
                yield file
    except OSError as error:
        why = error.strerror or str(error)
        raise RefusedError(output, message("file-unwritable", why=why)) from None


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    beside = path.with_name(f".rubrik-{os.getpid()}.tmp")
    try:
        with beside.open("xb") as file:
            yield file
        if path.exists():
            copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _write(scoring: Scoring, file: BinaryIO) -> None:
    """Put the results into a file while they are computed."""
    job, results = scoring.job, scoring.results()
    suffix = Path(job.output).suffix.lower()
    try:
        if suffix in PARQUET:
            results.sink_parquet(file)
        elif suffix in JSON_LINES:
            results.sink_ndjson(file)
        else:
            results.sink_csv(file, separator=_delimiter(scoring))
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
        raise unreadable(job.file, error) from None


def _delimiter(scoring: Scoring) -> str:
    """What parts cells: the same as in the table, if that is of the same kind."""
    job = scoring.job
    output = Path(job.output).suffix.lower()
    if output == Path(job.file).suffix.lower():
        return scoring.source.delimiter
    return "\t" if output == ".tsv" else ","


def _seen(scoring: Scoring) -> Scored:
    looked, columns = scoring.looked, scoring.columns
    refused = [
        RefusedError(f"{scoring.job.file}:{row[PLACE]}", scoring.refusal(row))
        for row in looked.refused
    ]
    return Scored(states=dict(looked.states), refused=tuple(refused), warnings=columns.warnings)
