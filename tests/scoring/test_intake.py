from fractions import Fraction
from typing import Any

import pytest

from rubrik import Adjudication, Criterion, Policy, Proportional, RubrikError, SubmissionError
from rubrik.measures import Amount, Constraint, Count, CountInput, Measure, Ratio, Share, TableInput
from rubrik.scoring.intake import intake
from rubrik.submission import Submission
from scoring.rows import INPUTS, fixed, group, line_of, per_unit, rubric_of, sheet_of

RATIO = Ratio(ratio={"a": 1, "quarters": "1/2"}, of="b")
RUBRIC = rubric_of(
    group("1", 20),
    per_unit("1.1", "a", may_be_not_applicable=True),
    Criterion(code="1.2", name="Tỷ lệ", max=10, measure=RATIO, score=Proportional()),
    Criterion(code="1.3", name="Cũng vậy", max=10, measure=RATIO, score=Proportional(rate=2)),
    constraints=(Constraint("m <= 100"), Constraint("2 * a >= b")),
)


def refused(**report: Any) -> tuple[list[str], list[str]]:  # noqa: ANN401 - whatever a submission holds
    """What is wrong with a report, line by line, in Vietnamese and English."""
    with pytest.raises(SubmissionError) as caught:
        sheet_of(RUBRIC, **report)
    return caught.value.text("vi").splitlines(), caught.value.text("en").splitlines()


@pytest.mark.parametrize(
    ("name", "value", "vi", "en"),
    [
        (
            "a",
            -1,
            "Số A: '-1' không hợp lệ, cần một số nguyên từ 0 trở lên",
            "Số A: '-1' will not do, a whole number from 0 up is expected",
        ),
        (
            "a",
            "2,5",
            (
                "Số A: '2,5' không hợp lệ, cần một số nguyên từ 0 trở lên "
                "(2,5 không phải là số nguyên: nằm giữa 2 và 3)"
            ),
            (
                "Số A: '2,5' will not do, a whole number from 0 up is expected "
                "(2.5 is not a whole number: it lies between 2 and 3)"
            ),
        ),
        (
            "quarters",
            13,
            "Số quý: '13' không hợp lệ, cần một số nguyên từ 0 đến 4",
            "Số quý: '13' will not do, a whole number from 0 to 4 is expected",
        ),
        (
            "m",
            "-1",
            (
                "Kinh phí: '-1' không hợp lệ, cần một số từ 0 trở lên (triệu đồng) "
                "(-1 nhỏ hơn 0: cần một số từ 0 trở lên)"
            ),
            (
                "Kinh phí: '-1' will not do, a number from 0 up (triệu đồng) is expected "
                "(-1 is below 0: a number of at least 0 is expected)"
            ),
        ),
        (
            "s",
            "140%",
            "Tỷ lệ: '140%' không hợp lệ, cần một tỷ lệ từ 0 đến 100%",
            "Tỷ lệ: '140%' will not do, a share from 0 to 100% is expected",
        ),
        (
            "f",
            "sắp có",
            "Kế hoạch: 'sắp có' không hợp lệ, cần Đã ban hành hoặc Chưa ban hành",
            "Kế hoạch: 'sắp có' will not do, Đã ban hành or Chưa ban hành is expected",
        ),
        (
            "c",
            "other",
            "Chuyên mục: 'other' không hợp lệ, cần một trong: own, none",
            "Chuyên mục: 'other' will not do, one of: own, none is expected",
        ),
    ],
)
def test_a_value_outside_its_domain_is_refused(name: str, value: object, vi: str, en: str) -> None:
    """The input's label, the value and the allowed domain are said."""
    expected = [f"inputs › {name}: {vi}"], [f"inputs › {name}: {en}"]

    assert expected == refused(inputs={name: value})


