from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, ClassVar, Final, NoReturn

import duckdb
import polars as pl
import pytest
from attrs import evolve

from frames.backends import BACKENDS, EAGER, Backend, Columns, by_name, rows_of, session
from frames.tables import SWIFT, typed
from rubrik import Criterion, Proportional, frames
from rubrik.measures import Amount, Constraint, Flag, Ratio
from rubrik.rubric import Rubric
from rubrik.scales import Level, Scale, Threshold, Veto
from scoring.rows import per_unit, rubric_of

Cells = Mapping[str, Sequence[Any]]

POLARS: Final = BACKENDS[0]

swift_engines = pytest.mark.parametrize("backend", SWIFT, ids=by_name)

POINTS = rubric_of(per_unit("1", "a"))
"""A point for each A."""

THIRDS = rubric_of(
    Criterion(
        code="1",
        name="Một",
        max=10,
        measure=Ratio(ratio="a", of="b"),
        score=Proportional(rate=1),
    ),
    Criterion(
        code="2", name="Hai", max=10, measure=Amount("m"), score=Proportional(rate=1), capped=False
    ),
)
"""A share of A in B, and a point for each million: thirds and decimals."""

SHUT: Final = rubric_of(
    per_unit("1", "a"),
    per_unit("2", "b"),
    scales=(
        Scale(
            id="muc",
            name="Mức",
            levels=(Level(name="Đạt", conditions=(Threshold(points=1),)),),
            below="Chưa đạt",
            vetoes=(
                Veto(
                    reason="Thiếu",
                    reason_en="Too few",
                    conditions=(Threshold(node="2", op="<", points=2),),
                ),
            ),
        ),
    ),
)
"""A point for each A and each B; with fewer than two of B nobody is ranked."""


