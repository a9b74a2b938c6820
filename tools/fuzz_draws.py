"""Hostile data drawn from bytes: the same bytes give the same data, so that a case can be kept.

Bytes come from a seeded generator, or from a fuzzer that learns which bytes reach new code. Where
they run out, the first choice is taken, so that short bytes give simple data.
"""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, TypeVar

import numpy as np

__all__ = ["Draws", "corrupted", "edited", "hostile", "number", "toml"]

T = TypeVar("T")
Data = Any  # plain data: what TOML or JSON can hold


class Draws:
    """Choices made by bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def below(self, limit: int) -> int:
        """A whole number from 0, below a limit of at most 65 536."""
        size = 1 if limit <= 256 else 2  # noqa: PLR2004 - so many values has a byte
        taken = self._data[self._at : self._at + size]
        self._at += size
        return int.from_bytes(taken, "big") % limit

    def pick(self, among: Sequence[T]) -> T:
        """One of them."""
        return among[self.below(len(among))]

    def once_in(self, times: int) -> bool:
        """Seldom true; false where the bytes have run out."""
        return self.below(times) == times - 1

    def some(self, make: Callable[["Draws"], T], most: int) -> list[T]:
        """Up to so many."""
        return [make(self) for _ in range(self.below(most + 1))]


DIGITS: Final = ("1", "0", "9", "12", "000", "1000", "٣", "２", "²", "½", "1" * 399, "9" * 401)
SEPARATORS: Final = (
    *(".", ",", "/", "%", " ", "\xa0", "-", "+", "−", "_", "'", "e", "E", "e-", "e+", "∞"),
    *("nan", "inf", "0x", "\0", "\n", "\ud800", "e400", "e-400", "e401", "e999999999"),
)
LONG: Final = ("1" * 100_000, "0." + "0" * 5000, "1e" + "9" * 5000, "/1" * 3000, "," * 3000)


def number_text(draws: Draws) -> str:
    """Text that looks like a number, nearly does, or is far too long."""
    if draws.once_in(64):
        return draws.pick(LONG)
    pieces = draws.some(lambda each: each.pick(each.pick((DIGITS, SEPARATORS))), 8)
    return "".join(pieces)


MACHINE: Final[tuple[Callable[[Draws], object], ...]] = (
    lambda draws: draws.below(65536) - 32768,
    lambda draws: draws.pick((1, -1)) * 10 ** draws.pick((3, 20, 399, 400, 401, 5000)),
    lambda draws: draws.below(65536) / (1 + draws.below(65536)),
    lambda draws: draws.pick((0.0, -0.0, 1e308, 5e-324, float("nan"), float("inf"), float("-inf"))),
    lambda draws: Fraction(draws.below(65536) - 9, 1 + draws.below(65536)),
    lambda draws: Fraction(1, 10 ** draws.pick((1, 3, 20, 399))),
    lambda draws: Decimal(draws.pick(("0", "-0", "1E+2", "NaN", "sNaN", "Infinity", "1E+999999"))),
    lambda draws: Decimal((draws.below(2), (1, 2, 3), draws.below(65536) - 32768)),
    lambda draws: draws.pick((np.float64, np.float32, np.int64, np.uint8, np.bool_))(
        draws.below(9)
    ),
    lambda draws: draws.pick(
        (np.datetime64("NaT", "D"), np.timedelta64(3, "s"), np.float64("nan"))
    ),
    lambda draws: draws.pick((True, False, None, ..., NotImplemented)),
    lambda draws: draws.pick(
        (b"1", bytearray(b"1"), 1j, {1}, frozenset(), object(), int, range(3))
    ),
    lambda draws: draws.pick(((), [], {}, [[]], [[1]], [[1, 2, 3]], {"a": 1}, (1, 2), [None])),
)


def number(draws: Draws) -> object:
    """What may be passed where a number is asked for."""
    return draws.pick((number_text, *MACHINE, number_text))(draws)


WORDS: Final = (
    *("", "x", "a", "b", "l", "1", "1.1", "2", "1/2", "50%", "1.000", "max", "-max", "1/2 max"),
    *("cohort", "zero", "range", "²", "\n", "\t", "…", "Có", "không", "\u0301", "\u202e", "🙂"),
    *("p", "q", "y", "d", "r", "o1", "o2", "sum", "proportional", "banded", "up", "<=", "a <= b"),
    *("2 a - b <= 3", "score.parts.1", "1" * 500, "a" * 5000, "criterion", "group", "nho", "true"),
)
THINGS: Final[tuple[Data, ...]] = (
    *(None, True, False, 0, 1, -1, 3, 2.5, -0.5, 10**30, 10**400, Decimal("1E-300"), 1e300),
    *([], {}, [1], ["a"], [[]], [{}], {"a": 1}, {"a": -1}, {"": 0}, {"1.1": {"max": 3}}),
    *({"kind": "sum"}, {"kind": "sum", "parts": [1]}, {"kind": "proportional", "rate": "1/2 max"}),
    *({"flag": "f"}, {"count": "a"}, {"ratio": "a", "of": "b"}, {"items": "l", "item": "p"}),
    *({"growth": "a", "since": "b"}, {"weighted": {"a": 1, "b": "-1/2"}}, {"share": "t_mean"}),
    *({"from": 1}, {"at": 2, "points": 1}, {"below": 1, "score": "sh"}, {"effect": "none"}),
)
KEYS: Final = (
    *("kind", "score", "max", "parent", "at", "from", "below", "to", "group", "criterion", "name"),
    *("parts", "measure", "points", "share", "rate", "of", "is", "node", "scale", "level", "base"),
    *("", "x", "1.1", "slug", "rubric", "bounds", "options", "default", "nodes", "conditions"),
)


def hostile(draws: Draws) -> Data:
    """Plain data of any kind, things that look right among them."""
    match draws.below(8):
        case 0 | 1:
            return draws.pick(WORDS)
        case 2 | 3 | 4:
            return deepcopy(draws.pick(THINGS))
        case 5:
            return draws.below(200) - 100
        case 6 if draws.once_in(16):
            return _deep(draws.pick((3, 30, 60, 70)), draws.pick(WORDS))
        case _:
            return number_text(draws)


def _deep(levels: int, inner: Data) -> Data:
    for level in range(levels):
        inner = {"a": inner} if level % 2 else [inner]
    return inner


def edited(draws: Draws, data: Data, most: int = 3) -> Data:
    """Plain data with up to so many things replaced, moved, doubled, renamed or left out."""
    data = deepcopy(data)
    for _ in range(draws.below(most) + 1):
        spots = list(_spots(data))
        if spots:
            owner, key = draws.pick(spots)
            _edit(draws, owner, key, spots)
    return data


def _spots(data: Data) -> Iterator[tuple[Data, Data]]:
    if isinstance(data, dict | list):
        for key in list(data) if isinstance(data, dict) else range(len(data)):
            yield data, key
            yield from _spots(data[key])


def _edit(draws: Draws, owner: Data, key: Data, spots: Sequence[tuple[Data, Data]]) -> None:
    match draws.below(8):
        case 0 | 1 | 2:
            owner[key] = hostile(draws)
        case 3:
            other, at = draws.pick(spots)
            owner[key] = deepcopy(other.get(at) if isinstance(other, dict) else other[at])
        case 4 if isinstance(owner, dict):
            owner[draws.pick(KEYS)] = owner.pop(key)
        case 5 if isinstance(owner, dict):
            owner[draws.pick(KEYS)] = hostile(draws)
        case 6 if isinstance(owner, list):
            times = draws.pick((1, 2, 40)) if not isinstance(owner[key], dict | list) else 1
            owner[key:key] = [deepcopy(owner[key]) for _ in range(times)]
        case _:
            del owner[key]


TOKENS: Final = (
    *("", '"', "'", "[", "]", "{", "}", "=", ".", ",", "\n", "\r", "#", "\\", "\\u0000", "\\ud800"),
    *('"""', "[[", "]]", "null", "NaN", "-Infinity", "1e999999999", "1" * 5000, "0x1F", "\ufeff"),
    *("2023-01-01", "1979-05-27T07:32:00Z", "a." * 70, "{" * 80, "[" * 400, '{"a":', "\0", "\x7f"),
    *(
        "\u0301",
        "\u2028",
        "\ud800",
        "é",
        "_",
        "+nan",
        "1_000",
        "1.5e-3",
        ";",
        "\t",
        "unit",
        "claim:",
    ),
)


