"""Values that show themselves: drawn in a notebook, as a short block of text where printed.

No value knows how it is drawn: that is the business of one room above all of theirs. The package
root says who draws, so that nothing is imported before something is looked at, and no import leads
upward.
"""

import os
from collections.abc import Callable
from typing import Protocol

from rubrik.languages import Lang, checked, named

__all__ = ["VARIABLE", "Drawing", "Shown", "drawn_by", "language"]


def __dir__() -> list[str]:
    return __all__


VARIABLE = "RUBRIK_LANG"
"""The environment variable that names the language where nothing else does."""


def language() -> Lang:
    """The language of the environment, Vietnamese where it names no other that is spoken."""
    return named(os.environ.get(VARIABLE, ""))


class Drawing(Protocol):
    """Who draws values."""

    def html(self, value: "Shown", lang: Lang) -> str:
        """A value as a piece of a page."""

    def text(self, value: "Shown", lang: Lang) -> str:
        """A value as a few lines of text."""


_FINDERS: list[Callable[[], Drawing]] = []


def drawn_by(find: Callable[[], Drawing]) -> None:
    """Let values be drawn by what ``find`` gives; it is called when one is looked at."""
    _FINDERS[:] = [find]


class Shown:
    """A value that can be looked at, in Vietnamese or English.

    Without a language it speaks that of the environment (``RUBRIK_LANG``): English where that says
    ``en``, alone or as a locale such as ``en_US.UTF-8``, and otherwise Vietnamese.
    """

    __slots__ = ()

    def html(self, lang: Lang | None = None) -> str:
        """As a piece of a page that needs nothing else: no script, no file, no network.

        Raises:
            ValueError: the language is neither ``vi`` nor ``en``.
        """
        return _FINDERS[0]().html(self, _spoken(lang))

    def text(self, lang: Lang | None = None) -> str:
        """As a few lines of text: what it is, what it comes to, what is open.

        Raises:
            ValueError: the language is neither ``vi`` nor ``en``.
        """
        return _FINDERS[0]().text(self, _spoken(lang))

    def _repr_html_(self) -> str:
        """What notebooks ask for."""
        return self.html()

    def __str__(self) -> str:
        return self.text()


def _spoken(lang: Lang | None) -> Lang:
    return language() if lang is None else checked(lang)
