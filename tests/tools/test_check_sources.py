import unicodedata
from pathlib import Path

import pytest

import check_sources

# Three rows as they stand in a source: a group, a criterion whose rule runs over a page's end,
# and one without a maximum.
SOURCE = """\
3
Hạ tầng số
100
3.1
Tỷ lệ CBCC được trang bị
máy tính
2,5
a = Số lượng CBCC được trang bị máy tính.
5
TT
- Điểm = Tỷ lệ*Điểm tối đa.
3.11
Tổng chi Ngân sách nhà nước
(Đơn vị triệu đồng).
Giải thích: chi cho chuyển đổi số.
"""

RUBRIC = """\
[[node]]
group = "3"
name = "Hạ tầng số"
max = 100
source = { file = "printed", line = 1, name = "2" }

[[node]]
criterion = "3.1"
name = "Tỷ lệ CBCC được trang bị máy tính"
max = 2.5
printed = "a = Số lượng CBCC được trang bị máy tính. - Điểm = Tỷ lệ*Điểm tối đa."
source = { file = "printed", line = 4, name = "5-6", printed = "8,11" }

[[node]]
criterion = "3.11"
name = "Tổng chi Ngân sách nhà nước"
printed = "(Đơn vị triệu đồng)."
note = "Giải thích: chi cho chuyển đổi số."
source = { file = "printed", line = 12, name = 13, printed = "14", note = "15" }
"""


def check(folder: Path, *, source: str = SOURCE, rubric: str = RUBRIC) -> int:
    """Run the script on one source and one rubric."""
    (folder / "rubrics" / "province").mkdir(parents=True)
    (folder / "printed.txt").write_text(source, encoding="utf-8")
    (folder / "rubrics" / "province" / "year.toml").write_text(rubric, encoding="utf-8")
    return check_sources.main([str(folder), "--rubrics", str(folder / "rubrics")])


def test_a_faithful_rubric_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A rubric that quotes its source to the letter is reported with its counts alone."""
    status = check(tmp_path)

    assert "1 rubrics, 3 nodes, 0 mismatches with the sources\n" == capsys.readouterr().out
    assert 0 == status


@pytest.mark.parametrize(
    ("before", "after", "report"),
    [
        pytest.param(
            'name = "Hạ tầng số"',
            'name = "Hạ tầng"',
            "printed.txt:2: 3 name\n  expected: Hạ tầng số\n  found:    Hạ tầng\n",
            id="name",
        ),
        pytest.param(
            'printed = "(Đơn vị triệu đồng)."',
            'printed = "(Đơn vị triệu đồng)"',
            "printed.txt:14: 3.11 printed\n"
            "  expected: (Đơn vị triệu đồng).\n  found:    (Đơn vị triệu đồng)\n",
            id="rule",
        ),
        pytest.param(
            'note = "Giải',
            'note = "giải',
            "printed.txt:15: 3.11 note\n  expected: Giải thích: chi cho chuyển đổi số.\n"
            "  found:    giải thích: chi cho chuyển đổi số.\n",
            id="note",
        ),
        pytest.param(
            'printed = "8,11"',
            'printed = "8-9,11"',
            "printed.txt:8: 3.1 printed\n  expected: a = Số lượng CBCC được trang bị máy tính. 5"
            " - Điểm = Tỷ lệ*Điểm tối đa.\n"
            "  found:    a = Số lượng CBCC được trang bị máy tính. - Điểm = Tỷ lệ*Điểm tối đa.\n",
            id="span",
        ),
        pytest.param(
            ', note = "15"',
            "",
            "printed.txt:12: 3.11 note\n  expected: both words and lines\n"
            "  found:    ('Giải thích: chi cho chuyển đổi số.', None)\n",
            id="no-span",
        ),
        pytest.param(
            ', note = "15"',
            ', note = "15 to 16"',
            "printed.txt:12: 3.11 note\n  expected: both words and lines\n"
            "  found:    ('Giải thích: chi cho chuyển đổi số.', '15 to 16')\n",
            id="no-such-span",
        ),
        pytest.param(
            "max = 2.5",
            "max = 5",
            "printed.txt:4: 3.1 max\n  expected: 2,5\n  found:    5\n",
            id="claim-taken-for-maximum",
        ),
        pytest.param(
            'printed = "(Đơn',
            'max = 10\nprinted = "(Đơn',
            "printed.txt:12: 3.11 max\n  expected: no number in this row\n  found:    10\n",
            id="maximum-not-printed",
        ),
        pytest.param(
            'criterion = "3.11"',
            'criterion = "3.1"',
            "printed.txt:12: 3.1 number\n  expected: 3.11\n  found:    3.1\n",
            id="number",
        ),
        pytest.param(
            'file = "printed", line = 12',
            'file = "printed", line = 99',
            "printed.txt:12: 3.1 is followed by a row without a node\n"
            "  expected: 3.11\n  found:    nothing\n"
            "printed.txt:99: 3.11 line\n"
            "  expected: a line with words\n  found:    an empty line, or none\n"
            "printed.txt:13: 3.11 name\n"
            "  expected: lines of the row, range(99, 100)\n  found:    [13]\n",
            id="line",
        ),
    ],
)
def test_a_perturbed_copy_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, report: str
) -> None:
    """One changed word, figure, number or span is reported with its line, and fails the check."""
    status = check(tmp_path, rubric=RUBRIC.replace(before, after, 1))

    out = capsys.readouterr().out.rpartition("1 rubrics, 3 nodes, ")[0]
    assert report == out
    assert 1 == status


def test_all_mismatches_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second mistake is reported beside the first."""
    rubric = RUBRIC.replace("max = 2.5", "max = 2").replace("triệu đồng", "đồng")

    assert 1 == check(tmp_path, rubric=rubric)
    assert "1 rubrics, 3 nodes, 2 mismatches" in capsys.readouterr().out


