from collections.abc import Mapping
from fractions import Fraction

import pytest

from rubrik.absence import Absence, Undefined
from rubrik.intervals import Interval
from rubrik.measures import (
    Amount,
    AmountInput,
    Answer,
    Choice,
    ChoiceInput,
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
    Measure,
    Number,
    Possible,
    Ratio,
    Share,
    ShareInput,
    Value,
    Weighted,
)

HALF = Fraction(1, 2)
DECLARED = Declared.of(
    [
        *(CountInput(name=name, label=name) for name in "abc"),
        CountInput(name="m", label="m", max=12),
        AmountInput(name="x", label="x", unit="đồng"),
        ShareInput(name="s", label="s"),
        ShareInput(name="t", label="t", above_one=True),
        ShareInput(name="g", label="g", above_one=True, below_zero=True),
        FlagInput(name="f", label="f"),
        ChoiceInput(name="o", label="o", options={"p": "P", "q": "Q"}),
        ItemsInput(name="i", label="i", options={"p": "P", "q": "Q", "r": "R"}),
    ]
)
RATIO = Ratio(ratio="a", of="b")
STATED = Ratio(ratio="a", of="b", stated="s")
GROWTH = Growth(growth="a", since="b", stated="g", when_empty=0)


def value(measure: Number, **known: Value) -> Fraction | None:
    """A measured number, or nothing."""
    pair = measure.pair(known)
    return None if pair is None else Fraction(*pair)


def domain(measure: Number) -> tuple[str, bool]:
    """A measure's domain: its span, and whether it has integers only."""
    found = measure.domain(DECLARED)
    return str(found.span), found.integer


def possible(measure: Measure, **known: Value) -> tuple[str, list[str]]:
    """What a measured value can be, and what keeps it open."""
    found = measure.possible(Facts(known, DECLARED))
    return str(found.values), [
        absence.missing or str(absence.undefined) for absence in found.absent
    ]


@pytest.mark.parametrize(
    ("measure", "reads", "atoms"),
    [
        (Count("a"), [("a", "count")], {"a"}),
        (Amount("x"), [("x", "amount")], {"x"}),
        (Share("s"), [("s", "share")], {"s"}),
        (Flag("f"), [("f", "flag")], {"f"}),
        (Choice("o"), [("o", "choice")], {"o"}),
        (Items("i"), [("i", "items")], {"i"}),
        (Item("i", "p"), [("i", "items")], {"i:p"}),
        (RATIO, [("a", "number"), ("b", "number")], {"a", "b"}),
        (STATED, [("a", "number"), ("b", "number"), ("s", "share")], {"a", "b", "s"}),
        (
            Ratio(ratio={"a": 1, "b": 2}, of={"a": 1, "c": 1}),
            [("a", "number"), ("b", "number"), ("a", "number"), ("c", "number")],
            {"a", "b", "c"},
        ),
        (Growth(growth="a", since="b"), [("a", "number"), ("b", "number")], {"a", "b"}),
        (GROWTH, [("a", "number"), ("b", "number"), ("g", "share")], {"a", "b", "g"}),
        (Weighted({"a": 1, "x": 2}), [("a", "number"), ("x", "number")], {"a", "x"}),
    ],
    ids=lambda value: repr(sorted(value) if isinstance(value, set) else value),
)
def test_a_measure_says_what_it_reads(
    measure: Measure, reads: list[tuple[str, str]], atoms: set[str]
) -> None:
    """The inputs, the kinds they must have, and the independent facts among them."""
    assert reads == list(measure.reads)
    assert atoms == measure.atoms


