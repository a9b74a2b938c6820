"""Rules made of several: what is found in their parts, over the values that lead to them."""

from typing import Any

import pytest

import rubrik
from auditing.small import Found, found
from rubrik import Band, BestOf, Boolean, Choice, Clamped, Condition, Criterion, Gated, Rubric, Sum
from rubrik import Proportional as Line
from rubrik.measures import Amount, Constraint, Count, Flag, Item, Ratio, Share
from rubrik.measures import Choice as Chosen
from rubrik.rubric import Example
from scoring.rows import INPUTS, banded, fixed, group, rubric_of

STEPS = banded(Band(from_="1/2", points=10), Band(below="1/2", points=0))
HOLED = banded(Band(from_="1/2", points=10), Band(below="1/4", points=0))
TURNING = rubrik.Banded(
    bands=[
        Band(below=2, points=5),
        Band(from_=2, to=3, points=0),
        Band(above=3, points=10),
    ],
    measure=Amount("m"),
)


def row(score: Any, measure: Any = None, **more: Any) -> Rubric:  # noqa: ANN401 - any rule
    """A rubric of one row."""
    return rubric_of(
        Criterion(code="1", name="Một", **{"max": 10, "measure": measure, "score": score, **more})
    )


def said(rubric: Rubric, kind: str) -> list[str]:
    """What the findings of a kind say."""
    return [text for _, _, text in found(rubric, kind)]


def flagged(then: Any, otherwise: Any = 0) -> Gated:  # noqa: ANN401 - any rule
    """A rule behind a flag."""
    return Gated(when=Condition(measure=Flag("f"), is_=True), then=then, otherwise=otherwise)


LEAP = "points leap: at 50%: 0 → 10"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (STEPS, [LEAP]),
        (flagged(STEPS), [LEAP]),
        (flagged(Boolean(measure=Flag("f")), STEPS), [LEAP]),
        (Clamped(STEPS, low=5), ["points leap: at 50%: 5 → 10"]),
        (Clamped(flagged(STEPS), high=5), [LEAP]),
        (Sum([STEPS, Line(rate=1, measure=Count("quarters"))]), [LEAP]),
        (Sum([HOLED, 1]), []),
        (BestOf([HOLED, STEPS]), []),
        (Sum([HOLED, STEPS, 2]), []),
    ],
)
def test_leaps_of_parts_are_found(rule: Any, expected: list[str]) -> None:  # noqa: ANN401
    """A leap is found in a part, or in all parts together where they read one number."""
    assert expected == said(row(rule, Share("s")), "jump")


def test_a_leap_that_a_condition_keeps_away_is_none() -> None:
    """Where only values from 60% on lead to a table of steps at 50%, nothing leaps."""
    when = Condition(measure=Share("s"), from_="60%")
    other = Line(rate=1, measure=Count("quarters"))
    near = Condition(measure=Share("s"), from_="40%")

    assert [] == said(row(Gated(when=when, then=STEPS, otherwise=other), Share("s")), "jump")
    assert [LEAP] == said(row(Gated(when=near, then=STEPS, otherwise=other), Share("s")), "jump")


def test_a_hole_behind_a_condition_on_the_same_number() -> None:
    """Only the holes that values still lead to are found, on either side of the condition."""
    when = Condition(measure=Share("s"), from_="40%")
    then = Gated(when=when, then=HOLED, otherwise=HOLED)

    assert [
        "no band holds the values ≥ 40%, < 50%: their points are undefined",
        "no band holds the values ≥ 25%, < 40%: their points are undefined",
    ] == said(row(then, Share("s")), "hole")


def test_a_condition_on_the_same_number_is_one_curve() -> None:
    """A table behind a condition on its own number leaps where the condition changes."""
    when = Condition(measure=Share("s"), from_="40%")
    rule = Gated(when=when, then=HOLED, otherwise=rubrik.Amount(rubrik.rational(1)))

    assert [] == said(row(rule, Share("s")), "jump")
    assert ["no band holds the values ≥ 40%, < 50%: their points are undefined"] == said(
        row(rule, Share("s")), "hole"
    )


def test_a_condition_inside_of_the_same_condition_decides_nothing() -> None:
    """Of a choice, an item and a number, each asked a second time."""
    cases = [
        (Condition(measure=Chosen("c"), is_="own"), "“Chuyên mục”: “Có riêng”"),
        (Condition(measure=Item("i", "p"), is_=True), "“Nền tảng”: “Smart” is ticked"),
        (Condition(measure=Item("i", "p"), is_=False), "“Nền tảng”: “Smart” is not ticked"),
        (Condition(measure=Share("s"), from_="40%"), "“Tỷ lệ”: ≥ 40%"),
    ]
    for when, words in cases:
        inner = Gated(when=when, then=fixed("x", 10).score)
        rules = {
            "always": Gated(when=when, then=inner),
            "never": Gated(when=when, then=fixed("x", 1).score, otherwise=inner),
        }
        for kind, rule in rules.items():
            (text,) = said(row(rule), f"condition-{kind}")
            assert text.startswith(f"the condition {words} {kind} holds: ")


