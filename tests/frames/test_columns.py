from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from attrs import evolve

from frames.backends import BACKENDS, Backend, Columns, by_name
from frames.small import COLUMNS, RUBRIC, with_columns
from rubrik import Policy, Rubric
from rubrik.errors import TableError
from rubrik.frames import certify, rank, score

(POLARS, *_) = BACKENDS


def refused(
    backend: Backend = POLARS,
    columns: Columns = COLUMNS,
    rubric: Rubric = RUBRIC,
    renamed: Mapping[str, str] | None = None,
    outputs: Iterable[Any] = ("total",),
) -> str:
    """What is said of a frame that is refused before any row is read."""
    with pytest.raises(TableError) as caught:
        score(rubric, backend.frame(columns), columns=renamed, outputs=outputs)
    return str(caught.value)


@pytest.mark.parametrize("backend", BACKENDS, ids=by_name)
def test_a_column_of_the_wrong_type_is_refused(backend: Backend) -> None:
    """What no value of a column can be is said before any row is read, all at once."""
    wrong = with_columns(
        phan=("string", ["3"] * 5),
        ty_le=("float32", [0.5] * 5),
        tien=("bool", [True] * 5),
        chon=("int64", [1] * 5),
    )
    assert (
        "4 problems:\n"
        "- column 'phan': “Phần” cannot be of type String: expected is a whole number from 0 up "
        "(read the column as numbers; the command rubrik score-table reads text)\n"
        "- column 'ty_le': “Tỷ lệ” cannot be of type Float32: "
        "expected is a share from 0 to 100%\n"
        "- column 'tien': “Kinh phí” cannot be of type Boolean: "
        "expected is a number from 0 up (triệu đồng)\n"
        "- column 'chon': “Chuyên mục” cannot be of type Int64: expected is one of: rieng, chung"
    ) == refused(backend, wrong)


def test_a_wrong_type_is_said_in_vietnamese_too() -> None:
    """Every refusal is in both languages."""
    with pytest.raises(TableError) as caught:
        score(RUBRIC, POLARS.frame(with_columns(co=("float32", [1.0] * 5))))

    assert (
        "cột 'co': “Kế hoạch” không thể có kiểu Float32: cần Đã ban hành hoặc Chưa ban hành"
    ) == caught.value.text("vi")


def test_a_mapping_of_what_is_not_there_is_refused() -> None:
    """An input that the rubric does not have, and a column that the frame does not."""
    assert (
        "2 problems:\n"
        "- columns › phann: there is no input phann (did you mean: phan?)\n"
        "- columns › toan: the table has no column 'tan' (did you mean: toan?)"
    ) == refused(renamed={"phann": "phan", "toan": "tan"})


@pytest.mark.parametrize("backend", BACKENDS, ids=by_name)
def test_a_frame_without_a_column_for_any_input_gives_no_points(backend: Backend) -> None:
    """Where what is missing is worth nothing, all units would have 0 points, in silence."""
    strict = evolve(RUBRIC, missing=Policy.ZERO)
    others: Columns = {"Phan": COLUMNS["phan"], "xa": ("string", ["a"] * 5)}

    assert (
        "no column is called like an input of the rubric: the argument columns says which are "
        "(did you mean: phan?)"
    ) == refused(backend, others, strict)
    assert (
        "no column is called like an input of the rubric: the argument columns says which are"
    ) == refused(backend, {"xa": others["xa"]}, strict)


def test_what_was_scored_may_be_ranked_without_its_inputs() -> None:
    """Places are told from the points; nobody scores again, and nothing counts as 0."""
    strict = evolve(RUBRIC, missing=Policy.ZERO)
    found = score(strict, POLARS.frame(COLUMNS))
    bare = found.drop([name for name in COLUMNS if name != "row"])

    places = rank(strict, bare)["rank_total"].to_list()
    assert rank(strict, found)["rank_total"].to_list() == places
    with pytest.raises(TableError):
        certify(strict, bare)


def test_a_list_in_one_column_is_refused() -> None:
    """A column called like a list would be left alone, and all units miss what stands in it."""
    apart = {name: each for name, each in COLUMNS.items() if not name.startswith("muc:")}
    together: Columns = {**apart, "muc": ("string", ["x;y"] * 5)}

    assert (
        "column 'muc': a list is read from a column for each of its items: muc:x, muc:y"
    ) == refused(columns=together)


def test_a_list_in_one_column_may_stand_beside_its_items() -> None:
    """Where the items have columns, the column of the whole list is one of the caller's own."""
    both = with_columns(muc=("string", ["x;y"] * 5))

    assert list(both) == list(score(RUBRIC, POLARS.frame(both), outputs=()).columns)[: len(both)]
