"""Laws of every scale of every rubric that ships, for every row that it is for."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rubrik
from grading import NEAR, near
from rubrik import Policy, Rating, Rubric, Scale, Submission, classify
from strategies import Report, choices, cohorts, reports

Points = Mapping[str, Fraction]

SHIPPED = {
    f"{slug} {scale.id} {node}".rstrip(): (slug, scale.id, node)
    for slug in rubrik.slugs()
    for scale in rubrik.load(slug).under().scales.values()
    for node in scale.subjects
}
EVERY = pytest.mark.parametrize("of", SHIPPED.values(), ids=SHIPPED)
JOINT = pytest.mark.parametrize("slug", ["an-giang/cap-huyen-2018", "an-giang/cap-xa-2018"])

# A report of a large rubric has hundreds of values: as for the laws of rows, a tenth as many.
whole_reports = settings(
    max_examples=max(1, settings().max_examples // 10),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def shipped(of: tuple[str, str, str]) -> tuple[Rubric, Scale, str]:
    """A rubric, one of its scales as it is read by default, and the row that is rated."""
    slug, name, node = of
    rubric = rubrik.load(slug)
    return rubric, rubric.under().scales[name], node


def limits_of(rubric: Rubric, scale: Scale, node: str) -> dict[str, list[Fraction]]:
    """Every threshold of a scale in points, by row."""
    rating = classify({}, scale, node=node, rubric=rubric)
    found: dict[str, list[Fraction]] = {}
    for each in rating.conditions:
        assert each.limit is not None
        found.setdefault(each.node, []).append(each.limit)
    return found


def minima(rating: Rating, place: int) -> dict[str, Fraction]:
    """The least points of every row with which the level at a place is reached."""
    found = dict.fromkeys((each.node for each in rating.conditions), Fraction(0))
    for each in rating.levels[place].conditions:
        if each.threshold.is_floor:
            assert ">=" == each.threshold.op
            assert each.limit is not None
            found[each.node] = max(found[each.node], each.limit)
    return found


def _placed(found: Points, of: tuple[str, str, str]) -> int:
    rubric, scale, node = shipped(of)
    place = classify(found, scale, node=node, rubric=rubric).place
    assert place is not None
    return place


class TestOfEveryShippedScale:
    """Every scale of every rubric, for every row that it is for."""

    @EVERY
    @given(data=st.data())
    def test_raising_points_never_lowers_a_level(
        self, of: tuple[str, str, str], data: st.DataObject
    ) -> None:
        """More points in any row leave the level as good as it was, or better."""
        rubric, scale, node = shipped(of)
        drawn = {
            code: st.sampled_from([Fraction(0), *limits]).flatmap(near)
            for code, limits in limits_of(rubric, scale, node).items()
        }
        found, more = (data.draw(st.fixed_dictionaries(drawn)) for _ in range(2))
        raised = {code: max(each, more[code]) for code, each in found.items()}

        assert _placed(raised, of) <= _placed(found, of)

    @EVERY
    def test_the_minima_of_a_level_reach_it_and_nothing_less_does(
        self, of: tuple[str, str, str]
    ) -> None:
        """At its own minima a unit has just that level; a billionth less in one row loses it.

        Two levels that ask for the same have one place, that of the better.
        """
        rubric, scale, node = shipped(of)
        rating = classify({}, scale, node=node, rubric=rubric)
        for place in range(len(scale.levels)):
            least = minima(rating, place)
            same = [each for each in range(place) if minima(rating, each) == least]
            assert min(same, default=place) == _placed(least, of)
            for code, limit in least.items():
                if limit > 0:
                    assert place < _placed({**least, code: limit - NEAR}, of)

    @EVERY
    @whole_reports
    @given(data=st.data())
    def test_an_open_sheet_has_the_level_of_every_completion_of_it(
        self, of: tuple[str, str, str], data: st.DataObject
    ) -> None:
        """Whatever is missing, under whatever readings: the level was possible."""
        slug, name, node = of
        rubric = rubrik.load(slug)
        readings = data.draw(choices(rubric), label="readings")
        read = rubric.under(readings)
        report, cohort = data.draw(reports(read)), data.draw(cohorts(read))
        kept = data.draw(st.sets(st.sampled_from(sorted(report))) if report else st.just(set()))
        some = {each: report[each] for each in kept}
        partial, complete = (
            classify(_sheet(rubric, given_, readings, bounds), read.scales[name], node=node)
            for given_, bounds in ((some, {}), (report, cohort))
        )

        assert set(complete.possible) <= set(partial.possible)
        assert partial.possible

    @EVERY
    @whole_reports
    @given(data=st.data())
    def test_bare_points_are_rated_as_their_sheet(
        self, of: tuple[str, str, str], data: st.DataObject
    ) -> None:
        """The points of all rows, open ones as intervals, are all that a scale asks of a sheet."""
        slug, name, node = of
        rubric = rubrik.load(slug)
        readings = data.draw(choices(rubric), label="readings")
        read = rubric.under(readings)
        sheet = _sheet(rubric, data.draw(reports(read)), readings, data.draw(cohorts(read)))
        bare = {line.code: line.within for line in sheet.lines} | {"": sheet.within}
        scale = read.scales[name]
        by_sheet = classify(sheet, scale, node=node)
        by_points = classify(bare, scale, node=node, rubric=rubric, readings=readings)

        assert by_sheet.possible == by_points.possible
        assert by_sheet.conditions == by_points.conditions
        assert (len(by_sheet.possible) == 1) or any(
            each.holds is None for each in by_sheet.conditions
        )


def _sheet(
    rubric: Rubric,
    report: Report,
    readings: Mapping[str, str],
    cohort: Mapping[str, rubrik.CohortBounds],
) -> rubrik.Scoresheet:
    """The sheet of a report, what is missing kept open whatever the rubric does with it."""
    submission = Submission(rubric=rubric.slug, inputs=report)
    return rubrik.score(rubric, submission, readings=readings, cohort=cohort, missing=Policy.RANGE)


class TestOfAnGiang:
    """The joint level of districts and communes, and those of its two parts."""

    @JOINT
    @given(data=st.data())
    def test_the_joint_level_is_the_worse_of_the_two(self, slug: str, data: st.DataObject) -> None:
        """All nine conditions hold exactly at the level that both parts have."""
        rubric = rubrik.load(slug)
        scales_ = rubric.under().scales
        joint = scales_["chinh-quyen-dien-tu"]
        drawn = {
            code: st.sampled_from([Fraction(0), *limits]).flatmap(near)
            for code, limits in limits_of(rubric, joint, "").items()
        }
        found = data.draw(st.fixed_dictionaries(drawn))
        whole, ready, reached = (
            classify(found, scales_[name], rubric=rubric).place
            for name in ("chinh-quyen-dien-tu", "san-sang", "muc-do-dat-duoc")
        )

        assert ready is not None
        assert reached is not None
        assert max(ready, reached) == whole