@pytest.mark.parametrize(
    ("report", "vi", "en"),
    [
        (
            {"inputs": {"quarter": 1}},
            "inputs › quarter: không có số liệu quarter (có phải là: quarters?)",
            "inputs › quarter: there is no input quarter (did you mean: quarters?)",
        ),
        (
            {"derived": {"a": "3 + 1"}},
            "derived › a: số liệu a được ghi là suy ra nhưng không có giá trị",
            "derived › a: the input a is said to be derived but has no value",
        ),
        (
            {"claims": {"9": 1}},
            "claims › 9: không có tiêu chí 9",
            "claims › 9: there is no criterion 9",
        ),
        (
            {"evidence": {"1.12": "x"}},
            "evidence › 1.12: không có tiêu chí 1.12 (có phải là: 1.2, 1.1?)",
            "evidence › 1.12: there is no criterion 1.12 (did you mean: 1.2, 1.1?)",
        ),
        (
            {"adjudications": (Adjudication(code="9", decision="reject", reason="x"),)},
            "adjudication › 9: không có tiêu chí 9",
            "adjudication › 9: there is no criterion 9",
        ),
        (
            {"not_applicable": ("9",)},
            "not_applicable › 9: không có tiêu chí 9",
            "not_applicable › 9: there is no criterion 9",
        ),
        (
            {"not_applicable": ("1.2",)},
            "not_applicable › 1.2: bộ tiêu chí không cho phép coi là không áp dụng",
            "not_applicable › 1.2: the rubric does not let it be not applicable",
        ),
        (
            {
                "adjudications": (
                    Adjudication(code="1.1", decision="reject", reason="x"),
                    Adjudication(code="1.1", decision="replace", points=1, reason="y"),
                )
            },
            "adjudication › 1.1: có hai lần",
            "adjudication › 1.1: stands twice",
        ),
        (
            {"inputs": {"a": 3, "quarters": 2, "b": 4}},
            "inputs › a: Số A (5) lớn hơn Số B (4)",
            "inputs › a: Số A (5) is more than Số B (4)",
        ),
        (
            {"inputs": {"m": 101}},
            "inputs › m: trái với ràng buộc m <= 100: m = 101",
            "inputs › m: this breaks the constraint m <= 100: m = 101",
        ),
        (
            {"inputs": {"a": 1, "b": 3}},
            "inputs › a: trái với ràng buộc 2 * a >= b: a = 1, b = 3",
            "inputs › a: this breaks the constraint 2 * a >= b: a = 1, b = 3",
        ),
    ],
)
def test_what_cannot_be_is_refused(report: dict[str, Any], vi: str, en: str) -> None:
    """Names that lead nowhere, rows that must apply, numbers that contradict each other."""
    assert ([vi], [en]) == refused(**report)


def test_everything_wrong_is_said_at_once() -> None:
    """A report comes back once, with all that is wrong in it."""
    vi, en = refused(
        inputs={"a": -1, "z": 1, "quarters": 3, "b": 2},
        derived={"m": "x"},
        claims={"1": 2},
        not_applicable=("1.3",),
    )

    assert [
        "6 problems:",
        "- inputs › a: Số A: '-1' will not do, a whole number from 0 up is expected",
        "- inputs › z: there is no input z",
        "- derived › m: the input m is said to be derived but has no value",
        "- claims › 1: there is no criterion 1",
        "- not_applicable › 1.3: the rubric does not let it be not applicable",
        "- inputs › a: Số A (3) is more than Số B (2)",
    ] == en
    assert "6 lỗi:" == vi[0]


def test_thousands_of_mistakes_are_not_all_listed() -> None:
    """Nobody mends more than two hundred at a time."""
    _, en = refused(inputs={f"x{number}": 1 for number in range(5000)})

    assert "201 problems:" == en[0]
    assert 202 == len(en)
    assert "- and more" == en[-1]


def test_a_claim_above_the_maximum_is_kept() -> None:
    """A claim is no fact: it is shown for what it is, however high or low."""
    sheet = sheet_of(RUBRIC, claims={"1.1": 99, "1.2": -3})

    assert 99 == sheet.line("1.1").claimed
    assert -3 == sheet.line("1.2").claimed


def test_values_are_read_into_their_kinds() -> None:
    """Text becomes what its input says it is; rows of a table become their sums."""
    report = Submission(
        rubric="nho",
        inputs={
            "a": "1.234.567",
            "m": "2,5",
            "s": "50%",
            "f": "đã ban hành",
            "c": "own",
            "i": ["q", "p"],
            "t": [[1, 2], [3, 4]],
        },
    )
    rubric = rubric_of(fixed("1", 1))
    known = intake(rubric.under(), report).known

    assert 1_234_567 == known["a"]
    assert [str(known[name]) for name in ("m", "s", "f", "c")] == ["5/2", "1/2", "True", "own"]
    assert frozenset({"p", "q"}) == known["i"]
    assert [str(known[name]) for name in ("t_rows", "t_sum", "t_mean")] == ["2", "5/4", "5/8"]


@pytest.mark.parametrize(
    "rows", ["3", [[1, 2, 3]], [[3, 2]], [1], [[1]], [["x", 2]], True, [[-1, 2]]]
)
def test_a_table_that_is_none_is_refused(rows: object) -> None:
    """A table is a list of pairs, and no part is larger than its whole."""
    with pytest.raises(SubmissionError) as caught:
        sheet_of(RUBRIC, inputs={"t": rows})
    (problem,) = caught.value.problems
    assert ("inputs", "t") == problem.path


def test_a_huge_number_is_refused_in_words() -> None:
    """A number of ten thousand digits is out of reach for whole numbers as well."""
    with pytest.raises(SubmissionError):
        sheet_of(RUBRIC, inputs={"a": 10**10_000})


def test_the_policy_does_not_forgive_a_contradiction() -> None:
    """What contradicts itself is refused whatever the missing is worth."""
    rubric = rubric_of(
        fixed("1", 1),
        inputs=(*INPUTS, CountInput(name="x", label="X", max=1)),
        missing=Policy.ZERO,
    )

    with pytest.raises(SubmissionError):
        sheet_of(rubric, inputs={"x": 2})


