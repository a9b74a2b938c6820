"""Official scoring rubrics as data, evaluated exactly.

A rubric turns what one unit reports into exact points, with a reason for every one of them:

>>> import rubrik
>>> rubric = rubrik.load("thanh-hoa/cap-xa-2023")
>>> report = rubrik.Submission(
...     rubric=rubric.slug, inputs={"cbcc_may_tinh": 18, "cbcc": 19}, claims={"3.1": 5}
... )
>>> line = rubrik.score(rubric, report).line("3.1")
>>> line.points
Fraction(90, 19)
>>> line.verdict.value
'over-claimed'
"""

from importlib import import_module
from typing import TYPE_CHECKING

from rubrik._version import __version__
from rubrik.showing import drawn_by

if TYPE_CHECKING:
    from rubrik.absence import Policy, Status
    from rubrik.auditing import Finding, audit
    from rubrik.catalog import load, slugs
    from rubrik.classifier import (
        ConditionResult,
        LevelResult,
        Rating,
        Room,
        Step,
        Unmet,
        VetoResult,
        classify,
        ratings,
    )
    from rubrik.codec import (
        dumps,
        json_schema,
        load_adjudications,
        load_cohort,
        load_scales,
        load_submission,
        load_table,
        loads,
    )
    from rubrik.cohort import Broken, Cohort, CohortRecord, League, Member, Place, ranks, score_all
    from rubrik.comparison import (
        Aspect,
        ComparedRating,
        ComparedRow,
        Comparison,
        InputChange,
        ReadingChange,
        Verification,
        VerifiedRow,
        compare,
        verified,
        verify,
    )
    from rubrik.errors import (
        CohortError,
        FileFormatError,
        NotFoundError,
        NumberError,
        Problem,
        ReadingError,
        RubricError,
        RubrikError,
        SubmissionError,
    )
    from rubrik.evaluation import Evaluation, evaluate
    from rubrik.exact import rational
    from rubrik.intervals import Interval
    from rubrik.rubric import Criterion, Group, Rubric
    from rubrik.scales import (
        AllOf,
        AnyOf,
        AtLeast,
        Level,
        Ranking,
        Reaches,
        Scale,
        Threshold,
        Veto,
    )
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
    from rubrik.submission import Adjudication, Adjudications, Submission

__all__ = [
    "Adjudication",
    "Adjudications",
    "AllOf",
    "Amount",
    "AnyOf",
    "Aspect",
    "AtLeast",
    "Band",
    "Banded",
    "BestOf",
    "Boolean",
    "Broken",
    "Capped",
    "Choice",
    "Clamped",
    "Cohort",
    "CohortBounds",
    "CohortError",
    "CohortRecord",
    "ComparedRating",
    "ComparedRow",
    "Comparison",
    "Condition",
    "ConditionResult",
    "Criterion",
    "Evaluation",
    "FileFormatError",
    "Finding",
    "Gated",
    "Group",
    "InputChange",
    "Interval",
    "League",
    "Level",
    "LevelResult",
    "Line",
    "Member",
    "MinMaxNormalized",
    "NotFoundError",
    "NumberError",
    "Place",
    "Policy",
    "Problem",
    "Proportional",
    "Ranking",
    "Rating",
    "Reaches",
    "ReadingChange",
    "ReadingError",
    "Room",
    "Rubric",
    "RubricError",
    "RubrikError",
    "Scale",
    "Scoresheet",
    "Status",
    "Step",
    "Stepped",
    "Submission",
    "SubmissionError",
    "Sum",
    "Threshold",
    "Unmet",
    "Verdict",
    "Verification",
    "VerifiedRow",
    "Veto",
    "VetoResult",
    "WorstOf",
    "__version__",
    "audit",
    "classify",
    "compare",
    "dumps",
    "evaluate",
    "json_schema",
    "load",
    "load_adjudications",
    "load_cohort",
    "load_scales",
    "load_submission",
    "load_table",
    "loads",
    "ranks",
    "ratings",
    "rational",
    "score",
    "score_all",
    "slugs",
    "verified",
    "verify",
]


# What is at the root is imported when it is first asked for: `import rubrik` costs next to nothing.
_HOMES = {
    "absence": ("Policy", "Status"),
    "auditing": ("Finding", "audit"),
    "catalog": ("load", "slugs"),
    "classifier": (
        "ConditionResult",
        "LevelResult",
        "Rating",
        "Room",
        "Step",
        "Unmet",
        "VetoResult",
        "classify",
        "ratings",
    ),
    "codec": (
        "dumps",
        "json_schema",
        "load_adjudications",
        "load_cohort",
        "load_scales",
        "load_submission",
        "load_table",
        "loads",
    ),
    "cohort": (
        "Broken",
        "Cohort",
        "CohortRecord",
        "League",
        "Member",
        "Place",
        "ranks",
        "score_all",
    ),
    "comparison": (
        "Aspect",
        "ComparedRating",
        "ComparedRow",
        "Comparison",
        "InputChange",
        "ReadingChange",
        "Verification",
        "VerifiedRow",
        "compare",
        "verified",
        "verify",
    ),
    "errors": (
        "CohortError",
        "FileFormatError",
        "NotFoundError",
        "NumberError",
        "Problem",
        "ReadingError",
        "RubricError",
        "RubrikError",
        "SubmissionError",
    ),
    "evaluation": ("Evaluation", "evaluate"),
    "exact": ("rational",),
    "intervals": ("Interval",),
    "rubric": ("Criterion", "Group", "Rubric"),
    "scales": (
        "AllOf",
        "AnyOf",
        "AtLeast",
        "Level",
        "Ranking",
        "Reaches",
        "Scale",
        "Threshold",
        "Veto",
    ),
    "scorers": (
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
        "Gated",
        "MinMaxNormalized",
        "Proportional",
        "Stepped",
        "Sum",
        "WorstOf",
    ),
    "scoresheet": ("Line", "Scoresheet", "Verdict"),
    "scoring": ("score",),
    "submission": ("Adjudication", "Adjudications", "Submission"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

# How values look is the business of a room above all of theirs, imported when one is looked at.
drawn_by(lambda: import_module("rubrik.drawing"))


if not TYPE_CHECKING:  # pragma: no branch - type checkers have the names from above, and no others

    def __getattr__(name: str) -> object:
        if name not in _HOME_OF:
            text = f"module 'rubrik' has no attribute {name!r}"
            raise AttributeError(text)
        found: object = getattr(import_module(f"rubrik.{_HOME_OF[name]}"), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return __all__
