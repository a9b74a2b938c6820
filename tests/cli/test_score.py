import pytest

import rubrik as library
from cli.running import HEAD, REPORT, SLUG, Rubrik

LINE_KEYS = [
    "code",
    "status",
    "points",
    "low",
    "high",
    "max",
    "claimed",
    "verdict",
    "reason",
]


class TestForAPerson:
    """The sheet of a real report says what an official must explain."""

    def test_the_report_is_scored(self, rubrik: Rubrik) -> None:
        """Missing items and over-claims are results: the status is 0 and nothing is complained."""
        result = rubrik("score", REPORT)

        assert (0, "") == (result.status, result.err)

    def test_the_head_names_unit_period_rubric_and_version(self, rubrik: Rubrik) -> None:
        """A reader knows whose report it is, under which exact rubric, by which release."""
        short = library.load(SLUG).content_hash[:19]

        assert (
            "PHIẾU CHẤM ĐIỂM Đơn vị UBND xã Triệu Thành Kỳ báo cáo 2023 "
            "Bộ tiêu chí Bộ chỉ số chuyển đổi số cấp xã, tỉnh Thanh Hóa, năm 2023 "
            f"thanh-hoa/cap-xa-2023 · {short} Phiên bản rubrik {library.__version__} "
        ) in rubrik("score", REPORT).flat

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            ("vi", " 1   First         1,5          2       2  tự chấm thấp hơn  “Có” → 2 điểm"),
            ("en", " 1     First          1.5         2    2  under-claimed  “Có” → 2 points"),
        ],
    )
    def test_a_row_has_claim_points_maximum_verdict_and_reason(
        self, rubrik: Rubrik, lang: str, expected: str
    ) -> None:
        """One row of the table: code, name, claimed, computed, maximum, verdict, reason."""
        rubric = rubrik.file("r.toml", ONE_FLAG)
        claim = 'inputs = { a = true }\nclaims = { 1 = "3/2" }'
        report = rubrik.file("s.toml", f'rubric = "one"\n{claim}')
        out = rubrik("score", report, "--rubric", rubric, "--lang", lang).out

        assert [expected] == [line for line in out.splitlines() if line.startswith(" 1 ")]

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            (
                "vi",
                (
                    "Tổng hợp Tổng điểm tự chấm 775 Tổng điểm tính được 522,32–759,32 "
                    "(điểm tự chấm cao hơn mức cao nhất còn có thể đạt) Tổng điểm tối đa 1000 "
                    "Đối chiếu tự chấm cao hơn 11 · tự chấm thấp hơn 1 · khớp 26 · "
                    "chưa kiểm chứng được 15 · không tự chấm 3 "
                    "Tình trạng đã chấm 39 · thiếu số liệu 13 · không xác định 4 "
                    "Số liệu thiếu giữ khoảng điểm còn có thể đạt"
                ),
            ),
            (
                "en",
                (
                    "Totals Claimed 775 Computed 522.32–759.32 "
                    "(the claim is above all that can still be reached) Maximum 1000 "
                    "Verdicts over-claimed 11 · under-claimed 1 · consistent 26 · "
                    "not verifiable 15 · no claim 3 "
                    "Statuses scored 39 · missing 13 · undefined 4 "
                    "Missing inputs keep the range of what they could still be worth"
                ),
            ),
        ],
    )
    def test_the_totals_are_said(self, rubrik: Rubrik, lang: str, expected: str) -> None:
        """Claimed, computed and maximum points, verdicts and statuses counted, the policy."""
        assert expected in rubrik("score", REPORT, "--lang", lang).flat

    def test_missing_inputs_stand_at_the_end(self, rubrik: Rubrik) -> None:
        """Each with its label, what may stand in for it, who needs it and what that is worth."""
        _, _, end = rubrik("score", REPORT).flat.partition("Số liệu chưa báo cáo: 17")

        assert (
            " cbcc_tap_huan Số CBCC được bồi dư ng, tập huấn về chuyển đổi số (đơn vị: người) "
            "4.4: 0–20 điểm có thể báo cáo thay: ty_le_cbcc_tap_huan "
        ) in end

    def test_what_a_missing_input_is_worth_does_not_hang_on_the_policy(
        self, rubrik: Rubrik
    ) -> None:
        """Where it counts nothing, the list still says what reporting it could bring."""
        result = rubrik("score", REPORT, "--missing", "zero")

        assert "Số liệu thiếu tính 0 điểm" in result.flat
        assert "4.4: 0–20 điểm" in result.flat

    def test_names_read_as_they_look(self, rubrik: Rubrik) -> None:
        """Blanks of any kind are blanks, as where the sheet is printed; codes are written out."""
        rubric = rubrik.file("r.toml", ONE_FLAG)
        unit = r'unit = "UBND\u00a0xã\tMẫu\u001b[31m"'
        report = rubrik.file("s.toml", f'rubric = "one"\n{unit}\ninputs = {{ a = true }}')
        read = library.loads(ONE_FLAG)
        assert isinstance(read, library.Rubric)
        sheet = library.score(read, library.load_submission(report))

        assert "Đơn vị UBND xã Mẫu\\x1b[31m Kỳ" in rubrik("score", report, "--rubric", rubric).flat
        assert "UBND xã Mẫu\\x1b[31m" == sheet.text("vi").splitlines()[0]

    def test_a_complete_report_has_no_list_of_missing_inputs(self, rubrik: Rubrik) -> None:
        """Where nothing is missing, nothing is said about it."""
        rubric = rubrik.file("r.toml", ONE_FLAG)
        report = rubrik.file("s.toml", 'rubric = "one"\ninputs = { a = true }\nclaims = { 1 = 1 }')
        result = rubrik("score", report, "--rubric", rubric)

        assert "chưa báo cáo" not in result.out
        assert "Tổng điểm tự chấm 1 Tổng điểm tính được 2 Tổng điểm tối đa 2" in result.flat
        assert "Cách hiểu đang áp dụng không có: bản in không để ngỏ điều gì" in result.flat

    def test_a_total_below_what_is_certain_is_said(self, rubrik: Rubrik) -> None:
        """A unit that claims less than it surely has is told so."""
        rubric = rubrik.file("r.toml", ONE_FLAG + MORE)
        report = rubrik.file("s.toml", 'rubric = "one"\ninputs = { a = true }\nclaims = { 1 = 1 }')
        result = rubrik("score", report, "--rubric", rubric, "--lang", "en")

        assert "Computed 2–5 (the claim is below what is certainly reached)" in result.flat

    def test_a_total_within_the_range_has_no_remark(self, rubrik: Rubrik) -> None:
        """A claim that the open points can still bear is neither too high nor too low."""
        rubric = rubrik.file("r.toml", ONE_FLAG + MORE)
        report = rubrik.file("s.toml", 'rubric = "one"\ninputs = { a = true }\nclaims = { 1 = 3 }')
        result = rubrik("score", report, "--rubric", rubric, "--lang", "en")

        assert "Claimed 3 Computed 2–5 Maximum 5" in result.flat

    def test_a_report_without_claims_has_none(self, rubrik: Rubrik) -> None:
        """Nothing was claimed, and that is not a claim of 0."""
        report = rubrik.file("s.toml", HEAD)
        result = rubrik("score", report, "--lang", "en")

        assert "Unit – Period –" in result.flat
        assert "Claimed – Computed 0–982 Maximum 1000" in result.flat
        assert "Verdicts no claim 56" in result.flat

    def test_a_zero_denominator_is_undefined_and_the_claim_is_kept(self, rubrik: Rubrik) -> None:
        """0/0 is a row without points, a claim above the maximum stays as it is."""
        inputs = "[inputs]\nthon = 0\nthon_co_to_cnscd = 0\n"
        report = rubrik.file("s.toml", f'{HEAD}{inputs}[claims]\n"4.2" = 99\n')
        result = rubrik("score", report, "--json")
        line = next(each for each in result.json["lines"] if each["code"] == "4.2")

        assert 0 == result.status
        assert ("undefined", None, "0", "20", "99", "over-claimed") == tuple(
            line[key] for key in ("status", "points", "low", "high", "claimed", "verdict")
        )


