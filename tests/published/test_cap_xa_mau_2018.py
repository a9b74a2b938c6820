"""An invented report of a commune under Annex 3B of decision 1040/QĐ-UBND of An Giang (2018).

The points were worked out by hand from the printed rule of each row and the figures of the report,
without the library.
"""

from fractions import Fraction
from pathlib import Path

import pytest

import rubrik
from rubrik import Scoresheet, Status, Submission

# What decides where it is not a plain yes or no:
# A.I.1.1  20 computers for 22 people: 20/22 × 10.
# A.I.1.2  112,5 % × 10, and at most 10.
# A.II.23  3 of 22 are 13,6 %, at least 10 %.
# A.III.28 29 500 000 is less than 30 000 000.
# B.I.5    7 months are within 5-11: half.
# B.I.6    15 articles are more than the printed 8-12: full, as it is read by default.
# B.I.21   "Chưa đầy đủ" on a row of Có and Không: there, as it is read by default; so is B.I.32.
# B.I.34   20 articles are in both bands: the upper one, as it is read by default.
# B.I.35   all 120 procedures are online, at whatever level.
# B.I.36   36/120 = 30 %, at least 30 %.
# B.II.10  115/120 × 10, B.II.11 1480/1520 × 10.
# B.III.1  36/120, 6/120, 304/1520, 19/1520, 4/15, 97,3 % and 310/323, each × 10.
# B.IV     12/60, 45/58 and 0/7, each × 10.
ROWS = (
    ("A.I.1.1", "100/11"),
    ("A.I.1.2", "10"),
    ("A.I.2", "10"),
    ("A.I.3", "10"),
    ("A.I.4", "0"),
    ("A.I.5", "10"),
    ("A.I.6", "10"),
    ("A.I.7", "0"),
    ("A.I.8", "10"),
    ("A.I.9", "10"),
    ("A.I.10", "0"),
    ("A.I.11", "0"),
    ("A.I.12", "10"),
    ("A.I.13", "10"),
    ("A.I.14", "10"),
    ("A.I.15.1", "15/2"),
    ("A.I.15.2", "5/2"),
    ("A.I.16", "83/20"),
    ("A.I.17", "19/5"),
    ("A.I.18", "349/40"),
    ("A.II.19", "10"),
    ("A.II.20", "0"),
    ("A.II.21", "0"),
    ("A.II.22", "19/2"),
    ("A.II.23", "10"),
    ("A.III.24", "10"),
    ("A.III.25", "10"),
    ("A.III.26", "10"),
    ("A.III.27", "0"),
    ("A.III.28", "0"),
    ("B.I.1", "5"),
    ("B.I.2", "5/2"),
    ("B.I.3", "5"),
    ("B.I.4", "5"),
    ("B.I.5", "5"),
    ("B.I.6", "10"),
    ("B.I.7", "10"),
    ("B.I.8", "5"),
    ("B.I.9", "5"),
    ("B.I.10", "0"),
    ("B.I.11", "5"),
    ("B.I.12", "10"),
    ("B.I.13", "5"),
    ("B.I.14", "0"),
    ("B.I.15", "10"),
    ("B.I.16", "0"),
    ("B.I.17", "10"),
    ("B.I.18", "0"),
    ("B.I.19", "5"),
    ("B.I.20", "5/2"),
    ("B.I.21", "5"),
    ("B.I.22", "0"),
    ("B.I.23", "0"),
    ("B.I.24", "5"),
    ("B.I.25", "5"),
    ("B.I.26", "5"),
    ("B.I.27", "0"),
    ("B.I.28", "5"),
    ("B.I.29", "0"),
    ("B.I.30", "5"),
    ("B.I.31", "5"),
    ("B.I.32", "5"),
    ("B.I.33", "0"),
    ("B.I.34", "5"),
    ("B.I.35", "10"),
    ("B.I.36", "10"),
    ("B.I.37", "10"),
    ("B.II.1", "10"),
    ("B.II.2", "6"),
    ("B.II.3", "246/25"),
    ("B.II.4", "10"),
    ("B.II.5", "171/20"),
    ("B.II.6", "36/5"),
    ("B.II.7", "0"),
    ("B.II.8", "1909/200"),
    ("B.II.9", "10"),
    ("B.II.10", "115/12"),
    ("B.II.11", "185/19"),
    ("B.II.12", "0"),
    ("B.II.13", "10"),
    ("B.II.14", "10"),
    ("B.II.15", "10"),
    ("B.II.16", "0"),
    ("B.II.17", "0"),
    ("B.II.18", "10"),
    ("B.III.1.1", "3"),
    ("B.III.1.2", "1/2"),
    ("B.III.1.3", "2"),
    ("B.III.1.4", "1/8"),
    ("B.III.1.5", "8/3"),
    ("B.III.1.6", "973/100"),
    ("B.III.1.7", "3100/323"),
    ("B.III.2", "46/5"),
    ("B.III.3", "0"),
    ("B.III.4", "5"),
    ("B.IV.1", "0"),
    ("B.IV.2", "0"),
    ("B.IV.3", "2"),
    ("B.IV.4", "225/29"),
    ("B.IV.5", "0"),
)

