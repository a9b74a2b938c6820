"""Compare every shipped rubric with the published texts that it transcribes, line by line.

    python tools/check_sources.py ../shared/sources

The rubrics are read as raw TOML, without the library, so that a mistake in the library cannot hide
one in the data. The source decides: what is *expected* is what the source prints, what is *found*
is what the rubric says. Words are compared in Unicode's composed form (NFC) with single blanks.
"""

import argparse
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

_SHIPPED = Path(__file__).parent.parent / "src" / "rubrik" / "rubrics"
_QUOTES = ("name", "printed", "note")
_SPANS = re.compile(r"(\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)(~)?")
_ROW_NUMBER = re.compile(r"(\d+(?:\.\d+)*|[IVX]+|[A-Za-zĐđ])\.?")
_DOTTED_NUMBER = re.compile(r"\d+(?:\.\d+)+")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")
_POINTS_IN_WORDS = re.compile(r"(\d+(?:[.,]\d+)*) điểm\b")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")

Node = dict[str, Any]
"""A group or a criterion, as raw TOML."""

Lines = dict[int, str]
"""A source: the squeezed text of each line, by its number."""


class Mismatch(NamedTuple):
    """A place where a rubric and its source do not say the same."""

    place: str
    what: str
    expected: object
    found: object

    def __str__(self) -> str:
        return f"{self.place}: {self.what}\n  expected: {self.expected}\n  found:    {self.found}"


class Row(NamedTuple):
    """A node, and the lines of its source from its own to the next node's."""

    node: Node
    lines: range

    @property
    def maximum(self) -> Fraction | None:
        """The maximum that the rubric gives: a number, or text such as "5/2" or "2,5"."""
        found = self.node.get("max")
        return None if found is None else Fraction(str(found).replace(",", "."))

    def spans(self, key: str) -> re.Match[str] | None:
        """The spans of a quote; a "~" behind them says that it is a part of its lines."""
        return _SPANS.fullmatch(str(self.node["source"].get(key, "")))

    def is_part(self, key: str) -> bool:
        """Whether a quote is some of the words of its lines: what else stands there is no rule."""
        spans = self.spans(key)
        return spans is not None and spans[2] is not None

    def quoted(self, key: str) -> list[int]:
        """The lines that are quoted as name, printed or note, from spans like "170-172,180"."""
        spans = self.spans(key)
        if spans is None:
            return []
        ends = [part.split("-") for part in spans[1].split(",")]
        return [line for end in ends for line in range(int(end[0]), int(end[-1]) + 1)]

    @property
    def all_quoted(self) -> set[int]:
        """Every line that is quoted at all."""
        return {line for key in _QUOTES for line in self.quoted(key)}

    def mismatch(self, line: int, what: str, expected: object, found: object) -> Mismatch:
        """A mismatch at a line of this row's source."""
        place = f"{self.node['source']['file']}.txt:{line}"
        return Mismatch(place, f"{code(self.node)} {what}", expected, found)


def code(node: Node) -> str:
    """The number path of a node."""
    return str(node.get("criterion", node.get("group", "a node without a code")))


def squeezed(text: str) -> str:
    """The text in NFC, with every run of white space as a single blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def numbers(text: str) -> set[Fraction]:
    """What a line that holds a number and nothing else may mean: "1.000" is 1 or 1000."""
    meant = set()
    if _DECIMAL.fullmatch(text):
        meant.add(Fraction(text.replace(",", ".")))
    if _THOUSANDS.fullmatch(text):
        meant.add(Fraction(re.sub("[.,]", "", text)))
    return meant


def check_number(row: Row, lines: Lines) -> Iterator[Mismatch]:
    """A row that begins with a bare number or letter must be the row of this code."""
    start = row.lines.start
    printed, found = lines.get(start, ""), code(row.node)
    if not printed:
        yield row.mismatch(start, "line", "a line with words", "an empty line, or none")
    number = _ROW_NUMBER.fullmatch(printed)
    # The code of a lettered row may have its letter right behind a number: "II.4.1a".
    tail = r"(?:.*\.|.*\d(?=\D$))?"
    if number and not re.fullmatch(tail + re.escape(number[1]), found):
        yield row.mismatch(start, "number", printed, found)


def check_quotes(row: Row, lines: Lines) -> Iterator[Mismatch]:
    """Every name, printed rule and note must be exactly the lines that it says it quotes."""
    for key in _QUOTES:
        words = squeezed(row.node.get(key, ""))
        quoted = row.quoted(key)
        if bool(words) != bool(quoted):
            spans = row.node["source"].get(key)
            yield row.mismatch(row.lines.start, key, "both words and lines", (words, spans))
            continue
        printed = squeezed(" ".join(lines.get(line, "") for line in quoted))
        if words != printed and not (row.is_part(key) and _holds(printed, words)):
            yield row.mismatch(quoted[0], key, printed, words)
        if key == "name" and not set(quoted) <= set(row.lines):
            yield row.mismatch(quoted[0], key, f"lines of the row, {row.lines}", quoted)


def _holds(printed: str, words: str) -> bool:
    """Whether the words stand in the print, not cut off inside of one."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", printed) is not None


