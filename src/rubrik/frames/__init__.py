"""The same rubric over any dataframe: points as columns, levels proved; the extra ``frames``.

It needs narwhals and the dataframe library that the caller already has: Polars, pandas, PyArrow,
DuckDB or Spark.
"""

from rubrik.frames.cohorts import bounds
from rubrik.frames.comparisons import GroupBounds
from rubrik.frames.plans import OUTPUTS, Output
from rubrik.frames.scoring import RowProblem, certify, problems, score

__all__ = [
    "OUTPUTS",
    "GroupBounds",
    "Output",
    "RowProblem",
    "bounds",
    "certify",
    "problems",
    "score",
]


def __dir__() -> list[str]:
    return __all__
