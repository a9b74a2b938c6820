"""What is worth showing of a league, on pages, in print and in a terminal alike."""

import rubrik
from drawing.reading import read
from drawing.values import SMALL


def _league(*reports: tuple[str, str, int], node: str = "") -> rubrik.League:
    rubric = rubrik.loads(SMALL)
    assert isinstance(rubric, rubrik.Rubric)
    submissions = [
        rubrik.Submission(rubric="nho", unit=unit, period=period, inputs={"tong": 60, "phan": part})
        for unit, period, part in reports
    ]
    return rubrik.score_all(rubric, submissions).league(node)


def test_a_league_by_a_row_is_named_by_its_words() -> None:
    """A code alone says nothing to who does not know the rubric by heart."""
    league = _league(("A", "2023", 3), node="1.1")

    assert '<p class="rk-name">1.1: Tỷ lệ</p>' in league.html("en")
    assert "1.1: Tỷ lệ" == league.text("en").splitlines()[0]


def test_a_league_of_nobody_is_named_by_the_code() -> None:
    """Where there is no sheet, nobody knows the words of the row."""
    rubric = rubrik.loads(SMALL)
    assert isinstance(rubric, rubrik.Rubric)
    bad = rubrik.Submission(rubric="nho", unit="A", inputs={"tong": -1})
    league = rubrik.score_all(rubric, [bad]).league("1.1")

    assert "1.1" == league.text("en").splitlines()[0]


def test_a_period_that_all_have_is_not_shown() -> None:
    """It tells nobody apart; where there are several, each place has its own."""
    one, two = (_league(("A", "2022", 3), ("B", period, 4)) for period in ("2022", "2023"))

    assert "2022" not in read(one.html("en")).text
    assert "2022" not in one.text("en")
    assert "Period" in read(two.html("en")).text
    assert "1 · B · 2023 · 53.33 · Đạt" in two.text("en")


def test_a_league_without_ranks_keeps_the_columns_of_rank_and_points() -> None:
    """What a league is about is there, also where nothing is in it."""
    rubric = rubrik.loads(SMALL)
    assert isinstance(rubric, rubrik.Rubric)
    cohort = rubrik.score_all(rubric, [rubrik.Submission(rubric="nho", unit="A")])
    page = read(cohort.league(unranked={"A": "x"}).html("en"))

    assert "RankUnitPoints" in page.text.replace("\n", "")


COMPARED = "thanh-hoa/cap-xa-2023"
"""Some of its rows compare units."""


def test_refused_reports_are_said_to_be_left_out_of_what_others_are_compared_by() -> None:
    """All points may change once they are mended, unless the bounds were published before."""
    rubric = rubrik.load(COMPARED)
    good, other, bad = (
        rubrik.Submission(rubric=COMPARED, unit=unit, inputs={"chi_cds": spent})
        for unit, spent in (("A", 10), ("B", 12), ("C", -1))
    )
    said = "Refused reports that are left out here: 1. "
    cohort = rubrik.score_all(rubric, [good, other, bad])

    assert said in cohort.html("en")
    assert said not in rubrik.score_all(rubric, [good, other]).html("en")
    for given in (cohort.record, cohort.record.bounds):
        again = rubrik.score_all(rubric, [good, other, bad], cohort=given)
        assert said not in again.html("en")
