"""The second transcription beside a rubric as it is printed: every cell in which they differ.

Two cells agree where they say the same by these rules, and by no others:

- A row begins on the line its name begins on; the number before it may stand on a line above.
- Points are numbers, or shares of the row's maximum: "5", "05" and a half of 10 are the same.
- Edges are the sets of numbers that the measure can have: of whole numbers 0..1 is <2; of a share
  that cannot exceed 1, >=100% is =100%.
- The words of a case stand in the row's printed rule, in printed order. Where the declared words
  of the answer stand there too, the case begins with them; else they are the survey form's words
  ("Đã triển khai" for "Có"), and place and points decide.
- Words for numbers: a case worth nothing is zero, any other is all but zero.
- A printed formula and the line that the rubric has for it hold the same figures, and both or
  neither a minus sign.
- Where a case is told apart by the form alone (two options worth the same), or is worth nothing
  in a row that does not print that, the rubric may have it and the print not.
"""

import re
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby, zip_longest

from attrs import frozen

from extracted import (
    EACH,
    UNNAMED,
    Answers,
    Cell,
    Figure,
    Formula,
    Values,
    cells,
    figures_of,
)
from rubrik import Rubric
from rubrik.intervals import Interval
from rubrik.measures import Declared, SourcePlace
from rubrik.rubric import Criterion, Group
from rubrik.scorers import NOTHING, Amount
from transcribed import Case, TranscribedRow, figures, interval, is_words, points

__all__ = ["Difference", "codes_differ", "differences", "row_differs"]

Node = Criterion | Group

_ZERO = Interval.point(Fraction(0))
_MORE = Interval(Fraction(0), None, low_open=True)


@frozen
class Difference:
    """A cell in which the transcription and the rubric do not say the same."""

    code: str
    cell: str
    transcribed: object
    rubric: object

    def __str__(self) -> str:
        return (
            f"{self.code} {self.cell}: transcribed {self.transcribed}, in the rubric {self.rubric}"
        )


def differences(rubric: Rubric, rows: Sequence[TranscribedRow]) -> list[Difference]:
    """Every cell in which a rubric as printed differs from its second transcription."""
    by_code = {row.code: row for row in rows}
    found = list(codes_differ(rubric, rows))
    for node in rubric.nodes:
        if node.code in by_code:
            found.extend(row_differs(node, by_code[node.code], rubric.declared))
    return found


def codes_differ(rubric: Rubric, rows: Iterable[TranscribedRow]) -> Iterator[Difference]:
    """The first place at which the codes, in printed order, are not the same."""
    pairs = zip_longest((row.code for row in rows), (node.code for node in rubric.nodes))
    for transcribed, found in pairs:
        if transcribed != found:
            yield Difference(found or transcribed or "", "code", transcribed, found)
            return


def row_differs(node: Node, row: TranscribedRow, declared: Declared) -> Iterator[Difference]:
    """The cells of one row that differ: its line, its maximum, the cases of its rule."""
    line = None if node.source is None else _line(node.source)
    if row.line != line:
        yield Difference(node.code, "line", row.line, line)
    if row.maximum != node.max:
        yield Difference(node.code, "max", row.maximum, node.max)
    yield from _unprinted(node, row)
    yield from _Rule(node, row).differs(cells(node, declared))


def _line(source: SourcePlace) -> int:
    """The line that a row's name begins on."""
    lines = re.match(r"\d+", source.name)
    return int(lines[0]) if lines else source.line


def _squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _find(words: str, text: str, start: int = 0) -> int:
    """Where the words end in the text, not cut off inside of one; -1 where they do not stand."""
    found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, start)
    return found.end() if found else -1


def _unprinted(node: Node, row: TranscribedRow) -> Iterator[Difference]:
    """Transcribed words that the rubric does not quote as the row's rule, in this order."""
    printed, place = _squeezed(node.printed), 0
    for index, case in enumerate(row.cases, start=1):
        for words in _words(case):
            end = _find(words, printed, place)
            if end < 0:
                yield Difference(node.code, f"words of case {index}", words, node.printed)
            place = max(place, end)