ONE_FLAG = """
slug = "one"
title = "One"
[[input]]
name = "a"
kind = "flag"
label = "A"
[[node]]
criterion = "1"
name = "First"
max = 2
measure = { flag = "a" }
score = { kind = "boolean", yes = "max", no = 0 }
"""

MORE = """
[[node]]
criterion = "2"
name = "Second"
max = 3
measure = { count = "b" }
score = { kind = "proportional", rate = 1 }
[[input]]
name = "b"
kind = "count"
label = "B"
"""


class TestForPrograms:
    """``--json`` has every key that is promised."""

    def test_the_totals(self, rubrik: Rubrik) -> None:
        """Points are exact text, null where they are not known."""
        found = rubrik("score", REPORT, "--json").json

        assert (None, "9924/19", "14427/19") == tuple(
            found["points"][key] for key in ("exact", "low", "high")
        )
        assert "775" == found["claimed"]
        assert {"exact": None, "low": 522.32, "high": 759.32} == found["points"]["decimal"]

    def test_every_line(self, rubrik: Rubrik) -> None:
        """Ten groups and 56 criteria, each with all that is promised of a line."""
        lines = rubrik("score", REPORT, "--json").json["lines"]

        assert 66 == len(lines)
        assert [[]] * 66 == [[key for key in LINE_KEYS if key not in line] for line in lines]

    def test_one_line(self, rubrik: Rubrik) -> None:
        """A row that is not a whole number of points."""
        lines = rubrik("score", "--lang", "en", "--json", REPORT).json["lines"]
        line = next(each for each in lines if each["code"] == "1.2")

        assert {
            "code": "1.2",
            "status": "scored",
            "points": "35/2",
            "low": "35/2",
            "high": "35/2",
            "max": "20",
            "claimed": "20",
            "verdict": "over-claimed",
            "reason": "(3 + 1/2 × 1)/4 = 87.5% → 17.5 points",
        } == {key: line[key] for key in LINE_KEYS}


