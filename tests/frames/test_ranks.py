from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, ClassVar

import pytest

from frames.kinds import EAGER, KINDS, LAZY, Columns, rows_of
from rubrik import Criterion, NotFoundError, Proportional, RubrikError, frames
from rubrik.errors import TableError
from rubrik.measures import Amount, Ratio
from rubrik.rubric import Rubric
from rubrik.scales import Level, Scale, Threshold, Veto
from scoring.rows import per_unit, rubric_of

Kind = Callable[[Columns], Any]

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


def ranked(rubric: Rubric, kind: Kind, table: Columns, **options: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """The places and statuses by the column ``xa``, where a frame is lazy after `certify_ranks`."""
    found = frames.rank(rubric, frames.score(rubric, kind(table)), **options)
    if kind in LAZY.values():
        found = frames.certify_ranks(rubric, found, **options)
    return {
        row["xa"]: row["rank_total"] if row["rank_total_status"] == "ranked"
        else row["rank_total_status"]
        for row in rows_of(found)
    }  # fmt: skip


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Every kind of frame."""
    return KINDS[request.param]


class TestPlaces:
    """Places by exact points, within groups."""

    TABLE: ClassVar[Columns] = {"xa": [*"abcdef"], "tinh": [*"AAAABB"], "a": [3, 9, 9, 1, 5, 7]}

    @pytest.mark.parametrize(
        ("ties", "places"),
        [
            ("competition", {"a": 3, "b": 1, "c": 1, "d": 4, "e": 2, "f": 1}),
            ("dense", {"a": 2, "b": 1, "c": 1, "d": 3, "e": 2, "f": 1}),
            ("fractional", {"a": 3, "b": 1.5, "c": 1.5, "d": 4, "e": 2, "f": 1}),
        ],
    )
    def test_are_those_within_a_group(self, kind: Kind, ties: str, places: object) -> None:
        """Who is level shares a place; the others wait as the way of ranking says."""
        assert places == ranked(POINTS, kind, self.TABLE, within="tinh", ties=ties)

    def test_are_of_all_rows_without_groups(self, kind: Kind) -> None:
        """Then all are ranked together, as the rubric says."""
        assert {"a": 5, "b": 1, "c": 1, "d": 6, "e": 4, "f": 3} == ranked(POINTS, kind, self.TABLE)

    @pytest.mark.parametrize("ties", ["competition", "dense", "fractional"])
    def test_tell_apart_what_floats_cannot(self, kind: Kind, ties: str) -> None:
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

        assert expected[ties] == ranked(THIRDS, kind, table, ties=ties)

    def test_can_be_of_a_row(self, kind: Kind) -> None:
        """And the column can be called as one likes."""
        table = {"xa": [*"ab"], "a": [1, 2], "b": [3, 3], "m": [9.0, 1.0]}
        options = {"outputs": ["criteria"]}
        scored = frames.certify(THIRDS, frames.score(THIRDS, kind(table), **options), **options)  # type: ignore[arg-type]

        found = frames.rank(THIRDS, scored, node="1", name="hang")

        assert {"a": 2, "b": 1} == {row["xa"]: row["hang"] for row in rows_of(found)}

    def test_leave_rows_as_they_are(self) -> None:
        """An eager frame keeps its order, and what it holds."""
        for make in EAGER.values():
            scored = frames.score(POINTS, make(self.TABLE))
            found = rows_of(frames.rank(POINTS, scored, within="tinh"))

            assert [*"abcdef"] == [row["xa"] for row in found]
            assert [3, 9, 9, 1, 5, 7] == [row["a"] for row in found]


class TestStatuses:
    """Why a row has no place."""

    def test_say_what_is_open_refused_or_without_a_group(self, kind: Kind) -> None:
        """And those who are ranked do not wait for them."""
        table = {
            "xa": [*"abcd"],
            "tinh": ["A", "A", None, "A"],
            "a": [3, None, 5, -1],
        }

        found = ranked(POINTS, kind, table, within="tinh")

        assert {"a": 1, "b": "open", "c": "no_group", "d": "refused"} == found

    def test_say_who_is_shut_out(self, kind: Kind) -> None:
        """By a veto of a scale that decides, of the row or of one below it."""
        veto = Veto(
            reason="Thiếu", reason_en="Too few", conditions=(Threshold(node="2", op="<", points=2),)
        )
        scale = Scale(
            id="muc",
            name="Mức",
            levels=(Level(name="Đạt", conditions=(Threshold(points=1),)),),
            below="Chưa đạt",
            vetoes=(veto,),
        )
        rubric = rubric_of(per_unit("1", "a"), per_unit("2", "b"), scales=(scale,))
        table = {"xa": [*"abc"], "a": [3, 9, 1], "b": [2, 1, None]}
        options = {"outputs": ["criteria", "total"]}
        scored = frames.certify(rubric, frames.score(rubric, kind(table), **options), **options)  # type: ignore[arg-type]

        found = frames.rank(rubric, scored)
        again = frames.certify_ranks(rubric, found)

        assert {"a": "ranked", "b": "vetoed", "c": "open"} == {
            row["xa"]: row["rank_total_status"] for row in rows_of(again)
        }

    def test_say_what_a_lazy_frame_cannot_prove(self) -> None:
        """Near neighbours wait for exact points; nobody else does."""
        table = {
            "xa": [*"abc"], "a": [1, 2, 1], "b": [3, 3, 3], "m": [6.6666, 6.333266666666667, 1.0],
        }  # fmt: skip
        for make in LAZY.values():
            scored = frames.score(THIRDS, make(table))
            found = frames.rank(THIRDS, frames.certify(THIRDS, scored))

            assert {"a": (None, "unproved"), "b": (None, "unproved"), "c": (3, "ranked")} == {
                row["xa"]: (row["rank_total"], row["rank_total_status"]) for row in rows_of(found)
            }


class TestRefusals:
    """What cannot be ranked is said before any row is read."""

    FRAME = EAGER["polars"]({"a": [1, 2]})

    def test_a_frame_has_to_be_scored(self) -> None:
        """With the points put out that it is ranked by."""
        with pytest.raises(TableError) as caught:
            frames.rank(POINTS, self.FRAME)

        assert (
            "2 problems:\n"
            "- the table has no column 'points_total' yet: score it first, and put 'total' out\n"
            "- the table has no column 'rubrik_status' yet: score it first, and put 'total' out"
        ) == str(caught.value)

    def test_a_row_has_to_be_there(self) -> None:
        """And one like it is offered."""
        with pytest.raises(NotFoundError) as caught:
            frames.rank(POINTS, frames.score(POINTS, self.FRAME), node="11")

        assert "there is no criterion '11' (did you mean: 1?)" == str(caught.value)

    def test_nothing_is_written_over(self) -> None:
        """A second rank takes a name of its own."""
        once = frames.rank(POINTS, frames.score(POINTS, self.FRAME))

        with pytest.raises(TableError) as caught:
            frames.rank(POINTS, once)

        assert (
            "2 problems:\n"
            "- column 'rank_total': the table has this column already: "
            "the results would write over it\n"
            "- column 'rank_total_status': the table has this column already: "
            "the results would write over it"
        ) == str(caught.value)

    def test_places_have_to_be_there_before_they_are_certified(self) -> None:
        """Who was never ranked cannot be ranked better."""
        with pytest.raises(TableError) as caught:
            frames.certify_ranks(POINTS, frames.score(POINTS, self.FRAME))

        assert (
            "2 problems:\n"
            "- column 'rank_total': this column is not there yet: rank first\n"
            "- column 'rank_total_status': this column is not there yet: rank first"
        ) == str(caught.value)

    def test_equals_are_ranked_in_one_of_three_ways(self) -> None:
        """Any other is refused."""
        with pytest.raises(RubrikError):
            frames.rank(POINTS, frames.score(POINTS, self.FRAME), ties="denser")
