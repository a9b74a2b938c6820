from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrik.absence import Undefined
from rubrik.intervals import EVERYTHING, Interval
from rubrik.measures import Domain
from rubrik.scorers import Line, Piece, Pieces, pieces
from scorers.lines import (
    BANDS,
    COUNTS,
    DOMAINS,
    FEW,
    HALF,
    ONE,
    PARTITIONS,
    REAL,
    SHARES,
    SIMPLE,
    ZERO,
    flat,
    inside,
    over,
    shape,
    sloped,
    unknown,
)
from scorers.spans import INTERVALS, interval


def test_dir_is_all() -> None:
    """The module shows its public names and no others."""
    assert sorted(pieces.__all__) == dir(pieces)


class TestPartition:
    """Bands in printed order become pieces without overlaps."""

    def test_finds_the_points_at_an_edge(self) -> None:
        """Above 0, at 0 and below 0 are three different bands."""
        made = over(REAL, *SIMPLE)

        assert 5 == made.points(ZERO)
        assert 1 == made.points(Fraction(1, 10**9))
        assert 2 == made.points(Fraction(-1, 10**9))

    @pytest.mark.parametrize(
        ("domain", "bands", "found"),
        [
            (
                SHARES,
                [flat("[1/2, ∞)", 2), flat("[0, ∞)", 1)],
                [("[0, 1/2)", "0x + 1"), ("[1/2, 1]", "0x + 2")],
            ),
            (
                COUNTS,
                [flat("(5/2, 5]", 2), flat("(-∞, 5/2]", 1)],
                [("[0, 2]", "0x + 1"), ("[3, 5]", "0x + 2")],
            ),
            (COUNTS, [flat("(1, 2)", 2), flat("(-∞, 0)", 1)], []),
            (
                REAL,
                [flat("[1, 2]", 2), sloped("(-∞, ∞)", 1)],
                [("(-∞, 1)", "1x + 0"), ("[1, 2]", "0x + 2"), ("(2, ∞)", "1x + 0")],
            ),
            (SHARES, [unknown("(-∞, ∞)", "[0, 5]")], [("[0, 1]", "[0, 5]")]),
        ],
    )
    def test_cuts_bands_to_the_domain(
        self, domain: Domain, bands: list[Piece], found: list[tuple[str, str]]
    ) -> None:
        """In order of values; what an earlier band or no value holds is left out."""
        assert found == shape(over(domain, *bands))

    @given(st.sampled_from(DOMAINS), BANDS)
    def test_gives_the_first_band_that_holds_a_value(
        self, domain: Domain, bands: list[Piece]
    ) -> None:
        """As a reader does who goes down the printed table."""
        made = Pieces.partition(domain, bands)

        for x in inside(domain):
            first = next((band for band in bands if x in band.over), None)
            index = made.find(x.numerator, x.denominator)
            assert made.points(x) == (first.line(x) if first else None)  # type: ignore[operator]
            assert (None if index is None else made.pieces[index].band) == (
                first.band if first else None
            )

    @given(PARTITIONS)
    def test_is_ordered_and_disjoint(self, made: Pieces) -> None:
        """Each piece lies below the next, inside the domain."""
        spans = [piece.over for piece in made.pieces]

        assert all(made.domain.span.holds(span) for span in spans)
        for left, right in pairwise(spans):
            assert left.high is not None
            assert right.is_above(left.high) or left.is_below(left.high)
            assert left.meet(right) is None

    @given(PARTITIONS)
    def test_a_value_is_in_a_piece_or_in_a_hole(self, made: Pieces) -> None:
        """Holes are what is left of the domain."""
        for x in inside(made.domain):
            in_hole = any(x in hole for hole in made.holes())
            assert in_hole == (made.find(x.numerator, x.denominator) is None)

    @given(PARTITIONS, INTERVALS)
    def test_is_known_where_every_value_has_points(self, made: Pieces, within: Interval) -> None:
        """Inside an interval as well; its range holds the points of every value there."""
        points = [made.points(x) for x in inside(made.domain) if x in within]
        reach = made.range(within)

        if made.is_known(within):
            assert None not in points
        if reach is None:
            assert not any(each is not None for each in points)
        assert all(each is None or (reach is not None and each in reach) for each in points)