def test_a_row_that_was_left_out_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row number of the source that belongs to no node is named."""
    status = check(tmp_path, source=SOURCE + "3.12\nMột dòng bị bỏ sót\n")

    assert "printed.txt:16: 3.11 is followed by a row without a node" in capsys.readouterr().out
    assert 1 == status


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(unicodedata.normalize("NFD", SOURCE), id="decomposed"),
        pytest.param(SOURCE.replace(" ", "\t \N{NO-BREAK SPACE}"), id="blanks"),
        pytest.param(SOURCE.replace("\n", "\r\n"), id="line-ends"),
    ],
)
def test_the_form_of_letters_and_blanks_does_not_matter(tmp_path: Path, source: str) -> None:
    """Composed and decomposed letters, and any run of white space, count as the same."""
    assert 0 == check(tmp_path, source=source)


@pytest.mark.parametrize(
    ("maximum", "printed"),
    [("2.5", "2,5"), ("2.5", "2.5"), ('"5/2"', "2,5"), ("1000", "1.000"), ("1000", "1000")],
)
def test_a_maximum_may_be_printed_in_several_ways(
    tmp_path: Path, maximum: str, printed: str
) -> None:
    """Decimal commas, decimal points and thousands' points all give the number they mean."""
    rubric = RUBRIC.replace("max = 2.5", f"max = {maximum}")
    source = SOURCE.replace("2,5", printed)

    assert 0 == check(tmp_path, rubric=rubric, source=source)


