from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from rubrik.intervals import EVERYTHING
from rubrik.measures import Choice as Chosen
from rubrik.measures import (
    ChoiceInput,
    Count,
    CountInput,
    Declared,
    Flag,
    FlagInput,
    ItemsInput,
    Measure,
    Ratio,
    Value,
)
from rubrik.scorers import (
    Amount,
    Band,
    Banded,
    BestOf,
    Boolean,
    Capped,
    Choice,
    Clamp,
    Clamped,
    Condition,
    Constant,
    Curve,
    Fold,
    Form,
    Gated,
    Lookup,
    MinMaxNormalized,
    Proportional,
    Rule,
    Scorer,
    Setting,
    Stepped,
    Sum,
    Switch,
    WorstOf,
    amount,
    measures_of,
    trees,
)
from scorers.asking import refusal

TEN = Fraction(10)
DECLARED = Declared.of(
    [
        CountInput(name="a", label="a"),
        CountInput(name="b", label="b"),
        FlagInput(name="f", label="f"),
        ChoiceInput(name="o", label="o", options={"rieng": "Riêng", "chung": "Chung"}),
        ItemsInput(name="i", label="i", options={"p": "P", "q": "Q"}),
    ]
)
HERE = Setting(declared=DECLARED, maximum=TEN, path=("criterion '1'", "score"))
RATIO = Ratio(ratio="a", of="b")
OVER_RATIO = HERE.under(RATIO)


def points(rule: Scorer, **known: Value) -> Fraction | None:
    """The points a rule gives for known facts."""
    pair = rule.form(HERE).pair(known)
    return None if pair is None else Fraction(*pair)


def test_dir_is_all() -> None:
    """The module shows its public names and no others."""
    assert sorted(trees.__all__) == dir(trees)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Sum([1, "1/2 max", Boolean()]), "Sum(1, 1/2 max, Boolean(max / 0))"),
        (BestOf([1, 2]), "BestOf(1, 2)"),
        (WorstOf([1, 2]), "WorstOf(1, 2)"),
        (Capped(3), "Capped(3, at max)"),
        (Capped(Proportional(), at=2), "Capped(Proportional(max × x), at 2)"),
        (Clamped(3, low=0, high="max"), "Clamped(3, 0 to max)"),
        (Choice({"a": 1, "b": "max"}), "Choice(a → 1, b → max)"),
        (
            Gated(when=Condition(measure=Flag("f"), is_=True), then=2),
            "Gated(2 if Flag(flag='f') is True, else 0)",
        ),
        (
            Gated(when=Condition(measure=Count("a"), from_=1, below=3), then=2, otherwise="max"),
            "Gated(2 if Count(count='a') ≥ 1, < 3, else max)",
        ),
        (Condition(measure=Chosen("o"), is_="rieng"), "Choice(choice='o') is 'rieng'"),
        (Condition(measure=Count("a"), at=0), "Count(count='a') = 0"),
    ],
)
def test_reads_as_the_rule(rule: object, text: str) -> None:
    """Its text says all of its parts, a condition its measure and what it asks for."""
    assert text == str(rule)
    assert text == repr(rule)


class TestParts:
    """Sums, best and worst of several rules."""

    @pytest.mark.parametrize(
        ("rule", "expected"),
        [
            (Sum([1, "1/2 max", "-1/4"]), "23/4"),
            (Sum([-1, "-max"]), -11),
            (Sum([-1, "-max"], floor=0), 0),
            (Sum([5, "-max"], floor="-1/2 max"), -5),
            (Sum([5, "-max"], floor="-2"), -2),
            (Sum([5, "max"], floor=0), 15),
            (BestOf([1, "1/2 max", 3]), 5),
            (WorstOf([1, "1/2 max", 3]), 1),
            (Sum([BestOf([1, 2]), WorstOf([3, 4])]), 5),
            (Capped(12), 10),
            (Capped(9), 9),
            (Capped(9, at="1/2 max"), 5),
            (Clamped(12, low=1, high=4), 4),
            (Clamped(-2, low=1, high=4), 1),
            (Clamped(2, low=1, high=4), 2),
            (Clamped(12, low=1), 12),
            (Clamped(-12, high=1), -12),
            (Clamped(2, low=3, high=3), 3),
            (Clamped(2), 2),
        ],
        ids=repr,
    )
    def test_of_fixed_points(self, rule: Scorer, expected: int | str) -> None:
        """Arithmetic on what the parts give."""
        assert Fraction(expected) == points(rule)

    @pytest.mark.parametrize(
        ("rule", "form"),
        [
            (Sum([1, 2]), Fold("sum", (Constant(Fraction(1)), Constant(Fraction(2))))),
            (BestOf([1]), Fold("best", (Constant(Fraction(1)),))),
            (WorstOf([1]), Fold("worst", (Constant(Fraction(1)),))),
            (Sum([1], floor=0), Clamp(Fold("sum", (Constant(Fraction(1)),)), low=Fraction(0))),
            (Capped(1), Clamp(Constant(Fraction(1)), high=TEN)),
            (Clamped(1, low=0), Clamp(Constant(Fraction(1)), low=Fraction(0))),
        ],
        ids=repr,
    )
    def test_are_forms(self, rule: Scorer, form: Form) -> None:
        """A rule comes down to what engines read."""
        assert form == rule.form(HERE)

    def test_inherit_a_measure(self) -> None:
        """From the rule above, unless they carry their own."""
        rule = Sum(
            [
                Proportional(),
                Capped(Clamped(Proportional(rate=2), high=1)),
                Proportional(rate=1, measure=Count("b")),
            ],
            measure=RATIO,
        )

        assert 8 == points(rule, a=1, b=2)

    @pytest.mark.parametrize(
        ("make", "name"),
        [
            (lambda: Sum([]), "Sum"),
            (lambda: BestOf([]), "BestOf"),
            (lambda: WorstOf([]), "WorstOf"),
        ],
    )
    def test_are_needed(self, make: Callable[[], object], name: str) -> None:
        """Nothing has no sum, no best and no worst."""
        assert (f"{name} needs a part", f"{name} không có phần nào") == refusal(make)

    def test_of_a_rule_are_amounts_or_scorers(self) -> None:
        """Numbers and text are read as amounts."""
        rule = Sum([1, "max", Amount(Fraction(2)), Boolean()])

        assert (amount(1), amount("max"), amount(2), Boolean()) == rule.parts


