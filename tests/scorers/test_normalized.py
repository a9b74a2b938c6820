from fractions import Fraction
from typing import Any, Literal

import pytest

from rubrik.absence import Undefined
from rubrik.errors import NumberError, RubricError
from rubrik.intervals import EVERYTHING
from rubrik.measures import (
    Count,
    CountInput,
    Declared,
    Domain,
    Ratio,
)
from rubrik.scorers import (
    CohortBounds,
    MinMaxNormalized,
    Setting,
    Stepped,
)
from scorers.asking import refusal
from scorers.spans import interval

TEN = Fraction(10)
NEAR = Fraction(1, 10**9)
SHARES = Domain(interval("[0, 1]"))
COUNTS = Domain(interval("[0, ∞)"), integer=True)
SETTING = Setting(
    declared=Declared.of([CountInput(name="a", label="a"), CountInput(name="b", label="b")]),
    maximum=TEN,
    path=("criterion '1'", "score"),
)
RATIO = Ratio(ratio="a", of="b")
COHORT = CohortBounds(2, 6)


class TestMinMaxNormalized:
    """Points by the place between a low and a high end."""

    @pytest.mark.parametrize(
        ("scorer", "value", "points"),
        [
            (MinMaxNormalized(constant="full"), 2, 0),
            (MinMaxNormalized(constant="full"), 3, "5/2"),
            (MinMaxNormalized(constant="full"), 6, 10),
            (MinMaxNormalized(constant="full"), 1, 0),
            (MinMaxNormalized(constant="full"), 7, 10),
            (MinMaxNormalized(constant="full", low=0), 3, 5),
            (MinMaxNormalized(constant="full", high=4), 3, 5),
            (MinMaxNormalized(constant="full", high=4), 6, 10),
            (MinMaxNormalized(constant="full", low=0, high=10), 3, 3),
            (MinMaxNormalized(constant="full", lower_is_better=True), 2, 10),
            (MinMaxNormalized(constant="full", lower_is_better=True), 3, "15/2"),
            (MinMaxNormalized(constant="full", lower_is_better=True), 7, 0),
            (MinMaxNormalized(constant="full", clamp=False), 7, "25/2"),
            (MinMaxNormalized(constant="full", clamp=False), 1, "-5/2"),
            (MinMaxNormalized(constant="full", clamp=False, lower_is_better=True), 1, "25/2"),
            (MinMaxNormalized(constant="full", full=4), 3, 1),
            (MinMaxNormalized(constant="full", full="1/2 max"), 6, 5),
        ],
    )
    def test_gives_points_in_a_cohort(
        self, scorer: MinMaxNormalized, value: int, points: int | str
    ) -> None:
        """From nothing at one end to full marks at the other, and the same beyond if clamped."""
        assert Fraction(points) == scorer.pieces(TEN, cohort=COHORT).points(Fraction(value))

    def test_tells_where_its_pieces_end(self) -> None:
        """The line between its ends, and what lies beyond them."""
        made = MinMaxNormalized(constant="full").pieces(TEN, COUNTS, COHORT)

        assert ["(-∞, 2)", "[2, 6]", "(6, ∞)"] == [str(piece.printed) for piece in made.pieces]
        assert ["[0, 1]", "[2, 6]", "[7, ∞)"] == [str(piece.over) for piece in made.pieces]

    def test_with_both_ends_fixed_needs_no_cohort(self) -> None:
        """Fixed ends are known."""
        assert 3 == MinMaxNormalized(constant="zero", low=0, high=10).points(3, 10)

    @pytest.mark.parametrize(
        ("scorer", "whole"),
        [
            (MinMaxNormalized(constant="full"), "[0, 10]"),
            (MinMaxNormalized(constant="full", low=0), "[0, 10]"),
            (MinMaxNormalized(constant="full", high=0), "[0, 10]"),
            (MinMaxNormalized(constant="full", full="-1/2 max"), "[-5, 0]"),
            (MinMaxNormalized(constant="full", clamp=False), "(-∞, ∞)"),
            (MinMaxNormalized(constant="full", clamp=False, low=0), "(-∞, ∞)"),
        ],
    )
    def test_without_a_cohort_points_are_open(self, scorer: MinMaxNormalized, whole: str) -> None:
        """Between nothing and full marks if clamped, else anywhere."""
        made = scorer.pieces(TEN, COUNTS)

        assert scorer.points(3, 10) is None
        assert whole == str(made.whole)
        assert (Undefined.NO_COHORT,) == made.unknown(EVERYTHING)

    @pytest.mark.parametrize(("constant", "points"), [("full", 10), ("zero", 0)])
    @pytest.mark.parametrize("ends", [{}, {"low": 3}, {"high": 3}, {"low": 3, "high": 3}])
    def test_in_a_constant_cohort_gives_what_was_chosen(
        self, constant: Literal["full", "zero"], points: int, ends: dict[str, Any]
    ) -> None:
        """Where both ends are equal, nobody is better than anybody."""
        scorer = MinMaxNormalized(constant=constant, **ends)
        made = scorer.pieces(TEN, cohort=CohortBounds(3, 3))

        assert [points] * 3 == [made.points(Fraction(each)) for each in (2, 3, 4)]

    def test_in_a_constant_cohort_may_be_undefined(self) -> None:
        """Then the reason is the cohort's, and the points lie where they could."""
        made = MinMaxNormalized(constant="undefined").pieces(TEN, cohort=CohortBounds(3, 3))

        assert made.points(Fraction(3)) is None
        assert (Undefined.CONSTANT_COHORT,) == made.unknown(EVERYTHING)
        assert "[0, 10]" == str(made.whole)

    def test_undefined_is_only_for_a_constant_cohort(self) -> None:
        """In any other it gives points."""
        scorer = MinMaxNormalized(constant="undefined")

        assert 5 == scorer.pieces(TEN, cohort=COHORT).points(Fraction(4))

    @pytest.mark.parametrize(
        ("ends", "lower_is_better", "cohort", "points"),
        [
            ({"low": 5}, False, (1, 3), [0, 0, 10]),
            ({"low": 5}, True, (1, 3), [10, 10, 0]),
            ({"high": 5}, False, (7, 9), [0, 10, 10]),
            ({"high": 5}, True, (7, 9), [10, 0, 0]),
        ],
    )
    def test_a_whole_cohort_beyond_a_fixed_end_has_what_is_given_there(
        self,
        ends: dict[str, Any],
        lower_is_better: bool,
        cohort: tuple[int, int],
        points: list[int],
    ) -> None:
        """That is no constant cohort: its units lie on one side of a leap."""
        scorer = MinMaxNormalized(constant="undefined", lower_is_better=lower_is_better, **ends)
        made = scorer.pieces(TEN, cohort=CohortBounds(*cohort))

        assert points == [made.points(Fraction(each)) for each in (4, 5, 6)]

    def test_refuses_fixed_ends_upside_down(self) -> None:
        """When it is built, whatever the cohort will be."""
        assert (
            "the low end 5 is above the high end 4", "cận dưới 5 lớn hơn cận trên 4",
        ) == refusal(
            lambda: MinMaxNormalized(constant="full", low=5, high=4), NumberError
        )  # fmt: skip

    def test_reads_as_the_rule(self) -> None:
        """Its ends, and which of them is best."""
        assert "MinMaxNormalized(max from cohort to cohort, high is best)" == str(
            MinMaxNormalized(constant="full")
        )
        assert "MinMaxNormalized(5 from 0 to 3/2, low is best)" == repr(
            MinMaxNormalized(constant="full", low=0, high="3/2", lower_is_better=True, full=5)
        )


