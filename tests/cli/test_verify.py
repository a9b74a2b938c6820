"""``rubrik verify``: a report as claimed, computed and verified."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rubrik as library
from cli.running import DECISIONS, HEAD, REPORT, SLUG, Rubrik
from generated import submissions
from rubrik import Submission
from rubrik.cli.submissions import submission_text

DECIDED = """
[[adjudication]]
code = "3.1"
decision = "{}"
reason = "{}"
"""

WHO = 'unit = "UBND xã Triệu Thành"\nperiod = "2023"\n'


def office(rubrik: Rubrik, *decisions: tuple[str, str], who: str = WHO) -> str:
    """A file of decisions on row 3.1."""
    text = "".join(DECIDED.format(*each) for each in decisions)
    return rubrik.file("tham-dinh.toml", f"{HEAD}{who}{text}")


class TestForAPerson:
    """The document that a verifying office and a unit argue about."""

    def test_a_report_is_verified(self, rubrik: Rubrik) -> None:
        """Open rows are results, not failures: the status is 0."""
        result = rubrik("verify", REPORT, DECISIONS)

        assert (0, "") == (result.status, result.err)
        assert "KẾT QUẢ THẨM ĐỊNH Đơn vị UBND xã Triệu Thành Kỳ báo cáo 2023" in result.flat

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            (
                "vi",
                (
                    "Tổng hợp Tổng điểm tự chấm 775 Tổng điểm tính được 522,32–759,32 "
                    "Tổng điểm thẩm định 547,32–744,32 Tổng điểm tối đa 990 "
                    "Thẩm định so với tự chấm -227,68 … -30,68 "
                    "Thẩm định so với tính được -15 … +25 "
                    "Quyết định 2 chấp nhận · 1 chấm lại · 1 không công nhận · 1 hủy kết quả · "
                    "1 không áp dụng"
                ),
            ),
            (
                "en",
                (
                    "Totals Claimed 775 Computed 522.32–759.32 Verified 547.32–744.32 Maximum 990 "
                    "Verified against claimed -227.68 … -30.68 Verified against computed -15 … +25 "
                    "Decisions 2 accepted · 1 replaced · 1 rejected · 1 annulled · 1 taken out"
                ),
            ),
        ],
    )
    def test_the_totals_are_said(self, rubrik: Rubrik, lang: str, expected: str) -> None:
        """Claimed, computed, verified, maximum, both differences, the decisions counted."""
        assert expected in rubrik("verify", REPORT, DECISIONS, "--lang", lang).flat

    def test_without_decisions_nothing_changes(self, rubrik: Rubrik) -> None:
        """There are no rows to show, and verified is what was computed."""
        result = rubrik("verify", REPORT, "--lang", "en")

        assert 0 == result.status
        assert "Rows decided on" not in result.out
        assert "Computed 522.32–759.32 Verified 522.32–759.32" in result.flat
        assert "Verified against computed 0 Decisions none yet" in result.flat
        assert "Still open: 17" in result.out

    def test_a_later_decision_names_the_earlier(
        self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nothing that was decided is lost."""
        monkeypatch.setenv("COLUMNS", "80")
        report = rubrik.file(
            "s.toml",
            f'{HEAD}{WHO}claims = {{ "3.1" = 5 }}\n{DECIDED.format("reject", "thiếu sổ")}',
        )
        decisions = office(rubrik, ("accept", "đã xem sổ"))
        result = rubrik("verify", report, decisions, "--lang", "en")

        assert "accepted: đã xem sổ" in result.flat
        assert "in the place of: rejected: thiếu sổ" in result.flat

    def test_a_decision_without_a_reason_stands_alone(self, rubrik: Rubrik) -> None:
        """An office that gives no reason is not given one, nor a mark where it would stand."""
        report = rubrik.file("s.toml", f'{HEAD}{WHO}claims = {{ "3.1" = 5 }}\n')
        result = rubrik("verify", report, office(rubrik, ("accept", "")), "--lang", "en")

        assert "accepted" in result.out
        assert "accepted:" not in result.out

    def test_readings_in_force_are_said(self, rubrik: Rubrik) -> None:
        """As on a sheet, all of them where asked."""
        chosen = ["--reading", "toi-da-3-11=0", "--lang", "en"]
        brief = rubrik("verify", REPORT, *chosen).flat
        full = rubrik("verify", REPORT, *chosen, "--readings").flat

        assert "76, 1 of them not the default toi-da-3-11" in brief
        assert "mot-phan-nam-6-6" not in brief
        assert "mot-phan-nam-6-6" in full

    def test_nothing_left_open_is_said(self, rubrik: Rubrik) -> None:
        """Every row has a number of its own."""
        rubric = rubrik.file("nho.toml", ONE_ROW)
        report = rubrik.file("s.toml", 'rubric = "nho"\ninputs = { a = 3 }\n')
        result = rubrik("verify", report, "--rubric", rubric, "--strict", "--lang", "en")

        assert 0 == result.status
        assert "No row is open any more." in result.out

    def test_levels_are_shown_before_and_after(self, rubrik: Rubrik) -> None:
        """A veto by annulment is seen at a glance; a level that does not apply is none."""
        rubric = rubrik.file("nho.toml", ONE_ROW + SCALES)
        report = rubrik.file(
            "s.toml",
            'rubric = "nho"\n[inputs]\na = 8\n[[adjudication]]\ncode = "1"\n'
            'decision = "annul"\nreason = "khai khống"\n',
        )
        result = rubrik("verify", report, "--rubric", rubric, "--lang", "en")
        gone = report_without(rubrik)
        out = rubrik("verify", gone, "--rubric", rubric, "--lang", "en")

        assert "Scale Before After" in result.flat
        assert "Grade 1 Đạt Bị hủy" in result.flat
        assert "Grade 1 Đạt –" in out.flat

    @pytest.mark.parametrize("columns", ["60", "80", "120"])
    def test_nothing_is_cut(
        self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch, columns: str
    ) -> None:
        """Lines fit, and every figure and word of a row is there."""
        monkeypatch.setenv("COLUMNS", columns)
        result = rubrik("verify", REPORT, DECISIONS, "--lang", "en")

        assert [] == [line for line in result.out.splitlines() if len(line) > int(columns)]
        for word in ("-37.68 … -20.68", "254.82–371.82", "biên bản giả định số 3"):
            assert word in result.flat

    def test_foreign_text_is_drawn_as_it_stands(self, rubrik: Rubrik) -> None:
        """A reason is data: no markup in it is followed, no control code is sent."""
        report = rubrik.file("s.toml", f'{HEAD}{WHO}claims = {{ "3.1" = 5 }}\n')
        decisions = office(rubrik, ("accept", r"[bold]x[/bold]\u001b[31m"))

        assert r"[bold]x[/bold]\x1b[31m" in rubrik("verify", report, decisions).flat


