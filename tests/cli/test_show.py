import pytest

from cli.running import SLUG, Rubrik

NODE_KEYS = {
    "code",
    "parent",
    "kind",
    "name",
    "max",
    "printed_max",
    "printed",
    "note",
    "source",
}

ODD = """
slug = "test/odd"
title = "Odd [bold]rubric[/bold]"
issuer = "UBND tỉnh"
number = "12/QĐ-UBND"
date = "2023-05-06"

[[input]]
name = "a"
kind = "count"
label = "Count [red]a[/red]"
unit = "x"
form = "B.1"
definition = "as defined"

[[input]]
name = "bang"
kind = "table"
label = "Bảng 1"
part = "xong"
whole = "tong"
mean = "trung_binh"

[[node]]
group = "1"
name = "A group [i]with[/i] a rule"
max = 5
note = "a note"
counts = "rule"
measure = { count = "a" }
score = { kind = "proportional", rate = 1 }

[[node]]
criterion = "1.1"
name = "A part"
max = 2
measure = { count = "a" }
score = { kind = "proportional", rate = 1 }

[[node]]
criterion = "2"
name = "No maximum"
capped = false
measure = { count = "a" }
score = { kind = "proportional", rate = 1 }

[[node]]
criterion = "3"
name = "A table"
max = 10
measure = { share = "trung_binh" }
score = { kind = "proportional", rate = "max" }

[[node]]
group = "4"
name = "Nothing in it"
"""
"""A rubric with everything in it that the shipped one has not."""


class TestWhole:
    """``rubrik show SLUG``: the rubric as it was printed, and the readings it offers."""

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            (
                "vi",
                (
                    "Tối đa 1000 Nguồn thanh-hoa-trieu-thanh-2023: Kết quả tự đánh giá thực hiện "
                    "bộ chuyển đổi số cấp xã năm 2023 (Biểu mẫu 01, UBND xã Triệu Thành)"
                ),
            ),
            (
                "en",
                (
                    "Max 1000 Source thanh-hoa-trieu-thanh-2023: Kết quả tự đánh giá thực hiện "
                    "bộ chuyển đổi số cấp xã năm 2023 (Biểu mẫu 01, UBND xã Triệu Thành)"
                ),
            ),
        ],
    )
    def test_the_head_names_the_source(self, rubrik: Rubrik, lang: str, expected: str) -> None:
        """The maximum of the whole, and the document that the rubric was printed in."""
        result = rubrik("show", SLUG, "--lang", lang)

        assert (0, "") == (result.status, result.err)
        assert expected in result.flat

    def test_a_row_has_name_maximum_print_and_source(self, rubrik: Rubrik) -> None:
        """The printed words of the rule, and the file and line they stand in."""
        out = rubrik("show", SLUG).out.splitlines()
        start = next(index for index, line in enumerate(out) if line.startswith(" 1.4 "))
        row = "\n".join(out[start : start + 2])

        assert "1.4" in row
        assert "Hệ thống truyền thanh cơ sở có chuyên mục riêng về" in row
        assert "  10  - Đã có: Điểm tối đa. - Chưa có: 0 điểm." in row
        assert "thanh-hoa-trieu-thanh-2023:79" in row

    def test_a_maximum_that_is_not_printed_is_marked(self, rubrik: Rubrik) -> None:
        """3.11 prints none: what stands there is a reading, and a footnote says so."""
        result = rubrik("show", SLUG)

        assert "10 * " in next(
            line for line in result.out.splitlines() if line.startswith(" 3.11 ")
        )
        assert (
            "* không in ở hàng ấy: cộng từ các hàng bên dưới hoặc theo cách hiểu đang áp dụng"
        ) in result.flat

    def test_every_reading_is_asked(self, rubrik: Rubrik) -> None:
        """The question, all options with the one in force marked, and the reason."""
        assert (
            "toi-da-3-11 (3.11) What is 3.11 worth at most? "
            "● 10: 10 điểm (default) ○ 0: 0 điểm: không in điểm thì không tính "
            "Why this default: The other rows of group 3 add up to 90 and the group declares 100: "
            "exactly 10 are left."
        ) in rubrik("show", SLUG, "--lang", "en").flat

    def test_a_reading_can_be_chosen(self, rubrik: Rubrik) -> None:
        """The rubric is shown as the caller reads it."""
        result = rubrik("show", SLUG, "--reading", "toi-da-3-11=0")

        assert "○ 10: 10 điểm (mặc định) ● 0: 0 điểm: không in điểm thì không tính" in result.flat

    def test_a_rubric_from_a_file_is_shown(self, rubrik: Rubrik) -> None:
        """Decision, missing maxima, notes; square brackets of the data are no markup."""
        result = rubrik("show", rubrik.file("odd.toml", ODD))

        assert "Bộ tiêu chí Odd [bold]rubric[/bold] test/odd · sha256:" in result.flat
        assert "Văn bản UBND tỉnh · 12/QĐ-UBND · 2023-05-06 Tối đa – " in result.flat
        assert " 1 A group [i]with[/i] a rule 5 a note " in result.flat
        assert " 2 No maximum – " in result.flat
        assert "Cách hiểu" not in result.out
        assert "* không in" not in result.out


