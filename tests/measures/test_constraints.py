from collections.abc import Mapping
from fractions import Fraction
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrik.errors import RubrikError
from rubrik.measures import (
    AmountInput,
    Constraint,
    CountInput,
    Declared,
    Facts,
    Terms,
    Value,
    links,
    narrowed,
)


@pytest.mark.parametrize("name", ["constraints", "facts", "inputs", "measures", "reach", "terms"])
def test_dir_is_all(name: str) -> None:
    """The modules show their public names and no others."""
    module = import_module(f"rubrik.measures.{name}")

    assert sorted(module.__all__) == dir(module)


def sums(text: str) -> list[tuple[dict[str, Fraction], Fraction]]:
    """The sums that must not be positive: weights by input, and a constant."""
    return [(dict(terms.weights), constant) for terms, constant in Constraint(text).sums]


class TestParsing:
    """A constraint is written as one writes it on paper."""

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("a <= b", [({"a": 1, "b": -1}, 0)]),
            ("a >= b", [({"b": 1, "a": -1}, 0)]),
            ("a == b", [({"a": 1, "b": -1}, 0), ({"b": 1, "a": -1}, 0)]),
            ("truong + pho <= tong", [({"truong": 1, "pho": 1, "tong": -1}, 0)]),
            ("a + 2 * b <= c", [({"a": 1, "b": 2, "c": -1}, 0)]),
            ("a <= 3", [({"a": 1}, -3)]),
            ("3 >= a", [({"a": 1}, -3)]),
            ("a >= 2 + 1/2", [({"a": -1}, Fraction(5, 2))]),
            ("a - 1 <= b + 2", [({"a": 1, "b": -1}, -3)]),
            ("-a + 0,5*b<=0", [({"a": -1, "b": Fraction(1, 2)}, 0)]),
            ("- a >= -2.5", [({"a": 1}, Fraction(-5, 2))]),
            ("+a <= 1", [({"a": 1}, -1)]),
            ("a + a + a <= b", [({"a": 3, "b": -1}, 0)]),
            ("a + b <= b + 1", [({"a": 1}, -1)]),
            ("a + 0 * b <= 1", [({"a": 1}, -1)]),
            ("  a\t<=\nb ", [({"a": 1, "b": -1}, 0)]),
            ("_a1 <= so_cán_bộ", [({"_a1": 1, "so_cán_bộ": -1}, 0)]),
            ("5 <= 2 + a", [({"a": -1}, 3)]),
        ],
    )
    def test_keeps_sums_that_must_not_be_positive(
        self, text: str, found: list[tuple[dict[str, Fraction], Fraction]]
    ) -> None:
        """All terms go to one side; what cancels out is gone; an equality is two inequalities."""
        assert found == sums(text)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "a",
            "<=",
            "<= a",
            "a <=",
            "a b <= 3",
            "2 3 <= a",
            "2 * <= a",
            "2 a <= b",
            "2a <= b",
            "a * 2 <= b",
            "a + <= b",
            "a + - b <= c",
            "--a <= b",
            "a < b",
            "a = b",
            "a => b",
            "a === b",
            "a <= b <= c",
            "a <= b == c",
            "1 <= 0",
            "0 == 0",
            "a <= a",
            "a <= a - 1",
            "a + b == b + a",
            "0 * a <= 1",
            "1/0 * a <= b",
            "1.000 * a <= b",
            "1..5 * a <= b",
            "٣ * a <= b",
            "(a + b) <= c",
            "a/b <= 1",
        ],
    )
    def test_refuses_what_is_none(self, text: str) -> None:
        """What names no input, or is not such a sum, is refused with the words found."""
        with pytest.raises(RubrikError) as caught:
            Constraint(text)

        quoted = repr(text)
        assert (
            f"{quoted} is no constraint; they are written like a + 2 * b <= c"
            == caught.value.text("en")
        )
        assert f"{quoted} không phải ràng buộc; ví dụ: a + 2 * b <= c" == caught.value.text("vi")

    def test_is_its_text(self) -> None:
        """It reads as it was written, and texts that differ are different constraints."""
        constraint = Constraint("a  <= b")

        assert "a  <= b" == str(constraint)
        assert "a  <= b" == repr(constraint)
        assert constraint != Constraint("a <= b")
        assert constraint == Constraint("a  <= b")

    def test_names_its_inputs(self) -> None:
        """Those that it ties, in the order they are written in."""
        assert ("c", "a") == Constraint("c + b <= a + b").names

    def test_keeps_terms(self) -> None:
        """A sum is made of the same terms that measures are."""
        weights = (("a", Fraction(1)), ("b", Fraction(-1)))

        assert ((Terms(weights), Fraction(0)),) == Constraint("a <= b").sums


class TestBroken:
    """Reported values may contradict a constraint."""

    @pytest.mark.parametrize(
        ("text", "known", "broken"),
        [
            ("a <= b", {"a": 2, "b": 2}, False),
            ("a <= b", {"a": 3, "b": 2}, True),
            ("a <= b", {"a": 3}, False),
            ("a <= b", {}, False),
            ("a <= 3", {"a": 3}, False),
            ("a <= 3", {"a": 4}, True),
            ("a <= 3", {"a": Fraction(3 * 10**9 + 1, 10**9)}, True),
            ("a >= 1", {"a": 0}, True),
            ("a >= 1", {"a": 1}, False),
            ("a >= 0", {"a": 0}, False),
            ("a == b", {"a": 2, "b": 2}, False),
            ("a == b", {"a": 2, "b": 3}, True),
            ("a == b", {"a": 3, "b": 2}, True),
            ("a == b + 1", {"a": 3, "b": 2}, False),
            ("a + 2 * b <= c", {"a": 1, "b": 2, "c": 5}, False),
            ("a + 2 * b <= c", {"a": 1, "b": 2, "c": 4}, True),
            ("a + 2 * b <= c", {"a": 9, "b": 9}, False),
        ],
    )
    def test_only_where_all_is_known(
        self, text: str, known: Mapping[str, Value], broken: bool
    ) -> None:
        """An edge keeps it; while an input is unknown it is open."""
        assert broken == Constraint(text).is_broken(known)


