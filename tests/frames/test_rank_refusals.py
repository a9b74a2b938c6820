"""What cannot be ranked is said before any row is read."""

from typing import Any, Final

import pytest

from frames.backends import BACKENDS
from frames.tables import typed
from rubrik import NotFoundError, RubrikError, frames
from rubrik.errors import TableError
from scoring.rows import group, per_unit, rubric_of

POINTS: Final = rubric_of(per_unit("1", "a"))
"""A point for each A."""

FRAME: Final = BACKENDS[0].frame(typed({"a": [1, 2], "ty_le": [0.5, 0.5]}))


def refused(made: Any, *, again: bool = False, **options: Any) -> RubrikError:  # noqa: ANN401 - a frame, and what is asked for
    """What is said of a ranking."""
    with pytest.raises(RubrikError) as caught:
        (frames.certify_ranks if again else frames.rank)(POINTS, made, **options)
    return caught.value


def test_a_frame_has_to_be_scored() -> None:
    """With the points put out that it is ranked by."""
    error = refused(FRAME)

    assert (
        "2 problems:\n"
        "- the table has no column 'points_total' yet: score it first, and put 'total' out\n"
        "- the table has no column 'rubrik_status' yet: score it first, and put 'total' out"
    ) == error.text("en")
    assert (
        "2 lỗi:\n"
        "- bảng chưa có cột 'points_total': hãy chấm điểm trước, và đưa 'total' ra\n"
        "- bảng chưa có cột 'rubrik_status': hãy chấm điểm trước, và đưa 'total' ra"
    ) == error.text("vi")


def test_rows_have_to_be_put_out() -> None:
    """Criteria and groups are asked for by their names."""
    rubric = rubric_of(group("A", 10), per_unit("A.1", "a"))
    scored = frames.score(rubric, FRAME, outputs=["total"])
    found = []
    for node in ("A", "A.1"):
        with pytest.raises(TableError) as caught:
            frames.rank(rubric, scored, node=node)
        found.append(str(caught.value))

    assert [
        "the table has no column 'points_A' yet: score it first, and put 'groups' out",
        "the table has no column 'points_A_1' yet: score it first, and put 'criteria' out",
    ] == found


def test_a_row_has_to_be_there() -> None:
    """And one like it is offered."""
    error = refused(frames.score(POINTS, FRAME), node="11")

    assert "there is no criterion '11' (did you mean: 1?)" == error.text("en")
    assert "không có tiêu chí '11' (có phải là: 1?)" == error.text("vi")
    assert isinstance(error, NotFoundError)


def test_nothing_is_written_over() -> None:
    """A second rank takes a name of its own."""
    error = refused(frames.rank(POINTS, frames.score(POINTS, FRAME)))

    assert (
        "2 problems:\n"
        "- column 'rank_total': the table has this column already: "
        "the results would write over it\n"
        "- column 'rank_total_status': the table has this column already: "
        "the results would write over it"
    ) == error.text("en")
    assert (
        "2 lỗi:\n"
        "- cột 'rank_total': bảng đã có cột này: kết quả sẽ ghi đè lên nó\n"
        "- cột 'rank_total_status': bảng đã có cột này: kết quả sẽ ghi đè lên nó"
    ) == error.text("vi")


def test_places_have_to_be_there_before_they_are_certified() -> None:
    """Who was never ranked cannot be ranked better."""
    error = refused(frames.score(POINTS, FRAME), again=True)

    assert (
        "2 problems:\n"
        "- column 'rank_total': this column is not there yet: rank first\n"
        "- column 'rank_total_status': this column is not there yet: rank first"
    ) == error.text("en")
    assert (
        "2 lỗi:\n"
        "- cột 'rank_total': chưa có cột này: hãy xếp hạng trước\n"
        "- cột 'rank_total_status': chưa có cột này: hãy xếp hạng trước"
    ) == error.text("vi")


def test_groups_need_columns_that_tell_rows_apart() -> None:
    """As for what is compared."""
    error = refused(frames.score(POINTS, FRAME), within=["ty_le", "tinh"])

    assert (
        "2 problems:\n"
        "- within: rows cannot be told apart by the column 'ty_le' of type Float64: "
        "text or whole numbers are expected\n"
        "- within: the table has no column 'tinh'"
    ) == error.text("en")


def test_equals_are_ranked_in_one_of_three_ways() -> None:
    """Any other is refused, and one like it is offered."""
    error = refused(frames.score(POINTS, FRAME), ties="denser")

    assert (
        "'denser' will not do: one of these is expected: competition, dense, fractional "
        "(did you mean: dense?)"
    ) == error.text("en")
    assert (
        "'denser' không hợp lệ: cần một trong: competition, dense, fractional (có phải là: dense?)"
    ) == error.text("vi")
