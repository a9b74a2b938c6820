"""What is found for one unit: distances, shortfalls, reasons in words, places of levels."""

import pickle
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from classifier.small import NEAR, between, level, number, points, scale, share
from rubrik import ConditionResult, Interval, Threshold, Veto, classify
from scoring.rows import per_unit, rubric_of, sheet_of

GOOD, FAIR = level("Tốt", points(80), label="I"), level("Khá", points(65), points(80, op="<"))


def condition(found: object, wanted: Threshold, **more: Any) -> ConditionResult:  # noqa: ANN401 - any other argument
    """One condition, asked of the whole or of the row that it names."""
    rating = classify({wanted.node: found}, scale("s", level("I", wanted)), **more)
    return rating.conditions[0]


class TestCondition:
    """One threshold for one unit."""

    @pytest.mark.parametrize(
        ("op", "found", "distance", "shortfall"),
        [
            (">=", 280, 10, 0),
            (">=", 270, 0, 0),
            (">=", number(270) - NEAR, -NEAR, NEAR),
            (">", 270, 0, 0),
            (">", 260, -10, 10),
            ("<=", 280, -10, 10),
            ("<=", 270, 0, 0),
            ("<", 270, 0, 0),
            ("<", 260, 10, 0),
        ],
    )
    def test_says_how_far_the_points_are_away(
        self,
        op: Any,  # noqa: ANN401 - one of four
        found: object,
        distance: Fraction,
        shortfall: Fraction,
    ) -> None:
        """The distance is negative on the wrong side; the shortfall is what it takes."""
        result = condition(found, points(270, op=op))

        assert (distance, shortfall) == (result.distance, result.shortfall)
        assert number(found) == result.points
        assert Fraction(270) == result.limit

    @pytest.mark.parametrize(
        ("within", "floor", "ceiling"),
        [
            (between(200, 300), 70, 30),
            (between(280, 300), 0, 30),
            (between(200, 260), 70, 0),
            (between(None, 300), None, 30),
            (between(200, None), 70, None),
        ],
    )
    def test_says_what_it_takes_in_the_worst_case(
        self, within: Interval, floor: Fraction | None, ceiling: Fraction | None
    ) -> None:
        """While points are open they have no distance, and a shortfall that surely suffices."""
        asked, limited = points(270), points(270, op="<=")

        assert condition(within, asked).points is None
        assert condition(within, asked).distance is None
        assert floor == condition(within, asked).shortfall
        assert ceiling == condition(within, limited).shortfall

    def test_has_no_distance_from_a_number_that_is_not_there(self) -> None:
        """A share of an unknown maximum is no number of points."""
        result = condition(270, share("90%"))

        assert result.limit is None
        assert result.distance is None
        assert result.shortfall is None

    def test_says_what_the_sum_of_a_mean_is(self) -> None:
        """A mean of 2.5 over two rows is a sum of 5."""
        rubric = rubric_of(per_unit("1", "a"), per_unit("2", "b"))
        reason = condition("4,5", share("2,5", base="parts"), rubric=rubric).reason

        assert (
            "toàn bộ: 4,5 điểm, cần ≥ 5 (bình quân 2,5): không đạt, thiếu 0,5",
            "the whole: 4.5 points, asked for ≥ 5 (a mean of 2.5): not met, short by 0.5",
        ) == (reason.text("vi"), reason.text("en"))

    @pytest.mark.parametrize(
        ("found", "wanted", "vietnamese", "english"),
        [
            (
                "281,5",
                points(270, "A.I"),
                "A.I: 281,5 điểm, cần ≥ 270: đạt, vượt 11,5",
                "A.I: 281.5 points, asked for ≥ 270: met, by 11.5",
            ),
            (
                270,
                share("90%", "A.I", base=number(300)),
                "A.I: 270 điểm, cần ≥ 270 (90%): đạt vừa đủ",
                "A.I: 270 points, asked for ≥ 270 (90%): just met",
            ),
            (
                number(270) - NEAR,
                points(270),
                "toàn bộ: 269,999999999 điểm, cần ≥ 270: không đạt, thiếu 0,000000001",
                "the whole: 269.999999999 points, asked for ≥ 270: not met, short by 0.000000001",
            ),
            (
                270,
                points(270, op=">"),
                "toàn bộ: 270 điểm, cần > 270: không đạt, bằng ngưỡng chưa đủ",
                (
                    "the whole: 270 points, asked for > 270: not met, "
                    "the threshold itself is not enough"
                ),
            ),
            (
                270,
                points(270, op="<"),
                "toàn bộ: 270 điểm, cần < 270: không đạt, bằng ngưỡng đã là quá",
                "the whole: 270 points, asked for < 270: not met, the threshold itself is too many",
            ),
            (
                3,
                points(5, "B", op="<="),
                "B: 3 điểm, cần ≤ 5: đạt, còn cách 2",
                "B: 3 points, asked for ≤ 5: met, 2 below it",
            ),
            (
                5,
                points(5, "B", op="<="),
                "B: 5 điểm, cần ≤ 5: đạt vừa đủ",
                "B: 5 points, asked for ≤ 5: just met",
            ),
            (
                7,
                points(5, "B", op="<"),
                "B: 7 điểm, cần < 5: không đạt, vượt quá 2",
                "B: 7 points, asked for < 5: not met, 2 too many",
            ),
            (
                between("69,25", "84,25"),
                points(80),
                "toàn bộ: từ 69,25 đến 84,25 điểm, cần ≥ 80: chưa biết",
                "the whole: 69.25 to 84.25 points, asked for ≥ 80: not yet known",
            ),
            (
                between(80, number(80) + NEAR),
                points(80),
                "toàn bộ: từ 80 đến 80,000000001 điểm, cần ≥ 80: chắc chắn đạt",
                "the whole: 80 to 80.000000001 points, asked for ≥ 80: surely met",
            ),
            (
                between(70, 80, high_open=True),
                points(80),
                "toàn bộ: từ 70 đến 80 điểm, cần ≥ 80: chắc chắn không đạt",
                "the whole: 70 to 80 points, asked for ≥ 80: surely not met",
            ),
            (
                15,
                share("2,5", base="parts"),
                "toàn bộ: 15 điểm, cần ≥ một số chưa biết: chưa biết",
                "the whole: 15 points, asked for ≥ an unknown number: not yet known",
            ),
            (
                15,
                share("50%"),
                "toàn bộ: 15 điểm, cần ≥ một số chưa biết: chưa biết",
                "the whole: 15 points, asked for ≥ an unknown number: not yet known",
            ),
        ],
    )
    def test_says_why_in_both_languages(
        self, found: object, wanted: Threshold, vietnamese: str, english: str
    ) -> None:
        """What stands against what, and what follows, with digits enough to see it."""
        reason = condition(found, wanted).reason

        assert (vietnamese, english) == (reason.text("vi"), reason.text("en"))