class TestLinks:
    """Inputs that constraints tie are not independent."""

    def test_ties_the_inputs_of_a_constraint(self) -> None:
        """All of them have one representative; others have none."""
        found = links([Constraint("b + c <= a")])

        assert {"a": "a", "b": "a", "c": "a"} == found

    def test_ties_through_others(self) -> None:
        """Those tied to one that is tied to a third are tied to the third, in any order."""
        chain = ["a <= b", "c <= d", "e <= f", "d <= e", "b <= c"]

        assert dict.fromkeys("abcdef", "a") == links(Constraint(each) for each in chain)

    def test_keeps_apart_what_nothing_ties(self) -> None:
        """Two groups have two representatives."""
        found = links([Constraint("a <= b"), Constraint("c <= d"), Constraint("e <= 3")])

        assert {"a": "a", "b": "a", "c": "c", "d": "c", "e": "e"} == found

    def test_ties_the_aggregates_of_a_table(self) -> None:
        """Sum and mean of one table belong together, and to what a constraint ties them to."""
        found = links([Constraint("sum <= x")], [("rows", "sum", "mean"), (), ("other",)])

        assert dict.fromkeys(("rows", "sum", "mean", "x"), "mean") | {"other": "other"} == found

    def test_without_constraints_ties_nothing(self) -> None:
        """No constraint, no link."""
        assert {} == links(())


LIMITED = Declared.of(
    [
        CountInput(name="a", label="a"),
        CountInput(name="b", label="b", max=5),
        AmountInput(name="c", label="c", unit=""),
    ]
)


def spans(known: Mapping[str, Value], *texts: str) -> dict[str, str]:
    """What the constraints leave to each of the three inputs."""
    facts = narrowed(Facts(known, LIMITED), tuple(map(Constraint, texts)))
    return {name: str(facts.span(name)) for name in LIMITED.numbers}


class TestNarrowed:
    """Constraints narrow what unknown inputs can be."""

    @pytest.mark.parametrize(
        ("known", "texts", "left"),
        [
            ({}, [], {"a": "[0, ∞)", "b": "[0, 5]", "c": "[0, ∞)"}),
            ({}, ["a <= b"], {"a": "[0, 5]", "b": "[0, 5]", "c": "[0, ∞)"}),
            ({"a": 2}, ["a <= b"], {"a": "[2, 2]", "b": "[2, 5]", "c": "[0, ∞)"}),
            ({"b": 2}, ["a <= b"], {"a": "[0, 2]", "b": "[2, 2]", "c": "[0, ∞)"}),
            ({"c": 8}, ["a + 2 * b == c"], {"a": "[0, 8]", "b": "[0, 4]", "c": "[8, 8]"}),
            ({}, ["a >= 1"], {"a": "[1, ∞)", "b": "[0, 5]", "c": "[0, ∞)"}),
            ({}, ["c <= a"], {"a": "[0, ∞)", "b": "[0, 5]", "c": "[0, ∞)"}),
            ({}, ["a <= b", "c <= a"], {"a": "[0, 5]", "b": "[0, 5]", "c": "[0, 5]"}),
            ({"a": 1, "b": 1}, ["a <= b"], {"a": "[1, 1]", "b": "[1, 1]", "c": "[0, ∞)"}),
        ],
    )
    def test_to_what_the_others_leave(
        self, known: Mapping[str, Value], texts: list[str], left: Mapping[str, str]
    ) -> None:
        """With all others at their extremes."""
        assert left == spans(known, *texts)

    def test_leaves_a_count_some_whole_number(self) -> None:
        """Constraints that no whole number keeps leave no span without one."""
        constraints = (Constraint("3 * a <= 2 * b"), Constraint("3 * a >= b"))
        facts = narrowed(Facts({"b": 1}, LIMITED), constraints)

        assert facts.span("a").snapped() is not None

    def test_leaves_known_facts_as_they_are(self) -> None:
        """Where nothing is unknown there is nothing to narrow."""
        facts = Facts({"a": 1, "b": 2}, LIMITED)

        assert facts is narrowed(facts, (Constraint("a <= b"),))

    @given(
        st.lists(
            st.sampled_from(["a <= b", "a + b <= c", "2 * c == a + 1", "a >= 2", "b >= 4 - a"]),
            unique=True,
        ),
        st.tuples(*(st.integers(0, 5) for _ in range(3))),
        st.sets(st.sampled_from("abc")),
    )
    def test_never_loses_a_value_that_keeps_them(
        self, texts: list[str], values: tuple[int, int, int], reported: set[str]
    ) -> None:
        """Whatever keeps all constraints lies inside what is left, whatever is known of it."""
        constraints = tuple(map(Constraint, texts))
        full: dict[str, Value] = {
            "a": values[0], "b": values[1], "c": Fraction(values[0] + 1, 2),
        }  # fmt: skip
        if not any(each.is_broken(full) for each in constraints):
            known = {name: full[name] for name in reported}
            facts = narrowed(Facts(known, LIMITED), constraints)

            assert all(Fraction(full[name]) in facts.span(name) for name in full)  # type: ignore[arg-type]


def test_names_may_begin_with_any_letter() -> None:
    """Capitals and underscores begin names, as small letters do."""
    assert ("Cbcc", "_tong", "z") == Constraint("Cbcc + _tong <= z").names
