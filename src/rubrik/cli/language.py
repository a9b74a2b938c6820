"""Which language the command line speaks: known before anything else is, help texts included."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from rubrik.figures import Lang
from rubrik.languages import named
from rubrik.showing import language

__all__ = ["chosen"]


def __dir__() -> list[str]:
    return __all__


def chosen(arguments: Sequence[str]) -> Lang:
    """The language of the last ``--lang``, else of the environment, else Vietnamese.

    A value that is neither language is left for the command to refuse.
    """
    before = list(takewhile(lambda each: each != "--", arguments))
    found = [then for option, then in pairwise([*before, ""]) if option == "--lang"]
    found += [each.removeprefix("--lang=") for each in before if each.startswith("--lang=")]
    return named(found[-1]) if found else language()
