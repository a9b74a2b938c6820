from collections.abc import Mapping
from fractions import Fraction

import pytest

from rubrik.absence import Absence, Undefined
from rubrik.intervals import EVERYTHING, Interval
from rubrik.measures import Choice as Chosen
from rubrik.measures import (
    ChoiceInput,
    Constraint,
    Count,
    CountInput,
    Declared,
    Facts,
    Flag,
    FlagInput,
    Growth,
    Item,
    Items,
    ItemsInput,
    Ratio,
    Share,
    ShareInput,
    Value,
    links,
    narrowed,
)
from rubrik.scorers import (
    Band,
    Banded,
    BestOf,
    Boolean,
    Bounds,
    Capped,
    Choice,
    Clamp,
    Clamped,
    Condition,
    Constant,
    Curve,
    Fold,
    Form,
    Gated,
    Lookup,
    MinMaxNormalized,
    Proportional,
    Scorer,
    Setting,
    Span,
    Stepped,
    Sum,
    Switch,
    WorstOf,
    add_pairs,
    forms,
    simplified,
)
from scorers.spans import interval

TEN = Fraction(10)
HALF = Fraction(1, 2)
DECLARED = Declared.of(
    [
        *(CountInput(name=name, label=name) for name in "abc"),
        CountInput(name="m", label="m", max=12),
        ShareInput(name="s", label="s"),
        ShareInput(name="t", label="t"),
        FlagInput(name="f", label="f"),
        FlagInput(name="g", label="g"),
        ChoiceInput(name="o", label="o", options={"p": "P", "q": "Q"}),
        ChoiceInput(name="n", label="n", options={"x": "X", "y": "Y", "z": "Z"}),
        ItemsInput(name="i", label="i", options={"p": "P", "q": "Q"}),
    ]
)
HERE = Setting(declared=DECLARED, maximum=TEN, path=("criterion '1'", "score"))
RATIO = Ratio(ratio="a", of="b")
SHARE = Proportional(measure=Share("s"))
OTHER = Proportional(measure=Share("t"), rate=4)
OF_RATIO = Proportional(measure=RATIO)
FLAG = Boolean(measure=Flag("f"))
OPTION = Choice({"p": "max", "q": 4}, measure=Chosen("o"))
HOLED = Banded(
    bands=[Band(above="80%", points=2), Band(from_="50%", below="80%", points=1)],
    measure=Share("s"),
)
NORMALIZED = MinMaxNormalized(constant="zero", measure=Count("a"))


def form(rule: Scorer) -> Form:
    """What a rule comes down to under a maximum of 10."""
    return rule.form(HERE)


def span(rule: Form | Scorer, **known: Value) -> tuple[str, list[str]]:
    """What is known of the points, and what keeps them open."""
    made = rule if isinstance(rule, Form) else form(rule)
    found = made.span(Facts(known, DECLARED))
    why = [absence.missing or str(absence.undefined) for absence in found.absent]
    return str(found.within), why


def points(rule: Form | Scorer, **known: Value) -> Fraction | None:
    """The points for known facts."""
    pair = (rule if isinstance(rule, Form) else form(rule)).pair(known)
    return None if pair is None else Fraction(*pair)


def bounds(rule: Form | Scorer, *constraints: str) -> tuple[str, bool]:
    """The points before any data, and whether they are labelled outer."""
    made = rule if isinstance(rule, Form) else form(rule)
    found = made.bounds(links(map(Constraint, constraints)))
    return str(found.within), found.outer


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


GATE = Gated(
    when=Condition(measure=Count("a"), from_=3, to=5),
    then=1,
    otherwise=Proportional(measure=Share("s"), start=2, rate=2),
)
STAIRS = Gated(
    when=Condition(measure=Count("m"), at=0),
    then=0,
    otherwise=Gated(when=Condition(measure=Count("m"), below="7/2"), then=3, otherwise=9),
)
THREE = Choice({"x": Proportional(measure=Share("t")), "y": 50, "z": -50}, measure=Chosen("n"))
CHOSEN = Choice({"p": SHARE, "q": 4}, measure=Chosen("o"))


