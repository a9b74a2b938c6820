"""The second transcription: what was read from the print again, row by row and case by case.

Under ``tests/transcription/`` stands one table per rubric, made from the published text and not
from the rubric file: the code of each row, the line its name begins on, its printed maximum, and
each printed case of its rule with the points it gives. Edges stand in a normal form:

- ``Có``, ``Đầy đủ`` …: the printed words of a case;
- ``>=4``, ``<5``, ``=0``, ``2..3``, ``10%<=..<30%``: numbers;
- ``x``: so many points times the value; ``min-max``: normalised; ``cap``: the most a rule gives;
- ``formula``: anything else, its printed words in place of the points.
"""

import csv
import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from pathlib import Path

from attrs import frozen

from rubrik.intervals import Interval
from rubrik.scorers import Amount, amount

__all__ = ["Case", "TranscribedRow", "figures", "interval", "is_words", "points", "transcribed"]

_TABLES = Path(__file__).parent / "transcription"
_NUMBER = r"(\d+(?:\.\d+)?)(%?)"
_ONE_END = re.compile(rf"(>=|>|<=|<|=){_NUMBER}")
_TWO_ENDS = re.compile(rf"{_NUMBER}(?:\.\.|<=\.\.(<)){_NUMBER}")
_ABOVE_IN_WORDS = re.compile(rf"\btrên {_NUMBER}")
_POINTS = re.compile(r"-?\d+(?:\.\d+)?|(?:\d+/\d+ )?max")
_LEVEL = re.compile(r"mức(?: độ)? \d(?:,\d)?")
_FIGURE = re.compile(r"(?<![\w.,])(?:(\d+/\d+)|(\d+(?:[.,]\d+)?)(%?))(?!\w)")
_NAMED = ("x", "cap", "min-max", "formula")


@frozen
class Case:
    """One printed case of a rule: where it holds, and what it gives."""

    edge: str
    points: str

    def __str__(self) -> str:
        return f"{self.edge} → {self.points}"


@frozen
class TranscribedRow:
    """One printed row; ``maximum`` is ``None`` where none is printed."""

    code: str
    line: int
    maximum: Fraction | None
    cases: tuple[Case, ...]


def transcribed(slug: str) -> tuple[TranscribedRow, ...]:
    """The second transcription of one rubric, in printed order."""
    with (_TABLES / f"{slug}.csv").open(encoding="utf-8", newline="") as table:
        lines = [tuple(line) for line in csv.reader(table)]
    assert ("code", "line", "max", "edge", "points") == lines[0]
    return tuple(_rows(lines[1:]))


def _rows(lines: list[tuple[str, ...]]) -> Iterator[TranscribedRow]:
    for (code, line, maximum), group in groupby(lines, key=lambda each: each[:3]):
        cases = tuple(Case(edge, given) for *_, edge, given in group if edge)
        yield TranscribedRow(code, int(line), Fraction(maximum) if maximum else None, cases)


def is_words(edge: str) -> bool:
    """Whether an edge is the printed words of a case."""
    return edge not in _NAMED and not _ONE_END.fullmatch(edge) and not _TWO_ENDS.fullmatch(edge)


def interval(edge: str, *, of_share: bool) -> Interval | None:
    """The numbers that an edge stands for, or ``None``.

    The ends of a share are percentages, with or without their sign (Thanh Hóa 7.3 prints "<80").
    In words, "trên 80%" is the one end that is printed.
    """
    if two := _TWO_ENDS.fullmatch(edge):
        low, low_sign, is_open, high, high_sign = two.groups()
        return Interval(
            _end(low, low_sign, of_share=of_share),
            _end(high, high_sign, of_share=of_share),
            high_open=bool(is_open),
        )
    if one := _ONE_END.fullmatch(edge):
        return _half(one[1], _end(one[2], one[3], of_share=of_share))
    if above := _ABOVE_IN_WORDS.search(edge):
        return _half(">", _end(above[1], above[2], of_share=of_share))
    return None


def _end(number: str, sign: str, *, of_share: bool) -> Fraction:
    return Fraction(number) / (100 if sign or of_share else 1)


def _half(relation: str, end: Fraction) -> Interval:
    match relation:
        case "=":
            return Interval.point(end)
        case ">" | ">=":
            return Interval(end, None, low_open=relation == ">")
        case _:
            return Interval(None, end, high_open=relation == "<")


def points(cell: str) -> Amount | None:
    """The points of a case, or ``None`` where a formula is printed: ``05``, ``1/2 max``."""
    return amount(cell) if _POINTS.fullmatch(cell) else None


def figures(words: str) -> list[Fraction | str]:
    """The figures of a printed formula, and ``"max"`` for each "Điểm tối đa".

    Digits inside of a name are none: "DVCTT3,4", "mức độ 3".
    """
    found: list[Fraction | str] = ["max"] * words.casefold().count("điểm tối đa")
    for fraction, number, sign in _FIGURE.findall(_LEVEL.sub("", words)):
        value = Fraction(fraction or number.replace(",", "."))
        found.append(value / 100 if sign else value)
    return found
