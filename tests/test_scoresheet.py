from fractions import Fraction
from typing import Literal

import pytest

from rubrik import (
    Adjudication,
    Band,
    Boolean,
    Criterion,
    Interval,
    Proportional,
    Status,
    Submission,
    Sum,
    Verdict,
    score,
)
from rubrik.measures import Amount, Count, Flag, Item, Ratio
from scoring.rows import banded, fixed, group, line_of, per_unit, rubric_of, sheet_of

RUBRIC = rubric_of(
    group("1", 20),
    group("1.1"),
    per_unit("1.1.1", "a"),
    per_unit("1.1.2", "b"),
    fixed("1.2", 5),
    fixed("2", "1/3", max=None),
)


class TestVerdict:
    """What a claim is against the points computed."""

    @pytest.mark.parametrize(
        ("claim", "a", "verdict"),
        [
            ("5,01", 5, Verdict.OVER_CLAIMED),
            (99, 5, Verdict.OVER_CLAIMED),
            ("4,99", 5, Verdict.UNDER_CLAIMED),
            (-3, 5, Verdict.UNDER_CLAIMED),
            (5, 5, Verdict.CONSISTENT),
            (5, None, Verdict.NOT_VERIFIABLE),
            (0, None, Verdict.NOT_VERIFIABLE),
            (10, None, Verdict.NOT_VERIFIABLE),
            ("10,01", None, Verdict.OVER_CLAIMED),
            (-1, None, Verdict.UNDER_CLAIMED),
        ],
    )
    def test_compares_a_claim_with_the_interval(
        self, claim: object, a: int | None, verdict: Verdict
    ) -> None:
        """Above the interval, below it, on its one value, or somewhere inside."""
        inputs = {} if a is None else {"a": a}
        sheet = sheet_of(RUBRIC, inputs=inputs, claims={"1.1.1": claim})

        assert verdict is sheet.line("1.1.1").verdict

    def test_is_none_without_a_claim(self) -> None:
        """Nothing claimed, nothing to compare."""
        assert sheet_of(RUBRIC).line("1.1.1").verdict is None

    def test_is_none_where_the_row_does_not_apply(self) -> None:
        """There are no points to compare a claim with."""
        rubric = rubric_of(fixed("1", 5, may_be_not_applicable=True))
        sheet = sheet_of(rubric, not_applicable=("1",), claims={"1": 5})

        assert sheet.line("1").verdict is None
        assert sheet.line("1").difference is None

    def test_beside_an_end_that_is_not_reached(self) -> None:
        """An end in round brackets is no value of the interval: a claim of it is over-claimed."""
        rule = banded(Band(below=0, points=0), Band(from_=0, below=1, score=Proportional(rate=4)))
        rubric = rubric_of(Criterion(code="1", name="Một", max=10, measure=Amount("m"), score=rule))
        sheet = sheet_of(rubric, claims={"1": 4})

        assert Interval(Fraction(0), Fraction(4), high_open=True) == sheet.line("1").within
        assert Verdict.OVER_CLAIMED is sheet.line("1").verdict

    @pytest.mark.parametrize(
        ("verdict", "vi", "en"),
        [
            (Verdict.OVER_CLAIMED, "tự chấm cao hơn", "over-claimed"),
            (Verdict.UNDER_CLAIMED, "tự chấm thấp hơn", "under-claimed"),
            (Verdict.CONSISTENT, "khớp", "consistent"),
            (Verdict.NOT_VERIFIABLE, "chưa kiểm chứng được", "not verifiable"),
        ],
    )
    def test_has_a_name_in_both_languages(self, verdict: Verdict, vi: str, en: str) -> None:
        """Every verdict can be said to people."""
        assert vi == verdict.wording.text("vi")
        assert en == verdict.wording.text("en")


