"""What is special about pandas: an index, and columns of objects."""

from decimal import Decimal

import pandas as pd

from frames.small import RUBRIC
from rubrik.frames import score

INDEX = pd.Index(["Hương Xuân", "Triệu Thành"], name="xã")


def test_an_index_is_kept() -> None:
    """Units stay under the names that they have."""
    frame = pd.DataFrame({"phan": [3, 1], "toan": [4, 4], "co": [True, False]}, index=INDEX)
    scored = score(RUBRIC, frame, outputs=["criteria"])

    assert {"Hương Xuân": 7.5, "Triệu Thành": 2.5} == scored["points_A_1"].to_dict()
    assert "xã" == scored.index.name


def test_columns_of_objects_are_read_value_by_value() -> None:
    """What a column of objects holds is read as a report is, whatever it is."""
    frame = pd.DataFrame(
        {
            "phan": pd.Series([3, Decimal(1)], dtype=object),
            "toan": pd.Series([4, 4], dtype=object),
            "co": pd.Series([True, "Chưa ban hành"], dtype=object),
            "ty_le": pd.Series([None, None], dtype=object),
        }
    )
    scored = score(RUBRIC, frame, outputs=["groups"])

    assert [17.5, 2.5] == scored["points_A"].to_list()


def test_a_frame_is_not_changed() -> None:
    """What was passed stays what it is, its types included."""
    frame = pd.DataFrame({"phan": [3.0, None], "toan": [4, 4]}, index=INDEX)
    before = frame.copy()
    score(RUBRIC, frame)

    pd.testing.assert_frame_equal(before, frame)


def test_own_columns_keep_their_types() -> None:
    """Only what is put out has types that know nulls."""
    frame = pd.DataFrame({"phan": [3.0, None], "toan": [4, 4], "ten": ["a", "b"]}, index=INDEX)
    scored = score(RUBRIC, frame)

    assert frame.dtypes.to_dict() == scored[frame.columns].dtypes.to_dict()
