"""What every command needs: the program it belongs to, common options, ways to answer."""

import json
import os
from enum import StrEnum
from pathlib import Path
from shutil import copymode
from typing import Annotated

import typer
from rich.console import RenderableType

from rubrik import catalog
from rubrik.cli.answers import Answer
from rubrik.cli.refusals import RefusedError
from rubrik.cli.terminal import drawn
from rubrik.cli.words import Words
from rubrik.wording import message

__all__ = [
    "CohortOption",
    "JsonOption",
    "LangOption",
    "Language",
    "ReadingOption",
    "RubricArgument",
    "answer_drawn",
    "answer_json",
    "app",
    "json_text",
    "refuse_existing",
    "words",
    "write",
]


def __dir__() -> list[str]:
    return __all__


class Language(StrEnum):
    """The languages of all texts."""

    VI = "vi"
    EN = "en"


# Help is put in by `command`, in the language of the run.
LangOption = Annotated[Language, typer.Option("--lang", metavar="vi|en", show_default=False)]
JsonOption = Annotated[bool, typer.Option("--json")]
ReadingOption = Annotated[list[str] | None, typer.Option("--reading", metavar="ID=OPTION")]
CohortOption = Annotated[str, typer.Option("--cohort", metavar="FILE", show_default=False)]
RubricArgument = Annotated[
    str, typer.Argument(metavar="SLUG|PATH", autocompletion=lambda: list(catalog.slugs()))
]

app = typer.Typer(
    name="rubrik",
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=False,
    pretty_exceptions_enable=False,
)


def write(output: str, text: str, *, force: bool) -> None:
    """Write a file that is not there yet, or, by ``force``, one that is: all of it or nothing.

    Raises:
        RefusedError: it is there already, or cannot be written.
    """
    refuse_existing(output, force=force)
    try:
        path = Path(output)
        if path.exists() and not path.is_file():  # a device or a pipe takes text as it comes
            _put(path, text, "w")
        else:
            _replace(path.resolve(), text)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise RefusedError(output, message("file-unwritable", why=why)) from None


def refuse_existing(output: str, *, force: bool) -> None:
    """See that a file is not there yet, unless it may be written over.

    Raises:
        RefusedError: it is there.
    """
    if not force and os.path.lexists(output):
        raise RefusedError(output, message("file-exists"))


def _replace(path: Path, text: str) -> None:
    """Write beside the file, and put what is written in its place at once."""
    beside = path.with_name(f".rubrik-{os.getpid()}.tmp")
    try:
        _put(beside, text, "x")
        if path.exists():
            copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _put(path: Path, text: str, mode: str) -> None:
    with path.open(mode, encoding="utf-8", newline="\n") as file:
        file.write(text)


def words(lang: Language) -> Words:
    """The words of a language."""
    return Words(lang.value)


def answer_drawn(*things: RenderableType) -> Answer:
    """What is drawn, for standard output."""
    return Answer(drawn(*things))


def answer_json(value: object) -> Answer:
    """What other programs read, for standard output."""
    return Answer(json_text(value))


def json_text(value: object) -> str:
    """JSON as every command writes it."""
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n"
