from fractions import Fraction
from typing import Any

import pytest

from compiled.asking import points_of, ran
from rubrik import (
    Amount,
    Band,
    BestOf,
    Boolean,
    Capped,
    Choice,
    Condition,
    Criterion,
    Gated,
    Proportional,
    Stepped,
    Sum,
    WorstOf,
)
from rubrik.measures import Amount as AmountMeasure
from rubrik.measures import Choice as Chosen
from rubrik.measures import (
    ChoiceInput,
    Count,
    Flag,
    Growth,
    Item,
    Items,
    Measure,
    Ratio,
    Share,
    Weighted,
)
from rubrik.scorers import Rule
from scoring.rows import INPUTS, banded, fixed, group, per_unit, rubric_of

ONE_EACH = Proportional(rate=1)
"""One point for each unit of what is measured."""

RATIO = Ratio(ratio="a", of="b", stated="s")
HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("measure", "known", "points"),
    [
        (Count("a"), {"a": 7}, "7"),
        (AmountMeasure("m"), {"m": Fraction(7, 3)}, "7/3"),
        (AmountMeasure("m"), {"m": 7}, "7"),
        (Share("s"), {"s": HALF}, "1/2"),
        (Items("i"), {"i": frozenset("pq")}, "2"),
        (Weighted({"a": 2, "b": "1/2"}), {"a": 3, "b": 3}, "15/2"),
        (Weighted({"a": 1, "m": "1/2"}), {"a": 3, "m": HALF}, "13/4"),
        (RATIO, {"a": 2, "b": 3}, "2/3"),
        (RATIO, {"s": HALF}, "1/2"),
        (RATIO, {"a": 2, "s": HALF}, "1/2"),
        (RATIO, {"a": 2, "b": 3, "s": HALF}, "2/3"),
        (RATIO, {"a": 2}, None),
        (RATIO, {"a": 0, "b": 0}, None),
        (RATIO, {"a": 0, "b": 0, "s": HALF}, None),
        (RATIO, {"a": 4, "b": 3}, None),
        (Ratio(ratio="a", of="b", when_empty="1/4"), {"a": 0, "b": 0}, "1/4"),
        (Ratio(ratio="a", of="b", when_empty="1/4"), {"a": 1, "b": 0}, None),
        (Ratio(ratio="a", of="b", above_one=True), {"a": 4, "b": 3}, "4/3"),
        (Ratio(ratio={"a": "1/2", "b": 1}, of={"quarters": "1/4"}, above_one=True),
         {"a": 1, "b": 2, "quarters": 4}, "5/2"),
        (Ratio(ratio="m", of={"a": 2}, above_one=True), {"m": HALF, "a": 3}, "1/12"),
        (Ratio(ratio="a", of="m", above_one=True), {"a": 3, "m": Fraction(9, 2)}, "2/3"),
        (Growth(growth="a", since="b"), {"a": 5, "b": 4}, "1/4"),
        (Growth(growth="m", since="b"), {"m": Fraction(9, 2), "b": 3}, "1/2"),
        (Growth(growth="a", since="b"), {"a": 5, "b": 0}, None),
        (Growth(growth="a", since="b", when_empty="1/8"), {"a": 0, "b": 0}, "1/8"),
        (Growth(growth="a", since="b", when_empty="1/8"), {"a": 1, "b": 0}, None),
        (Growth(growth="a", since="b", stated="s"), {"s": HALF}, "1/2"),
    ],
    ids=str,
)  # fmt: skip
def test_every_measured_number_is_read(
    measure: Measure, known: dict[str, Any], points: str | None
) -> None:
    """One point for each: what is missing, undefined or in no band gives none."""
    expected = None if points is None else Fraction(points)

    assert expected == points_of(ONE_EACH, measure, **known)


YES_OR_NO = Boolean(yes=3, no=Fraction(1, 2))
CHOSEN = Choice({"own": 4, "none": "1/2 max"})


