from collections.abc import Mapping
from fractions import Fraction

import pytest

from rubrik.errors import NumberError
from rubrik.intervals import Interval
from rubrik.measures import (
    AmountInput,
    ChoiceInput,
    Constraint,
    CountInput,
    Declared,
    Facts,
    FlagInput,
    Growth,
    ItemsInput,
    Measure,
    Number,
    Ratio,
    ShareInput,
    Value,
    narrowed,
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
EMPTY = Ratio(ratio="a", of="b", when_empty=1)


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


class TestRatio:
    """A part of a whole."""

    @pytest.mark.parametrize(
        ("measure", "known", "ratio"),
        [
            (RATIO, {"a": 18, "b": 19}, Fraction(18, 19)),
            (RATIO, {"a": 0, "b": 5}, Fraction(0)),
            (RATIO, {"a": 5, "b": 5}, Fraction(1)),
            (RATIO, {"a": Fraction(1, 3), "b": Fraction(2, 3)}, HALF),
            (RATIO, {"a": 1}, None),
            (RATIO, {"b": 1}, None),
            (RATIO, {}, None),
            (Ratio(ratio={"a": 1, "b": "1/2"}, of="c"), {"a": 1, "b": 2, "c": 4}, HALF),
            (Ratio(ratio="a", of={"b": 1, "c": -1}), {"a": 1, "b": 5, "c": 3}, HALF),
            (STATED, {"s": Fraction(1, 4)}, Fraction(1, 4)),
            (STATED, {"s": Fraction(0)}, Fraction(0)),
            (STATED, {"s": Fraction(1, 4), "a": 1}, Fraction(1, 4)),
            (STATED, {"s": Fraction(1, 4), "b": 2}, Fraction(1, 4)),
            (STATED, {"s": Fraction(1, 4), "a": 1, "b": 2}, HALF),
        ],
    )
    def test_is_the_quotient_or_what_was_stated(
        self, measure: Ratio, known: Mapping[str, Value], ratio: Fraction | None
    ) -> None:
        """The counts win over the share; without both of them the share answers."""
        assert ratio == value(measure, **known)

    @pytest.mark.parametrize(
        ("measure", "known", "ratio"),
        [
            (RATIO, {"a": 0, "b": 0}, None),
            (EMPTY, {"a": 0, "b": 0}, Fraction(1)),
            (EMPTY, {"a": 1, "b": 0}, None),
            (Ratio(ratio="a", of="b", when_empty="2/3"), {"a": 0, "b": 0}, Fraction(2, 3)),
            (Ratio(ratio="a", of="b", when_empty=0), {"a": 0, "b": 0}, Fraction(0)),
            (STATED, {"a": 0, "b": 0, "s": HALF}, None),
        ],
    )
    def test_to_nothing_is_what_the_rubric_says(
        self, measure: Ratio, known: Mapping[str, Value], ratio: Fraction | None
    ) -> None:
        """0/0 has a value only where one is given; 1/0 never has."""
        assert ratio == value(measure, **known)

    @pytest.mark.parametrize("part", [0, 1, 5])
    def test_to_a_negative_whole_is_undefined(self, part: int) -> None:
        """Fewer than no things is no whole, whatever the part, and no denominator."""
        ratio = Ratio(ratio="a", of={"b": 1, "c": -1}, above_one=True, when_empty=1)
        known = {"a": part, "b": 1, "c": 3}

        assert value(ratio, **known) is None
        assert ("[0, ∞)", ["zero-denominator"]) == possible(ratio, **known)

    @pytest.mark.parametrize(
        ("measure", "known", "found"),
        [
            (STATED, {"a": 0, "b": 5, "s": HALF}, (Fraction(0), HALF)),
            (STATED, {"a": 1, "b": 4, "s": HALF}, (Fraction(1, 4), HALF)),
            (STATED, {"a": 1, "b": 2, "s": Fraction(0)}, (HALF, Fraction(0))),
            (STATED, {"a": 1, "b": 2, "s": HALF}, None),
            (STATED, {"a": 0, "b": 5, "s": Fraction(0)}, None),
            (STATED, {"a": 1, "b": 2}, None),
            (STATED, {"a": 1, "s": HALF}, None),
            (STATED, {"b": 1, "s": HALF}, None),
            (STATED, {"a": 0, "b": 0, "s": HALF}, None),
            (RATIO, {"a": 1, "b": 2, "s": Fraction(0)}, None),
            (
                Ratio(ratio="a", of={"b": 1, "c": -1}, stated="s"),
                {"a": 1, "b": 0, "c": 2, "s": HALF},
                None,
            ),
        ],
    )
    def test_says_where_counts_and_share_differ(
        self, measure: Ratio, known: Mapping[str, Value], found: tuple[Fraction, Fraction] | None
    ) -> None:
        """Both are told, a zero too; where one of them has no value there is nothing to tell."""
        assert found == measure.contradiction(known)

    @pytest.mark.parametrize(
        ("measure", "known", "exceeds"),
        [
            (RATIO, {"a": 5, "b": 5}, False),
            (RATIO, {"a": 6, "b": 5}, True),
            (RATIO, {"a": 1, "b": 0}, True),
            (RATIO, {"a": 0, "b": 0}, False),
            (RATIO, {"a": 6}, False),
            (RATIO, {"b": 5}, False),
            (Ratio(ratio="a", of="b", above_one=True), {"a": 6, "b": 5}, False),
            (Ratio(ratio={"a": 1, "b": "1/2"}, of="c"), {"a": 3, "b": 2, "c": 4}, True),
            (Ratio(ratio={"a": 1, "b": "1/2"}, of="c"), {"a": 3, "b": 1, "c": 4}, False),
            (Ratio(ratio={"a": 1, "b": "1/2"}, of="c"), {"b": 5, "c": 4}, True),
            (Ratio(ratio={"a": 1, "b": -1}, of="c"), {"a": 3, "b": 3, "c": 4}, True),
        ],
    )
    def test_knows_parts_larger_than_their_whole(
        self, measure: Ratio, known: Mapping[str, Value], exceeds: bool
    ) -> None:
        """Parts are counted without their weights, those known already, unless they may exceed."""
        assert exceeds == measure.exceeds(known)

    @pytest.mark.parametrize(
        ("measure", "known", "values", "open_"),
        [
            (RATIO, {}, "[0, 1]", ["a", "b"]),
            (RATIO, {"a": 1}, "[0, 1]", ["b"]),
            (RATIO, {"b": 4}, "[0, 1]", ["a"]),
            (RATIO, {"b": 0}, "[0, 1]", ["a"]),
            (RATIO, {"a": 1, "b": 4}, "[1/4, 1/4]", []),
            (RATIO, {"a": 0, "b": 0}, "[0, 1]", ["zero-denominator"]),
            (STATED, {"a": 1}, "[0, 1]", ["b"]),
            (STATED, {"s": HALF}, "[1/2, 1/2]", []),
            (Ratio(ratio="m", of="b", above_one=True), {"b": 8}, "[0, 3/2]", ["m"]),
            (Ratio(ratio="m", of="b", stated="s"), {"b": 24}, "[0, 1]", ["m"]),
            (Ratio(ratio="m", of="b"), {"b": 24}, "[0, 1/2]", ["m"]),
            (Ratio(ratio={"a": 1, "m": "1/2"}, of="b"), {"a": 2, "b": 20}, "[1/10, 2/5]", ["m"]),
            (Ratio(ratio={"a": 1, "m": -1}, of="b"), {"a": 2, "b": 20}, "[-1, 1]", ["m"]),
            (Ratio(ratio="a", of={"b": 1, "m": -1}), {"a": 1, "b": 20}, "[1/20, 1/8]", ["m"]),
            (Ratio(ratio="a", of="b", when_empty=2), {"a": 0}, "[0, 2]", ["b"]),
        ],
    )
    def test_can_be_what_the_rest_allows(
        self, measure: Ratio, known: Mapping[str, Value], values: str, open_: list[str]
    ) -> None:
        """With a whole that cannot be zero, the quotients of what part and whole can be."""
        assert (values, open_) == possible(measure, **known)

    @pytest.mark.parametrize(
        ("constraint", "known", "values"),
        [
            ("b >= 4", {"a": 2}, "[0, 1/2]"),
            ("b == 4 + c", {"a": 2, "c": 0}, "[1/2, 1/2]"),
            ("b <= 4", {"a": 2}, "[0, 1]"),
            ("a >= 6", {"b": 4}, "[0, 1]"),
        ],
    )
    def test_is_narrowed_with_its_inputs(
        self, constraint: str, known: Mapping[str, Value], values: str
    ) -> None:
        """What constraints leave is used; where they leave nothing, the domain stays."""
        facts = narrowed(Facts(known, DECLARED), (Constraint(constraint),))

        assert values == str(RATIO.possible(facts).values)

    def test_refuses_a_value_of_nothing_that_is_no_number(self) -> None:
        """What 0/0 counts as is a number like all others."""
        with pytest.raises(NumberError) as caught:
            Ratio(ratio="a", of="b", when_empty="1.000")

        assert (
            "'1.000' has two readings: write 1000 for the whole number, 1.0000 for the decimal one"
            == caught.value.text("en")
        )


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        (RATIO, "Ratio(a / b)"),
        (STATED, "Ratio(a / b, or s)"),
        (EMPTY, "Ratio(a / b, 0/0 = 1)"),
        (
            Ratio(ratio="a", of="b", stated="s", above_one=True, when_empty=0),
            "Ratio(a / b, or s, may exceed 1, 0/0 = 0)",
        ),
        (Growth(growth="a", since="b"), "Growth(a since b)"),
    ],
)
def test_says_what_is_not_as_usual(ratio: Ratio | Growth, text: str) -> None:
    """Its text is what it divides, and whatever else was asked for, and no more."""
    assert text == str(ratio)
    assert text == repr(ratio)


@pytest.mark.parametrize(("stated", "found"), [("3/5", ("1/2", "3/5")), ("1/2", None)])
def test_is_held_against_what_is_stated_of_less_than_one(
    stated: str, found: tuple[str, str] | None
) -> None:
    """The whole may be any amount above zero."""
    known = {"a": Fraction(1, 4), "b": Fraction(1, 2), "s": Fraction(stated)}
    expected = None if found is None else (Fraction(found[0]), Fraction(found[1]))

    assert expected == STATED.contradiction(known)


def test_is_narrowed_by_a_whole_of_one_at_least() -> None:
    """A whole that cannot be zero bounds the ratio, from 1 on."""
    facts = Facts({"a": 1}, DECLARED, narrowed={"b": Interval(Fraction(1), Fraction(2))})

    assert Interval(HALF, Fraction(1)) == RATIO.possible(facts).values
