import re
from pathlib import Path

import pytest

import rubrik as library
from cli.running import SLUG, Rubrik
from cli.test_show import ODD
from rubrik.codec import load_submission
from rubrik.measures import ChoiceInput

TO_FILL_IN = re.compile(r"^# (\S+) = (\"\")?(?=  #|$)", re.MULTILINE)
"""A line of a template that waits for a value: a key, and perhaps quotes to write between."""

ANSWERS = {"flag": "true", "items": "[]", "share": '"50%"', "count": "1", "amount": '"2,5"'}


def filled(template: str, answers: dict[str, str]) -> str:
    """A template with every line that waits for a value filled in."""
    inputs, claims, evidence = re.split(r"^\[(?:claims|evidence)\]$", template, flags=re.MULTILINE)
    inputs = TO_FILL_IN.sub(lambda line: f"{line[1]} = {answers[line[1]]}", inputs)
    claims = TO_FILL_IN.sub(r"\1 = 1", claims)
    evidence = TO_FILL_IN.sub(r'\1 = "seen"', evidence)
    return f"{inputs}[claims]{claims}[evidence]{evidence}"


def answers_to(rubric: library.Rubric) -> dict[str, str]:
    """Something that every input of a rubric takes."""
    return {
        each.name: f'"{each.answers[0]}"' if isinstance(each, ChoiceInput) else ANSWERS[each.kind]
        for each in rubric.inputs
    }


class TestToml:
    """``rubrik template SLUG``: an empty report with everything to fill in as comments."""

    def test_it_loads_as_it_is(self, rubrik: Rubrik) -> None:
        """An untouched template is a submission with nothing in it, pinned to the rubric."""
        path = rubrik.file("t.toml", rubrik("template", SLUG).out)
        now = library.load(SLUG).content_hash

        assert library.Submission(rubric=SLUG, rubric_hash=now) == load_submission(path)

    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_it_loads_filled_in(self, rubrik: Rubrik, lang: str) -> None:
        """Every line can be filled in: 114 inputs, 56 claims, 56 pieces of evidence."""
        template = rubrik("template", SLUG, "--lang", lang).out
        text = filled(template, answers_to(library.load(SLUG)))
        report = load_submission(rubrik.file("t.toml", text))

        assert (114, 56, 56) == (len(report.inputs), len(report.claims), len(report.evidence))

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            ("vi", "Nhãn để xếp hạng trong từng nhóm đơn vị (không bắt buộc)"),
            ("en", "Labels by which units are ranked among their like, if any"),
        ],
    )
    def test_labels_have_a_place(self, rubrik: Rubrik, lang: str, expected: str) -> None:
        """A unit can say in which district it lies, so that it is ranked there."""
        text = rubrik("template", SLUG, "--lang", lang).out

        assert f'\n[labels]\n# {expected}: huyen = "Huyện A"\n\n[inputs]\n' in text

    def test_what_is_filled_in_can_be_scored(self, rubrik: Rubrik) -> None:
        """One fact taken out of its comment is read by the rule that needs it."""
        text = rubrik("template", SLUG).out.replace("# mang_tslcd = ", 'mang_tslcd = "Có kết nối"')
        path = rubrik.file("t.toml", text)
        lines = rubrik("score", path, "--json").json["lines"]

        assert ["10"] == [line["points"] for line in lines if line["code"] == "3.3"]

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            (
                "vi",
                """
# Tổng số cán bộ công chức (CBCC) (đơn vị: người; mục A.3 của biểu)
# Giá trị: một số nguyên từ 0 trở lên
# Dùng cho: 3.1, 4.4, 6.7, 6.10
# cbcc = \n""",
            ),
            (
                "en",
                """
# Tổng số cán bộ công chức (CBCC) (unit: người; item A.3 of the form)
# Value: a whole number from 0 up
# Read by: 3.1, 4.4, 6.7, 6.10
# cbcc = \n""",
            ),
        ],
    )
    def test_an_input_has_label_unit_domain_and_form_item(
        self, rubrik: Rubrik, lang: str, expected: str
    ) -> None:
        """Whoever fills it in sees what is asked for, and which rows it decides."""
        assert expected in rubrik("template", SLUG, "--lang", lang).out

    def test_a_choice_lists_its_options(self, rubrik: Rubrik) -> None:
        """The ids to write, with the printed words that they stand for."""
        assert (
            """
# Giá trị: một trong: rieng, lien_ket, chua_co
#   - rieng: Có chuyên mục riêng
#   - lien_ket: Liên kết về Chuyên trang chuyển đổi số của tỉnh (chuyendoiso.thanhhoa.gov.vn)
#   - chua_co: Chưa có chuyên mục riêng
# Dùng cho: 1.3
# chuyen_muc_cds = \n"""
            in rubrik("template", SLUG).out
        )

    def test_a_share_names_the_counts_it_stands_for(self, rubrik: Rubrik) -> None:
        """Nobody need report both, and nobody shall be surprised that the counts win."""
        assert (
            """
# Chỉ ghi tỷ lệ này khi không có số đếm: cbcc_may_tinh, cbcc
# ty_le_cbcc_may_tinh = \n"""
            in rubrik("template", SLUG).out
        )

    def test_an_input_of_another_reading_says_so(self, rubrik: Rubrik) -> None:
        """No row reads it by default."""
        assert (
            """
# Không hàng nào dùng theo các cách hiểu mặc định
# lan_phat_song_binh_quan = \n"""
            in rubrik("template", SLUG).out
        )

    def test_claims_and_evidence_have_their_codes(self, rubrik: Rubrik) -> None:
        """Every row with its name, a claim with its maximum too."""
        out = rubrik("template", SLUG).out

        assert (
            '\n# 8 Hoạt động xã hội số\n# "8.1" =   # Tỷ lệ người dân có danh tính số/ '
            "tài khoản định danh điện tử (tối đa 30)\n"
        ) in out
        assert (
            '\n# "8.1" = ""  # Tỷ lệ người dân có danh tính số/ tài khoản định danh điện tử\n'
        ) in out

    def test_odd_rubrics_have_templates_too(self, rubrik: Rubrik) -> None:
        """Tables and their aggregates, names that need quotes, rows without a maximum."""
        named = ODD.replace('name = "a"', 'name = "số a"').replace('= "a" }', '= "số a" }')
        out = rubrik("template", rubrik.file("odd.toml", named), "--lang", "en").out

        assert (
            """
# Count [red]a[/red] (unit: x; item B.1 of the form)
# as defined
# Value: a whole number from 0 up
# Read by: 1, 1.1, 2
# "số a" = \n"""
            in out
        )
        assert (
            """
# Value: a list of rows [xong, tong], no part above its whole
# Read by: 3
# bang = \n"""
            in out
        )
        assert (
            """
# Read by: 3
# Write it only where there is no table bang
# trung_binh = \n"""
            in out
        )
        assert '\n# "2" =   # No maximum\n' in out


