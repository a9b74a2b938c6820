from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given

from rubrik.measures import Domain
from rubrik.scorers import Jump, Pieces
from scorers.lines import (
    COUNTS,
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
    sloped,
    unknown,
)
from scorers.spans import ENDS, interval


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