class TestOptions:
    """What the caller may decide."""

    def test_a_reading_is_chosen(self, rubrik: Rubrik) -> None:
        """One reading decided otherwise shows in the points, and is named at the end."""
        result = rubrik("score", REPORT, "--reading", "toi-da-3-11=0", "--lang", "en")

        assert "Computed 522.32–749.32" in result.flat
        assert (
            "Readings in force 76, 1 of them not the default "
            "toi-da-3-11 0: 0 điểm: không in điểm thì không tính (not the default) "
            "See them all: add --readings"
        ) in result.flat

    def test_options_can_be_repeated(self, rubrik: Rubrik) -> None:
        """Each reading has its own; of two for one reading the later counts."""
        result = rubrik(
            *("score", REPORT, "--json"),
            *("--reading", "toi-da-3-11=0", "--reading", "nhom-bang-nhau = khong-diem"),
            *("--reading", "toi-da-3-11=10"),
        )
        readings = result.json["readings"]

        assert ("10", "khong-diem") == (readings["toi-da-3-11"], readings["nhom-bang-nhau"])

    def test_by_default_the_readings_are_counted(self, rubrik: Rubrik) -> None:
        """76 defaults are not listed, but said to be in force."""
        result = rubrik("score", REPORT)

        assert result.flat.endswith(
            "Cách hiểu đang áp dụng 76, tất cả theo mặc định Xem đầy đủ: thêm --readings"
        )

    def test_readings_are_listed_in_full(self, rubrik: Rubrik) -> None:
        """``--readings`` lists all that are in force, each with what it means."""
        _, _, listed = rubrik("score", REPORT, "--readings").out.partition("theo mặc định\n")

        assert 76 == len([line for line in listed.splitlines() if line[:1].strip()])
        assert listed.startswith("toi-da-3-11 ")

    def test_the_policy_is_chosen(self, rubrik: Rubrik) -> None:
        """What is missing may count nothing; what is undefined keeps its range."""
        result = rubrik("score", REPORT, "--missing", "zero", "--json")

        assert "zero" == result.json["missing"]
        assert ("9772/19", "10722/19") == tuple(
            result.json["points"][key] for key in ("low", "high")
        )

    def test_strict_is_1_while_something_is_open(self, rubrik: Rubrik) -> None:
        """The sheet is printed all the same; the status says that it is not final."""
        result = rubrik("score", REPORT, "--strict")

        assert (1, "") == (result.status, result.err)
        assert result.out.startswith("PHIẾU CHẤM ĐIỂM\n")

    def test_strict_is_0_when_all_is_scored(self, rubrik: Rubrik) -> None:
        """Nothing open, nothing to refuse."""
        rubric = rubrik.file("r.toml", ONE_FLAG)
        report = rubrik.file("s.toml", 'rubric = "one"\ninputs = { a = false }')

        assert 0 == rubrik("score", report, "--rubric", rubric, "--strict").status

    def test_strict_is_1_where_the_policy_closes_the_sum(self, rubrik: Rubrik) -> None:
        """A missing input that counts nothing is still missing."""
        rubric = rubrik.file("r.toml", ONE_FLAG)
        report = rubrik.file("s.toml", 'rubric = "one"')
        arguments = ("--rubric", rubric, "--strict", "--missing", "zero")

        assert 1 == rubrik("score", report, *arguments).status

    def test_standard_input_is_read(self, rubrik: Rubrik) -> None:
        """``-`` scores what is piped in, TOML or JSON."""
        toml = HEAD.encode()
        json = b'{"rubric": "thanh-hoa/cap-xa-2023"}'

        assert "982" == rubrik("score", "-", "--json", stdin=toml).json["points"]["high"]
        assert "982" == rubrik("score", "-", "--json", stdin=json).json["points"]["high"]


