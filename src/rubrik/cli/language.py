"""Which language the command line speaks: known before anything else is, help texts included."""

import os
from collections.abc import Sequence
from itertools import pairwise, takewhile

from rubrik.figures import Lang

__all__ = ["VARIABLE", "chosen"]


def __dir__() -> list[str]:
    return __all__


VARIABLE = "RUBRIK_LANG"
"""The environment variable that names the language where no option does."""


def chosen(arguments: Sequence[str]) -> Lang:
    """The language of the last ``--lang``, else of the environment, else Vietnamese.

    A value that is neither language is left for the command to refuse.
    """
    before = list(takewhile(lambda each: each != "--", arguments))
    named = [then for option, then in pairwise([*before, ""]) if option == "--lang"]
    named += [each.removeprefix("--lang=") for each in before if each.startswith("--lang=")]
    found = named[-1] if named else os.environ.get(VARIABLE, "")
    return "en" if found.casefold().startswith("en") else "vi"
