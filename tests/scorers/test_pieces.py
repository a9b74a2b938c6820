from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrik.absence import Undefined
from rubrik.intervals import EVERYTHING, Interval
from rubrik.measures import Domain
from rubrik.scorers import Band, Banded, Jump, Line, Piece, Pieces, Stepped, pieces
from rubrik.scorers.pieces import clamped, highest, lowest, switched, total
from scorers.spans import ENDS, INTERVALS, SAMPLES, interval

ZERO = Fraction(0)
ONE = Fraction(1)
HALF = Fraction(1, 2)
REAL = Domain(EVERYTHING)
SHARES = Domain(interval("[0, 1]"))
COUNTS = Domain(interval("[0, ∞)"), integer=True)
GROWTH = Domain(interval("[-1, ∞)"))
FEW = Domain(interval("[0, 2]"), integer=True)
DOMAINS = [REAL, SHARES, COUNTS, GROWTH, FEW]


def flat(over: str, points: int | str, band: int | None = None) -> Piece:
    """The same points over an interval."""
    return Piece(interval(over), Line(ZERO, Fraction(points)), band)


def sloped(over: str, slope: int | str, constant: int | str = 0, band: int | None = None) -> Piece:
    """A line over an interval."""
    return Piece(interval(over), Line(Fraction(slope), Fraction(constant)), band)


def unknown(over: str, points: str, why: Undefined = Undefined.NO_COHORT) -> Piece:
    """Points that depend on a cohort."""
    return Piece(interval(over), interval(points), undefined=why)


def over(domain: Domain, *bands: Piece) -> Pieces:
    """Bands in printed order."""
    return Pieces.partition(domain, bands)


def shape(made: Pieces) -> list[tuple[str, str]]:
    """Pieces as text: the interval, and the line over it."""
    return [(str(piece.over), line(piece)) for piece in made.pieces]


def line(piece: Piece) -> str:
    """A line as text."""
    if isinstance(piece.line, Interval):
        return str(piece.line)
    return f"{piece.line.slope}x + {piece.line.constant}"


def test_dir_is_all() -> None:
    """The module shows its public names and no others."""
    assert sorted(pieces.__all__) == dir(pieces)


SIMPLE = [
    flat("(0, ∞)", 1),
    flat("[0, 0]", 5),
    flat("(-∞, 0)", 2),
]

BANDS = st.lists(
    st.tuples(INTERVALS, st.sampled_from([Fraction(each) for each in (-1, 0, 0, 0, 2)]),
              st.sampled_from(ENDS)),
    min_size=1, max_size=4,
).map(lambda bands: [
    Piece(over, Line(slope, constant), index)
    for index, (over, slope, constant) in enumerate(bands)
])  # fmt: skip
PARTITIONS = st.sampled_from(DOMAINS).flatmap(
    lambda domain: BANDS.map(lambda bands: Pieces.partition(domain, bands))
)
PAIRS = st.sampled_from(DOMAINS).flatmap(
    lambda domain: st.lists(
        BANDS.map(lambda bands: Pieces.partition(domain, bands)), min_size=1, max_size=3
    )
)


def inside(domain: Domain) -> list[Fraction]:
    """The samples that a domain holds."""
    return [x for x in SAMPLES if x in domain.span and (not domain.integer or x.denominator == 1)]


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


