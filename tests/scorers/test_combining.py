from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from rubrik.absence import Undefined
from rubrik.intervals import EVERYTHING, Interval
from rubrik.scorers import Band, Banded, Piece, Pieces, Stepped
from rubrik.scorers.combining import clamped, highest, lowest, switched, total
from scorers.lines import (
    BANDS,
    COUNTS,
    DOMAINS,
    HALF,
    ONE,
    PARTITIONS,
    SHARES,
    ZERO,
    flat,
    inside,
    line,
    over,
    shape,
    sloped,
    unknown,
)
from scorers.spans import ENDS, INTERVALS, interval

PAIRS = st.sampled_from(DOMAINS).flatmap(
    lambda domain: st.lists(
        BANDS.map(lambda bands: Pieces.partition(domain, bands)), min_size=1, max_size=3
    )
)


def pointwise(
    fold: Callable[[Sequence[Fraction]], Fraction], parts: list[Pieces], x: Fraction
) -> Fraction | None:
    """The points of several rules at one value, put together."""
    points = [part.points(x) for part in parts]
    known = [each for each in points if each is not None]
    return fold(known) if len(known) == len(points) else None


class TestCombined:
    """Rules over one value put together are one rule again."""

    @given(PAIRS)
    def test_a_sum_adds_at_every_value(self, parts: list[Pieces]) -> None:
        """Where a part has no points, neither has the sum."""
        made = total(parts)

        for x in inside(made.domain):
            assert pointwise(lambda points: sum(points, ZERO), parts, x) == made.points(x)

    @given(PAIRS)
    def test_the_best_is_the_highest_at_every_value(self, parts: list[Pieces]) -> None:
        """Lines may cross inside a band."""
        made = highest(parts)

        for x in inside(made.domain):
            assert pointwise(max, parts, x) == made.points(x)

    @given(PAIRS)
    def test_the_worst_is_the_lowest_at_every_value(self, parts: list[Pieces]) -> None:
        """Lines may cross inside a band."""
        made = lowest(parts)

        for x in inside(made.domain):
            assert pointwise(min, parts, x) == made.points(x)

    @given(PARTITIONS, st.none() | st.sampled_from(ENDS), st.none() | st.sampled_from(ENDS))
    def test_limits_hold_at_every_value(
        self, part: Pieces, one: Fraction | None, other: Fraction | None
    ) -> None:
        """Points are cut, then raised; what is a hole stays one."""
        low, high = (one, other) if one is None or other is None else sorted((one, other))
        made = clamped(part, low, high)

        for x in inside(made.domain):
            points = part.points(x)
            if points is not None:
                points = points if high is None else min(points, high)
                points = points if low is None else max(points, low)
            assert points == made.points(x)

    @given(PAIRS, st.lists(INTERVALS, min_size=3, max_size=3))
    def test_the_first_test_that_holds_decides_at_every_value(
        self, parts: list[Pieces], tests: list[Interval]
    ) -> None:
        """Where a rule that is chosen has no points, no other helps out."""
        cases = list(zip(tests, parts[:-1], strict=False))
        made = switched(cases, parts[-1])

        for x in inside(made.domain):
            chosen = next((part for test, part in cases if x in test), parts[-1])
            assert chosen.points(x) == made.points(x)

    def test_the_chosen_rule_keeps_its_bands(self) -> None:
        """A reason names the printed band, or else the test."""
        banded = over(SHARES, flat("[0, 1/2)", 1, 0), flat("[1/2, 1]", 2, 1))
        made = switched([(interval("[0, 3/4]"), banded)], Pieces.constant(SHARES, ZERO))

        assert [0, 1, None] == [piece.band for piece in made.pieces]
        assert ["[0, 3/4]", "[0, 3/4]", "None"] == [str(piece.printed) for piece in made.pieces]
        assert ["[0, 1/2)", "[1/2, 3/4]", "(3/4, 1]"] == [str(each.over) for each in made.pieces]

    @given(PAIRS)
    def test_pieces_are_as_few_as_can_be(self, parts: list[Pieces]) -> None:
        """Neighbours that carry on one line in one band are one piece."""
        for made in (total(parts), highest(parts), lowest(parts)):
            gap = 1 if made.domain.integer else 0
            for left, right in pairwise(made.pieces):
                assert left.over.high is not None
                assert right.over.low is not None
                touch = right.over.low - left.over.high == gap
                both_open = left.over.high_open and right.over.low_open
                carries_on = left.line == right.line and left.band == right.band
                assert not (carries_on and touch and not both_open)

    def test_a_cap_splits_a_line_where_it_is_met(self) -> None:
        """The line up to there, the limit from there on."""
        made = clamped(over(SHARES, sloped("[0, 1]", 4, -1)), ZERO, Fraction(2))

        assert ["0x + 0", "4x + -1", "0x + 2"] == [line(piece) for piece in made.pieces]
        assert [ZERO, ONE, Fraction(2)] == [made.points(Fraction(each, 4)) for each in (1, 2, 3)]

    def test_a_cap_between_two_counts_splits_at_integers(self) -> None:
        """Where lines cross between whole numbers, no piece begins there."""
        made = clamped(over(COUNTS, sloped("[0, ∞)", 2)), None, Fraction(5))

        assert [("[0, 2]", "2x + 0"), ("[3, ∞)", "0x + 5")] == shape(made)

    @pytest.mark.parametrize("points", [0, 2, 4])
    def test_of_crossed_limits_the_lower_one_wins(self, points: int) -> None:
        """As for intervals: what is cut is raised again."""
        made = clamped(over(SHARES, flat("[0, 1]", points)), Fraction(3), Fraction(1))

        assert 3 == made.points(HALF)

    def test_a_hole_of_one_value_stays_one(self) -> None:
        """Neighbours on one line that leave out the value between them are two pieces."""
        holed = over(SHARES, flat("[0, 1/2)", 1), flat("(1/2, 1]", 1))
        made = total([holed, Pieces.constant(SHARES, ONE)])

        assert [("[0, 1/2)", "0x + 2"), ("(1/2, 1]", "0x + 2")] == shape(made)
        assert ["[1/2, 1/2]"] == [str(hole) for hole in made.holes()]

    def test_limits_that_are_never_met_change_nothing(self) -> None:
        """The rule is the very same."""
        part = over(SHARES, sloped("[0, 1]", 4))

        assert part is clamped(part, None, None)
        assert part is clamped(part, ZERO, Fraction(4))

    def test_limits_of_a_rule_without_values_change_nothing(self) -> None:
        """What is a hole altogether has nothing to cut."""
        part = over(COUNTS, flat("(0, 1)", 9))

        assert part is clamped(part, ONE, Fraction(2))

    def test_bands_are_kept_where_one_part_has_them(self) -> None:
        """A reason still names the printed band; of two tables neither is named."""
        banded = over(SHARES, flat("[0, 1/2)", 1, 0), flat("[1/2, 1]", 2, 1))
        plain = over(SHARES, sloped("[0, 1]", 1))

        assert [0, 1] == [piece.band for piece in total([banded, plain]).pieces]
        assert [0, 1] == [piece.band for piece in total([banded, banded]).pieces]
        shifted = over(SHARES, flat("[0, 1/2)", 1, 2), flat("[1/2, 1]", 2, 3))
        assert [None, None] == [piece.band for piece in total([banded, shifted]).pieces]

    @pytest.mark.parametrize(
        ("fold", "other", "points"),
        [
            (total, flat("[0, 1]", 2), "[2, 7]"),
            (highest, flat("[0, 1]", 2), "[2, 5]"),
            (lowest, flat("[0, 1]", 2), "[0, 2]"),
            (total, unknown("[0, 1]", "[1, 2]"), "[1, 7]"),
            (highest, unknown("[0, 1]", "[1, 2]"), "[1, 5]"),
            (lowest, unknown("[0, 1]", "[1, 2]"), "[0, 2]"),
            (total, sloped("[0, 1]", 1), "(-∞, ∞)"),
        ],
    )
    def test_without_a_cohort_points_lie_in_an_interval(
        self, fold: Callable[[Sequence[Pieces]], Pieces], other: Piece, points: str
    ) -> None:
        """Beside a constant it is tight, beside a slope it is only sound."""
        made = fold([over(SHARES, unknown("[0, 1]", "[0, 5]")), over(SHARES, other)])

        assert [("[0, 1]", points)] == shape(made)

    def test_a_reason_is_kept(self) -> None:
        """Why points are not known does not change when rules are put together."""
        constant = unknown("[0, 1]", "[0, 5]", Undefined.CONSTANT_COHORT)
        made = total([over(SHARES, constant), over(SHARES, flat("[0, 1]", 2))])

        assert (Undefined.CONSTANT_COHORT,) == made.unknown(EVERYTHING)

    def test_a_thousand_steps_are_cut_in_one_pass(self) -> None:
        """Each step meets a limit by itself: there are as many pieces as points between them."""
        steps = Stepped(step="1/1000", rounding="down").pieces(ONE, SHARES)
        made = clamped(steps, Fraction(1, 10), Fraction(9, 10))

        assert 1001 == len(steps.pieces)
        assert Fraction(1, 10) == made.points(Fraction(1, 20))
        assert HALF == made.points(Fraction(5001, 10000))
        assert Fraction(9, 10) == made.points(Fraction(19, 20))

    def test_a_thousand_points_make_a_table(self) -> None:
        """A table of single values is only as long as it is."""
        bands: tuple[Band, ...] = tuple(Band(at=each, points=each) for each in range(1000))
        table = Banded(bands=bands)

        assert 999 == table.points(999)
        assert table.points("1/2") is None


def test_what_is_combined_names_the_band_as_printed() -> None:
    """Of a table and a line the interval of the table's band is kept, for the reason to name."""
    whole, half = interval("[0, 1]"), interval("[0, 1/2)")
    table = over(SHARES, evolve(flat("[0, 1/2)", 1, 0), printed=half), flat("[1/2, 1]", 2, 1))
    made = total([table, over(SHARES, sloped("[0, 1]", 1))])

    assert [half, None] == [piece.printed for piece in made.pieces]
    assert whole == made.domain.span
