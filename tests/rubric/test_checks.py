from fractions import Fraction
from typing import Any

import pytest

from rubrik import (
    Amount,
    Band,
    Boolean,
    Capped,
    Choice,
    Condition,
    Criterion,
    Gated,
    Proportional,
    Rubric,
    RubricError,
    Stepped,
    Sum,
)
from rubrik.measures import Amount as AmountMeasure
from rubrik.measures import Choice as ChoiceMeasure
from rubrik.measures import (
    Constraint,
    Count,
    CountInput,
    Flag,
    Item,
    Items,
    Measure,
    Ratio,
    Share,
    TableInput,
)
from rubrik.rubric import Node, Reading, ReadingOption, Replacement, check, label
from rubrik.scorers import Rule
from scoring.rows import INPUTS, banded, fixed, group, per_unit


def unchecked(*nodes: Node, **more: Any) -> Rubric:  # noqa: ANN401 - whatever a rubric holds
    """A rubric as it was built, whatever is wrong in it."""
    return Rubric(**{"slug": "nho", "title": "Nhỏ", "nodes": nodes, "inputs": INPUTS, **more})


def refused(rubric: Rubric) -> tuple[list[str], list[str]]:
    """What is wrong with a rubric, line by line, in Vietnamese and English."""
    with pytest.raises(RubricError) as caught:
        check(rubric)
    return caught.value.text("vi").splitlines(), caught.value.text("en").splitlines()


def row(score: Rule | None, measure: Measure | None = None, **more: Any) -> Criterion:  # noqa: ANN401 - any other field
    """The criterion "1"."""
    fields = {"max": 10, **more}
    return Criterion(code="1", name="Một", measure=measure, score=score, **fields)


def reading(id: str, *replaces: Replacement, **more: Any) -> Reading:  # noqa: A002, ANN401 - any other field
    """A reading whose option "b" replaces, and whose default "a" does not."""
    fields: dict[str, Any] = {
        "nodes": ("1",),
        "printed": "p",
        "question": "q",
        "question_en": "q",
        "options": (ReadingOption(id="a"), ReadingOption(id="b", replaces=replaces)),
        "default": "a",
        "reason": "r",
        "reason_en": "r",
        **more,
    }
    return Reading(id=id, **fields)


def test_a_good_rubric_is_given_back() -> None:
    """Nothing is wrong, and it is the same rubric."""
    rubric = unchecked(group("1"), fixed("1.1", 2), readings=(reading("r", nodes=("1.1",)),))

    assert rubric is check(rubric)


def test_a_row_is_named_by_its_kind_and_code() -> None:
    """As paths of problems name it."""
    assert "criterion '1'" == label(row(None))
    assert "group 'B.I'" == label(group("B.I"))


@pytest.mark.parametrize(
    ("rubric", "vi", "en"),
    [
        pytest.param(
            unchecked(row(None), row(None)),
            "node '1': có hai lần",
            "node '1': stands twice",
            id="code",
        ),
        pytest.param(
            unchecked(inputs=(*INPUTS, CountInput(name="a", label="Khác"))),
            "input 'a': có hai lần",
            "input 'a': stands twice",
            id="input",
        ),
        pytest.param(
            unchecked(
                inputs=(*INPUTS, TableInput(name="u", label="U", part="p", whole="w", rows="b"))
            ),
            "input 'b': có hai lần",
            "input 'b': stands twice",
            id="aggregate of a table",
        ),
        pytest.param(
            unchecked(row(None), readings=(reading("r"), reading("r"))),
            "reading 'r': có hai lần",
            "reading 'r': stands twice",
            id="reading",
        ),
    ],
)
def test_what_stands_twice_is_refused(rubric: Rubric, vi: str, en: str) -> None:
    """Two things of one name cannot be told apart."""
    assert ([vi], [en]) == refused(rubric)


@pytest.mark.parametrize(
    ("nodes", "vi", "en"),
    [
        (
            (group("nhom"), fixed("1", 1, parent="nhm")),
            "criterion '1' › parent: không có nhóm nhm đứng trước (có phải là: nhom?)",
            "criterion '1' › parent: no group nhm stands before it (did you mean: nhom?)",
        ),
        (
            (fixed("1", 1, parent="2"), group("2")),
            "criterion '1' › parent: không có nhóm 2 đứng trước",
            "criterion '1' › parent: no group 2 stands before it",
        ),
        (
            (group("1", parent="1"),),
            "group '1' › parent: không có nhóm 1 đứng trước",
            "group '1' › parent: no group 1 stands before it",
        ),
        (
            (fixed("1", 1), fixed("2", 1, parent="1")),
            "criterion '2' › parent: không có nhóm 1 đứng trước",
            "criterion '2' › parent: no group 1 stands before it",
        ),
        (
            (fixed("1.1", 1), group("1")),
            "criterion '1.1' › parent: không có nhóm 1 đứng trước",
            "criterion '1.1' › parent: no group 1 stands before it",
        ),
    ],
    ids=["unknown", "later", "itself", "criterion", "later by its code"],
)
def test_a_parent_is_a_group_that_stands_before(nodes: tuple[Node, ...], vi: str, en: str) -> None:
    """Rows stand below the group they belong to."""
    assert ([vi], [en]) == refused(unchecked(*nodes))