class TestChoice:
    """Points, or a rule, for each printed option."""

    def test_of_points_is_a_table(self) -> None:
        """A share of the maximum is worked out."""
        rule = Choice({"rieng": "1/2 max", "chung": 1}, measure=Chosen("o"))
        table: dict[Any, Fraction] = {"rieng": Fraction(5), "chung": Fraction(1)}

        assert Lookup(Chosen("o"), table) == rule.form(HERE)
        assert [5, 1] == [points(rule, o=each) for each in ("rieng", "chung")]
        assert points(rule) is None

    def test_of_rules_is_a_switch(self) -> None:
        """The option that is chosen says how to go on."""
        rule = Choice({"chung": Proportional(measure=RATIO), "rieng": "max"}, measure=Chosen("o"))
        form = rule.form(HERE)

        assert isinstance(form, Switch)
        assert ("rieng", "chung") == form.values
        assert [("rieng",)] == [case.test for case in form.cases]
        assert Fraction(10) == points(rule, o="rieng")
        assert Fraction(5) == points(rule, o="chung", a=1, b=2)
        assert points(rule, o="chung", a=1) is None

    def test_without_options_is_refused(self) -> None:
        """A choice among nothing gives no points."""
        assert ("Choice needs a part", "Choice không có phần nào") == refusal(lambda: Choice({}))


FIRST, SECOND = Count("a"), Ratio(ratio="a", of="b")


class TestMeasuresOf:
    """Every measure that a rule tree carries."""

    @pytest.mark.parametrize(
        ("rule", "found"),
        [
            (None, []),
            (amount("max"), []),
            (Proportional(), []),
            (Proportional(measure=FIRST), [("score.measure", FIRST)]),
            (Boolean(measure=Flag("f")), [("score.measure", Flag("f"))]),
            (
                Sum([1, Proportional(measure=FIRST)], floor=0, measure=SECOND),
                [("score.parts[1].measure", FIRST), ("score.measure", SECOND)],
            ),
            (
                Capped(Clamped(Stepped(step=1, rounding="up", measure=FIRST), low=0)),
                [("score.part.part.measure", FIRST)],
            ),
            (
                Gated(
                    when=Condition(measure=Flag("f"), is_=True),
                    then=MinMaxNormalized(constant="full", measure=FIRST),
                    otherwise=BestOf([WorstOf([Proportional(measure=SECOND)])]),
                ),
                [
                    ("score.when.measure", Flag("f")),
                    ("score.then.measure", FIRST),
                    ("score.otherwise.parts[0].parts[0].measure", SECOND),
                ],
            ),
            (
                Choice({"x": 1, "y": Proportional(measure=FIRST)}, measure=Chosen("o")),
                [("score.options.y.measure", FIRST), ("score.measure", Chosen("o"))],
            ),
            (
                Banded(bands=[Band(score=Proportional())], measure=FIRST),
                [("score.measure", FIRST)],
            ),
        ],
        ids=repr,
    )
    def test_with_the_path_to_it(self, rule: Rule | None, found: list[tuple[str, Measure]]) -> None:
        """In the order of the fields."""
        assert found == [(".".join(path), each) for path, each in measures_of(rule, "score")]


def test_nested_curves_are_forms() -> None:
    """A leaf inside a tree is the same curve as by itself."""
    form = Capped(Proportional()).form(OVER_RATIO)

    assert Clamp(Proportional().form(OVER_RATIO), high=TEN) == form
    assert isinstance(Proportional().form(OVER_RATIO), Curve)
    assert EVERYTHING == Condition(measure=Flag("f"), is_=True).interval


@pytest.mark.parametrize(
    "rule",
    [
        Sum([Proportional(rate=1)], measure=Count("b")),
        BestOf([Proportional(rate=1)], measure=Count("b")),
        WorstOf([Proportional(rate=1)], measure=Count("b")),
        Capped(Proportional(rate=1), at=9, measure=Count("b")),
        Clamped(Proportional(rate=1), low=1, measure=Count("b")),
    ],
    ids=lambda rule: type(rule).__name__,
)
def test_parts_read_the_measure_of_what_holds_them(rule: Scorer) -> None:
    """A measure that a rule has is read by its parts, and not that of the row."""
    setting = Setting(declared=DECLARED, maximum=TEN, measure=Count("a"))

    assert (3, 1) == rule.form(setting).pair({"a": 7, "b": 3})
