"""How exact points that are floats are, known before any row is read."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import chain

import narwhals.stable.v2 as nw

from rubrik.absence import Policy
from rubrik.errors import member
from rubrik.frames.columns import all_keys
from rubrik.frames.compared import Compared
from rubrik.frames.comparisons import Cohort, GroupBounds, compared_in, readings_with
from rubrik.frames.facts import Facts
from rubrik.frames.tree import Row, Rows
from rubrik.rubric import Interpretation, Rubric

__all__ = ["precision", "rows_of"]


def __dir__() -> list[str]:
    return __all__


def precision(
    rubric: Rubric,
    *,
    readings: Mapping[str, str] | None = None,
    missing: Policy | str | None = None,
    cohort: Cohort | None = None,
) -> Mapping[str, Fraction]:
    """How far the points of each row can be from the true ones at most, by code; whole: ``""``.

    For 0 they are the true ones. Points of units that are scored exactly, since columns could not
    prove something of them, are the floats nearest to the true ones.

    Args:
        rubric: the standard to score by.
        readings: options other than the defaults, by reading.
        missing: what an input not reported is worth, where it shall not be as the rubric says.
        cohort: what units are compared by, as in `score`.

    Raises:
        CohortError: the cohort is not one of this rubric, as it is read.
        ReadingError: an unknown reading or option.
        RubrikError: there is no such policy for what is missing.
    """
    readings = readings_with(cohort, readings)
    read = rubric.under(readings)
    policy = rubric.missing if missing is None else member(Policy, missing)
    within = cohort.within if isinstance(cohort, GroupBounds) else ()
    any_groups = dict.fromkeys(within, nw.String())
    compared = compared_in(cohort, rubric, readings, any_groups)
    rows = rows_of(read, all_keys(read), policy, intervals=True, compared=compared)
    return {code: row.points.error.bound for code, row in rows.items()}


def rows_of(
    read: Interpretation,
    keys: Iterable[str],
    policy: Policy,
    *,
    intervals: bool,
    compared: Compared | None,
) -> Mapping[str, Row]:
    """All rows of the rubric, for how exact they are: their expressions mean nothing."""
    values = {key: nw.col(key) for key in keys}
    rows = Rows(read, Facts(values, values, read.declared), policy, intervals, compared)
    for layer in chain([list(rows.single(lambda each: each))], rows.groups()):
        rows.kept.update((row.code, row) for row in layer)
    return rows.kept
