"""Every sentence is asserted in both languages, whole."""

from typing import Any

import pytest

from rubrik import (
    Amount,
    Band,
    BestOf,
    Boolean,
    Capped,
    Choice,
    Clamped,
    Condition,
    Criterion,
    Gated,
    MinMaxNormalized,
    Proportional,
    Stepped,
    Sum,
    WorstOf,
    rational,
    reasons,
)
from rubrik.intervals import Interval
from rubrik.measures import Amount as AmountMeasure
from rubrik.measures import Choice as ChoiceMeasure
from rubrik.measures import (
    Count,
    Declared,
    Facts,
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
from scoring.rows import INPUTS, banded, line_of, rubric_of, sheet_of

A = Count("a")
B = Count("b")
FLAG = Flag("f")
CHOICE = ChoiceMeasure("c")
ITEMS = Items("i")
RATIO = Ratio(ratio="a", of="b")
GROWTH = Growth(growth="a", since="b", stated="s")

EACH = Proportional(rate=1)
BY_SHARE = Proportional()
YES = Boolean(measure=FLAG)
HALF_OF_B = Proportional(rate="1/2", measure=B)


def said(score: Rule, measure: Measure | None = None, **report: Any) -> tuple[str, str]:  # noqa: ANN401 - any report
    """The reason of a line in Vietnamese and English."""
    reason = line_of(score, measure, **report).reason
    return reason.text("vi"), reason.text("en")


@pytest.mark.parametrize(
    ("measure", "score", "report", "vi", "en"),
    [
        pytest.param(
            A,
            EACH,
            {"a": 3, "max": None},
            "3 người → 3 điểm",
            "3 người → 3 points",
            id="count with a unit",
        ),
        pytest.param(
            B, EACH, {"b": 3, "max": None}, "3 → 3 điểm", "3 → 3 points", id="count without a unit"
        ),
        pytest.param(
            AmountMeasure("m"),
            EACH,
            {"m": "2,5", "max": None},
            "2,5 triệu đồng → 2,5 điểm",
            "2.5 triệu đồng → 2.5 points",
            id="amount",
        ),
        pytest.param(
            AmountMeasure("m"),
            EACH,
            {"m": "1/3", "max": None},
            "1/3 ≈ 0,33 triệu đồng → 1/3 ≈ 0,33 điểm",
            "1/3 ≈ 0.33 triệu đồng → 1/3 ≈ 0.33 points",
            id="amount that no decimal shows",
        ),
        pytest.param(
            Share("s"),
            BY_SHARE,
            {"s": "62,5%"},
            "62,5% (tỷ lệ báo cáo) → 6,25 điểm",
            "62.5% (as a reported share) → 6.25 points",
            id="share",
        ),
        pytest.param(
            RATIO,
            BY_SHARE,
            {"a": 18, "b": 19},
            "18/19 ≈ 94,74% → 180/19 ≈ 9,47 điểm",
            "18/19 ≈ 94.74% → 180/19 ≈ 9.47 points",
            id="ratio",
        ),
        pytest.param(
            Ratio(ratio={"a": 1, "quarters": "1/2"}, of="b"),
            BY_SHARE,
            {"a": 3, "quarters": 1, "b": 4},
            "(3 + 1/2 × 1)/4 = 87,5% → 8,75 điểm",
            "(3 + 1/2 × 1)/4 = 87.5% → 8.75 points",
            id="ratio of a sum",
        ),
        pytest.param(
            Ratio(ratio="a", of="b", stated="s"),
            BY_SHARE,
            {"s": "50%"},
            "50% (tỷ lệ báo cáo) → 5 điểm",
            "50% (as a reported share) → 5 points",
            id="ratio that was stated",
        ),
        pytest.param(
            Ratio(ratio="a", of="b", when_empty=1),
            BY_SHARE,
            {"a": 0, "b": 0},
            "0/0, tính là 100% → 10 điểm",
            "0/0, taken as 100% → 10 points",
            id="ratio of nothing to nothing",
        ),
        pytest.param(
            GROWTH,
            Proportional(rate=10),
            {"a": 15, "b": 12, "max": None},
            "(15 − 12)/12 = 25% → 2,5 điểm",
            "(15 − 12)/12 = 25% → 2.5 points",
            id="growth",
        ),
        pytest.param(
            GROWTH,
            Proportional(rate=10),
            {"s": "25%", "max": None},
            "25% (tỷ lệ báo cáo) → 2,5 điểm",
            "25% (as a reported share) → 2.5 points",
            id="growth that was stated",
        ),
        pytest.param(
            Weighted({"a": 2, "b": 1}),
            EACH,
            {"a": 3, "b": 1, "max": None},
            "(2 × 3 + 1) = 7 → 7 điểm",
            "(2 × 3 + 1) = 7 → 7 points",
            id="weighted sum",
        ),
        pytest.param(
            Weighted({"a": "1/3"}),
            EACH,
            {"a": 1, "max": None},
            "(1/3 × 1) = 1/3 ≈ 0,33 → 1/3 ≈ 0,33 điểm",
            "(1/3 × 1) = 1/3 ≈ 0.33 → 1/3 ≈ 0.33 points",
            id="weighted sum that no decimal shows",
        ),
        pytest.param(
            ITEMS,
            EACH,
            {"i": ["q", "p"]},
            "2 mục: Smart, Phản hồi → 2 điểm",
            "2 ticked: Smart, Phản hồi → 2 points",
            id="items in printed order",
        ),
        pytest.param(
            ITEMS,
            EACH,
            {"i": []},
            "không có mục nào → 0 điểm",
            "no items → 0 points",
            id="no items",
        ),
        pytest.param(
            FLAG,
            Boolean(),
            {"f": True},
            "“Đã ban hành” → 10 điểm",
            "“Đã ban hành” → 10 points",
            id="flag",
        ),
        pytest.param(
            CHOICE,
            Choice({"own": "1/3 max", "none": 0}),
            {"c": "own"},
            "“Có riêng” → 10/3 ≈ 3,33 điểm",
            "“Có riêng” → 10/3 ≈ 3.33 points",
            id="choice",
        ),
        pytest.param(
            Item("i", "p"),
            Boolean(),
            {"i": ["p"]},
            "có “Smart” → 10 điểm",
            "“Smart” is ticked → 10 points",
            id="item that is ticked",
        ),
        pytest.param(
            Item("i", "p"),
            Boolean(),
            {"i": ["q"]},
            "không có “Smart” → 0 điểm",
            "“Smart” is not ticked → 0 points",
            id="item that is not ticked",
        ),
        pytest.param(
            Count("t_rows"),
            EACH,
            {"t": [[1, 2], [0, 0]], "max": None},
            "2 → 2 điểm",
            "2 → 2 points",
            id="rows of a table",
        ),
        pytest.param(
            Share("t_mean"),
            BY_SHARE,
            {"t": [[1, 2], [1, 1]]},
            "75% (tỷ lệ báo cáo) → 7,5 điểm",
            "75% (as a reported share) → 7.5 points",
            id="mean of a table",
        ),
    ],
)
def test_what_was_read_stands_in_the_reason(
    measure: Measure, score: Rule, report: dict[str, Any], vi: str, en: str
) -> None:
    """A known value is said as it was reported, with what it comes to and the points for it."""
    assert (vi, en) == said(score, measure, **report)


BANDS = banded(
    Band(at=0, points=0),
    Band(above=0, below="50%", points=1),
    Band(from_="50%", to="80%", points=2),
    Band(above="80%", score=Proportional(rate=5)),
)


@pytest.mark.parametrize(
    ("score", "measure", "report", "vi", "en"),
    [
        (
            BANDS,
            RATIO,
            {"a": 0, "b": 7},
            "0/7 = 0%, mức = 0% → 0 điểm",
            "0/7 = 0%, in the band = 0% → 0 points",
        ),
        (
            BANDS,
            RATIO,
            {"a": 1, "b": 4},
            "1/4 = 25%, mức > 0%, < 50% → 1 điểm",
            "1/4 = 25%, in the band > 0%, < 50% → 1 points",
        ),
        (
            BANDS,
            RATIO,
            {"a": 4, "b": 5},
            "4/5 = 80%, mức ≥ 50%, ≤ 80% → 2 điểm",
            "4/5 = 80%, in the band ≥ 50%, ≤ 80% → 2 points",
        ),
        (
            BANDS,
            RATIO,
            {"a": 6, "b": 7},
            "6/7 ≈ 85,71%, mức > 80% → 30/7 ≈ 4,29 điểm",
            "6/7 ≈ 85.71%, in the band > 80% → 30/7 ≈ 4.29 points",
        ),
        (
            banded(Band(from_=12, points=5), Band(below=12, points=1)),
            B,
            {"b": 12},
            "12, mức ≥ 12 → 5 điểm",
            "12, in the band ≥ 12 → 5 points",
        ),
        (
            Stepped(step="0.25", rounding="down", full=1),
            Share("s"),
            {"s": "60%"},
            "60% (tỷ lệ báo cáo), mức ≥ 50%, < 75% → 0,5 điểm",
            "60% (as a reported share), in the band ≥ 50%, < 75% → 0.5 points",
        ),
        (
            MinMaxNormalized(constant="zero", low=0, high=8),
            B,
            {"b": 9},
            "9, mức > 8 → 10 điểm",
            "9, in the band > 8 → 10 points",
        ),
    ],
)
def test_the_band_that_holds_the_value_is_named(
    score: Rule, measure: Measure, report: dict[str, Any], vi: str, en: str
) -> None:
    """Where a rule has bands, the one that was matched stands beside the value, by its ends."""
    assert (vi, en) == said(score, measure, **report)


def test_a_band_is_said_again_as_it_was_said() -> None:
    """Two reports whose values lie in one band have it named in the same words."""
    row = Criterion(code="1", name="Một", max=10, measure=RATIO, score=BANDS)
    rubric = rubric_of(row)
    reports = ({"a": 1, "b": 4}, {"a": 1, "b": 5})
    said_of = [sheet_of(rubric, inputs=each).line("1").reason.text("vi") for each in reports]

    assert ["1/4 = 25%, mức > 0%, < 50% → 1 điểm", "1/5 = 20%, mức > 0%, < 50% → 1 điểm"] == said_of


def test_an_answer_is_said_again_as_it_was_said() -> None:
    """Two reports of one answer have the same reason."""
    rubric = rubric_of(Criterion(code="1", name="Một", max=10, measure=FLAG, score=Boolean()))
    said_of = [sheet_of(rubric, inputs={"f": True}).line("1").reason.text("vi") for _ in range(2)]

    assert ["“Đã ban hành” → 10 điểm"] * 2 == said_of


def test_a_value_just_below_an_edge_does_not_look_like_it() -> None:
    """As many decimals are shown as keep a value apart from the edge of its band."""
    expected = (
        "49999/100000 = 49,999%, mức < 50% → 0 điểm",
        "49999/100000 = 49.999%, in the band < 50% → 0 points",
    )
    bands = banded(Band(from_="50%", points=1), Band(below="50%", points=0))

    assert expected == said(bands, RATIO, a=49_999, b=100_000)


@pytest.mark.parametrize(
    ("score", "report", "vi", "en"),
    [
        pytest.param(Amount(rational(2)), {}, "2 điểm", "2 points", id="constant"),
        pytest.param(
            Amount(rational("1/3"), of_max=True),
            {},
            "10/3 ≈ 3,33 điểm",
            "10/3 ≈ 3.33 points",
            id="share of the maximum",
        ),
        pytest.param(
            Sum([1, YES, HALF_OF_B], measure=A),
            {"f": False, "b": 3},
            "1 điểm; “Kế hoạch”: “Chưa ban hành” → 0 điểm; 3 → 1,5 điểm; cộng lại: 2,5 điểm",
            (
                "1 points; “Kế hoạch”: “Chưa ban hành” → 0 points; 3 → 1.5 points; "
                "added up: 2.5 points"
            ),
            id="sum",
        ),
        pytest.param(
            BestOf([YES, HALF_OF_B]),
            {"f": True, "b": 3},
            "lấy điểm cao nhất của các phần (“Kế hoạch”: “Đã ban hành” → 10 điểm; "
            "3 → 1,5 điểm) → 10 điểm",
            "the best of (“Kế hoạch”: “Đã ban hành” → 10 points; 3 → 1.5 points) → 10 points",
            id="best",
        ),
        pytest.param(
            WorstOf([YES, HALF_OF_B]),
            {"f": True, "b": 3},
            (
                "lấy điểm thấp nhất của các phần (“Kế hoạch”: “Đã ban hành” → 10 điểm; "
                "3 → 1,5 điểm) → 1,5 điểm"
            ),
            "the worst of (“Kế hoạch”: “Đã ban hành” → 10 points; 3 → 1.5 points) → 1.5 points",
            id="worst",
        ),
        pytest.param(
            Capped(Sum([YES, HALF_OF_B]), at=4),
            {"f": False, "b": 9},
            (
                "“Kế hoạch”: “Chưa ban hành” → 0 điểm; 9 → 4,5 điểm; "
                "cộng lại: 4,5 điểm, chỉ tính tối đa 4 điểm"
            ),
            (
                "“Kế hoạch”: “Chưa ban hành” → 0 points; 9 → 4.5 points; "
                "added up: 4.5 points, cut at 4 points"
            ),
            id="cut",
        ),
        pytest.param(
            Capped(Sum([YES, HALF_OF_B]), at=4),
            {"f": False, "b": 8},
            "“Kế hoạch”: “Chưa ban hành” → 0 điểm; 8 → 4 điểm; cộng lại: 4 điểm",
            "“Kế hoạch”: “Chưa ban hành” → 0 points; 8 → 4 points; added up: 4 points",
            id="at the cap",
        ),
        pytest.param(
            Clamped(Sum([YES, Proportional(rate=-1, measure=B)]), low=-2),
            {"f": False, "b": 3},
            (
                "“Kế hoạch”: “Chưa ban hành” → 0 điểm; 3 → -3 điểm; "
                "cộng lại: -3 điểm, tính tối thiểu -2 điểm"
            ),
            (
                "“Kế hoạch”: “Chưa ban hành” → 0 points; 3 → -3 points; "
                "added up: -3 points, raised to -2 points"
            ),
            id="raised",
        ),
        pytest.param(
            Gated(when=Condition(measure=FLAG, is_=True), then=HALF_OF_B, otherwise=1),
            {"f": True, "b": 3},
            "“Kế hoạch”: “Đã ban hành”; 3 → 1,5 điểm",
            "“Kế hoạch”: “Đã ban hành”; 3 → 1.5 points",
            id="branch taken for an answer",
        ),
        pytest.param(
            Gated(when=Condition(measure=RATIO, from_="50%"), then=HALF_OF_B, otherwise=1),
            {"a": 1, "b": 3},
            "với 1/3 ≈ 33,33%: 1 điểm",
            "with 1/3 ≈ 33.33%: 1 points",
            id="branch taken for a number",
        ),
        pytest.param(
            Gated(when=Condition(measure=Item("i", "p"), is_=True), then=HALF_OF_B),
            {"i": []},
            "không có “Smart”: 0 điểm",
            "“Smart” is not ticked: 0 points",
            id="branch taken for an item",
        ),
        pytest.param(
            Choice({"own": HALF_OF_B, "none": 0}, measure=CHOICE),
            {"c": "own", "b": 4},
            "“Chuyên mục”: “Có riêng”; 4 → 2 điểm",
            "“Chuyên mục”: “Có riêng”; 4 → 2 points",
            id="rule behind an option",
        ),
    ],
)
def test_a_tree_says_how_its_parts_come_together(
    score: Rule, report: dict[str, Any], vi: str, en: str
) -> None:
    """Sums, best and worst, limits and branches are told from the inside out."""
    assert (vi, en) == said(score, **report)


@pytest.mark.parametrize(
    ("score", "measure", "report", "vi", "en"),
    [
        pytest.param(
            BY_SHARE,
            RATIO,
            {"a": 3},
            "chưa báo cáo “Số B” → từ 0 đến 10 điểm",
            "“Số B” was not reported → 0 to 10 points",
            id="one count of two",
        ),
        pytest.param(
            BY_SHARE,
            RATIO,
            {},
            "chưa báo cáo “Số A”, chưa báo cáo “Số B” → từ 0 đến 10 điểm",
            "“Số A” was not reported, “Số B” was not reported → 0 to 10 points",
            id="both counts",
        ),
        pytest.param(
            Boolean(),
            FLAG,
            {},
            "chưa báo cáo “Kế hoạch” → từ 0 đến 10 điểm",
            "“Kế hoạch” was not reported → 0 to 10 points",
            id="flag",
        ),
        pytest.param(
            Choice({"own": HALF_OF_B, "none": 0}, measure=CHOICE),
            None,
            {"b": 4},
            "chưa báo cáo “Chuyên mục” → từ 0 đến 2 điểm",
            "“Chuyên mục” was not reported → 0 to 2 points",
            id="branch",
        ),
        pytest.param(
            BY_SHARE,
            RATIO,
            {"a": 0, "b": 0},
            "mẫu số bằng 0, văn bản không quy định cách tính → từ 0 đến 10 điểm",
            "the denominator is 0, and the print does not say what then → 0 to 10 points",
            id="0/0",
        ),
        pytest.param(
            banded(Band(below=0, points=1), Band(from_=0, points=3)),
            GROWTH,
            {"a": 1, "b": 0},
            "năm trước bằng 0, không tính được tỷ lệ tăng → từ 1 đến 3 điểm",
            "the year before was 0, growth cannot be computed → 1 to 3 points",
            id="growth from 0",
        ),
        pytest.param(
            banded(Band(to=3, points=1), Band(from_=5, points=2)),
            B,
            {"b": 4},
            "4, giá trị không thuộc khoảng nào in trong văn bản → từ 0 đến 2 điểm",
            "4, no printed band holds the value → 0 to 2 points",
            id="hole",
        ),
        pytest.param(
            MinMaxNormalized(constant="zero"),
            B,
            {"b": 4},
            "4, cần số liệu của các đơn vị khác trong nhóm xếp hạng để so sánh → từ 0 đến 10 điểm",
            "4, needs the other units of the cohort to compare with → 0 to 10 points",
            id="no cohort",
        ),
        pytest.param(
            MinMaxNormalized(constant="undefined", low=4, high=4),
            B,
            {"b": 4},
            "4, mọi đơn vị trong nhóm xếp hạng có cùng một giá trị, "
            "không so sánh được → từ 0 đến 10 điểm",
            "4, all units of the cohort have the same value, "
            "there is nothing to compare → 0 to 10 points",
            id="constant cohort",
        ),
        pytest.param(
            Sum([1, Boolean(measure=FLAG, yes=3), HALF_OF_B]),
            None,
            {"b": 2, "max": 100},
            (
                "1 điểm; chưa báo cáo “Kế hoạch” → từ 0 đến 3 điểm; 2 → 1 điểm; "
                "cộng lại: từ 2 đến 5 điểm"
            ),
            "1 points; “Kế hoạch” was not reported → 0 to 3 points; 2 → 1 points; "
            "added up: 2 to 5 points",
            id="part of a sum",
        ),
    ],
)
def test_what_keeps_a_rule_open_is_said_where_it_stands(
    score: Rule, measure: Measure | None, report: dict[str, Any], vi: str, en: str
) -> None:
    """An open reason names what is missing or undefined, and what the points can still be."""
    assert (vi, en) == said(score, measure, **report)


def test_an_open_sum_is_not_said_to_give_more_than_its_maximum() -> None:
    """The last figures of an open reason are the ends of the line's own interval."""
    line = line_of(Sum([YES, HALF_OF_B]), b=4)

    assert Interval(rational(2), rational(10)) == line.within
    assert line.reason.text("vi").endswith("từ 2 đến 10 điểm")
    assert line.reason.text("en").endswith("2 to 10 points")


def test_points_just_below_the_maximum_do_not_look_like_it() -> None:
    """As many decimals are shown as keep the points apart from the maximum that they miss."""
    expected = (
        "4999/10000 = 49,99%, mức < 50% → 9,998 điểm",
        "4999/10000 = 49.99%, in the band < 50% → 9.998 points",
    )

    assert expected == said(Proportional(full_from="50%"), RATIO, a=4999, b=10_000)


def test_what_makes_no_difference_is_not_missed() -> None:
    """Where every answer gives the same points, they are said, and nothing is asked for."""
    line = line_of(Boolean(yes=3, no=3), FLAG)

    assert rational(3) == line.points
    assert ("3 điểm", "3 points") == said(Boolean(yes=3, no=3), FLAG)


def test_points_without_an_end_are_said_to_be_unknown() -> None:
    """Where nothing limits the points, no number is made up."""
    reason = line_of(EACH, B, max=None).reason

    assert "chưa báo cáo “Số B” → chưa biết bao nhiêu điểm" == reason.text("vi")
    assert "“Số B” was not reported → an unknown number of points" == reason.text("en")


@pytest.mark.parametrize(
    ("within", "vi", "en"),
    [
        (Interval(None, rational(3)), "chưa biết bao nhiêu điểm", "an unknown number of points"),
        (Interval(rational(0), None), "chưa biết bao nhiêu điểm", "an unknown number of points"),
        (Interval.point(rational("1/3")), "1/3 ≈ 0,33 điểm", "1/3 ≈ 0.33 points"),
        (Interval(rational("1/2"), rational(3)), "từ 0,5 đến 3 điểm", "0.5 to 3 points"),
    ],
)
def test_an_interval_of_points_is_said_by_its_ends(within: Interval, vi: str, en: str) -> None:
    """One number where there is one, two where both ends are known, and else none."""
    assert vi == reasons.between(within).text("vi")
    assert en == reasons.between(within).text("en")


@pytest.mark.parametrize(
    ("within", "measure", "vi"),
    [
        (Interval(None, None), B, "mọi giá trị"),
        (Interval.point(rational("1/3")), B, "= 1/3 ≈ 0,33"),
        (Interval.point(rational("1/4")), RATIO, "= 25%"),
        (Interval(rational(1), None), GROWTH, "≥ 100%"),
        (Interval(None, rational("2,5"), high_open=True), B, "< 2,5"),
        (
            Interval(rational(1), rational(2), low_open=True, high_open=True),
            Share("s"),
            "> 100%, < 200%",
        ),
    ],
)
def test_a_band_is_said_by_its_ends(within: Interval, measure: Measure, vi: str) -> None:
    """The ends that there are, open or closed, in percent where the value is a share."""
    assert vi == reasons.inside(within, measure).text("vi")


def test_what_was_read_can_be_said_alone() -> None:
    """A measured value in words, without any rule."""
    facts = Facts({"a": 1, "b": 4}, Declared.of(INPUTS))

    assert "1/4 = 25%" == reasons.measured(RATIO, facts).text("vi")


def test_growth_from_nothing_is_not_shown_as_a_quotient() -> None:
    """What 0 after 0 counts as is said so, as with a ratio: no quotient has a denominator of 0."""
    growth = Growth(growth="a", since="b", when_empty="5%")
    expected = ("(0 − 0)/0, tính là 5% → 0,5 điểm", "(0 − 0)/0, taken as 5% → 0.5 points")

    assert expected == said(Proportional(rate=10), growth, max=None, a=0, b=0)
