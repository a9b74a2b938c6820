from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

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
    Number,
    Ratio,
    Share,
    ShareInput,
    Value,
    Weighted,
    links,
    narrowed,
)
from rubrik.scorers import (
    Band,
    Banded,
    BestOf,
    Boolean,
    Capped,
    Choice,
    Clamped,
    CohortBounds,
    Condition,
    Form,
    Gated,
    MinMaxNormalized,
    Proportional,
    Scorer,
    Setting,
    Stepped,
    Sum,
    WorstOf,
    simplified,
)

DECLARED: Final = Declared.of(
    [
        CountInput(name="a", label="a"),
        CountInput(name="b", label="b"),
        CountInput(name="m", label="m", max=4),
        ShareInput(name="s", label="s"),
        FlagInput(name="f", label="f"),
        ChoiceInput(name="o", label="o", options={"p": "P", "q": "Q"}),
        ItemsInput(name="i", label="i", options={"p": "P", "q": "Q"}),
    ]
)
CONSTRAINTS: Final = (Constraint("a <= b"), Constraint("m <= a + 1"))
LINKS: Final = links(CONSTRAINTS)

VALUES: Final[dict[str, st.SearchStrategy[Value]]] = {
    "a": st.integers(0, 3),
    "b": st.integers(0, 3),
    "m": st.integers(0, 4),
    "s": st.sampled_from([Fraction(each, 4) for each in range(5)]),
    "f": st.booleans(),
    "o": st.sampled_from("pq"),
    "i": st.sets(st.sampled_from("pq")).map(frozenset),
}


def _is_accepted(report: Mapping[str, Value]) -> bool:
    return not any(each.is_broken(report) for each in CONSTRAINTS)


REPORTS: Final = st.fixed_dictionaries(VALUES).filter(_is_accepted)
HIDDEN: Final = st.sets(st.sampled_from("abmsfoi"))

MEASURES: Final[st.SearchStrategy[Number]] = st.sampled_from(
    [
        Count("m"), Share("s"), Items("i"), Ratio(ratio="a", of="b"),
        Ratio(ratio="a", of="b", stated="s", when_empty=1), Growth(growth="b", since="a"),
        Weighted({"a": 1, "m": -1}),
    ]
)  # fmt: skip
AMOUNTS: Final = st.sampled_from([-3, -1, 0, 1, 2, "1/2 max", "max", "-max"])
EDGES: Final = st.sampled_from([Fraction(each, 2) for each in range(-1, 5)])
BANDS: Final = st.one_of(
    st.builds(Band, from_=EDGES, points=AMOUNTS),
    st.builds(Band, below=EDGES, points=AMOUNTS),
    st.builds(Band, at=EDGES, points=AMOUNTS),
    st.builds(Band, above=EDGES, score=st.builds(Proportional, rate=AMOUNTS)),
)
LEAVES: Final[st.SearchStrategy[Scorer]] = st.one_of(
    st.builds(Proportional, rate=AMOUNTS, start=AMOUNTS, measure=MEASURES),
    st.builds(Proportional, full_from=st.sampled_from(["1/2", 2]), measure=MEASURES),
    st.builds(Banded, bands=st.lists(BANDS, min_size=1, max_size=3), measure=MEASURES),
    st.builds(
        MinMaxNormalized,
        constant=st.sampled_from(["full", "zero", "undefined"]),
        low=st.sampled_from(["cohort", 0]), high=st.sampled_from(["cohort", 2]),
        clamp=st.booleans(), measure=MEASURES,
    ),
    st.builds(Stepped, step=st.just(3), rounding=st.sampled_from(["down", "up", "nearest"]),
              measure=MEASURES),
    st.builds(Boolean, yes=AMOUNTS, no=AMOUNTS,
              measure=st.sampled_from([Flag("f"), Item("i", "p"), Item("i", "q")])),
    st.builds(Choice, st.fixed_dictionaries({"p": AMOUNTS, "q": AMOUNTS}),
              measure=st.just(Chosen("o"))),
)  # fmt: skip
CONDITIONS: Final = st.one_of(
    st.builds(Condition, measure=MEASURES, from_=EDGES),
    st.builds(Condition, measure=MEASURES, at=EDGES),
    st.builds(Condition, measure=st.just(Flag("f")), is_=st.booleans()),
)


