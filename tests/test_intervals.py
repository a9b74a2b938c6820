from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrik import intervals
from rubrik.intervals import EVERYTHING, Interval, add, hull, largest, smallest
from scorers.spans import ENDS, INTERVALS, SAMPLES, interval

HALF = Fraction(1, 2)


def members(part: Interval | None) -> list[Fraction]:
    """The samples in an interval; none in no interval."""
    return [] if part is None else [x for x in SAMPLES if x in part]


def text(part: Interval | None) -> str | None:
    """An interval as text."""
    return None if part is None else str(part)


def test_dir_is_all() -> None:
    """The module shows its public names and no others."""
    assert sorted(intervals.__all__) == dir(intervals)


class TestBuilding:
    """An interval is a non-empty set, and equal sets are equal values."""

    @pytest.mark.parametrize(
        ("low", "high", "low_open", "high_open", "said"),
        [
            (1, 0, False, False, "empty interval: [1, 0]"),
            (1, 1, True, False, "empty interval: (1, 1]"),
            (1, 1, False, True, "empty interval: [1, 1)"),
            (1, 1, True, True, "empty interval: (1, 1)"),
        ],
    )
    def test_refuses_the_empty_set(
        self, low: int, high: int, low_open: bool, high_open: bool, said: str
    ) -> None:
        """Ends out of order, or equal and not both closed, hold nothing."""
        with pytest.raises(ValueError, match="empty interval") as caught:
            Interval(Fraction(low), Fraction(high), low_open=low_open, high_open=high_open)

        assert said == str(caught.value)

    def test_an_unbounded_end_is_never_open(self) -> None:
        """What is open where it has no end is equal to what is not."""
        open_ = Interval(None, None, low_open=True, high_open=True)

        assert open_ == EVERYTHING
        assert hash(EVERYTHING) == hash(open_)
        assert not open_.low_open
        assert not open_.high_open

    def test_a_bounded_end_may_be_open(self) -> None:
        """Only the end that is not there is closed when built."""
        part = Interval(None, Fraction(1), low_open=True, high_open=True)

        assert not part.low_open
        assert part.high_open

    def test_of_one_value(self) -> None:
        """A point holds its value alone, however near another comes."""
        point = Interval.point(HALF)

        assert Interval(HALF, HALF) == point
        assert point.is_point
        assert [HALF] == members(point)

    @pytest.mark.parametrize("written", ["[0, 1]", "(-∞, 1]", "[1, ∞)", "(-∞, ∞)"])
    def test_of_more_than_one_value(self, written: str) -> None:
        """What is wider than a point is none."""
        assert not interval(written).is_point

    @pytest.mark.parametrize(
        "written", ["[0, 1]", "(0, 1]", "[0, 1)", "(0, 1/2)", "(-∞, 1)", "[-1, ∞)", "(-∞, ∞)"]
    )
    def test_reads_as_it_is_written(self, written: str) -> None:
        """Open ends are round, closed ones square, as at school."""
        assert written == str(interval(written))
        assert written == repr(interval(written))


class TestPlace:
    """Where an interval lies beside a value."""

    @pytest.mark.parametrize(
        ("written", "holds", "above", "below", "at_most", "at_least"),
        [
            ("[0, 1]", True, False, False, False, True),
            ("(0, 1]", False, True, False, False, True),
            ("[-1, 0]", True, False, False, True, False),
            ("[-1, 0)", False, False, True, True, False),
            ("[0, 0]", True, False, False, True, True),
            ("(-∞, 0)", False, False, True, True, False),
            ("(0, ∞)", False, True, False, False, True),
            ("[-1, 1]", True, False, False, False, False),
            ("(-∞, ∞)", True, False, False, False, False),
        ],
    )
    def test_beside_zero(  # noqa: PLR0913, PLR0917 - one row of a table of truth
        self, written: str, holds: bool, above: bool, below: bool, at_most: bool, at_least: bool
    ) -> None:
        """An open end at zero lies beside it; none of it lies on the other side either way."""
        part, zero = interval(written), Fraction(0)

        assert holds == (zero in part)
        assert above == part.is_above(zero)
        assert below == part.is_below(zero)
        assert at_most == part.is_at_most(zero)
        assert at_least == part.is_at_least(zero)

    @given(INTERVALS)
    def test_every_value_is_in_it_or_beside_it(self, part: Interval) -> None:
        """Of three places a value has exactly one."""
        for x in SAMPLES:
            assert 1 == [x in part, part.is_above(x), part.is_below(x)].count(True)


