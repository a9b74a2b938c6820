"""How exact points that are floats are, known before any row is read."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import chain

import narwhals.stable.v2 as nw

from rubrik.absence import Policy
from rubrik.errors import member
from rubrik.frames.columns import all_keys
from rubrik.frames.facts import Facts
from rubrik.frames.tree import Rows
from rubrik.rubric import Rubric

__all__ = ["precision"]


def __dir__() -> list[str]:
    return __all__


def precision(
    rubric: Rubric,
    *,
    readings: Mapping[str, str] | None = None,
    missing: Policy | str | None = None,
) -> Mapping[str, Fraction]:
    """How far the points of each row can be from the true ones at most, by code; whole: ``""``.

    For 0 they are the true ones. Points of units that are scored exactly, since columns could not
    prove something of them, are the floats nearest to the true ones.

    Args:
        rubric: the standard to score by.
        readings: options other than the defaults, by reading.
        missing: what an input not reported is worth, where it shall not be as the rubric says.

    Raises:
        ReadingError: an unknown reading or option.
        RubrikError: there is no such policy for what is missing.
    """
    read = rubric.under(readings)
    values = {key: nw.col(key) for key in all_keys(read)}
    policy = rubric.missing if missing is None else member(Policy, missing)
    rows = Rows(read, Facts(values, values, read.declared), policy, intervals=True)
    for layer in chain([list(rows.single(lambda each: each))], rows.groups()):
        rows.kept.update((row.code, row) for row in layer)
    return {code: row.points.error.bound for code, row in rows.kept.items()}
