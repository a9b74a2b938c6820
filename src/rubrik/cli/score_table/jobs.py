"""What the scoring of a table is asked for, and what came of it; nothing here needs Polars."""

from collections.abc import Mapping

from attrs import frozen

from rubrik.absence import Policy
from rubrik.cli.refusals import RefusedError
from rubrik.cohort import CohortRecord
from rubrik.rubric import Rubric
from rubrik.saying.words import Words
from rubrik.wording import Message

__all__ = ["CSV", "JSON_LINES", "KINDS", "MOST_LISTED", "PARQUET", "Job", "Scored"]


def __dir__() -> list[str]:
    return __all__


CSV = (".csv", ".tsv")
JSON_LINES = (".jsonl", ".ndjson")
PARQUET = (".parquet",)
KINDS = (*CSV, *PARQUET, *JSON_LINES)
"""The suffixes of tables, both of those read and of those written."""

MOST_LISTED = 20
"""So many refused rows are told with their problems; of the others how many there are."""


@frozen(kw_only=True)
class Job:
    """A table to be scored: the file, the rubric, where to, and every choice that can be made."""

    file: str
    rubric: Rubric
    output: str
    force: bool
    columns: Mapping[str, str]
    outputs: tuple[str, ...]
    readings: Mapping[str, str]
    missing: Policy | None
    intervals: bool
    cohort: CohortRecord | None
    say: Words


@frozen(kw_only=True)
class Scored:
    """What came of it: how many rows are in each state, the first that were refused, warnings."""

    states: Mapping[str, int]
    refused: tuple[RefusedError, ...]
    warnings: tuple[Message, ...]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(self.states.values())
