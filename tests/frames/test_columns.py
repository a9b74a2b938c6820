from typing import Any

import pytest
from attrs import evolve

import rubrik
from frames.backends import BACKENDS, Backend, by_name
from frames.small import COLUMNS, RUBRIC, with_columns
from rubrik.errors import TableError
from rubrik.frames import certify, precision, score

(POLARS, *_) = BACKENDS


def refused(backend: Backend = POLARS, columns: Any = COLUMNS, **asked: Any) -> str:  # noqa: ANN401
    """What is said of a frame that is refused before any row is read."""
    with pytest.raises(TableError) as caught:
        score(RUBRIC, backend.frame(columns), **asked)
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
        "4 problems\n"
        "- column 'phan': “Phần” cannot be of type String: expected is a whole number of at least 0\n"
        "- column 'ty_le': “Tỷ lệ” cannot be of type Float32: "
        "expected is a share from 0 to 100 % (e.g. 0,95; 95%; 19/20)\n"
        "- column 'tien': “Kinh phí” cannot be of type Boolean: "
        "expected is a number of at least 0, in triệu đồng\n"
        "- column 'chon': “Chuyên mục” cannot be of type Int64: expected is one of: rieng, chung"
    ) == refused(backend, wrong)


def test_a_wrong_type_is_said_in_vietnamese_too() -> None:
    """Every refusal is in both languages."""
    with pytest.raises(TableError) as caught:
        score(RUBRIC, POLARS.frame(with_columns(co=("float32", [1.0] * 5))))

    assert "" == caught.value.text("vi")


def test_a_mapping_of_what_is_not_there_is_refused() -> None:
    """An input that the rubric does not have, and a column that the frame does not."""
    assert (
        "2 problems\n"
        "- columns › phann: there is no input 'phann' (did you mean: phan?)\n"
        "- columns › toan: the table has no column “tan” (did you mean: …)"
    ) == refused(columns=COLUMNS | {}, **{"columns": {"phann": "phan", "toan": "tan"}})
