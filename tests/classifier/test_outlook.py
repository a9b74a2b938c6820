"""What may still become of a unit, what that depends on, and what it takes to rise."""

from typing import Any

import pytest

from classifier.small import NEAR, between, level, number, points, scale, share
from rubrik import AllOf, AnyOf, AtLeast, Level, Rating, Scale, Veto, classify
from scoring.rows import group, per_unit, rubric_of, sheet_of

BANDS = scale(
    "bands",
    level("Tốt", points(80)),
    level("Khá", points(65), points(80, op="<")),
    level("Trung bình", points(65, op="<")),
)
TWO_ROWS = scale(
    "two",
    level("I", points(9, "A"), points(9, "B")),
    level("II", points(5, "A"), points(7, "B")),
    level("III", points(5, "A")),
    below="Không",
)


def rate(given: Scale, found: object, **rows: object) -> Rating:
    """The rating of points of the whole and of rows."""
    return classify({"": found, **rows}, given)


class TestPossibleLevels:
    """The levels that a unit may turn out to have."""

    @pytest.mark.parametrize(
        ("low", "high", "expected"),
        [
            (70, 90, "Tốt Khá"),
            (60, 70, "Khá Trung bình"),
            (0, 100, "Tốt Khá Trung bình"),
            (80, 90, "Tốt"),
            (65, 79, "Khá"),
            (65, 80, "Tốt Khá"),
            (None, None, "Tốt Khá Trung bình"),
            (None, 64, "Trung bình"),
            (80, None, "Tốt"),
        ],
    )
    def test_are_exact_where_one_row_decides(
        self, low: object, high: object, expected: str
    ) -> None:
        """Bands on one score leave no level that the score cannot have, and none below them."""
        assert expected == " ".join(rate(BANDS, between(low, high)).possible)

    def test_leave_out_what_an_open_end_does_not_reach(self) -> None:
        """Below 80, however near, is not 80; above 65, however near, is not below it."""
        open_ends = between(65, 80, low_open=True, high_open=True)

        assert ("Khá",) == rate(BANDS, open_ends).possible
        assert ("Khá", "Trung bình") == rate(BANDS, between(64, 80, high_open=True)).possible

    def test_are_kept_in_where_several_rows_decide(self) -> None:
        """Each row is open by itself, so a level is left out only if one condition surely fails."""
        both = rate(TWO_ROWS, 0, A=between(4, 9), B=between(7, 9))
        sure = rate(TWO_ROWS, 0, A=between(5, 9), B=between(0, 6))

        assert ("I", "II", "III", "Không") == both.possible
        assert ("III",) == sure.possible

    def test_are_as_far_down_as_the_first_that_is_sure(self) -> None:
        """A level that is reached for sure leaves nothing below it."""
        assert ("I", "II") == rate(TWO_ROWS, 0, A=9, B=between(8, 9)).possible

    def test_may_have_no_name(self) -> None:
        """What is below all levels has no name unless the scale gives it one."""
        unnamed = scale("s", level("I", points(5)))

        assert ("",) == rate(unnamed, 4).possible
        assert "" == rate(unnamed, 4).level
        assert ("I", "") == rate(unnamed, between(4, 5)).possible

    def test_are_named_once(self) -> None:
        """Two levels of the same conditions, and what is below a level and called like it."""
        same = scale("s", level("I", points(5)), level("II", points(5)), below="II")

        assert ("I", "II") == rate(same, between(4, 5)).possible
        assert ("I",) == rate(same, 5).possible
        assert ("II",) == rate(same, 4).possible

    def test_are_not_too_few_where_there_are_too_many_to_try(self) -> None:
        """A scale of hundreds of bands is not tried band by band: all that may be are possible."""
        bands = (level(str(each), points(each), points(each + 1, op="<")) for each in range(300))
        rating = rate(scale("s", *bands, below="Không"), between(7, 9))

        assert ("7", "8", "9", "Không") == rating.possible

    def test_stay_open_by_a_number_that_is_not_known(self) -> None:
        """A share of an unknown maximum is taken for neither met nor missed, on any number."""
        given = scale("s", level("I", share("90%")), level("II", points(5)), below="Không")

        assert ("I", "II") == rate(given, 7).possible
        assert ("I", "Không") == rate(given, 4).possible
        assert ("I", "II", "Không") == rate(given, between(4, 7)).possible


