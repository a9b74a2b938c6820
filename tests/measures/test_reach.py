from collections.abc import Mapping

import pytest

from rubrik.measures import (
    Amount,
    AmountInput,
    Choice,
    ChoiceInput,
    Constraint,
    Count,
    CountInput,
    Declared,
    Flag,
    FlagInput,
    Growth,
    Item,
    Items,
    ItemsInput,
    Measure,
    Ratio,
    Share,
    ShareInput,
    Weighted,
    reaches_all,
)

DECLARED = Declared.of(
    [
        *(CountInput(name=name, label=name) for name in "abcd"),
        CountInput(name="m", label="m", max=12),
        AmountInput(name="x", label="x", unit="đồng"),
        AmountInput(name="y", label="y", unit="đồng"),
        ShareInput(name="s", label="s"),
        ShareInput(name="t", label="t", above_one=True),
        ShareInput(name="g", label="g", above_one=True, below_zero=True),
        FlagInput(name="f", label="f"),
        ChoiceInput(name="o", label="o", options={"p": "P"}),
        ItemsInput(name="i", label="i", options={"p": "P"}),
    ]
)


def reached(measure: Measure, *constraints: str) -> bool:
    """Whether all of a measure's domain can surely be reported."""
    return reaches_all(measure, DECLARED, map(Constraint, constraints))


class TestWithoutConstraints:
    """What the shape of a measure alone lets reach."""

    @pytest.mark.parametrize(
        "measure",
        [
            Count("a"), Count("m"), Amount("x"), Share("s"), Items("i"), Item("i", "p"), Flag("f"),
            Choice("o"),
        ],
        ids=repr,
    )  # fmt: skip
    def test_one_input_reaches_its_domain(self, measure: Measure) -> None:
        """An input by itself can be whatever it may be."""
        assert reached(measure)

    @pytest.mark.parametrize(
        ("weights", "reaches"),
        [
            ({"a": 1}, True),
            ({"a": 1, "b": -1}, True),
            ({"a": 1, "m": 1}, True),
            ({"x": 1, "s": 1}, True),
            ({"a": 2}, False),
            ({"a": 2, "b": 3}, False),
            ({"a": "1/2", "b": 1}, False),
            ({"a": 0}, False),
        ],
    )
    def test_a_sum_may_leave_gaps(self, weights: Mapping[str, object], reaches: bool) -> None:
        """Twice a count is never 1; sums of plain counts have no gaps."""
        assert reaches == reached(Weighted(weights))

    @pytest.mark.parametrize(
        ("measure", "reaches"),
        [
            (Ratio(ratio="a", of="b"), True),
            (Ratio(ratio="a", of="b", above_one=True), True),
            (Ratio(ratio={"a": 1, "b": "1/2"}, of="c"), True),
            (Ratio(ratio={"a": 1, "b": -1}, of="c"), True),
            (Ratio(ratio="x", of="y"), True),
            (Ratio(ratio="a", of="b", when_empty=1), True),
            (Ratio(ratio="a", of="b", when_empty=2), False),
            (Ratio(ratio="m", of="a"), False),
            (Ratio(ratio="a", of="m"), False),
            (Ratio(ratio="s", of="a"), False),
            (Ratio(ratio="a", of={"a": 1, "b": 1}), True),
            (Ratio(ratio={"a": 1, "b": 1}, of={"a": 1, "b": 1, "c": 1}), True),
            (Ratio(ratio="a", of="a"), False),
            (Ratio(ratio={"a": 1, "b": 2}, of={"a": 1, "b": 1}), False),
            (Ratio(ratio="a", of={"a": 2, "b": 1}), False),
            (Ratio(ratio="a", of="a", stated="s"), True),
            (Ratio(ratio="a", of="a", stated="t"), True),
            (Ratio(ratio="m", of="a", stated="s"), True),
            (Ratio(ratio="m", of="a", above_one=True, stated="s"), False),
            (Ratio(ratio="a", of="b", above_one=True, stated="s"), True),
            (Ratio(ratio="a", of={"a": 1, "b": 1}, above_one=True), False),
            (Ratio(ratio="a", of={"b": -1}), False),
            (Ratio(ratio="a", of={"b": 0}), False),
            (Ratio(ratio="a", of={"a": 1, "b": 0}), False),
        ],
        ids=repr,
    )
    def test_a_ratio_needs_a_whole_that_can_outgrow_its_parts(
        self, measure: Ratio, reaches: bool
    ) -> None:
        """Counts without a limit give every ratio, and so does a share that may be stated."""
        assert reaches == reached(measure)

    @pytest.mark.parametrize(
        ("measure", "reaches"),
        [
            (Growth(growth="a", since="b"), True),
            (Growth(growth="x", since="y"), True),
            (Growth(growth="m", since="b"), False),
            (Growth(growth="m", since="b", stated="g"), True),
            (Growth(growth="m", since="b", stated="t"), False),
        ],
        ids=repr,
    )
    def test_growth_needs_numbers_without_a_limit(self, measure: Growth, reaches: bool) -> None:
        """Two free counts give every rate from -100 % up, and so does a rate that may be stated."""
        assert reaches == reached(measure)


