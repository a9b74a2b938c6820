from collections.abc import Mapping
from fractions import Fraction

import pytest

from rubrik.absence import Absence, Undefined
from rubrik.intervals import EVERYTHING, Interval
from rubrik.measures import (
    Constraint,
    Count,
    CountInput,
    Declared,
    Facts,
    Flag,
    Growth,
    Item,
    Items,
    Ratio,
    Share,
    ShareInput,
    Value,
    narrowed,
)
from rubrik.scorers import (
    Band,
    Banded,
    BestOf,
    Boolean,
    Bounds,
    Capped,
    Clamped,
    Condition,
    Constant,
    Fold,
    Gated,
    MinMaxNormalized,
    Proportional,
    Scorer,
    Setting,
    Span,
    Sum,
    WorstOf,
    add_pairs,
    forms,
    simplified,
)
from scorers.rules import (
    DECLARED,
    FLAG,
    HALF,
    HOLED,
    NORMALIZED,
    OF_RATIO,
    OPTION,
    OTHER,
    SHARE,
    TEN,
    bounds,
    form,
    points,
    span,
)
from scorers.spans import interval


def test_dir_is_all() -> None:
    """The module shows its public names and no others."""
    assert sorted(forms.__all__) == dir(forms)


class TestPairs:
    """Known points as unreduced pairs."""

    @pytest.mark.parametrize(
        ("pairs", "total"),
        [
            ([(2, 4)], (2, 4)),
            ([(1, 2), (1, 3)], (5, 6)),
            ([(1, 2), (2, 4)], (4, 4)),
            ([(0, 1), (-1, 4), (1, 6)], (-1, 12)),
            ([(10**400, 1), (1, 10**400)], (10**800 + 1, 10**400)),
        ],
    )
    def test_are_added_over_one_denominator(
        self, pairs: list[tuple[int, int]], total: tuple[int, int]
    ) -> None:
        """The least common one; one pair alone stays as it is."""
        assert total == add_pairs(pairs)

    @pytest.mark.parametrize(
        ("rule", "known", "expected"),
        [
            (OF_RATIO, {"a": 18, "b": 19}, Fraction(180, 19)),
            (OF_RATIO, {"a": 0, "b": 0}, None),
            (OF_RATIO, {"a": 0}, None),
            (HOLED, {"s": Fraction(4, 5)}, None),
            (HOLED, {"s": Fraction(9, 10)}, 2),
            (NORMALIZED, {"a": 3}, None),
            (FLAG, {"f": False}, 0),
            (FLAG, {}, None),
            (OPTION, {"o": "q"}, 4),
            (Sum([SHARE, FLAG]), {"s": HALF, "f": True}, 15),
            (Sum([SHARE, FLAG]), {"s": HALF}, None),
            (BestOf([SHARE, FLAG]), {"s": HALF, "f": False}, 5),
            (BestOf([SHARE, FLAG]), {"s": HALF, "f": True}, 10),
            (WorstOf([SHARE, FLAG]), {"s": HALF, "f": True}, 5),
            (WorstOf([SHARE, FLAG]), {"s": HALF}, None),
            (Capped(Sum([SHARE, FLAG]), at=12), {"s": HALF, "f": True}, 12),
            (Clamped(SHARE, low=2, high=4), {"s": HALF}, 4),
            (Clamped(SHARE, low=2, high=4), {"s": Fraction(1, 10)}, 2),
            (Clamped(SHARE, low=2, high=4), {"s": Fraction(3, 10)}, 3),
            (Clamped(SHARE, low=2, high=4), {}, None),
        ],
        ids=repr,
    )
    def test_are_there_once_all_is_known(
        self, rule: Scorer, known: Mapping[str, Value], expected: Fraction | None
    ) -> None:
        """Until then, and where the rule says nothing, there is none."""
        assert expected == points(rule, **known)

    def test_of_a_constant(self) -> None:
        """Whatever is reported."""
        constant = Constant(Fraction(5, 2))

        assert (5, 2) == constant.pair({})
        assert ("[5/2, 5/2]", []) == span(constant)
        assert ("[5/2, 5/2]", False) == bounds(constant)
        assert frozenset() == constant.atoms