@pytest.mark.parametrize(
    ("measure", "span", "integer"),
    [
        (Count("m"), "[0, 12]", True),
        (Amount("x"), "[0, ∞)", False),
        (Share("t"), "[0, ∞)", False),
        (Items("i"), "[0, 3]", True),
        (RATIO, "[0, 1]", False),
        (Ratio(ratio="a", of="b", above_one=True), "[0, ∞)", False),
        (Ratio(ratio={"a": 1, "b": "1/2"}, of="c"), "[0, 1]", False),
        (Ratio(ratio={"a": 3, "b": -2}, of="c"), "[-2, 3]", False),
        (Ratio(ratio={"a": 3, "b": -2}, of="c", above_one=True), "(-∞, ∞)", False),
        (Ratio(ratio="a", of="b", stated="t"), "[0, ∞)", False),
        (Ratio(ratio="a", of="b", stated="g"), "[-1, ∞)", False),
        (Ratio(ratio={"a": "1/2"}, of="b", stated="s"), "[0, 1]", False),
        (Ratio(ratio="a", of="b", when_empty=2), "[0, 2]", False),
        (Ratio(ratio="a", of="b", when_empty="-1/2"), "[-1/2, 1]", False),
        (Growth(growth="a", since="b"), "[-1, ∞)", False),
        (Growth(growth="a", since="b", stated="g", when_empty=-2), "[-2, ∞)", False),
        (Weighted({"a": 1, "m": -2}), "[-24, ∞)", True),
        (Weighted({"a": 1, "m": "1/2"}), "[0, ∞)", False),
        (Weighted({"a": 1, "x": 1}), "[0, ∞)", False),
    ],
    ids=repr,
)
def test_a_number_has_a_domain(measure: Number, span: str, integer: bool) -> None:
    """All that it can be before any data; whole numbers only where it can be nothing else."""
    assert (span, integer) == domain(measure)


class TestGrowth:
    """Growth against an earlier value."""

    @pytest.mark.parametrize(
        ("known", "rate"),
        [
            ({"a": 12, "b": 10}, Fraction(1, 5)),
            ({"a": 10, "b": 10}, Fraction(0)),
            ({"a": 9, "b": 10}, Fraction(-1, 10)),
            ({"a": 0, "b": 10}, Fraction(-1)),
            ({"a": 0, "b": 0}, Fraction(0)),
            ({"a": 5, "b": 0}, None),
            ({"a": 5}, None),
            ({"b": 5}, None),
            ({"g": Fraction(-1, 20)}, Fraction(-1, 20)),
            ({"g": Fraction(-1, 20), "a": 5}, Fraction(-1, 20)),
            ({"g": Fraction(-1, 20), "b": 5}, Fraction(-1, 20)),
            ({"g": Fraction(-1, 20), "a": 5, "b": 4}, Fraction(1, 4)),
            ({"g": Fraction(-1, 20), "a": 5, "b": 0}, None),
        ],
    )
    def test_is_the_rate_or_what_was_stated(
        self, known: Mapping[str, Value], rate: Fraction | None
    ) -> None:
        """Counts win; a fall is negative; from zero only zero has a rate, where one is given."""
        assert rate == value(GROWTH, **known)

    def test_from_zero_to_zero_is_undefined_unless_said(self) -> None:
        """Without a value given for it, 0 against 0 has none."""
        assert value(Growth(growth="a", since="b"), a=0, b=0) is None

    @pytest.mark.parametrize(
        ("known", "values", "open_"),
        [
            ({}, "[-1, ∞)", ["a", "b"]),
            ({"a": 5}, "[-1, ∞)", ["b"]),
            ({"a": 5, "b": 4}, "[1/4, 1/4]", []),
            ({"a": 5, "b": 0}, "[-1, ∞)", ["growth-from-zero"]),
            ({"g": Fraction(-1)}, "[-1, -1]", []),
        ],
    )
    def test_can_be_anything_until_known(
        self, known: Mapping[str, Value], values: str, open_: list[str]
    ) -> None:
        """No constraint narrows a rate."""
        assert (values, open_) == possible(GROWTH, **known)


