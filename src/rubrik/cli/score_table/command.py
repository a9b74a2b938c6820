"""The command that scores a table of many units, in as little memory as it takes."""

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from rubrik._version import __version__
from rubrik.cli.answers import Answer, Exit
from rubrik.cli.application import (
    CohortOption,
    ForceOption,
    JsonOption,
    LangOption,
    Language,
    MissingOption,
    OutputOption,
    ReadingOption,
    RubricOption,
    app,
    json_text,
    words,
)
from rubrik.cli.files import chosen_readings, load_published, load_rubric
from rubrik.cli.outputs import refuse_existing
from rubrik.cli.refusals import RefusedError
from rubrik.cli.score_table.jobs import KINDS, Job, Scored
from rubrik.codec.documents.commands import TableView
from rubrik.errors import RubrikError
from rubrik.saying.words import Words
from rubrik.wording import Message, message, quoted

__all__: list[str] = []


def __dir__() -> list[str]:
    return __all__


_EXTRA = ("narwhals", "polars")
_COLUMNS = "--columns"


@app.command("score-table")
def score_table(  # noqa: PLR0913 - one for each option
    file: Annotated[str, typer.Argument(metavar="FILE")],
    *,
    rubric: RubricOption,
    output: OutputOption = "",
    columns: Annotated[list[str] | None, typer.Option(_COLUMNS, metavar="INPUT=COLUMN")] = None,
    outputs: Annotated[str, typer.Option("--outputs", metavar="WORDS")] = "total,groups,levels",
    reading: ReadingOption = None,
    missing: MissingOption = None,
    cohort: CohortOption = "",
    no_intervals: Annotated[bool, typer.Option("--no-intervals")] = False,
    force: ForceOption = False,
    as_json: JsonOption = False,
    lang: LangOption = Language.VI,
) -> Answer:
    _need_extra()
    output = output or _beside(file)
    for each in (file, output):
        _know(each)
    refuse_existing(output, force=force)
    standard, choices = load_rubric(rubric), chosen_readings(reading or ())
    published = load_published(cohort, standard, choices) if cohort else None
    job = Job(
        file=file,
        rubric=standard,
        output=output,
        force=force,
        columns=_renamed(columns or ()),
        outputs=tuple(word for each in outputs.split(",") if (word := each.strip())),
        readings=choices if published is None else published.choices(choices),
        missing=missing,
        intervals=not no_intervals,
        cohort=published,
        say=words(lang),
    )
    # Only here, and by name: nobody else needs what it imports.
    found: Scored = import_module("rubrik.cli.score_table.writing").scored(job)
    text, closing = (json_text(_view(job, found)), "") if as_json else ("", _closing(job, found))
    status = Exit.OPEN if found.states.get("refused") else Exit.DONE
    return Answer(text, status, found.warnings, _listed(job, found), closing)


def _need_extra() -> None:
    """See that what scores tables is installed.

    Raises:
        RubrikError: it is not; the command that installs it is named.
    """
    absent = tuple(name for name in _EXTRA if find_spec(name) is None)
    if absent:
        raise RubrikError(message("table-extra-absent", names=absent))


def _beside(file: str) -> str:
    path = Path(file)
    return str(path.with_name(f"{path.stem}.scored{path.suffix}"))


def _know(file: str) -> None:
    """See that the name of a table says of which kind it is.

    Raises:
        RefusedError: it does not.
    """
    if Path(file).suffix.lower() not in KINDS:
        raise RefusedError(file, message("table-suffix", allowed=KINDS))


def _renamed(pairs: Iterable[str]) -> dict[str, str]:
    """The columns that are called otherwise than the input they hold, by input.

    Raises:
        RefusedError: something is not written as ``INPUT=COLUMN``.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        key, _, name = pair.partition("=")
        if not key.strip() or not name:
            raise RefusedError(_COLUMNS, message("columns-form", found=quoted(pair)))
        found[key.strip()] = name
    return found


# What is said.


def _closing(job: Job, found: Scored) -> str:
    counts = {state: found.states.get(state, 0) for state in _STATES}
    said = job.say("table-scored", rows=found.rows, **counts)
    return f"{said}\n{job.say('written', file=job.output)}\n"


_STATES = ("scored", "open", "refused", "unproved")


def _listed(job: Job, found: Scored) -> tuple[RefusedError, ...]:
    """The first rows that were refused, and how many more there are."""
    more = found.states.get("refused", 0) - len(found.refused)
    if not more:
        return found.refused
    return (*found.refused, RefusedError(job.file, message("rows-refused-more", count=more)))


def _view(job: Job, found: Scored) -> TableView:
    return {
        "format": 1,
        "rubric": job.rubric.slug,
        "rubric_hash": job.rubric.content_hash,
        "version": __version__,
        "missing": (job.missing or job.rubric.missing).value,
        "readings": dict(job.rubric.under(job.readings).choices),
        "output": job.output,
        "rows": found.rows,
        "scored": found.states.get("scored", 0),
        "open": found.states.get("open", 0),
        "refused": found.states.get("refused", 0),
        "unproved": found.states.get("unproved", 0),
        "broken": [
            {"source": each.place, "problems": _problems(each.reason, job.say)}
            for each in found.refused
        ],
    }


def _problems(reason: RubrikError | Message, say: Words) -> list[str]:
    problems = reason.problems if isinstance(reason, RubrikError) else ()
    return [each.text(say.lang) for each in problems] or [reason.text(say.lang)]