GROUPS = (
    ("A", "85917/440"),
    ("A.I", "59737/440"),
    ("A.I.1", "210/11"),
    ("A.I.15", "10"),
    ("A.II", "59/2"),
    ("A.III", "30"),
    ("B", "167216399/468350"),
    ("B.I", "175"),
    ("B.I.A", "145"),
    ("B.I.A.a", "25/2"),
    ("B.I.A.b", "10"),
    ("B.I.A.c", "50"),
    ("B.I.A.d", "10"),
    ("B.I.A.e", "0"),
    ("B.I.A.f", "10"),
    ("B.I.A.g", "35/2"),
    ("B.I.A.h", "10"),
    ("B.I.A.i", "25"),
    ("B.I.B", "30"),
    ("B.II", "1487189/11400"),
    ("B.II.A", "4439/100"),
    ("B.II.B", "36/5"),
    ("B.II.C", "1909/200"),
    ("B.II.D", "6685/228"),
    ("B.II.a", "40"),
    ("B.III", "8104559/193800"),
    ("B.III.1", "5352599/193800"),
    ("B.IV", "283/29"),
)

# Rows that are worth something else as another reading has it.
# 42/120 and 323/1520, each × 10, with level 4.
READINGS = (
    ("co-khong-chua-day-du", "khong-diem", {"B.I.21": "0", "B.I.32": "0"}),
    ("dung-20-bai-34", "muc-giua", {"B.I.34": "5/2"}),
    ("muc-1-2-35", "chi-muc-1-2", {"B.I.35": "0"}),
    ("muc-3-gom-muc-4", "gom", {"B.III.1.1": "7/2", "B.III.1.3": "17/8"}),
    ("ung-dung-mot-cua-9", "ca-lanh-dao", {"B.II.9": "0"}),
)


@pytest.fixture(scope="module")
def report() -> Submission:
    """The report as the project's example has it."""
    return rubrik.load_submission(Path(__file__).parents[2] / "examples" / "cap-xa-mau-2018.toml")


@pytest.fixture(scope="module")
def sheet(report: Submission) -> Scoresheet:
    """The report scored as the rubric is read by default."""
    return rubrik.score(rubrik.load(report.rubric), report)


def test_the_report_says_that_it_is_invented(report: Submission) -> None:
    """Nobody takes it for the report of a real commune."""
    assert "Đơn vị mẫu (số liệu giả định)" == report.unit


def test_the_report_answers_every_scored_input(report: Submission) -> None:
    """Every fact is there: only the percentages that follow from two counts are left out."""
    inputs = rubrik.load(report.rubric).inputs
    left_out = [each.name for each in inputs if each.name not in report.inputs]

    assert [] == [name for name in left_out if not name.startswith("ty_le_")]


def test_the_table_holds_every_criterion(sheet: Scoresheet) -> None:
    """All 100 rows of the print are lines of the sheet, in the printed order."""
    assert [code for code, _ in ROWS] == [
        line.code for line in sheet.lines if line.kind == "criterion"
    ]


@pytest.mark.parametrize(("code", "points"), ROWS)
def test_a_row_is_worth_what_its_printed_rule_gives(
    code: str, points: str, sheet: Scoresheet
) -> None:
    """The points of a row follow from the printed rule and the reported figures."""
    line = sheet.line(code)

    assert (Status.SCORED, Fraction(points)) == (line.status, line.points)


@pytest.mark.parametrize(("code", "points"), GROUPS)
def test_a_group_is_worth_the_sum_of_its_rows(code: str, points: str, sheet: Scoresheet) -> None:
    """The points of a group are those of its rows together."""
    assert Fraction(points) == sheet.line(code).points


def test_the_table_holds_every_group(sheet: Scoresheet) -> None:
    """No group is left out."""
    assert {code for code, _ in GROUPS} == {
        line.code for line in sheet.lines if line.kind == "group"
    }


def test_the_whole_is_the_sum_of_both_parts(sheet: Scoresheet) -> None:
    """Readiness and results together: 195,2… and 357,0… points of 300 and 600."""
    assert Fraction(11381444251, 20607400) == sheet.points


@pytest.mark.parametrize(("reading", "option", "changed"), READINGS)
def test_another_reading_changes_the_rows_it_names(
    reading: str, option: str, changed: dict[str, str], report: Submission, sheet: Scoresheet
) -> None:
    """Under another option the rows it concerns are worth something else, and no other row is."""
    other = rubrik.score(rubrik.load(report.rubric), report, readings={reading: option})

    assert {code: Fraction(points) for code, points in changed.items()} == {
        code: other.line(code).points
        for code, _ in ROWS
        if other.line(code).points != sheet.line(code).points
    }


def test_more_articles_than_printed_are_open_as_printed(report: Submission) -> None:
    """The print has no band above 12 articles: read as printed, 15 of them are undefined."""
    readings = {"tren-12-bai-6": "nhu-in"}
    other = rubrik.score(rubrik.load(report.rubric), report, readings=readings)

    assert Status.UNDEFINED is other.line("B.I.6").status