def veto(reason: str, *conditions: Any, **more: Any) -> Veto:  # noqa: ANN401 - any requirement, any field
    """A veto by conditions."""
    return Veto(reason=reason, conditions=conditions, **more)


class TestVetoes:
    """What shuts a unit out of every level."""

    def rate(self, *vetoes: Veto, **rows: object) -> Rating:
        """The rating of 80 points under some vetoes."""
        return rate(scale("s", *BANDS.levels, below="Không", vetoes=vetoes), 80, **rows)

    def test_have_the_last_word(self) -> None:
        """One that holds leaves nothing but its own result, or what is below all levels."""
        assert ("Hủy",) == self.rate(veto("r", points(1, "A"), result="Hủy"), A=1).possible
        assert ("Không",) == self.rate(veto("r", points(1, "A")), A=1).possible
        assert ("Tốt",) == self.rate(veto("r", points(1, "A")), A=0).possible

    def test_hold_by_any_of_their_conditions(self) -> None:
        """One of several is enough."""
        given = veto("r", points(9, "A"), points(1, "B"))

        assert ("Không",) == self.rate(given, A=0, B=1).possible
        assert ("Tốt",) == self.rate(given, A=0, B=0).possible

    def test_are_possible_while_they_are_open(self) -> None:
        """A unit may be shut out, or have the level that it has without the veto."""
        given = veto("r", points(1, "A"), result="Hủy")

        assert ("Tốt", "Hủy") == self.rate(given, A=between(0, 1)).possible

    def test_decide_in_their_order(self) -> None:
        """Of two that hold the first counts; one that is open may still come before a sure one."""
        first = veto("r", points(1, "A"), result="Một")
        second = veto("r", points(1, "B"), result="Hai")

        assert ("Một",) == self.rate(first, second, A=1, B=1).possible
        assert ("Một", "Hai") == self.rate(first, second, A=between(0, 1), B=1).possible
        assert ("Một",) == self.rate(first, second, A=1, B=between(0, 1)).possible

    def test_are_exact_on_the_row_that_makes_the_level(self) -> None:
        """Points that are vetoed are points of no level."""
        given = scale("s", *BANDS.levels, vetoes=(veto("r", points(65, op="<"), result="Liệt"),))

        assert ("Tốt", "Khá", "Liệt") == rate(given, between(0, 100)).possible
        assert ("Khá",) == rate(given, between(65, 79)).possible

    def test_on_another_row_leave_bands_exact(self) -> None:
        """An open veto adds its result, and no level that the score cannot have."""
        given = scale("s", *BANDS.levels, vetoes=(veto("r", points(1, "A"), result="Hủy"),))
        rating = rate(given, between(70, 79), A=between(0, 1))

        assert ("Khá", "Hủy") == rating.possible

    def test_leave_no_way_up_once_they_hold(self) -> None:
        """No points help a unit that is shut out; one that may be is told what is missing."""
        given = veto("r", points(1, "A"))

        assert self.rate(given, A=1).next is None
        open_ = rate(scale("s", *BANDS.levels, vetoes=(given,)), 70, A=between(0, 1)).next
        assert open_ is not None
        assert "Tốt" == open_.level.name


