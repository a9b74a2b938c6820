"""Rules that compare units inside of others, and rows that columns cannot compare."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, Final

import narwhals.stable.v2 as nw
import pytest

from cohort.units import COMPARED, POINTS, compared_row
from frames.backends import BACKENDS, Backend, by_name
from frames.comparing import ALL, differences, exactly
from frames.small import COLUMNS, one_of
from frames.tables import SWIFT, typed
from rubrik import CohortBounds, MinMaxNormalized, Proportional, Rubric, frames
from rubrik.errors import TableError
from rubrik.frames.fits import fitted
from rubrik.frames.joining import alike
from rubrik.intervals import Interval
from rubrik.measures import Amount, Count, Domain, Flag, Growth, Items, Number, Ratio, Weighted
from rubrik.scorers import Clamped, Condition, Gated, Line, Piece, Pieces, Rule, Sum
from scoring.rows import per_unit, rubric_of

POLARS: Final = BACKENDS[0]

swift_engines = pytest.mark.parametrize("backend", SWIFT, ids=by_name)

_A: Final = MinMaxNormalized(constant="full", measure=Count("a"))

RULES: Final[Mapping[str, Rule]] = {
    "beside others": Sum([_A, Proportional(rate=1, measure=Count("b"))]),
    "clamped": Clamped(_A, low=2, high=5),
    "behind a gate of its own": Gated(when=Condition(measure=Count("a"), above=2), then=_A),
    "behind another gate": Gated(when=Condition(measure=Flag("f"), is_=True), then=_A),
}

CELLS: Final[Mapping[str, Sequence[Any]]] = {
    "row": [0, 1, 2, 3, 4, 5],
    "tinh": ["A", "A", "A", "A", "B", "B"],
    "a": [1, 3, 5, None, 4, None],
    "b": [1, None, 2, None, 0, 3],
    "f": [True, False, None, None, True, False],
}
"""Units that say all, some or nothing of what a rule reads."""

ENDS: Final = {"A": CohortBounds(1, 5), "B": CohortBounds(4, 4)}


def disagreements(backend: Backend, rubric: Rubric, cells: Mapping[str, Sequence[Any]]) -> object:
    """Where rows of a frame are not what each is by itself, compared with the ends of above."""
    frame = backend.frame(typed(cells))
    cohort = frames.bounds(rubric, backend.frame(typed(CELLS)), within="tinh")
    asked: Any = {"outputs": ALL, "cohort": cohort}
    rows = backend.rows(frames.certify(rubric, frames.score(rubric, frame, **asked), **asked))
    precision = frames.precision(rubric, cohort=cohort)
    return [
        differences(row, exactly(rubric, row, {"cohort": {"1": ENDS[row["tinh"]]}}), precision)
        for row in rows
    ]


@swift_engines
@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rules_that_compare_stand_inside_of_others(backend: Backend, rule: Rule) -> None:
    """What is known, open or out of reach is so as for one unit alone."""
    rubric = rubric_of(compared_row(score=rule), per_unit("2", "b"))

    assert [[]] * 6 == disagreements(backend, rubric, CELLS)


@swift_engines
@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_what_has_no_column_is_missing(backend: Backend, rule: Rule) -> None:
    """Also where it was compared before, in a frame that had the column."""
    rubric = rubric_of(compared_row(score=rule), per_unit("2", "b"))

    assert [[]] * 2 == disagreements(backend, rubric, {"tinh": ["A", "B"], "m": [1.0, 2.0]})


@swift_engines
class TestBounds:
    """Bounds of rows that columns cannot read."""

    def test_leave_out_what_is_refused_or_has_no_group(self, backend: Backend) -> None:
        """Far values count by the same rules as others."""
        table: Any = {
            "tinh": ["A", "A", "A", None],
            "a": [1, 2**50, 2**51, 2**52],
            "b": [0, 0, -1, 0],
        }

        found = frames.bounds(COMPARED, backend.frame(typed(table)), within="tinh")

        assert {("A",): CohortBounds(1, 2**50)} == {
            key: each.bounds["1"] for key, each in found.records.items()
        }

    def test_of_sums_beyond_64_bits_are_exact(self, backend: Backend) -> None:
        """Each row is read by itself then."""
        rubric = rubric_of(compared_row(measure=Weighted({"a": 10**15, "b": 1})))

        found = frames.bounds(rubric, backend.frame(typed({"a": [10**6, 3], "b": [1, 2]})))

        assert {"1": CohortBounds(3 * 10**15 + 2, 10**21 + 1)} == found.records[()].bounds

    def test_are_none_where_nothing_is_compared(self, backend: Backend) -> None:
        """A rubric need not compare anything."""
        assert {} == frames.bounds(POINTS, backend.frame(typed({"a": [1]}))).records


def test_an_engine_that_cannot_join_is_named() -> None:
    """Small tables can be handed to some engines only."""
    other: Any = SimpleNamespace(implementation=nw.Implementation.DASK)

    with pytest.raises(TableError) as caught:
        alike(other, nw.from_native(POLARS.frame(typed({"a": [1]}))))

    assert "tables cannot be joined in dask yet" == caught.value.text("en")
    assert "chưa nối được bảng trong dask" == caught.value.text("vi")


COMPARED_BY: Final[Mapping[str, tuple[Number, str, dict[str, CohortBounds]]]] = {
    "a ratio, counted or stated": (
        Ratio(ratio="phan", of="toan", stated="ty_le"),
        "row phan toan ty_le",
        {"1": CohortBounds("1/3", "3/4")},
    ),
    "a ratio that is only stated": (
        Ratio(ratio="phan", of="toan", stated="ty_le"),
        "row ty_le",
        {"1": CohortBounds("0.35", "0.35")},
    ),
    "a ratio of nothing": (
        Ratio(ratio="phan", of="toan", when_empty="1/5"),
        "row phan toan",
        {"1": CohortBounds("1/5", "3/4")},
    ),
    "a growth": (
        Growth(growth="phan", since="toan"),
        "row phan toan",
        {"1": CohortBounds("-2/3", "1/8")},
    ),
    "items": (Items("muc"), "row muc:x muc:y", {"1": CohortBounds(0, 2)}),
    "items without columns": (Items("muc"), "row muc:x", {}),
    "a sum without columns": (Weighted({"phan": 1, "toan": 1}), "row phan", {}),
    "a ratio without columns": (Ratio(ratio="phan", of="toan"), "row phan", {}),
}


@swift_engines
@pytest.mark.parametrize(("measure", "names", "bounds"), COMPARED_BY.values(), ids=COMPARED_BY)
def test_bounds_are_those_of_numbers_of_every_kind(
    backend: Backend, measure: Number, names: str, bounds: dict[str, CohortBounds]
) -> None:
    """What is reported in some way is compared, what has no column is not."""
    rubric = one_of(MinMaxNormalized(constant="full", measure=measure))
    few = {name: COLUMNS[name] for name in names.split()}
    found = frames.bounds(rubric, backend.frame(few))

    assert bounds == (found.records[()].bounds if found.records else {})


def test_a_rule_of_two_slopes_is_not_one_line() -> None:
    """Such a rule is left to exact arithmetic."""
    zero, one, two = Fraction(0), Fraction(1), Fraction(2)
    bent = Pieces(
        Domain(Interval(zero, two)),
        (
            Piece(Interval(zero, one, high_open=True), Line(one, zero)),
            Piece(Interval(one, two), Line(two, -one)),
        ),
    )

    assert fitted(bent, CohortBounds(0, 2)) is None


def test_a_line_that_is_cut_at_one_end_alone_is_not_a_line_between_two() -> None:
    """A capped rule that may fall without end is left to exact arithmetic."""
    zero, one = Fraction(0), Fraction(1)
    capped = Pieces(
        Domain(Interval(None, None)),
        (
            Piece(Interval(None, one, high_open=True), Line(one, zero)),
            Piece(Interval(one, None), Line(zero, one)),
        ),
    )

    assert fitted(capped, CohortBounds(0, 2)) is None


def test_a_line_where_all_units_are_alike_has_no_two_ends() -> None:
    """A rule that does not compare, beside one that does, is left to exact arithmetic there."""
    upward = Pieces(
        Domain(Interval(Fraction(0), None)),
        (Piece(Interval(Fraction(0), None), Line(Fraction(1), Fraction(0))),),
    )

    assert fitted(upward, CohortBounds(0, 0)) is None


@swift_engines
def test_a_cohort_far_from_zero_is_as_exact_as_is_said(backend: Backend) -> None:
    """Floats lose most of their digits where large numbers that lie close together are compared."""
    rubric = rubric_of(compared_row(measure=Amount("m")))
    amounts = [60000 + each / 10 for each in range(11)]
    cohort = {"1": CohortBounds(60000, 60001)}
    asked: Any = {"outputs": ALL, "cohort": cohort}
    frame = backend.frame(typed({"row": list(range(11)), "m": amounts}))
    rows = backend.rows(frames.certify(rubric, frames.score(rubric, frame, **asked), **asked))
    precision = frames.precision(rubric, cohort=cohort)

    assert any(Fraction(row["points_1"]) != row["row"] for row in rows)
    assert [[]] * 11 == [
        differences(row, exactly(rubric, row, {"cohort": cohort}), precision) for row in rows
    ]
