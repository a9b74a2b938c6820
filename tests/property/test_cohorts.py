"""Laws of many units: ranks, the places still possible, and points that compare units."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, Literal, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rubrik
from rubrik import Interval, MinMaxNormalized, Rubric, Submission, ranks, score_all
from rubrik.cohort import Contender, spans
from rubrik.measures import Amount
from rubrik.rubric import Criterion
from rubrik.scales import Ties
from scoring.rows import fixed, rubric_of
from strategies import choices, reports

NUMBERS: Final = st.fractions(-5, 5, max_denominator=4)
POINTS: Final = st.lists(NUMBERS, min_size=1, max_size=8)
TIES: Final[st.SearchStrategy[Ties]] = st.sampled_from(get_args(Ties))


class TestRanks:
    """Places follow exact points, the most points first, and nothing else."""

    @given(points=POINTS, ties=TIES, data=st.data())
    def test_ignore_the_order_of_the_input(
        self, points: list[Fraction], ties: Ties, data: st.DataObject
    ) -> None:
        """Whoever comes first has nothing from it."""
        order = data.draw(st.permutations(range(len(points))))
        found = ranks(points, ties)

        assert [found[each] for each in order] == list(
            ranks([points[each] for each in order], ties)
        )

    @given(points=POINTS, ties=TIES, shift=NUMBERS)
    def test_ignore_a_common_shift(
        self, points: list[Fraction], ties: Ties, shift: Fraction
    ) -> None:
        """What everybody has more, nobody has."""
        assert ranks(points, ties) == ranks([each + shift for each in points], ties)

    @given(points=POINTS)
    def test_agree_in_order_whatever_ties_do(self, points: list[Fraction]) -> None:
        """By every rule more points are a better place, and equal points the same."""
        for ties in get_args(Ties):
            found = ranks(points, ties)
            for one, other in zip(points, found, strict=True):
                for more, rank in zip(points, found, strict=True):
                    assert (more > one) == (rank < other)

    @given(points=POINTS)
    def test_lie_beside_each_other(self, points: list[Fraction]) -> None:
        """No dense place lies below the competition place, no fractional one above it."""
        for dense, competition, fractional in zip(
            *(ranks(points, ties) for ties in ("dense", "competition", "fractional")), strict=True
        ):
            assert 1 <= dense <= competition <= fractional <= len(points)

    @given(points=POINTS)
    def test_take_up_all_places_together(self, points: list[Fraction]) -> None:
        """Fractional places add up to 1 + 2 + … + n; dense ones leave none out."""
        count = len(points)

        assert Fraction(count * (count + 1), 2) == sum(ranks(points, "fractional"))
        assert set(range(1, len(set(points)) + 1)) == set(ranks(points, "dense"))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """A number, or an interval with ends of every kind."""
    low, high = sorted(draw(st.lists(NUMBERS, min_size=2, max_size=2)))
    if low == high:
        return Interval.point(low)
    first = draw(st.sampled_from([low, None]))
    last = draw(st.sampled_from([high, None]))
    return Interval(first, last, low_open=draw(st.booleans()), high_open=draw(st.booleans()))


def some(within: Interval) -> st.SearchStrategy[Fraction]:
    """Numbers in an interval."""
    low = within.low if within.low is not None else Fraction(-9)
    high = within.high if within.high is not None else Fraction(9)
    shares = st.sampled_from([Fraction(each, 8) for each in range(9)])
    return shares.map(lambda share: low + share * (high - low)).filter(lambda each: each in within)


CONTENDERS: Final = st.lists(st.builds(Contender, intervals(), st.booleans()), max_size=6)


class TestSpans:
    """No unit comes out of the best and the worst place that it is said to have."""

    @given(contenders=CONTENDERS, ties=TIES, data=st.data())
    def test_hold_every_outcome(
        self, contenders: list[Contender], ties: Ties, data: st.DataObject
    ) -> None:
        """Whatever points turn out to be, and whoever is left out after all."""
        found = spans(contenders, ties)
        ranked = [each for each in range(len(contenders))
                  if contenders[each].is_sure or data.draw(st.booleans())]  # fmt: skip
        points = [data.draw(some(contenders[each].within)) for each in ranked]

        for each, rank in zip(ranked, ranks(points, ties), strict=True):
            best, worst = found[each]
            assert best <= rank <= worst

    @given(points=POINTS, ties=TIES)
    def test_of_known_points_are_their_ranks(self, points: list[Fraction], ties: Ties) -> None:
        """Where nothing is open, there is nothing to be said but the rank."""
        contenders = [Contender(Interval.point(each)) for each in points]

        assert [(each, each) for each in ranks(points, ties)] == list(spans(contenders, ties))


def compared(values: Sequence[Fraction], scorer: MinMaxNormalized) -> list[Fraction | None]:
    """The points of units that report these amounts, compared with each other."""
    row = Criterion(code="1", name="Một", max=10, measure=Amount("m"), score=scorer)
    rubric = rubric_of(row)
    units = [
        Submission(rubric=rubric.slug, unit=f"U{index}", inputs={"m": value})
        for index, value in enumerate(values)
    ]
    return [sheet.line("1").points for sheet in score_all(rubric, units).sheets]


AMOUNTS: Final = st.lists(st.fractions(0, 20, max_denominator=4), min_size=1, max_size=6)
SCORERS: Final = st.builds(
    MinMaxNormalized,
    constant=st.sampled_from(get_args(Literal["full", "zero", "undefined"])),
    lower_is_better=st.booleans(),
    clamp=st.booleans(),
)


class TestMinMax:
    """Points over a cohort, both ends of which are the cohort's own."""

    @given(
        values=AMOUNTS,
        scorer=SCORERS,
        factor=st.fractions("1/8", 8, max_denominator=8),
        shift=st.fractions(0, 9, max_denominator=4),
    )
    def test_do_not_hang_on_the_unit(
        self, values: list[Fraction], scorer: MinMaxNormalized, factor: Fraction, shift: Fraction
    ) -> None:
        """Thousands or millions, from zero or from a hundred: the points are the same."""
        assert compared(values, scorer) == compared(
            [factor * each + shift for each in values], scorer
        )

    @given(values=AMOUNTS.filter(lambda each: len(set(each)) > 1), scorer=SCORERS)
    def test_run_from_nothing_to_the_maximum(
        self, values: list[Fraction], scorer: MinMaxNormalized
    ) -> None:
        """Somebody has nothing, somebody has all; nobody has less or more."""
        points = compared(values, scorer)

        assert 0 == min(each for each in points if each is not None)
        assert 10 == max(each for each in points if each is not None)
        assert None not in points

    @given(value=st.fractions(0, 20, max_denominator=4), count=st.integers(1, 4), scorer=SCORERS)
    def test_are_as_chosen_where_all_are_alike(
        self, value: Fraction, count: int, scorer: MinMaxNormalized
    ) -> None:
        """Then nobody is better than anybody."""
        expected = {"full": 10, "zero": 0, "undefined": None}[scorer.constant]

        assert [expected] * count == compared([value] * count, scorer)