class TestRating:
    """The outcome of one scale for one unit."""

    def rate(self, found: object, **more: Any) -> Any:  # noqa: ANN401 - any field of a scale
        """The rating of some points on two levels."""
        return classify({"": found}, scale("s", GOOD, FAIR, **{"below": "Không xếp hạng", **more}))

    def test_is_a_level(self) -> None:
        """It has the level's name, its place from 0 for the best, and the level itself."""
        rating = self.rate(70)

        assert ("Khá", ("Khá",), 1, FAIR.name) == (
            rating.level,
            rating.possible,
            rating.place,
            rating.reached.name,
        )
        assert not rating.is_open

    def test_is_the_name_of_what_is_below_all_levels(self) -> None:
        """Below all of them it has a place after theirs, and is no level."""
        rating = self.rate(60)

        assert ("Không xếp hạng", 2, None) == (rating.level, rating.place, rating.reached)

    def test_is_open_while_more_than_one_level_is_possible(self) -> None:
        """Then it has no level, no place, and the names of all that it may be."""
        rating = self.rate(between(70, 90))

        assert rating.is_open
        assert ("Tốt", "Khá") == rating.possible
        assert (None, None, None) == (rating.level, rating.place, rating.reached)

    def test_may_be_below_all_and_called_as_the_last_level(self) -> None:
        """Where what is below all is called like a level, it is that level."""
        rating = self.rate(60, below="Khá")

        assert ("Khá", 1, "Khá") == (rating.level, rating.place, rating.reached.name)

    def test_is_no_level_where_it_is_vetoed(self) -> None:
        """A unit that is shut out comes after all levels, whatever it is called."""
        veto = Veto(reason="Khai sai", conditions=(points(0),), result="Tốt")
        rating = self.rate(90, vetoes=(veto,))

        assert ("Tốt", 2, None) == (rating.level, rating.place, rating.reached)

    def test_has_every_condition_of_every_level(self) -> None:
        """Those of the best level first, each with its answer."""
        found = [(each.threshold.op, each.holds) for each in self.rate(70).conditions]

        assert [(">=", False), (">=", True), ("<", True)] == found

    def test_can_be_pickled(self) -> None:
        """What one process has rated another can read, the way up with it."""
        given = scale("s", level("Tốt", points(5)))
        rating = classify(sheet_of(rubric_of(per_unit("1", "a"))), given)
        again = pickle.loads(pickle.dumps(rating))  # noqa: S301 - our own

        assert ("Tốt", "") == again.possible
        assert ("a",) == again.open_inputs
        assert rating.next == again.next

    def test_shows_itself(self) -> None:
        """The scale, the row and what is possible."""
        rows = scale("s", GOOD, nodes=("A", "B"))

        assert "<Rating on 's': Tốt | Khá>" == repr(self.rate(between(70, 90)))
        assert "<Rating on 's' of A: Tốt>" == repr(classify({"A": 80}, rows, node="A"))
        assert "<Rating on 's': none>" == repr(evolve(self.rate(70), possible=()))


def test_a_veto_has_its_reason_in_vietnamese_at_least() -> None:
    """In English where there is an English one."""
    said = Veto(reason="Khai sai", reason_en="not as declared", conditions=(points(9),))
    unsaid = Veto(reason="Khai sai", conditions=(points(9),))
    first, second = classify({"": 5}, scale("s", GOOD, vetoes=(said, unsaid))).vetoes

    assert ("Khai sai", "not as declared") == (first.reason("vi"), first.reason("en"))
    assert ("Khai sai", "Khai sai") == (second.reason("vi"), second.reason("en"))
    assert (False, False) == (first.holds, second.holds)
