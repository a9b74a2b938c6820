"""Messages: sentences of the catalogue with their fields filled in, in either language."""

from collections.abc import Iterator, Mapping
from functools import cache
from string import Formatter
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from attrs import field, frozen

from rubrik.figures import Lang, Rational, decimal_text, exact_text, is_all_of, shown
from rubrik.languages import ByLang
from rubrik.wording.audits import AUDITS
from rubrik.wording.cohorts import COHORTS
from rubrik.wording.frames import FRAMES
from rubrik.wording.levels import LEVELS
from rubrik.wording.notation import NOTATION
from rubrik.wording.numbers import NUMBERS
from rubrik.wording.outside import OUTSIDE
from rubrik.wording.pages import PAGES
from rubrik.wording.problems import PROBLEMS
from rubrik.wording.sheets import SHEETS
from rubrik.wording.tables import TABLES
from rubrik.wording.terminal import TERMINAL
from rubrik.wording.text import Text
from rubrik.wording.usage import USAGE
from rubrik.wording.verification import VERIFICATION

__all__ = ["CATALOGUE", "Arg", "Equals", "Exact", "Message", "message", "named", "quoted"]


def __dir__() -> list[str]:
    return __all__


CATALOGUE: Final[Mapping[str, Text]] = MappingProxyType(
    {
        **NUMBERS,
        **PROBLEMS,
        **SHEETS,
        **LEVELS,
        **COHORTS,
        **VERIFICATION,
        **AUDITS,
        **TABLES,
        **FRAMES,
        **TERMINAL,
        **PAGES,
        **USAGE,
        **OUTSIDE,
        **NOTATION,
    }
)
"""The templates by key. A field is a plain name; `Message` fills it in."""

_TEMPLATES: Final[ByLang[Mapping[str, str]]] = ByLang(
    {
        "vi": {key: text.vi for key, text in CATALOGUE.items()},
        "en": {key: text.en for key, text in CATALOGUE.items()},
    }
)


@frozen
class Exact:
    """A number said in full: its figure, or the fraction with the rounded one, `90/19 ≈ 4,74`."""

    value: Rational


@frozen
class Equals:
    """A number after the sign that its figure deserves: `= 12,5`, `≈ 52,63`."""

    value: Rational


Arg: TypeAlias = "str | Rational | Exact | Equals | Message | tuple[Arg, ...]"
"""What a field can be filled with."""


@frozen
class Message:
    """One sentence to be said: a key of the `CATALOGUE`, and what fills its fields, by name.

    Build it with `message`. Numbers are shown rounded, in the language asked for, with as many
    decimals as keep those that differ apart, also those inside of nested messages, and what is not
    whole apart from whole numbers; nested messages are said in the same language; the members of a
    tuple are joined with commas.
    """

    key: str
    args: tuple[tuple[str, Arg], ...] = field(default=(), eq=frozenset)
    _plainly: dict[Lang, "_Said"] = field(init=False, factory=dict, eq=False, repr=False)

    def text(self, lang: Lang) -> str:
        """The sentence in one of the two languages.

        Raises:
            ValueError: the language is neither ``vi`` nor ``en``.
        """
        try:
            return _plain(self, lang, {})
        except _LookTheSameError:
            numbers = tuple(_numbers(self))
            return _apart(self, lang, numbers)

    def __str__(self) -> str:
        return self.text("en")


_FITTING: set[tuple[str, tuple[str, ...]]] = set()
"""Keys with names that were seen to be the fields of their template."""


def _check(key: str, names: tuple[str, ...]) -> None:
    if _fields(key) != set(names):
        text = f"message {key!r} needs {sorted(_fields(key))}, not {sorted(names)}"
        raise TypeError(text)
    _FITTING.add((key, names))


def message(key: str, /, **args: Arg) -> Message:
    """The message of a key; the arguments fill the fields of its template.

    Examples:
        >>> message("did-you-mean", names=("cbcc", "cbnv")).text("en")
        'did you mean: cbcc, cbnv?'

    Raises:
        KeyError: there is no such key.
        TypeError: the arguments are not the fields of the template.
    """
    names = tuple(args)
    if (key, names) not in _FITTING:
        _check(key, names)
    return Message(key, tuple(args.items()))


