"""What is measured: both sides of every comparison, over invented complete reports.

The reports differ in their figures, so that nothing remembered from one serves for the next.
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Final

import attrs
import by_hand

import rubrik
from rubrik.measures import Facts
from rubrik.scoring.intake import intake

__all__ = [
    "HAND",
    "LARGEST",
    "LIBRARY",
    "REPORTS",
    "RUBRIC_FILE",
    "SLUG",
    "Case",
    "Report",
    "assert_same_points",
    "each",
]

SLUG: Final = "thanh-hoa/cap-xa-2023"
LARGEST: Final = "an-giang/cap-huyen-2018"
RUBRIC_FILE: Final = Path(rubrik.__file__).parent / "rubrics" / f"{SLUG}.toml"
COHORT: Final = {
    "3.4": rubrik.CohortBounds("41,3%", "88,9%"),
    "3.5": rubrik.CohortBounds("22%", "79,5%"),
    "3.11": rubrik.CohortBounds(0, 310),
    "5.1": rubrik.CohortBounds(0, 7),
    "5.4": rubrik.CohortBounds("1,5", 64),
}

_RUBRIC = rubrik.load(SLUG)
_READ = _RUBRIC.under(None)
_FORMS = _READ.forms_in(COHORT)
_BOUNDS = {code: (bounds.low, bounds.high) for code, bounds in COHORT.items()}
_PARTS = {name for ratio in _READ.ratios for name in ratio.ratio.names}


@attrs.frozen
class Report:
    """One complete report, and its facts as the library has read them."""

    submission: rubrik.Submission
    facts: Facts


def _reports(number: int) -> Iterator[Report]:
    """Reports whose parts of wholes go down, one by one, from those in the file."""
    complete = rubrik.load_submission(Path(__file__).with_name("complete.toml"))
    for less in range(number):
        inputs = {
            name: value - less % (value + 1) if name in _PARTS and type(value) is int else value
            for name, value in complete.inputs.items()
        }
        submission = attrs.evolve(complete, inputs=inputs)
        yield Report(submission, intake(_READ, submission))


REPORTS: Final = tuple(_reports(20))


def hand(report: Report) -> Mapping[str, Fraction]:
    """By hand: the points of every row and the total, from facts already read."""
    return by_hand.points(report.facts.known, _BOUNDS)


def reading(report: Report) -> object:
    """The facts read and validated against the rubric, nothing scored."""
    return intake(_READ, report.submission)


def rules(report: Report) -> object:
    """The points of every criterion as unreduced pairs, from facts already read."""
    return {code: form.pair(report.facts.known) for code, form in _FORMS.items()}


def total(report: Report) -> object:
    """`score`, and the total of the sheet."""
    return rubrik.score(_RUBRIC, report.submission, cohort=COHORT).points


def rows(report: Report) -> Mapping[str, Fraction | None]:
    """`score`, and the exact points of every row and the total."""
    sheet = rubrik.score(_RUBRIC, report.submission, cohort=COHORT)
    found = {line.code: line.points for line in sheet.lines}
    found[""] = sheet.points
    return found


def sheet(report: Report) -> object:
    """`score`, with points, verdict and reason of every row, the reason not yet put in words."""
    sheet = rubrik.score(_RUBRIC, report.submission, cohort=COHORT)
    return [(line.points, line.verdict, line.reason) for line in sheet.lines]


def sheet_vi(report: Report) -> object:
    """`score`, with points, verdict and Vietnamese reason of every row."""
    sheet = rubrik.score(_RUBRIC, report.submission, cohort=COHORT)
    return [(line.points, line.verdict, line.reason.text("vi")) for line in sheet.lines]


def sheet_both(report: Report) -> object:
    """`score`, with points, verdict and the reason of every row in both languages."""
    sheet = rubrik.score(_RUBRIC, report.submission, cohort=COHORT)
    return [
        (line.points, line.verdict, reason.text("vi"), reason.text("en"))
        for line in sheet.lines
        for reason in (line.reason,)
    ]


Case = Callable[[Report], object]


def each(case: Case) -> None:
    """Every report, once."""
    for report in REPORTS:
        case(report)


HAND: Final[Case] = hand
LIBRARY: Final[Mapping[str, Case]] = {
    "the rules of all criteria alone, facts already read": rules,
    "reading and validating the facts alone": reading,
    "`score` and the total (reads the facts, runs the rules)": total,
    "`score` and the points of every row": rows,
    "`score` and every reason, as a message": sheet,
    "`score` and every reason, as Vietnamese text": sheet_vi,
    "`score` and every reason, as Vietnamese and English text": sheet_both,
}


def assert_same_points() -> None:
    """Both sides give identical points for all 56 criteria, all groups and the whole.

    Raises:
        AssertionError: they differ, and nothing that is measured would mean anything.
    """
    for report in REPORTS:
        by_hand_points = hand(report)

        assert by_hand_points == rows(report)
        assert len(_RUBRIC.nodes) + 1 == len(by_hand_points)
    assert len(REPORTS) == len({hand(report)[""] for report in REPORTS})