def _trees(rules: st.SearchStrategy[Scorer]) -> st.SearchStrategy[Scorer]:
    parts = st.lists(rules | AMOUNTS, min_size=1, max_size=3)
    return st.one_of(
        st.builds(Sum, parts, floor=st.none() | AMOUNTS),
        st.builds(BestOf, parts),
        st.builds(WorstOf, parts),
        st.builds(Capped, rules, at=AMOUNTS),
        st.builds(Clamped, rules, low=st.sampled_from([None, -1, 1]),
                  high=st.sampled_from([None, 1, 3])),
        st.builds(Gated, when=CONDITIONS, then=rules, otherwise=rules | AMOUNTS),
        st.builds(Choice, st.fixed_dictionaries({"p": rules, "q": AMOUNTS}),
                  measure=st.just(Chosen("o"))),
    )  # fmt: skip


COHORTS: Final = st.sampled_from([None, CohortBounds(1, 3), CohortBounds(1, 1)])
FORMS: Final[st.SearchStrategy[Form]] = st.builds(
    lambda rule, cohort: rule.form(Setting(declared=DECLARED, maximum=Fraction(10), cohort=cohort)),
    st.recursive(LEAVES, _trees, max_leaves=4),
    COHORTS,
)


def points(form: Form, known: Mapping[str, Value]) -> Fraction | None:
    """The points of a rule, or nothing."""
    pair = form.pair(known)
    return None if pair is None else Fraction(*pair)


def facts(known: Mapping[str, Value]) -> Facts:
    """What a unit reports, and what the constraints leave of the rest."""
    return narrowed(Facts(known, DECLARED), CONSTRAINTS)


def shown(report: Mapping[str, Value], hidden: set[str]) -> Facts:
    """A report without some of its inputs."""
    return facts({name: value for name, value in report.items() if name not in hidden})


@given(FORMS, REPORTS, HIDDEN)
def test_a_span_holds_the_points_of_every_completion(
    form: Form, report: dict[str, Value], hidden: set[str]
) -> None:
    """Whatever is reported later, its points, or what they could be, were possible before."""
    before, after = shown(report, hidden), facts(report)
    stated = "s" in hidden or not {"a", "b"} & hidden  # the counts win over a share once reported
    found = points(form, report)
    span = form.span(before)

    assert not stated or found is None or found in span.within
    assert not stated or span.within.holds(form.span(after).within)


@given(FORMS, REPORTS)
def test_a_span_of_known_points_is_these_points(form: Form, report: dict[str, Value]) -> None:
    """Where there is a pair there is one number of points, and nothing keeps it open."""
    found, span = points(form, report), form.span(facts(report))

    assert found is None or (found == span.within.low == span.within.high)
    assert found is None or () == span.absent


@given(FORMS, REPORTS, HIDDEN)
def test_a_span_is_open_just_where_something_is_absent(
    form: Form, report: dict[str, Value], hidden: set[str]
) -> None:
    """One number of points needs no reason; more than one has some."""
    span = form.span(shown(report, hidden))

    assert span.within.is_point == (not span.absent)


@given(FORMS, REPORTS)
def test_bounds_hold_the_points_of_every_report(form: Form, report: dict[str, Value]) -> None:
    """Before any data it is known where points can lie."""
    found, within = points(form, report), form.bounds(LINKS).within

    assert found is None or (within is not None and found in within)


@given(FORMS, REPORTS, HIDDEN)
def test_simplified_gives_the_same_points(
    form: Form, report: dict[str, Value], hidden: set[str]
) -> None:
    """Pairs are equal; a span is the same, or tighter where one value is read only once."""
    before, merged = shown(report, hidden), simplified(form)
    span, other = form.span(before), merged.span(before)

    assert points(form, before.known) == points(merged, before.known)
    assert points(form, report) == points(merged, report)
    assert span.within.holds(other.within)
    assert set(other.absent) <= set(span.absent)


@given(FORMS)
def test_simplified_never_widens_bounds(form: Form) -> None:
    """Nor does it make exact ones outer."""
    bounds, merged = form.bounds(LINKS), simplified(form).bounds(LINKS)

    assert (bounds.within is None) == (merged.within is None)
    assert bounds.within is None or merged.within is None or bounds.within.holds(merged.within)
    assert bounds.outer or not merged.outer


@given(FORMS)
def test_simplified_twice_is_simplified_once(form: Form) -> None:
    """There is nothing left to merge."""
    merged = simplified(form)

    assert merged == simplified(merged)
    assert form.atoms >= merged.atoms
