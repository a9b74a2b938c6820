"""The scoring of a table from file to file: what is written is whole, or is not there."""

from pathlib import Path
from typing import Any, BinaryIO

from rubrik.absence import Policy
from rubrik.cli.outputs import whole
from rubrik.cli.progress import metered
from rubrik.cli.refusals import RefusedError, about
from rubrik.cli.score_table.columns import keys_of
from rubrik.cli.score_table.jobs import CSV, JSON_LINES, PARQUET, Job, Scored
from rubrik.cli.score_table.reading import opened
from rubrik.cli.score_table.scoring import Scoring
from rubrik.cli.score_table.sources import BROKEN, PLACE, Source
from rubrik.errors import Problem, TableError, bounded
from rubrik.frames.objections import place_of
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
    wanted = {*keys_of(job.rubric.under(job.readings)), *job.columns.values()}
    doing = job.say("scoring-table")
    with about(job.file), metered(doing) as meter, opened(job.file, wanted, meter.by) as source:
        scoring = Scoring.of(job, source)
        _refuse_nested(source, job.output)
        if source.size:
            meter.of(source.size)
        with whole(job.output, force=job.force) as file:
            _write(scoring, file)
        return _seen(scoring)


def _refuse_nested(source: Source, output: str) -> None:
    """CSV has no place for lists and structures."""
    if Path(output).suffix.lower() in CSV:
        nested = [name for name, dtype in source.columns.items() if dtype.is_nested()]
        problems = [Problem((place_of(name),), message("column-nested")) for name in nested]
        if problems:
            raise TableError(bounded(problems))


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
            results.sink_csv(file, **_like(scoring))
    except BROKEN as error:
        raise OSError(str(error)) from None  # what is wrong with reading was said by who reads


def _like(scoring: Scoring) -> dict[str, Any]:
    """How CSV is written: as the table was, if that is of the same kind.

    Where semicolons part cells, spreadsheets read decimal commas.
    """
    source, output = scoring.source, Path(scoring.job.output).suffix.lower()
    if output != Path(scoring.job.file).suffix.lower():
        return {"separator": "\t" if output == ".tsv" else ","}
    return {
        "separator": source.delimiter,
        "decimal_comma": source.delimiter == ";",
        "include_bom": source.is_marked,
    }


def _seen(scoring: Scoring) -> Scored:
    looked, columns = scoring.looked, scoring.columns
    refused = [
        RefusedError(f"{scoring.job.file}:{row[PLACE]}", scoring.refusal(row))
        for row in looked.refused
    ]
    is_zero = scoring.plan.policy is Policy.ZERO
    warnings = (*columns.warnings, *(columns.zeroed if is_zero else ()))
    return Scored(states=dict(looked.states), refused=tuple(refused), warnings=warnings)