class TestSwitch:
    """The first case that holds decides."""

    @pytest.mark.parametrize(
        ("known", "taken", "expected"),
        [
            ({"a": 3}, 0, 1),
            ({"a": 5}, 0, 1),
            ({"a": 2, "s": HALF}, 1, 3),
            ({"a": 6}, 1, None),
            ({"s": HALF}, None, None),
        ],
    )
    def test_takes_one_branch(
        self, known: Mapping[str, Value], taken: int | None, expected: int | None
    ) -> None:
        """What the other branches read does not matter."""
        gate = form(GATE)

        assert isinstance(gate, Switch)
        assert taken == gate.taken(known)
        assert expected == points(gate, **known)

    @pytest.mark.parametrize(
        ("rule", "known", "found"),
        [
            (GATE, {"a": 4}, ("[1, 1]", [])),
            (GATE, {"a": 6}, ("[2, 4]", ["s"])),
            (GATE, {}, ("[1, 4]", ["a", "s"])),
            (GATE, {"s": HALF}, ("[1, 3]", ["a"])),
            (GATE, {"s": Fraction(0)}, ("[1, 2]", ["a"])),
            (STAIRS, {}, ("[0, 9]", ["m"])),
            (CHOSEN, {}, ("[0, 10]", ["o", "s"])),
            (THREE, {}, ("[-50, 50]", ["n", "t"])),
            (THREE, {"n": "y"}, ("[50, 50]", [])),
            (THREE, {"n": "z"}, ("[-50, -50]", [])),
            (CHOSEN, {"o": "q"}, ("[4, 4]", [])),
            (CHOSEN, {"o": "p"}, ("[0, 10]", ["s"])),
            (CHOSEN, {"s": Fraction(2, 5)}, ("[4, 4]", [])),
        ],
        ids=repr,
    )
    def test_while_open_can_take_any_that_is_left(
        self, rule: Scorer, known: Mapping[str, Value], found: tuple[str, list[str]]
    ) -> None:
        """Where all of them give the same, nothing is open."""
        assert found == span(rule, **known)

    @pytest.mark.parametrize(
        ("constraint", "known", "found"),
        [
            ("m <= a", {"a": 0}, ("[0, 0]", [])),
            ("m >= a", {"a": 1}, ("[3, 9]", ["m"])),
            ("m >= a", {"a": 4}, ("[9, 9]", [])),
            ("m <= a", {"a": 3}, ("[0, 3]", ["m"])),
        ],
    )
    def test_leaves_out_what_constraints_rule_out(
        self, constraint: str, known: Mapping[str, Value], found: tuple[str, list[str]]
    ) -> None:
        """A branch that no value leads to any more is not open."""
        facts = narrowed(Facts(known, DECLARED), (Constraint(constraint),))
        left = form(STAIRS).span(facts)

        assert found == (str(left.within), [absence.missing for absence in left.absent])

    def test_an_undefined_condition_leaves_both_sides(self) -> None:
        """0/0 is neither above nor below."""
        gate = Gated(when=Condition(measure=RATIO, from_="98%"), then=3, otherwise=1)

        assert ("[1, 3]", ["zero-denominator"]) == span(gate, a=0, b=0)

    def test_a_closed_gate_beats_an_undefined_part(self) -> None:
        """What is behind it does not matter."""
        gate = Gated(when=Condition(measure=Flag("f"), is_=True), then=OF_RATIO)

        assert ("[0, 0]", []) == span(gate, f=False, a=0, b=0)
        assert ("[0, 10]", ["zero-denominator"]) == span(gate, f=True, a=0, b=0)
        assert ("[0, 10]", ["f", "zero-denominator"]) == span(gate, a=0, b=0)

    @pytest.mark.parametrize(
        ("rule", "found"),
        [
            (GATE, ("[1, 4]", False)),
            (STAIRS, ("[0, 9]", True)),
            (CHOSEN, ("[0, 10]", False)),
            (THREE, ("[-50, 50]", False)),
            (
                Gated(when=Condition(measure=Count("m"), above=12), then=99, otherwise=1),
                ("[1, 1]", False),
            ),
            (
                Gated(when=Condition(measure=Count("m"), from_=0), then=2, otherwise=99),
                ("[2, 2]", False),
            ),
            (
                Gated(when=Condition(measure=Count("a"), above=0, below=1), then=99),
                ("[0, 0]", False),
            ),
            (
                Gated(when=Condition(measure=Share("s"), from_=HALF), then=SHARE),
                ("[0, 10]", True),
            ),
            (
                Gated(when=Condition(measure=Item("i", "p"), is_=True), then=2, otherwise=1),
                ("[1, 2]", False),
            ),
            (
                Gated(
                    when=Condition(measure=Item("i", "p"), is_=True),
                    then=Proportional(rate=1, measure=Items("i")),
                ),
                ("[0, 2]", True),
            ),
            (
                Gated(
                    when=Condition(measure=Item("i", "p"), is_=True),
                    then=Boolean(measure=Item("i", "q")),
                ),
                ("[0, 10]", False),
            ),
        ],
        ids=repr,
    )
    def test_bounds_are_those_of_the_branches_it_can_take(
        self, rule: Scorer, found: tuple[str, bool]
    ) -> None:
        """Outer where a branch reads what the condition reads."""
        assert found == bounds(rule)

    def test_bounds_leave_out_branches_without_points(self) -> None:
        """A side that gives none for any value; where none does there are none."""
        nowhere = Banded(bands=[Band(above=1, points=5)], measure=Share("s"))
        half = Gated(when=Condition(measure=Flag("f"), is_=True), then=nowhere, otherwise=2)
        none = Gated(when=Condition(measure=Flag("f"), is_=True), then=nowhere, otherwise=nowhere)

        assert ("[2, 2]", False) == bounds(half)
        assert ("None", False) == bounds(none)

    def test_reads_its_condition_and_all_branches(self) -> None:
        """Atoms are those of both."""
        assert frozenset({"a", "s"}) == form(GATE).atoms


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


def test_forms_are_values() -> None:
    """Equal rules make equal forms."""
    assert form(Sum([SHARE, FLAG])) == form(Sum([SHARE, FLAG]))
    assert Fold("sum", (Constant(TEN),)) == form(Sum([10]))
    assert EVERYTHING == Span(EVERYTHING).within