class TestStepped:
    """Points in whole steps."""

    @pytest.mark.parametrize(
        ("rounding", "value", "points"),
        [
            ("down", 0, "0"), ("down", "0.24", "0"), ("down", "1/4", "1/4"),
            ("down", "0.99", "3/4"), ("down", 1, "1"), ("down", 2, "1"),
            ("up", 0, "0"), ("up", NEAR, "1/4"), ("up", "1/4", "1/4"),
            ("up", Fraction(1, 4) + NEAR, "1/2"), ("up", "0.76", "1"), ("up", 1, "1"),
            ("up", 2, "1"),
            ("nearest", 0, "0"), ("nearest", Fraction(1, 8) - NEAR, "0"), ("nearest", "1/8", "1/4"),
            ("nearest", Fraction(7, 8) - NEAR, "3/4"), ("nearest", "7/8", "1"), ("nearest", 2, "1"),
        ],
    )  # fmt: skip
    def test_rounds_as_it_says(
        self, rounding: Literal["down", "up", "nearest"], value: object, points: str
    ) -> None:
        """Down, up, or to the nearest, a half up; from a share of 1 on all points."""
        assert Fraction(points) == Stepped(step="0,25", rounding=rounding).points(value, 1)

    @pytest.mark.parametrize(
        ("rounding", "points"),
        [
            ("down", ["0", "0", "3/10", "3/10", "9/10", "1"]),
            ("up", ["0", "3/10", "3/10", "3/5", "1", "1"]),
            ("nearest", ["0", "0", "3/10", "3/10", "9/10", "1"]),
        ],
    )
    def test_steps_need_not_divide_the_maximum(
        self, rounding: Literal["down", "up", "nearest"], points: list[str]
    ) -> None:
        """The last step is shorter: nobody has more than full marks."""
        scorer = Stepped(step="0,3", rounding=rounding)
        found = [scorer.points(value, 1) for value in ("0", "0.1", "0.3", "0.4", "0.95", "1")]

        assert [Fraction(each) for each in points] == found

    def test_names_the_step_that_a_value_is_on(self) -> None:
        """Each step has its number and the shares that lead to it; the last is full marks."""
        pieces = Stepped(step="0,5", rounding="down").pieces(Fraction(1)).pieces

        assert [
            (0, "(-∞, 1/2)", "(-∞, 1/2)"),
            (1, "[1/2, 1)", "[1/2, 1)"),
            (2, "[1, ∞)", "[1, ∞)"),
        ] == [(each.band, str(each.over), str(each.printed)) for each in pieces]

    def test_names_steps_that_are_rounded_up_by_what_they_round(self) -> None:
        """A share on the edge belongs to the step that it fills."""
        pieces = Stepped(step="0,5", rounding="up").pieces(Fraction(1)).pieces

        assert ["(-∞, 0]", "(0, 1/2]", "(1/2, 1]", "[1, ∞)"] == [
            str(each.printed) for each in pieces
        ]

    @pytest.mark.parametrize("rounding", ["down", "up", "nearest"])
    def test_covers_every_share(self, rounding: Literal["down", "up", "nearest"]) -> None:
        """From nothing to everything there is no hole, and points never fall."""
        for step in ("1/4", "3/10", 1, 5):
            made = Stepped(step=step, rounding=rounding).pieces(Fraction(1), SHARES)

            assert () == made.holes()
            assert "rising" == made.trend
            assert "[0, 1]" == str(made.whole)

    def test_a_step_larger_than_the_maximum_is_all_or_nothing(self) -> None:
        """Rounded down, only everything gives points."""
        scorer = Stepped(step=5, rounding="down")

        assert 0 == scorer.points(1 - NEAR, 1)
        assert 1 == scorer.points(1, 1)

    @pytest.mark.parametrize(("step", "en"), [(0, "0"), ("-1/4", "-0.25")])
    def test_refuses_a_step_that_is_not_positive(self, step: object, en: str) -> None:
        """Steps go up."""
        assert (
            f"a step must be above 0, not {en}",
            f"bước phải lớn hơn 0, không phải {en.replace('.', ',')}",
        ) == refusal(lambda: Stepped(step=step, rounding="up"), NumberError)

    @pytest.mark.parametrize(("full", "step", "steps"), [(10, "0.01", 1000), ("1/1000", 1, 1)])
    def test_takes_up_to_a_thousand_steps(self, full: str | int, step: object, steps: int) -> None:
        """The largest number of them is allowed."""
        made = Stepped(step=step, rounding="down").pieces(Fraction(full), SHARES)

        assert steps + 1 == len(made.pieces)

    @pytest.mark.parametrize(
        ("full", "step", "en", "vi"),
        [
            (
                "10",
                "10/1001",
                "10 points in steps of 10/1001 ≈ 0.01",
                "điểm 10 với bước 10/1001 ≈ 0,01",
            ),
            ("0", "1", "0 points in steps of 1", "điểm 0 với bước 1"),
            ("-5", "1", "-5 points in steps of 1", "điểm -5 với bước 1"),
        ],
    )
    def test_refuses_other_numbers_of_steps(self, full: str, step: str, en: str, vi: str) -> None:
        """More than a thousand, and none."""
        assert (
            f"{en}: 1 to 1000 steps are expected", f"{vi}: cần từ 1 đến 1000 bước",
        ) == refusal(
            lambda: Stepped(step=step, rounding="up").points(1, full), NumberError
        )  # fmt: skip

    def test_says_where_steps_are_refused(self) -> None:
        """In a rule, with its path."""
        here = SETTING.under(RATIO)

        assert (
            "criterion '1' › score: 30 points in steps of 0.02: 1 to 1000 steps are expected",
            "criterion '1' › score: điểm 30 với bước 0,02: cần từ 1 đến 1000 bước",
        ) == refusal(lambda: Stepped(step="0.02", rounding="up", full=30).form(here), RubricError)

    def test_reads_as_the_rule(self) -> None:
        """Its step and how it rounds."""
        assert "Stepped(max in steps of 1/4, rounded down)" == str(
            Stepped(step="0,25", rounding="down")
        )
        assert "Stepped(3 in steps of 1, rounded nearest)" == repr(
            Stepped(step=1, rounding="nearest", full=3)
        )


@pytest.mark.parametrize(
    ("constant", "is_outer"), [("undefined", True), ("full", False), ("zero", False)]
)
def test_bounds_are_outer_where_a_constant_cohort_has_no_points(
    constant: Literal["undefined", "full", "zero"], is_outer: bool
) -> None:
    """No unit of such a cohort attains any of them."""
    setting = Setting(
        declared=Declared.of([CountInput(name="a", label="A")]),
        maximum=Fraction(10),
        measure=Count("a"),
        cohort=CohortBounds(Fraction(3), Fraction(3)),
    )
    made = MinMaxNormalized(constant=constant).form(setting)

    assert is_outer is made.bounds({}).outer
