"""Where a unit stands, by a sheet and by bare points: points, maxima, what is left to be had."""

from fractions import Fraction
from typing import Any

import pytest

from classifier.small import between, level, points, scale, share
from rubrik import Adjudication, Band, Criterion, Interval, Rating, Scale, Veto, classify
from rubrik.measures import Count, Flag
from scoring.rows import banded, fixed, group, per_unit, rubric_of, sheet_of

RUBRIC = rubric_of(
    group("A", 20),
    per_unit("A.1", "a", may_be_not_applicable=True),
    per_unit("A.2", "b", may_be_not_applicable=True),
    group("B", 10, capped=True),
    per_unit("B.1", "quarters", max=8),
    per_unit("B.2", "m", max=8),
    group("C", 5, counts="rule", score=None),
    fixed("C.1", 3),
)
FULL = {"a": 10, "b": 10, "quarters": 4, "m": 8}


def rate(given: Scale, node: str | None = None, **report: Any) -> Rating:  # noqa: ANN401 - whatever a report holds
    """The rating of a report."""
    return classify(sheet_of(RUBRIC, **report), given, node=node)


def decided(code: str, decision: str, **more: Any) -> Adjudication:  # noqa: ANN401 - any other field
    """A verifier's decision."""
    return Adjudication(code=code, decision=decision, reason="r", **more)


def rooms(rating: Rating) -> dict[str, Fraction | None]:
    """Where points are still to be had for the first condition that is missing."""
    assert rating.next is not None
    return {room.code: room.points for room in rating.next.unmet[0].rooms}


def limit(rating: Rating) -> Fraction | None:
    """The threshold of the first condition, in points."""
    return rating.conditions[0].limit


class TestOfASheet:
    """A scoresheet against a scale."""

    def test_has_the_points_of_rows_and_of_the_whole(self) -> None:
        """Known ones as they are, open ones as intervals."""
        given = scale("s", level("I", points(5, "A.1"), points(5, "A"), points(5)))
        within = [each.within for each in rate(given, inputs={"a": 7}).conditions]

        assert [between(7, 7), between(7, 17), between(7, 27)] == within

    def test_has_the_maximum_of_what_applies(self) -> None:
        """A share of the maximum is of what is left of it; declared numbers stay as they are."""
        of_a, of_all = (
            scale("s", level("I", share("1/2", "A"))),
            scale("s", level("I", share("1/2"))),
        )
        declared = scale("s", level("I", share("1/2", "A")), bases={"A": 20})
        without: dict[str, Any] = {"not_applicable": ("A.1",)}

        assert (Fraction(10), Fraction(35, 2)) == (limit(rate(of_a)), limit(rate(of_all)))
        assert (Fraction(5), Fraction(25, 2)) == (
            limit(rate(of_a, **without)),
            limit(rate(of_all, **without)),
        )
        assert Fraction(10) == limit(rate(declared, **without))

    def test_has_the_parts_that_apply(self) -> None:
        """A mean is over the rows that apply."""
        mean = scale("s", level("I", share("2,5", "A", base="parts")))
        of_all = scale("s", level("I", share("2,5", base="parts")))

        assert (Fraction(5), Fraction(15, 2)) == (limit(rate(mean)), limit(rate(of_all)))
        assert Fraction(5, 2) == limit(rate(mean, not_applicable=("A.1",)))

    def test_is_no_rating_of_what_does_not_apply(self) -> None:
        """A group of which nothing applies has no level, not the lowest one, and no way up."""
        given = scale("s", level("I", share("1/2")), below="Không", nodes=("A", "B"))
        rating = rate(given, "A", not_applicable=("A.1", "A.2"))

        assert not rating.applies
        assert ((), None, None, None, None, ()) == (
            rating.possible,
            rating.level,
            rating.place,
            rating.reached,
            rating.next,
            rating.open_inputs,
        )
        assert rate(given, "B").applies

    def test_is_no_rating_of_a_checklist(self) -> None:
        """Rows that are only checked have no points, and nothing is below a level for that."""
        checked = Criterion(code="1", name="Một", measure=Flag("f"))
        given = scale("s", level("I", points(1)), below="Không")
        rating = classify(sheet_of(rubric_of(checked), inputs={"f": True}), given)

        assert (False, (), None) == (rating.applies, rating.possible, rating.level)

    def test_is_exact_on_a_row_that_is_worth_nothing(self) -> None:
        """Half of a maximum of 0 is 0, and any part of it is had."""
        nothing = rubric_of(fixed("1", 0, max=0), fixed("2", 3))
        given = scale("s", level("I", share("50%", "1"), share("100%", "1")))

        assert "I" == classify(sheet_of(nothing), given).level
        assert "I" == classify({"1": 0}, given, rubric=nothing).level

    def test_asks_nothing_of_what_does_not_apply(self) -> None:
        """Half of the maximum of what does not apply is nothing, and nothing is met."""
        given = scale("s", level("I", share("1/2", "A"), points(1, "B")))
        rating = rate(given, not_applicable=("A.1", "A.2"), inputs={"quarters": 1, "m": 0})

        assert (Fraction(0), True) == (limit(rating), rating.conditions[0].holds)
        assert "I" == rating.level

    @pytest.mark.parametrize(
        ("code", "expected"), [("A.1", "Hủy"), ("B.1", "I")], ids=["below it", "elsewhere"]
    )
    def test_knows_what_was_annulled(self, code: str, expected: str) -> None:
        """A row that a verifier annulled vetoes what names it, or a row above it."""
        veto = Veto(reason="khai sai", annulled=("C", "A"), result="Hủy")
        given = scale("s", level("I", points(0)), vetoes=(veto,))

        assert expected == rate(given, inputs=FULL, adjudications=(decided(code, "annul"),)).level

    def test_tells_what_was_annulled_from_what_was_rejected(self) -> None:
        """Evidence that is not taken costs points, and no level by itself."""
        given = scale("s", level("I", points(0)), vetoes=(Veto(reason="r", annulled=("A.1",)),))

        assert "I" == rate(given, adjudications=(decided("A.1", "reject"),)).level
        assert "" == rate(given, adjudications=(decided("A.1", "annul"),)).level


