"""The same rubric over any dataframe: points as columns, levels proved; the extra ``frames``.

It needs narwhals and the dataframe library that the caller already has: Polars, pandas, PyArrow,
DuckDB or Spark.
"""

from rubrik.wording import message

try:
    import narwhals.stable.v2 as _narwhals  # noqa: F401 - only to say how it is had
except ModuleNotFoundError:
    raise ModuleNotFoundError(message("frames-absent").text("en"), name="narwhals") from None

from rubrik.frames.cohorts import bounds
from rubrik.frames.comparisons import GroupBounds
from rubrik.frames.contests import RANK_STATUSES, RankStatus
from rubrik.frames.exactness import precision
from rubrik.frames.plans import OUTPUTS, Output
from rubrik.frames.ranks import certify_ranks, rank
from rubrik.frames.scoring import RowProblem, certify, problems, score

__all__ = [
    "OUTPUTS",
    "RANK_STATUSES",
    "GroupBounds",
    "Output",
    "RankStatus",
    "RowProblem",
    "bounds",
    "certify",
    "certify_ranks",
    "precision",
    "problems",
    "rank",
    "score",
]


def __dir__() -> list[str]:
    return __all__