whole_reports = settings(
    max_examples=max(1, settings().max_examples // 10),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Fewer examples: each holds several reports, and tries hundreds of rows in each."""

SHIPPED: Final = ("thanh-hoa/cap-xa-2023", "an-giang/so-nganh-2018")


@pytest.mark.parametrize("slug", SHIPPED)
class TestShipped:
    """The rubrics that ship and compare units."""

    @whole_reports
    @given(data=st.data())
    def test_units_of_a_cohort_are_scored_by_its_bounds(
        self, slug: str, data: st.DataObject
    ) -> None:
        """One unit scored against the saved cohort has the sheet it had among the others."""
        rubric = rubrik.load(slug)
        readings = data.draw(choices(rubric))
        units = drawn(rubric, data, readings)
        cohort = score_all(rubric, units, readings=readings)
        record = rubrik.loads(rubrik.dumps(cohort.record))
        assert isinstance(record, rubrik.CohortRecord)
        bounds, chosen = record.bounds_for(rubric), record.choices()

        for unit, sheet in zip(units, cohort.sheets, strict=True):
            again = rubrik.score(rubric, unit, readings=chosen, cohort=bounds)
            assert sheet.outcomes == again.outcomes

    @whole_reports
    @given(data=st.data())
    def test_leagues_ignore_the_order_of_submissions(self, slug: str, data: st.DataObject) -> None:
        """Ranks, reasons and places still possible are the same, unit by unit."""
        rubric = rubrik.load(slug)
        units = drawn(rubric, data, {})
        again = data.draw(st.permutations(units))

        assert table(score_all(rubric, units)) == table(score_all(rubric, again))


def drawn(rubric: Rubric, data: st.DataObject, readings: object) -> list[Submission]:
    """A few units with reports that the rubric accepts."""
    read = rubric.under(readings)  # type: ignore[arg-type]
    count = data.draw(st.integers(1, 3))
    return [
        Submission(rubric=rubric.slug, unit=f"U{index}", inputs=data.draw(reports(read)))
        for index in range(count)
    ]


def table(cohort: rubrik.Cohort, ties: Ties | None = None) -> list[tuple[object, ...]]:
    """A league, place by place, with everything that could hang on an order."""
    return [
        (each.member.unit, each.status, each.rank, each.best, each.worst, each.reason("vi"))
        for each in cohort.league(ties=ties).places
    ]


@given(values=AMOUNTS, ties=TIES, shift=st.fractions(0, 10, max_denominator=4))
def test_a_row_that_gives_everybody_the_same_moves_nobody(
    values: list[Fraction], ties: Ties, shift: Fraction
) -> None:
    """Ranks of whole sheets ignore a common shift, too."""
    row = Criterion(
        code="1", name="Một", max=99, measure=Amount("m"), score=rubrik.Proportional(rate=1)
    )
    bare, more = rubric_of(row), rubric_of(row, fixed("2", shift))
    units = [
        Submission(rubric=bare.slug, unit=f"U{index}", inputs={"m": value})
        for index, value in enumerate(values)
    ]

    assert table(score_all(bare, units), ties) == table(score_all(more, units), ties)
