from fractions import Fraction

import pytest

from rubrik.measures import Choice as Chosen
from rubrik.measures import (
    Count,
    Flag,
    Share,
)
from rubrik.scorers import (
    Band,
    Banded,
    BestOf,
    Capped,
    Clamp,
    Clamped,
    Condition,
    Curve,
    Gated,
    Lookup,
    MinMaxNormalized,
    Proportional,
    Scorer,
    Stepped,
    Sum,
    Switch,
    WorstOf,
    simplified,
)
from scorers.rules import (
    FLAG,
    HALF,
    HOLED,
    NORMALIZED,
    OPTION,
    OTHER,
    SHARE,
    bounds,
    form,
    points,
    span,
)


class TestSimplified:
    """Parts over one measured value become one leaf."""

    @pytest.mark.parametrize(
        "rule",
        [
            Sum([SHARE, 2, SHARE]),
            Sum([SHARE, "-1/2 max"], floor=0),
            Capped(Sum([SHARE, SHARE])),
            BestOf([SHARE, 3]),
            WorstOf([SHARE, Proportional(rate=-8, start=8, measure=Share("s"))]),
            Clamped(Capped(SHARE, at=5), low=1),
        ],
        ids=repr,
    )
    def test_merges_curves_of_one_measure(self, rule: Scorer) -> None:
        """With constants and limits too."""
        merged = simplified(form(rule))

        assert isinstance(merged, Curve)
        for each in range(11):
            share = Fraction(each, 10)
            assert points(rule, s=share) == points(merged, s=share)

    def test_makes_outer_bounds_exact(self) -> None:
        """What is merged is one value again."""
        rule = Sum([SHARE, Proportional(rate=-8, start=8, measure=Share("s"))])

        assert ("[0, 18]", True) == bounds(rule)
        assert ("[8, 10]", False) == bounds(simplified(form(rule)))

    def test_limits_a_table(self) -> None:
        """Each answer's points are cut."""
        merged = simplified(form(Clamped(OPTION, low=5, high=8)))

        assert Lookup(Chosen("o"), {"p": Fraction(8), "q": Fraction(5)}) == merged

    @pytest.mark.parametrize(
        "rule",
        [
            Sum([SHARE, OTHER]),
            Sum([SHARE, FLAG]),
            Sum([FLAG, 1]),
            Sum([1, 2]),
            BestOf([HOLED, SHARE]),
            BestOf([Proportional(rate=2, measure=Count("a")), NORMALIZED]),
        ],
        ids=repr,
    )
    def test_leaves_what_is_not_one_value(self, rule: Scorer) -> None:
        """Other measures, tables, parts with holes and parts over a cohort stay parts."""
        assert form(rule) == simplified(form(rule))

    @pytest.mark.parametrize("rule", [Capped(HOLED), Capped(NORMALIZED), Capped(Sum([FLAG, 1]))])
    def test_leaves_the_limits_of_what_is_open(self, rule: Scorer) -> None:
        """A hole stays a hole and is said where it stands."""
        assert form(rule) == simplified(form(rule))

    def test_goes_into_branches(self) -> None:
        """Each case and the last one by itself."""
        gate = Gated(
            when=Condition(measure=Flag("f"), is_=True), then=Capped(SHARE), otherwise=Sum([SHARE])
        )
        merged = simplified(form(gate))

        assert isinstance(merged, Switch)
        assert [Curve, Curve] == [type(branch) for branch in merged.branches]

    def test_merges_branches_over_the_value_that_chooses_them(self) -> None:
        """A gate on the value that its sides read is one table."""
        gate = Gated(
            when=Condition(measure=Share("s"), from_="1/2", below="3/4"),
            then=1,
            otherwise=Gated(
                when=Condition(measure=Share("s"), above="1/4"), then=SHARE, otherwise=-1
            ),
        )
        merged = simplified(form(gate))

        assert isinstance(merged, Curve)
        assert merged.pieces.is_total
        assert [-1, 3, 1, Fraction(15, 2), 10] == [
            points(merged, s=Fraction(each)) for each in ("1/4", "3/10", "1/2", "3/4", "1")
        ]
        assert [points(gate, s=Fraction(each, 8)) for each in range(9)] == [
            points(merged, s=Fraction(each, 8)) for each in range(9)
        ]

    @pytest.mark.parametrize(
        ("rule", "share", "found"),
        [
            (
                Gated(when=Condition(measure=Share("s"), from_="1/4"), then=HOLED, otherwise=99),
                "4/5",
                ("[0, 2]", ["no-band"]),
            ),
            (
                Gated(
                    when=Condition(measure=Share("s"), from_="1/4"),
                    then=99,
                    otherwise=MinMaxNormalized(constant="zero", measure=Share("s")),
                ),
                "1/8",
                ("[0, 10]", ["no-cohort"]),
            ),
        ],
        ids=repr,
    )
    def test_does_not_mix_what_branches_leave_open(
        self, rule: Scorer, share: str, found: tuple[str, list[str]]
    ) -> None:
        """A value in a hole of one branch does not have the points of another."""
        for made in (form(rule), simplified(form(rule))):
            assert found == span(made, s=Fraction(share))

    def test_keeps_a_best_of_with_an_undefined_part_scored(self) -> None:
        """One part in a hole and another at the maximum: there is nothing left to know."""
        rule = BestOf([HOLED, Proportional(rate=20, measure=Share("s"))])

        for made in (form(rule), simplified(form(rule))):
            assert ("[16, 16]", []) == span(made, s=Fraction(4, 5))
            assert ("[2, 2]", []) == span(made, s=Fraction(1, 10))

    def test_keeps_the_bounds_of_what_waits_for_a_cohort(self) -> None:
        """Beside a line they stay finite."""
        rule = Capped(Sum([NORMALIZED, Proportional(rate=1, measure=Count("a"))]), at=50)

        for made in (form(rule), simplified(form(rule))):
            assert ("[3, 13]", ["no-cohort"]) == span(made, a=3)

    def test_names_the_printed_band(self) -> None:
        """A cap over a table leaves its bands known."""
        table = Banded(
            bands=[Band(above=HALF, points=12), Band(to=HALF, points=1)], measure=Share("s")
        )
        merged = simplified(form(Capped(table)))

        assert isinstance(merged, Curve)
        assert [1, 0] == [piece.band for piece in merged.pieces.pieces]

    def test_of_a_thousand_steps_stays_one_leaf(self) -> None:
        """A cap over a fine scale is one pass over its steps."""
        rule = Clamped(Stepped(step="0,01", rounding="down", measure=Share("s")), low=1, high="9,5")
        merged = simplified(form(rule))

        assert isinstance(merged, Curve)
        assert Fraction(1) == points(merged, s=Fraction(1, 20))
        assert Fraction(501, 100) == points(merged, s=Fraction(501, 1000))
        assert Fraction(19, 2) == points(merged, s=Fraction(99, 100))

    def test_limits_that_cross_keep_their_points(self) -> None:
        """Cut first, raised then, merged or not."""
        crossed = Clamp(form(SHARE), low=Fraction(3), high=Fraction(1))

        for share in (Fraction(0), HALF, Fraction(1)):
            assert 3 == points(crossed, s=share)
            assert 3 == points(simplified(crossed), s=share)
