"""Names of units: when two are one, and in which order they stand."""

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

    Examples:
        >>> sorted(["Thọ", "Tây", "Đông", "Dân", "Tho", "Zu"], key=alphabetical)
        ['Dân', 'Đông', 'Tây', 'Tho', 'Thọ', 'Zu']
    """
    decomposed = normalize("NFD", name.casefold())
    tones = tuple(_TONES.find(each) for each in decomposed if each.isalpha() or each in _TONES)
    plain = normalize("NFC", "".join(each for each in decomposed if each not in _TONES))
    return tuple(map(_place, plain)), tones, name


def _place(letter: str) -> int:
    """Where a letter stands: after blanks, signs and digits, before the letters of others."""
    place = _LETTERS.find(letter)
    if place >= 0:
        return _FIRST_LETTER + place
    return ord(letter) if ord(letter) < _FIRST_LETTER else ord(letter) + len(_LETTERS)


_FIRST_LETTER: Final = ord("a")
