"""Names of units: when two are one, and in which order they stand."""

import re
from typing import Final
from unicodedata import normalize

__all__ = ["Key", "alphabetical", "same_name"]


def __dir__() -> list[str]:
    return __all__


def same_name(unit: str) -> str:
    """What names of one unit have in common, however their blanks and capitals are set."""
    return " ".join(normalize("NFC", unit).split()).casefold()


_LETTERS: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng

Key = tuple[tuple[int, ...], tuple[int, ...], str]
"""The letters of a name, then the tones on them, then the name itself."""


def alphabetical(name: str) -> Key:
    """What sorts names as the Vietnamese alphabet does: letters first, tones among equals.

    Numbers in them stand in their own order.

    Examples:
        >>> sorted(["Thọ", "Tây", "Đông", "Dân", "Tho", "Xã 10", "Xã 9"], key=alphabetical)
        ['Dân', 'Đông', 'Tây', 'Tho', 'Thọ', 'Xã 9', 'Xã 10']
    """
    decomposed = normalize("NFD", name.casefold())
    tones = tuple(_TONES.find(each) for each in decomposed if each.isalpha() or each in _TONES)
    plain = normalize("NFC", "".join(each for each in decomposed if each not in _TONES))
    places = tuple(place for part in _PARTS.findall(plain) for place in _places(part))
    return places, tones, name


_PARTS: Final = re.compile(r"[0-9]{1,9}|.", re.DOTALL)


def _places(part: str) -> tuple[int, ...]:
    """Where a letter or a number stands: after blanks and signs, before the letters of others."""
    if part.isdecimal() and part.isascii():
        return ord("0"), int(part)
    place = _LETTERS.find(part)
    if place >= 0:
        return (_FIRST_LETTER + place,)
    return (ord(part) if ord(part) < _FIRST_LETTER else ord(part) + len(_LETTERS),)


_FIRST_LETTER: Final = ord("a")
