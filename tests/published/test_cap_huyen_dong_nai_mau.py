"""An invented district under the criteria of Đồng Nai, 2022, with points worked out by hand.

The facts are made up; each row's points follow from the printed rule and were computed on paper.
"""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

import rubrik
from rubrik import Scoresheet, Status, Submission

# 2    1479/1500 = 98.6 %, not below 98 %: 1479 × 3 / 1500.
# 3    412 of 415 is below 100 %.
# 5.2  digitised, but not yet in use: the first point alone.
# 6.1  84/210 = 40 %: 40 % × 1 / 60 %.
# 6.2  2775/18500 = 15 %: 15 % × 1 / 20 %.
# 6.3  (2775 - 2500)/2500 = 11 %: 11 % × 1 / 20 %; 15 % online is not above 80 %.
POINTS = {
    "1": "3",
    "2": "1479/500",
    "3": "0",
    "4": "3",
    "5": "2",
    "5.1": "1",
    "5.2": "1",
    "6": "59/30",
    "6.1": "2/3",
    "6.2": "3/4",
    "6.3": "11/20",
}

# 2.96 is more than 2.958, 0.67 more than 2/3, 0.5 less than 0.55; 5 and 6 claim 2 and 1.92.
VERDICTS = {
    "1": "consistent",
    "2": "over-claimed",
    "3": "over-claimed",
    "4": "consistent",
    "5": "consistent",
    "5.1": "consistent",
    "5.2": "consistent",
    "6": "under-claimed",
    "6.1": "over-claimed",
    "6.2": "consistent",
    "6.3": "under-claimed",
}


@pytest.fixture(scope="module")
def report() -> Submission:
    """The report as the project's example has it."""
    examples = Path(__file__).parents[2] / "examples"
    return rubrik.load_submission(examples / "cap-huyen-dong-nai-mau-2022.toml")


@pytest.fixture(scope="module")
def sheet(report: Submission) -> Scoresheet:
    """The report scored as the rubric is read by default."""
    return rubrik.score(rubrik.load(report.rubric), report)


def test_the_unit_says_that_it_is_invented(report: Submission) -> None:
    """Nobody takes the example for the report of a real district."""
    assert "Đơn vị mẫu (số liệu giả định)" == report.unit


def test_every_row_has_the_points_worked_out_by_hand(sheet: Scoresheet) -> None:
    """Each criterion and each group, in printed order, is worth what the printed rule gives."""
    expected = {code: Fraction(points) for code, points in POINTS.items()}

    assert list(expected.items()) == [(line.code, line.points) for line in sheet.lines]
    assert {Status.SCORED} == {line.status for line in sheet.lines}


def test_every_claim_has_its_verdict(sheet: Scoresheet) -> None:
    """Rounded claims are over-claimed by what the rounding added."""
    assert VERDICTS == {line.code: str(line.verdict) for line in sheet.lines}


def test_the_total_is_the_sum_of_the_six_criteria(sheet: Scoresheet) -> None:
    """3 + 1479/500 + 0 + 3 + 2 + 59/30, of 18; 15.88 are claimed."""
    assert Fraction(19387, 1500) == sheet.points
    assert Fraction("15.88") == sheet.claimed


@pytest.mark.parametrize(
    ("choice", "code", "points"),
    [
        ({"nhay-o-98": "cong-thuc-moi-ty-le"}, "2", "1479/500"),
        ({"lam-tron-truoc-nguong": "hai-chu-so"}, "3", "0"),
        ({"them-1-diem-5-2": "doc-lap"}, "5.2", "1"),
        ({"nam-truoc-bang-0-6-3": "toi-da"}, "6.3", "11/20"),
        ({"tren-80-6-3": "moi-ho-so"}, "6.3", "11/20"),
    ],
)
def test_readings_of_other_cases_leave_this_one_alone(
    choice: Mapping[str, str], code: str, points: str, report: Submission
) -> None:
    """None of the cases that these readings decide occurs in the report."""
    sheet = rubrik.score(rubrik.load(report.rubric), report, readings=choice)

    assert Fraction(points) == sheet.line(code).points