@pytest.mark.parametrize(
    ("score", "measure", "known", "points"),
    [
        (YES_OR_NO, Flag("f"), {"f": True}, "3"),
        (YES_OR_NO, Flag("f"), {"f": False}, "1/2"),
        (YES_OR_NO, Flag("f"), {}, None),
        (YES_OR_NO, Item("i", "p"), {"i": frozenset("pq")}, "3"),
        (YES_OR_NO, Item("i", "p"), {"i": frozenset()}, "1/2"),
        (YES_OR_NO, Item("i", "p"), {}, None),
        (CHOSEN, Chosen("c"), {"c": "own"}, "4"),
        (CHOSEN, Chosen("c"), {"c": "none"}, "5"),
        (CHOSEN, Chosen("c"), {}, None),
    ],
    ids=str,
)
def test_every_answer_is_looked_up(
    score: Rule, measure: Measure, known: dict[str, Any], points: str | None
) -> None:
    """From the table of the rule, where there is an answer."""
    expected = None if points is None else Fraction(points)

    assert expected == points_of(score, measure, **known)


class TestBands:
    """Bands with a hole between them, the ends on either side."""

    TABLE = banded(
        Band(above=HALF, to="3/4", points="5/2"),
        Band(from_="7/8", score=Proportional(rate=10)),
    )

    @pytest.mark.parametrize(
        ("parts", "points"),
        [(4, None), (5, "5/2"), (6, "5/2"), (7, "35/4"), (8, "10")],
    )
    def test_of_eighths(self, parts: int, points: str | None) -> None:
        """Nothing up to 1/2, then 5/2 up to 3/4, then tenfold from 7/8; nothing between."""
        expected = None if points is None else Fraction(points)

        assert expected == points_of(self.TABLE, RATIO, a=parts, b=8)

    def test_just_inside_a_hole(self) -> None:
        """A billionth above 3/4, a billionth below 7/8, and a billionth above 1/2."""
        billion = 8 * 10**9

        assert points_of(self.TABLE, RATIO, a=6 * 10**9 + 1, b=billion) is None
        assert points_of(self.TABLE, RATIO, a=7 * 10**9 - 1, b=billion) is None
        assert Fraction(5, 2) == points_of(self.TABLE, RATIO, a=4 * 10**9 + 1, b=billion)

    def test_none_at_all(self) -> None:
        """A band beyond what can be counted holds nothing."""
        assert points_of(banded(Band(from_=9, points=1)), Count("quarters"), quarters=4) is None

    def test_of_weights_below_zero(self) -> None:
        """What is less than the domain says is in no band, either."""
        measure = Ratio(ratio={"a": 1, "b": -1}, of="quarters")

        assert Fraction(1, 2) == points_of(ONE_EACH, measure, a=3, b=1, quarters=4)
        assert points_of(ONE_EACH, measure, a=0, b=9, quarters=4) is None


PARTS = [
    Proportional(rate=1, measure=Count("a")),
    Proportional(rate="max", measure=RATIO),
    Amount(HALF),
]


@pytest.mark.parametrize(
    ("score", "points"),
    [
        (Sum(PARTS), "43/6"),
        (BestOf(PARTS), "4"),
        (WorstOf(PARTS), "1/2"),
        (Capped(Sum(PARTS), at="11/2"), "11/2"),
    ],
    ids=["sum", "best", "worst", "capped"],
)
def test_parts_are_put_together(score: Rule, points: str) -> None:
    """4 + 8/3 + 1/2 points."""
    assert Fraction(points) == points_of(score, a=4, b=15)
    assert points_of(score, a=4) is None


WHOLE = [Proportional(rate="1/2", measure=Count(name)) for name in ("a", "b")]
FLOORED = Sum(WHOLE, floor=7)


@pytest.mark.parametrize(
    ("score", "points"),
    [
        (Sum(WHOLE), "9/2"),
        (BestOf(WHOLE), "5/2"),
        (WorstOf(WHOLE), "2"),
        (Sum(WHOLE, floor=7), "7"),
    ],
    ids=["sum", "best", "worst", "floored"],
)
def test_parts_over_the_same_bottom_are_put_together(score: Rule, points: str) -> None:
    """2 + 5/2 points."""
    assert Fraction(points) == points_of(score, a=4, b=5)


