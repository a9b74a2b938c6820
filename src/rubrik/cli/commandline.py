"""The whole command line in one language: all commands, with their help and its headings."""

from collections.abc import Callable
from functools import partial
from typing import Any

import typer

from rubrik.cli import commands, ranking, verifying
from rubrik.cli.application import Language, app
from rubrik.cli.score_table import command as score_table
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
    _speak(made, "rubrik", say)
    for name, each in made.commands.items():
        _speak(each, name, say)
        each.rich_help_panel = say("help-commands")
    return made


def _speak(made: Any, name: str, say: Words) -> None:  # noqa: ANN401
    made.help = made.short_help = say(f"help-{name}")
    made.get_help_option = partial(_help_option, made.get_help_option, say)
    for each in made.params:
        own = f"help-{name}-{each.name}"
        each.help = say(own if own in CATALOGUE else f"help-{each.name}")
        is_option = each.param_type_name == "option"
        each.rich_help_panel = say("help-options" if is_option else "help-arguments")
        if each.name == "lang":
            each.default = Language(say.lang)


def _help_option(original: Callable[[Any], Any], say: Words, context: Any) -> Any:  # noqa: ANN401
    """The option ``--help``, which typer makes itself, with our words."""
    option = original(context)
    option.help, option.rich_help_panel = say("help-help"), say("help-options")
    return option