def test_a_choice_leads_to_its_rules() -> None:
    """A rule behind an option is looked into; one behind an option that never comes is not."""
    inner = Choice({"own": TURNING, "none": 0})
    asked_again = Choice({"own": inner, "none": 0}, measure=Chosen("c"))
    turning = ["as the value rises, points rise here and fall there"]

    assert turning == said(row(asked_again), "not-monotone")


def test_bands_within_bands_are_looked_into() -> None:
    """A table inside of a band is asked only for the values that its band decides."""
    inner = banded(Band(from_=3, points=10), Band(below=3, points=4), Band(below=1, points=1))
    outer = banded(Band(from_=2, score=inner), Band(below=2, points=0))

    assert ["the band < 1 is never used: there are no such values"] == said(
        row(outer, Amount("m")), "band-outside"
    )


def test_rows_of_nothing_by_nothing() -> None:
    """A table without a ratio for 0/0 is found once a rule reads its sum or mean."""
    expected: list[Found] = [
        (
            "t",
            "warning",
            "a row of 0/0 leaves the sum and the mean of the table undefined: it has no empty_row",
        )
    ]

    assert expected == found(row(Line(), Share("t_mean")), "undefined-case")
    assert [] == found(row(Line(rate=1), Count("t_rows")), "undefined-case")
    assert "t" not in {code for code, _, _ in found(row(Line(), Share("t_mean")), "input-unused")}


def test_a_part_that_is_its_whole_is_nothing_with_it() -> None:
    """Where the part is counted in the whole, there is none without a whole."""
    whole = Ratio(ratio="a", of={"a": 1, "b": 1}, above_one=True, when_empty=0)
    negative = Ratio(ratio="a", of={"a": 1, "b": -1}, above_one=True, when_empty=0)

    assert [] == said(row(Line(), whole), "undefined-case")
    assert 1 == len(said(row(Line(), negative), "undefined-case"))


def test_a_whole_that_is_never_nothing_has_no_undefined_case() -> None:
    """A constraint can keep a whole above zero."""
    rubric = rubric_of(
        Criterion(code="1", name="Một", max=10, measure=Ratio(ratio="a", of="b"), score=Line()),
        constraints=(Constraint("b >= 1"),),
    )

    assert [] == said(rubric, "undefined-case")


def test_a_checklist_has_nothing_to_find() -> None:
    """Rows without rule and maximum are no questions, and their inputs are used."""
    rows = [
        Criterion(code=f"1.{each.name}", name="Hàng", measure=Flag(each.name))
        for each in INPUTS
        if each.kind == "flag"
    ]
    flags = tuple(each for each in INPUTS if each.kind == "flag")

    assert () == rubrik.audit(rubric_of(group("1"), *rows, inputs=flags))


def test_examples_of_rows_that_constraints_bear_on() -> None:
    """An example is run with the constraints on its inputs, and with the tables it reports."""
    tied = (Constraint("a + quarters <= b"),)
    good = Example(inputs={"a": 1, "b": 4}, points="2.5")
    bad = Example(inputs={"a": 3, "b": 4, "quarters": 2}, points="7.5")
    node = Criterion(
        code="1",
        name="Một",
        max=10,
        measure=Ratio(ratio="a", of="b"),
        score=Line(),
        examples=(good, bad),
    )
    table = Example(inputs={"t": ((1, 2), (1, 1))}, points="7.5")
    mean = Criterion(
        code="2", name="Hai", max=10, measure=Share("t_mean"), score=Line(), examples=(table,)
    )
    rubric = rubric_of(node, mean, constraints=tied)

    broken = "this breaks the constraint a + quarters <= b: a = 3, quarters = 2, b = 4"

    assert [("1", "error", f"example 2: it is refused: {broken}")] == found(rubric, "example-fails")


def test_a_rule_that_is_always_above_its_maximum_does_not_stay_below_it() -> None:
    """It exceeds the maximum, which is another finding."""
    above = row(Boolean(yes=12, no=11, measure=Flag("f")), capped=False)
    said_so = "the rule can give 12 points, more than the maximum 10: what exceeds it is not cut"

    assert [] == said(above, "never-reaches-maximum")
    assert [said_so] == said(above, "exceeds-maximum")
