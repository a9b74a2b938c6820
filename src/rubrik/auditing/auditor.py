"""The audit: one function for each kind of finding, in the order of the kinds."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from rubrik.auditing.bands import (
    band_outside,
    band_shadowed,
    hole,
    overlap,
    threshold_outside,
)
from rubrik.auditing.cohorts import cohort, constant_cohort
from rubrik.auditing.conditions import condition_always, condition_never
from rubrik.auditing.courses import jump, not_monotone
from rubrik.auditing.examples import example_fails, no_examples
from rubrik.auditing.findings import Finding, Findings, Kind
from rubrik.auditing.inputs import input_unused, no_form_item, unscored_read
from rubrik.auditing.level_conditions import (
    level_condition_always,
    level_condition_implied,
    level_condition_never,
)
from rubrik.auditing.levels import (
    level_shadowed,
    level_unproved,
    level_unreachable,
    levels_coincide,
    levels_not_nested,
)
from rubrik.auditing.limits import below_zero, exceeds_maximum, never_reaches_maximum
from rubrik.auditing.maxima import no_maximum, no_rule, sum_differs
from rubrik.auditing.readings import reading_in_force
from rubrik.auditing.stretches import level_hole, levels_not_monotone
from rubrik.auditing.subject import Subject
from rubrik.auditing.undefined import undefined_case
from rubrik.errors import required
from rubrik.rubric import Rubric

__all__ = ["audit"]


def __dir__() -> list[str]:
    return __all__


_AUDITS: Final[Mapping[Kind, Callable[[Subject], Iterator[Finding]]]] = {
    Kind.EXAMPLE_FAILS: example_fails,
    Kind.SUM_DIFFERS: sum_differs,
    Kind.NO_MAXIMUM: no_maximum,
    Kind.NO_RULE: no_rule,
    Kind.EXCEEDS_MAXIMUM: exceeds_maximum,
    Kind.NEVER_REACHES_MAXIMUM: never_reaches_maximum,
    Kind.BELOW_ZERO: below_zero,
    Kind.HOLE: hole,
    Kind.OVERLAP: overlap,
    Kind.BAND_SHADOWED: band_shadowed,
    Kind.BAND_OUTSIDE: band_outside,
    Kind.THRESHOLD_OUTSIDE: threshold_outside,
    Kind.JUMP: jump,
    Kind.NOT_MONOTONE: not_monotone,
    Kind.CONDITION_ALWAYS: condition_always,
    Kind.CONDITION_NEVER: condition_never,
    Kind.UNDEFINED_CASE: undefined_case,
    Kind.COHORT: cohort,
    Kind.CONSTANT_COHORT: constant_cohort,
    Kind.LEVEL_UNREACHABLE: level_unreachable,
    Kind.LEVEL_SHADOWED: level_shadowed,
    Kind.LEVELS_COINCIDE: levels_coincide,
    Kind.LEVELS_NOT_NESTED: levels_not_nested,
    Kind.LEVELS_NOT_MONOTONE: levels_not_monotone,
    Kind.LEVEL_HOLE: level_hole,
    Kind.LEVEL_CONDITION_ALWAYS: level_condition_always,
    Kind.LEVEL_CONDITION_IMPLIED: level_condition_implied,
    Kind.LEVEL_CONDITION_NEVER: level_condition_never,
    Kind.LEVEL_UNPROVED: level_unproved,
    Kind.INPUT_UNUSED: input_unused,
    Kind.UNSCORED_READ: unscored_read,
    Kind.NO_FORM_ITEM: no_form_item,
    Kind.NO_EXAMPLES: no_examples,
    Kind.READING_IN_FORCE: reading_in_force,
}


def audit(rubric: Rubric) -> Findings:
    """What can be said of a rubric alone, before any data, as it is read by default.

    Everything follows from the pieces and bounds of its rules by exact arithmetic. Findings come
    in the order of their kinds, those of a kind in printed order. What readings ask about already
    is a note that names them, and so is a level that one of their other options puts out of reach.

    Raises:
        TypeError: ``rubric`` is none.
    """
    required(rubric, Rubric)
    subject = Subject(rubric)
    found = (finding for kind in Kind for finding in _AUDITS[kind](subject))
    return Findings(dict.fromkeys(found))
