from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrik.absence import Undefined
from rubrik.errors import NumberError
from rubrik.intervals import EVERYTHING, Interval
from rubrik.measures import (
    Domain,
    Ratio,
)
from rubrik.scorers import (
    Band,
    Banded,
    CohortBounds,
    Edges,
    MinMaxNormalized,
    Proportional,
)
from scorers.asking import refusal
from scorers.spans import interval

TEN = Fraction(10)
HALF = Fraction(1, 2)
NEAR = Fraction(1, 10**9)
SHARES = Domain(interval("[0, 1]"))
COUNTS = Domain(interval("[0, ∞)"), integer=True)
RATIO = Ratio(ratio="a", of="b")
COHORT = CohortBounds(2, 6)

LOW = st.fixed_dictionaries({"from_": st.integers(0, 4)}) | st.fixed_dictionaries(
    {"above": st.integers(0, 4)}
)
HIGH = st.fixed_dictionaries({"to": st.integers(5, 7)}) | st.fixed_dictionaries(
    {"below": st.integers(5, 7)}
)
EDGES = (
    st.fixed_dictionaries({"at": st.integers(0, 7)})
    | LOW
    | HIGH
    | st.tuples(LOW, HIGH).map(lambda ends: ends[0] | ends[1])
)


class TestEdges:
    """The ends of a band as printed."""

    @pytest.mark.parametrize(
        ("edges", "over", "text"),
        [
            (Edges(), "(-∞, ∞)", "any"),
            (Edges(from_=1), "[1, ∞)", "≥ 1"),
            (Edges(above=1), "(1, ∞)", "> 1"),
            (Edges(to="80%"), "(-∞, 4/5]", "≤ 4/5"),
            (Edges(below=1), "(-∞, 1)", "< 1"),
            (Edges(at=0), "[0, 0]", "= 0"),
            (Edges(at="2,5"), "[5/2, 5/2]", "= 5/2"),
            (Edges(from_=0, below=1), "[0, 1)", "≥ 0, < 1"),
            (Edges(above=0, to=1), "(0, 1]", "> 0, ≤ 1"),
            (Edges(from_=1, to=1), "[1, 1]", "≥ 1, ≤ 1"),
        ],
    )
    def test_are_an_interval(self, edges: Edges, over: str, text: str) -> None:
        """Each end is open or closed as its word says."""
        assert over == str(edges.interval)
        assert text == str(edges)

    @pytest.mark.parametrize(
        "ends",
        [
            {"from_": 1, "above": 0},
            {"to": 1, "below": 2},
            {"at": 1, "from_": 1},
            {"at": 1, "above": 0},
            {"at": 1, "to": 1},
            {"at": 0, "below": 1},
            {"from_": 0, "above": 0, "to": 1, "below": 1},
        ],
    )
    def test_are_refused_twice(self, ends: dict[str, Any]) -> None:
        """One end is one number."""
        assert (
            "each end is written once: from or above, to or below, or at alone",
            "mỗi đầu khoảng chỉ được ghi một lần: from hoặc above, to hoặc below, hoặc chỉ at",
        ) == refusal(lambda: Edges(**ends))

    @pytest.mark.parametrize(
        ("ends", "text"),
        [
            ({"from_": 1, "to": 0}, "≥ 1, ≤ 0"),
            ({"from_": 1, "below": 1}, "≥ 1, < 1"),
            ({"above": 1, "to": 1}, "> 1, ≤ 1"),
            ({"above": 1, "below": 1}, "> 1, < 1"),
        ],
    )
    def test_are_refused_where_nothing_is_between(self, ends: dict[str, Any], text: str) -> None:
        """A band that no value is in was not meant."""
        assert (f"no value is {text}", f"khoảng {text} không chứa giá trị nào") == refusal(
            lambda: Edges(**ends)
        )

    def test_are_numbers(self) -> None:
        """An end is read as numbers are everywhere."""
        assert (
            "'1.000' has two readings: write 1000 for the whole number, 1.0000 for the decimal one",
            "'1.000' có hai cách đọc: viết 1000 nếu là số nguyên, 1.0000 nếu là số thập phân",
        ) == refusal(lambda: Edges(from_="1.000"), NumberError)


