"""What classifying costs: all scales of the largest rubric, beside the full sheet they are read of.

Every round has a sheet of its own, of another report, so that nothing remembered serves twice.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import cycle
from pathlib import Path
from typing import Final

import attrs

import rubrik

__all__ = ["CASES", "SLUG", "Case", "fresh"]

SLUG: Final = "an-giang/cap-huyen-2018"

_RUBRIC = rubrik.load(SLUG)
_READ = _RUBRIC.under()
_PARTS = {name for ratio in _READ.ratios for name in ratio.ratio.names}
_EXAMPLE = Path(__file__).parents[1] / "examples" / "cap-huyen-mau-2018.toml"

Case = Callable[[rubrik.Scoresheet], object]


def _reports(number: int) -> Iterator[rubrik.Submission]:
    """Reports whose parts of wholes go down, one by one, from those of an invented district."""
    complete = rubrik.load_submission(_EXAMPLE)
    for less in range(number):
        inputs = {
            name: value - less % (value + 1) if name in _PARTS and type(value) is int else value
            for name, value in complete.inputs.items()
        }
        yield attrs.evolve(complete, inputs=inputs)


_COMPLETE = cycle(_reports(20))
_EMPTY = cycle([rubrik.Submission(rubric=SLUG)])


def fresh(name: str) -> tuple[tuple[rubrik.Scoresheet], dict[str, object]]:
    """A sheet that nobody has read yet, as arguments of a case."""
    report = next(_EMPTY if "empty" in name else _COMPLETE)
    return (rubrik.score(_RUBRIC, report),), {}


def full(sheet: rubrik.Scoresheet) -> object:
    """`score`, with points, verdict and the reason of every row in both languages."""
    again = rubrik.score(_RUBRIC, sheet.submission)
    return [
        (line.points, line.verdict, reason.text("vi"), reason.text("en"))
        for line in again.lines
        for reason in (line.reason,)
    ]


def classified(sheet: rubrik.Scoresheet) -> object:
    """All scales: every level, and every condition with its threshold and its distance."""
    return [
        (rating.level, [(each.holds, each.limit, each.distance) for each in rating.conditions])
        for rating in rubrik.ratings(sheet)
    ]


CASES: Final[Mapping[str, Case]] = {
    "the full sheet of a report: every line and both reasons": full,
    "classifying a sheet: all scales, every condition read": classified,
    "the full sheet of an empty report": full,
    "classifying the sheet of an empty report, everything open": classified,
}
