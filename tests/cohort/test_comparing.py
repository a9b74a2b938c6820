from fractions import Fraction
from typing import Literal

import pytest

from cohort.units import COMPARED, compared_row, scored, unit
from rubrik import (
    Adjudication,
    BestOf,
    CohortBounds,
    CohortError,
    Condition,
    Gated,
    MinMaxNormalized,
    Rubric,
    Submission,
    load,
    score,
)
from rubrik.absence import Undefined
from rubrik.cohort import compared
from rubrik.measures import Count, Flag, Ratio, Share
from scoring.rows import rubric_of

MIN_MAX = MinMaxNormalized(constant="full")


def bounds_of(*values: int | None, rubric: Rubric = COMPARED) -> dict[str, tuple[object, object]]:
    """The bounds that units with these numbers of A are compared by."""
    units = [
        unit(f"U{index}", rubric, **({} if value is None else {"a": value}))
        for index, value in enumerate(values)
    ]
    found = scored(*units, rubric=rubric).record.bounds
    return {code: (bounds.low, bounds.high) for code, bounds in found.items()}


class TestWhatIsCompared:
    """The measure of each row whose points are not known without a cohort."""

    @pytest.mark.parametrize(
        ("slug", "expected"),
        [
            ("thanh-hoa/cap-xa-2023", ["3.4", "3.5", "3.11", "5.1", "5.4"]),
            ("an-giang/so-nganh-2018", ["I.4"]),
            ("an-giang/cap-huyen-2018", []),
            ("an-giang/cap-xa-2018", []),
            ("dong-nai/cap-huyen-2022", []),
            ("thua-thien-hue/cap-xa-2020", []),
        ],
    )
    def test_in_the_rubrics_that_ship(self, slug: str, expected: list[str]) -> None:
        """Six rows of two rubrics."""
        assert expected == list(compared(load(slug).under()))

    def test_is_what_the_rule_itself_measures(self) -> None:
        """A share as reported, and a ratio to a number of people."""
        thanh_hoa = compared(load("thanh-hoa/cap-xa-2023").under())
        an_giang = compared(load("an-giang/so-nganh-2018").under())

        assert Share("ty_le_dien_thoai_thong_minh") == thanh_hoa["3.4"]
        assert isinstance(an_giang["I.4"], Ratio)

    def test_may_be_measured_by_a_part_alone(self) -> None:
        """A part with a measure of its own is compared by that."""
        part = MinMaxNormalized(constant="full", measure=Count("b"))
        row = compared_row(score=BestOf((part, 3)), measure=Count("a"))

        assert {"1": Count("b")} == compared(rubric_of(row).under())

    def test_may_stand_in_a_branch(self) -> None:
        """A rule that is taken by some units only is found all the same."""
        gate = Condition(measure=Flag("f"), is_=True)
        row = compared_row(score=Gated(when=gate, then=MIN_MAX))

        assert {"1": Count("a")} == compared(rubric_of(row).under())

    def test_is_one_value_a_row(self) -> None:
        """Bounds are named by the row: a row that compares two things cannot have them."""
        part = MinMaxNormalized(constant="full", measure=Ratio(ratio="a", of="b"))
        rubric = rubric_of(compared_row(score=BestOf((MIN_MAX, part))))
        with pytest.raises(CohortError) as caught:
            scored(unit("A", rubric, a=1, b=2), rubric=rubric)
        assert (
            "criterion '1' › score: the row compares units by several values: a, a/b; "
            "bounds of a cohort are of one"
        ) == caught.value.text("en")
        assert (
            "criterion '1' › score: hàng này so sánh các đơn vị theo nhiều giá trị: a, a/b; "
            "chỉ một giá trị có cận của nhóm"
        ) == caught.value.text("vi")


