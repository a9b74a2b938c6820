from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from rubrik.errors import RubricError
from rubrik.intervals import EVERYTHING
from rubrik.measures import Choice as Chosen
from rubrik.measures import (
    ChoiceInput,
    Count,
    CountInput,
    Declared,
    Domain,
    Flag,
    FlagInput,
    Item,
    Items,
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
    Case,
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
from scorers.spans import interval

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
BARE = Setting(declared=DECLARED, path=("criterion '1'", "score"))
RATIO = Ratio(ratio="a", of="b")
OVER_RATIO = HERE.under(RATIO)
NEEDS_NUMBER = "Proportional needs a measure that is a number"
NO_MAXIMUM = "max is a share of the maximum, but there is no maximum"


def points(rule: Scorer, **known: Value) -> Fraction | None:
    """The points a rule gives for known facts."""
    pair = rule.form(HERE).pair(known)
    return None if pair is None else Fraction(*pair)


def problems(make: Callable[[], object]) -> list[str]:
    """Each problem of a refused rule, in English."""
    with pytest.raises(RubricError) as caught:
        make()
    return [problem.text("en") for problem in caught.value.problems]


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


class TestRefused:
    """All that is wrong with a rule is told at once, each with its path."""

    @pytest.mark.parametrize(
        ("rule", "found"),
        [
            (
                Sum([Proportional(), 1, Boolean()]),
                [
                    f"criterion '1' › score › parts[0]: {NEEDS_NUMBER}",
                    (
                        "criterion '1' › score › parts[2]: "
                        "Boolean needs a measure that is an answer (flag, choice, item)"
                    ),
                ],
            ),
            (
                Sum([Proportional(), "max"], floor="max"),
                [
                    f"criterion '1' › score › parts[0]: {NEEDS_NUMBER}",
                    f"criterion '1' › score › parts[1]: {NO_MAXIMUM}",
                    f"criterion '1' › score: {NO_MAXIMUM}",
                ],
            ),
            (
                Capped(Proportional()),
                [
                    f"criterion '1' › score › part: {NEEDS_NUMBER}",
                    f"criterion '1' › score: {NO_MAXIMUM}",
                ],
            ),
            (
                Clamped(Proportional(), low="-max", high="max"),
                [
                    f"criterion '1' › score › part: {NEEDS_NUMBER}",
                    (
                        "criterion '1' › score: "
                        "-max is a share of the maximum, but there is no maximum"
                    ),
                    f"criterion '1' › score: {NO_MAXIMUM}",
                ],
            ),
            (
                Clamped(Proportional(), low=2, high=1),
                [
                    f"criterion '1' › score › part: {NEEDS_NUMBER}",
                    "criterion '1' › score: the lower limit 2 is above the upper limit 1",
                ],
            ),
            (
                Gated(
                    when=Condition(measure=Chosen("o"), is_="rien"),
                    then=Proportional(),
                    otherwise=Sum(["max", Proportional()]),
                ),
                [
                    "criterion '1' › score › when: there is no option rien (did you mean: rieng?)",
                    f"criterion '1' › score › then: {NEEDS_NUMBER}",
                    f"criterion '1' › score › otherwise › parts[0]: {NO_MAXIMUM}",
                    f"criterion '1' › score › otherwise › parts[1]: {NEEDS_NUMBER}",
                ],
            ),
            (
                Choice({"rieng": Proportional(), "chung": "max"}, measure=Chosen("o")),
                [
                    f"criterion '1' › score › options.rieng: {NEEDS_NUMBER}",
                    f"criterion '1' › score › options.chung: {NO_MAXIMUM}",
                ],
            ),
            (
                Choice({"rien": 1, "x": 2}, measure=Chosen("o")),
                [
                    (
                        "criterion '1' › score › options: "
                        "there is no option rien (did you mean: rieng?)"
                    ),
                    "criterion '1' › score › options: there is no option x",
                    "criterion '1' › score › options: the option rieng is given no points",
                    "criterion '1' › score › options: the option chung is given no points",
                ],
            ),
            (
                Choice({"yes": 1}, measure=Flag("f")),
                [
                    "criterion '1' › score › options: there is no option yes",
                    "criterion '1' › score › options: the option True is given no points",
                    "criterion '1' › score › options: the option False is given no points",
                ],
            ),
            (
                Choice({"a": 1}),
                [
                    (
                        "criterion '1' › score: "
                        "Choice needs a measure that is an answer (flag, choice, item)"
                    )
                ],
            ),
        ],
        ids=repr,
    )
    def test_with_every_problem(self, rule: Scorer, found: list[str]) -> None:
        """Of every part, side, option and limit."""
        assert found == problems(lambda: rule.form(BARE))

    def test_limits_upside_down_in_vietnamese(self) -> None:
        """Also where only the maximum makes them so."""
        rule = Clamped(1, low="max", high="5/2")

        assert (
            "criterion '1' › score: the lower limit 10 is above the upper limit 2.5",
            "criterion '1' › score: giới hạn dưới 10 lớn hơn giới hạn trên 2,5",
        ) == refusal(lambda: rule.form(HERE), RubricError)

    def test_options_in_vietnamese(self) -> None:
        """What is not printed, and what the print gives no points."""
        rule = Choice({"rieng": 1, "chun": 2}, measure=Chosen("o"))

        assert (
            (
                "2 problems:\n"
                "- criterion '1' › score › options: "
                "there is no option chun (did you mean: chung?)\n"
                "- criterion '1' › score › options: the option chung is given no points"
            ),
            (
                "2 lỗi:\n"
                "- criterion '1' › score › options: không có lựa chọn chun (có phải là: chung?)\n"
                "- criterion '1' › score › options: lựa chọn chung không có điểm"
            ),
        ) == refusal(lambda: rule.form(HERE), RubricError)


class TestCondition:
    """A test of one measured value."""

    @pytest.mark.parametrize(
        ("condition", "test"),
        [
            (Condition(measure=RATIO, from_="80%"), interval("[4/5, ∞)")),
            (Condition(measure=RATIO, above=0, to=1), interval("(0, 1]")),
            (Condition(measure=Items("i"), at=0), interval("[0, 0]")),
            (Condition(measure=Flag("f"), is_=False), (False,)),
            (Condition(measure=Item("i", "p"), is_=True), (True,)),
            (Condition(measure=Chosen("o"), is_="rieng"), ("rieng",)),
        ],
        ids=repr,
    )
    def test_holds_for_some_values(self, condition: Condition, test: object) -> None:
        """Those between the ends of a number, or the answer asked for."""
        assert test == condition.test

    @pytest.mark.parametrize(
        "parts",
        [
            {"measure": Count("a")},
            {"measure": Count("a"), "is_": True},
            {"measure": Count("a"), "from_": 1, "is_": True},
            {"measure": Flag("f")},
            {"measure": Flag("f"), "from_": 1},
            {"measure": Flag("f"), "at": 1, "is_": True},
            {"measure": Chosen("o"), "below": 1},
        ],
        ids=repr,
    )
    def test_needs_what_fits_its_measure(self, parts: dict[str, Any]) -> None:
        """Ends for a number, an answer for an answer, and one of them."""
        assert (
            "a condition on a number needs from, above, to, below or at; on an answer it needs is",
            "điều kiện trên số cần from, above, to, below hoặc at; trên câu trả lời cần is",
        ) == refusal(lambda: Condition(**parts))

    def test_refuses_ends_that_nothing_lies_between(self) -> None:
        """As a band does."""
        assert ("no value is ≥ 1, < 1", "khoảng ≥ 1, < 1 không chứa giá trị nào") == refusal(
            lambda: Condition(measure=Count("a"), from_=1, below=1)
        )

    def test_refuses_an_end_twice(self) -> None:
        """As a band does."""
        assert (
            "each end is written once: from or above, to or below, or at alone",
            "mỗi đầu khoảng chỉ được ghi một lần: from hoặc above, to hoặc below, hoặc chỉ at",
        ) == refusal(lambda: Condition(measure=Count("a"), from_=1, above=1))


class TestGated:
    """One rule where a condition holds, another where it does not."""

    @pytest.mark.parametrize(
        ("known", "expected"),
        [
            ({"a": 49, "b": 50}, Fraction(147, 50)),
            ({"a": 979999999, "b": 1000000000}, 0),
            ({"a": 0, "b": 5}, 0),
            ({"a": 1}, None),
            ({"a": 0, "b": 0}, None),
        ],
    )
    def test_on_a_number(self, known: dict[str, Value], expected: Fraction | None) -> None:
        """From 98 % on three times the ratio, below it nothing."""
        gate = Gated(
            when=Condition(measure=RATIO, from_="98%"), then=Proportional(rate=3), measure=RATIO
        )

        assert expected == points(gate, **known)

    @pytest.mark.parametrize(
        ("known", "expected"),
        [({"f": True}, 2), ({"f": False}, 5), ({}, None), ({"a": 1}, None)],
    )
    def test_on_an_answer(self, known: dict[str, Value], expected: int | None) -> None:
        """Each side gives its own."""
        gate = Gated(when=Condition(measure=Flag("f"), is_=True), then=2, otherwise="1/2 max")

        assert expected == points(gate, **known)

    def test_is_a_switch(self) -> None:
        """Over the domain of its condition's measure, not of its own."""
        gate = Gated(when=Condition(measure=Count("a"), from_=1), then=2)
        two, none = Constant(Fraction(2)), Constant(Fraction(0))
        domain = Domain(interval("[0, ∞)"), integer=True)

        assert Switch(Count("a"), domain, (Case(interval("[1, ∞)"), two),), none) == gate.form(HERE)

    def test_measures_nothing_for_its_sides(self) -> None:
        """What the condition reads is not what the sides read."""
        gate = Gated(when=Condition(measure=RATIO, from_="98%"), then=Proportional())

        assert [f"criterion '1' › score › then: {NEEDS_NUMBER}"] == problems(
            lambda: gate.form(HERE)
        )


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
