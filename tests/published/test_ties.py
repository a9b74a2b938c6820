"""How ties are ranked in three publications, by their own examples.

The statistics programs rank from the least value up: their values stand here with the other sign.
"""

from fractions import Fraction

import pytest

from rubrik import ranks


class TestWikipediaRanking:
    """The article “Ranking”: one competitor ahead of two equals, and those ahead of a fourth."""

    @pytest.mark.parametrize(
        ("ties", "expected"),
        [
            ("competition", ["1", "2", "2", "4"]),
            ("dense", ["1", "2", "2", "3"]),
            ("fractional", ["1", "5/2", "5/2", "4"]),
        ],
    )
    def test_four_competitors(self, ties: str, expected: list[str]) -> None:
        """Known there as "1224", "1223" and "1 2.5 2.5 4" ranking."""
        assert expected == [str(each) for each in ranks([9, 7, 7, 3], ties)]

    def test_the_data_set_of_fractional_ranking(self) -> None:
        """1.0 1.0 2.0 3.0 3.0 4.0 5.0 5.0 5.0 from the least up: 1.5 1.5 3 4.5 4.5 6 8 8 8."""
        values = [-1, -1, -2, -3, -3, -4, -5, -5, -5]

        assert [Fraction(twice, 2) for twice in (3, 3, 6, 9, 9, 12, 16, 16, 16)] == list(
            ranks(values, "fractional")
        )


class TestClast:
    """The example of ``RANK`` in the manual of the R package CLAST: x=c(5,4,4,7,6)."""

    X = (5, 4, 4, 7, 6)

    def test_rank_of_base_r(self) -> None:
        """``rank(x)``: 3.0 1.5 1.5 5.0 4.0."""
        expected = ["3", "3/2", "3/2", "5", "4"]

        assert expected == [str(each) for each in ranks([-x for x in self.X], "fractional")]

    def test_rank_of_clast(self) -> None:
        """``RANK(x)``: 2 1 1 4 3."""
        assert [2, 1, 1, 4, 3] == list(ranks([-x for x in self.X], "dense"))


class TestScipyRankdata:
    """The example of ``scipy.stats.rankdata``: [0, 2, 3, 2]."""

    @pytest.mark.parametrize(
        ("ties", "expected"),
        [
            ("fractional", ["1", "5/2", "4", "5/2"]),
            ("competition", ["1", "2", "4", "2"]),
            ("dense", ["1", "2", "3", "2"]),
        ],
    )
    def test_four_values(self, ties: str, expected: list[str]) -> None:
        """Methods "average", "min" and "dense"."""
        assert expected == [str(each) for each in ranks([0, -2, -3, -2], ties)]