class TestRoomsOfASheet:
    """The rows that can still give points."""

    WHOLE = scale("s", level("I", points(100)))

    def test_are_those_below_their_maximum(self) -> None:
        """A row that has all its points has none to give; one that is open has all that is open."""
        assert {"A.1": 3, "A.2": 10} == rooms(
            rate(scale("s", level("I", points(100, "A"))), inputs={"a": 7})
        )
        assert {"A.2": 4} == rooms(
            rate(scale("s", level("I", points(100, "A"))), inputs={"a": 10, "b": 6})
        )

    def test_are_not_those_that_do_not_apply_or_were_decided(self) -> None:
        """Points are not to be had where a verifier has given them, or where nothing applies."""
        rating = rate(
            self.WHOLE,
            inputs={"quarters": 1, "m": 2},
            not_applicable=("A.1",),
            adjudications=(decided("A.2", "replace", points=1),),
        )

        assert {"B.1": 3, "B.2": 6} == rooms(rating)

    def test_are_none_in_a_group_that_is_cut_where_it_stands(self) -> None:
        """A group that has its maximum already has no more, whatever its rows could give."""
        assert {} == rooms(rate(self.WHOLE, inputs={**FULL, "m": 7}))
        assert {"A.1": 10} == rooms(rate(self.WHOLE, inputs={**FULL, "a": 0, "m": 7}))

    def test_are_those_of_rows_that_count(self) -> None:
        """Below a group that counts by its own rule nothing is to be had."""
        assert {} == rooms(rate(self.WHOLE, inputs=FULL))

    def test_may_be_without_limit(self) -> None:
        """A row without a maximum can give any number of points."""
        free = rubric_of(per_unit("1", "a", max=None))
        rating = classify(sheet_of(free, inputs={"a": 3}), self.WHOLE)

        assert {"1": None} == rooms(rating)

    def test_are_not_where_fewer_points_are_needed(self) -> None:
        """Who has too many points is not told where to get more."""
        assert {} == rooms(rate(scale("s", level("I", points(3, op="<"))), inputs={"a": 7}))

    def test_are_none_where_nothing_says_how_many(self) -> None:
        """A row whose rule may have any end at all has no room that could be told."""
        odd = classify(
            {"A": between(None, 5)}, scale("s", level("I", points(9, "A"))), rubric=RUBRIC
        )

        assert {} == rooms(odd)


class TestOfBarePoints:
    """Points by code against a scale."""

    def within(self, code: str, found: dict[str, object]) -> Interval:
        """The points of a row, by those that are stated and the rubric."""
        given = scale("s", level("I", points(5, code)))
        return classify(found, given, rubric=RUBRIC).conditions[0].within

    def test_are_as_stated(self) -> None:
        """What is stated of a row stands, whatever its parts come to."""
        assert between(7, 7) == self.within("A", {"A": 7, "A.1": 1, "A.2": 1})

    def test_add_up(self) -> None:
        """A group that is not stated is the sum of its parts, cut where it is."""
        assert between(5, 5) == self.within("A", {"A.1": 2, "A.2": 3})
        assert between(10, 10) == self.within("B", {"B.1": 8, "B.2": 3})
        assert between(15, 15) == self.within("", {"A.1": 2, "A.2": 3, "B": 10, "C": 0})

    def test_are_what_the_rule_can_give_where_they_are_not_stated(self) -> None:
        """A row that is not stated has any points that its rule can give."""
        assert between(2, 12) == self.within("A", {"A.1": 2})
        assert between(0, 30) == self.within("", {})
        assert between(2, 7) == self.within("A", {"A.1": 2, "A.2": between(0, 5)})

    def test_without_a_rubric_may_be_anything(self) -> None:
        """A row that nobody says anything of may have any points."""
        given = scale("s", level("I", points(5, "A")), below="Không")

        assert ("I", "Không") == classify({"B": 5}, given).possible
        assert "I" == classify({"A": 5}, given).level

    def test_have_the_maxima_and_parts_of_the_rubric(self) -> None:
        """Every row is taken to apply."""
        given = scale("s", level("I", share("1/2", "A"), share(1, "A", base="parts"), share("1/2")))
        found = classify({"A": 7}, given, rubric=RUBRIC).conditions

        assert [10, 2, Fraction(35, 2)] == [each.limit for each in found]

    def test_are_never_annulled(self) -> None:
        """Bare points are as they are; a veto by annulment needs a sheet."""
        veto = Veto(reason="r", annulled=("A",))

        assert (
            "I" == classify({"A": 7}, scale("s", level("I", points(5, "A")), vetoes=(veto,))).level
        )

    def test_come_from_no_inputs(self) -> None:
        """Nothing that is open in them is an input that somebody could report."""
        given = scale("s", level("I", points(5, "A")), below="Không")

        assert () == classify({}, given, rubric=RUBRIC).open_inputs


