"""Laws of cohorts and ranks over frames: they are those of the single-unit engine."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Final, get_args

import narwhals.stable.v2 as nw
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import rubrik
from frames.backends import Backend, by_name, for_laws
from frames.comparing import ALL, differences, exactly
from frames.tables import SWIFT, Report, columns_of, exempt_keys, gathered, places_of, sheets_of
from generated import INPUTS, NUMBERS
from grading import scales
from rubrik import Criterion, MinMaxNormalized, Proportional, Rubric, frames
from rubrik.cohort import ranks
from rubrik.frames.placing import GROUP, POINTS, Margin, placed
from rubrik.frames.rounding import Error
from rubrik.measures import Flag, Ratio
from rubrik.rubric import check
from rubrik.scales import Ties
from rubrik.scorers import Clamped, Condition, Gated, Sum
from strategies import choices, reports

TIES: Final[st.SearchStrategy[Ties]] = st.sampled_from(get_args(Ties))

_END: Final = st.sampled_from(["cohort", "cohort", 0, 1, "1/2", 20])


@st.composite
def normalised(draw: st.DrawFn) -> Any:  # noqa: ANN401 - a rule
    """A rule that compares units by some number, alone or inside of others."""
    measure: Any = draw(st.sampled_from(NUMBERS))
    low, high = draw(_END), draw(_END)
    is_fixed = "cohort" not in (low, high)
    rule: Any = MinMaxNormalized(
        constant=draw(st.sampled_from(["full", "zero", "undefined"])),
        low="cohort" if is_fixed else low,
        high=high,
        lower_is_better=draw(st.booleans()),
        clamp=draw(st.booleans()),
        full=draw(st.sampled_from(["max", 3, "1/3"])),
        measure=measure,
    )
    around = draw(st.sampled_from(["", "sum", "clamped", "gated", "twice"]))
    match around:
        case "sum":
            return Sum([rule, 2])
        case "clamped":
            return Clamped(rule, low=1, high=4)
        case "gated":
            return Gated(when=Condition(measure=measure, above=1), then=rule)
        case "twice":
            return Gated(when=Condition(measure=Flag("co"), is_=True), then=rule)
        case _:
            return rule


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    """A row that compares and one that gives thirds, and a scale that may shut units out."""
    compared = Criterion(
        code="1",
        name="Một",
        max=10,
        score=draw(normalised()),
        may_be_not_applicable=draw(st.booleans()),
    )
    third = Criterion(
        code="2",
        name="Hai",
        max=2,
        measure=Ratio(ratio="nay", of="truoc", above_one=True, when_empty=1),
        score=Proportional(rate="1/3"),
    )
    scale = draw(st.sampled_from([(), (draw(scales(("", "1", "2"))),)]))
    return check(
        Rubric(
            slug="sinh-ra", title="Sinh ra", nodes=(compared, third), inputs=INPUTS, scales=scale
        )
    )


@st.composite
def tables(draw: st.DrawFn, rubric: Rubric) -> tuple[list[Report], list[str | None]]:
    """A few reports, some of them twice, each in one of two groups or in none."""
    read = rubric.under()
    answers = st.sampled_from([True, False, None])
    exempt = st.fixed_dictionaries(dict.fromkeys(exempt_keys(read), answers))
    whole = st.tuples(reports(read), exempt).map(lambda both: {**both[0], **both[1]})
    some = draw(st.lists(whole, min_size=1, max_size=5))
    rows = draw(st.lists(st.sampled_from(some), min_size=1, max_size=8))
    groups = st.sampled_from(["A", "A", "B", None])
    return rows, draw(st.lists(groups, min_size=len(rows), max_size=len(rows)))


# Laws are tried once in so many times: on whole rubrics, and on made-up ones.
_LARGE: Final = 20
_FEW: Final = 4


def agree(backend: Backend, rubric: Rubric, data: st.DataObject) -> None:
    """Compare, score and rank a table in one engine, and unit by unit."""
    reports_, groups = data.draw(tables(rubric))
    readings, ties = data.draw(choices(rubric)), data.draw(TIES)
    missing = data.draw(st.sampled_from(["range", "zero"]))
    node = data.draw(st.sampled_from(["", *rubric.under(readings).scored]))
    read: Any = {"readings": readings, "missing": missing}
    frame = backend.frame(columns_of(rubric.under(readings), reports_, groups))
    cohort = frames.bounds(rubric, frame, within="nhom", readings=readings)
    asked = {"outputs": ALL, "cohort": cohort, **read}
    scored = frames.certify(rubric, frames.score(rubric, frame, **asked), **asked)
    ranking: Any = {"within": "nhom", "ties": ties, "node": node, "name": "hang"}
    ranked = frames.rank(rubric, scored, cohort=cohort, **ranking, **read)
    certified = frames.certify_ranks(rubric, ranked, cohort=cohort, **ranking, **read)

    cohorts = gathered(rubric, reports_, groups, **read)
    assert {key: (record.bounds, record.measured) for (key,), record in cohort.records.items()} == {
        group: (each.record.bounds, each.record.measured)
        for group, each in cohorts.items()
        if group is not None and each.record.bounds
    }
    precision = frames.precision(rubric, cohort=cohort, **read)
    places = places_of(sheets_of(cohorts), ties, node)
    for row in backend.rows(certified):
        at, group = row["row"], row["nhom"]
        bounds = cohorts[group].record.bounds
        expected = exactly(rubric, row, {"cohort": bounds, **read})
        results = {name: cell for name, cell in row.items() if name in expected}
        assert [] == differences(results, expected, precision)
        assert places.get(at, (None, "refused")) == (row["hang"], row["hang_status"])


@pytest.mark.parametrize("backend", for_laws(SWIFT), ids=by_name)
class TestEveryEngine:
    """Bounds of every group, statuses, levels and places are those of units scored together.

    So are all points, but for the bounds that are stated.
    """

    def test_compares_units_by_rules_of_every_kind(self, backend: Backend) -> None:
        """Alone or inside of others, by numbers of every kind."""

        @backend.examples(_FEW)
        @given(rubrics(), st.data())
        def law(rubric: Rubric, data: st.DataObject) -> None:
            agree(backend, rubric, data)

        law()

    def test_compares_units_by_the_rubric_that_does(self, backend: Backend) -> None:
        """Under any of its readings."""
        rubric = rubrik.load("thanh-hoa/cap-xa-2023")

        @backend.examples(_LARGE)
        @given(st.data())
        def law(data: st.DataObject) -> None:
            agree(backend, rubric, data)

        law()


def test_ranks_units_by_the_largest_rubrics() -> None:
    """A rubric of many rows, that compares nobody: only places hang on the others."""
    rubric = rubrik.load("an-giang/so-nganh-2018")
    (polars, *_) = SWIFT

    @polars.examples(_LARGE)
    @given(st.data())
    def law(data: st.DataObject) -> None:
        agree(polars, rubric, data)

    law()


_POINTS: Final = st.builds(
    lambda third, hair: Fraction(third, 3) + Fraction(hair, 10**12),
    st.integers(-3, 6),
    st.integers(-2, 2),
)


@given(data=st.data(), ties=TIES)
def test_places_hang_on_exact_points_alone(data: st.DataObject, ties: Ties) -> None:
    """However far floats are off within their error: thirds, and points a hair apart."""
    points = data.draw(st.lists(_POINTS, max_size=12))
    error = Error(Fraction(3, 10**12), Fraction(4))
    off = st.fractions(-1, 1, max_denominator=8).map(lambda each: each * Fraction(29, 10**13))
    floats = [float(each + data.draw(off)) for each in points]
    groups = data.draw(st.lists(st.integers(-1, 1), min_size=len(points), max_size=len(points)))
    frame = pl.DataFrame(
        {GROUP: groups, POINTS: floats}, schema={GROUP: pl.Int64, POINTS: pl.Float64}
    )

    def exact(rows: Sequence[int]) -> list[Fraction]:
        return [points[row] for row in rows]

    made: Any = nw.from_native(frame)
    found = placed(made, Margin(error), ties, exact).to_list()

    for group in (0, 1):
        mine = [at for at, each in enumerate(groups) if each == group]
        expected = ranks([points[at] for at in mine], ties)
        assert list(expected) == [found[at] for at in mine]
