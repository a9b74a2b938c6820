"""An invented district under Annex 2B of Decision 1040/QĐ-UBND (An Giang), worked out by hand.

The points follow from the printed rule of each row and the figures of the report, without the
library. Where the print does not decide, the default readings hold.
"""

from fractions import Fraction
from pathlib import Path

import pytest

import rubrik
from rubrik import Criterion, Group, Scoresheet, Status, Submission

# What decides in the rows that are not plain:
# A.I.1.1    132 computers for 120 people: 110 %, and at most 10 points.
# A.I.15     42 % × 10, not × 1.           B.II.3     88 % × 10, not × 1.
# A.I.17     118 %, and at most 10 points. A.II.21.2.3 150 %, likewise.
# A.II.20.3  0 + 0 + 2 of 3 people.        A.III.29   460 million: from 100 to below 500.
# B.I.8      14 articles, above the printed "8-12".
# B.II.1.3   51 of 60 subordinate units.   B.II.2.3   of all 8000 documents.
# B.III.1.4 to 1.7 and 2.4: "always <= 1" read as "<= 10".
POINTS = {
    "A.I.1.1": "10",
    "A.I.1.2": "8",
    "A.I.1.3": "19/2",
    "A.I.2.1": "10",
    "A.I.2.2": "75/8",
    "A.I.2.3": "55/6",
    "A.I.2.4": "10",
    "A.I.3.1": "10",
    "A.I.3.2": "15/2",
    "A.I.4": "10",
    "A.I.5": "10",
    "A.I.6": "0",
    "A.I.7.1": "10",
    "A.I.7.2": "25/6",
    "A.I.8.1": "10",
    "A.I.8.2": "5",
    "A.I.9.1": "10",
    "A.I.9.2": "5/2",
    "A.I.10.1": "0",
    "A.I.10.2": "0",
    "A.I.11": "10",
    "A.I.12.1": "10",
    "A.I.12.2": "25/3",
    "A.I.13.1": "90/11",
    "A.I.13.2": "40/11",
    "A.I.14": "117/20",
    "A.I.15": "21/5",
    "A.I.16": "48/5",
    "A.I.17": "10",
    "A.I.18": "32/5",
    "A.II.19.1": "9",
    "A.II.19.2": "10",
    "A.II.19.3": "10",
    "A.II.20.1": "10",
    "A.II.20.2": "20/3",
    "A.II.20.3": "20/3",
    "A.II.21.1.1": "10",
    "A.II.21.1.2": "10/3",
    "A.II.21.1.3": "46/5",
    "A.II.21.2.1": "17/2",
    "A.II.21.2.2": "15/2",
    "A.II.21.2.3": "10",
    "A.III.22": "10",
    "A.III.23": "10",
    "A.III.24": "10",
    "A.III.25": "0",
    "A.III.26a": "5",
    "A.III.26b": "5/2",
    "A.III.26c": "0",
    "A.III.27.1": "5",
    "A.III.27.2": "5",
    "A.III.28a": "0",
    "A.III.28b": "5/2",
    "A.III.28c": "5/2",
    "A.III.28d": "5/2",
    "A.III.29": "5",
    "B.I.1": "10",
    "B.I.2": "10",
    "B.I.3": "5",
    "B.I.4": "10",
    "B.I.5": "10",
    "B.I.6": "5",
    "B.I.7": "10",
    "B.I.8": "10",
    "B.I.9": "10",
    "B.I.10": "5",
    "B.I.11": "10",
    "B.I.12": "5",
    "B.I.13": "0",
    "B.I.14": "10",
    "B.I.15": "5",
    "B.I.16": "5",
    "B.I.17": "10",
    "B.I.18": "10",
    "B.I.19": "0",
    "B.I.20": "10",
    "B.I.21": "0",
    "B.I.22": "10",
    "B.I.23": "0",
    "B.I.24": "0",
    "B.I.25": "0",
    "B.I.26": "10",
    "B.I.27": "10",
    "B.I.28": "5",
    "B.I.29": "10",
    "B.I.30": "0",
    "B.I.31": "10",
    "B.I.32": "10",
    "B.I.33": "0",
    "B.I.34.1": "10",
    "B.I.34.2": "10",
    "B.I.34.3": "0",
    "B.I.35.1": "10",
    "B.I.35.2": "5",
    "B.I.35.3": "0",
    "B.I.36": "10",
    "B.II.1.1": "49/5",
    "B.II.1.2": "7",
    "B.II.1.3": "17/2",
    "B.II.2.1": "19/2",
    "B.II.2.2": "10",
    "B.II.2.3": "15/2",
    "B.II.2.4": "9",
    "B.II.3": "44/5",
    "B.II.4": "36/5",
    "B.II.5": "4",
    "B.II.6": "10",
    "B.II.7": "10",
    "B.II.8": "13/2",
    "B.II.9": "10",
    "B.II.10": "19/2",
    "B.II.11": "10",
    "B.II.12": "8",
    "B.II.13.1": "10",
    "B.II.13.2": "19/2",
    "B.II.13.3": "39/4",
    "B.II.13.4": "10",
    "B.II.13.5": "9",
    "B.II.14.1": "8",
    "B.II.14.2": "5/2",
    "B.II.15": "10",
    "B.II.16": "10",
    "B.II.17": "10",
    "B.II.18": "10",
    "B.II.19": "0",
    "B.II.20": "10",
    "B.II.21": "10",
    "B.II.22": "0",
    "B.II.23": "0",
    "B.II.24": "10",
    "B.II.25": "0",
    "B.III.1.1": "8/5",
    "B.III.1.2": "0",
    "B.III.1.3": "3/4",
    "B.III.1.4": "49/5",
    "B.III.1.5": "99/10",
    "B.III.1.6": "19/2",
    "B.III.1.7": "9",
    "B.III.2.1": "3/2",
    "B.III.2.2": "0",
    "B.III.2.3": "5",
    "B.III.2.4": "0",
    "B.III.2.5": "5/4",
    "B.III.2.6": "0",
    "B.III.2.7": "5/2",
    "B.III.2.8": "5/4",
    "B.III.2.9": "0",
    "B.III.3": "55/6",
    "B.III.4.1": "15/2",
    "B.III.4.2": "6",
    "B.III.5": "0",
    "B.IV.1": "0",
    "B.IV.2": "10",
    "B.IV.3": "1/2",
    "B.IV.4": "5/2",
    "B.IV.5": "0",
}