class TestClaims:
    """What the unit claims, and what that adds up to."""

    def test_of_a_group_are_those_of_its_rows(self) -> None:
        """A group claims what its rows claim, at every depth; no claim adds nothing."""
        sheet = sheet_of(RUBRIC, claims={"1.1.1": 3, "1.1.2": "1/2", "1.2": 4})

        assert Fraction(7, 2) == sheet.line("1.1").claimed
        assert Fraction(15, 2) == sheet.line("1").claimed
        assert sheet.line("2").claimed is None
        assert Fraction(15, 2) == sheet.claimed

    def test_may_be_none(self) -> None:
        """Without any claim nothing is claimed, which is not the same as 0."""
        sheet = sheet_of(RUBRIC)

        assert sheet.claimed is None
        assert sheet.line("1").claimed is None

    def test_are_not_counted_twice(self) -> None:
        """Rows under a group that counts by its own rule add nothing to what is claimed."""
        rubric = rubric_of(
            group("1", 5, counts="rule", measure=Count("a"), score=Proportional(rate=1)),
            fixed("1.1", 2),
            fixed("2", 2),
        )
        sheet = sheet_of(rubric, claims={"1": 5, "1.1": 3, "2": 1})

        assert Fraction(5) == sheet.line("1").claimed
        assert Fraction(6) == sheet.claimed

    def test_differ_from_the_points(self) -> None:
        """Claimed minus computed, where both are known."""
        sheet = sheet_of(RUBRIC, inputs={"a": 3}, claims={"1.1.1": "2,5", "1.1.2": 1})

        assert Fraction(-1, 2) == sheet.line("1.1.1").difference
        assert sheet.line("1.1.2").difference is None
        assert sheet.line("1.2").difference is None


class TestLine:
    """One row of a sheet."""

    def test_is_found_by_its_code(self) -> None:
        """Lines stand in printed order, and each can be asked for."""
        sheet = sheet_of(RUBRIC)

        assert ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2"] == [line.code for line in sheet.lines]
        assert sheet.lines[3] is sheet.line("1.1.2")
        with pytest.raises(KeyError, match="'9'"):
            sheet.line("9")

    def test_knows_its_place(self) -> None:
        """Its depth, its kind, its name and its maximum, or that of its parts."""
        lines = sheet_of(RUBRIC).lines

        assert [0, 1, 2, 2, 1, 0] == [line.depth for line in lines]
        assert ["group", "group", "criterion", "criterion", "criterion", "criterion"] == [
            line.kind for line in lines
        ]
        assert [20, 20, 10, 10, 10, None] == [line.max for line in lines]
        assert "Nhóm 1" == lines[0].node.name

    def test_holds_the_evidence_as_printed(self) -> None:
        """What the report says for a row stands on its line."""
        sheet = sheet_of(RUBRIC, evidence={"1.2": "QĐ số 12"})

        assert "QĐ số 12" == sheet.line("1.2").evidence
        assert "" == sheet.line("2").evidence

    def test_holds_the_decision_on_it(self) -> None:
        """So does a verifier's decision."""
        decided = Adjudication(code="2", decision="reject", reason="x")
        sheet = sheet_of(RUBRIC, adjudications=(decided,))

        assert decided is sheet.line("2").adjudication
        assert sheet.line("1.2").adjudication is None

    def test_lists_what_its_rule_read(self) -> None:
        """The inputs as reported, those of all parts; what was not reported is not listed."""
        rule = Sum([Proportional(rate=1, measure=Count("a")), Boolean(measure=Item("i", "p"))])
        line = line_of(rule, Count("b"), a="3", i=["p", "q"], m=5)

        assert {"a", "i"} == set(line.inputs)
        assert "3" == line.inputs["a"]

    def test_says_answers_in_the_words_of_files(self) -> None:
        """A yes and a list read as a person would write them, not as a program would."""
        line = line_of(
            Sum([Boolean(measure=Flag("f")), Boolean(measure=Item("i", "p"))]), f=True, i=["p", "q"]
        )

        assert {"f": "true", "i": "p, q"} == line.inputs

    def test_lists_the_table_behind_a_sum(self) -> None:
        """A rule that reads the sum of a table read the table."""
        line = line_of(Proportional(rate=1), Amount("t_sum"), t=[[1, 2], [3, 3]])

        assert ["t"] == list(line.inputs)

    def test_of_a_row_without_a_rule_read_nothing(self) -> None:
        """A group reads its parts and no inputs."""
        assert {} == sheet_of(RUBRIC, inputs={"a": 1}).line("1").inputs

    def test_reads_as_what_it_is(self) -> None:
        """In a list of lines each can be told from the others."""
        assert "<Line '1.2': [5, 5], scored>" == repr(sheet_of(RUBRIC).line("1.2"))


