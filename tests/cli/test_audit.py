import pytest

import rubrik as library
from auditing.small import CLEAN
from cli.running import SLUG, Rubrik

HOLE = CLEAN.replace("{ from = 2, to = 3, points = 5 },\n", "")
WRONG = CLEAN.replace("points = 5 }]", "points = 6 }]")
NOTED = CLEAN.replace("max = 30\n", "")


class TestAudit:
    """``rubrik audit``: what can be said of a rubric alone."""

    def test_a_clean_rubric(self, rubrik: Rubrik) -> None:
        """Its title, and that nothing was found."""
        result = rubrik("audit", rubrik.file("nho.toml", CLEAN), "--strict")

        assert (0, "") == (result.status, result.err)
        assert "Nhỏ\nnho\nKhông phát hiện lỗi hay cảnh báo nào.\n" == result.out

    def test_a_finding(self, rubrik: Rubrik) -> None:
        """The row, how grave it is, its kind, what it says and follows from, and the count."""
        result = rubrik("audit", rubrik.file("nho.toml", WRONG), "--lang", "en")

        assert (0, "") == (result.status, result.err)
        assert (
            "1.1 error example 1: it comes out as 5 points, the example says 6 points "
            "example-fails Từ 50% được 10 điểm"
        ) in result.flat
        assert result.flat.endswith("1 errors · 0 warnings · 0 notes")

    @pytest.mark.parametrize(("text", "expected"), [(CLEAN, 0), (NOTED, 0), (HOLE, 1), (WRONG, 1)])
    def test_strict_refuses_what_is_above_a_note(
        self, rubrik: Rubrik, text: str, expected: int
    ) -> None:
        """Notes are answers; warnings and errors are open questions."""
        assert expected == rubrik("audit", rubrik.file("nho.toml", text), "--strict").status

    def test_the_json(self, rubrik: Rubrik) -> None:
        """One object for each finding, under the rubric that it is found in."""
        found = rubrik("audit", rubrik.file("nho.toml", HOLE), "--json").json
        rubric = library.loads(HOLE)
        assert isinstance(rubric, library.Rubric)

        assert {
            "format": 1,
            "rubric": "nho",
            "rubric_hash": rubric.content_hash,
            "version": library.__version__,
            "findings": [
                {
                    "code": "1.2",
                    "kind": "hole",
                    "severity": "warning",
                    "message": "giá trị ≥ 2, ≤ 3 không thuộc mức nào: không xác định được điểm",
                    "printed": "Số quý",
                }
            ],
        } == found

    def test_a_shipped_rubric(self, rubrik: Rubrik) -> None:
        """By its slug."""
        result = rubrik("audit", SLUG, "--json", "--lang", "en")

        assert (0, "") == (result.status, result.err)
        assert {
            "code": "6.6",
            "kind": "never-reaches-maximum",
            "severity": "note",
            "message": "the rule gives 12 points at most, never the maximum 20 "
            "(asked by the reading: mot-phan-nam-6-6)",
            "printed": "- Mỗi nền tảng sau được triển khai được 1/5 số điểm tối đa. "
            "+ Hồ sơ sức khỏe điện tử. + Ứng dụng Smart Thanh Hóa. "
            "+ Ứng dụng Phản hồi Thanh Hóa. - Chưa triển khai: 0 điểm.",
        } in result.json["findings"]

    @pytest.mark.parametrize("columns", [80, 120])
    def test_a_scale_is_named_in_full(
        self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch, columns: int
    ) -> None:
        """The id of a scale is not broken, also in a narrow terminal."""
        monkeypatch.setenv("COLUMNS", str(columns))
        result = rubrik("audit", "an-giang/cap-xa-2018", "--lang", "en")

        assert (0, "") == (result.status, result.err)
        assert "\n scale: " in result.out
        assert "\n   chinh-quyen-dien-tu  " in result.out

    def test_what_is_no_rubric(self, rubrik: Rubrik) -> None:
        """An unknown slug is refused as by the other commands."""
        result = rubrik("audit", "nho/khong-co", "--lang", "en")

        assert (2, "rubrik: there is no rubric 'nho/khong-co'\n") == (result.status, result.err)