class TestSpan:
    """What is known while something is open."""

    @pytest.mark.parametrize(
        ("rule", "known", "found"),
        [
            (OF_RATIO, {}, ("[0, 10]", ["a", "b"])),
            (OF_RATIO, {"a": 1}, ("[0, 10]", ["b"])),
            (OF_RATIO, {"a": 1, "b": 4}, ("[5/2, 5/2]", [])),
            (OF_RATIO, {"a": 0, "b": 0}, ("[0, 10]", ["zero-denominator"])),
            (Proportional(measure=Count("m")), {}, ("[0, 120]", ["m"])),
            (Proportional(rate=0, start=3, measure=Share("s")), {}, ("[3, 3]", [])),
            (Proportional(rate=-8, start=8, measure=Share("s")), {}, ("[0, 8]", ["s"])),
            (
                Proportional(measure=Growth(growth="a", since="b")),
                {"a": 1, "b": 0},
                ("[-10, ∞)", ["growth-from-zero"]),
            ),
            (HOLED, {}, ("[0, 2]", ["s"])),
            (HOLED, {"s": Fraction(4, 5)}, ("[0, 2]", ["no-band"])),
            (HOLED, {"s": Fraction(9, 10)}, ("[2, 2]", [])),
            (NORMALIZED, {"a": 3}, ("[0, 10]", ["no-cohort"])),
            (NORMALIZED, {}, ("[0, 10]", ["a", "no-cohort"])),
            (FLAG, {}, ("[0, 10]", ["f"])),
            (Boolean(yes=2, no=2, measure=Flag("f")), {}, ("[2, 2]", [])),
            (OPTION, {}, ("[4, 10]", ["o"])),
            (OPTION, {"o": "q"}, ("[4, 4]", [])),
            (Sum([SHARE, FLAG]), {}, ("[0, 20]", ["s", "f"])),
            (Sum([SHARE, FLAG]), {"f": True}, ("[10, 20]", ["s"])),
            (Sum([SHARE, SHARE]), {}, ("[0, 20]", ["s"])),
            (Sum([FLAG, OF_RATIO]), {"a": 0, "b": 0}, ("[0, 20]", ["f", "zero-denominator"])),
            (BestOf([OF_RATIO, FLAG]), {"f": True, "a": 0, "b": 0}, ("[10, 10]", [])),
            (
                BestOf([OF_RATIO, FLAG]),
                {"f": False, "a": 0, "b": 0},
                ("[0, 10]", ["zero-denominator"]),
            ),
            (BestOf([HOLED, 2]), {"s": Fraction(1, 10)}, ("[2, 2]", [])),
            (WorstOf([OF_RATIO, FLAG]), {"f": False}, ("[0, 0]", [])),
            (WorstOf([OF_RATIO, FLAG]), {"f": True}, ("[0, 10]", ["a", "b"])),
            (Capped(Sum([SHARE, FLAG]), at=5), {"f": True}, ("[5, 5]", [])),
            (Capped(Sum([SHARE, FLAG]), at=15), {"f": True}, ("[10, 15]", ["s"])),
            (Sum([SHARE, "-max"], floor=0), {}, ("[0, 0]", [])),
            (Clamped(SHARE, low=2, high=4), {}, ("[2, 4]", ["s"])),
        ],
        ids=repr,
    )
    def test_surely_holds_the_points(
        self, rule: Scorer, known: Mapping[str, Value], found: tuple[str, list[str]]
    ) -> None:
        """Where only one number of points is left, nothing keeps it open."""
        assert found == span(rule, **known)

    def test_normalised_without_limits_is_unbounded(self) -> None:
        """Without a cohort nobody knows how far beyond its ends a unit lies."""
        rule = MinMaxNormalized(constant="zero", clamp=False, measure=Count("a"))

        assert ("(-∞, ∞)", ["no-cohort"]) == span(rule, a=3)
        assert ("(-∞, ∞)", False) == bounds(rule)

    def test_in_a_constant_cohort_says_so(self) -> None:
        """It is not the cohort that is absent."""
        rule = MinMaxNormalized(constant="undefined", low=3, high=3, measure=Count("a"))
        found = form(rule).span(Facts({"a": 3}, DECLARED))

        assert Span(interval("[0, 10]"), (Absence(undefined=Undefined.CONSTANT_COHORT),)) == found
        assert "undefined" == found.absent[0].status

    def test_of_a_value_outside_its_domain_is_open(self) -> None:
        """No value that a rule was not built for silently scores nothing."""
        for rule in (Proportional(measure=Count("m")), Capped(Proportional(measure=Count("m")))):
            for made in (form(rule), simplified(form(rule))):
                found = made.span(Facts({"m": 13}, DECLARED))

                assert found.absent or made.pair({"m": 13}) is not None

    def test_of_a_share_stated_above_its_whole_is_scored(self) -> None:
        """What may be stated is in the domain, and has its points."""
        declared = Declared.of(
            [
                CountInput(name="a", label="a"),
                CountInput(name="b", label="b"),
                ShareInput(name="s", label="s", above_one=True),
            ]
        )
        rule = Proportional(measure=Ratio(ratio="a", of="b", stated="s"))
        made = rule.form(Setting(declared=declared, maximum=TEN))
        found = made.span(Facts({"s": Fraction(7, 5)}, declared))

        assert Span(Interval.point(Fraction(14))) == found
        assert "[0, ∞)" == str(made.bounds({}).within)

    def test_of_nothing_over_nothing_may_be_beyond_the_whole(self) -> None:
        """What 0/0 counts as is in the domain as well."""
        rule = Proportional(measure=Ratio(ratio="a", of="b", when_empty=2))

        assert ("[20, 20]", []) == span(rule, a=0, b=0)
        assert ("[0, 20]", False) == bounds(rule)

    @pytest.mark.parametrize(
        "rule",
        [
            Proportional(measure=Count("a")),
            Gated(when=Condition(measure=Count("a"), from_=1), then=1),
        ],
        ids=repr,
    )
    def test_under_constraints_that_no_count_keeps_is_open(self, rule: Scorer) -> None:
        """Reports that contradict the constraints between them neither raise nor score nothing."""
        constraints = (Constraint("3 * a <= 2 * b"), Constraint("3 * a >= b"))
        facts = narrowed(Facts({"b": 1}, DECLARED), constraints)

        assert (Absence(missing="a"),) == form(rule).span(facts).absent

    def test_of_a_rule_without_values_is_unbounded(self) -> None:
        """A table that holds no value of the domain says nothing at all."""
        nowhere = Banded(bands=[Band(above=1, points=5)], measure=Share("s"))

        assert ("(-∞, ∞)", ["no-band"]) == span(nowhere, s=HALF)
        assert ("None", False) == bounds(nowhere)

    def test_of_whole_numbers_is_cut_to_them(self) -> None:
        """What constraints leave of a count ends at integers."""
        facts = narrowed(Facts({"b": 5}, DECLARED), (Constraint("2 * a <= b"),))
        found = form(Proportional(rate=1, measure=Count("a"))).span(facts)

        assert Span(interval("[0, 2]"), (Absence(missing="a"),)) == found