def corrupted(draws: Draws, text: str, most: int = 2) -> str:
    """A text with up to so many pieces cut out, doubled, or put in."""
    for _ in range(draws.below(most + 1)):
        at = draws.below(min(len(text), 65535) + 1)
        end = at + draws.below(24)
        match draws.below(5):
            case 0 | 1:
                text = text[:at] + draws.pick(TOKENS) + text[at:]
            case 2:
                text = text[:at] + text[end:]
            case 3:
                text = text[:end] + text[at:end] * draws.pick((1, 2, 40)) + text[end:]
            case _:
                text = text[:at] + draws.pick(TOKENS) + text[end:]
    return text


def toml(data: Data) -> str:
    """Plain data as TOML, as far as TOML can hold it: what is ``None`` is left out."""
    return "".join(f"{_key(key)} = {_value(each)}\n" for key, each in _held(data))


def _held(data: dict[str, Data]) -> Iterator[tuple[str, Data]]:
    return ((key, each) for key, each in data.items() if each is not None)


def _key(key: str) -> str:
    return key if key.isascii() and key.isidentifier() else _text(key)


def _text(text: str) -> str:
    escaped = "".join(
        f"\\u{ord(each):04x}"
        if each in '"\\' or (not each.isprintable() and ord(each) < 0xD800)  # noqa: PLR2004 - half characters begin here
        else each
        for each in text
    )
    return f'"{escaped}"'


def _value(data: Data) -> str:
    match data:
        case bool():
            return str(data).lower()
        case str():
            return _text(data)
        case dict():
            return (
                "{" + ", ".join(f"{_key(key)} = {_value(each)}" for key, each in _held(data)) + "}"
            )
        case list():
            return "[" + ", ".join(_value(each) for each in data if each is not None) + "]"
        case int():
            return hex(data) if data > 10**50 else str(data)
        case _:
            return str(data)
