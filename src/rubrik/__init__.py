"""Official scoring rubrics as data, evaluated exactly.

A rubric turns what one unit reports into exact points, with a reason for every one of them:

>>> import rubrik
>>> rubric = rubrik.load("thanh-hoa/cap-xa-2023")
>>> report = rubrik.Submission(
...     rubric=rubric.slug, inputs={"cbcc_co_may_tinh": 18, "cbcc": 19}, claims={"3.1": 5}
... )
>>> line = rubrik.score(rubric, report).line("3.1")
>>> line.points
Fraction(90, 19)
>>> line.verdict.value
'over-claimed'
"""

from rubrik._version import __version__
from rubrik.absence import Policy, Status
from rubrik.catalog import load, slugs
from rubrik.codec import dumps, json_schema, load_submission, loads
from rubrik.errors import (
    FileFormatError,
    NotFoundError,
    NumberError,
    Problem,
    ReadingError,
    RubricError,
    RubrikError,
    SubmissionError,
)
from rubrik.exact import rational
from rubrik.intervals import Interval
from rubrik.rubric import Criterion, Group, Rubric
from rubrik.scorers import (
    Amount,
    Band,
    Banded,
    BestOf,
    Boolean,
    Capped,
    Choice,
    Clamped,
    CohortBounds,
    Condition,
    Gated,
    MinMaxNormalized,
    Proportional,
    Stepped,
    Sum,
    WorstOf,
)
from rubrik.scoresheet import Line, Scoresheet, Verdict
from rubrik.scoring import score
from rubrik.submission import Adjudication, Submission

__all__ = [
    "Adjudication",
    "Amount",
    "Band",
    "Banded",
    "BestOf",
    "Boolean",
    "Capped",
    "Choice",
    "Clamped",
    "CohortBounds",
    "Condition",
    "Criterion",
    "FileFormatError",
    "Gated",
    "Group",
    "Interval",
    "Line",
    "MinMaxNormalized",
    "NotFoundError",
    "NumberError",
    "Policy",
    "Problem",
    "Proportional",
    "ReadingError",
    "Rubric",
    "RubricError",
    "RubrikError",
    "Scoresheet",
    "Status",
    "Stepped",
    "Submission",
    "SubmissionError",
    "Sum",
    "Verdict",
    "WorstOf",
    "__version__",
    "dumps",
    "json_schema",
    "load",
    "load_submission",
    "loads",
    "rational",
    "score",
    "slugs",
]


def __dir__() -> list[str]:
    return __all__