class TestPlainNumbers:
    """One input as it is, a weighted sum, a number of ticks."""

    @pytest.mark.parametrize(
        ("measure", "known", "number"),
        [
            (Count("a"), {"a": 3}, Fraction(3)),
            (Count("a"), {"a": 0}, Fraction(0)),
            (Count("a"), {}, None),
            (Amount("x"), {"x": HALF}, HALF),
            (Share("s"), {"s": Fraction(0)}, Fraction(0)),
            (Weighted({"a": 2, "x": -1}), {"a": 1, "x": HALF}, Fraction(3, 2)),
            (Weighted({"a": 2, "x": -1}), {"a": 1}, None),
            (Weighted("a"), {"a": 4}, Fraction(4)),
            (Items("i"), {"i": frozenset({"p", "q"})}, Fraction(2)),
            (Items("i"), {"i": frozenset()}, Fraction(0)),
            (Items("i"), {}, None),
        ],
        ids=repr,
    )
    def test_have_a_value_once_known(
        self, measure: Number, known: Mapping[str, Value], number: Fraction | None
    ) -> None:
        """Zero and an empty list are known; a sum needs all of its inputs."""
        assert number == value(measure, **known)

    @pytest.mark.parametrize(
        ("measure", "known", "values", "open_"),
        [
            (Count("m"), {"m": 3}, "[3, 3]", []),
            (Count("m"), {}, "[0, 12]", ["m"]),
            (Weighted({"m": 2, "a": -1}), {"a": 5}, "[-5, 19]", ["m"]),
            (Weighted({"m": 2, "a": -1}), {"a": 5, "m": 0}, "[-5, -5]", []),
            (Items("i"), {}, "[0, 3]", ["i"]),
            (Items("i"), {"i": frozenset({"p"})}, "[1, 1]", []),
        ],
        ids=repr,
    )
    def test_can_be_what_the_rest_allows(
        self, measure: Number, known: Mapping[str, Value], values: str, open_: list[str]
    ) -> None:
        """A known part of a sum narrows it."""
        assert (values, open_) == possible(measure, **known)


class TestAnswers:
    """A flag, a choice, one item of a list."""

    @pytest.mark.parametrize(
        ("measure", "answers"),
        [
            (Flag("f"), (True, False)),
            (Choice("o"), ("p", "q")),
            (Item("i", "p"), (True, False)),
        ],
        ids=repr,
    )
    def test_have_finitely_many_answers(self, measure: Answer, answers: tuple[object, ...]) -> None:
        """They can be listed."""
        assert answers == measure.answers(DECLARED)

    @pytest.mark.parametrize(
        ("measure", "known", "answer"),
        [
            (Flag("f"), {"f": False}, False),
            (Flag("f"), {}, None),
            (Choice("o"), {"o": "q"}, "q"),
            (Item("i", "p"), {"i": frozenset({"p"})}, True),
            (Item("i", "p"), {"i": frozenset({"q"})}, False),
            (Item("i", "p"), {}, None),
        ],
        ids=repr,
    )
    def test_are_known_once_reported(
        self, measure: Answer, known: Mapping[str, Value], answer: object
    ) -> None:
        """A no is an answer, and so is an item that is not ticked."""
        assert answer == measure.answer(known)

    @pytest.mark.parametrize(
        ("measure", "known", "values", "open_"),
        [
            (Flag("f"), {}, (True, False), ["f"]),
            (Flag("f"), {"f": False}, (False,), []),
            (Choice("o"), {}, ("p", "q"), ["o"]),
            (Choice("o"), {"o": "q"}, ("q",), []),
            (Item("i", "p"), {}, (True, False), ["i"]),
            (Item("i", "p"), {"i": frozenset()}, (False,), []),
        ],
        ids=repr,
    )
    def test_can_be_any_until_known(
        self,
        measure: Answer,
        known: Mapping[str, Value],
        values: tuple[object, ...],
        open_: list[str],
    ) -> None:
        """What was not reported keeps all of its answers."""
        assert (str(values), open_) == possible(measure, **known)


def test_possible_is_a_value() -> None:
    """What a value can be, and why it is not known, are compared by content."""
    why = (Absence(undefined=Undefined.ZERO_DENOMINATOR),)

    assert Possible(Interval.point(HALF), why) == Possible(Interval.point(HALF), why)
    assert () == Possible((True,)).absent