class TestReason:
    """Why a line's points are what they are, where no rule says it."""

    def test_of_a_group_counts_its_rows(self) -> None:
        """A group says how many rows were added, and to what."""
        sheet = sheet_of(RUBRIC, inputs={"a": 1, "b": 2})

        assert "tổng của 2 mục → 3 điểm" == sheet.line("1.1").reason.text("vi")
        assert "sum of 2 rows → 3 points" == sheet.line("1.1").reason.text("en")

    def test_of_a_group_shows_what_no_decimal_does(self) -> None:
        """A sum that no decimal shows is said as a fraction as well."""
        rubric = rubric_of(group("1"), fixed("1.1", "1/3"), fixed("1.2", 2))

        assert "tổng của 2 mục → 7/3 ≈ 2,33 điểm" == sheet_of(rubric).line("1").reason.text("vi")

    def test_of_an_open_group_names_what_is_open(self) -> None:
        """The rows that keep it open stand in it, and what it can still have."""
        reason = sheet_of(RUBRIC, inputs={"a": 1}).line("1").reason

        assert "tổng của 2 mục, chưa xác định được: 1.1 → từ 6 đến 16 điểm" == reason.text("vi")
        assert "sum of 2 rows, not yet known: 1.1 → 6 to 16 points" == reason.text("en")

    def test_of_a_group_that_its_cap_decides(self) -> None:
        """A group at its cap is settled, whatever is missing below."""
        rubric = rubric_of(group("1", 5, capped=True), fixed("1.1", 6), per_unit("1.2", "a"))

        reason = sheet_of(rubric).line("1").reason

        assert (
            "tổng của 2 mục, chưa xác định được: 1.2 → từ 6 đến 16 điểm, chỉ tính tối đa 5 điểm"
        ) == reason.text("vi")
        assert (
            "sum of 2 rows, not yet known: 1.2 → 6 to 16 points, cut at 5 points"
        ) == reason.text("en")

    @pytest.mark.parametrize(
        ("maximum", "expected"),
        [
            (5, "sum of 2 rows → 6.5 points, cut at 5 points"),
            ("13/2", "sum of 2 rows → 6.5 points"),
        ],
    )
    def test_of_a_group_that_is_cut(self, maximum: object, expected: str) -> None:
        """What the rows came to is said, and what was left of it; at the cap nothing is cut."""
        rubric = rubric_of(group("1", maximum, capped=True), fixed("1.1", 6), fixed("1.2", "1/2"))

        assert expected == sheet_of(rubric).line("1").reason.text("en")

    def test_of_a_group_that_makes_up_for_a_row(self) -> None:
        """What applies, out of how much, and what it counts as."""
        rubric = rubric_of(
            group("1", 50, rescaled=True),
            fixed("1.1", "25,63", max=28),
            fixed("1.2", 17, max=20),
            fixed("1.3", 2, max=2, may_be_not_applicable=True),
        )
        reason = sheet_of(rubric, not_applicable=("1.3",)).line("1").reason

        assert (
            "sum of the 2 rows that apply: 42.63 points of 48, counted as of 50 "
            "→ 1421/32 ≈ 44.41 points"
        ) == reason.text("en")
        assert (
            "tổng của 2 mục áp dụng: 42,63 điểm trên 48, tính trên 50 → 1421/32 ≈ 44,41 điểm"
        ) == reason.text("vi")

    def test_of_a_group_without_a_row_counts_the_others(self) -> None:
        """Where nothing is made up for, a row that does not apply is not among those added."""
        rubric = rubric_of(group("1"), fixed("1.1", 4), fixed("1.2", 2, may_be_not_applicable=True))
        reason = sheet_of(rubric, not_applicable=("1.2",)).line("1").reason

        assert "sum of 1 rows → 4 points" == reason.text("en")

    @pytest.mark.parametrize(("policy", "points"), [("zero", 0), ("full", 10)])
    def test_of_a_group_that_counts_without_any_row(
        self, policy: Literal["zero", "full"], points: int
    ) -> None:
        """Nothing of it applies, and the rubric says what it is worth then."""
        rubric = rubric_of(
            group("1", 10, nothing_applicable=policy),
            fixed("1.1", 5, may_be_not_applicable=True),
        )
        reason = sheet_of(rubric, not_applicable=("1.1",)).line("1").reason

        assert f"none of its rows applies → {points} points" == reason.text("en")
        assert f"không mục nào áp dụng → {points} điểm" == reason.text("vi")

    def test_of_an_open_group_that_makes_up_for_a_row(self) -> None:
        """The range of what applies, and what it counts as."""
        rubric = rubric_of(
            group("1", 20, rescaled=True),
            per_unit("1.1", "a"),
            fixed("1.2", 2, may_be_not_applicable=True),
        )
        reason = sheet_of(rubric, not_applicable=("1.2",)).line("1").reason

        assert (
            "sum of the 1 rows that apply: 0 to 10 points of 10, counted as of 20 → 0 to 20 points"
        ) == reason.text("en")

    def test_of_a_row_that_does_not_apply(self) -> None:
        """The unit's own word for it."""
        rubric = rubric_of(fixed("1", 5, may_be_not_applicable=True))
        reason = sheet_of(rubric, not_applicable=("1",)).line("1").reason

        assert "đơn vị khai không áp dụng" == reason.text("vi")
        assert "declared not applicable by the unit" == reason.text("en")

    def test_of_a_group_none_of_whose_rows_apply(self) -> None:
        """Nobody declared the group itself, so nobody is said to have."""
        rubric = rubric_of(group("1"), fixed("1.1", 5, may_be_not_applicable=True))
        reason = sheet_of(rubric, not_applicable=("1.1",)).line("1").reason

        assert "declared not applicable by the unit" != reason.text("en")

    @pytest.mark.parametrize(
        ("decision", "points", "vi", "en"),
        [
            (
                "accept",
                None,
                "thẩm định chấp nhận: biên bản 3",
                "accepted by the verifier: biên bản 3",
            ),
            (
                "replace",
                "10/3",
                "thẩm định chấm lại 10/3 ≈ 3,33 điểm: biên bản 3",
                "replaced by the verifier with 10/3 ≈ 3.33 points: biên bản 3",
            ),
            (
                "replace",
                0,
                "thẩm định chấm lại 0 điểm: biên bản 3",
                "replaced by the verifier with 0 points: biên bản 3",
            ),
            (
                "reject",
                None,
                "thẩm định không công nhận: biên bản 3",
                "rejected by the verifier: biên bản 3",
            ),
            (
                "not_applicable",
                None,
                "thẩm định coi là không áp dụng: biên bản 3",
                "taken out by the verifier: biên bản 3",
            ),
        ],
    )
    def test_of_a_decision_is_the_verifiers(
        self, decision: str, points: object, vi: str, en: str
    ) -> None:
        """A verifier's own reason stands in the place of the rule's."""
        rubric = rubric_of(per_unit("1", "a"))
        decided = Adjudication(code="1", decision=decision, points=points, reason="biên bản 3")
        line = sheet_of(rubric, claims={"1": 4}, adjudications=(decided,)).line("1")

        assert vi == line.reason.text("vi")
        assert en == line.reason.text("en")

    def test_of_what_is_missing_and_counts_nothing(self) -> None:
        """The policy is said beside what is missing."""
        reason = sheet_of(rubric_of(per_unit("1", "a")), missing="zero").line("1").reason

        assert "chưa báo cáo “Số A”: không báo cáo đủ thì tính 0 điểm" == reason.text("vi")
        assert "“Số A” was not reported: what is not reported counts 0 points" == reason.text("en")

    def test_of_a_group_that_counts_by_its_rule(self) -> None:
        """Such a group says what its rule says."""
        rubric = rubric_of(
            group("1", None, counts="rule", measure=Count("a"), score=Proportional(rate=1)),
            fixed("1.1", 2),
        )
        reason = sheet_of(rubric, inputs={"a": 4}).line("1").reason

        assert "4 người → 4 điểm" == reason.text("vi")


