from fractions import Fraction
from typing import Any

import pytest

from rubrik import Interval, NumberError, RubrikError, ranks
from rubrik.cohort import Contender, spans


def at(low: object, high: object = None, **ends: bool) -> Contender:
    """A unit whose points lie between two ends, or at one number."""
    last = low if high is None else high
    return Contender(Interval(Fraction(str(low)), Fraction(str(last)), **ends))


def shown(found: Any) -> list[str]:  # noqa: ANN401 - ranks or spans
    """Ranks, or best and worst places, as text."""
    return [f"{each[0]}–{each[1]}" if isinstance(each, tuple) else str(each) for each in found]


class TestRanks:
    """Places by exact points."""

    @pytest.mark.parametrize(
        ("ties", "expected"),
        [
            ("competition", ["3", "1", "3", "2", "6", "3"]),
            ("dense", ["3", "1", "3", "2", "4", "3"]),
            ("fractional", ["4", "1", "4", "2", "6", "4"]),
        ],
    )
    def test_follow_the_rule_for_ties(self, ties: str, expected: list[str]) -> None:
        """Three that share the third place leave the sixth, the fourth, or stand at the fourth."""
        assert expected == shown(ranks([7, 10, 7, 8, 1, 7], ties))

    def test_of_two_equals_have_half_places(self) -> None:
        """The mean of the first and the second place is one and a half."""
        assert ["3/2", "3/2", "3"] == shown(ranks([5, 5, 1], "fractional"))

    def test_decide_on_exact_points(self) -> None:
        """What differs by less than any decimal shows is not equal; what is equal is."""
        nearly = Fraction(90, 19) - Fraction(1, 10**30)

        assert ["1", "3", "1"] == shown(ranks([Fraction(90, 19), nearly, "90/19"]))

    def test_of_nobody_are_none(self) -> None:
        """There is nobody to rank."""
        assert () == ranks([])

    def test_share_the_first_place_when_all_are_equal(self) -> None:
        """Zero points are points."""
        assert ["1", "1", "1"] == shown(ranks([0, 0, 0]))

    def test_refuse_what_is_no_number(self) -> None:
        """Nobody is ranked by a guess."""
        with pytest.raises(NumberError) as caught:
            ranks([1, None])
        assert "no value: a number is expected" == caught.value.text("en")

    def test_refuse_another_rule(self) -> None:
        """There are three, and the nearest is named."""
        with pytest.raises(RubrikError) as caught:
            ranks([1], "fraction")
        assert (
            "'fraction' will not do: one of these is expected: competition, dense, fractional "
            "(did you mean: fractional?)"
        ) == caught.value.text("en")


class TestSpans:
    """The best and the worst place that units can still have."""

    @pytest.mark.parametrize("ties", ["competition", "dense", "fractional"])
    def test_of_known_points_are_the_ranks(self, ties: Any) -> None:  # noqa: ANN401 - a literal
        """Where nothing is open, the best place is the worst one."""
        points = [3, 1, 4, 1, 5]
        found = spans([at(each) for each in points], ties)

        assert [(rank, rank) for rank in ranks(points, ties)] == list(found)

    @pytest.mark.parametrize(
        ("ties", "expected"),
        [
            ("competition", ["1–2", "1–3", "2–3", "4–4"]),
            ("dense", ["1–2", "1–3", "2–3", "3–4"]),
            ("fractional", ["1–2", "1–3", "2–3", "4–4"]),
        ],
    )
    def test_beside_an_open_unit(self, ties: Any, expected: list[str]) -> None:  # noqa: ANN401
        """One unit that may stand above all others, or below two of them."""
        units = [at(50), at(30, 60), at(40), at(10)]

        assert expected == shown(spans(units, ties))

    def test_meet_where_ends_are_reached(self) -> None:
        """At 50 it is level with the first, and shares the mean of two places."""
        units = [at(50), at(40, 50)]

        assert ["1–1", "1–2"] == shown(spans(units))
        assert ["1–3/2", "3/2–2"] == shown(spans(units, "fractional"))
        assert ["1–1", "1–2"] == shown(spans(units, "dense"))

    def test_do_not_meet_where_ends_are_not_reached(self) -> None:
        """Below 50 is below, however near."""
        units = [at(50), at(40, 50, high_open=True), at(50, 60, low_open=True)]

        assert ["2–2", "3–3", "1–1"] == shown(spans(units))
        assert ["2–2", "3–3", "1–1"] == shown(spans(units, "fractional"))

    def test_without_an_end_reach_as_far_as_there_are_units(self) -> None:
        """Points without a limit can be above and below everybody's."""
        unbounded = Contender(Interval(None, None))

        assert ["1–2", "2–3", "1–3"] == shown(spans([at(9), at(8), unbounded]))

    def test_beside_a_unit_that_may_yet_be_left_out(self) -> None:
        """Who may be shut out does not surely stand above anybody."""
        doubtful = Contender(Interval.point(Fraction(9)), is_sure=False)

        assert ["1–1", "1–2"] == shown(spans([doubtful, at(5)]))
        assert ["1–1", "1–2"] == shown(spans([doubtful, at(5)], "dense"))
        assert ["3/2–3/2", "1–3/2"] == shown(spans([doubtful, at(9)], "fractional"))

    def test_with_dense_places_count_how_few_values_others_may_have(self) -> None:
        """Two open units above may have the same points, unless they lie too far apart."""
        near = [at(60, 80), at(70, 90), at(10)]
        far = [at(60, 65), at(70, 90), at(10)]

        assert ["1–2", "1–2", "2–3"] == shown(spans(near, "dense"))
        assert ["2–2", "1–1", "3–3"] == shown(spans(far, "dense"))
