"""What rows compare between units: one measure each, taken of every unit by its own rule.

A value bounds others while it stands: not where it is missing or undefined, and not where the row
does not apply to its unit or a verifier has put something else in its place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import assert_never

from rubrik.absence import Undefined
from rubrik.errors import CohortError, Problem, meant
from rubrik.intervals import Interval
from rubrik.measures import Facts, Number
from rubrik.rubric import Cohorts, Interpretation, label
from rubrik.scorers import Clamp, CohortBounds, Constant, Curve, Fold, Form, Lookup, Switch
from rubrik.submission import Decision, Submission
from rubrik.wording import message, named

__all__ = ["Values", "bounds_of", "check_codes", "compared", "values_of"]


def __dir__() -> list[str]:
    return __all__


Values = Mapping[str, Sequence[Fraction]]
"""The values that the units of a cohort have, by the code of the row that compares them."""


def compared(read: Interpretation) -> Mapping[str, Number]:
    """The measure of every row that compares units, by its code.

    Raises:
        CohortError: a row compares several measures, of which its bounds could be.
    """
    measures = {code: tuple(dict.fromkeys(_compared(form))) for code, form in read.forms.items()}
    problems = [
        Problem((label(read.nodes[code]), "score"), message("compares-several", names=_names(each)))
        for code, each in measures.items()
        if len(each) > 1
    ]
    if problems:
        raise CohortError(problems)
    return {code: each[0] for code, each in measures.items() if each}


def _names(measures: Iterable[Number]) -> tuple[str, ...]:
    return tuple("/".join(named(name) for name, _ in measure.reads) for measure in measures)


def _compared(form: Form) -> Iterator[Number]:
    """The measures in a rule whose points are not known without a cohort."""
    match form:
        case Curve(measure, pieces):
            unknown = (each for each in pieces.pieces if isinstance(each.line, Interval))
            if any(each.undefined is Undefined.NO_COHORT for each in unknown):
                yield measure
        case Fold(_, parts):
            for part in parts:
                yield from _compared(part)
        case Clamp(part):
            yield from _compared(part)
        case Switch():
            for branch in form.branches:
                yield from _compared(branch)
        case Constant() | Lookup():
            pass
        case _:
            assert_never(form)


def values_of(rows: Mapping[str, Number], units: Sequence[tuple[Submission, Facts]]) -> Values:
    """Every value that stands, by row; a row without any is left out."""
    found = {
        code: [
            Fraction(*pair)
            for submission, facts in units
            if _stands(submission, code) and (pair := measure.pair(facts.known)) is not None
        ]
        for code, measure in rows.items()
    }
    return {code: values for code, values in found.items() if values}


def bounds_of(values: Values) -> Cohorts:
    """The least and the greatest value of every row."""
    return {code: CohortBounds(min(each), max(each)) for code, each in values.items()}


_DISPLACING = frozenset(
    {Decision.REPLACE, Decision.REJECT, Decision.ANNUL, Decision.NOT_APPLICABLE}
)
"""What a verifier decides about a row whose points do not come from its value any more."""


def _stands(submission: Submission, code: str) -> bool:
    decided = (each.decision for each in submission.adjudications if each.code == code)
    return code not in submission.not_applicable and _DISPLACING.isdisjoint(decided)


def check_codes(bounds: Iterable[str], read: Interpretation) -> None:
    """See that bounds are of rows that a rule is run for.

    Raises:
        CohortError: they are not; every such code is listed.
    """
    problems = [
        Problem(("bounds",), message("unknown-node", name=named(code)), meant(code, read.nodes))
        for code in bounds
        if code not in read.scored
    ]
    if problems:
        raise CohortError(problems)