class TestNotes:
    """What a reader must know besides."""

    RATIO = Ratio(ratio="a", of="b", stated="s")

    def test_say_how_an_input_was_derived(self) -> None:
        """A value that is not printed says how it follows from printed ones, where it is read."""
        rubric = rubric_of(per_unit("1", "a"), fixed("2", 1))
        sheet = sheet_of(rubric, inputs={"a": 4}, derived={"a": "3 + 1"})

        assert ["“Số A” được suy ra: 3 + 1"] == [note.text("vi") for note in sheet.lines[0].notes]
        assert ["“Số A” is derived: 3 + 1"] == [note.text("en") for note in sheet.lines[0].notes]
        assert () == sheet.lines[1].notes

    @pytest.mark.parametrize(
        ("counts", "share", "vi", "en"),
        [
            (
                (1, 3),
                "50%",
                "tỷ lệ báo cáo 50% khác tỷ lệ tính từ số đếm 33,33%; lấy số đếm",
                "the reported share 50% differs from the counted 33.33%; the counts win",
            ),
            (
                (0, 5),
                "50%",
                "tỷ lệ báo cáo 50% khác tỷ lệ tính từ số đếm 0%; lấy số đếm",
                "the reported share 50% differs from the counted 0%; the counts win",
            ),
            (
                (1, 3),
                "33,33%",
                "tỷ lệ báo cáo 33,33% khác tỷ lệ tính từ số đếm 33,333%; lấy số đếm",
                "the reported share 33.33% differs from the counted 33.333%; the counts win",
            ),
        ],
    )
    def test_say_where_a_share_and_its_counts_disagree(
        self, counts: tuple[int, int], share: str, vi: str, en: str
    ) -> None:
        """The counts win, and the line says so, with as many decimals as it takes to see it."""
        line = line_of(Proportional(), self.RATIO, a=counts[0], b=counts[1], s=share)

        assert [vi] == [note.text("vi") for note in line.notes]
        assert [en] == [note.text("en") for note in line.notes]

    def test_say_it_once(self) -> None:
        """A rule that reads the same ratio twice has one contradiction."""
        rule = Sum([Proportional(), Proportional(measure=self.RATIO)])

        assert 1 == len(line_of(rule, self.RATIO, a=1, b=3, s="50%").notes)

    def test_say_nothing_where_they_agree(self) -> None:
        """The same share twice is no contradiction."""
        assert () == line_of(Proportional(), self.RATIO, a=1, b=2, s="50%").notes