class TestSets:
    """Meet, difference and hull are those of sets."""

    @given(INTERVALS, INTERVALS)
    def test_the_meet_holds_what_both_hold(self, first: Interval, second: Interval) -> None:
        """A value is in the meet just if it is in both; where nothing is, there is no interval."""
        meet = first.meet(second)
        both = [x for x in SAMPLES if x in first and x in second]

        assert both == members(meet)
        assert (meet is None) == (not both)
        assert meet == second.meet(first)

    @given(INTERVALS, INTERVALS)
    def test_one_holds_another_whose_values_it_holds_all(
        self, first: Interval, second: Interval
    ) -> None:
        """To hold an interval is to hold each of its values."""
        assert first.holds(second) == (set(members(second)) <= set(members(first)))

    @given(INTERVALS, INTERVALS)
    def test_the_difference_holds_the_rest(self, first: Interval, second: Interval) -> None:
        """What is in the first and not in the second, in order and each value once."""
        parts = first.minus(second)
        rest = [x for x in SAMPLES if x in first and x not in second]

        assert rest == [x for part in parts for x in members(part)]
        assert all(members(part) for part in parts)

    @pytest.mark.parametrize(
        ("first", "second", "rest"),
        [
            ("[0, 3]", "[1, 2]", ["[0, 1)", "(2, 3]"]),
            ("[0, 3]", "(1, 2)", ["[0, 1]", "[2, 3]"]),
            ("[0, 3]", "[1, 1]", ["[0, 1)", "(1, 3]"]),
            ("[0, 3]", "(0, 3)", ["[0, 0]", "[3, 3]"]),
            ("[0, 3]", "[0, 3]", []),
            ("[0, 3)", "[3, 4]", ["[0, 3)"]),
            ("(-∞, ∞)", "[0, ∞)", ["(-∞, 0)"]),
            ("(-∞, ∞)", "(-∞, ∞)", []),
        ],
    )
    def test_differences(self, first: str, second: str, rest: list[str]) -> None:
        """An end that is cut off closed leaves an open one, and the other way round."""
        assert rest == [str(part) for part in interval(first).minus(interval(second))]

    @given(st.lists(INTERVALS, min_size=1, max_size=3))
    def test_the_hull_is_the_smallest_that_holds_all(self, parts: list[Interval]) -> None:
        """It holds every part, and of all values those that lie between two of the parts' own."""
        whole = hull(parts)

        assert all(whole.holds(part) for part in parts)
        assert members(whole) == [
            x
            for x in SAMPLES
            if not all(part.is_above(x) for part in parts)
            and not all(part.is_below(x) for part in parts)
        ]

    def test_the_hull_takes_any_iterable(self) -> None:
        """Parts may come one by one."""
        assert "(0, 3]" == str(hull(interval(each) for each in ("(0, 1)", "[2, 3]")))


