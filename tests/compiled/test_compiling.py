from fractions import Fraction
from typing import Any

import pytest

from compiled.asking import ran
from rubrik import (
    AllOf,
    Amount,
    AnyOf,
    AtLeast,
    CohortBounds,
    Criterion,
    Level,
    MinMaxNormalized,
    Proportional,
    Reaches,
    Rubric,
    Scale,
    Threshold,
    Veto,
)
from rubrik.compiled import compiled, used_often
from rubrik.compiled.levels import levels_under
from rubrik.measures import Count, CountInput, Flag, Ratio
from scoring.rows import fixed, group, per_unit, rubric_of

RATE = Proportional(rate="max")
NORMALIZED = MinMaxNormalized(constant="full")


class TestCompiled:
    """A rubric as code."""

    def test_gives_rows_groups_and_the_whole_in_printed_order(self) -> None:
        """The whole comes last, under no code."""
        rubric = rubric_of(
            group("1"), per_unit("1.1", "a"), per_unit("1.2", "b"), fixed("2", "1/3")
        )

        found = ran(rubric, a=4, b=5)

        assert ("1", "1.1", "1.2", "2", None) == compiled(rubric.under()).codes
        assert (9, 4, 5, 1, 28) == found.tops
        assert (1, 1, 1, 3, 3) == found.bottoms
        assert found.is_complete

    def test_leaves_open_what_depends_on_something_missing(self) -> None:
        """The row, its group and the whole are open; other rows are known."""
        rubric = rubric_of(group("1"), per_unit("1.1", "a"), per_unit("1.2", "b"), fixed("2", 3))

        found = ran(rubric, a=4)

        assert (None, 4, None, 3, None) == found.tops
        assert {"1.1": (4, 1), "2": (3, 1)} == found.known
        assert not found.is_complete

    def test_knows_that_a_row_which_does_not_count_is_open(self) -> None:
        """The whole is known, and not everything is."""
        rubric = rubric_of(
            group("1", 10, counts="rule", score=Amount(Fraction(7))), per_unit("1.1", "a")
        )

        found = ran(rubric)

        assert Fraction(7) == found.points(None)
        assert not found.is_complete

    def test_cuts_a_group_only_where_it_is_capped(self) -> None:
        """A cap of 7/2 over 4 + 1 points; without it they all count."""
        rows = per_unit("1.1", "a"), per_unit("1.2", "b")

        assert Fraction(7, 2) == ran(
            rubric_of(group("1", "7/2", capped=True), *rows), a=4, b=1
        ).points("1")
        assert Fraction(5) == ran(rubric_of(group("1", "7/2"), *rows), a=4, b=1).points("1")

    @pytest.mark.parametrize(
        ("known", "whole"),
        [
            ({"a": 1, "b": 7, "m": Fraction(1, 3)}, "2/7"),
            ({"a": 1, "b": 7, "s": Fraction(1, 2), "m": Fraction(1, 3)}, "2/7"),
            ({"s": Fraction(1, 2), "b": 7, "m": Fraction(1, 3)}, None),
            ({"s": Fraction(1, 2), "quarters": 3, "b": 7, "m": Fraction(1, 3)}, "13/14"),
        ],
        ids=str,
    )
    def test_adds_what_has_one_bottom_and_what_has_another(
        self, known: dict[str, Any], whole: str | None
    ) -> None:
        """Parts of one whole, one of them stated instead; and an amount besides."""
        first = Ratio(ratio="a", of="b", stated="s")
        second = Ratio(ratio="quarters" if "quarters" in known else "a", of="b")
        rows = [per_unit("1", "a", measure=first), per_unit("2", "a", measure=second)]
        rubric = rubric_of(*rows, per_unit("3", "m"), fixed("4", "1/2"))
        expected = None if whole is None else Fraction(whole) + Fraction(1, 3) + Fraction(1, 2)

        assert expected == ran(rubric, **known).points(None)

    def test_gives_nothing_to_a_row_that_is_only_checked(self) -> None:
        """The rows of a checklist have no points, and neither has the whole."""
        found = ran(rubric_of(Criterion(code="1", name="Một", measure=Flag("f"))), f=True)

        assert found.points("1") is None
        assert found.points(None) is None

    def test_of_a_rubric_without_rows_gives_nothing(self) -> None:
        """The sum of no rows is zero."""
        assert Fraction(0) == ran(rubric_of()).points(None)

    def test_knows_no_row_that_is_not_there(self) -> None:
        """As with the lines of a sheet."""
        with pytest.raises(KeyError, match="'9'"):
            ran(rubric_of(fixed("1", 1))).points("9")

    def test_is_made_once_for_each_cohort(self) -> None:
        """One without any, one for each set of bounds."""
        row = Criterion(code="1", name="Một", max=10, measure=Count("a"), score=NORMALIZED)
        read = rubric_of(row).under()
        first, second = ({"1": CohortBounds(0, high)} for high in (4, 8))

        assert compiled(read) is compiled(read)
        assert compiled(read, first) is compiled(read, dict(first))
        assert compiled(read).run({"a": 1}).points("1") is None
        assert Fraction(5, 2) == compiled(read, first).run({"a": 1}).points("1")
        assert Fraction(5, 4) == compiled(read, second).run({"a": 1}).points("1")

    def test_is_kept_for_no_more_than_64_cohorts(self) -> None:
        """Then all are let go, and made again when they are asked for."""
        row = Criterion(code="1", name="Một", max=10, measure=Count("a"), score=NORMALIZED)
        read = rubric_of(row).under()
        first = compiled(read)
        for high in range(1, 65):
            compiled(read, {"1": CohortBounds(0, high)})

        assert compiled(read) is not first

    def test_shows_codes_as_what_they_are(self) -> None:
        """What a rubric says is quoted in the code, whatever stands in it."""
        code = "1\nraise SystemExit  # '\""
        rubric = rubric_of(Criterion(code=code, name="Một", max=2, measure=Count("a"), score=RATE))

        assert repr(code) in compiled(rubric.under()).text
        assert Fraction(6) == ran(rubric_of(fixed(code, 6))).points(code)

    def test_reads_inputs_whatever_they_are_called(self) -> None:
        """A name is text, too."""
        name = "a'\n\"b"
        row = Criterion(
            code="1", name="Một", max=9, measure=Count(name), score=Proportional(rate=1)
        )
        rubric = rubric_of(row, inputs=(CountInput(name=name, label="A"),))

        assert Fraction(4) == ran(rubric, **{name: 4}).points("1")


