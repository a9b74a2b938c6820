from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from rubrik import Adjudication, Submission, SubmissionError
from rubrik.submission import Adjudications, Decision


class TestInputs:
    """Facts are kept as they were reported, in a form that any file can hold."""

    @pytest.mark.parametrize(
        ("value", "kept"),
        [
            (19, 19),
            (True, True),
            ("99,59 %", "99,59 %"),
            (0.1, "1/10"),
            (2.0, 2),
            (Decimal("2.50"), "5/2"),
            (Fraction(90, 19), "90/19"),
            ([[3, 4], [0, 2]], ((3, 4), (0, 2))),
            ((), ()),
            ({"b", "a"}, ("a", "b")),
            (frozenset({"b", "a"}), ("a", "b")),
        ],
    )
    def test_are_kept_as_reported(self, value: object, kept: object) -> None:
        """Whole numbers, text and truth as they are, other numbers as exact text, lists as such."""
        report = Submission(rubric="nho", inputs={"a": value})

        assert {"a": kept} == report.inputs
        assert type(kept) is type(report.inputs["a"])

    def test_are_called_by_text(self) -> None:
        """Names and codes that are something else are refused with all other problems."""
        wrong: Any = {1: 2, "a": None}
        codes: Any = {3.1: 5}
        with pytest.raises(SubmissionError) as caught:
            Submission(rubric="nho", inputs=wrong)
        assert [
            "2 problems:",
            "- inputs › 1: a name is text, not a value of type int",
            "- inputs › a: no value: a number is expected (leave it out if it was not reported)",
        ] == caught.value.text("en").splitlines()
        with pytest.raises(SubmissionError) as caught:
            Submission(rubric="nho", claims=codes)
        assert "claims › 3.1: tên là một chuỗi ký tự, không phải giá trị kiểu float" == (
            caught.value.text("vi")
        )

    def test_that_nobody_can_read_are_refused_together(self) -> None:
        """Every value that is no answer at all is named, with the input it stands for."""
        with pytest.raises(SubmissionError) as caught:
            Submission(rubric="nho", inputs={"a": None, "b": float("nan"), "c": [{}], "d": 1})
        assert [
            "3 problems:",
            "- inputs › a: no value: a number is expected (leave it out if it was not reported)",
            "- inputs › b: 'nan' is not a finite number",
            "- inputs › c: a number is expected, not a value of type dict",
        ] == caught.value.text("en").splitlines()
        assert [
            "3 lỗi:",
            "- inputs › a: chưa có giá trị: cần một số (hãy bỏ hẳn số liệu này nếu chưa báo cáo)",
            "- inputs › b: 'nan' không phải là số hữu hạn",
            "- inputs › c: cần một số, không phải giá trị kiểu dict",
        ] == caught.value.text("vi").splitlines()


class TestClaims:
    """The points a unit gives itself."""

    @pytest.mark.parametrize(
        ("claim", "points"),
        [
            (5, Fraction(5)),
            ("4,74", Fraction(237, 50)),
            (0.1, Fraction(1, 10)),
            ("90/19", Fraction(90, 19)),
            (-3, Fraction(-3)),
            (10**6, Fraction(10**6)),
        ],
    )
    def test_are_exact(self, claim: object, points: Fraction) -> None:
        """A claim is a number like any other, and is kept however high or low it is."""
        assert {"1": points} == Submission(rubric="nho", claims={"1": claim}).claims

    def test_that_are_no_numbers_are_refused_together(self) -> None:
        """Every claim that is no number is named, with the row it is made for."""
        with pytest.raises(SubmissionError) as caught:
            Submission(rubric="nho", claims={"1": True, "2": "1.000", "3": 1})
        assert (
            "2 problems:\n"
            "- claims › 1: true and false are no numbers: a number is expected\n"
            "- claims › 2: '1.000' has two readings: "
            "write 1000 for the whole number, 1.0000 for the decimal one"
        ) == caught.value.text("en")


class TestAdjudication:
    """A verifier's decision on one row."""

    def test_is_said_by_a_word(self) -> None:
        """A decision may be given by its word, as files do."""
        decided = Adjudication(code="1", decision="accept", reason="đúng")

        assert Decision.ACCEPT is decided.decision
        assert Adjudication(code="1", decision=Decision.ACCEPT, reason="đúng") == decided

    def test_has_exact_points(self) -> None:
        """The points put in the place of what was computed are exact."""
        decided = Adjudication(code="1", decision="replace", points="2,5", reason="16/20")

        assert Fraction(5, 2) == decided.points

    def test_may_replace_by_nothing(self) -> None:
        """No points at all are points as well."""
        assert (
            Fraction(0) == Adjudication(code="1", decision="replace", points=0, reason="x").points
        )

    @pytest.mark.parametrize(
        ("decision", "points"),
        [("replace", None), ("accept", 1), ("reject", 0), ("annul", 0), ("not_applicable", 1)],
    )
    def test_has_points_only_where_it_replaces(self, decision: str, points: int | None) -> None:
        """Points without a replacement, or a replacement without points, mean nothing."""
        with pytest.raises(SubmissionError) as caught:
            Adjudication(code="3.4", decision=decision, points=points, reason="x")
        assert "a decision to replace needs points; the others have none" == caught.value.text("en")
        assert (
            "quyết định replace cần points; các quyết định khác không có points"
            == caught.value.text("vi")
        )

    def test_knows_five_decisions(self) -> None:
        """There is no sixth thing a verifier can do."""
        assert ["accept", "replace", "reject", "annul", "not_applicable"] == list(Decision)


class TestAdjudications:
    """What a verifying office decided on one report."""

    def test_are_a_value(self) -> None:
        """A list becomes a tuple, so that two of the same content are equal."""
        decided: Any = [Adjudication(code="1", decision="accept", reason="đúng")]
        head = {"rubric": "nho", "unit": "UBND xã", "period": "2023"}
        one = Adjudications(adjudications=decided, **head)

        assert Adjudications(adjudications=tuple(decided), **head) == one
        assert "<1 adjudications on 'UBND xã' for '2023' under 'nho'>" == repr(one)

    @pytest.mark.parametrize("name", ["rubric", "unit", "period"])
    def test_say_what_they_are_about(self, name: str) -> None:
        """Decisions that do not name a report could be put on any."""
        head: dict[str, Any] = {"rubric": "nho", "unit": "UBND xã", "period": "2023"}
        del head[name]

        with pytest.raises(TypeError):
            Adjudications(**head)


def test_a_submission_says_whose_it_is() -> None:
    """Seen in a list, a submission says who reports, for when, and under which rubric."""
    report = Submission(rubric="nho", unit="UBND xã", period="2023")

    assert "<Submission of 'UBND xã' for '2023' under 'nho'>" == repr(report)


def test_a_submission_is_a_value() -> None:
    """Lists become tuples, so that two submissions of the same content are equal."""
    decided = Adjudication(code="1", decision="accept", reason="đúng")
    lists: dict[str, Any] = {"not_applicable": ["1"], "adjudications": [decided]}
    tuples: dict[str, Any] = {"not_applicable": ("1",), "adjudications": (decided,)}

    assert Submission(rubric="nho", **tuples) == Submission(rubric="nho", **lists)
