"""What is measured: both sides of every comparison, over invented complete reports.

The reports differ in their figures, so that nothing remembered from one serves for the next.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
import by_hand

import rubrik
from rubrik.measures import Facts
from rubrik.scoring.intake import intake

__all__ = [
    "COHORTS",
    "HAND",
    "LARGEST",
    "LIBRARY",
    "REPORTS",
    "RUBRIC_FILE",
    "SLUG",
    "Case",
    "Report",
    "assert_same_points",
    "cohort",
    "communes",
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


_COMPLETE = rubrik.load_submission(Path(__file__).with_name("complete.toml"))


def _reports(number: int) -> Iterator[Report]:
    """Reports whose parts of wholes go down, one by one, from those in the file."""
    for less in range(number):
        inputs = {
            name: value - less % (value + 1) if name in _PARTS and type(value) is int else value
            for name, value in _COMPLETE.inputs.items()
        }
        submission = attrs.evolve(_COMPLETE, inputs=inputs)
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


# Many communes at once.

COHORTS: Final = {
    "200 communes": 200,
    "11 000 communes, as many as the country has": 11_000,
}

_DISTRICTS = 27
_SCALE = rubrik.Scale(
    id="muc",
    name="Mức",
    below="Kém",
    levels=tuple(
        rubrik.Level(name=name, conditions=(rubrik.Threshold(share=share),))
        for name, share in (("Tốt", "80%"), ("Khá", "65%"), ("Trung bình", "50%"))
    ),
)
"""Levels of our own: the rubric prints none."""


@cache
def communes(count: int) -> Sequence[rubrik.Submission]:
    """Invented communes: each says a little less than the complete report, or something else."""
    chance = random.Random(count)  # noqa: S311 - a seed, so that every run measures the same
    return [_commune(index, chance) for index in range(count)]


def _commune(index: int, chance: random.Random) -> rubrik.Submission:
    inputs: dict[str, Any] = {
        name: value - chance.randint(0, value // 2)
        if name in _PARTS and type(value) is int
        else value
        for name, value in _COMPLETE.inputs.items()
    }
    inputs |= {
        "ty_le_dien_thoai_thong_minh": Fraction(chance.randint(200, 950), 1000),
        "ty_le_ho_cap_quang": Fraction(chance.randint(100, 900), 1000),
        "chi_cds": chance.randint(0, 500),
        "chi_attt": chance.randint(0, 60),
        "su_co_tu_phat_hien": chance.randint(0, 4),
    }
    district = f"Huyện {index % _DISTRICTS}"
    return attrs.evolve(_COMPLETE, unit=f"Xã {index}", inputs=inputs, labels={"huyen": district})


def cohort(units: Sequence[rubrik.Submission]) -> object:
    """All units scored and compared, every line read, classified, and ranked in two ways."""
    found = rubrik.score_all(_RUBRIC, units)
    for sheet in found.sheets:
        for line in sheet.lines:
            reason = line.reason
            _ = line.points, line.verdict, reason.text("vi"), reason.text("en")
        _ = rubrik.classify(sheet, _SCALE).level
    return found.league(), found.league(within="huyen")