ONE_ROW = """
slug = "nho"
title = "Nhỏ"
[[input]]
name = "a"
kind = "count"
label = "Số A"
[[node]]
criterion = "1"
name = "Một"
max = 10
measure = { count = "a" }
score = { kind = "proportional", rate = 1 }
"""

SCALES = """
[[scale]]
id = "muc"
name = "Mức"
name_en = "Grade"
below = "Chưa đạt"
nodes = ["1"]
[[scale.levels]]
name = "Đạt"
conditions = [{ points = 5 }]
[[scale.vetoes]]
reason = "khai không đúng"
annulled = ["1"]
result = "Bị hủy"
"""


def report_without(rubrik: Rubrik) -> str:
    """A report whose only row a verifier has taken out."""
    return rubrik.file(
        "ngoai.toml",
        'rubric = "nho"\n[inputs]\na = 8\n[[adjudication]]\ncode = "1"\n'
        'decision = "not_applicable"\nreason = "không có"\n',
    )


class TestStrict:
    """The exit status, as `score --strict` has it."""

    def test_is_1_while_a_row_is_open(self, rubrik: Rubrik) -> None:
        """The document is printed all the same."""
        result = rubrik("verify", REPORT, DECISIONS, "--strict")

        assert 1 == result.status
        assert "Còn mở: 13" in result.out

    def test_is_1_in_json_as_well(self, rubrik: Rubrik) -> None:
        """Whatever is printed."""
        assert 1 == rubrik("verify", REPORT, DECISIONS, "--strict", "--json").status