AROUND_ZERO = Banded(bands=[Band(above=0, points=1), Band(at=0, points=5), Band(below=0, points=2)])
COUNTED = Banded(
    bands=[
        Band(from_=12, points="1/2 max"),
        Band(from_=6, to=11, points="1/4 max"),
        Band(below=6, points=0),
    ]
)
HOLED = Banded(bands=[Band(above="80%", points=2), Band(from_="50%", below="80%", points=1)])
OVERLAPPING = Banded(
    bands=[Band(from_=0, to=2, points=1), Band(from_=2, to=4, points=2), Band(from_=1, points=3)]
)
NESTED = Banded(
    bands=[
        Band(to="20%", points=8),
        Band(above="20%", score=Proportional(start=8, rate=-8)),
    ]
)


class TestBanded:
    """A table of bands in printed order."""

    @pytest.mark.parametrize(
        ("table", "value", "points"),
        [
            (AROUND_ZERO, 0, 5),
            (AROUND_ZERO, NEAR, 1),
            (AROUND_ZERO, -NEAR, 2),
            (COUNTED, 12, 5),
            (COUNTED, 11, "5/2"),
            (COUNTED, 6, "5/2"),
            (COUNTED, 5, 0),
            (COUNTED, "11,5", None),
            (HOLED, "80%", None),
            (HOLED, Fraction(4, 5) + NEAR, 2),
            (HOLED, Fraction(4, 5) - NEAR, 1),
            (HOLED, "50%", 1),
            (HOLED, HALF - NEAR, None),
            (OVERLAPPING, 2, 1),
            (OVERLAPPING, 3, 2),
            (OVERLAPPING, 4, 2),
            (OVERLAPPING, 5, 3),
            (OVERLAPPING, "3/2", 1),
            (NESTED, "20%", 8),
            (NESTED, "20.0000001%", "799999999/125000000"),
            (NESTED, 1, 0),
        ],
    )
    def test_gives_the_points_of_the_first_band(
        self, table: Banded, value: object, points: int | str | None
    ) -> None:
        """On both sides of every edge; a value in a hole has none."""
        expected = None if points is None else Fraction(points)

        assert expected == table.points(value, 10)

    @pytest.mark.parametrize(
        ("table", "domain", "holes"),
        [
            (AROUND_ZERO, Domain(EVERYTHING), []),
            (COUNTED, COUNTS, []),
            (COUNTED, Domain(interval("[0, ∞)")), ["(11, 12)"]),
            (HOLED, SHARES, ["[0, 1/2)", "[4/5, 4/5]"]),
            (OVERLAPPING, Domain(EVERYTHING), ["(-∞, 0)"]),
            (NESTED, SHARES, []),
        ],
    )
    def test_says_its_holes(self, table: Banded, domain: Domain, holes: list[str]) -> None:
        """Over whole numbers there is nothing between 11 and 12."""
        assert holes == [str(hole) for hole in table.holes(domain)]

    @pytest.mark.parametrize(
        ("table", "domain", "overlaps"),
        [
            (COUNTED, COUNTS, []),
            (HOLED, SHARES, []),
            (
                OVERLAPPING,
                Domain(EVERYTHING),
                [(0, 1, "[2, 2]"), (0, 2, "[1, 2]"), (1, 2, "[2, 4]")],
            ),
            (OVERLAPPING, Domain(interval("[3, ∞)")), [(1, 2, "[3, 4]")]),
            (OVERLAPPING, Domain(interval("(4, ∞)")), []),
            (
                Banded(bands=[Band(below="5/2", points=1), Band(above="3/2", points=2)]),
                COUNTS,
                [(0, 1, "[2, 2]")],
            ),
            (
                Banded(bands=[Band(below=2, points=1), Band(above=1, points=2)]),
                COUNTS,
                [],
            ),
        ],
    )
    def test_says_its_overlaps(
        self, table: Banded, domain: Domain, overlaps: list[tuple[int, int, str]]
    ) -> None:
        """Pairs of bands by index, and what both hold inside the domain."""
        found = [(first, second, str(both)) for first, second, both in table.overlaps(domain)]

        assert overlaps == found

    @given(st.lists(EDGES, min_size=1, max_size=8))
    def test_its_overlaps_are_those_of_every_pair(self, edges: list[dict[str, Any]]) -> None:
        """However bands are ordered, two that share values are found, and in printed order."""
        table = Banded(bands=[Band(**each, points=1) for each in edges])
        spans = [band.interval for band in table.bands]
        every = [
            (first, second, spans[first].meet(spans[second]))
            for second in range(len(spans))
            for first in range(second)
        ]

        assert tuple(each for each in every if each[2]) == table.overlaps()

    def test_its_overlaps_are_found_in_a_table_of_thousands(self) -> None:
        """Not every band is held against every other."""
        numbers = [*range(0, 3000, 2), *range(1, 3000, 2), 1500]
        table = Banded(bands=[Band(at=number, points=1) for number in numbers])

        assert ((750, 3000, Interval.point(Fraction(1500))),) == table.overlaps()

    def test_pieces_name_the_interval_of_their_band(self) -> None:
        """What is left of an overlapping band is said to be of the whole band, as printed."""
        pieces = OVERLAPPING.pieces(Fraction(1)).pieces

        assert [str(OVERLAPPING.bands[each.band or 0].interval) for each in pieces] == [
            str(each.printed) for each in pieces
        ]
        assert any(each.over != each.printed for each in pieces)

    def test_names_the_band_of_a_nested_scorer(self) -> None:
        """Both of its pieces come from one printed band."""
        table = Banded(
            bands=[Band(at=0, points=0), Band(from_=0, score=Proportional(full_from="50%"))]
        )

        assert [0, 1, 1] == [piece.band for piece in table.pieces(TEN, SHARES).pieces]

    def test_gives_a_nested_scorer_its_cohort(self) -> None:
        """A band may be normalised over the cohort."""
        table = Banded(bands=[Band(score=MinMaxNormalized(constant="full"))])

        assert 5 == table.pieces(TEN, COUNTS, COHORT).points(Fraction(4))
        assert (Undefined.NO_COHORT,) == table.pieces(TEN, COUNTS).unknown(EVERYTHING)

    def test_keeps_why_a_nested_scorer_is_undefined(self) -> None:
        """In a constant cohort the reason is not that there is none."""
        table = Banded(bands=[Band(score=MinMaxNormalized(constant="undefined"))])
        made = table.pieces(TEN, COUNTS, CohortBounds(3, 3))

        assert (Undefined.CONSTANT_COHORT,) == made.unknown(EVERYTHING)

    def test_holes_of_shares_of_a_maximum_need_none(self) -> None:
        """Where a table has a hole does not depend on what its bands are worth."""
        assert () == Banded(bands=[Band(points="max")]).holes()

    @pytest.mark.parametrize(
        ("make", "en", "vi"),
        [
            (lambda: Banded(bands=[]), "a table of bands needs a band", "bảng không có khoảng nào"),
            (
                lambda: Band(from_=1),
                "a band needs exactly one of points and score",
                "mỗi khoảng cần đúng một trong points và score",
            ),
            (
                lambda: Band(from_=1, points=1, score=Proportional()),
                "a band needs exactly one of points and score",
                "mỗi khoảng cần đúng một trong points và score",
            ),
            (
                lambda: Banded(bands=[Band(score=Proportional(measure=RATIO))]),
                "a scorer inside a band has no measure of its own: use gated",
                "cách tính điểm trong khoảng không được có giá trị đo riêng: hãy dùng gated",
            ),
            (lambda: Band(from_=1, below=1, points=1), "no value is ≥ 1, < 1",
             "khoảng ≥ 1, < 1 không chứa giá trị nào"),
        ],
    )  # fmt: skip
    def test_refuses_what_is_no_table(self, make: Callable[[], object], en: str, vi: str) -> None:
        """A band gives one thing, of the value that the table measures."""
        assert (en, vi) == refusal(make)

    def test_reads_as_the_table(self) -> None:
        """Band by band, each with its ends and what it gives."""
        assert "Banded(> 0 → 1; = 0 → 5; < 0 → 2)" == repr(AROUND_ZERO)
        assert "Banded(≤ 1/5 → 8; > 1/5 → Proportional(8 + -8 × x))" == str(NESTED)
        assert "any → max" == repr(Band(points="max"))

    @given(
        st.lists(st.tuples(st.integers(-2, 2), st.integers(0, 2), st.integers(0, 3)), min_size=1),
        st.integers(-3, 5),
    )
    def test_is_read_from_the_top(self, rows: list[tuple[int, int, int]], value: int) -> None:
        """Whatever the bands, the first printed that holds a value decides."""
        bands = [Band(from_=low, to=low + width, points=points) for low, width, points in rows]
        held = [points for low, width, points in rows if low <= value <= low + width]

        assert (held[0] if held else None) == Banded(bands=bands).points(value)