class TestOpenInputs:
    """The missing inputs that could change which level it is."""

    RUBRIC = rubric_of(group("A"), per_unit("A.1", "a"), per_unit("A.2", "b"), per_unit("B", "m"))

    def open(self, *levels: Level, vetoes: tuple[Veto, ...] = (), **inputs: object) -> object:
        """The inputs on which the rating of a report depends."""
        sheet = sheet_of(self.RUBRIC, inputs=inputs)
        return classify(sheet, scale("s", *levels, below="Không", vetoes=vetoes)).open_inputs

    def test_are_those_of_the_rows_that_are_asked_about(self) -> None:
        """An input that bears on no condition changes no level."""
        assert ("a", "b") == self.open(level("I", points(5, "A")))
        assert ("b",) == self.open(level("I", points(5, "A")), a=3)
        assert ("a", "b", "m") == self.open(level("I", points(5)))

    def test_are_none_once_the_level_is_known(self) -> None:
        """What is missing then may change points, and no level."""
        assert () == self.open(level("I", points(5, "A")), a=5)

    def test_are_not_those_of_conditions_that_cannot_matter(self) -> None:
        """Beside a condition that surely fails, and below a level that is sure, nothing matters."""
        lost, sure = level("I", points(11, "A.1"), points(5, "B")), level("II", points(0, "A.1"))
        last = level("III", points(5, "B"))

        assert () == self.open(lost, sure, last)
        assert ("a",) == self.open(lost, level("II", points(5, "A.1")), b=1)
        assert ("a",) == self.open(level("I", points(5, "A.1")), sure, last)

    def test_are_not_those_of_ways_that_are_closed(self) -> None:
        """Of several ways only those count that can still be gone."""
        closed, still = AllOf(all=(points(11, "A.1"), points(5, "B"))), points(5, "A.2")

        assert ("b",) == self.open(level("I", AnyOf(any=(closed, still))))

    def test_are_those_of_vetoes_too(self) -> None:
        """Whether a unit is shut out may be what is open."""
        shut = veto("r", points(5, "B"))

        assert ("m",) == self.open(level("I", points(0, "A.1")), vetoes=(shut,))
        assert ("b", "m") == self.open(
            level("I", points(1, "A.1")),
            vetoes=(shut, veto("r", points(1, "A.1")), veto("r", points(1, "A.2"), result="Hủy")),
            a=0,
        )

    def test_are_not_those_behind_a_veto_that_holds(self) -> None:
        """Once a veto holds, only those before it can change what comes out."""
        first, second = veto("r", points(5, "A.2"), result="Một"), veto("r", points(1, "A.1"))
        third = veto("r", points(5, "B"), result="Ba")

        assert ("b",) == self.open(level("I", points(1, "B")), vetoes=(first, second, third), a=1)


def missing(rating: Rating) -> list[tuple[str, object, bool]]:
    """What is missing for the next level: the row, how much, and whether fewer will do."""
    assert rating.next is not None
    return [
        (each.condition.node, each.condition.shortfall, each.is_choice)
        for each in rating.next.unmet
    ]


