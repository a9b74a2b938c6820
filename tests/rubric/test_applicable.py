"""The maxima of what applies, once some rows do not."""

from fractions import Fraction
from typing import Any

import pytest

from rubrik.rubric import left_of
from rubrik.rubric.nodes import Node
from scoring.rows import fixed, group, rubric_of


def left(*nodes: Node, gone: tuple[str | None, ...]) -> dict[str | None, Any]:
    """The maximum of every row, and of the whole, without those that are gone."""
    return dict(left_of(rubric_of(*nodes).under(), gone))


ROWS = (
    group("1", 20),
    fixed("1.1", 4),
    fixed("1.2", 4),
    fixed("2", 4, max=5),
)
NESTED = (
    group("1", 30),
    group("1.1", 20),
    fixed("1.1.1", 1),
    fixed("1.1.2", 1),
    fixed("1.2", 1),
)


class TestWithoutAny:
    """Where everything applies."""

    def test_are_those_that_are_read(self) -> None:
        """Nothing is lost, and groups without a maximum have that of their rows."""
        rows = (group("1"), fixed("1.1", 4), fixed("1.2", 4, max="2,5"))
        part, whole = Fraction("2.5"), Fraction("12.5")

        assert {None: whole, "1": whole, "1.1": 10, "1.2": part} == left(*rows, gone=())

    def test_are_nothing_in_an_empty_rubric(self) -> None:
        """No rows have no maximum."""
        assert {None: None} == left(gone=())


class TestOfRows:
    """What a row takes away with it."""

    def test_leave_their_group_and_the_whole(self) -> None:
        """The row keeps its own maximum; those above have so much less."""
        assert {None: 15, "1": 10, "1.1": 10, "1.2": 10, "2": 5} == left(*ROWS, gone=("1.2",))

    def test_at_the_top_leave_the_whole(self) -> None:
        """The whole is a sum like any other."""
        assert {None: 20, "1": 20, "1.1": 10, "1.2": 10, "2": 5} == left(*ROWS, gone=("2",))

    def test_that_have_no_maximum_take_nothing_away(self) -> None:
        """What is worth an unknown number of points leaves nothing that is known."""
        rows = (group("1", 10), fixed("1.1", 4), fixed("1.2", 4, max=None))

        assert {None: 10, "1": 10, "1.1": 10, "1.2": None} == left(*rows, gone=("1.2",))

    def test_leave_what_is_unknown_unknown(self) -> None:
        """A group whose maximum cannot be told has none without a row of it either."""
        rows = (group("1"), fixed("1.1", 4), fixed("1.2", 4, max=None))

        assert {None: None, "1": None, "1.1": 10, "1.2": None} == left(*rows, gone=("1.1",))

    def test_leave_every_group_above(self) -> None:
        """Through groups of groups, up to the whole."""
        rows = (
            group("1", 30),
            group("1.1", 20),
            fixed("1.1.1", 1),
            fixed("1.1.2", 1),
            fixed("1.2", 1),
        )
        found = left(*rows, gone=("1.1.2",))

        assert (20, 20, 10) == (found[None], found["1"], found["1.1"])


class TestOfGroups:
    """Groups of which nothing applies."""

    def test_leave_with_all_that_they_are_worth(self) -> None:
        """The group keeps its own maximum, as rows do, and those above lose all of it."""
        found = left(*NESTED, gone=("1.1.1", "1.1.2", "1.1"))

        assert (10, 10, 20) == (found[None], found["1"], found["1.1"])

    def test_stay_where_they_count_all_the_same(self) -> None:
        """A group that is worth nothing, or all of it, then, keeps its maximum."""
        found = left(*NESTED, gone=("1.1.1", "1.1.2"))

        assert (30, 30, 20) == (found[None], found["1"], found["1.1"])

    def test_leave_nothing_of_the_whole(self) -> None:
        """Where nothing applies at all, there is nothing to be had."""
        rows = (fixed("1", 4), fixed("2", 4))

        assert {None: 0, "1": 10, "2": 10} == left(*rows, gone=("1", "2", None))


class TestOfWhatDoesNotAddUp:
    """Groups that keep their maximum, or some of it."""

    def test_stay_where_what_is_gone_is_made_up_for(self) -> None:
        """A rescaled group has its full maximum, whatever is left of its rows."""
        rows = (group("1", 20, rescaled=True), fixed("1.1", 4), fixed("1.2", 4))
        found = left(*rows, gone=("1.2",))

        assert (20, 20) == (found[None], found["1"])

    def test_leave_where_nothing_is_left_to_make_up_with(self) -> None:
        """A rescaled group whose only row that applies is worth nothing has nothing to give."""
        rows = (group("1", 20, rescaled=True), fixed("1.1", 0, max=0), fixed("1.2", 4, max=20))
        found = left(*rows, gone=("1.2",))

        assert (0, 0) == (found[None], found["1"])

    def test_stay_where_a_rule_counts(self) -> None:
        """Rows below a group that counts by a rule of its own do not count."""
        rows = (group("1", 5, counts="rule"), fixed("1.1", 4), fixed("1.2", 4))
        found = left(*rows, gone=("1.2",))

        assert (5, 5) == (found[None], found["1"])

    @pytest.mark.parametrize(
        ("maximum", "expected"),
        [
            (20, 10),  # what adds up is lost
            (15, 10),  # 10 points are still to be had, of 15
            (8, 8),  # the cut at 8 is still reached
            (30, 20),  # what nobody could ever have stays where it is
        ],
    )
    def test_keep_what_is_still_to_be_had_where_they_are_cut(
        self, maximum: int, expected: int
    ) -> None:
        """A group that is cut at less than its rows loses only what the cut does not take."""
        rows = (group("1", maximum, capped=True), fixed("1.1", 4), fixed("1.2", 4))

        assert expected == left(*rows, gone=("1.2",))["1"]

    @pytest.mark.parametrize(("maximum", "expected"), [(20, 10), (15, 5), (30, 20), (8, 0)])
    def test_lose_what_is_gone_where_they_are_not(self, maximum: int, expected: int) -> None:
        """The declared maximum loses what the row is worth, and is never below nothing."""
        rows = (group("1", maximum), fixed("1.1", 4), fixed("1.2", 4))

        assert expected == left(*rows, gone=("1.2",))["1"]

    def test_lose_what_groups_below_have_lost(self) -> None:
        """A cut group that is left with less passes on that much alone."""
        rows = (
            group("1", 25),
            group("1.1", 15, capped=True),
            fixed("1.1.1", 1),
            fixed("1.1.2", 1),
            fixed("1.2", 1),
        )
        found = left(*rows, gone=("1.1.2",))

        assert (10, 20, 20) == (found["1.1"], found["1"], found[None])
