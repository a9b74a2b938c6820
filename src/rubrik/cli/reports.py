"""Many reports: from files, from folders of files, and from tables with a row for each unit."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import field, frozen

from rubrik.cli.files import STDIN, from_stdin, named
from rubrik.cli.progress import watched
from rubrik.codec import JSON_LINES, load_submission, load_table
from rubrik.cohort import Broken
from rubrik.errors import FileFormatError, RubrikError
from rubrik.rubric import Rubric
from rubrik.saying.words import Words
from rubrik.submission import Submission
from rubrik.wording import message

__all__ = ["Reports", "gathered"]


def __dir__() -> list[str]:
    return __all__


_REPORTS = (".toml", ".json")
_TABLES = (".csv", ".tsv", *JSON_LINES)


@frozen
class Reports:
    """The submissions by where they come from, and what could not be read."""

    submissions: dict[str, Submission] = field(factory=dict)
    broken: list[Broken] = field(factory=list)


def gathered(arguments: Iterable[str], rubric: Rubric, say: Words) -> Reports:
    """Every report in the files, the folders and the tables that were named, each file once."""
    found = Reports()
    for file in watched(_files(arguments), say("reading-files")):
        try:
            _read(file, rubric, found)
        except RubrikError as error:
            found.broken.append(Broken(named(file), error))
    return found


def _files(arguments: Iterable[str]) -> Sequence[str]:
    by_place: dict[str, str] = {}
    for argument in arguments:
        for file in _expanded(argument):
            by_place.setdefault(os.path.realpath(file), file)
    return list(by_place.values())


def _expanded(argument: str) -> Sequence[str]:
    """The reports in a folder, sorted; any other argument, and a folder without, as it is."""
    try:
        inside = sorted(Path(argument).iterdir()) if argument else []
    except OSError:  # no folder, or one that is shut
        return [argument]
    return [str(each) for each in inside if _is_report(each)] or [argument]


def _is_report(path: Path) -> bool:
    return path.suffix.lower() in _REPORTS and not path.name.startswith(".")


def _read(file: str, rubric: Rubric, found: Reports) -> None:
    if Path(file).suffix.lower() in _TABLES:
        table = load_table(file, rubric)
        found.submissions.update(table.submissions)
        found.broken.extend(table.broken)
    elif file == STDIN:
        found.submissions[named(file)] = from_stdin()
    elif os.path.isdir(file):  # noqa: PTH112 - a path that is too long is none, and no error here
        raise FileFormatError(message("folder-without-reports"), file)
    else:
        found.submissions[file] = load_submission(file)