GROUPS = {
    "A": "100921/264",
    "A.I": "292261/1320",
    "A.I.1": "55/2",
    "A.I.2": "925/24",
    "A.I.3": "35/2",
    "A.I.7": "85/6",
    "A.I.8": "15",
    "A.I.9": "25/2",
    "A.I.10": "0",
    "A.I.12": "55/3",
    "A.I.13": "130/11",
    "A.II": "1513/15",
    "A.II.19": "29",
    "A.II.20": "70/3",
    "A.II.21": "728/15",
    "A.II.21.1": "338/15",
    "A.II.21.2": "26",
    "A.III": "60",
    "A.III.26": "15/2",
    "A.III.27": "10",
    "A.III.28": "15/2",
    "B": "18653/30",
    "B.I": "260",
    "B.I.a": "35",
    "B.I.b": "25",
    "B.I.c": "60",
    "B.I.d": "20",
    "B.I.e": "10",
    "B.I.f": "10",
    "B.I.g": "0",
    "B.I.h": "45",
    "B.I.34": "20",
    "B.I.35": "15",
    "B.II": "5481/20",
    "B.II.A": "613/10",
    "B.II.1": "253/10",
    "B.II.2": "36",
    "B.II.B": "93/2",
    "B.II.C": "75/2",
    "B.II.D": "275/4",
    "B.II.13": "193/4",
    "B.II.14": "21/2",
    "B.II.E": "60",
    "B.III": "4483/60",
    "B.III.1": "811/20",
    "B.III.2": "23/2",
    "B.III.4": "27/2",
    "B.IV": "13",
}

# The rows whose points change where one of these is read otherwise.
OTHERWISE = [
    ("he-so-a-i-15", "theo-in", "A.I.15", "21/50"),
    ("he-so-b-ii-3", "theo-in", "B.II.3", "22/25"),
    ("diem-luon-1", "theo-in", "B.III.1.4", "1"),
    ("diem-luon-1", "thang-1", "B.III.1.4", "49/50"),
    ("hang-con-26-28", "hang-chinh", "A.III.26", "10"),
    ("hang-con-26-28", "hang-chinh", "A.III.28", "0"),
    ("hang-con-26-28", "cong-ca-hai", "A.III.26", "35/2"),
    ("tu-so-may-tinh", "so-nguoi", "A.I.1.1", "59/6"),
    ("cham-hai-lan", "mot-lan", "B.I.35.2", "0"),
    ("hai-long-cap-xa", "ca-xa", "B.II.15", "0"),
]


@pytest.fixture(scope="module")
def report() -> Submission:
    """The report as the project's example has it."""
    folder = Path(__file__).parents[2] / "examples"
    return rubrik.load_submission(folder / "cap-huyen-mau-2018.toml")


@pytest.fixture(scope="module")
def sheet(report: Submission) -> Scoresheet:
    """The report scored under the default readings."""
    return rubrik.score(rubrik.load(report.rubric), report)


def test_the_report_says_that_it_is_invented(report: Submission) -> None:
    """Nobody can take the figures for those of a real district."""
    assert report.unit == "Đơn vị mẫu (số liệu giả định)"


def test_every_row_has_its_points(sheet: Scoresheet) -> None:
    """Each criterion of the print stands in the table, with the points worked out by hand."""
    criteria = [line for line in sheet.lines if isinstance(line.node, Criterion)]

    assert {code: Fraction(points) for code, points in POINTS.items()} == {
        line.code: line.points for line in criteria
    }


def test_every_group_has_its_points(sheet: Scoresheet) -> None:
    """Each group has the sum of its rows; 26 to 28 have that of their sub-rows."""
    groups = [line for line in sheet.lines if isinstance(line.node, Group)]

    assert {code: Fraction(points) for code, points in GROUPS.items()} == {
        line.code: line.points for line in groups
    }


def test_nothing_is_open(sheet: Scoresheet) -> None:
    """A complete report leaves no row open, and readiness and results add up."""
    assert {Status.SCORED} == {line.status for line in sheet.lines}
    assert Fraction(441779, 440) == sheet.points


@pytest.mark.parametrize(("reading", "option", "code", "points"), OTHERWISE)
def test_another_reading_gives_other_points(
    report: Submission, reading: str, option: str, code: str, points: str
) -> None:
    """A row that the print does not decide has the points of the option that is chosen."""
    sheet = rubrik.score(rubrik.load(report.rubric), report, readings={reading: option})

    assert Fraction(points) == sheet.line(code).points


def test_the_printed_hole_above_twelve_articles_stays_open_as_printed(report: Submission) -> None:
    """As printed, "8-12 bài" says nothing of 14 articles."""
    sheet = rubrik.score(rubrik.load(report.rubric), report, readings={"tren-12-bai": "theo-in"})

    assert Status.UNDEFINED is sheet.line("B.I.8").status