def check_maximum(row: Row, lines: Lines) -> Iterator[Mismatch]:
    """The maximum is the first number of the row that stands by itself and outside the quotes.

    Where no number does, the name may hold it: "(50 tiêu chí/ 500 điểm)".
    """
    if row.maximum is None:
        return
    alone = [line for line in row.lines[1:] if numbers(lines.get(line, ""))]
    outside = [line for line in alone if line not in row.all_quoted]
    # Where the quoted rule holds its numbers line by line, the maximum may be among them.
    candidates = outside[:1] or alone
    printed = [lines[line] for line in candidates] or [
        points
        for line in row.quoted("name")
        for points in _POINTS_IN_WORDS.findall(lines.get(line, ""))
    ]
    if not any(row.maximum in numbers(text) for text in printed):
        expected = " or ".join(printed) or "no number in this row"
        yield row.mismatch(row.lines.start, "max", expected, row.maximum)


def check_nothing_dropped(row: Row, lines: Lines) -> Iterator[Mismatch]:
    """A line like "3.11" inside a row is quoted, or is its maximum: else it is a row left out."""
    for line in row.lines[1:]:
        text = lines.get(line, "")
        spoken_for = line in row.all_quoted or row.maximum in numbers(text)
        if _DOTTED_NUMBER.fullmatch(text) and not spoken_for:
            yield row.mismatch(line, "is followed by a row without a node", text, "nothing")


def rows_of(nodes: list[Node], end: int) -> Iterator[Row]:
    """The nodes of one source with their lines; nodes on the same line share them."""
    starts = sorted({node["source"]["line"] for node in nodes} | {end})
    ends = dict(pairwise(starts))
    for node in nodes:
        start = node["source"]["line"]
        yield Row(node, range(start, ends.get(start, start + 1)))


def check_file(nodes: list[Node], text: Path) -> Iterator[Mismatch]:
    """All nodes that were printed in one file."""
    if not text.is_file():
        yield Mismatch(str(text), "source", f"a file, for {len(nodes)} nodes", "nothing")
        return
    # Split at line feeds alone, so that the numbers are those that editors show.
    lines = dict(enumerate(map(squeezed, text.read_text(encoding="utf-8").split("\n")), start=1))
    for row in rows_of(nodes, len(lines) + 1):
        for check in (check_number, check_quotes, check_maximum, check_nothing_dropped):
            yield from check(row, lines)


def check_rubric(nodes: list[Node], rubric: Path, sources: Path) -> Iterator[Mismatch]:
    """All nodes of a rubric; each must say where it was printed."""
    files: dict[str, list[Node]] = {}
    for node in nodes:
        match node.get("source"):
            case {"file": str(file), "line": int()}:
                files.setdefault(file, []).append(node)
            case source:
                expected = "a source with a file and a line"
                yield Mismatch(str(rubric), f"{code(node)} source", expected, source)
    for file, printed_there in files.items():
        yield from check_file(printed_there, sources / f"{file}.txt")


def main(arguments: list[str]) -> int:
    """Report every mismatch, then a line with the counts; 1 where there is any, or no rubric."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sources", type=Path, help="the folder of the published texts")
    parser.add_argument("--rubrics", type=Path, default=_SHIPPED, help="default: those that ship")
    chosen = parser.parse_args(arguments)
    rubrics = sorted(chosen.rubrics.rglob("*.toml"))
    count = 0
    mismatches: list[Mismatch] = []
    for rubric in rubrics:
        data = tomllib.loads(rubric.read_text(encoding="utf-8"), parse_float=Fraction)
        nodes: list[Node] = data.get("node", [])
        count += len(nodes)
        mismatches += check_rubric(nodes, rubric, chosen.sources)
    for mismatch in mismatches:
        print(mismatch)
    print(f"{len(rubrics)} rubrics, {count} nodes, {len(mismatches)} mismatches with the sources")
    return 1 if mismatches or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
