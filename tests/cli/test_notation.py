"""Rules and measures show themselves in the words of the language."""

from collections.abc import Iterator

import pytest

import rubrik
from rubrik import (
    Band,
    Banded,
    BestOf,
    Boolean,
    Capped,
    Choice,
    Clamped,
    Condition,
    Gated,
    MinMaxNormalized,
    Proportional,
    Stepped,
    Sum,
    WorstOf,
)
from rubrik.cli.notation import noted
from rubrik.measures import (
    Amount,
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
from rubrik.measures import Choice as ChoiceMeasure
from rubrik.saying.words import Words
from rubrik.scorers import Rule
from rubrik.wording.notation import NOTATION

VI, EN = Words("vi"), Words("en")
YES = Boolean()

CASES: list[tuple[Rule | Measure, str]] = [
    (YES, "Có hoặc không(tối đa / 0)"),
    (Proportional(full_from="80%"), "Theo tỷ lệ(tối đa × min(x / (4/5), 1))"),
    (
        Banded(bands=[Band(from_=6, to=11, points=3), Band(points=0)]),
        "Theo mức(≥ 6, ≤ 11 → 3; mọi giá trị → 0)",
    ),
    (
        MinMaxNormalized(constant="zero"),
        (
            "Phương pháp Min-Max(tối đa từ giá trị thấp nhất trong nhóm xếp hạng "
            "đến giá trị cao nhất trong nhóm xếp hạng, cao nhất là tốt nhất)"
        ),
    ),
    (
        MinMaxNormalized(constant="zero", low=0, high=8, lower_is_better=True),
        "Phương pháp Min-Max(tối đa từ 0 đến 8, thấp nhất là tốt nhất)",
    ),
    (Stepped(step="0.25", rounding="down", full=1), "Theo bước(1 theo bước 1/4, làm tròn xuống)"),
    (Stepped(step="0.25", rounding="up", full=1), "Theo bước(1 theo bước 1/4, làm tròn lên)"),
    (
        Stepped(step="0.25", rounding="nearest", full=1),
        "Theo bước(1 theo bước 1/4, làm tròn đến gần nhất)",
    ),
    (Sum([1, 2]), "Tổng(1, 2)"),
    (BestOf([1, 2]), "Cao nhất trong(1, 2)"),
    (WorstOf([1, 2]), "Thấp nhất trong(1, 2)"),
    (Capped(YES, at=4), "Chỉ tính tối đa(Có hoặc không(tối đa / 0), ở mức 4)"),
    (Clamped(YES, low=-2, high=4), "Tối thiểu và tối đa(Có hoặc không(tối đa / 0), -2 đến 4)"),
    (
        Gated(when=Condition(measure=Flag("f"), is_=True), then=1, otherwise=2),
        "Có điều kiện(1 nếu Có hoặc không(f) là có, nếu không thì 2)",
    ),
    (
        Gated(when=Condition(measure=Item("i", "p"), is_=False), then=1),
        "Có điều kiện(1 nếu Một mục(i, p) là không, nếu không thì 0)",
    ),
    (Choice({"to": 1, "max": "1/2 max"}), "Lựa chọn(to → 1, max → 1/2 tối đa)"),
    (Count("a"), "Số đếm(a)"),
    (Amount("a"), "Số lượng(a)"),
    (Share("a"), "Tỷ lệ báo cáo(a)"),
    (Flag("a"), "Có hoặc không(a)"),
    (ChoiceMeasure("a"), "Lựa chọn(a)"),
    (Items("a"), "Số mục(a)"),
    (Ratio(ratio="a", of="b"), "Tỷ lệ(a / b)"),
    (Ratio(ratio="a", of="b", stated="s", above_one=True), "Tỷ lệ(a / b, hoặc s, có thể hơn 1)"),
    (Growth(growth="a", since="b"), "Tỷ lệ tăng(a so với b)"),
    (Weighted({"a": 2, "b": 1}), "Tổng có trọng số(2 * a + b)"),
]


@pytest.mark.parametrize(("value", "vi"), CASES, ids=str)
def test_a_rule_is_shown_in_vietnamese(value: Rule | Measure, vi: str) -> None:
    """Names of inputs and options stay as they are, whatever words they look like."""
    assert vi == noted(value, VI)


@pytest.mark.parametrize("value", [each for each, _ in CASES], ids=str)
def test_a_rule_is_shown_as_it_is_in_english(value: Rule | Measure) -> None:
    """English is what the value itself shows."""
    assert repr(value) == noted(value, EN)


def shown() -> Iterator[str]:
    """Every rule and every measure of every rubric that ships, in Vietnamese."""
    for slug in rubrik.slugs():
        for node in rubrik.load(slug).nodes:
            yield from (noted(each, VI) for each in (node.measure, node.score) if each is not None)


def test_no_english_is_left_in_the_rules_that_ship() -> None:
    """No word of the notation is left as it was, in whatever rule of whatever rubric."""
    words = {text.en for text in NOTATION.values() if text.en.endswith("(")}

    assert [] == [each for each in shown() if any(word in each for word in words)]
