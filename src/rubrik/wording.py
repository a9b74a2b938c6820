"""Every sentence that a user may read, once, in Vietnamese and in English."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from string import Formatter
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from attrs import frozen

from rubrik.figures import Lang, Rational, shown

__all__ = ["CATALOGUE", "Arg", "Message", "Text", "message", "quoted"]


def __dir__() -> list[str]:
    return __all__


class Text(NamedTuple):
    """One template in both languages, with the same ``str.format`` fields in each."""

    vi: str
    en: str


CATALOGUE: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # Frames: where a problem stands, and how several are listed.
        "at-path": Text("{path}: {problem}", "{path}: {problem}"),
        "with-hint": Text("{problem} ({hint})", "{problem} ({hint})"),
        "did-you-mean": Text("có phải là: {names}?", "did you mean: {names}?"),
        "problems": Text("{count} lỗi:", "{count} problems:"),
        "in-file": Text("{file}: {expected}", "{file}: {expected}"),
        "in-file-line": Text("{file}, dòng {line}: {expected}", "{file}, line {line}: {expected}"),
        "in-file-column": Text(
            "{file}, dòng {line}, cột {column}: {expected}",
            "{file}, line {line}, column {column}: {expected}",
        ),
        "not-found": Text("không có bộ tiêu chí nào tên {name}", "there is no rubric named {name}"),
        # Numbers.
        "number-absent": Text("chưa có giá trị: cần một số", "no value: a number is expected"),
        "number-is-flag": Text(
            "true và false không phải là số: cần một số",
            "true and false are no numbers: a number is expected",
        ),
        "number-wrong-kind": Text(
            "cần một số, không phải giá trị kiểu {kind}",
            "a number is expected, not a value of type {kind}",
        ),
        "number-unreadable": Text(
            "{value} không phải là số; số được viết như 3, 2,5, 48/28 hoặc 99,59%",
            "{value} is no number; numbers are written like 3, 2.5, 48/28 or 99.59%",
        ),
        "number-two-readings": Text(
            "{value} có hai cách đọc: viết {whole} nếu là số nguyên, "
            "{decimal} nếu là số thập phân",
            "{value} has two readings: write {whole} for the whole number, "
            "{decimal} for the decimal one",
        ),
        "number-not-finite": Text(
            "{value} không phải là số hữu hạn", "{value} is not a finite number"
        ),
        "number-out-of-reach": Text(
            "{value} vượt quá giới hạn: chỉ đọc số có nhiều nhất {limit} chữ số, "
            "số mũ từ -{limit} đến {limit}",
            "{value} is out of reach: at most {limit} digits are read, "
            "and exponents from -{limit} to {limit}",
        ),
        "number-divided-by-zero": Text("{value} có mẫu số bằng 0", "{value} divides by zero"),
        "number-below": Text(
            "{value} nhỏ hơn {least}: cần một số từ {least} trở lên",
            "{value} is below {least}: a number of at least {least} is expected",
        ),
        "number-not-whole": Text(
            "{value} không phải là số nguyên: nằm giữa {low} và {high}",
            "{value} is not a whole number: it lies between {low} and {high}",
        ),
    }
)
"""The templates by key. A field is a plain name; `Message` fills it in."""

Arg: TypeAlias = "str | Rational | Message | tuple[Arg, ...]"
"""What a field can be filled with."""


@frozen
class Message:
    """One sentence to be said: a key of the `CATALOGUE`, and what fills its fields, by name.

    Build it with `message`. Numbers are shown rounded, in the language asked for, with as many
    decimals as keep those that differ apart, also those inside of nested messages; nested messages
    are said in the same language; the members of a tuple are joined with commas.

    Raises:
        KeyError: there is no such key.
        TypeError: the names are not the fields of the template.
    """

    key: str
    args: tuple[tuple[str, Arg], ...] = ()

    def __attrs_post_init__(self) -> None:
        wanted, given = _fields(self.key), {name for name, _ in self.args}
        if wanted != given:
            text = f"message {self.key!r} needs {sorted(wanted)}, not {sorted(given)}"
            raise TypeError(text)

    def text(self, lang: Lang) -> str:
        """The sentence in one of the two languages."""
        return _said(self, lang, tuple(_numbers(self)))


def message(key: str, /, **args: Arg) -> Message:
    """The message of a key; the arguments fill the fields of its template.

    Examples:
        >>> message("did-you-mean", names=("cbcc", "cbnv")).text("en")
        'did you mean: cbcc, cbnv?'

    Raises:
        KeyError: there is no such key.
        TypeError: the arguments are not the fields of the template.
    """
    return Message(key, tuple(sorted(args.items())))


def quoted(text: str, longest: int = 60) -> str:
    """Foreign text made fit for a message: in quotes, on one line, cut where it is long.

    Examples:
        >>> print(quoted("năm\\n2023"))
        'năm\\n2023'
    """
    return repr(text if len(text) <= longest else f"{text[:longest]}…")


@cache
def _fields(key: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(CATALOGUE[key].vi) if name)


def _numbers(arg: Arg) -> Iterator[Rational]:
    """The numbers in an argument, however deep."""
    if isinstance(arg, Fraction | int):
        yield arg
    elif not isinstance(arg, str):
        for part in _parts(arg):
            yield from _numbers(part)


def _parts(arg: "Message | tuple[Arg, ...]") -> Iterable[Arg]:
    return arg if isinstance(arg, tuple) else (value for _, value in arg.args)


def _said(arg: Arg, lang: Lang, numbers: tuple[Rational, ...]) -> str:
    if isinstance(arg, str):
        return arg
    if isinstance(arg, Message):
        template: str = getattr(CATALOGUE[arg.key], lang)
        return template.format(**{name: _said(each, lang, numbers) for name, each in arg.args})
    if isinstance(arg, tuple):
        return ", ".join(_said(each, lang, numbers) for each in arg)
    return shown(arg, lang, against=numbers)
