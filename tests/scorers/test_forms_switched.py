from collections.abc import Mapping
from fractions import Fraction

import pytest

from rubrik.measures import Choice as Chosen
from rubrik.measures import (
    Constraint,
    Count,
    Domain,
    Facts,
    Flag,
    Item,
    Items,
    Share,
    Value,
    narrowed,
)
from rubrik.scorers import (
    Band,
    Banded,
    Boolean,
    Case,
    Choice,
    Condition,
    Constant,
    Gated,
    Proportional,
    Scorer,
    Switch,
)
from scorers.rules import DECLARED, HALF, OF_RATIO, RATIO, SHARE, bounds, form, points, span
from scorers.spans import interval

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


class TestOpenTo:
    """The branches that what a value can be leads to."""

    LOW, HIGH, REST = Constant(Fraction(1)), Constant(Fraction(2)), Constant(Fraction(3))

    def test_leaves_out_what_no_whole_number_leads_to(self) -> None:
        """Between 3 and 4 there is no count, so that the two cases leave nothing over."""
        counts = Domain(interval("[0, ∞)"), integer=True)
        cases = (Case(interval("[0, 3]"), self.LOW), Case(interval("[4, ∞)"), self.HIGH))
        made = Switch(Count("a"), counts, cases, self.REST)

        assert [self.LOW, self.HIGH] == made.open_to(interval("[0, ∞)"))
        assert [self.LOW] == made.open_to(interval("[1, 3]"))

    def test_leaves_out_what_no_answer_leads_to(self) -> None:
        """Of the answers that are possible, those of a case lead to it and the others do not."""
        cases = (Case(("x",), self.LOW), Case(("y", "z"), self.HIGH))
        made = Switch(Chosen("n"), ("x", "y", "z", "w"), cases, self.REST)

        assert [self.LOW] == made.open_to(("x",))
        assert [self.HIGH] == made.open_to(("z",))
        assert [self.REST] == made.open_to(("w",))
        assert [self.LOW, self.REST] == made.open_to(("w", "x"))
