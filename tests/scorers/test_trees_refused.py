from collections.abc import Callable
from fractions import Fraction

import pytest

from rubrik.errors import RubricError
from rubrik.measures import Choice as Chosen
from rubrik.measures import (
    ChoiceInput,
    CountInput,
    Declared,
    Flag,
    FlagInput,
    ItemsInput,
    Value,
)
from rubrik.scorers import (
    Boolean,
    Capped,
    Choice,
    Clamped,
    Condition,
    Gated,
    Proportional,
    Scorer,
    Setting,
    Sum,
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
BARE = Setting(declared=DECLARED, path=("criterion '1'", "score"))
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