class TestJson:
    """``rubrik template SLUG --json``: the same for other programs."""

    def test_the_submission_loads(self, rubrik: Rubrik) -> None:
        """What is under ``submission`` is a submission with nothing in it."""
        found = rubrik("template", SLUG, "--json").json
        now = library.load(SLUG).content_hash

        assert {
            "rubric": SLUG,
            "rubric_hash": now,
            "unit": "",
            "period": "",
            "inputs": {},
            "claims": {},
            "evidence": {},
        } == found["submission"]

    def test_says_what_it_was_made_by(self, rubrik: Rubrik) -> None:
        """As every document does: its format, and the version of the library."""
        for command in ("template", "show"):
            found = rubrik(command, SLUG, "--json").json

            assert (1, library.__version__) == (found["format"], found["version"])

    def test_the_inputs_are_described(self, rubrik: Rubrik) -> None:
        """Name, label, kind, unit, domain, options, definition, form item, criteria."""
        found = rubrik("template", SLUG, "--json", "--lang", "en").json["inputs"]

        assert 114 == len(found)
        assert {
            "name": "cbcc",
            "label": "Tổng số cán bộ công chức (CBCC)",
            "kind": "count",
            "unit": "người",
            "allowed": "a whole number from 0 up",
            "options": {},
            "definition": "",
            "form": "A.3",
            "criteria": ["3.1", "4.4", "6.7", "6.10"],
        } == found[0]

    def test_the_criteria_are_listed(self, rubrik: Rubrik) -> None:
        """Every code that claims and evidence can have; no maximum is null."""
        found = rubrik("template", SLUG, "--json").json["criteria"]
        odd = rubrik("template", rubrik.file("odd.toml", ODD), "--json").json["criteria"]

        assert 56 == len(found)
        assert {"code": "2", "name": "No maximum", "max": None} in odd
        assert {"code": "3", "name": "A table", "max": "10"} in odd


class TestOutput:
    """``-o FILE``: a file is written, and none is lost."""

    def test_a_file_is_written(self, rubrik: Rubrik) -> None:
        """What would be printed stands in the file."""
        path = rubrik.folder / "mẫu.toml"
        result = rubrik("template", SLUG, "-o", str(path))

        assert (0, f"đã ghi {path}\n", "") == (result.status, result.out, result.err)
        assert rubrik("template", SLUG).out == path.read_text(encoding="utf-8")

    def test_a_file_that_exists_is_kept(self, rubrik: Rubrik) -> None:
        """Hours of filling in are not written over."""
        path = rubrik.file("t.toml", "mine")
        result = rubrik("template", SLUG, "-o", path)

        assert (2, "") == (result.status, result.out)
        assert f"rubrik: {path}: tệp đã có: dùng --force để ghi đè\n" == result.err
        assert "mine" == Path(path).read_text(encoding="utf-8")

    def test_force_writes_over_it(self, rubrik: Rubrik) -> None:
        """Unless the caller says so."""
        path = rubrik.file("t.json", "mine")
        result = rubrik("template", SLUG, "--json", "--force", "-o", path, "--lang", "en")

        assert (0, f"{path} is written\n") == (result.status, result.out)
        assert Path(path).read_text(encoding="utf-8").startswith('{\n  "format": 1,\n')

    def test_a_file_that_cannot_be_written(self, rubrik: Rubrik) -> None:
        """The system's reason is given."""
        path = rubrik.folder / "no" / "such" / "folder.toml"
        result = rubrik("template", SLUG, "-o", str(path), "--lang", "en")

        assert 2 == result.status
        assert (
            f"rubrik: {path}: the file cannot be written: No such file or directory\n"
        ) == result.err
