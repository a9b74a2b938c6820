"""The whole command line in one language: all commands, with their help and its headings."""

from collections.abc import Callable
from functools import partial
from typing import Any

import typer
from typer import rich_utils

from rubrik.cli import commands, ranking, verifying
from rubrik.cli.application import Language, app
from rubrik.cli.score_table import command as score_table
from rubrik.codec.documents import DOCUMENTS
from rubrik.codec.outputs import FILES
from rubrik.figures import Lang
from rubrik.saying.words import Words
from rubrik.wording import CATALOGUE

__all__ = ["command"]


def __dir__() -> list[str]:
    return __all__


MODULES = (commands, ranking, verifying, score_table)
"""The modules whose commands put themselves into the program when they are imported."""


def command(lang: Lang) -> Any:  # noqa: ANN401 - typer's class for it moves between its versions
    """The whole command line with its help, and every ``--lang`` default, in one language."""
    made: Any = typer.main.get_command(app)
    say = Words(lang)
    # Typer reads these when it draws, and offers no other way to them.
    rich_utils.REQUIRED_LONG_STRING = say("help-required")
    rich_utils.DEFAULT_STRING = say("help-default", value="{}")
    _speak(made, "rubrik", say)
    made.subcommand_metavar = say("help-usage-command")
    for name, each in made.commands.items():
        _speak(each, name, say)
        each.rich_help_panel = say("help-commands")
    return made


def _speak(made: Any, name: str, say: Words) -> None:  # noqa: ANN401
    made.help = say(f"help-{name}")
    made.short_help = made.help.partition(". ")[0].removesuffix(".")
    made.options_metavar = say("help-usage-options")
    made.format_usage = partial(_format_usage, made, say)
    made.get_help_option = partial(_help_option, made.get_help_option, say)
    for each in made.params:
        own = f"help-{name}-{each.name}"
        each.help = say(own if own in CATALOGUE else f"help-{each.name}", **_lists(each.name))
        is_option = each.param_type_name == "option"
        each.rich_help_panel = say("help-options" if is_option else "help-arguments")
        _ask(each, say)
        if each.name == "lang":
            each.default = Language(say.lang)


def _lists(name: str) -> dict[str, tuple[str, ...]]:
    """What the help of an argument counts up, by the name of the argument."""
    return {"files": tuple(FILES), "documents": tuple(DOCUMENTS)} if name == "kind" else {}


def _ask(parameter: Any, say: Words) -> None:  # noqa: ANN401
    """Name what is to be put in, and neither types of Python nor a default that there is not."""
    if parameter.required or not parameter.default:
        parameter.show_default = False
    key = f"help-of-{parameter.metavar}"
    if key in CATALOGUE:
        parameter.metavar = say(key)
    if parameter.metavar is None or parameter.param_type_name == "argument":
        parameter.display_type_rich = _nothing


def _nothing(**_: object) -> None:
    """What is shown as the type of a flag, or of an argument that has said what it is."""


def _format_usage(made: Any, say: Words, context: Any, formatter: Any) -> None:  # noqa: ANN401
    """The line that shows how a command is written, as typer makes it, but for its first word."""
    pieces = " ".join(made.collect_usage_pieces(context))
    formatter.write_usage(context.command_path, pieces, f"{say('help-usage')} ")


def _help_option(original: Callable[[Any], Any], say: Words, context: Any) -> Any:  # noqa: ANN401
    """The option ``--help``, which typer makes itself, with our words."""
    option = original(context)
    option.help, option.rich_help_panel = say("help-help"), say("help-options")
    option.display_type_rich = _nothing
    return option