class TestSheet:
    """The whole."""

    def test_adds_up(self) -> None:
        """The total is the sum of the rows at the top, and so is the maximum where it is known."""
        sheet = sheet_of(RUBRIC, inputs={"a": 1, "b": 2})

        assert Fraction(25, 3) == sheet.points
        assert Interval.point(Fraction(25, 3)) == sheet.within
        assert sheet.max is None

    def test_has_a_maximum_where_all_rows_have_one(self) -> None:
        """The declared maxima of the rows at the top."""
        assert 20 == sheet_of(rubric_of(group("1", 15), fixed("1.1", 1), fixed("2", 1, max=5))).max

    def test_lists_the_inputs_that_keep_it_open(self) -> None:
        """In the rubric's order, each once, also where absence counts as nothing."""
        rubric = rubric_of(per_unit("1", "b"), per_unit("2", "a"), per_unit("3", "a"))

        assert ("a", "b") == sheet_of(rubric).open_inputs
        assert ("a", "b") == sheet_of(rubric, missing="zero").open_inputs
        assert () == sheet_of(rubric, inputs={"a": 1, "b": 1}).open_inputs

    def test_reads_as_what_it_is(self) -> None:
        """The rubric, the unit and the total."""
        sheet = sheet_of(RUBRIC, unit="UBND xã", inputs={"a": 1})

        assert "<Scoresheet 'nho' of 'UBND xã': [19/3, 49/3]>" == repr(sheet)

    def test_warns_of_another_rubric(self) -> None:
        """A report made for another rubric is scored, and the sheet says so."""
        sheet = score(RUBRIC, Submission(rubric="khac"))

        assert ["phiếu báo cáo ghi bộ tiêu chí 'khac', nhưng được chấm theo nho"] == [
            each.text("vi") for each in sheet.warnings
        ]

    def test_warns_of_a_rubric_that_changed(self) -> None:
        """So does one that was made for another content of the same rubric."""
        sheet = score(RUBRIC, Submission(rubric="nho", rubric_hash="sha256:0"))

        assert [
            (
                "the rubric changed since the submission was made: it names 'sha256:0', "
                f"now it is {RUBRIC.content_hash}"
            )
        ] == [each.text("en") for each in sheet.warnings]

    @pytest.mark.parametrize("pinned", ["", RUBRIC.content_hash])
    def test_does_not_warn_of_its_own(self, pinned: str) -> None:
        """A report for this very rubric is not warned of."""
        assert () == score(RUBRIC, Submission(rubric="nho", rubric_hash=pinned)).warnings

    def test_status_of_all_lines(self) -> None:
        """A group is as open as the gravest of its rows."""
        sheet = sheet_of(RUBRIC, inputs={"a": 1})

        assert [
            Status.MISSING,
            Status.MISSING,
            Status.SCORED,
            Status.MISSING,
            Status.SCORED,
            Status.SCORED,
        ] == [line.status for line in sheet.lines]
