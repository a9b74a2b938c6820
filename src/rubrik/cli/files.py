"""What a command reads: a rubric by slug or path, a submission from a file or standard input."""

import io
import sys
from collections.abc import Iterable

from rubrik import catalog
from rubrik.cli.refusals import RefusedError, about
from rubrik.codec import load_submission, loads
from rubrik.errors import FileFormatError
from rubrik.rubric import Rubric
from rubrik.submission import Submission
from rubrik.wording import message, quoted

__all__ = ["chosen_readings", "load_report", "load_rubric", "named"]


def __dir__() -> list[str]:
    return __all__


_READING = "--reading"
_STDIN = "-"
_STDIN_NAME = "stdin"
_MOST = 4 * 1024 * 1024 + 1  # one character more than the codec accepts


def load_rubric(name: str) -> Rubric:
    """The rubric of that slug, or in the file at that path."""
    with about(name):
        return catalog.load(name)


def named(file: str) -> str:
    """The file as messages call it."""
    return _STDIN_NAME if file == _STDIN else file


def load_report(file: str) -> Submission:
    """The submission in a file, or on standard input where the file is called ``-``."""
    with about(named(file)):
        return _from_stdin() if file == _STDIN else load_submission(file)


def _from_stdin() -> Submission:
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")
    try:
        text = sys.stdin.read(_MOST)
    except UnicodeDecodeError:
        raise FileFormatError(message("file-not-utf8"), _STDIN_NAME) from None
    found = loads(text)
    if isinstance(found, Rubric):
        raise FileFormatError(message("rubric-as-submission"), _STDIN_NAME)
    return found


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
