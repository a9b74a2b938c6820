from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrik.measures import (
    AmountInput,
    ChoiceInput,
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
