import pytest

from frames.backends import EAGER, Backend, by_name
from frames.small import RUBRIC, with_columns
from rubrik.frames import problems

every_engine = pytest.mark.parametrize("backend", EAGER, ids=by_name)


@every_engine
def test_what_is_wrong_with_a_row_is_said(backend: Backend) -> None:
    """Every row that is refused is named by its place, with all its problems."""
    wrong = with_columns(chon=("string", ["rieng", "riêng", "chung", "rieng", "rieng"]))
    found = problems(RUBRIC, backend.frame(wrong))

    assert [1, 3] == [each.row for each in found]
    assert [
        (
            "inputs › chon: Chuyên mục: 'riêng' will not do, one of: rieng, chung is expected "
            "(did you mean: rieng?)"
        ),
        "inputs › phan: Phần (9) is more than Toàn bộ (8)",
    ] == [problem.text("en") for each in found for problem in each.problems]


@every_engine
def test_a_frame_without_problems_has_none(backend: Backend) -> None:
    """Rows that are open are not wrong, and neither are those that are only beyond columns."""
    fine = with_columns(
        phan=("int64", [3, 1, None, 2**41, 0]), toan=("int64", [4, 3, None, 2**42, 0])
    )

    assert () == problems(RUBRIC, backend.frame(fine))


def test_an_answer_that_is_none_is_named_by_its_column() -> None:
    """Words of items that say neither yes nor no are shown as they stand."""
    (polars, *_) = EAGER
    wrong = with_columns(**{"muc:x": ("string", ["có"] * 4 + ["?"])})
    *_, found = problems(RUBRIC, polars.frame(wrong))

    assert 4 == found.row
    assert [
        ("column 'muc:x': Smart: '?' will not do, Có or Không is expected"),
    ] == [each.text("en") for each in found.problems]
    assert [
        ("cột 'muc:x': Smart: '?' không hợp lệ, cần Có hoặc Không"),
    ] == [each.text("vi") for each in found.problems]