class TestOneRow:
    """``--code``: everything about one row, to explain or dispute a point."""

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            (
                "vi",
                (
                    "Tổng(Có hoặc không(3/5 tối đa / 0), "
                    "Theo mức(≥ 48 → 2/5 tối đa; ≥ 12, ≤ 47 → 1/5 tối đa; < 12 → 0)) "
                    "Điểm có thể đạt 0–20 "
                ),
            ),
            (
                "en",
                (
                    "Sum(Boolean(3/5 max / 0), "
                    "Banded(≥ 48 → 2/5 max; ≥ 12, ≤ 47 → 1/5 max; < 12 → 0)) "
                    "Reachable points 0–20 "
                ),
            ),
        ],
    )
    def test_the_rule_and_its_bounds(self, rubrik: Rubrik, lang: str, expected: str) -> None:
        """The rule as it was understood, and what it can come to."""
        flat = rubrik("show", SLUG, "--code", "6.1", "--lang", lang).flat

        assert expected in flat

    def test_inputs_and_examples(self, rubrik: Rubrik) -> None:
        """What is asked for with its options, and worked cases under their readings."""
        flat = rubrik("show", SLUG, "--code", "4.3", "--lang", "en").flat

        assert (
            "Inputs cong_chuc_cds: Xã, phường, thị trấn có công chức chuyên trách, kiêm nhiệm "
            "về chuyển đổi số Value: a list of different items out of: chuyen_trach, kiem_nhiem "
            "- chuyen_trach: chuyên trách - kiem_nhiem: kiêm nhiệm Examples "
        ) in flat
        assert "cong_chuc_cds = [chuyen_trach] → 20 points cong_chuc_cds" in flat
        assert (
            "cong_chuc_cds = [kiem_nhiem] → 0 points (reading chuyen-trach-kiem-nhiem-4-3 = ca-hai)"
        ) in flat

    def test_an_example_without_points(self, rubrik: Rubrik) -> None:
        """A worked case may be undefined."""
        flat = rubrik("show", SLUG, "--code", "3.1").flat

        assert "cbcc_may_tinh = 0, cbcc = 0 → không xác định " in flat
        assert "cbcc_may_tinh = 18, cbcc = 19 → 90/19 ≈ 4,74 điểm " in flat

    def test_an_example_in_a_cohort(self, rubrik: Rubrik) -> None:
        """A worked case of a row that compares units says what it was compared with."""
        flat = rubrik("show", SLUG, "--code", "3.11").flat

        assert "chi_cds = 50 → 5 điểm (nhóm xếp hạng: thấp nhất 20, cao nhất 80)" in flat
        assert "chi_cds = 50 → không xác định chi_cds" in flat

    def test_flags_are_written_as_in_files(self, rubrik: Rubrik) -> None:
        """A worked case can be copied into a submission."""
        assert "mang_tslcd = true → 10 điểm" in rubrik("show", SLUG, "--code", "3.3").flat

    def test_a_group(self, rubrik: Rubrik) -> None:
        """A group has no inputs of its own, and what is known of its points is only a hull."""
        result = rubrik("show", SLUG, "--code", "6")

        assert "Tối đa 200 Tối đa như in 200 " in result.flat
        assert "Điểm không vượt ra ngoài 0–182" in result.flat
        assert "Số liệu" not in result.out

    def test_a_group_with_a_rule(self, rubrik: Rubrik) -> None:
        """The note as printed, the input with its definition, points without an upper end."""
        flat = rubrik("show", rubrik.file("odd.toml", ODD), "--code", "1", "--lang", "en").flat

        assert (
            "1 A group [i]with[/i] a rule Max 5 Max as printed 5 Note as printed a note "
            "Measure Count(count='a') Rule Proportional(1 × x) Reachable points ≥ 0 "
            "Inputs a: Count [red]a[/red] (unit: x; item B.1 of the form) "
            "Value: a whole number from 0 up as defined"
        ) == flat

    def test_a_group_without_rows(self, rubrik: Rubrik) -> None:
        """Nothing is known of its points, and nothing is said."""
        flat = rubrik("show", rubrik.file("odd.toml", ODD), "--code", "4", "--lang", "en").flat

        assert "4 Nothing in it Max – Max as printed –" == flat

    def test_an_unknown_code_is_refused(self, rubrik: Rubrik) -> None:
        """The nearest codes are named."""
        result = rubrik("show", SLUG, "--code", "6.99", "--lang", "en")

        assert (2, "") == (result.status, result.out)
        assert "rubrik: there is no criterion '6.99' (did you mean: 6.9?)\n" == result.err


