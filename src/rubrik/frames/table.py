"""The rubric over a whole frame: columns in, points and proved levels out, of the same kind."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any, Final, Literal, TypeVar

import narwhals.stable.v2 as nw
from attrs import evolve, field, frozen

from rubrik.absence import Policy
from rubrik.errors import Problem, TableError, member
from rubrik.frames.columns import Column, Ready, any_of, columns, ready
from rubrik.frames.levels import level
from rubrik.frames.names import Names
from rubrik.frames.numbers import Facts, Total
from rubrik.frames.points import Points
from rubrik.frames.tree import WHOLE, Row, Rows
from rubrik.measures import Constraint, Ratio
from rubrik.rubric import Interpretation, Rubric
from rubrik.wording import message, quoted

__all__ = ["OUTPUTS", "Output", "Plan", "planned", "run"]


def __dir__() -> list[str]:
    return __all__


Output = Literal["criteria", "groups", "total", "levels", "bounds", "statuses"]
"""What can be put out."""

OUTPUTS: Final[tuple[Output, ...]] = (
    "criteria",
    "groups",
    "total",
    "levels",
    "bounds",
    "statuses",
)

Frame = TypeVar("Frame", nw.DataFrame[Any], nw.LazyFrame[Any])

_TEMPORARY = "__rubrik_"


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
    intervals: bool = True
    _made: dict[str, str] = field(init=False, factory=dict)

    @property
    def codes(self) -> tuple[str, ...]:
        """The rows that points are put out for, in printed order; the whole last."""
        read = self.read
        wanted = [
            code
            for code in read.nodes
            if code not in read.checked
            and ("criteria" if code in read.scored else "groups") in self.outputs
        ]
        return (*wanted, *((WHOLE,) if "total" in self.outputs else ()))


def planned(
    rubric: Rubric,
    schema: Mapping[str, nw.dtypes.DType],
    *,
    renamed: Mapping[str, str],
    readings: Mapping[str, str] | None,
    missing: Policy | str | None,
    outputs: Iterable[Output],
    intervals: bool,
) -> Plan:
    """The plan of a run, refused before any row is read where the columns cannot do.

    Raises:
        ReadingError: an unknown reading or option.
        RubrikError: there is no such policy, or no such output.
        TableError: with every problem of the columns.
    """
    read = rubric.under(readings)
    asked = frozenset(_output(each) for each in outputs)
    plan = Plan(
        rubric=rubric,
        read=read,
        readings=dict(readings or {}),
        policy=rubric.missing if missing is None else member(Policy, missing),
        outputs=asked,
        columns=columns(read.declared, schema, renamed),
        names=Names.of(read),
        intervals=intervals,
    )
    clashes = [name for name in plan.names.all(plan) if name in schema]
    if clashes:
        raise TableError(
            Problem((f"column '{name}'",), message("column-is-there")) for name in clashes
        )
    return plan


def _output(name: str) -> str:
    if name not in OUTPUTS:
        raise TableError(
            [Problem(("outputs",), message("not-one-of", found=quoted(name), allowed=OUTPUTS))]
        )
    return name


def run(frame: Frame, plan: Plan) -> Frame:
    """The frame with the columns of a plan put behind its own."""
    own = list(frame.collect_schema().names())
    frame, facts, refused, far = _made_ready(frame, plan)
    rows, keep = Rows(plan.read, facts, plan.policy), _Keeper(plan)
    ruled = list(rows.ruled(keep.column))
    frame = _with(frame, keep.taken())
    rows.kept.update((row.code, keep.row(row)) for row in ruled)
    frame = _with(frame, keep.taken())
    for layer in rows.groups():
        rows.kept.update((row.code, keep.row(row)) for row in layer)
        frame = _with(frame, keep.taken())
    frame = _with(frame, _levels(plan, rows.kept))
    unproved = any_of([far, rows.kept[WHOLE].points.unsure, *_unproved(plan, rows.kept)])
    kept = _Kept(refused=refused, unproved=None if unproved is None else keep.column(unproved))
    frame = _with(frame, keep.taken())
    return frame.select(*map(nw.col, own), *_results(plan, rows.kept, kept))


@frozen
class _Kept:
    """The columns that say where a row is refused, and where it is not proved to be right."""

    refused: nw.Expr | None
    unproved: nw.Expr | None


def _with(frame: Frame, made: Iterable[nw.Expr]) -> Frame:
    expressions = list(made)
    return frame.with_columns(*expressions) if expressions else frame


# Inputs.


def _made_ready(frame: Frame, plan: Plan) -> tuple[Frame, Facts, nw.Expr | None, nw.Expr | None]:
    """The frame with a column for each input, and where a row is refused or out of reach."""
    names = {key: f"{_TEMPORARY}{index}" for index, key in enumerate(plan.columns)}
    made: dict[str, Ready] = {key: ready(column) for key, column in plan.columns.items()}
    values = [each.value.alias(names[key]) for key, each in made.items()]
    refused = any_of(each.refused for each in made.values())
    far = any_of(each.far for each in made.values())
    frame = _with(frame, values)
    facts = Facts(names, plan.read.declared)
    tests = {
        "refused": any_of([refused, *_contradictions(plan.read, facts)]),
        "far": any_of([far, *_close(plan.read, facts)]),
    }
    kept = {name: test for name, test in tests.items() if test is not None}
    frame = _with(frame, (test.alias(_TEMPORARY + name) for name, test in kept.items()))
    columns = (nw.col(_TEMPORARY + name) if name in kept else None for name in tests)
    return frame, facts, *columns


def _contradictions(read: Interpretation, facts: Facts) -> Iterator[nw.Expr]:
    """Where parts are larger than their whole, and where constraints are broken."""
    for ratio in read.ratios:
        test = None if ratio.above_one else _exceeds(ratio, facts)
        if test is not None:
            yield test.fill_null(value=False)
    for constraint in read.constraints:
        for excess, _ in _excesses(constraint, facts):
            yield (excess > 0).fill_null(value=False)


def _exceeds(ratio: Ratio, facts: Facts) -> nw.Expr | None:
    """Whether the parts that are known, without weights, are more than the whole."""
    whole = Total.of(ratio.of, facts)
    parts = [facts.value(name) for name in ratio.ratio.names]
    known = [part for part in parts if part is not None]
    if whole is None or not known:
        return None
    filled = [part.fill_null(0) if len(parts) > 1 else part for part in known]
    plain = filled[0]
    for part in filled[1:]:
        plain += part
    return plain * whole.scale > whole.value


def _excesses(constraint: Constraint, facts: Facts) -> Iterator[tuple[nw.Expr, nw.Expr | None]]:
    """Sums that must not be positive, and where rounding hides whether they are."""
    for terms, number in constraint.sums:
        found = Total.of(terms, facts)
        if found is None:
            continue
        if found.is_whole:
            scaled = number * found.scale
            yield (
                (
                    (found.value * scaled.denominator) + scaled.numerator
                    if scaled.denominator > 1
                    else found.value + scaled.numerator
                ),
                None,
            )
        else:
            excess = found.value + float(number)
            error = (found.size + abs(float(number))) * ((found.roundings + 2) * 2.0**-52)
            yield nw.when(excess > error).then(excess), excess.abs() <= error


def _close(read: Interpretation, facts: Facts) -> Iterator[nw.Expr]:
    for constraint in read.constraints:
        for _, unsure in _excesses(constraint, facts):
            if unsure is not None:
                yield unsure.fill_null(value=False)


# Rows kept as columns.


@frozen
class _Keeper:
    """Gives the expressions of rows columns of their own, so that each is computed once."""

    plan: Plan
    waiting: list[nw.Expr] = field(factory=list)
    counter: Iterator[int] = field(factory=count)

    def taken(self) -> list[nw.Expr]:
        """The columns made since it was last asked."""
        found = list(self.waiting)
        self.waiting.clear()
        return found

    def row(self, row: Row) -> Row:
        """The row with its expressions as columns, where they are not columns already."""
        found = row.points
        if found.known is not None and found.ends is not None:
            if self.plan.intervals:
                return row
            return evolve(row, points=evolve(found, low=found.known, high=found.known))
        low = self.column(found.low)
        high = low if found.open is None else self.column(found.high)
        kept = evolve(
            found,
            low=low,
            high=high,
            open=None if found.open is None else self.column(found.open),
            missing=None if found.missing is None else self.column(found.missing),
            unsure=None if found.unsure is None else self.column(found.unsure),
            known=None,
            ends=None,
        )
        return evolve(row, points=kept)

    def column(self, expression: nw.Expr) -> nw.Expr:
        """The column for an expression, made when it is next `taken`."""
        name = f"{_TEMPORARY}row_{next(self.counter)}"
        self.waiting.append(expression.alias(name))
        return nw.col(name)


# What is put out.


def _levels(plan: Plan, rows: Mapping[str, Row]) -> Iterator[nw.Expr]:
    if "levels" not in plan.outputs:
        return
    points = {code: row.points for code, row in rows.items()}
    for index, (scale, node) in enumerate(plan.names.rated):
        found = level(scale, node, points, plan.read)
        yield found.name.alias(f"{_TEMPORARY}level_{index}")
        if found.unproved is not None:
            yield found.unproved.alias(f"{_TEMPORARY}unproved_{index}")


def _unproved(plan: Plan, rows: Mapping[str, Row]) -> Iterator[nw.Expr]:
    points = {code: row.points for code, row in rows.items()}
    for index, (scale, node) in enumerate(plan.names.rated if "levels" in plan.outputs else ()):
        if level(scale, node, points, plan.read).unproved is not None:
            yield nw.col(f"{_TEMPORARY}unproved_{index}")


def _results(plan: Plan, rows: Mapping[str, Row], kept: _Kept) -> list[nw.Expr]:
    """The columns put out; nothing stands in a row that is refused, or not proved to be right."""
    is_out = any_of([kept.refused, kept.unproved])

    def shown(value: nw.Expr) -> nw.Expr:
        return value if is_out is None else nw.when(~is_out).then(value)

    found = [
        shown(value).alias(name)
        for code in plan.codes
        for name, value in _of_row(plan, code, rows[code])
    ]
    found += [
        shown(nw.col(f"{_TEMPORARY}level_{index}")).alias(plan.names.level(scale, node))
        for index, (scale, node) in enumerate(plan.names.rated)
        if "levels" in plan.outputs
    ]
    state = _state(rows[WHOLE].points, kept.refused, kept.unproved)
    return [*found, state.alias(plan.names.state)]


def _of_row(plan: Plan, code: str, row: Row) -> Iterator[tuple[str, nw.Expr]]:
    points = row.points
    yield plan.names.points(code), points.value
    if "bounds" in plan.outputs:
        yield plan.names.low(code), points.low
        yield plan.names.high(code), points.high
    if "statuses" in plan.outputs:
        yield plan.names.status(code), _status(row)


def _status(row: Row) -> nw.Expr:
    found = nw.lit("scored")
    if row.points.open is not None:
        found = nw.when(row.points.open).then(nw.lit("undefined")).otherwise(found)
    if row.missing is not None:
        found = nw.when(row.missing).then(nw.lit("missing")).otherwise(found)
    return found


def _state(whole: Points, refused: nw.Expr | None, unproved: nw.Expr | None) -> nw.Expr:
    found = nw.lit("scored")
    if whole.open is not None:
        found = nw.when(whole.open).then(nw.lit("open")).otherwise(found)
    if unproved is not None:
        found = nw.when(unproved).then(nw.lit("unproved")).otherwise(found)
    if refused is not None:
        found = nw.when(refused).then(nw.lit("refused")).otherwise(found)
    return found
