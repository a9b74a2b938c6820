from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from rubrik.errors import RubricError
from rubrik.measures import Choice as Chosen
from rubrik.measures import (
    ChoiceInput,
    Count,
    CountInput,
    Declared,
    Domain,
    Flag,
    FlagInput,
    Item,
    Items,
    ItemsInput,
    Ratio,
    Value,
)
from rubrik.scorers import (
    Case,
    Condition,
    Constant,
    Gated,
    Proportional,
    Scorer,
    Setting,
    Switch,
)
from scorers.asking import refusal
from scorers.spans import interval

TEN = Fraction(10)
DECLARED = Declared.of(
    [
        CountInput(name="a", label="a"),
        CountInput(name="b", label="b"),
        FlagInput(name="f", label="f"),
        ChoiceInput(name="o", label="o", options={"rieng": "Riêng", "chung": "Chung"}),
        ItemsInput(name="i", label="i", options={"p": "P", "q": "Q"}),
    ]
)
HERE = Setting(declared=DECLARED, maximum=TEN, path=("criterion '1'", "score"))
RATIO = Ratio(ratio="a", of="b")
NEEDS_NUMBER = "Proportional needs a measure that is a number"


def points(rule: Scorer, **known: Value) -> Fraction | None:
    """The points a rule gives for known facts."""
    pair = rule.form(HERE).pair(known)
    return None if pair is None else Fraction(*pair)


def problems(make: Callable[[], object]) -> list[str]:
    """Each problem of a refused rule, in English."""
    with pytest.raises(RubricError) as caught:
        make()
    return [problem.text("en") for problem in caught.value.problems]


class TestCondition:
    """A test of one measured value."""

    @pytest.mark.parametrize(
        ("condition", "test"),
        [
            (Condition(measure=RATIO, from_="80%"), interval("[4/5, ∞)")),
            (Condition(measure=RATIO, above=0, to=1), interval("(0, 1]")),
            (Condition(measure=Items("i"), at=0), interval("[0, 0]")),
            (Condition(measure=Flag("f"), is_=False), (False,)),
            (Condition(measure=Item("i", "p"), is_=True), (True,)),
            (Condition(measure=Chosen("o"), is_="rieng"), ("rieng",)),
        ],
        ids=repr,
    )
    def test_holds_for_some_values(self, condition: Condition, test: object) -> None:
        """Those between the ends of a number, or the answer asked for."""
        assert test == condition.test

    @pytest.mark.parametrize(
        "parts",
        [
            {"measure": Count("a")},
            {"measure": Count("a"), "is_": True},
            {"measure": Count("a"), "from_": 1, "is_": True},
            {"measure": Flag("f")},
            {"measure": Flag("f"), "from_": 1},
            {"measure": Flag("f"), "at": 1, "is_": True},
            {"measure": Chosen("o"), "below": 1},
        ],
        ids=repr,
    )
    def test_needs_what_fits_its_measure(self, parts: dict[str, Any]) -> None:
        """Ends for a number, an answer for an answer, and one of them."""
        assert (
            "a condition on a number needs from, above, to, below or at; on an answer it needs is",
            "điều kiện trên số cần from, above, to, below hoặc at; trên câu trả lời cần is",
        ) == refusal(lambda: Condition(**parts))

    def test_refuses_ends_that_nothing_lies_between(self) -> None:
        """As a band does."""
        assert ("no value is ≥ 1, < 1", "khoảng ≥ 1, < 1 không chứa giá trị nào") == refusal(
            lambda: Condition(measure=Count("a"), from_=1, below=1)
        )

    def test_refuses_an_end_twice(self) -> None:
        """As a band does."""
        assert (
            "each end is written once: from or above, to or below, or at alone",
            "mỗi đầu khoảng chỉ được ghi một lần: from hoặc above, to hoặc below, hoặc chỉ at",
        ) == refusal(lambda: Condition(measure=Count("a"), from_=1, above=1))


class TestGated:
    """One rule where a condition holds, another where it does not."""

    @pytest.mark.parametrize(
        ("known", "expected"),
        [
            ({"a": 49, "b": 50}, Fraction(147, 50)),
            ({"a": 979999999, "b": 1000000000}, 0),
            ({"a": 0, "b": 5}, 0),
            ({"a": 1}, None),
            ({"a": 0, "b": 0}, None),
        ],
    )
    def test_on_a_number(self, known: dict[str, Value], expected: Fraction | None) -> None:
        """From 98 % on three times the ratio, below it nothing."""
        gate = Gated(
            when=Condition(measure=RATIO, from_="98%"), then=Proportional(rate=3), measure=RATIO
        )

        assert expected == points(gate, **known)

    @pytest.mark.parametrize(
        ("known", "expected"),
        [({"f": True}, 2), ({"f": False}, 5), ({}, None), ({"a": 1}, None)],
    )
    def test_on_an_answer(self, known: dict[str, Value], expected: int | None) -> None:
        """Each side gives its own."""
        gate = Gated(when=Condition(measure=Flag("f"), is_=True), then=2, otherwise="1/2 max")

        assert expected == points(gate, **known)

    def test_is_a_switch(self) -> None:
        """Over the domain of its condition's measure, not of its own."""
        gate = Gated(when=Condition(measure=Count("a"), from_=1), then=2)
        two, none = Constant(Fraction(2)), Constant(Fraction(0))
        domain = Domain(interval("[0, ∞)"), integer=True)

        assert Switch(Count("a"), domain, (Case(interval("[1, ∞)"), two),), none) == gate.form(HERE)

    def test_measures_nothing_for_its_sides(self) -> None:
        """What the condition reads is not what the sides read."""
        gate = Gated(when=Condition(measure=RATIO, from_="98%"), then=Proportional())

        assert [f"criterion '1' › score › then: {NEEDS_NUMBER}"] == problems(
            lambda: gate.form(HERE)
        )