def test_a_constraint_ties_numbers() -> None:
    """Names that lead nowhere, and answers that cannot be counted, are refused."""
    constraints = (Constraint("quarter <= 4"), Constraint("f <= 1"))
    vi, en = refused(unchecked(constraints=constraints))

    assert [
        "2 problems:",
        "- constraint 'quarter <= 4': there is no input quarter (did you mean: quarters?)",
        "- constraint 'f <= 1': there is no input f",
    ] == en
    assert "2 lỗi:" == vi[0]


@pytest.mark.parametrize(
    ("node", "vi", "en"),
    [
        pytest.param(
            row(Proportional(), Ratio(ratio="a", of="bb")),
            "criterion '1' › measure: không có số liệu bb (có phải là: b?)",
            "criterion '1' › measure: there is no input bb (did you mean: b?)",
            id="unknown input",
        ),
        pytest.param(
            row(Proportional(), Count("m")),
            "criterion '1' › measure: số liệu m thuộc loại amount: cần loại count",
            "criterion '1' › measure: the input m is of kind amount: count is expected",
            id="wrong kind",
        ),
        pytest.param(
            row(Proportional(), Ratio(ratio="f", of="b")),
            "criterion '1' › measure: số liệu f thuộc loại flag: cần loại number",
            "criterion '1' › measure: the input f is of kind flag: number is expected",
            id="no number",
        ),
        pytest.param(
            row(Boolean(), Item("i", "smart")),
            "criterion '1' › measure: không có lựa chọn smart",
            "criterion '1' › measure: there is no option smart",
            id="unknown item",
        ),
        pytest.param(
            row(Sum([1, Boolean(measure=Flag("g"))])),
            "criterion '1' › score › parts[1] › measure: không có số liệu g",
            "criterion '1' › score › parts[1] › measure: there is no input g",
            id="deep in a rule",
        ),
        pytest.param(
            row(Boolean(), Count("a")),
            (
                "criterion '1' › score: Boolean cần một giá trị đo là câu trả lời "
                "(flag, choice, item)"
            ),
            "criterion '1' › score: Boolean needs a measure that is an answer (flag, choice, item)",
            id="number for an answer",
        ),
        pytest.param(
            row(Proportional(), Flag("f")),
            "criterion '1' › score: Proportional cần một giá trị đo là số",
            "criterion '1' › score: Proportional needs a measure that is a number",
            id="answer for a number",
        ),
        pytest.param(
            row(Proportional()),
            "criterion '1' › score: Proportional cần một giá trị đo là số",
            "criterion '1' › score: Proportional needs a measure that is a number",
            id="no measure",
        ),
        pytest.param(
            row(Boolean(), ChoiceMeasure("c")),
            "criterion '1' › score: Boolean cần câu trả lời có hoặc không (flag, item)",
            "criterion '1' › score: Boolean needs a yes or a no (flag, item)",
            id="choice for a flag",
        ),
        pytest.param(
            row(Choice({"own": 1, "none": 0, "other": 2}), ChoiceMeasure("c")),
            "criterion '1' › score › options: không có lựa chọn other",
            "criterion '1' › score › options: there is no option other",
            id="unknown option",
        ),
        pytest.param(
            row(Choice({"own": 1}), ChoiceMeasure("c")),
            "criterion '1' › score › options: lựa chọn none không có điểm",
            "criterion '1' › score › options: the option none is given no points",
            id="option without points",
        ),
        pytest.param(
            row(Gated(when=Condition(measure=ChoiceMeasure("c"), is_="owm"), then=1)),
            "criterion '1' › score › when: không có lựa chọn owm (có phải là: own?)",
            "criterion '1' › score › when: there is no option owm (did you mean: own?)",
            id="condition that never holds",
        ),
        pytest.param(
            row(Proportional(), Share("s"), max=None),
            "criterion '1' › score: max là phần của điểm tối đa, nhưng không có điểm tối đa",
            "criterion '1' › score: max is a share of the maximum, but there is no maximum",
            id="share of no maximum",
        ),
        pytest.param(
            row(Amount(Fraction(1, 2), of_max=True), max=None),
            "criterion '1': 1/2 max là phần của điểm tối đa, nhưng không có điểm tối đa",
            "criterion '1': 1/2 max is a share of the maximum, but there is no maximum",
            id="points of no maximum",
        ),
        pytest.param(
            row(Capped(Sum([1, 2])), max=None),
            "criterion '1' › score: max là phần của điểm tối đa, nhưng không có điểm tối đa",
            "criterion '1' › score: max is a share of the maximum, but there is no maximum",
            id="cap of no maximum",
        ),
        pytest.param(
            row(Stepped(step="0,001", rounding="up"), Share("s")),
            "criterion '1' › score: điểm 10 với bước 0,001: cần từ 1 đến 1000 bước",
            "criterion '1' › score: 10 points in steps of 0.001: 1 to 1000 steps are expected",
            id="too many steps",
        ),
        pytest.param(
            row(banded(Band(from_=1, score=Proportional())), Items("j")),
            "criterion '1' › measure: không có số liệu j",
            "criterion '1' › measure: there is no input j",
            id="measure before its rule",
        ),
    ],
)
def test_a_rule_that_cannot_stand_there_is_refused(node: Criterion, vi: str, en: str) -> None:
    """What a rule reads must be there, and must be of the kind it needs."""
    assert ([vi], [en]) == refused(unchecked(node))