class TestTheWayUp:
    """What is missing for the next level."""

    def test_leads_to_the_level_above(self) -> None:
        """Only what fails is listed, each with exactly what it takes."""
        rating = rate(TWO_ROWS, 0, A=5, B=number(7) - NEAR)

        assert ("III", "II") == (rating.level, rating.next and rating.next.level.name)
        assert [("B", NEAR, False)] == missing(rating)

    def test_leads_from_below_to_the_last_level(self) -> None:
        """A unit below all levels is told what it takes to reach the lowest."""
        rating = rate(TWO_ROWS, 0, A=3, B=9)

        assert "III" == (rating.next and rating.next.level.name)
        assert [("A", 2, False)] == missing(rating)

    def test_ends_at_the_top(self) -> None:
        """There is nothing above the best level."""
        assert rate(TWO_ROWS, 0, A=9, B=9).next is None

    def test_leads_above_the_worst_that_is_possible(self) -> None:
        """While points are open the way is that to the level which is not yet sure."""
        rating = rate(TWO_ROWS, 0, A=between(5, 9), B=between(6, 9))

        assert "II" == (rating.next and rating.next.level.name)
        assert [("B", 1, False)] == missing(rating)

    def test_never_asks_for_fewer_points_than_a_better_level_has(self) -> None:
        """From average to fair it takes 65 points, and not to stay below 80."""
        rating = rate(BANDS, between(60, 90))

        assert "Khá" == (rating.next and rating.next.level.name)
        assert [("", 5, False)] == missing(rating)

    def test_asks_for_fewer_points_where_more_are_worse(self) -> None:
        """An upper end that no better level is beyond has to be kept."""
        given = scale("s", level("I", points(3, op="<=")), level("II", points(5, op="<=")))

        assert [("", 2, False)] == missing(rate(given, 5))
        assert [("", 2, False)] == missing(rate(given, between(2, 5)))
        assert [("", 1, False)] == missing(rate(given, between(2, 6)))

    def test_marks_conditions_of_which_some_will_do(self) -> None:
        """Of two ways one is enough; what must be had is not marked, also where it is both."""
        first, second, third = points(5, "A"), points(6, "B"), points(7, "C")
        either = scale("s", level("I", AnyOf(any=(first, second)), third))
        two = scale("s", level("I", AtLeast(at_least=2, of=(first, second, third))))
        all_three = scale("s", level("I", AtLeast(at_least=3, of=(first, second, third))))
        nested = scale("s", level("I", AnyOf(any=(AllOf(all=(first, second)), third)), first))

        assert [("A", 5, True), ("B", 6, True), ("C", 7, False)] == missing(
            rate(either, 0, A=0, B=0, C=0)
        )
        assert [("A", 5, True), ("B", 6, True)] == missing(rate(two, 0, A=0, B=0, C=7))
        assert [("A", 5, False), ("B", 6, False)] == missing(rate(all_three, 0, A=0, B=0, C=7))
        assert [("A", 5, False), ("B", 6, True), ("C", 7, True)] == missing(
            rate(nested, 0, A=0, B=0, C=0)
        )
        assert [("C", 7, False)] == missing(rate(either, 0, A=5, B=0, C=0))

    def test_starts_at_what_is_called_like_a_level(self) -> None:
        """Who is below all and has the last level by name is told the way to the one above it."""
        given = scale("s", level("I", points(9)), level("II", points(5)), below="II")
        rating = rate(given, 3)

        assert ("II", "I") == (rating.level, rating.next and rating.next.level.name)
        assert [("", 6, False)] == missing(rating)

    def test_starts_at_the_level_that_is_reached(self) -> None:
        """A level below one that others are called by keeps its own place."""
        levels = (level("I", points(9)), level("II", points(5)), level("III", points(1)))
        rating = rate(scale("s", *levels, below="II"), 3)

        assert ("III", "II") == (rating.level, rating.next and rating.next.level.name)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (AnyOf(any=(points(80),)), AnyOf(any=(points(80, op="<"),))),
        (AllOf(all=(points(80),)), AllOf(all=(points(80, op="<"),))),
    ],
)
def test_levels_that_leave_nothing_between_them_are_all_that_is_possible(
    first: AnyOf | AllOf, second: AnyOf | AllOf
) -> None:
    """Whichever side of the threshold the points are on, one level holds, in groups as alone."""
    rating = rate(
        scale("s", level("I", first), level("II", second), below="Không"), between(70, 90)
    )

    assert ("I", "II") == rating.possible


def test_what_is_asked_for_in_any_case_is_no_choice() -> None:
    """A condition that stands alone and in a choice too is needed."""
    given = scale("s", level("I", points(80), AnyOf(any=(points(80), points(9, "A")))))
    found = rate(given, 70, A=5).next

    assert found is not None
    assert [(number(80), False), (number(9), True)] == [
        (each.condition.limit, each.is_choice) for each in found.unmet
    ]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ("270.5", "the whole: 270.5 points, asked for ≥ 270: met, by 0.5"),
        ("269.5", "the whole: 269.5 points, asked for ≥ 270: not met, short by 0.5"),
    ],
)
def test_half_a_point_is_on_its_side(found: str, said: str) -> None:
    """The reason says on which side of the threshold points are, however near."""
    reason = rate(scale("s", level("I", points(270))), found).conditions[0].reason

    assert said == reason.text("en")
