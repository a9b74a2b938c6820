"""What every command needs: the program it belongs to, common options, ways to answer."""

import json
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import RenderableType

from rubrik import catalog
from rubrik.absence import Policy
from rubrik.cli.answers import Answer
from rubrik.cli.terminal import drawn
from rubrik.saying.words import Words

__all__ = [
    "CohortOption",
    "ForceOption",
    "JsonOption",
    "LangOption",
    "Language",
    "MissingOption",
    "OutputOption",
    "ReadingOption",
    "RubricArgument",
    "RubricOption",
    "answer_drawn",
    "answer_json",
    "app",
    "json_text",
    "words",
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

RubricOption = Annotated[
    str,
    typer.Option(
        "--rubric",
        metavar="SLUG|PATH",
        show_default=False,
        autocompletion=lambda: list(catalog.slugs()),
    ),
]
MissingOption = Annotated[Policy | None, typer.Option("--missing", metavar="zero|range")]
OutputOption = Annotated[str, typer.Option("-o", "--output", metavar="FILE", show_default=False)]
ForceOption = Annotated[bool, typer.Option("--force")]

app = typer.Typer(
    name="rubrik",
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=False,
    pretty_exceptions_enable=False,
)


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