class TestBounds:
    """What a rule can give before any data."""

    @pytest.mark.parametrize(
        ("rule", "found"),
        [
            (SHARE, ("[0, 10]", False)),
            (Proportional(rate=-8, start=8, measure=Share("s")), ("[0, 8]", False)),
            (HOLED, ("[1, 2]", False)),
            (FLAG, ("[0, 10]", False)),
            (OPTION, ("[4, 10]", False)),
            (Proportional(rate=1, measure=Items("i")), ("[0, 2]", False)),
            (Sum([SHARE, OTHER]), ("[0, 14]", False)),
            (BestOf([SHARE, OTHER]), ("[0, 10]", False)),
            (WorstOf([SHARE, OTHER]), ("[0, 4]", False)),
            (Sum([SHARE, SHARE]), ("[0, 20]", True)),
            (Sum([OF_RATIO, Proportional(measure=Count("a"))]), ("[0, ∞)", True)),
            (Sum([FLAG, Boolean(measure=Flag("g")), 1]), ("[1, 21]", False)),
            (
                Sum([Boolean(measure=Item("i", "p")), Boolean(measure=Item("i", "q"))]),
                ("[0, 20]", False),
            ),
            (
                Sum([Boolean(measure=Item("i", "p")), Proportional(measure=Items("i"))]),
                ("[0, 30]", True),
            ),
            (
                Sum([Proportional(measure=Items("i")), Boolean(measure=Item("i", "p"))]),
                ("[0, 30]", True),
            ),
            (Capped(Sum([SHARE, OTHER]), at=12), ("[0, 12]", False)),
            (Capped(Sum([SHARE, SHARE])), ("[0, 10]", True)),
            (Sum([SHARE, -3], floor=0), ("[0, 7]", False)),
            (Sum([Capped(Sum([SHARE, SHARE])), FLAG]), ("[0, 20]", True)),
        ],
        ids=repr,
    )
    def test_are_exact_unless_parts_share_facts(
        self, rule: Scorer, found: tuple[str, bool]
    ) -> None:
        """Parts that read the same input, or a list and one of its items, are not independent."""
        assert found == bounds(rule)

    def test_are_outer_where_a_constraint_ties_parts(self) -> None:
        """Directly, or through a third input."""
        rule = Sum([Proportional(measure=Count("a")), Proportional(measure=Count("m"))])

        assert ("[0, ∞)", False) == bounds(rule)
        assert ("[0, ∞)", False) == bounds(rule, "a <= b")
        assert ("[0, ∞)", True) == bounds(rule, "a <= m")
        assert ("[0, ∞)", True) == bounds(rule, "a <= b", "b <= m")
        assert ("[0, ∞)", False) == bounds(rule, "a <= b", "c <= m")

    def test_are_outer_where_a_constraint_ties_a_gate(self) -> None:
        """What the condition reads says something of what its side reads."""
        gate = Gated(
            when=Condition(measure=Count("a"), from_=5), then=Proportional(measure=Count("m"))
        )

        assert ("[0, 120]", False) == bounds(gate)
        assert ("[0, 120]", True) == bounds(gate, "m <= a")

    def test_are_none_where_a_part_gives_no_points(self) -> None:
        """A sum with a part that never has any never has any; a cap changes nothing."""
        nowhere = Banded(bands=[Band(above=1, points=5)], measure=Share("s"))

        assert Bounds(None) == form(Sum([nowhere, FLAG])).bounds({})
        assert Bounds(None) == form(Capped(nowhere)).bounds({})


def test_atoms_are_those_of_all_parts() -> None:
    """What a rule reads, whatever its shape."""
    assert frozenset({"a", "b", "f"}) == form(Capped(Sum([OF_RATIO, FLAG]))).atoms
    assert frozenset({"i:p"}) == form(Boolean(measure=Item("i", "p"))).atoms


def test_forms_are_values() -> None:
    """Equal rules make equal forms."""
    assert form(Sum([SHARE, FLAG])) == form(Sum([SHARE, FLAG]))
    assert Fold("sum", (Constant(TEN),)) == form(Sum([10]))
    assert EVERYTHING == Span(EVERYTHING).within