class TestJson:
    """For other programs."""

    def test_holds_everything(self, rubrik: Rubrik) -> None:
        """Totals, rows, decisions, what is open."""
        found = rubrik("verify", REPORT, DECISIONS, "--json").json
        row = next(each for each in found["rows"] if each["code"] == "1.3")

        assert (1, "775", "10399/19") == (
            found["format"],
            found["claimed"],
            found["verified"]["low"],
        )
        assert ("20", "-15", "replace") == (
            row["claimed"],
            row["against_claim"]["exact"],
            row["adjudication"]["decision"],
        )
        assert 13 == len(found["open"])

    def test_speaks_the_language(self, rubrik: Rubrik) -> None:
        """Reasons are in the language of the run."""
        found = rubrik("verify", REPORT, DECISIONS, "--json", "--lang", "en").json
        row = next(each for each in found["rows"] if each["code"] == "3.7")

        assert row["verified"]["reason"].startswith("accepted by the verifier: ")


class TestOutput:
    """``-o FILE`` writes the submission with all decisions."""

    @pytest.mark.parametrize("name", ["da-tham-dinh.toml", "da-tham-dinh.json", "DTD.TOML"])
    def test_is_the_verified_submission(self, rubrik: Rubrik, name: str) -> None:
        """What is written reads back as the report with the decisions, and is verified alike."""
        path = rubrik.folder / name
        result = rubrik("verify", REPORT, DECISIONS, "-o", str(path), "--lang", "en")
        written = library.load_submission(path)

        assert 0 == result.status
        assert result.out.endswith(f"{path} is written\n")
        assert written == library.verified(
            library.load_submission(REPORT), library.load_adjudications(DECISIONS)
        )
        assert (
            rubrik("verify", str(path), "--json").json
            == rubrik("verify", REPORT, DECISIONS, "--json").json
        )

    def test_leaves_json_alone(self, rubrik: Rubrik) -> None:
        """Nothing but JSON goes where JSON is asked for."""
        path = str(rubrik.folder / "x.toml")

        assert "775" == rubrik("verify", REPORT, "-o", path, "--json").json["claimed"]
        assert Path(path).exists()

    def test_is_not_written_over(self, rubrik: Rubrik) -> None:
        """Unless by force."""
        path = rubrik.file("x.toml", "")
        refused = rubrik("verify", REPORT, "-o", path, "--lang", "en")

        assert (2, "") == (refused.status, refused.out)
        assert f"rubrik: {path}: the file exists: --force writes over it\n" == refused.err
        assert 0 == rubrik("verify", REPORT, "-o", path, "--force").status

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            ("vi", "tên tệp cần kết thúc bằng .toml hoặc .json"),
            ("en", "the name of the file is expected to end in .toml or .json"),
        ],
    )
    def test_has_a_format(self, rubrik: Rubrik, lang: str, expected: str) -> None:
        """A name that says neither is refused, and nothing is written."""
        path = str(rubrik.folder / "x.txt")
        result = rubrik("verify", REPORT, "-o", path, "--lang", lang)

        assert (2, "", f"rubrik: {path}: {expected}\n") == (result.status, result.out, result.err)
        assert not Path(path).exists()

    @given(submission=submissions(), note=st.text(max_size=20))
    def test_reads_back_whatever_it_holds(self, submission: Submission, note: str) -> None:
        """Quotes, line breaks, control codes, fractions, lists: everything survives in TOML."""
        text = note.encode(errors="ignore").decode().replace("\0", "")
        filled = library.Submission(
            rubric=submission.rubric,
            unit=text,
            inputs=submission.inputs,
            claims=submission.claims,
            evidence={**submission.evidence, "1.3": f"{text}\n\"\"\"'''\\\r\n{text}"},
            adjudications=submission.adjudications,
            not_applicable=submission.not_applicable,
        )
        plain = library.loads(library.dumps(filled))

        assert plain == library.loads(submission_text(filled, "x.toml"))
        assert plain == library.loads(submission_text(filled, "x.json"))