class TestFinding:
    """Points as unreduced pairs of integers."""

    def test_pairs_are_not_reduced(self) -> None:
        """Nothing is divided before it is needed."""
        made = over(REAL, sloped("[0, 1]", "1/2", "1/3"), flat("(1, ∞)", "5/2"))

        assert (20, 24) == made.pair(4, 4)
        assert (5, 2) == made.pair(6, 4)
        assert made.pair(-1, 4) is None
        assert Fraction(5, 6) == made.points(ONE)

    @pytest.mark.parametrize(
        ("value", "index"),
        [("-1", 0), ("0", None), ("1/1000000000", 1), ("1", None), ("1000000001/1000000000", 2)],
    )
    def test_open_ends_are_left_out(self, value: str, index: int | None) -> None:
        """Between pieces that leave a value out there is a hole."""
        made = over(REAL, flat("(-∞, 0)", 1), flat("(0, 1)", 2), flat("(1, ∞)", 3))
        x = Fraction(value)

        assert index == made.find(x.numerator, x.denominator)

    def test_without_a_cohort_there_is_a_piece_but_no_points(self) -> None:
        """The pieces around it have theirs."""
        made = over(REAL, flat("(-∞, 0)", 1), unknown("[0, 1]", "[0, 5]"), flat("(1, 2]", 3))

        assert 1 == made.find(1, 2)
        assert made.pair(1, 2) is None
        assert made.pair_in(1, 1, 2) is None
        assert 3 == made.points(Fraction(2))
        assert made.find(5, 2) is None

    def test_of_huge_numbers_are_exact(self) -> None:
        """However large a value and a slope."""
        made = over(REAL, sloped("(-∞, ∞)", 10**300, Fraction(1, 10**300).__str__()))

        assert 10**600 + Fraction(1, 10**300) == made.points(Fraction(10**300))

    @pytest.mark.parametrize("value", ["3", "-1", "1/2"])
    def test_outside_of_the_domain_there_are_none(self, value: str) -> None:
        """A value that cannot be has no points, rather than some."""
        made = over(FEW, flat("[0, 0]", 1), flat("[1, 2]", 2))

        assert made.points(Fraction(value)) is None


class TestRange:
    """What points a rule can give."""

    @pytest.mark.parametrize(
        ("made", "whole"),
        [
            (over(SHARES, sloped("[0, 1)", 4, 1)), "[1, 5)"),
            (over(SHARES, sloped("[0, 1]", -4, 1)), "[-3, 1]"),
            (over(REAL, sloped("(-∞, ∞)", 1)), "(-∞, ∞)"),
            (over(COUNTS, sloped("(0, 5/2)", 2)), "[2, 4]"),
            (over(SHARES, flat("[0, 1/4]", 3), flat("(1/2, 1]", -1)), "[-1, 3]"),
            (over(SHARES, flat("[0, 1/4]", 9), unknown("(1/2, 1]", "[0, 5]")), "[0, 9]"),
            (over(COUNTS, flat("(0, 1)", 3)), None),
        ],
    )
    def test_of_the_whole_domain(self, made: Pieces, whole: str | None) -> None:
        """From the least to the greatest of all pieces; none where all is a hole."""
        assert whole == (None if made.whole is None else str(made.whole))

    @pytest.mark.parametrize(
        ("within", "reach"),
        [
            ("[0, 1/2]", "[0, 2]"),
            ("(1/2, 1]", "(2, 4]"),
            ("[1/4, 1/4]", "[1, 1]"),
            ("[2, 3]", None),
        ],
    )
    def test_of_a_part(self, within: str, reach: str | None) -> None:
        """Only of values there; outside of the domain there are none."""
        found = over(SHARES, sloped("[0, 1]", 4)).range(interval(within))

        assert reach == (None if found is None else str(found))

    def test_of_whole_numbers_ends_at_them(self) -> None:
        """Between two integers a count has no value."""
        made = over(COUNTS, sloped("[0, ∞)", 2))

        assert "[2, 4]" == str(made.range(interval("(1/2, 5/2)")))
        assert made.range(interval("(0, 1)")) is None

    def test_of_the_same_points_everywhere(self) -> None:
        """A constant is one piece."""
        made = Pieces.constant(SHARES, HALF)

        assert [("[0, 1]", "0x + 1/2")] == shape(made)
        assert made.is_total


