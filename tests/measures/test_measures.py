from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrik.absence import Absence, Undefined
from rubrik.errors import NumberError
from rubrik.intervals import Interval
from rubrik.measures import (
    Amount,
    AmountInput,
    Answer,
    Choice,
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
    Measure,
    Number,
    Possible,
    Ratio,
    Share,
    ShareInput,
    Value,
    Weighted,
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
    ids=repr,
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


WEIGHTS = st.sampled_from([Fraction(each) for each in ("-1", "-1/2", "1/2", "1", "2")])
NUMBERS: Mapping[str, st.SearchStrategy[Fraction | int]] = {
    "a": st.integers(0, 3),
    "b": st.integers(0, 3),
    "m": st.integers(0, 12),
    "x": st.sampled_from([Fraction(each) for each in ("0", "1/3", "5/2", "9")]),
    "s": st.sampled_from([Fraction(each) for each in ("0", "1/2", "1")]),
    "t": st.sampled_from([Fraction(each) for each in ("0", "1/2", "7/5")]),
    "g": st.sampled_from([Fraction(each) for each in ("-1", "-1/20", "0", "3")]),
}
COUNTABLE = st.sampled_from("abmxst")
NAMES = st.sampled_from(sorted(NUMBERS))
TERMS = st.dictionaries(COUNTABLE, WEIGHTS, min_size=1, max_size=2)
STATABLE = st.none() | st.sampled_from("stg")
OPTIONAL = st.none() | st.sampled_from([Fraction(-1), Fraction(0), Fraction(2)])
MEASURES: st.SearchStrategy[Number] = st.one_of(
    st.builds(
        Ratio,
        ratio=TERMS, of=TERMS, stated=STATABLE, above_one=st.booleans(), when_empty=OPTIONAL,
    ),
    st.builds(Growth, growth=COUNTABLE, since=COUNTABLE, stated=STATABLE, when_empty=OPTIONAL),
    st.builds(Weighted, st.dictionaries(NAMES, WEIGHTS, min_size=1, max_size=3)),
)  # fmt: skip
REPORTS: st.SearchStrategy[dict[str, Value]] = st.fixed_dictionaries(dict(NUMBERS))


class TestEveryNumber:
    """What must hold of ratios, growth and sums alike."""

    @given(MEASURES, REPORTS, st.sets(NAMES))
    def test_its_domain_holds_every_value(
        self, measure: Number, report: dict[str, Value], left_out: set[str]
    ) -> None:
        """No report that is not refused gives a value outside of what a rule is built for."""
        known = {name: each for name, each in report.items() if name not in left_out}
        found = value(measure, **known)
        refused = isinstance(measure, Ratio) and measure.exceeds(known)

        assert refused or found is None or found in measure.domain(DECLARED).span

    @pytest.mark.parametrize(
        ("measure", "known"),
        [
            (Ratio(ratio="g", of="a"), {"g": Fraction(-1), "a": 2}),
            (Growth(growth="g", since="s"), {"g": Fraction(-1), "s": HALF}),
            (Growth(growth="a", since="g"), {"g": -HALF, "a": 1}),
        ],
        ids=repr,
    )
    def test_its_domain_holds_what_numbers_below_zero_give(
        self, measure: Number, known: Mapping[str, Value]
    ) -> None:
        """A share that may fall below zero may be read like every other number."""
        found = value(measure, **known)

        assert found is None or found in measure.domain(DECLARED).span

    @given(MEASURES, REPORTS, st.sets(NAMES))
    def test_what_is_possible_holds_every_completion(
        self, measure: Number, report: dict[str, Value], left_out: set[str]
    ) -> None:
        """Whatever is reported later, the value was possible before."""
        known = {name: each for name, each in report.items() if name not in left_out}
        before = measure.possible(Facts(known, DECLARED))
        found = value(measure, **report)
        refused = isinstance(measure, Ratio) and measure.exceeds(report)
        stated = value(measure, **known) is not None

        assert refused or stated or found is None or found in before.values
        assert stated == (not before.absent)

    @given(MEASURES, REPORTS)
    def test_its_denominator_is_positive(self, measure: Number, report: dict[str, Value]) -> None:
        """Pairs are compared by cross-multiplication."""
        pair = measure.pair(report)

        assert pair is None or pair[1] > 0
