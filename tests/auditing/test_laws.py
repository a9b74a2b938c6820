"""What an audit finds in a rule is what trying the rule shows: all of it, and nothing else."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import rubrik
from generated import banded, curves, rubric_of, rubrics, rules
from rubrik import Banded, Interval
from rubrik.intervals import hull
from rubrik.measures import Amount, Count, Domain, Measure, Share
from rubrik.reasons import inside

_MEASURES: tuple[Measure, ...] = (Amount("tien"), Share("ty_le"), Count("dem"))
DOMAINS = {
    _MEASURES[0]: Domain(Interval(Fraction(0), None)),
    _MEASURES[1]: Domain(Interval(Fraction(0), Fraction(1))),
    _MEASURES[2]: Domain(Interval(Fraction(0), Fraction(12)), integer=True),
}
TABLES = st.sampled_from(_MEASURES).flatmap(lambda each: st.tuples(st.just(each), banded(each)))
CURVES = st.sampled_from(_MEASURES[:2]).flatmap(lambda each: st.tuples(st.just(each), curves(each)))

_FAR = 60
"""Beyond every edge of a generated rule."""


def messages(rule: Any, kind: str) -> list[str]:  # noqa: ANN401 - any scorer
    """What is found of a kind in a rubric of one uncapped row."""
    found = rubrik.audit(rubric_of(rule))
    return [each.message.text("en") for each in found if each.kind.value == kind]


def tried(edges: Sequence[Fraction]) -> Iterator[Interval]:
    """Every edge and everything between two of them, from left to right."""
    cuts = sorted({Fraction(0), Fraction(_FAR), *edges})
    for low, high in pairwise(cuts):
        yield Interval.point(low)
        yield Interval(low, high, low_open=True, high_open=True)
    yield Interval(cuts[-1], None)


def middle(interval: Interval) -> Fraction:
    """A value of an interval."""
    assert interval.low is not None
    return interval.low + 1 if interval.high is None else (interval.low + interval.high) / 2


def inside_of(domain: Domain, edges: Sequence[Fraction]) -> list[Interval]:
    """The same, as far as the domain goes; each whole number alone where there are no others."""
    if domain.integer:
        assert domain.span.high is not None
        return [Interval.point(Fraction(each)) for each in range(int(domain.span.high) + 1)]
    parts = (domain.cut(part) for part in tried(edges))
    return [part for part in parts if part is not None]


def runs(domain: Domain, parts: Sequence[tuple[Interval, bool]]) -> list[Interval]:
    """Neighbours for which something is so, joined."""
    done: list[Interval] = []
    was = False
    for part, is_so in parts:
        if is_so:
            done = [*done[:-1], hull((done[-1], part))] if was else [*done, part]
        was = is_so
    return [found for each in done if (found := domain.cut(each)) is not None]


def edges_of(table: Banded) -> list[Fraction]:
    """Every end that a table names, however deep, and where steps of its bands may end."""
    grid = [Fraction(each, 4) for each in range(-2, 50)]
    ends = [each for band in table.bands for each in (band.interval.low, band.interval.high)]
    return [*grid, *(each for each in ends if each is not None)]


@given(case=TABLES)
def test_holes_are_where_a_value_has_no_points(case: tuple[Measure, Banded]) -> None:
    """Each value without points is in a hole that is found, and each hole found has none."""
    measure, table = case
    domain = DOMAINS[measure]
    flat = rubrik.Banded(bands=[rubrik.Band(**_ends(band), points=1) for band in table.bands])
    is_total = all(_is_everywhere(band.score) for band in table.bands)
    parts = [
        (part, flat.points(middle(part)) is None) for part in inside_of(domain, edges_of(table))
    ]
    expected = [
        f"no band holds the values {inside(each, measure).text('en')}: their points are undefined"
        for each in runs(domain, parts)
    ]

    assert is_total
    assert expected == messages(table, "hole")


def _ends(band: Any) -> dict[str, Any]:  # noqa: ANN401 - a band's ends, as they are written
    names = ("from_", "above", "to", "below", "at")
    return {name: getattr(band, name) for name in names}


def _is_everywhere(score: Any) -> bool:  # noqa: ANN401 - a scorer, or none
    return score is None or not score.pieces(Fraction(10)).holes()


@given(case=TABLES)
def test_overlaps_are_where_two_bands_hold_a_value(case: tuple[Measure, Banded]) -> None:
    """A value is in two bands exactly where an overlap of them is found."""
    measure, table = case
    domain = DOMAINS[measure]
    expected = []
    for second, later in enumerate(table.bands):
        for first in table.bands[:second]:
            parts = [
                (part, middle(part) in first.interval and middle(part) in later.interval)
                for part in inside_of(domain, edges_of(table))
            ]
            expected += [
                f"the values {inside(each, measure).text('en')} are in the band "
                f"{inside(first.interval, measure).text('en')} and in the band "
                f"{inside(later.interval, measure).text('en')}: the one printed first decides"
                for each in runs(domain, parts)
            ]

    assert list(dict.fromkeys(expected)) == messages(table, "overlap")


@given(case=TABLES)
def test_a_band_is_shadowed_or_outside_where_it_never_decides(
    case: tuple[Measure, Banded],
) -> None:
    """A band decides some value, or it is found to be shadowed or outside, and not both."""
    measure, table = case
    parts = inside_of(DOMAINS[measure], edges_of(table))
    idle = []
    for index, band in enumerate(table.bands):
        held = [middle(part) for part in parts if middle(part) in band.interval]
        before = [earlier.interval for earlier in table.bands[:index]]
        if all(any(value in each for each in before) for value in held):
            idle.append(inside(band.interval, measure).text("en"))

    found = messages(table, "band-shadowed") + messages(table, "band-outside")
    assert sorted(set(idle)) == sorted(
        {each.removeprefix("the band ").partition(" is never used")[0] for each in found}
    )


@given(case=CURVES)
def test_jumps_are_where_points_leap(case: tuple[Measure, Any]) -> None:
    """Points just below a value, at it and just above differ exactly where a jump is found."""
    measure, rule = case
    domain = DOMAINS[measure]
    pieces = rule.pieces(Fraction(10), domain)
    ends = {end for each in pieces.pieces for end in (each.over.low, each.over.high)} - {None}
    cuts = sorted(at for at in {*ends, *_EDGES} if at in domain.span)
    leaps = [
        at for before, at, after in _neighbours(cuts) if _leaps(rule, before, at, after, domain)
    ]

    assert bool(leaps) == bool(messages(rule, "jump"))
    assert len(leaps) == sum(each.count("at ") for each in messages(rule, "jump"))


_EDGES = {Fraction(each, 4) for each in (0, 1, 2, 3, 4, 8, 20, 48)}


def _neighbours(
    cuts: Sequence[Fraction],
) -> Iterator[tuple[Fraction | None, Fraction, Fraction | None]]:
    padded: list[Fraction | None] = [None, *cuts, None]
    for index, at in enumerate(cuts):
        yield padded[index], at, padded[index + 2]


def _leaps(
    rule: Any,  # noqa: ANN401 - any scorer of a number
    before: Fraction | None,
    at: Fraction,
    after: Fraction | None,
    domain: Domain,
) -> bool:
    sides = [rule.points(at, 10)]
    sides += [] if before is None else [_limit(rule, before, at)]
    if after is None and domain.span.high is None:
        after = at + 1
    sides += [] if after is None else [_limit(rule, after, at)]
    return len(set(sides) - {None}) > 1


def _limit(rule: Any, start: Fraction, at: Fraction) -> Fraction | None:  # noqa: ANN401
    """The points that a straight line from ``start`` comes to at ``at``, without that end."""
    first, second = (rule.points(start + (at - start) * share / 3, 10) for share in (1, 2))
    return None if first is None or second is None else 2 * second - first


@given(rubric=rubrics())
def test_any_rubric_can_be_audited(rubric: rubrik.Rubric) -> None:
    """Whatever a rubric holds, its audit ends, and is the same each time."""
    found = rubrik.audit(rubric)

    assert found == rubrik.audit(rubric)
    assert all(each.message.text("vi") and each.message.text("en") for each in found)


@given(rule=rules())
def test_any_rule_can_be_audited(rule: Any) -> None:  # noqa: ANN401 - any rule
    """Rules of every kind, combined in every way."""
    found = rubrik.audit(rubric_of(rule))

    assert ["1"] == [each.code for each in found if each.kind.value == "no-examples"]