def _words(case: Case) -> Iterator[str]:
    if is_words(case.edge):
        yield case.edge
    if points(case.points) is None:
        yield case.points


@frozen
class _Rule:
    """The rule of one row, in both versions."""

    node: Node
    row: TranscribedRow

    def differs(self, found: list[Cell]) -> Iterator[Difference]:
        """The printed cases one after the other, each beside the next case of the rubric."""
        left = deque(found)
        place = 0
        for is_formula, group in groupby(self.row.cases, key=lambda case: case.edge == "formula"):
            cases = list(group)
            if is_formula:
                yield from self.formulas(cases, left, place + 1)
            else:
                for index, case in enumerate(cases, start=place + 1):
                    yield from self.case(case, left, index)
            place += len(cases)
        for cell in left:
            if not cell.optional:
                yield self.difference(place + 1, None, cell)

    def difference(self, index: int, case: object, cell: object) -> Difference:
        """What a case is in either version."""
        return Difference(self.node.code, f"case {index}", case, cell)

    def case(self, case: Case, left: deque[Cell], index: int) -> Iterator[Difference]:
        """One printed case, beside the next that the rubric has and the print may not leave out."""
        while left and left[0].optional and not self.agree(case, left[0]):
            left.popleft()
        cell = left.popleft() if left else None
        if cell is None or not self.agree(case, cell):
            yield self.difference(index, case, cell)

    def formulas(self, cases: list[Case], left: deque[Cell], index: int) -> Iterator[Difference]:
        """A run of printed formulas, beside the run of lines that the rubric has for them."""
        run: list[Cell] = []
        while left and left[0].edge == EACH:
            run.append(left.popleft())
        printed = _sorted(figure for case in cases for figure in figures(case.points))
        held = _sorted(figure for cell in run for figure in figures_of(cell.gives))
        if printed != held:
            yield self.difference(index, printed, held)

    def agree(self, case: Case, cell: Cell) -> bool:
        """Whether a printed case is this case of the rubric."""
        return self.same_points(case.points, cell.gives) and self.same_edge(case, cell)

    def same_points(self, printed: str, gives: Amount | Formula) -> bool:
        """Whether the same is given."""
        given = points(printed)
        if given is None:
            falls = any(dash in printed for dash in "-–−")
            return isinstance(gives, Formula) and (
                (_sorted(figures(printed)), falls) == (_sorted(gives.figures), gives.falls)
            )
        if not isinstance(gives, Amount) or given.of_max == gives.of_max:
            return given == gives
        return _worth(given, self.row.maximum) == _worth(gives, self.node.max)

    def same_edge(self, case: Case, cell: Cell) -> bool:
        """Whether it is given in the same case."""
        match cell.edge:
            case Values() as values:
                return _same_values(case, values, nothing=cell.gives == NOTHING)
            case Answers(words):
                return is_words(case.edge) and self.begins(case.edge, words)
            case _:
                in_words = cell.edge in (EACH, UNNAMED) and is_words(case.edge)
                return in_words or case.edge == cell.edge

    def begins(self, edge: str, words: tuple[str, ...]) -> bool:
        """Whether the words of a printed case begin with those declared, if these are printed."""
        rule = _squeezed(self.node.printed)
        printed = [each for each in words if _find(each, rule) >= 0]
        return not printed or any(_find(each, edge) == len(each) for each in printed)


def _sorted(figures: Iterable[Figure]) -> list[str]:
    return sorted(map(str, figures))


def _same_values(case: Case, values: Values, *, nothing: bool) -> bool:
    """Whether an edge is this set of the numbers that a measure can have."""
    printed = interval(case.edge, of_share=values.of_share)
    if printed is None:
        if not is_words(case.edge):
            return False
        printed = _ZERO if nothing else _MORE
    domain = values.domain
    held = domain.cut(values.over)
    return held is not None and domain.cut(printed) == held


def _worth(given: Amount, maximum: Fraction | None) -> Fraction | None:
    """Points under a maximum; a share of none is worth none."""
    return None if given.of_max and maximum is None else given.at(maximum)