class TestUnderConstraints:
    """Constraints take values away, or leave room elsewhere."""

    @pytest.mark.parametrize(
        ("constraint", "reaches"),
        [
            ("a <= 5", False),
            ("a >= 1", False),
            ("a == 3", False),
            ("a == b", False),
            ("a <= b", True),
            ("a + c <= b", True),
            ("a <= b + c", True),
            ("a >= b", True),
            ("a >= b + 1", False),
            ("a + b >= 5", True),
            ("a <= m", False),
            ("b <= 5", True),
            ("b >= 5", True),
            ("m >= 5", False),
            ("b + c <= d", True),
        ],
    )
    def test_a_count_is_free_where_others_give_way(self, constraint: str, reaches: bool) -> None:
        """An input that only ever makes room, and has no limit, makes as much as is needed."""
        assert reaches == reached(Count("a"), constraint)

    def test_one_input_cannot_give_way_two_ways(self) -> None:
        """What must be large for one constraint and small for another is not sure to be free."""
        assert not reached(Count("a"), "a <= b", "b <= 5")
        assert reached(Count("a"), "a <= b", "c <= 5")

    def test_a_ratio_may_repeat_what_it_means(self) -> None:
        """That the parts are at most the whole takes nothing away; anything else may."""
        ratio = Ratio(ratio="a", of="b")
        halves = Ratio(ratio={"a": 1, "b": "1/2"}, of="c")

        assert reached(ratio, "a <= b")
        assert reached(ratio, "a <= b + 1")
        assert reached(halves, "a + b <= c")
        assert not reached(ratio, "a <= b - 1")
        assert not reached(ratio, "2 * a <= b")
        assert not reached(ratio, "b <= a")
        assert not reached(ratio, "a == b")
        assert not reached(ratio, "a + c <= b")
        assert not reached(Ratio(ratio="a", of="b", above_one=True), "a <= b")

    def test_of_other_inputs_a_ratio_is_free(self) -> None:
        """Constraints that other inputs can keep by themselves take nothing away."""
        assert reached(Ratio(ratio="a", of="b"), "c <= d", "b <= d")

    def test_growth_repeats_nothing(self) -> None:
        """A number may fall as well as rise: at most last year's is a constraint."""
        assert not reached(Growth(growth="a", since="b"), "a <= b")

    def test_a_stated_share_is_an_input_too(self) -> None:
        """Where it is tied, the counts must reach all, or nothing surely does."""
        assert not reached(Ratio(ratio="m", of="a", stated="s"), "s <= 1/2")
        assert reached(Ratio(ratio="a", of="b", stated="s"), "s <= 1/2")

    def test_a_sum_is_only_as_free_as_its_inputs(self) -> None:
        """One tied input ties the sum."""
        assert not reached(Weighted({"a": 1, "b": 1}), "a <= 5")
        assert not reached(Weighted({"a": 1, "b": 1}), "a <= b")
        assert reached(Weighted({"a": 1, "b": 1}), "a + b <= c")

    def test_a_share_below_zero_is_held_by_zero(self) -> None:
        """What may fall is no longer free where it must not."""
        assert not reached(Share("g"), "g >= 0")
        assert not reached(Share("g"), "g >= s")
        assert reached(Share("t"), "t >= 0")