def test_all_rules_are_checked_at_once() -> None:
    """Every row is looked at, and every part of each rule."""
    parts = (Boolean(), Proportional(measure=Flag("f")))
    _, en = refused(unchecked(row(Sum(parts)), per_unit("2", "x"), row(None)))

    assert [
        "4 problems:",
        "- node '1': stands twice",
        (
            "- criterion '1' › score › parts[0]: Boolean needs a measure that is an answer "
            "(flag, choice, item)"
        ),
        "- criterion '1' › score › parts[1]: Proportional needs a measure that is a number",
        "- criterion '2' › measure: there is no input x",
    ] == en


@pytest.mark.parametrize(
    ("readings", "vi", "en"),
    [
        pytest.param(
            (reading("r", nodes=("1", "11")),),
            "reading 'r' › nodes: không có tiêu chí 11 (có phải là: 1?)",
            "reading 'r' › nodes: there is no criterion 11 (did you mean: 1?)",
            id="unknown row",
        ),
        pytest.param(
            (reading("r", default="c"),),
            "reading 'r' › default: không có phương án c",
            "reading 'r' › default: there is no option c",
            id="unknown default",
        ),
        pytest.param(
            (reading("r", Replacement("9", "max", Fraction(1))),),
            "reading 'r' › option 'b': không có tiêu chí 9",
            "reading 'r' › option 'b': there is no criterion 9",
            id="unknown row replaced",
        ),
        pytest.param(
            (reading("r", Replacement("1", "measure", Flag("f"))),),
            (
                "reading 'r' › option 'b' › criterion '1' › score: "
                "Proportional cần một giá trị đo là số"
            ),
            (
                "reading 'r' › option 'b' › criterion '1' › score: "
                "Proportional needs a measure that is a number"
            ),
            id="rule that cannot stand",
        ),
        pytest.param(
            (
                reading("r", Replacement("1", "measure", Count("b"))),
                reading("s", Replacement("1", "measure", Count("quarters"))),
            ),
            "reading 's': thay trường 1.measure mà cách hiểu r cũng thay",
            "reading 's': replaces the field 1.measure, which the reading r replaces too",
            id="same field",
        ),
        pytest.param(
            (
                reading("r", Replacement("1", "measure", Ratio(ratio="a", of="b"))),
                reading("s", Replacement("1", "measure.count", "b")),
            ),
            "reading 's': thay trường 1.measure.count mà cách hiểu r cũng thay",
            "reading 's': replaces the field 1.measure.count, which the reading r replaces too",
            id="field of a field",
        ),
    ],
)
def test_a_reading_that_cannot_be_is_refused(
    readings: tuple[Reading, ...], vi: str, en: str
) -> None:
    """Rows, options and defaults must be there, and no two readings replace the same."""
    rubric = unchecked(row(Proportional(), Count("a")), readings=readings)

    assert ([vi], [en]) == refused(rubric)


def test_options_are_checked_beside_the_defaults_of_other_readings() -> None:
    """An option that stands only because of another reading's default is a good one."""
    becomes_a_flag = reading(
        "r",
        options=(
            ReadingOption(id="a", replaces=(Replacement("1", "measure", Flag("f")),)),
            ReadingOption(id="b", replaces=(Replacement("1", "measure", Flag("f")),)),
        ),
    )
    needs_it = reading(
        "s",
        options=(
            ReadingOption(id="a", replaces=(Replacement("1", "score", Boolean()),)),
            ReadingOption(id="b", replaces=(Replacement("1", "score", Boolean(no=1)),)),
        ),
    )
    rubric = unchecked(row(Proportional(), Count("a")), readings=(becomes_a_flag, needs_it))

    assert rubric is check(rubric)


def test_readings_of_different_rows_do_not_clash() -> None:
    """The same field of two rows, or two fields that only begin alike, are two fields."""
    rubric = unchecked(
        row(Proportional(), Count("a")),
        fixed("2", 1),
        readings=(
            reading("r", Replacement("1", "name", "x"), Replacement("1", "max", Fraction(5))),
            reading("s", Replacement("2", "name", "x"), nodes=("2",)),
            reading("t", Replacement("1", "note", "x"), Replacement("1", "printed", "x")),
        ),
    )

    assert rubric is check(rubric)


def test_a_group_rule_is_checked_too() -> None:
    """A group that prints a rule has it checked like any row."""
    rubric = unchecked(group("1", measure=AmountMeasure("x"), score=Proportional(rate=1)))

    assert ["group '1' › measure: there is no input x"] == refused(rubric)[1]