class TestOpen:
    """What is a hole, and what waits for a cohort."""

    def test_holes_are_cut_to_integers(self) -> None:
        """Between whole numbers nothing is missing."""
        made = over(COUNTS, flat("[0, 2]", 1), flat("[3, 5]", 2), flat("[8, 9]", 3))

        assert ["[6, 7]", "[10, ∞)"] == [str(hole) for hole in made.holes()]

    def test_holes_are_asked_for_inside_an_interval(self) -> None:
        """Outside of the domain there are none."""
        made = over(SHARES, flat("[0, 1/4]", 1), flat("(1/2, 1)", 2))

        assert ["(1/4, 1/2]", "[1, 1]"] == [str(hole) for hole in made.holes()]
        assert ["(1/4, 3/8)"] == [str(hole) for hole in made.holes(interval("[0, 3/8)"))]
        assert () == made.holes(interval("[2, 3]"))

    def test_is_total_without_holes_and_with_every_line(self) -> None:
        """A table that leaves nothing open."""
        assert over(SHARES, flat("[0, 1]", 1)).is_total
        assert not over(SHARES, flat("[0, 1)", 1)).is_total
        assert not over(SHARES, unknown("[0, 1]", "[0, 1]")).is_total

    def test_every_reason_is_given_once(self) -> None:
        """Of pieces that hold some value in the interval."""
        made = over(
            REAL,
            unknown("(-∞, 0)", "[0, 1]"),
            unknown("[0, 1)", "[0, 1]", Undefined.CONSTANT_COHORT),
            unknown("[1, 2]", "[0, 1]"),
        )

        assert (Undefined.NO_COHORT, Undefined.CONSTANT_COHORT) == made.unknown(EVERYTHING)
        assert (Undefined.CONSTANT_COHORT,) == made.unknown(interval("[0, 1/2]"))
        assert () == made.unknown(interval("[3, 4]"))
        assert not made.is_known(interval("[2, 3]"))


def test_a_line_gives_points() -> None:
    """Slope times value plus constant."""
    assert Fraction(7, 2) == Line(Fraction(3), Fraction(2))(HALF)


def test_pieces_are_values() -> None:
    """Equal pieces make equal rules."""
    assert over(SHARES, flat("[0, 1]", 1)) == Pieces.constant(SHARES, ONE)
    assert hash(over(SHARES, flat("[0, 1]", 1))) == hash(Pieces.constant(SHARES, ONE))


def test_a_fraction_is_found_where_points_are_unknown() -> None:
    """Values of a piece without a line are compared as they are, not by their numerators."""
    made = over(SHARES, unknown("[0, 1/2]", "[0, 5]"))

    assert [0, 0, None] == [made.find(1, 3), made.find(2, 4), made.find(3, 4)]


@pytest.mark.parametrize(
    ("left", "right", "trend"),
    [
        (sloped("(-∞, 0]", 1), sloped("(0, ∞)", 1, "1/2"), "rising"),
        (sloped("(-∞, 0)", 1), sloped("[0, ∞)", 2, "-1/2"), "neither"),
        (sloped("(-∞, 0]", -2), sloped("(0, ∞)", -1, "-1/2"), "falling"),
    ],
)
def test_a_step_at_zero_is_seen_as_it_is(left: Piece, right: Piece, trend: str) -> None:
    """Zero is an edge like any other."""
    assert trend == over(REAL, left, right).trend