class TestJumps:
    """Where points leap."""

    @pytest.mark.parametrize(
        ("made", "jumps"),
        [
            (over(REAL, *SIMPLE), [Jump(ZERO, Fraction(2), Fraction(5), ONE)]),
            (
                over(Domain(interval("[0, ∞)")), *SIMPLE),
                [Jump(ZERO, None, Fraction(5), ONE)],
            ),
            (
                over(Domain(interval("(-∞, 0]")), *SIMPLE),
                [Jump(ZERO, Fraction(2), Fraction(5), None)],
            ),
            (over(Domain(interval("[0, 0]")), *SIMPLE), []),
            (
                over(SHARES, flat("[0, 1/2)", 0), flat("[1/2, 1]", 1)),
                [Jump(HALF, ZERO, ONE, ONE)],
            ),
            (
                over(SHARES, flat("[0, 1/2]", 0), flat("(1/2, 1]", 1)),
                [Jump(HALF, ZERO, ZERO, ONE)],
            ),
            (over(SHARES, flat("[0, 1/2)", 0), flat("(1/2, 1]", 1)), [Jump(HALF, ZERO, None, ONE)]),
            (over(SHARES, flat("[0, 1/2)", 1), flat("(1/2, 1]", 1)), []),
            (over(SHARES, flat("[0, 1/4)", 0), flat("(1/2, 1]", 1)), []),
            (over(SHARES, sloped("[0, 1/2)", 2), flat("[1/2, 1]", 1)), []),
            (
                over(SHARES, sloped("[0, 1/2)", -8, 8), flat("[1/2, 1]", 1)),
                [Jump(HALF, Fraction(4), ONE, ONE)],
            ),
            (
                over(SHARES, flat("[0, 0]", 0), sloped("(0, 1)", 1, 1), flat("[1, 1]", 5)),
                [Jump(ZERO, None, ZERO, ONE), Jump(ONE, Fraction(2), Fraction(5), None)],
            ),
            (over(COUNTS, flat("[0, 5]", 0), flat("[6, ∞)", 1)), []),
            (over(SHARES, unknown("[0, 1/2)", "[0, 5]"), flat("[1/2, 1]", 1)), []),
            (
                over(
                    SHARES,
                    unknown("[0, 1/2)", "[0, 5]"),
                    flat("[1/2, 1/2]", 1),
                    flat("(1/2, 1]", 2),
                ),
                [Jump(HALF, None, ONE, Fraction(2))],
            ),
        ],
    )
    def test_are_told_with_their_sides(self, made: Pieces, jumps: list[Jump]) -> None:
        """Points just below, at and above; at ends and holes only those that exist."""
        assert tuple(jumps) == made.jumps()

    @given(PARTITIONS)
    def test_are_all_the_places_that_leap(self, made: Pieces) -> None:
        """A value is a jump just if points there and nearby are far apart."""
        near = Fraction(1, 10**9)
        leaps = []
        for end in ENDS:
            points = [made.points(end + step) for step in (-near, ZERO, near)]
            found = [each for each in points if each is not None]
            if found and max(found) - min(found) > 100 * near:
                leaps.append(end)

        assert made.domain.integer or leaps == [jump.at for jump in made.jumps()]

    def test_leap_where_two_points_differ(self) -> None:
        """Sides that do not exist do not count."""
        assert Jump(ZERO, None, ONE, HALF).leaps
        assert not Jump(ZERO, None, ONE, ONE).leaps
        assert not Jump(ZERO, None, None, ONE).leaps


class TestTrend:
    """Whether points rise or fall with the value."""

    @pytest.mark.parametrize(
        ("made", "trend"),
        [
            (over(REAL, flat("(-∞, ∞)", 1)), "constant"),
            (over(REAL, sloped("(-∞, ∞)", 1)), "rising"),
            (over(REAL, sloped("(-∞, ∞)", -1)), "falling"),
            (over(SHARES, flat("[0, 1/2)", 0), flat("[1/2, 1]", 1)), "rising"),
            (over(SHARES, flat("[0, 1/2)", 1), flat("[1/2, 1]", 0)), "falling"),
            (over(SHARES, flat("[0, 1/2)", 1), sloped("[1/2, 1]", 1)), "neither"),
            (over(REAL, *SIMPLE), "neither"),
            (over(SHARES, sloped("[0, 1/2)", 1), sloped("[1/2, 1]", 1, "-1/1000")), "neither"),
            (over(SHARES, flat("[0, 1/4)", 1), flat("[1/2, 1]", 2)), "rising"),
            (over(COUNTS, sloped("[0, 5]", -1, 9), sloped("[6, ∞)", -1, 10)), "falling"),
            (over(COUNTS, sloped("[0, 5]", 1), sloped("[6, ∞)", 1, -2)), "neither"),
            (over(SHARES, flat("[0, 1/2)", 1), unknown("[1/2, 1]", "[0, 1]")), "unknown"),
            (over(SHARES), "constant"),
        ],
    )
    def test_is_that_of_lines_and_of_leaps(self, made: Pieces, trend: str) -> None:
        """One that falls anywhere does not rise; holes are left out."""
        assert trend == made.trend

    @given(PARTITIONS)
    def test_is_that_of_the_points(self, made: Pieces) -> None:
        """What it says holds of every two values in order."""
        points = [made.points(x) for x in inside(made.domain)]
        steps = {
            (after > before) - (after < before)
            for before, after in pairwise(each for each in points if each is not None)
        } - {0}
        trends = {(): "constant", (1,): "rising", (-1,): "falling", (-1, 1): "neither"}

        assert trends[tuple(sorted(steps))] == made.trend


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


def test_a_line_gives_points() -> None:
    """Slope times value plus constant."""
    assert Fraction(7, 2) == Line(Fraction(3), Fraction(2))(HALF)


def test_pieces_are_values() -> None:
    """Equal pieces make equal rules."""
    assert over(SHARES, flat("[0, 1]", 1)) == Pieces.constant(SHARES, ONE)
    assert hash(over(SHARES, flat("[0, 1]", 1))) == hash(Pieces.constant(SHARES, ONE))