class TestSwitches:
    """Rules under a condition."""

    @pytest.mark.parametrize(
        ("when", "known", "points"),
        [
            (Condition(measure=Flag("f"), is_=True), {"f": True, "a": 4}, "4"),
            (Condition(measure=Flag("f"), is_=True), {"f": False}, "1/2"),
            (Condition(measure=Flag("f"), is_=True), {"a": 4}, None),
            (Condition(measure=Chosen("c"), is_="own"), {"c": "own", "a": 4}, "4"),
            (Condition(measure=Chosen("c"), is_="own"), {"c": "none"}, "1/2"),
            (Condition(measure=RATIO, above=HALF), {"a": 4, "b": 7}, "4"),
            (Condition(measure=RATIO, above=HALF), {"a": 4, "b": 8}, "1/2"),
            (Condition(measure=RATIO, at=HALF), {"a": 4, "b": 8}, "4"),
            (Condition(measure=RATIO, from_="1/4", below=HALF), {"a": 4, "b": 8}, "1/2"),
            (Condition(measure=RATIO, from_="1/4", below=HALF), {"a": 4, "b": 9}, "4"),
        ],
        ids=str,
    )
    def test_take_one_branch(
        self, when: Condition, known: dict[str, Any], points: str | None
    ) -> None:
        """The other one need not be known."""
        gated = Gated(
            when=when, then=Proportional(rate=1, measure=Count("a")), otherwise=Amount(HALF)
        )
        expected = None if points is None else Fraction(points)

        assert expected == points_of(gated, **known)

    def test_measure_in_each_branch_what_is_read_there(self) -> None:
        """A ratio that one branch reads is read again in the other, and by the next row."""
        full = Proportional(rate="max", measure=RATIO)
        gated = Gated(
            when=Condition(measure=Flag("f"), is_=True),
            then=Sum([full, Amount(HALF)]),
            otherwise=Capped(full, at=2),
        )
        rubric = rubric_of(
            Criterion(code="1", name="Một", max=10, score=gated),
            Criterion(code="2", name="Hai", max=10, score=full),
        )

        assert {"1": (3, 1), "2": (5, 2), None: (11, 2)} == {
            code: Fraction(*pair).as_integer_ratio()
            for code, pair in ran(rubric, f=True, a=2, b=8).known.items()
        }
        assert Fraction(9, 2) == ran(rubric, f=False, a=2, b=8).points(None)


class TestLargeRules:
    """What is too large to be written out is asked as it is; numbers may be of any length."""

    def test_of_many_bands(self) -> None:
        """Forty steps of a quarter of a point each, over whole numbers and over others."""
        steps = Stepped(step="1/40", rounding="down", full="max")

        assert Fraction(21, 4) == points_of(steps, RATIO, a=21, b=40)
        assert points_of(steps, RATIO, a=41, b=40) is None
        fine = Sum([steps, Proportional(rate=1, measure=Count("a"))], measure=RATIO)
        assert Fraction(21, 2) > (points_of(fine, a=2, b=40) or 0)

    def test_inside_of_each_other(self) -> None:
        """Twelve conditions, one in the other."""
        rule: Rule = Proportional(rate="1/3", measure=Share("s"))
        whole: Rule = Amount(HALF)
        for _ in range(12):
            when = Condition(measure=Flag("f"), is_=True)
            rule = Gated(when=when, then=Sum([rule, Amount(HALF)]), otherwise=whole)
            whole = Gated(when=when, then=Capped(whole, at=5), otherwise=Amount(HALF))

        assert Fraction(37, 6) == points_of(rule, f=True, s=HALF)
        assert HALF == points_of(whole, f=True)
        assert points_of(rule, f=True) is None

    def test_of_many_options(self) -> None:
        """One of thirty rules, by the option chosen."""
        ids = [f"o{index}" for index in range(30)]
        options = {
            each: Proportional(rate=index, measure=Count("a")) for index, each in enumerate(ids)
        }
        row = Criterion(
            code="1", name="Một", max=99, measure=Chosen("nhieu"), score=Choice(options)
        )
        many = ChoiceInput(name="nhieu", label="Nhiều", options=dict.fromkeys(ids, "X"))
        rubric = rubric_of(row, inputs=(*INPUTS, many))

        assert Fraction(58) == ran(rubric, nhieu="o29", a=2).points("1")

    def test_of_long_numbers(self) -> None:
        """Bottoms of four hundred digits, twenty of them in one sum."""
        primes = [10**397 + odd for odd in range(1, 41, 2)]
        rows = [fixed(f"1.{index}", Fraction(1, prime)) for index, prime in enumerate(primes)]
        rubric = rubric_of(group("1", "1/3", capped=True), *rows)
        expected = sum((Fraction(1, prime) for prime in primes), Fraction(0))

        assert expected == ran(rubric).points(None)

    def test_of_many_rows(self) -> None:
        """A thousand parts of one group."""
        rows = [per_unit(f"1.{index}", "a") for index in range(999)]
        rubric = rubric_of(group("1"), *rows, fixed("1.999", "1/3"))

        assert Fraction(2998, 3) == ran(rubric, a=1).points(None)
