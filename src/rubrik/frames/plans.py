"""The plan of a run over a frame: what is read, by which reading, and what is put out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, Literal, get_args

from attrs import evolve, frozen

from rubrik.absence import Policy
from rubrik.errors import Problem, TableError, bounded, meant, member
from rubrik.frames.columns import (
    Column,
    Schema,
    columns,
    exempt_key,
    item_key,
    nothing_to_read,
)
from rubrik.frames.compared import Compared
from rubrik.frames.comparisons import Cohort, compared_in, readings_with
from rubrik.frames.names import STATE, Names
from rubrik.frames.objections import place_of
from rubrik.frames.tree import WHOLE
from rubrik.measures import ItemsInput
from rubrik.rubric import Cohorts, Criterion, Interpretation, Rubric
from rubrik.scales import Scale
from rubrik.wording import message, quoted

__all__ = ["OUTPUTS", "Output", "Plan", "plan_of_inputs", "planned"]


def __dir__() -> list[str]:
    return __all__


Output = Literal["criteria", "groups", "total", "levels", "bounds", "statuses"]
"""What can be put out."""

OUTPUTS: Final[tuple[Output, ...]] = get_args(Output)
"""All that can be put out."""


@frozen
class Plan:
    """What a run over a frame does: read these columns by this reading, put out these."""

    rubric: Rubric
    read: Interpretation
    readings: Mapping[str, str]
    policy: Policy
    outputs: frozenset[str]
    columns: Mapping[str, Column]
    names: Names
    intervals: bool
    compared: Compared | None

    def cohorts_of(self, row: Mapping[str, Any]) -> Cohorts:
        """The bounds that one row of the frame is compared by."""
        return {} if self.compared is None else self.compared.bounds_of(row)

    def called(self, others: Mapping[str, str]) -> "Plan":
        """The same plan over columns of other names."""
        columns = {key: evolve(each, name=others[each.name]) for key, each in self.columns.items()}
        return evolve(self, columns=columns)

    @cached_property
    def read_columns(self) -> tuple[str, ...]:
        """The columns of the frame that say all of a unit."""
        groups = () if self.compared is None else self.compared.groups.names
        names = (column.name for column in self.columns.values())
        return tuple(dict.fromkeys((*names, *groups)))

    @cached_property
    def lists(self) -> Mapping[str, Mapping[str, str]]:
        """The lists of items, and the key of each item."""
        inputs = self.read.declared.inputs.items()
        return {
            name: {item: item_key(name, item) for item in declared.options}
            for name, declared in inputs
            if isinstance(declared, ItemsInput)
        }

    @cached_property
    def exempt(self) -> Sequence[tuple[str, str]]:
        """The keys that say where a row does not apply, and the codes of these rows."""
        keys = {exempt_key(code): code for code in self.read.nodes}
        return [(key, keys[key]) for key in self.columns if key in keys]

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The rows that are put out, in printed order; the whole last."""
        found = [code for code, node in self.read.nodes.items() if _kind(node) in self.outputs]
        return (*found, *((WHOLE,) if "total" in self.outputs else ()))

    @cached_property
    def rated(self) -> tuple[tuple[Scale, str], ...]:
        """The scales whose levels are put out, with each row that they are for."""
        if "levels" not in self.outputs:
            return ()
        scales = self.read.scales.values()
        return tuple((scale, node) for scale in scales for node in scale.subjects)

    @cached_property
    def results(self) -> tuple[str, ...]:
        """The names of all columns that are put out, in order."""
        rows = (name for code in self.codes for name in self._of_row(code))
        levels = (self.names.level(scale.id, node) for scale, node in self.rated)
        return (*rows, *levels, self.names.state)

    def _of_row(self, code: str) -> Iterator[str]:
        yield self.names.points(code)
        if "bounds" in self.outputs:
            yield self.names.low(code)
            yield self.names.high(code)
        if "statuses" in self.outputs:
            yield self.names.status(code)


def _kind(node: object) -> Output:
    return "criteria" if isinstance(node, Criterion) else "groups"


def planned(  # noqa: PLR0913 - each is a choice of its own
    rubric: Rubric,
    schema: Schema,
    *,
    renamed: Mapping[str, str] | None = None,
    readings: Mapping[str, str] | None = None,
    missing: Policy | str | None = None,
    outputs: Iterable[Output] = (),
    intervals: bool = True,
    cohort: Cohort | None = None,
) -> Plan:
    """The plan of a run, refused before any row is read where the columns cannot do.

    Raises:
        CohortError: the cohort is not one of this rubric, as it is read.
        ReadingError: an unknown reading or option.
        RubrikError: there is no such policy for what is missing.
        TableError: with every problem of the columns and of what is asked for.
    """
    readings = readings_with(cohort, readings)
    read = rubric.under(readings)
    policy = rubric.missing if missing is None else member(Policy, missing)
    asked = list(outputs)
    if unknown := bounded(_unknown(asked)):
        raise TableError(unknown)
    plan = Plan(
        rubric=rubric,
        read=read,
        readings=dict(readings or {}),
        policy=policy,
        outputs=frozenset(asked),
        columns=columns(read, schema, renamed or {}),
        names=Names.of(read),
        intervals=intervals or "bounds" in asked,
        compared=compared_in(cohort, rubric, readings, schema),
    )
    if clashes := bounded(_clashes(plan.results, schema)):
        raise TableError(clashes)
    return plan


def plan_of_scores(
    rubric: Rubric,
    schema: Schema,
    **choices: Any,  # noqa: ANN401 - those of `planned`
) -> Plan:
    """The plan of what is scored from its inputs; not one of them may be there for silent zeros.

    Raises:
        CohortError, ReadingError, RubrikError: as of `planned`.
        TableError: with every problem of the columns; or what is missing is worth 0, and no input
            has a column.
    """
    plan = planned(rubric, schema, **choices)
    if plan.policy is Policy.ZERO and plan.read.declared.inputs and not plan.columns:
        raise TableError([nothing_to_read(plan.read, schema)])
    return plan


def plan_of_inputs(
    rubric: Rubric,
    schema: Schema,
    **choices: Any,  # noqa: ANN401 - those of `planned`
) -> Plan:
    """The plan of what is only read; the frame may have been scored before.

    Raises:
        ReadingError: an unknown reading or option.
        TableError: with every problem of the columns.
    """
    own = {name: dtype for name, dtype in schema.items() if name != STATE}
    return planned(rubric, own, **choices)


def _unknown(asked: Iterable[str]) -> Iterator[Problem]:
    for name in asked:
        if name not in OUTPUTS:
            said = message("not-one-of", found=quoted(name), allowed=OUTPUTS)
            yield Problem(("outputs",), said, meant(name, OUTPUTS))


def _clashes(results: Iterable[str], schema: Schema) -> Iterator[Problem]:
    """Columns that results would write over; some engines do not tell large and small letters."""
    own = {name.casefold(): name for name in schema}
    for name in results:
        if name.casefold() in own:
            found = own[name.casefold()]
            yield Problem((place_of(found),), message("column-is-there"))