class TestBounds:
    """The least and the greatest value among the units themselves."""

    def test_are_those_of_the_units(self) -> None:
        """From the least to the greatest, in whatever order they come."""
        assert {"1": (2, 8)} == bounds_of(5, 8, 2, 3)

    def test_leave_out_what_is_missing(self) -> None:
        """A unit that does not report the value sets no bound, and is no 0."""
        assert {"1": (5, 8)} == bounds_of(None, 8, 5)

    def test_are_none_where_nobody_has_a_value(self) -> None:
        """Then the row stays undefined, with the range that it can take."""
        cohort = scored(unit("A", COMPARED, b=1), unit("B", COMPARED), rubric=COMPARED)
        line = cohort.sheets[0].line("1")

        assert {} == cohort.record.bounds
        assert "[0, 10]" == str(line.within)

    def test_leave_out_what_is_undefined(self) -> None:
        """0/0 is no value."""
        rubric = rubric_of(compared_row(measure=Ratio(ratio="a", of="b")))
        units = [unit(f"U{a}{b}", rubric, a=a, b=b) for a, b in ((0, 0), (1, 2), (3, 4))]

        assert CohortBounds("1/2", "3/4") == scored(*units, rubric=rubric).record.bounds["1"]

    def test_take_what_stands_for_nothing_by_nothing(self) -> None:
        """Where the rule gives 0/0 a value, it is compared like any other."""
        rubric = rubric_of(compared_row(measure=Ratio(ratio="a", of="b", when_empty=1)))
        units = [unit(f"U{a}{b}", rubric, a=a, b=b) for a, b in ((0, 0), (1, 2), (3, 4))]

        assert CohortBounds("1/2", 1) == scored(*units, rubric=rubric).record.bounds["1"]

    @pytest.mark.parametrize(
        ("decision", "points", "high"),
        [
            ("accept", None, 90),
            ("replace", 5, 8),
            ("reject", None, 8),
            ("annul", None, 8),
            ("not_applicable", None, 8),
        ],
    )
    def test_leave_out_what_a_verifier_took_away(
        self, decision: str, points: int | None, high: int
    ) -> None:
        """A value bounds others only while points come of it."""
        decided = Adjudication(code="1", decision=decision, points=points, reason="x")
        verified = unit("A", COMPARED, a=90, claims={"1": 9}, adjudications=[decided])
        cohort = scored(verified, *two_and_eight(), rubric=COMPARED)

        assert CohortBounds(2, high) == cohort.record.bounds["1"]

    def test_take_what_was_decided_about_another_row(self) -> None:
        """Only the row itself matters."""
        decided = Adjudication(code="2", decision="reject", reason="x")
        verified = unit("A", COMPARED, a=90, adjudications=[decided])

        assert (
            CohortBounds(2, 90)
            == scored(verified, *two_and_eight(), rubric=COMPARED).record.bounds["1"]
        )

    def test_leave_out_rows_that_do_not_apply(self) -> None:
        """A value of a row that does not concern the unit bounds nobody."""
        rubric = rubric_of(compared_row(may_be_not_applicable=True))
        apart = unit("A", rubric, a=90, not_applicable=["1"])

        assert (
            CohortBounds(2, 8)
            == scored(apart, *two_and_eight(rubric), rubric=rubric).record.bounds["1"]
        )

    def test_count_the_units_that_have_a_value(self) -> None:
        """A reader sees of how many units bounds are."""
        cohort = scored(unit("A", COMPARED), *two_and_eight(), rubric=COMPARED)

        assert {"1": 2} == cohort.record.measured
        assert ("A", "B", "C") == cohort.record.units

    def test_hang_on_the_readings(self) -> None:
        """What is compared is what the chosen option compares."""
        rubric = load("thanh-hoa/cap-xa-2023")
        units = [unit(f"U{share}", rubric, ty_le_ho_cap_quang=f"{share}%") for share in (20, 50)]
        from_zero = scored(*units, rubric=rubric, readings={"can-duoi-min-max": "tu-0"})

        assert [4, 10] == [each.line("3.5").points for each in from_zero.sheets]
        assert {"can-duoi-min-max": "tu-0"} == from_zero.record.readings
        assert [0, 10] == [each.line("3.5").points for each in scored(*units, rubric=rubric).sheets]


def two_and_eight(rubric: Rubric = COMPARED) -> list[Submission]:
    """Two units."""
    return [unit("B", rubric, a=2), unit("C", rubric, a=8)]


class TestPoints:
    """Where units come to lie between the bounds."""

    def test_run_from_nothing_to_the_maximum(self) -> None:
        """The least has nothing, the greatest has all, the others lie between them."""
        cohort = scored(*(unit(f"U{a}", COMPARED, a=a) for a in (2, 3, 6)), rubric=COMPARED)

        assert [0, Fraction(5, 2), 10] == [each.line("1").points for each in cohort.sheets]

    @pytest.mark.parametrize(
        ("constant", "points"), [("full", 10), ("zero", 0), ("undefined", None)]
    )
    @pytest.mark.parametrize("count", [1, 3])
    def test_of_units_that_are_all_alike_are_the_choice_of_the_rubric(
        self, constant: Literal["full", "zero", "undefined"], points: int | None, count: int
    ) -> None:
        """One unit alone is like itself, too."""
        rubric = rubric_of(compared_row(score=MinMaxNormalized(constant=constant)))
        cohort = scored(*(unit(f"U{i}", rubric, a=7) for i in range(count)), rubric=rubric)

        assert [points] * count == [each.line("1").points for each in cohort.sheets]

    def test_of_a_unit_scored_alone_are_undefined(self) -> None:
        """`score` knows no other units: the row has its range, and says what it lacks."""
        line = score(COMPARED, unit("A", COMPARED, a=7)).line("1")

        assert "undefined" == line.status
        assert "[0, 10]" == str(line.within)
        assert [Undefined.NO_COHORT] == [each.undefined for each in line.absent]

    def test_count_a_gated_value_among_those_compared(self) -> None:
        """Row 5.1 of Thanh Hóa gives nothing for no incidents found; 0 is the least value still."""
        rubric = load("thanh-hoa/cap-xa-2023")
        units = [unit(f"U{count}", rubric, su_co_tu_phat_hien=count) for count in (0, 1, 5)]
        cohort = scored(*units, rubric=rubric)

        assert [0, 4, 20] == [each.line("5.1").points for each in cohort.sheets]