def test_a_policy_that_does_not_exist_is_refused() -> None:
    """A misspelt policy is refused like everything else that is misspelt."""
    with pytest.raises(RubrikError) as caught:
        sheet_of(RUBRIC, missing="zer")
    assert (
        "'zer' will not do: one of these is expected: zero, range (did you mean: zero?)"
        == caught.value.text("en")
    )


def test_an_endless_number_is_refused_in_words() -> None:
    """A whole number of more digits than Python writes is out of reach, like any other."""
    vi, en = refused(inputs={"a": Fraction(10**5000)})

    assert [
        (
            "inputs › a: Số A: '100000000000000000000000000000000000000000000000000000000000…' "
            "không hợp lệ, cần một số nguyên từ 0 trở lên "
            "('100000000000000000000000000000000000000000000000000000000000…' "
            "vượt quá giới hạn: chỉ đọc số có nhiều nhất 400 chữ số, số mũ từ -400 đến 400)"
        )
    ] == vi
    assert [
        (
            "inputs › a: Số A: '100000000000000000000000000000000000000000000000000000000000…' "
            "will not do, a whole number from 0 up is expected "
            "('100000000000000000000000000000000000000000000000000000000000…' "
            "is out of reach: at most 400 digits are read, and exponents from -400 to 400)"
        )
    ] == en


@pytest.mark.parametrize(
    ("measure", "points"),
    [(Count("t_rows"), "2"), (Amount("t_sum"), "5/4"), (Share("t_mean"), "5/8")],
)
def test_a_reported_table_is_counted_and_added(measure: Measure, points: str) -> None:
    """A table is read into its rows, the sum and the mean of its ratios, beside other inputs."""
    line = line_of(Proportional(rate=1), measure, t=[[1, 2], [3, 4]], a=7)

    assert Fraction(points) == line.points


def test_constraints_hold_for_what_tables_add_up_to() -> None:
    """The aggregates of each reported table are held against other inputs, of other tables too."""
    second = TableInput(name="u", label="Bảng", part="p", whole="w", rows="u_rows")
    rubric = rubric_of(
        per_unit("1", "a"),
        inputs=(*INPUTS, second),
        constraints=(Constraint("t_rows <= a"), Constraint("t_rows <= u_rows")),
    )
    with pytest.raises(SubmissionError) as caught:
        sheet_of(rubric, inputs={"t": [[1, 2], [3, 4]], "a": 1, "u": [[1, 2]]})

    assert [
        "2 problems:",
        "- inputs › t_rows: this breaks the constraint t_rows <= a: t_rows = 2, a = 1",
        "- inputs › t_rows: this breaks the constraint t_rows <= u_rows: t_rows = 2, u_rows = 1",
    ] == str(caught.value).splitlines()


def test_an_option_that_is_misspelt_has_a_hint() -> None:
    """What the input takes is said, and what may have been meant."""
    vi, en = refused(inputs={"c": "onw"})
    said_vi = "inputs › c: Chuyên mục: 'onw' không hợp lệ, cần một trong: own, none"
    said_en = "inputs › c: Chuyên mục: 'onw' will not do, one of: own, none is expected"

    assert [f"{said_vi} (có phải là: own?)"] == vi
    assert [f"{said_en} (did you mean: own?)"] == en


def test_a_part_may_not_exceed_a_whole_of_nothing() -> None:
    """A whole of 0 is said to be 0."""
    row = Criterion(
        code="1", name="Một", max=10, measure=Ratio(ratio="a", of="b"), score=Proportional()
    )
    with pytest.raises(SubmissionError) as caught:
        sheet_of(rubric_of(row), inputs={"a": 1, "b": 0})

    assert "inputs › a: Số A (1) is more than Số B (0)" == str(caught.value)


@pytest.mark.parametrize(
    ("row", "points", "is_accepted"),
    [
        (per_unit("1", "a", capped=False), 12, True),
        (per_unit("1", "quarters", max=None), 4, True),
        (per_unit("1", "quarters", max=None), 5, False),
        (per_unit("1", "quarters", max=None), 0, True),
    ],
)
def test_a_verifier_gives_what_the_rule_can_give(
    row: Criterion, points: int, is_accepted: bool
) -> None:
    """More than the maximum where nothing is cut, and no more than the rule where there is none."""
    decision = Adjudication(code="1", decision="replace", points=points, reason="r")
    report: dict[str, Any] = {
        "inputs": {"a": 1, "quarters": 1},
        "adjudications": (decision,),
    }

    if is_accepted:
        assert Fraction(points) == sheet_of(rubric_of(row), **report).points
    else:
        with pytest.raises(SubmissionError):
            sheet_of(rubric_of(row), **report)
