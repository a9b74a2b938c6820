"""An invented department of An Giang, scored by Quyết định 1040/QĐ-UBND of 2018, Phụ lục 1B.

No unit ever reported these figures. The points were worked out by hand from the printed rules.
"""

from fractions import Fraction
from pathlib import Path

import pytest

import rubrik
from rubrik import CohortBounds, Scoresheet, Status, Submission

# Where the points need more than one step:
# I.1.1   114/120 × 15.
# I.4     240 Mbps / 120 people = 2; the best department has 5: 2/5 × 15.
# I.6     10 + 4 × 1 + 1 × 0.5 + 1 × 1.
# II.2.1b 60 % is below 80 %: 3/5 × 12.
# II.2.1c 25 % is above 20 %: 8 - 1/4 × 8.
# II.3.1b (10 + 8)/120 × 10.
# II.4.1e 2 others, and the application for science, which 1B has no row for.
# II.4.2  3 × 1.5 + 2 × 3.
# II.5c   1500/1600 × 20.
# II.5d   1480/1600 × 25.
# III.1.1 90 % of 2 is 1.8, down to a step of 0.25; likewise III.2 4.15, III.3.1 1.2, III.5.1 2.4
#         and III.5.2 0.8; III.5.3 2.25 and III.15 1.4 go down to a step of 0.5.
# III.7.2 3 - 2 × 0.5.
# IV.2    15 × (4 + 2)/80 + 50 × (1/2 + 1/4 + 9/10 + 0)/80 = 9/8 + 33/32.
# IV.3    40 × 2/80 + 90 × (4/5 + 9/10)/80 = 1 + 153/80.
# V.8     3 × 1 + 2 × 0.5.
# VI.I.2  3 of 4 have a degree: 75 %.
# VI.I.3  2 of 4.
POINTS = {
    "I.1.1": "57/4",
    "I.2.1": "12",
    "I.3.1": "5",
    "I.3.1a": "15/2",
    "I.4": "6",
    "I.5": "15",
    "I.6": "31/2",
    "II.1.1": "18",
    "II.1.1a": "21",
    "II.2.1": "5",
    "II.2.1a": "10",
    "II.2.1b": "36/5",
    "II.2.1c": "6",
    "II.2.1d": "5",
    "II.2.1e": "18",
    "II.2.1f": "45/2",
    "II.2.1g": "95/4",
    "II.2.1h": "28",
    "II.3.1a": "5",
    "II.3.1b": "3/2",
    "II.3.1c": "20",
    "II.3.2a": "10",
    "II.3.2b": "18",
    "II.3.2c": "5/2",
    "II.4.1a": "5",
    "II.4.1b": "5",
    "II.4.1c": "0",
    "II.4.1d": "5",
    "II.4.1e": "3",
    "II.4.2": "21/2",
    "II.5a": "8",
    "II.5b": "9",
    "II.5c": "75/4",
    "II.5d": "185/8",
    "II.6a": "4",
    "III.1.1": "7/4",
    "III.1.2": "2",
    "III.2": "4",
    "III.3.1": "1",
    "III.3.2": "1",
    "III.3.3": "2",
    "III.3.4": "2",
    "III.4.1": "1",
    "III.4.2": "1",
    "III.4.3": "1/4",
    "III.4.4": "0",
    "III.4.5": "1/4",
    "III.5.1": "9/4",
    "III.5.2": "3/4",
    "III.5.3": "2",
    "III.5.4": "0",
    "III.5.5": "2",
    "III.6.1": "1",
    "III.6.2": "3/2",
    "III.7.1": "3/2",
    "III.7.2": "2",
    "III.8a": "2",
    "III.8b": "1/4",
    "III.8c": "2",
    "III.9": "1/2",
    "III.10": "5",
    "III.11a": "2",
    "III.11b": "5",
    "III.11c": "0",
    "III.12": "5",
    "III.13": "5",
    "III.14": "1",
    "III.15": "1",
    "III.16.1": "1",
    "III.16.2": "0",
    "III.16.3": "0",
    "III.16.4": "1/2",
    "III.17": "1",
    "III.18": "2",
    "III.19": "1",
    "IV.1": "20",
    "IV.2": "69/32",
    "IV.3": "233/80",
    "V.1": "20",
    "V.2": "20",
    "V.3": "10",
    "V.4": "10",
    "V.5": "0",
    "V.6": "5",
    "V.7": "5",
    "V.8": "4",
    "VI.I.1": "20",
    "VI.I.2": "10",
    "VI.I.3": "5",
    "VI.II.1": "48/5",
    "VI.II.2": "49/5",
    "VI.III.1": "6",
    "VI.IV.1": "5",
    "VI.IV.2": "5",
}

GROUPS = {
    "I": "301/4",
    "II.1": "39",
    "II.2": "2509/20",
    "II.3": "57",
    "II.4": "57/2",
    "II.5": "471/8",
    "II.6": "4",
    "II": "12513/40",
    "III": "127/2",
    "IV": "4011/160",
    "V": "74",
    "VI": "352/5",
}


@pytest.fixture(scope="module")
def report() -> Submission:
    """The invented report, as the project's example has it."""
    return rubrik.load_submission(Path(__file__).parents[2] / "examples" / "so-nganh-mau-2018.toml")


@pytest.fixture(scope="module")
def sheet(report: Submission) -> Scoresheet:
    """The report scored as the rubric is read by default; the best department has 5 Mbps each."""
    cohort = {"I.4": CohortBounds(0, 5)}
    return rubrik.score(rubrik.load(report.rubric), report, cohort=cohort)


def test_the_example_says_that_it_is_invented(report: Submission) -> None:
    """Nobody can take the figures for those of a real department."""
    expected = "Đơn vị mẫu (số liệu giả định)"

    assert expected == report.unit


def test_the_table_holds_every_criterion(sheet: Scoresheet) -> None:
    """Every scored row of the print is in the table, in the printed order."""
    assert list(POINTS) == [line.code for line in sheet.lines if line.kind == "criterion"]


@pytest.mark.parametrize("code", POINTS)
def test_a_row_has_the_points_worked_out_by_hand(code: str, sheet: Scoresheet) -> None:
    """Every row of the complete report is scored, with the points of the printed rule."""
    line = sheet.line(code)

    assert (Status.SCORED, Fraction(POINTS[code])) == (line.status, line.points)


@pytest.mark.parametrize("code", GROUPS)
def test_a_group_has_the_points_of_its_rows(code: str, sheet: Scoresheet) -> None:
    """The six items, and the groups of the second, are the sums of their rows."""
    assert Fraction(GROUPS[code]) == sheet.line(code).points


def test_the_total_is_that_of_the_six_items(sheet: Scoresheet) -> None:
    """301/4 + 12513/40 + 127/2 + 4011/160 + 74 + 352/5."""
    assert Fraction(99367, 160) == sheet.points


def test_what_is_not_reported_has_no_points(report: Submission) -> None:
    """V.3.1.b: an empty report is worth 0, by the rubric's own policy."""
    empty = Submission(rubric=report.rubric, unit=report.unit)

    sheet = rubrik.score(rubrik.load(report.rubric), empty, cohort={"I.4": CohortBounds(0, 5)})

    assert Fraction(0) == sheet.points