class TestSplit:
    """An interval is cut at values into what lies below, at and above each of them."""

    @pytest.mark.parametrize(
        ("written", "at", "parts"),
        [
            ("[0, 3]", [1, 2], ["[0, 1)", "[1, 1]", "(1, 2)", "[2, 2]", "(2, 3]"]),
            ("[0, 3]", [3, 0, 3], ["[0, 0]", "(0, 3)", "[3, 3]"]),
            ("(0, 3)", [0, 3], ["(0, 3)"]),
            ("[0, 3]", [-1, 4], ["[0, 3]"]),
            ("[0, 0]", [0], ["[0, 0]"]),
            ("(-∞, ∞)", [0], ["(-∞, 0)", "[0, 0]", "(0, ∞)"]),
            ("[0, 3]", [], ["[0, 3]"]),
        ],
    )
    def test_parts_are_in_order(self, written: str, at: list[int], parts: list[str]) -> None:
        """Values outside cut nothing, and one that comes twice cuts once."""
        assert parts == [str(part) for part in interval(written).split(map(Fraction, at))]

    @given(INTERVALS, st.lists(st.sampled_from(ENDS)))
    def test_parts_hold_each_value_once(self, whole: Interval, at: list[Fraction]) -> None:
        """Nothing is lost, and no part lies on both sides of a value."""
        parts = list(whole.split(at))

        assert members(whole) == [x for part in parts for x in members(part)]
        assert all(part.is_point or value not in part for part in parts for value in at)

    @given(INTERVALS)
    def test_a_sample_is_inside(self, whole: Interval) -> None:
        """Also where an end is open, or is not there."""
        assert whole.sample in whole


class TestSnapped:
    """Over whole numbers an interval is as wide as the integers in it."""

    @pytest.mark.parametrize(
        ("written", "snapped"),
        [
            ("[0, 3]", "[0, 3]"),
            ("(0, 3)", "[1, 2]"),
            ("(-1/2, 5/2]", "[0, 2]"),
            ("(-3/2, -1/2)", "[-1, -1]"),
            ("[999999999/1000000000, 1]", "[1, 1]"),
            ("(1, 1000000001/1000000000]", None),
            ("(0, 1)", None),
            ("[1/3, 2/3]", None),
            ("(-∞, 5/2]", "(-∞, 2]"),
            ("(2, ∞)", "[3, ∞)"),
            ("(-∞, ∞)", "(-∞, ∞)"),
        ],
    )
    def test_ends_at_integers(self, written: str, snapped: str | None) -> None:
        """Open ends go on to the next integer; without any there is no interval."""
        assert snapped == text(interval(written).snapped())

    @given(INTERVALS)
    def test_holds_the_same_integers(self, part: Interval) -> None:
        """No integer is lost or won."""
        whole = [x for x in members(part) if x.denominator == 1]

        snapped = [x for x in members(part.snapped()) if x.denominator == 1]
        assert whole == snapped


LINES = st.tuples(st.sampled_from(ENDS), st.sampled_from(ENDS))


