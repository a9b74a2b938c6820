"""Laws of levels, for scales of every kind of requirement."""

import operator
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Final

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import rubrik
from generated import rubrics
from grading import NEAR, ROWS, conditions, intervals, points, scales, values
from rubrik import (
    AllOf,
    AnyOf,
    AtLeast,
    Interval,
    Level,
    Rating,
    Reaches,
    Rubric,
    Scale,
    Submission,
    Threshold,
    classify,
    ratings,
)
from rubrik.rubric import check
from rubrik.scales import Requirement, thresholds
from strategies import Report, reports

Points = Mapping[str, Fraction]

COMPARED: Final = {
    ">=": operator.ge,
    ">": operator.gt,
    "<=": operator.le,
    "<": operator.lt,
}


def holds(wanted: Requirement, found: Points) -> bool:
    """Whether a requirement holds for known points: the meaning of each kind, word by word."""
    match wanted:
        case Threshold(node=node, op=op, points=limit):
            assert limit is not None
            return bool(COMPARED[op](found[node], limit))
        case AllOf(all=parts):
            return all(holds(part, found) for part in parts)
        case AnyOf(any=parts):
            return any(holds(part, found) for part in parts)
        case AtLeast(at_least=count, of=parts):
            return sum(holds(part, found) for part in parts) >= count
        case Reaches():
            raise AssertionError(wanted)


def outcome(scale: Scale, found: Points) -> str:
    """What a unit of known points is called: by the first veto, or the first level, that holds."""
    for veto in scale.vetoes:
        if any(holds(each, found) for each in veto.conditions):
            return veto.result or scale.below
    for level in scale.levels:
        if all(holds(each, found) for each in level.conditions):
            return level.name
    return scale.below


def some_in(within: Interval) -> st.SearchStrategy[Fraction]:
    """Points that an interval holds."""
    return st.sampled_from(critical(within, [Fraction(halves, 2) for halves in range(-2, 12)]))


def critical(within: Interval, limits: list[Fraction]) -> list[Fraction]:
    """Numbers in an interval: at every limit and end of it, beside them, and between them."""
    ends = [end for end in (within.low, within.high) if end is not None]
    edges = sorted({*limits, *ends})
    beside = [edge + step for edge in edges for step in (-NEAR / 3, 0, NEAR / 3)]
    between = [(low + high) / 2 for low, high in pairwise(edges)]
    found = [
        *beside,
        *between,
        *(low + NEAR / 9 for low in ends),
        *(low - NEAR / 9 for low in ends),
    ]
    return sorted({each for each in found if each in within})