def quoted(text: str, longest: int = 60) -> str:
    r"""Foreign text made fit for a message: in quotes, on one line, cut where it is long.

    Examples:
        >>> print(quoted("năm\n2023"))
        'năm\n2023'
    """
    return repr(text if len(text) <= longest else f"{text[:longest]}…")


def named(text: str, longest: int = 60) -> str:
    r"""A foreign name as it is, where that is fit for a message, otherwise `quoted`.

    Examples:
        >>> named("cbcc"), named("\x1b[31m")
        ('cbcc', "'\\x1b[31m'")
    """
    return text if text.isprintable() and len(text) <= longest else quoted(text, longest)


@cache
def _fields(key: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(CATALOGUE[key].vi) if name)


def _numbers(arg: Arg) -> Iterator[Rational]:
    """The numbers in an argument, however deep."""
    if isinstance(arg, Message):
        for _, value in arg.args:
            yield from _numbers(value)
    elif isinstance(arg, tuple):
        for value in arg:
            yield from _numbers(value)
    elif not isinstance(arg, str):
        yield _number(arg)


_STYLED: Final = (Exact, Equals)


def _number(arg: Rational | Exact | Equals) -> Rational:
    return arg.value if isinstance(arg, _STYLED) else arg


def _styled(arg: Rational | Exact | Equals, figure: str, *, is_all: bool) -> str:
    """The figure of a number as its style says it."""
    if isinstance(arg, Exact):
        return figure if is_all else f"{exact_text(arg.value)} ≈ {figure}"
    if isinstance(arg, Equals):
        return f"= {figure}" if is_all else f"≈ {figure}"
    return figure


class _Said(NamedTuple):
    """A message as it reads with two decimals, and the numbers behind its figures."""

    text: str
    figures: dict[str, Rational]


class _LookTheSameError(Exception):
    """Two different numbers round to one figure, or one looks whole that is not."""


def _plain(said: Message, lang: Lang, figures: dict[str, Rational]) -> str:
    """A message at two decimals, if all numbers that differ then look different."""
    filled = {name: _filled(each, lang, figures) for name, each in said.args}
    return _TEMPLATES[lang][said.key].format_map(filled)


def _said(said: Message, lang: Lang) -> _Said:
    """The same, built once: messages are made to be nested in many others."""
    found = said._plainly.get(lang)  # noqa: SLF001 - a memo of this module
    if found is None:
        figures: dict[str, Rational] = {}
        found = _Said(_plain(said, lang, figures), figures)
        said._plainly[lang] = found  # noqa: SLF001
    return found


def _filled(arg: Arg, lang: Lang, figures: dict[str, Rational]) -> str:
    if isinstance(arg, str):
        return arg
    if isinstance(arg, Message):
        inner = _said(arg, lang)
        for figure, number in inner.figures.items():
            _see(figure, number, figures)
        return inner.text
    if isinstance(arg, tuple):
        return ", ".join([_filled(each, lang, figures) for each in arg])
    number = _number(arg)
    figure = decimal_text(number, lang=lang)
    if number.denominator != 1 and figure.lstrip("-").isdecimal():
        raise _LookTheSameError  # as a whole number
    _see(figure, number, figures)
    return _styled(arg, figure, is_all=_HUNDREDTHS % number.denominator == 0)


_HUNDREDTHS = 100  # what two decimals can say


def _see(figure: str, number: Rational, figures: dict[str, Rational]) -> None:
    first = figures.setdefault(figure, number)
    if first is not number and first != number:
        raise _LookTheSameError


def _apart(arg: Arg, lang: Lang, numbers: tuple[Rational, ...]) -> str:
    """With as many decimals as keep all ``numbers`` that differ apart."""
    if isinstance(arg, str):
        return arg
    if isinstance(arg, Message):
        filled = {name: _apart(each, lang, numbers) for name, each in arg.args}
        return _TEMPLATES[lang][arg.key].format_map(filled)
    if isinstance(arg, tuple):
        return ", ".join([_apart(each, lang, numbers) for each in arg])
    number = _number(arg)
    figure = shown(number, lang, against=(*numbers, round(number)))
    return _styled(arg, figure, is_all=is_all_of(number, figure))