def ranked(backend: Backend, rubric: Rubric, cells: Cells, **options: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """The places by the column ``xa``, or what keeps a unit from one, all of them proved."""
    found = frames.rank(rubric, frames.score(rubric, backend.frame(typed(cells))), **options)
    if backend.is_lazy:
        found = frames.certify_ranks(rubric, found, **options)
    return {
        row["xa"]: row["rank_total"] if row["rank_total_status"] == "ranked"
        else row["rank_total_status"]
        for row in backend.rows(found)
    }  # fmt: skip


@swift_engines
class TestPlaces:
    """Places by exact points, within groups."""

    TABLE: ClassVar[Cells] = {"xa": [*"abcdef"], "tinh": [*"AAAABB"], "a": [3, 9, 9, 1, 5, 7]}

    @pytest.mark.parametrize(
        ("ties", "places"),
        [
            ("competition", {"a": 3, "b": 1, "c": 1, "d": 4, "e": 2, "f": 1}),
            ("dense", {"a": 2, "b": 1, "c": 1, "d": 3, "e": 2, "f": 1}),
            ("fractional", {"a": 3, "b": 1.5, "c": 1.5, "d": 4, "e": 2, "f": 1}),
        ],
    )
    def test_are_those_within_a_group(self, backend: Backend, ties: str, places: object) -> None:
        """Who is level shares a place; the others wait as the way of ranking says."""
        assert places == ranked(backend, POINTS, self.TABLE, within="tinh", ties=ties)

    def test_are_of_all_rows_without_groups(self, backend: Backend) -> None:
        """Then all are ranked together, as the rubric says."""
        assert {"a": 5, "b": 1, "c": 1, "d": 6, "e": 4, "f": 3} == ranked(
            backend, POINTS, self.TABLE
        )

    @pytest.mark.parametrize("ties", ["competition", "dense", "fractional"])
    def test_tell_apart_what_floats_cannot(self, backend: Backend, ties: str) -> None:
        """One third and two thirds are one as 1/1 is; a hair more or less is not."""
        table = {
            "xa": [*"abcd"],
            "a": [1, 2, 3, 1],
            "b": [3, 3, 3, 3],
            "m": [20 / 3, 3.3333333333333335, 0.0, 6.666666666666667],
        }
        exact = {
            "a": Fraction(10, 3) + Fraction("6.666666666666667"),
            "b": Fraction(20, 3) + Fraction("3.3333333333333335"),
            "c": Fraction(10),
            "d": Fraction(10, 3) + Fraction("6.666666666666667"),
        }
        values = sorted(set(exact.values()), reverse=True)
        assert [10.0] * 3 == [float(each) for each in values]
        more = {unit: [each > points for each in exact.values()] for unit, points in exact.items()}
        expected = {
            "competition": {unit: 1 + sum(each) for unit, each in more.items()},
            "dense": {unit: 1 + values.index(points) for unit, points in exact.items()},
            "fractional": {
                unit: Fraction(1 + sum(each))
                + Fraction(sum(points == exact[unit] for points in exact.values()) - 1, 2)
                for unit, each in more.items()
            },
        }

        assert expected[ties] == ranked(backend, THIRDS, table, ties=ties)

    def test_can_be_of_a_row(self, backend: Backend) -> None:
        """And the column can be called as one likes."""
        table = {"xa": [*"ab"], "a": [1, 2], "b": [3, 3], "m": [9.0, 1.0]}
        scored = frames.score(THIRDS, backend.frame(typed(table)), outputs=["criteria", "total"])

        found = frames.rank(THIRDS, scored, node="1", name="hang")

        assert {"a": 2, "b": 1} == {row["xa"]: row["hang"] for row in backend.rows(found)}

    def test_stand_behind_all_other_columns(self, backend: Backend) -> None:
        """Whatever was added meanwhile, every column stays where it is."""
        ranks = ["rank_total", "rank_total_status"]
        scored = frames.score(POINTS, backend.frame(typed(self.TABLE)))
        once = frames.rank(POINTS, scored)
        twice = frames.rank(POINTS, once, within="tinh", name="hang")
        certified = frames.certify_ranks(POINTS, twice)

        own = [*self.TABLE, "points_total", "rubrik_status"]
        assert [*own, *ranks] == list(backend.rows(once)[0])
        assert [*own, *ranks, "hang", "hang_status"] == list(backend.rows(twice)[0])
        assert list(backend.rows(twice)[0]) == list(backend.rows(certified)[0])

    def test_need_no_rows(self, backend: Backend) -> None:
        """Nobody is ranked in an empty frame."""
        empty: Columns = {"a": ("int64", []), "tinh": ("string", [])}
        ranked = frames.rank(POINTS, frames.score(POINTS, backend.frame(empty)), within="tinh")

        assert [] == backend.rows(ranked)
        assert [] == backend.rows(frames.certify_ranks(POINTS, ranked, within="tinh"))


@pytest.mark.parametrize("backend", EAGER, ids=by_name)
def test_rows_of_an_eager_frame_stay_as_they_are(backend: Backend) -> None:
    """It keeps its order, and what it holds."""
    scored = frames.score(POINTS, backend.frame(typed(TestPlaces.TABLE)))
    found = backend.rows(frames.rank(POINTS, scored, within="tinh"))

    assert [*"abcdef"] == [row["xa"] for row in found]
    assert [3, 9, 9, 1, 5, 7] == [row["a"] for row in found]


@swift_engines
class TestStatuses:
    """Why a row has no place."""

    def test_say_what_is_open_refused_or_without_a_group(self, backend: Backend) -> None:
        """And those who are ranked do not wait for them."""
        table = {"xa": [*"abcde"], "tinh": ["A", "A", None, "A", ""], "a": [3, None, 5, -1, 5]}

        found = ranked(backend, POINTS, table, within="tinh")

        assert {"a": 1, "b": "open", "c": "no_group", "d": "refused", "e": "no_group"} == found

    def test_say_who_is_shut_out(self, backend: Backend) -> None:
        """By a veto of a scale that decides, of the row or of one below it."""
        table = {"xa": [*"abc"], "a": [3, 9, 1], "b": [2, 1, None]}
        scored = frames.score(
            SHUT, backend.frame(typed(table)), outputs=["criteria", "total", "bounds"]
        )

        found = frames.certify_ranks(SHUT, frames.rank(SHUT, scored, node="1"), node="1")

        assert {"a": "ranked", "b": "vetoed", "c": "open"} == {
            row["xa"]: row["rank_1_status"] for row in backend.rows(found)
        }

    def test_wait_where_columns_do_not_tell_who_is_shut_out(self, backend: Backend) -> None:
        """Without where open points lie, a lazy frame asks the sheets of those units."""
        table = {"xa": [*"abc"], "a": [3, 9, 1], "b": [2, 1, None]}
        scored = frames.score(SHUT, backend.frame(typed(table)), outputs=["criteria", "total"])
        found = frames.rank(SHUT, scored)
        certified = frames.certify_ranks(SHUT, found)

        def by_unit(frame: Any) -> Mapping[str, tuple[object, str]]:  # noqa: ANN401 - a frame
            return {
                row["xa"]: (row["rank_total"], row["rank_total_status"])
                for row in backend.rows(frame)
            }

        proved = {"a": (1, "ranked"), "b": (None, "vetoed"), "c": (None, "open")}
        waiting = {"a": (None, "unproved"), "b": (None, "vetoed"), "c": (None, "unproved")}
        assert (waiting if backend.is_lazy else proved) == by_unit(found)
        assert proved == by_unit(certified)

    def test_say_what_does_not_apply(self, backend: Backend) -> None:
        """Who is exempt from a row is not ranked by it, and not open either."""
        rubric = rubric_of(per_unit("1", "a"), per_unit("2", "b", may_be_not_applicable=True))
        table = {
            "xa": [*"abc"],
            "a": [1] * 3,
            "b": [2, 1, None],
            "not_applicable:2": [False, True, True],
        }
        asked: Any = {"outputs": ["criteria", "total"]}
        scored = frames.score(rubric, backend.frame(typed(table)), **asked)
        found = frames.rank(rubric, frames.certify(rubric, scored, **asked), node="2")
        certified = frames.certify_ranks(rubric, found, node="2")

        assert {"a": "ranked", "b": "not_applicable", "c": "not_applicable"} == {
            row["xa"]: row["rank_2_status"] for row in backend.rows(certified)
        }

    def test_say_that_a_checklist_has_no_points(self, backend: Backend) -> None:
        """But where a row of it does not even apply."""
        rubric = rubric_of(
            Criterion(code="1", name="Một", measure=Flag("f"), may_be_not_applicable=True)
        )
        table = {
            "xa": [*"abcd"],
            "f": [True, None, None, True],
            "not_applicable:1": [None, None, True, None],
        }
        asked: Any = {"outputs": ["criteria", "total"]}
        scored = frames.score(rubric, backend.frame(typed(table)), **asked)
        found = frames.rank(rubric, frames.certify(rubric, scored, **asked), node="1")
        certified = frames.certify_ranks(rubric, found, node="1")

        assert {"a": "no_points", "b": "no_points", "c": "not_applicable", "d": "no_points"} == {
            row["xa"]: row["rank_1_status"] for row in backend.rows(certified)
        }


@pytest.mark.parametrize("backend", [each for each in SWIFT if each.is_lazy], ids=by_name)
class TestLazyFrames:
    """What floats cannot tell waits for exact points."""

    def test_leave_near_neighbours_open(self, backend: Backend) -> None:
        """And nobody else."""
        table = {
            "xa": [*"abc"], "a": [1, 2, 1], "b": [3, 3, 3], "m": [6.6666, 6.333266666666667, 1.0],
        }  # fmt: skip
        scored = frames.certify(THIRDS, frames.score(THIRDS, backend.frame(typed(table))))
        found = frames.rank(THIRDS, scored)

        assert {"a": (None, "unproved"), "b": (None, "unproved"), "c": (3, "ranked")} == {
            row["xa"]: (row["rank_total"], row["rank_total_status"]) for row in backend.rows(found)
        }

    def test_leave_groups_open_that_have_an_unproved_row(self, backend: Backend) -> None:
        """Its points come first."""
        table = {"xa": [*"abc"], "tinh": [*"AAB"], "a": [1, 2**50, 2]}
        rubric = rubric_of(per_unit("1", "a", max=2**60))
        scored = frames.score(rubric, backend.frame(typed(table)))
        found = backend.rows(frames.rank(rubric, scored, within="tinh"))

        assert {"a": (None, "unproved"), "b": (None, "unproved"), "c": (1, "ranked")} == {
            row["xa"]: (row["rank_total"], row["rank_total_status"]) for row in found
        }


def test_a_lazy_frame_of_polars_is_certified_although_it_was_only_scored() -> None:
    """Whatever keeps a unit from its place is found by its sheet, where columns do not tell."""
    backend = next(each for each in SWIFT if each.name == "polars-lazy")
    far = 2**50
    table = {
        "xa": [*"abcdefg"],
        "tinh": ["A", "A", "A", "A", "A", None, "A"],
        "a": [far, far + 1, far, far, 3, far, far + 1],
        "b": [2, 2, 1, None, 2, 2, -1],
    }
    rubric = evolve(SHUT, nodes=(per_unit("1", "a", max=2 * far), per_unit("2", "b")))
    scored = frames.score(rubric, backend.frame(typed(table)), outputs=["criteria", "total"])
    found = frames.certify_ranks(
        rubric, frames.rank(rubric, scored, within="tinh", node="1"), within="tinh", node="1"
    )

    assert {
        "a": (2, "ranked"),
        "b": (1, "ranked"),
        "c": (None, "vetoed"),
        "d": (None, "open"),
        "e": (3, "ranked"),
        "f": (None, "no_group"),
        "g": (None, "refused"),
    } == {row["xa"]: (row["rank_1"], row["rank_1_status"]) for row in backend.rows(found)}


def test_vetoes_of_other_rows_shut_nobody_out() -> None:
    """Nor do those that a verifier alone can make hold."""
    scale = evolve(
        SHUT.scales[0],
        nodes=("2",),
        vetoes=(*SHUT.scales[0].vetoes, Veto(reason="Sai", reason_en="Wrong", annulled=("2",))),
    )
    rubric = evolve(SHUT, scales=(scale,))
    frame = POLARS.frame(typed({"a": [3, 9], "b": [2, 1]}))
    scored = frames.score(rubric, frame, outputs=["criteria", "total"])

    assert ["ranked", "ranked"] == [
        row["rank_1_status"] for row in POLARS.rows(frames.rank(rubric, scored, node="1"))
    ]
    assert ["ranked", "vetoed"] == [
        row["rank_2_status"] for row in POLARS.rows(frames.rank(rubric, scored, node="2"))
    ]


def test_a_row_that_only_its_sheet_can_refuse_is_refused() -> None:
    """Numbers that 64 bits do not hold together are put together there."""
    backend = next(each for each in SWIFT if each.name == "polars-lazy")
    constraint = Constraint("100000000000000000000 * a <= b")
    rubric = rubric_of(per_unit("1", "a"), constraints=(constraint,))
    scored = frames.score(rubric, backend.frame(typed({"a": [1, 0], "b": [1, 2]})))
    found = frames.certify_ranks(rubric, frames.rank(rubric, scored))

    assert [(None, "refused"), (1, "ranked")] == [
        (row["rank_total"], row["rank_total_status"]) for row in backend.rows(found)
    ]


class RunError(Exception):
    """The frame was run."""

    def __str__(self) -> str:
        return "it ran"


def fail(_: pl.DataFrame) -> NoReturn:
    """Say that a frame was run."""
    raise RunError


LAZILY: Final[Mapping[str, Callable[[], Any]]] = {
    "polars": lambda: pl.LazyFrame({"tinh": ["A"], "a": [1]}).map_batches(fail),
    "duckdb": lambda: duckdb.sql("SELECT 'A' AS tinh, error('it ran')::BIGINT AS a FROM range(1)"),
    "pyspark": lambda: session().sql(
        "SELECT 'A' AS tinh, CAST(raise_error('it ran') AS BIGINT) AS a"
    ),
}


@pytest.mark.parametrize("made", LAZILY.values(), ids=LAZILY)
def test_ranking_runs_nothing(made: Callable[[], Any]) -> None:
    """A lazy frame comes back lazy: what fails when it is run fails when the caller runs it."""
    found = frames.rank(POINTS, frames.score(POINTS, made()), within="tinh")

    with pytest.raises(Exception, match="it ran"):
        rows_of(found)


def test_spark_ranks_each_group_where_its_rows_are() -> None:
    """No row has to be where all others are."""
    backend = next(each for each in BACKENDS if each.name == "pyspark")
    frame = backend.frame(typed({"tinh": ["A", "A", "B"], "a": [1, 2, 3]}))

    found = frames.rank(POINTS, frames.score(POINTS, frame), within="tinh")

    plan = str(found._jdf.queryExecution().executedPlan())  # noqa: SLF001 - where plans are told
    assert "hashpartitioning(__rubrik_group_0" in plan
    assert "SinglePartition" not in plan