def test_a_heading_may_hold_its_maximum_in_its_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no number stands by itself, points in the name are the maximum; a count is none."""
    heading = "Nhóm hạ tầng (50 tiêu chí/ 500 điểm)"
    source = SOURCE.replace("Hạ tầng số\n100\n", f"{heading}\nSTT\n")
    rubric = RUBRIC.replace('"Hạ tầng số"\nmax = 100', f'"{heading}"\nmax = 50')

    assert 1 == check(tmp_path, source=source, rubric=rubric)
    assert "3 max\n  expected: 500\n  found:    50\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("code", "printed"),
    [("B.II.13.2", "13.2"), ("III.3.3", "3.3"), ("II", "II."), ("II.4.1a", "a"), ("B.II.A", "A")],
)
def test_the_tail_of_a_code_is_the_number_of_its_row(
    tmp_path: Path, code: str, printed: str
) -> None:
    """A code ends in what its row prints, with the letter of a lettered row right behind."""
    rubric = RUBRIC.replace('criterion = "3.1"\n', f'criterion = "{code}"\n')

    assert 0 == check(tmp_path, rubric=rubric, source=SOURCE.replace("3.1\n", f"{printed}\n"))


@pytest.mark.parametrize(("code", "printed"), [("B.II.13.2", "3.2"), ("II.4.1a", "b")])
def test_another_number_is_not_the_tail_of_a_code(tmp_path: Path, code: str, printed: str) -> None:
    """Ending in the same digits is not enough: whole components must agree."""
    rubric = RUBRIC.replace('criterion = "3.1"\n', f'criterion = "{code}"\n')

    assert 1 == check(tmp_path, rubric=rubric, source=SOURCE.replace("3.1\n", f"{printed}\n"))


def test_a_node_without_a_place_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every node must say in which file and on which line it was printed."""
    status = check(tmp_path, rubric=RUBRIC.replace(', line = 1, name = "2"', ""))

    report = (
        f"{tmp_path}/rubrics/province/year.toml: 3 source\n"
        "  expected: a source with a file and a line\n  found:    {'file': 'printed'}\n"
    )
    assert capsys.readouterr().out.startswith(report)
    assert 1 == status


def test_a_missing_source_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A rubric whose source is not in the folder fails, once for all its nodes."""
    status = check(tmp_path, rubric=RUBRIC.replace('"printed"', '"elsewhere"'))

    report = f"{tmp_path}/elsewhere.txt: source\n  expected: a file, for 3 nodes\n"
    assert capsys.readouterr().out.startswith(report)
    assert 1 == status


def test_no_rubric_at_all_fails(tmp_path: Path) -> None:
    """A check that read nothing has shown nothing."""
    assert 1 == check_sources.main([str(tmp_path), "--rubrics", str(tmp_path)])


REPORT = """\
- Tiêu chí 15: Tỷ lệ máy tính/CBCC: 171% (48/28).
"""

CHECKLIST = """\
[[node]]
criterion = "1"
name = "Tiêu chí 15: Tỷ lệ máy tính/CBCC"
source = { file = "printed", line = 1, name = "1~" }
"""


def test_a_part_of_a_line_may_be_quoted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a report answers on the line of its question, "~" marks the quote as a part of it."""
    status = check(tmp_path, source=REPORT, rubric=CHECKLIST)

    assert "1 rubrics, 1 nodes, 0 mismatches with the sources\n" == capsys.readouterr().out
    assert 0 == status


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("CBCC", "CBC", id="a word cut off"),
        pytest.param("máy tính/CBCC", "CBCC/máy tính", id="other words"),
    ],
)
def test_a_part_of_a_line_must_stand_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], before: str, after: str
) -> None:
    """The words of a part are those of the print, whole and in its order."""
    status = check(tmp_path, source=REPORT, rubric=CHECKLIST.replace(before, after))

    found = f"Tiêu chí 15: Tỷ lệ {'máy tính/CBCC'.replace(before, after)}"
    assert (
        "printed.txt:1: 1 name\n"
        "  expected: - Tiêu chí 15: Tỷ lệ máy tính/CBCC: 171% (48/28).\n"
        f"  found:    {found}\n"
        "1 rubrics, 1 nodes, 1 mismatches with the sources\n" == capsys.readouterr().out
    )
    assert 1 == status