class TestRoomsOfBarePoints:
    """The lowest rows that are stated, and what they can still be given."""

    def rooms(self, code: str, found: dict[str, object]) -> dict[str, Fraction | None]:
        """Where points are still to be had for a hundred of them on one row."""
        given = scale("s", level("I", points(100, code)))
        return rooms(classify(found, given, rubric=RUBRIC))

    def test_are_criteria_where_criteria_are_stated(self) -> None:
        """What each rule can give, less what is stated; nothing is known of the others but that."""
        assert {"A.1": 8, "A.2": 10} == self.rooms("A", {"A.1": 2})
        assert {"A.1": 8, "A.2": 4} == self.rooms("A", {"A": 8, "A.1": 2, "A.2": 6})

    def test_are_groups_where_only_groups_are_stated(self) -> None:
        """Where the points of a group come from nobody says: it can still have its own rest."""
        assert {"A": 5} == self.rooms("A", {"A": 15})
        assert {"A": 5, "B.1": 4, "B.2": 8} == self.rooms("", {"A": 15})

    def test_are_the_whole_where_only_that_is_stated(self) -> None:
        """The whole has what all its rows can give."""
        assert {"": 5} == self.rooms("", {"": 25})

    def test_are_none_in_a_group_that_is_full(self) -> None:
        """A group that is cut where it stands has no more."""
        assert {"A": 5} == self.rooms("", {"A": 15, "B.1": 8, "B.2": 8, "C": 0})
        assert {} == self.rooms("B", {"B": 10, "B.1": 2})

    def test_are_none_without_a_rubric(self) -> None:
        """Nobody knows what a row can have."""
        assert {} == rooms(classify({"A": 5}, scale("s", level("I", points(9, "A")))))

    def test_are_none_where_no_rule_says_how_many(self) -> None:
        """A whole with a row of no known points has no room that could be told."""
        holes = rubric_of(_unknown(), fixed("2", 3))
        given = scale("s", level("I", points(100)))

        assert {} == rooms(classify({"": 3}, given, rubric=holes))
        assert {} == rooms(classify({"1": 3}, given, rubric=holes))


def _unknown() -> Criterion:
    """A criterion whose table has no band for any value."""
    table = banded(Band(from_=5, to=9, points=3))
    return Criterion(code="1", name="Một", max=10, measure=Count("quarters"), score=table)


def test_a_sheet_and_its_points_are_rated_alike() -> None:
    """The points of all criteria are all that a scale asks of a unit that all rows apply to."""
    sheet = sheet_of(RUBRIC, inputs={"a": 7, "b": 2, "quarters": 3, "m": 8})
    found = {line.code: line.points for line in sheet.lines if line.ruled and line.counted}
    given = scale("s", level("I", share("1/2", "A"), points(12)), level("II", points(20)))

    assert _rated(classify(sheet, given)) == _rated(classify(found, given, rubric=RUBRIC))


def _rated(rating: Rating) -> object:
    return rating.possible, rating.conditions, rating.next


def test_a_group_that_is_not_cut_may_exceed_its_maximum() -> None:
    """By bare points or by a sheet, only a group that is cut ends at its maximum."""
    rubric = rubric_of(group("A", 5), per_unit("A.1", "a"), per_unit("A.2", "b"))
    given = scale("s", level("I", points(9, "A")))
    bare = classify({"A.1": 4, "A.2": 4}, given, rubric=rubric)
    sheet = classify(sheet_of(rubric, inputs={"a": 4, "b": 4}), given)

    assert between(8, 8) == bare.conditions[0].within
    assert {"A.1": Fraction(6), "A.2": Fraction(6)} == rooms(bare) == rooms(sheet)