class TestRefused:
    """What cannot be verified, with everything that is wrong."""

    def test_decisions_on_another_report(self, rubrik: Rubrik) -> None:
        """Both files are named, and all that does not match."""
        decisions = office(
            rubrik, ("accept", "đúng"), who='unit = "UBND xã Khác"\nperiod = "2022"\n'
        )
        result = rubrik("verify", REPORT, decisions, "--lang", "en")

        assert (2, "") == (result.status, result.out)
        assert [
            f"rubrik: {REPORT} + {decisions}: 2 problems:",
            (
                "- unit: the adjudications are for 'UBND xã Khác', "
                "the report names 'UBND xã Triệu Thành'"
            ),
            "- period: the adjudications are for '2022', the report names '2023'",
        ] == result.err.splitlines()

    def test_a_report_in_the_place_of_decisions(self, rubrik: Rubrik) -> None:
        """Who swaps the two files is told."""
        result = rubrik("verify", DECISIONS, REPORT, "--lang", "en")

        assert (2, "") == (result.status, result.out)
        assert (
            f"rubrik: {REPORT}: 4 problems:\n"
            "- inputs belongs to the report of the unit: this file holds adjudications alone\n"
        ) in result.err

    def test_decisions_that_are_not_there(self, rubrik: Rubrik) -> None:
        """The file is named."""
        result = rubrik("verify", REPORT, "khong-co.toml", "--lang", "en")

        assert (2, "rubrik: khong-co.toml: there is no such file\n") == (result.status, result.err)

    def test_decisions_that_the_rubric_does_not_allow(self, rubrik: Rubrik) -> None:
        """A row that there is not, points that it cannot have."""
        decisions = rubrik.file(
            "tham-dinh.toml",
            f"{HEAD}{WHO}"
            '[[adjudication]]\ncode = "3.1"\ndecision = "replace"\npoints = 6\nreason = "x"\n'
            '[[adjudication]]\ncode = "3.99"\ndecision = "reject"\nreason = "x"\n',
        )
        result = rubrik("verify", REPORT, decisions, "--lang", "en")

        assert 2 == result.status
        assert [
            "- adjudication › 3.99: there is no criterion 3.99 (did you mean: 3.9?)",
            "- adjudication › 3.1: 6 points will not do: this criterion has 0 to 5 points",
        ] == result.err.splitlines()[1:]

    def test_a_report_alone(self, rubrik: Rubrik) -> None:
        """Without a second file, the first alone is named."""
        report = rubrik.file("s.toml", f"{HEAD}[inputs]\ncbc = 1\n")
        result = rubrik("verify", report, "--lang", "en")

        assert (
            f"rubrik: {report}: inputs › cbc: there is no input cbc (did you mean: cbcc?)\n"
        ) == result.err


class TestCohort:
    """Rows that compare units, against a published cohort."""

    def test_closes_what_needs_other_units(self, rubrik: Rubrik) -> None:
        """The same bounds hold before and after."""
        saved = rubrik.file(
            "nhom.json",
            json.dumps(json.loads(published(rubrik))),
        )
        found = rubrik("verify", REPORT, DECISIONS, "--cohort", saved, "--json").json
        alone = rubrik("verify", REPORT, DECISIONS, "--json").json

        assert {"3.4"} <= set(alone["open"])
        assert "3.4" not in found["open"]


def published(rubrik: Rubrik) -> str:
    """The cohort of one other commune, and this one."""
    text = Path(REPORT).read_text(encoding="utf-8")
    other = text.replace("UBND xã Triệu Thành", "UBND xã Bịa").replace(
        'ty_le_dien_thoai_thong_minh = "50%"', 'ty_le_dien_thoai_thong_minh = "80%"'
    )
    target = str(rubrik.folder / "luu.json")
    done = rubrik("rank", SLUG, REPORT, rubrik.file("khac.toml", other), "--save-cohort", target)
    assert 0 == done.status
    return Path(target).read_text(encoding="utf-8")