class TestForPrograms:
    """``--json`` has every key that is promised."""

    def test_the_whole(self, rubrik: Rubrik) -> None:
        """The rubric, its rows in printed order, its inputs and readings."""
        found = rubrik("show", SLUG, "--json").json

        assert (SLUG, "1000", 66, 114, 76) == (
            found["slug"],
            found["max"],
            len(found["nodes"]),
            len(found["inputs"]),
            len(found["readings"]),
        )
        assert "Bộ chỉ số chuyển đổi số cấp xã, tỉnh Thanh Hóa, năm 2023" == found["title"]
        assert ["I", "1", "1.1", "1.2"] == [node["code"] for node in found["nodes"][:4]]

    def test_every_node(self, rubrik: Rubrik) -> None:
        """No row lacks a key."""
        nodes = rubrik("show", SLUG, "--json").json["nodes"]

        assert [set()] * 66 == [NODE_KEYS - node.keys() for node in nodes]

    def test_one_row(self, rubrik: Rubrik) -> None:
        """``--code`` leaves one row, with its inputs and its readings."""
        found = rubrik("show", SLUG, "--json", "--code", "3.11").json

        assert [("3.11", "3", "criterion", "10", None)] == [
            (node["code"], node["parent"], node["kind"], node["max"], node["printed_max"])
            for node in found["nodes"]
        ]
        assert ["chi_cds"] == [each["name"] for each in found["inputs"]]
        assert "toi-da-3-11" in [each["id"] for each in found["readings"]]

    def test_under_a_reading(self, rubrik: Rubrik) -> None:
        """The maximum follows the reading, the printed one does not."""
        arguments = ("--code", "3.11", "--reading", "toi-da-3-11=0")
        (node,) = rubrik("show", SLUG, "--json", *arguments).json["nodes"]

        assert ("0", None) == (node["max"], node["printed_max"])