class TestWarnings:
    """What does not fit, but can be scored, is said on standard error."""

    def test_another_hash_is_said(self, rubrik: Rubrik) -> None:
        """A report made for other content of the rubric is scored, with a warning."""
        report = rubrik.file("s.toml", f'{HEAD}rubric_hash = "sha256:00"\n')
        now = library.load(SLUG).content_hash
        result = rubrik("score", report)

        assert 0 == result.status
        assert (
            "rubrik: lưu ý: bộ tiêu chí đã thay đổi từ khi lập phiếu báo cáo: "
            f"phiếu ghi 'sha256:00', nay là {now}\n"
        ) == result.err

    def test_the_same_hash_is_not(self, rubrik: Rubrik) -> None:
        """A report pinned to the very content that it is scored by has nothing to be warned of."""
        now = library.load(SLUG).content_hash
        report = rubrik.file("s.toml", f'{HEAD}rubric_hash = "{now}"\n')

        assert "" == rubrik("score", report).err

    def test_another_rubric_is_said(self, rubrik: Rubrik) -> None:
        """The caller may score by a rubric that the report does not name, and is told."""
        rubric = rubrik.file("r.toml", ONE_FLAG)
        result = rubrik("score", rubrik.file("s.toml", HEAD), "--rubric", rubric, "--lang", "en")

        assert (
            "rubrik: warning: the submission names the rubric 'thanh-hoa/cap-xa-2023' "
            "but is scored by one\n"
        ) == result.err