class TestOfEveryScale:
    """Scales of all kinds of requirements over several rows, decided once more word by word."""

    @given(scale=scales(), found=points())
    def test_known_points_have_exactly_one_level(self, scale: Scale, found: Points) -> None:
        """It is the one that the words of the scale say."""
        rating = classify(found, scale)

        assert (outcome(scale, found),) == rating.possible
        assert outcome(scale, found) == rating.level

    @given(scale=scales(), found=points())
    def test_conditions_and_levels_are_decided_by_themselves(
        self, scale: Scale, found: Points
    ) -> None:
        """Each condition, each level and each veto holds exactly where its words say so."""
        rating = classify(found, scale)

        assert [holds(each.threshold, found) for each in rating.conditions] == [
            each.holds for each in rating.conditions
        ]
        assert [all(holds(each, found) for each in level.conditions) for level in scale.levels] == [
            each.holds for each in rating.levels
        ]
        assert [any(holds(each, found) for each in veto.conditions) for veto in scale.vetoes] == [
            each.holds for each in rating.vetoes
        ]

    @given(
        scale=scales(),
        within=st.fixed_dictionaries(dict.fromkeys(ROWS, intervals())),
        data=st.data(),
    )
    def test_open_points_have_the_levels_of_all_that_they_may_be(
        self, scale: Scale, within: Mapping[str, Interval], data: st.DataObject
    ) -> None:
        """Whatever the points turn out to be, the level was possible and no answer was wrong."""
        rating = classify(within, scale)
        found = {code: data.draw(some_in(each), label=code) for code, each in within.items()}
        complete = classify(found, scale)

        assert outcome(scale, found) in rating.possible
        for before, after in zip(rating.conditions, complete.conditions, strict=True):
            assert before.holds in (None, after.holds)
        for level, then in zip(rating.levels, complete.levels, strict=True):
            assert level.holds in (None, then.holds)

    @given(scale=scales(rows=("A",)), within=intervals())
    def test_one_open_row_has_no_other_level(self, scale: Scale, within: Interval) -> None:
        """Where all is asked of one row, every level that is possible is that of some points."""
        limits = [each.points for each in _all_thresholds(scale) if each.points is not None]
        expected = {outcome(scale, {"A": each}) for each in critical(within, limits)}

        assert expected == set(classify({"A": within}, scale).possible)

    @given(
        scale=scales(rows=("A", "B")), row=st.sampled_from("AB"), within=intervals(), at=values()
    )
    def test_a_narrower_interval_has_no_more_levels(
        self, scale: Scale, row: str, within: Interval, at: Fraction
    ) -> None:
        """To know more of the points never makes a level possible that was not."""
        assume(at in within)
        other = {"A" if row == "B" else "B": Interval(Fraction(0), Fraction(4))}
        wide = classify({**other, row: within}, scale)
        narrow = classify({**other, row: Interval.point(at)}, scale)

        assert set(narrow.possible) <= set(wide.possible)

    @given(scale=scales(is_rising=True), found=points(), more=points())
    def test_raising_points_never_lowers_a_level(
        self, scale: Scale, found: Points, more: Points
    ) -> None:
        """Where a scale asks for points and never for few of them, more of them do no harm."""
        raised = {code: max(each, more[code]) for code, each in found.items()}
        before, after = classify(found, scale).place, classify(raised, scale).place

        assert before is not None
        assert after is not None
        assert after <= before

    @given(
        wanted=conditions(rows=("",)), found=values(), less=st.sampled_from([NEAR, Fraction(1, 3)])
    )
    def test_a_shortfall_is_exactly_what_is_missing(
        self, wanted: Threshold, found: Fraction, less: Fraction
    ) -> None:
        """With it the points stand on the threshold; with anything less they never get there."""
        result = _result(wanted, found)
        missing, sign = result.shortfall, 1 if wanted.is_floor else -1
        assert missing is not None
        there = found + sign * missing

        assert missing == (0 if result.holds else abs(result.distance or 0))
        if not result.holds:
            assert wanted.points == there
            assert (wanted.op in (">=", "<=")) is _result(wanted, there).holds
            assert _result(wanted, there + sign * less).holds
            assert not _result(wanted, there - sign * less).holds

    @given(wanted=conditions(rows=("",)), within=intervals(), data=st.data())
    def test_a_shortfall_of_open_points_is_enough_for_all_of_them(
        self, wanted: Threshold, within: Interval, data: st.DataObject
    ) -> None:
        """Whatever the points turn out to be, no more than that is missing of the threshold."""
        result = classify({"": within}, Scale(id="s", name="S", levels=(_level(wanted),)))
        missing = result.conditions[0].shortfall
        found = data.draw(some_in(within))
        later = _result(wanted, found).shortfall

        assert later is not None
        assert missing is None or later <= missing

    @given(scale=scales(is_rising=True), found=points())
    def test_the_way_up_leads_up(self, scale: Scale, found: Points) -> None:
        """Who gets all that is missing, and a billionth where that is not enough, has the level."""
        rating = classify(found, scale)
        assume(rating.next is not None)
        assert rating.next is not None
        raised = dict(found)
        for each in rating.next.unmet:
            code, missing = each.condition.node, each.condition.shortfall or 0
            raised[code] = max(raised[code], found[code] + missing + NEAR)
        after = classify(raised, scale)

        assert rating.next.unmet
        assert after.place is not None
        assert rating.place is not None
        assert after.place < rating.place

    @given(scale=scales(), rubric=rubrics())
    def test_a_scale_reads_back_as_it_was(self, scale: Scale, rubric: Rubric) -> None:
        """A scale survives being written and read with its rubric."""
        renamed = _renamed(scale, {"A": "1", "B": "1.1", "C": "1.2"})
        given_ = check(evolve(rubric, scales=(renamed,)))
        again = rubrik.loads(rubrik.dumps(given_))

        assert given_ == again
        assert isinstance(again, Rubric)
        assert given_.content_hash == again.content_hash


