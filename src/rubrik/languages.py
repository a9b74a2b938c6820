"""The two languages of every text, and what is said of any other.

It needs next to nothing, because whatever shows itself needs it: `import rubrik` does.
"""

from typing import Literal, NoReturn, TypeVar

__all__ = ["ByLang", "Lang", "checked", "named"]


def __dir__() -> list[str]:
    return __all__


Lang = Literal["vi", "en"]
"""The two languages of every text: Vietnamese (decimal comma) and English (decimal point)."""

_LANGS: tuple[Lang, Lang] = ("vi", "en")

T = TypeVar("T")


class ByLang(dict[Lang, T]):
    """One thing for each language; who asks for another is told so, at no cost for the rest."""

    def __missing__(self, lang: object) -> NoReturn:
        text = f"lang is 'vi' or 'en', not {lang!r}"
        raise ValueError(text)


_CHECKED: ByLang[Lang] = ByLang({each: each for each in _LANGS})


def checked(lang: Lang) -> Lang:
    """The language itself.

    Raises:
        ValueError: it is neither of the two.
    """
    return _CHECKED[lang]


def named(text: str) -> Lang:
    """The language that an environment names, alone or as a locale: English, or else Vietnamese.

    Examples:
        >>> named("en_US.UTF-8"), named("vi-VN"), named("fr")
        ('en', 'vi', 'vi')
    """
    word = text.strip().casefold()
    for mark in "-_.@":
        word = word.partition(mark)[0]
    return "en" if word == "en" else "vi"
