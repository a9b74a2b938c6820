"""Files that are written: all of a file or nothing, and never over another one unasked."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from shutil import copymode
from typing import BinaryIO, Final

from rubrik.cli.refusals import RefusedError
from rubrik.wording import message, told

__all__ = ["refuse_existing", "whole", "write"]


def __dir__() -> list[str]:
    return __all__


def write(output: str, text: str, *, force: bool) -> None:
    """Write a file that is not there yet, or, by ``force``, one that is: all of it or nothing.

    Raises:
        RefusedError: it is there already, or cannot be written.
    """
    with whole(output, force=force) as file:
        file.write(text.encode())


@contextmanager
def whole(output: str, *, force: bool) -> Iterator[BinaryIO]:
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
        raise RefusedError(output, message("file-unwritable", why=told(_why(error)))) from None


_NUMBER: Final = re.compile(r"\(os error (\d+)\)")


def _why(error: OSError) -> str:
    """The reason that the system gives, which other libraries wrap in words of theirs."""
    number = _NUMBER.search(str(error))
    if number:
        return os.strerror(int(number[1]))
    return error.strerror or str(error) or type(error).__name__


def refuse_existing(output: str, *, force: bool) -> None:
    """See that a file is not there yet, unless it may be written over.

    Raises:
        RefusedError: it is there.
    """
    if not force and os.path.lexists(output):
        raise RefusedError(output, message("file-exists"))


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    beside = path.with_name(f".rubrik-{token_hex(4)}.tmp")
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())  # some disks say only now that they are full
        if path.exists():
            copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