def _level(*wanted: Requirement) -> Level:
    return Level(name="I", conditions=wanted)


def _result(wanted: Threshold, found: Fraction) -> rubrik.ConditionResult:
    scale = Scale(id="s", name="S", levels=(_level(wanted),))
    return classify({"": found}, scale).conditions[0]


def _all_thresholds(scale: Scale) -> Iterator[Threshold]:
    for level in scale.levels:
        yield from thresholds(level.conditions)
    for veto in scale.vetoes:
        yield from thresholds(veto.conditions)


def _renamed(scale: Scale, codes: Mapping[str, str]) -> Scale:
    """The scale over other rows."""
    levels = tuple(
        evolve(level, conditions=tuple(_on(each, codes) for each in level.conditions))
        for level in scale.levels
    )
    vetoes = tuple(
        evolve(veto, conditions=tuple(_on(each, codes) for each in veto.conditions))
        for veto in scale.vetoes
    )
    return evolve(scale, levels=levels, vetoes=vetoes)


def _on(wanted: Requirement, codes: Mapping[str, str]) -> Requirement:
    match wanted:
        case Threshold(node=node):
            return evolve(wanted, node=codes.get(node, node))
        case AllOf(all=parts):
            return AllOf(all=tuple(_on(each, codes) for each in parts))
        case AnyOf(any=parts):
            return AnyOf(any=tuple(_on(each, codes) for each in parts))
        case AtLeast(of=parts):
            return evolve(wanted, of=tuple(_on(each, codes) for each in parts))
        case Reaches():
            return wanted


class TestOfEverySheet:
    """Scales of all kinds on the sheets of made-up rubrics."""

    @given(scale=scales(), rubric=rubrics(), data=st.data())
    def test_an_open_sheet_has_the_level_of_every_completion_of_it(
        self, scale: Scale, rubric: Rubric, data: st.DataObject
    ) -> None:
        """Whatever the missing inputs turn out to be, the level was possible."""
        graded = evolve(rubric, scales=(_renamed(scale, {"A": "1", "B": "1.1", "C": "1.2"}),))
        report = data.draw(reports(graded.under()), label="report")
        kept = data.draw(st.sets(st.sampled_from(sorted(report))) if report else st.just(set()))
        (partial,) = _rated(graded, {name: report[name] for name in kept})
        (complete,) = _rated(graded, report)

        assert set(complete.possible) <= set(partial.possible)

    @given(
        scale=scales(),
        rubric=rubrics().filter(lambda each: not each.constraints),
        data=st.data(),
    )
    def test_no_other_input_bears_on_the_level_than_those_that_are_named(
        self, scale: Scale, rubric: Rubric, data: st.DataObject
    ) -> None:
        """While no input is reported that a level depends on, all levels stay possible."""
        graded = evolve(rubric, scales=(_renamed(scale, {"A": "1", "B": "1.1", "C": "1.2"}),))
        report = data.draw(reports(graded.under()), label="report")
        kept = data.draw(st.sets(st.sampled_from(sorted(report))) if report else st.just(set()))
        (partial,) = _rated(graded, {name: report[name] for name in kept})
        unnamed = report.keys() - {*partial.open_inputs, _IN_THE_PLACE_OF_COUNTS}
        (later,) = _rated(graded, {name: report[name] for name in kept | unnamed})

        assert partial.possible == later.possible


_IN_THE_PLACE_OF_COUNTS = "ty_le"


def _rated(rubric: Rubric, report: Report) -> tuple[Rating, ...]:
    return ratings(rubrik.score(rubric, Submission(rubric=rubric.slug, inputs=report)))
