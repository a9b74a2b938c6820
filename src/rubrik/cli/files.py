"""What a command reads: a rubric by slug or path, a submission from a file or standard input."""

import io
import sys
from collections.abc import Iterable, Mapping
from typing import assert_never

from rubrik import catalog
from rubrik.cli.refusals import RefusedError, about
from rubrik.codec import load_cohort, load_submission, loads
from rubrik.cohort import CohortRecord
from rubrik.errors import FileFormatError, NotFoundError
from rubrik.rubric import Rubric
from rubrik.submission import Submission
from rubrik.wording import message, quoted

__all__ = [
    "STDIN",
    "chosen_readings",
    "from_stdin",
    "load_published",
    "load_report",
    "load_rubric",
    "load_standard",
    "named",
]


def __dir__() -> list[str]:
    return __all__


_READING = "--reading"
STDIN = "-"
"""What a file is called whose content is standard input."""

_STDIN_NAME = "stdin"
_MOST = 4 * 1024 * 1024 + 1  # one character more than the codec accepts


def load_rubric(name: str) -> Rubric:
    """The rubric of that slug, or in the file at that path."""
    with about(name):
        return catalog.load(name)


def load_standard(rubric: str, report: Submission) -> Rubric:
    """The rubric that is asked for, or else the one that a report names."""
    try:
        return load_rubric(rubric or report.rubric)
    except NotFoundError as error:
        if rubric or error.hint:
            raise
        raise NotFoundError(error.message, message("rubric-by-option")) from None


def named(file: str) -> str:
    """The file as messages call it."""
    return _STDIN_NAME if file == STDIN else file


def load_report(file: str) -> Submission:
    """The submission in a file, or on standard input where the file is called ``-``."""
    with about(named(file)):
        return from_stdin() if file == STDIN else load_submission(file)


def load_published(file: str, rubric: Rubric, readings: Mapping[str, str]) -> CohortRecord:
    """The saved cohort in a file, of this rubric under these readings."""
    with about(file):
        found = load_cohort(file)
        found.bounds_for(rubric, readings)
        return found


def from_stdin() -> Submission:
    """The submission on standard input.

    Raises:
        FileFormatError: it cannot be read at all, or is something else.
        SubmissionError: with every problem found in it.
    """
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")
    try:
        text = sys.stdin.read(_MOST)
    except UnicodeDecodeError:
        raise FileFormatError(message("file-not-utf8"), _STDIN_NAME) from None
    found = loads(text)
    match found:
        case Submission():
            return found
        case Rubric():
            raise FileFormatError(message("rubric-as-submission"), _STDIN_NAME)
        case CohortRecord():
            raise FileFormatError(message("is-cohort"), _STDIN_NAME)
        case _:
            assert_never(found)


def chosen_readings(pairs: Iterable[str]) -> dict[str, str]:
    """The options asked for as ``ID=OPTION``, by reading; of two for one reading the later counts.

    Raises:
        RefusedError: something is not written like that.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        name, equals, option = pair.partition("=")
        if not equals:
            raise RefusedError(_READING, message("reading-form", found=quoted(pair)))
        found[name.strip()] = option.strip()
    return found
