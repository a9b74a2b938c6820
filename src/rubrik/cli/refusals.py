"""How the command line says no: one line for one problem, with the file that it is about."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import typer

from rubrik.codec.documents import DOCUMENTS
from rubrik.codec.outputs import FILES
from rubrik.errors import (
    CohortError,
    FileFormatError,
    Problem,
    RubricError,
    RubrikError,
    SubmissionError,
    TableError,
    meant,
)
from rubrik.figures import Lang
from rubrik.wording import Message, message, quoted

__all__ = ["USAGE_ERROR", "RefusedError", "about", "usage"]


def __dir__() -> list[str]:
    return __all__


USAGE_ERROR: type[Exception] = typer.BadParameter.mro()[1]
"""What is raised for arguments that cannot be understood, wherever typer keeps that class."""


class RefusedError(Exception):
    """A refusal with the place that it is about: a file, or the command line itself."""

    def __init__(self, place: str, reason: RubrikError | Message) -> None:
        super().__init__(place, reason)
        self.place = place if place.isprintable() else quoted(place)
        self.reason = reason

    def text(self, lang: Lang) -> str:
        """The place and what is wrong there; several problems under a line that counts them."""
        said = self.reason.text(lang)
        # What is wrong with a file as such names it already, and the line in it.
        names_it = isinstance(self.reason, FileFormatError) and self.reason.path
        return said if names_it else f"{self.place}: {said}"


@contextmanager
def about(place: str) -> Iterator[None]:
    """Name the file that a refusal is about, where it does not name what it is about itself."""
    try:
        yield
    except FileFormatError as error:
        if error.path:
            raise
        raise FileFormatError(error.message, place, error.line, error.column) from None
    except (RubricError, SubmissionError, CohortError, TableError) as error:
        raise RefusedError(place, error) from None


def usage(error: Any) -> Problem:  # noqa: ANN401 - a usage error, wherever typer keeps the class
    """What is wrong with the arguments, in the house's words where it has any."""
    context: Any = getattr(error, "ctx", None)
    see = message("see-help", command=context.command_path if context else "rubrik")
    match type(error).__name__:
        case "NoSuchOption":
            known = [name for each in context.command.params for name in each.opts]
            said = message("no-such-option", name=quoted(error.option_name))
            return Problem((), said, meant(error.option_name, known) or see)
        case "MissingParameter" if error.param.name not in _WORDS:
            return Problem((), message("argument-missing", name=_name(error.param)), see)
        case "MissingParameter" | "BadParameter":  # only what has words to choose from can be bad
            words = _WORDS.get(error.param.name) or tuple(error.param.metavar.split("|"))
            said = message("argument-refused", name=_name(error.param), allowed=words)
            return Problem((), said, see)
        case "BadOptionUsage":
            said = message("option-misused", name=error.option_name)
            return Problem((), said, see)
        case _:
            return _other(error.message, context, see)


_WORDS: Final[Mapping[str, tuple[str, ...]]] = {"kind": (*FILES, *DOCUMENTS)}
"""What there is to choose from, by the name of an argument whose metavar has no room for it."""


def _other(text: str, context: Any, see: Message) -> Problem:  # noqa: ANN401
    """What typer has no class of its own for: too many arguments, or an unknown command."""
    commands = getattr(context.command, "commands", {})
    if commands and "'" in text:
        name = text.split("'")[1]
        said = message("no-such-command", name=quoted(name))
        return Problem((), said, meant(name, commands) or see)
    extra = text.partition("(")[2].rpartition("(")[2].rstrip(")")
    return Problem((), message("extra-arguments", names=quoted(extra)), see)


def _name(parameter: Any) -> str:  # noqa: ANN401 - an option or argument, as above
    is_option = parameter.param_type_name == "option"
    return str(max(parameter.opts, key=len) if is_option else parameter.metavar)