def test_the_code_is_made_only_once_it_pays() -> None:
    """Some sheets are computed the old way before; who asks for the code gets it at once."""
    often, at_once = (rubric_of(fixed("1", points)).under() for points in (1, 2))

    assert [None] * 64 == [used_often(often, {}) for _ in range(64)]
    assert used_often(often, {}) is compiled(often)
    assert compiled(at_once) is used_often(at_once, {})


def at(points: int, node: str = "") -> Threshold:
    """At least so many points."""
    return Threshold(node=node, points=points)


class TestLevels:
    """The levels of a unit whose points are known."""

    ROWS = per_unit("1", "a"), per_unit("2", "b")

    @pytest.mark.parametrize(
        ("a", "b", "expected"),
        [
            (9, 9, "Tốt"),
            (9, 8, "Khá"),
            (5, 3, "Khá"),
            (4, 3, "Đạt"),
            (0, 2, "Đạt"),
            (1, 1, ""),
        ],
    )
    def test_are_the_first_whose_conditions_hold(self, a: int, b: int, expected: str) -> None:
        """All of some, any of some, or so many of some; nested as they come."""
        high = AllOf(all=(at(9, "1"), AllOf(all=(at(9, "2"),))))
        middle = AtLeast(at_least=2, of=(at(5, "1"), at(3, "2"), at(99)))
        low = AnyOf(any=(at(4, "1"), AnyOf(any=(at(2, "2"), at(9)))))
        levels = (
            Level(name="Tốt", conditions=(high,)),
            Level(name="Khá", conditions=(middle,)),
            Level(name="Đạt", conditions=(low,)),
        )
        scale = Scale(id="s", name="S", levels=levels)

        assert (expected,) == ran(rubric_of(*self.ROWS, scales=(scale,)), a=a, b=b).levels

    def test_are_given_for_every_row_that_a_scale_is_for(self) -> None:
        """In the order of the subjects; a row that is open has none."""
        level = Level(name="Đạt", conditions=(Threshold(share="1/2"),))
        scale = Scale(id="s", name="S", levels=(level,), below="không", nodes=("2", "1"))
        rubric = rubric_of(*self.ROWS, scales=(scale,))

        assert (("s", "2"), ("s", "1")) == compiled(rubric.under()).subjects
        assert ("không", "Đạt") == ran(rubric, a=5, b=4).levels
        assert (None, "Đạt") == ran(rubric, a=5).levels

    @pytest.mark.parametrize(("b", "expected"), [(3, "loại"), (2, "Đạt"), (1, "dưới")])
    def test_come_after_vetoes(self, b: int, expected: str) -> None:
        """A veto by points shuts out; one by a verifier cannot be in force here."""
        vetoes = (
            Veto(reason="Sai", annulled=("1",)),
            Veto(reason="Nhiều", conditions=(at(3, "2"), at(9, "2")), result="loại"),
            Veto(reason="Ít", conditions=(Threshold(node="2", op="<", points=2),)),
        )
        scale = Scale(
            id="s", name="S", levels=(Level(name="Đạt", conditions=(at(1),)),), below="dưới",
            vetoes=vetoes,
        )  # fmt: skip

        assert (expected,) == ran(rubric_of(*self.ROWS, scales=(scale,)), a=9, b=b).levels

    def test_are_none_where_a_threshold_is_a_share_of_nothing(self) -> None:
        """A row without a maximum: nobody knows what half of it is."""
        level = Level(name="Đạt", conditions=(Threshold(share="1/2"),))
        rubric = Rubric(
            slug="nho",
            title="Nhỏ",
            nodes=(fixed("1", 1, max=None),),
            scales=(Scale(id="s", name="S", levels=(level,)),),
        )

        assert (None,) == ran(rubric).levels

    def test_are_of_resolved_scales(self) -> None:
        """Levels of other scales are put in before."""
        level = Level(name="Đạt", conditions=(Reaches(scale="r", level="Đạt"),))
        scale = Scale(id="s", name="S", levels=(level,))

        with pytest.raises(AssertionError):
            levels_under(rubric_of(*self.ROWS).under(), [scale])

    def test_are_none_without_scales(self) -> None:
        """Most rubrics have some."""
        assert () == ran(rubric_of(*self.ROWS), a=1, b=1).levels

    @pytest.mark.parametrize(("top", "expected"), [(0, "Đạt"), (1, "dưới")])
    def test_are_exact_on_the_edge(self, top: int, expected: str) -> None:
        """A billionth below the threshold is below it."""
        level = Level(name="Đạt", conditions=(Threshold(points="20/3"),))
        scale = Scale(id="s", name="S", levels=(level,), below="dưới")
        points = Fraction(20, 3) - Fraction(top, 10**9)

        assert (expected,) == ran(rubric_of(fixed("1", points), scales=(scale,))).levels