class TestArithmetic:
    """Interval arithmetic gives exactly what values of the parts can give."""

    @given(INTERVALS, LINES)
    def test_the_image_holds_what_the_line_gives(
        self, part: Interval, line: tuple[Fraction, Fraction]
    ) -> None:
        """A value is in the image just if the line takes it somewhere in the interval."""
        slope, constant = line
        image = part.image(slope, constant)

        assert all(slope * x + constant in image for x in members(part))
        if slope == 0:
            assert Interval.point(constant) == image
        else:
            assert part == image.image(1 / slope, -constant / slope)

    @given(INTERVALS, INTERVALS)
    def test_the_sum_holds_what_two_values_add_to(self, first: Interval, second: Interval) -> None:
        """A value is in the sum just if it is that of two, one of each."""
        total = add([first, second])

        for x in SAMPLES:
            assert (x in total) == (first.image(Fraction(-1), x).meet(second) is not None)

    @pytest.mark.parametrize(
        ("parts", "total"),
        [
            ([], "[0, 0]"),
            (["(0, 1]"], "(0, 1]"),
            (["[0, 1]", "(1, 2)", "[3, 3]"], "(4, 6)"),
            (["(-∞, 1)", "(0, 2]"], "(-∞, 3)"),
            (["(-∞, 0]", "[0, ∞)"], "(-∞, ∞)"),
            (["[0, 0]", "[0, 0]"], "[0, 0]"),
        ],
    )
    def test_sums(self, parts: list[str], total: str) -> None:
        """No parts add to zero; one open or missing end makes that of the sum so."""
        assert total == str(add([interval(each) for each in parts]))

    @given(st.lists(INTERVALS, min_size=1, max_size=3))
    def test_the_smallest_holds_what_some_part_has_and_no_other_undercuts(
        self, parts: list[Interval]
    ) -> None:
        """A value is the least of one of each just if one has it and all reach it from above."""
        least = smallest(parts)

        for x in SAMPLES:
            is_least = any(x in part for part in parts) and not any(
                part.is_below(x) for part in parts
            )
            assert is_least == (x in least)

    @given(st.lists(INTERVALS, min_size=1, max_size=3))
    def test_the_largest_holds_what_some_part_has_and_no_other_exceeds(
        self, parts: list[Interval]
    ) -> None:
        """A value is the most of one of each just if one has it and all reach it from below."""
        most = largest(parts)

        for x in SAMPLES:
            is_most = any(x in part for part in parts) and not any(
                part.is_above(x) for part in parts
            )
            assert is_most == (x in most)

    @pytest.mark.parametrize(
        ("fold", "parts", "whole"),
        [
            (smallest, ["[0, 5)", "[0, 5]"], "[0, 5)"),
            (smallest, ["(0, 1]", "[0, 1]"], "[0, 1]"),
            (smallest, ["(-∞, 5]", "[0, ∞)"], "(-∞, 5]"),
            (largest, ["(0, 1]", "[0, 1]"], "(0, 1]"),
            (largest, ["[0, 5)", "[0, 5]"], "[0, 5]"),
            (largest, ["(-∞, 5]", "[0, ∞)"], "[0, ∞)"),
        ],
    )
    def test_extremes(
        self, fold: Callable[[Sequence[Interval]], Interval], parts: list[str], whole: str
    ) -> None:
        """Of two equal ends the open one is nearer to the inside of its own interval."""
        assert whole == str(fold([interval(each) for each in parts]))


class TestClamped:
    """Values are raised to one limit and cut at the other."""

    @given(INTERVALS, st.none() | st.sampled_from(ENDS), st.none() | st.sampled_from(ENDS))
    def test_holds_the_clamped_values(
        self, part: Interval, one: Fraction | None, other: Fraction | None
    ) -> None:
        """Every value between the limits stays; one beyond them leaves the limit in its place."""
        low, high = (one, other) if one is None or other is None else sorted((one, other))
        clamped = part.clamped(low, high)

        for x in members(part):
            raised = x if low is None else max(low, x)
            assert (raised if high is None else min(high, raised)) in clamped
        for x in members(clamped):
            is_limit = (x == low and not part.is_above(x)) or (x == high and not part.is_below(x))
            assert x in part or is_limit

    @pytest.mark.parametrize(
        ("written", "low", "high", "clamped"),
        [
            ("[0, 5]", 1, 4, "[1, 4]"),
            ("(0, 5)", 0, 5, "(0, 5)"),
            ("[6, 9]", 1, 4, "[4, 4]"),
            ("[-9, 0]", 1, 4, "[1, 1]"),
            ("(-∞, ∞)", 1, 4, "[1, 4]"),
            ("(-∞, ∞)", None, 4, "(-∞, 4]"),
            ("(-∞, ∞)", 1, None, "[1, ∞)"),
            ("(0, 5)", None, None, "(0, 5)"),
            ("[0, 9]", 4, 1, "[4, 4]"),
        ],
    )
    def test_between_limits(
        self, written: str, low: int | None, high: int | None, clamped: str
    ) -> None:
        """Either limit may be left out; of two that are crossed the lower one wins."""
        limits = [None if each is None else Fraction(each) for each in (low, high)]

        assert clamped == str(interval(written).clamped(*limits))


def test_everything_is_unbounded() -> None:
    """All rationals are in it, however large."""
    assert Fraction(10**400) in EVERYTHING
    assert Fraction(-(10**400)) in EVERYTHING


def test_samples_tell_ends_apart() -> None:
    """What the properties are tried on lies at each end and on both sides of it."""
    assert all(low < high for low, high in pairwise(SAMPLES))
    assert set(ENDS) <= set(SAMPLES)
