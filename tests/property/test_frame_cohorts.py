"""Laws of cohorts and ranks over frames: they are those of the single-unit engine."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final, get_args

import narwhals.stable.v2 as nw
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frames.kinds import rows_of
from frames.tables import Report, frame_of, sheets_of
from generated import INPUTS, NUMBERS
from rubrik import Criterion, MinMaxNormalized, Proportional, Rubric, Scoresheet, frames
from rubrik.cohort import Member, PlaceStatus, ranks
from rubrik.cohort.leagues import Rules, league_of
from rubrik.frames.placing import GROUP, POINTS, Margin, placed
from rubrik.frames.rounding import Error
from rubrik.measures import Flag, Ratio
from rubrik.rubric import check
from rubrik.scales import Ties
from rubrik.scorers import Clamped, Condition, Gated, Sum
from strategies import reports

few = settings(max_examples=max(1, settings().max_examples // 4))
"""Fewer examples: each holds a whole table."""

TIES: Final[st.SearchStrategy[Ties]] = st.sampled_from(get_args(Ties))

KINDS: Final[Mapping[str, Callable[[pl.DataFrame], Any]]] = {
    "polars": lambda frame: frame,
    "polars-lazy": lambda frame: frame.lazy(),
    "pyarrow": lambda frame: frame.to_arrow(),
}

_END: Final = st.sampled_from(["cohort", "cohort", 0, 1, "1/2", 20])


@st.composite
def normalised(draw: st.DrawFn) -> Any:  # noqa: ANN401 - a rule
    """A rule that compares units by some number, alone or inside of others."""
    measure = draw(st.sampled_from(NUMBERS))
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


def rubric_of(rule: object) -> Rubric:
    """Two rows: one that compares, one that gives thirds."""
    compared = Criterion(code="1", name="Một", max=10, score=rule)  # type: ignore[arg-type]
    third = Criterion(
        code="2",
        name="Hai",
        max=2,
        measure=Ratio(ratio="nay", of="truoc", above_one=True, when_empty=1),
        score=Proportional(rate="1/3"),
    )
    return check(Rubric(slug="sinh-ra", title="Sinh ra", nodes=(compared, third), inputs=INPUTS))


@st.composite
def tables(draw: st.DrawFn, rubric: Rubric) -> tuple[list[Report], list[str | None]]:
    """A few reports, some of them twice, each in one of two groups or in none."""
    some = draw(st.lists(reports(rubric.under()), min_size=1, max_size=5))
    rows = draw(st.lists(st.sampled_from(some), min_size=1, max_size=8))
    groups = st.sampled_from(["A", "A", "B", None])
    return rows, draw(st.lists(groups, min_size=len(rows), max_size=len(rows)))


def agree(row: Mapping[str, Any], sheet: Scoresheet | None, code: str, name: str) -> bool:
    """Whether a row of a frame says of a row of the rubric what its sheet says."""
    if sheet is None:
        return bool(row["rubrik_status"] == "refused")
    points = sheet.line(code).points if code else sheet.points
    found = row[f"points_{name}"]
    if points is None or found is None:
        return points is found
    return abs(Fraction(found) - points) < Fraction(1, 10**7)


@pytest.mark.parametrize("kind", KINDS)
class TestFrames:
    """Cohorts and ranks over frames."""

    @few
    @given(data=st.data())
    def test_points_are_those_of_each_unit_in_its_cohort(
        self, kind: str, data: st.DataObject
    ) -> None:
        """In every status, and in every point within the error of floats."""
        rubric = rubric_of(data.draw(normalised()))
        rows, groups = data.draw(tables(rubric))
        missing = data.draw(st.sampled_from([None, "zero"]))
        frame = KINDS[kind](frame_of(rubric.under(), rows, groups))
        options: Any = {
            "outputs": ["criteria", "total", "statuses", "bounds"],
            "missing": missing,
            "cohort": frames.bounds(rubric, frame, within="nhom"),
        }

        found = frames.certify(rubric, frames.score(rubric, frame, **options), **options)

        for row, sheet in zip(
            rows_of(found), sheets_of(rubric, rows, groups, missing), strict=True
        ):
            assert agree(row, sheet, "1", "1"), (row, sheet)
            assert agree(row, sheet, "", "total"), (row, sheet)
            if sheet is not None:
                assert sheet.status_of("1").value == row["status_1"]
                within = sheet.within_of("1")
                assert within.low is None or abs(float(within.low) - row["low_1"]) < 1e-7
                assert within.high is None or abs(float(within.high) - row["high_1"]) < 1e-7

    @few
    @given(data=st.data(), ties=TIES)
    def test_places_are_those_of_the_league(
        self, kind: str, data: st.DataObject, ties: Ties
    ) -> None:
        """And who has none there has none here."""
        rubric = rubric_of(data.draw(normalised()))
        rows, groups = data.draw(tables(rubric))
        frame = KINDS[kind](frame_of(rubric.under(), rows, groups))
        cohort = frames.bounds(rubric, frame, within="nhom")
        scored = frames.certify(rubric, frames.score(rubric, frame, cohort=cohort), cohort=cohort)
        options: Any = {"within": "nhom", "ties": ties, "cohort": cohort}

        found = frames.certify_ranks(rubric, frames.rank(rubric, scored, **options), **options)

        sheets = sheets_of(rubric, rows, groups)
        members = [Member(str(at), sheet) for at, sheet in enumerate(sheets) if sheet is not None]
        league = league_of(members, Rules(within="nhom", ties=ties))
        places = {int(place.member.source): place for place in league.places}
        for row in rows_of(found):
            place = places.get(row["hang"])
            expected = None if place is None else place.rank
            assert expected == row["rank_total"]
            is_open = place is not None and place.status is PlaceStatus.OPEN
            assert is_open == (row["rank_total_status"] == "open")


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
