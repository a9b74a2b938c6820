"""Rows that compare units, over a frame: their points by the bounds of the group of each unit.

What differs between groups is found exactly before any row is read, and joined to the rows: where
the line of a group begins, how wide it is, and what is possible where nothing is reported. A group
whose rule is no such line, or one too steep for floats, is left to exact arithmetic.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import inf
from typing import Any, Final, assert_never

import narwhals.stable.v2 as nw
from attrs import evolve, field, frozen

from rubrik.absence import Undefined
from rubrik.frames.columns import item_key
from rubrik.frames.expressions import Keep, any_of, real
from rubrik.frames.facts import Facts
from rubrik.frames.fits import MOST_REACH, Fit, fitted
from rubrik.frames.grouping import GroupKey, Groups
from rubrik.frames.joining import Small
from rubrik.frames.nullable import AnyFrame
from rubrik.frames.numbers import Measured, measured, narrowed
from rubrik.frames.points import Points, never_known
from rubrik.frames.rounding import Error, any_one_of
from rubrik.frames.rules import Given, points
from rubrik.intervals import EVERYTHING, Interval, hull
from rubrik.measures import Facts as UnitFacts
from rubrik.measures import Measure, Number
from rubrik.rubric import Cohorts, Interpretation, Node
from rubrik.rubric.interpretation import rule
from rubrik.scorers import (
    Clamp,
    CohortBounds,
    Constant,
    Curve,
    Fold,
    Form,
    Lookup,
    Switch,
    simplified,
)

__all__ = ["Compared"]


def __dir__() -> list[str]:
    return __all__


_TEMPORARY: Final = "__rubrik_cohort"


@frozen
class _Columns:
    """Values of all groups put into columns, unless they are the same for all of them."""

    values: dict[str, Sequence[Any]] = field(factory=dict)
    dtypes: dict[str, nw.dtypes.DType] = field(factory=dict)

    def put(self, values: Sequence[float | None]) -> nw.Expr:
        """The value of the group of each row, null where it has none."""
        return self._put(values, nw.Float64())

    def put_or_say(self, values: Sequence[float | None]) -> nw.Expr:
        """The same, or simply the value where all that have one have the same."""
        known = {value for value in values if value is not None}
        return nw.lit(known.pop()) if len(known) == 1 else self.put(values)

    def put_tests(self, values: Sequence[bool]) -> nw.Expr | None:
        """Whether something holds for the group of each row, or ``None`` if it does for none."""
        return self._put(values, nw.Boolean()).fill_null(value=False) if any(values) else None

    def _put(self, values: Sequence[Any], dtype: nw.dtypes.DType) -> nw.Expr:
        name = f"{_TEMPORARY}_{len(self.values)}"
        self.values[name], self.dtypes[name] = values, dtype
        return nw.col(name)


@frozen
class Compared:
    """The rows of a rubric that compare units, with the bounds of every group of a frame."""

    groups: Groups
    bounds: Mapping[GroupKey, Cohorts] = field(hash=False)
    rows: Mapping[str, "_Row"] = field(hash=False)
    _columns: _Columns

    @classmethod
    def of(
        cls, read: Interpretation, groups: Groups, bounds: Mapping[GroupKey, Cohorts]
    ) -> "Compared":
        """The rows that there are bounds for, in some group."""
        columns = _Columns()
        codes = dict.fromkeys(code for each in bounds.values() for code in each)
        each_of = {code: [each.get(code) for each in bounds.values()] for code in codes}
        rows = {
            code: _Row.of(read, code, found, columns)
            for code, found in each_of.items()
            if any(map(_compares, _all(read.forms[code])))
        }
        return cls(groups, bounds, rows, columns)

    def joined(self, frame: AnyFrame) -> AnyFrame:
        """A frame with columns of what differs between groups."""
        if not self._columns.values:
            return frame
        small = Small(self._columns.values, self._columns.dtypes)
        return self.groups.joined(frame, list(self.bounds), small)

    def bounds_of(self, row: Mapping[str, Any]) -> Cohorts:
        """The bounds for one row of the frame."""
        key = self.groups.key_of(row)
        return self.bounds.get(key, {}) if key is not None else {}


@frozen
class _Leaf:
    """One rule over one value that compares units: its line in the group of each row."""

    measure: Number
    start: nw.Expr
    width: nw.Expr
    first: nw.Expr
    rise: nw.Expr
    left: nw.Expr | None
    is_cut: bool
    unknown: Interval
    fits: Sequence[Fit]

    @classmethod
    def of(
        cls,
        template: Curve,
        curves: Sequence[Curve],
        bounds: Sequence[CohortBounds | None],
        columns: _Columns,
    ) -> "_Leaf":
        """The rule, from what it is in every group; ``template`` is what it is in none."""
        unknown = template.pieces.whole or EVERYTHING
        fits = [
            None if each is None else fitted(curve.pieces, each)
            for curve, each in zip(curves, bounds, strict=True)
        ]
        kept = [fit if fit is not None and fit.reach <= MOST_REACH else None for fit in fits]
        is_left = [
            fit is None and not _is_unknown(curve, unknown)
            for curve, fit in zip(curves, kept, strict=True)
        ]
        return cls(
            measure=template.measure,
            start=columns.put_or_say([None if fit is None else float(fit.start) for fit in kept]),
            width=columns.put([None if fit is None else fit.float_width for fit in kept]),
            first=columns.put_or_say([None if fit is None else float(fit.first) for fit in kept]),
            rise=columns.put_or_say([None if fit is None else float(fit.rise) for fit in kept]),
            left=columns.put_tests(is_left),
            is_cut=all(fit is None or fit.is_cut for fit in kept),
            unknown=unknown,
            fits=[fit for fit in kept if fit is not None],
        )

    def points(self, facts: Facts, keep: Keep) -> Points:
        """Its points, in columns."""
        gaps = narrowed(self.measure, facts)
        value = measured(self.measure, facts)
        if value is None:
            return never_known(self.unknown, unsure=gaps, is_missing=True)
        share = (value.value - self.start) / self.width
        beyond = None if self.is_cut else (share < -_SLACK) | (share > 1 + _SLACK)
        cut = share.clip(0.0, 1.0) if self.is_cut else share
        known = keep(self.first + self.rise * cut)
        unsure = any_of([gaps, self.left, beyond])
        return Points(
            low=known.fill_null(real(self.unknown.low, -inf)),
            high=known.fill_null(real(self.unknown.high)),
            open=known.is_null(),
            missing=value.missing() & known.is_null() if facts.tells_missing else None,
            unsure=None if unsure is None else keep(unsure),
            error=self._error(value),
            within=hull([self.unknown, *(fit.within for fit in self.fits)]),
        )

    def _error(self, value: Measured) -> Error:
        errors = [fit.error(value.roundings) for fit in self.fits]
        return any_one_of([Error.of_ends(self.unknown), *errors])


_SLACK: Final = 2.0**-20
"""So far beyond its ends a line still keeps to its error."""


def _is_unknown(curve: Curve, unknown: Interval) -> bool:
    """Whether no value has points, and they lie where they do without any cohort."""
    return all(piece.line == unknown for piece in curve.pieces.pieces)


@frozen
class _Row:
    """One row of the rubric: its rule, the parts of it that compare, and what nothing is worth."""

    node: Node
    form: Form
    leaves: Sequence[_Leaf]
    least: nw.Expr
    most: nw.Expr
    blank: Sequence[Interval]

    @classmethod
    def of(
        cls,
        read: Interpretation,
        code: str,
        bounds: Sequence[CohortBounds | None],
        columns: _Columns,
    ) -> "_Row":
        """A row, with its bounds in every group."""
        node = read.nodes[code]
        template = rule(node, read.declared)
        forms = [template if each is None else rule(node, read.declared, each) for each in bounds]
        nothing = UnitFacts({}, read.declared)
        blank = [simplified(form).span(nothing).within for form in (*forms, template)]
        curves = [list(_comparing(form, template)) for form in forms]
        return cls(
            node=node,
            form=template,
            leaves=[
                _Leaf.of(each, [found[index] for found in curves], bounds, columns)
                for index, each in enumerate(_comparing(template, template))
            ],
            least=_end([real(each.low, -inf) for each in blank], columns),
            most=_end([real(each.high) for each in blank], columns),
            blank=blank,
        )

    def points(self, facts: Facts, keep: Keep) -> Points:
        """Its points: those of its rule, and what is possible where nothing of it is known."""
        given = (Given(leaf.points(facts, keep)) for leaf in self.leaves)
        found = points(_with(self.form, given), facts, keep)
        blank, missing = self._blank(facts, keep)
        open_ = nw.lit(value=False) if found.open is None else found.open
        is_wide = self.most > self.least
        within = hull([found.within, *self.blank])
        return evolve(
            found,
            low=nw.when(blank).then(self.least).otherwise(found.low),
            high=nw.when(blank).then(self.most).otherwise(found.high),
            open=nw.when(blank).then(is_wide).otherwise(open_),
            missing=_either(blank, missing & is_wide, found.missing)
            if facts.tells_missing
            else None,
            unsure=found.unsure if self._reads_one else any_of([found.unsure, ~blank & open_]),
            error=any_one_of([found.error, *map(Error.of_ends, self.blank)]),
            within=within,
            known=None,
        )

    @cached_property
    def _measures(self) -> frozenset[Measure]:
        """All values that its rule reads."""
        return frozenset(
            each.measure for each in _all(self.form) if isinstance(each, Curve | Lookup | Switch)
        )

    @property
    def _reads_one(self) -> bool:
        return len(self._measures) == 1

    def _blank(self, facts: Facts, keep: Keep) -> tuple[nw.Expr, nw.Expr]:
        """Where nothing of it is known, and where that is because something was not reported."""
        always = nw.lit(value=True)
        if self._reads_one:
            value = measured(self.leaves[0].measure, facts)
            return (always, always) if value is None else (keep(~value.known), value.missing())
        values = [facts.value(key) for key in self._keys(facts)]
        some = any_of(~value.is_null() for value in values if value is not None)
        return (always if some is None else keep(~some)), always

    def _keys(self, facts: Facts) -> Iterator[str]:
        """The inputs that its rule reads, each item of a list by itself."""
        for name in {name for measure in self._measures for name, _ in measure.reads}:
            items = facts.declared.lists.get(name)
            yield from (
                (name,) if items is None else (item_key(name, each) for each in items.options)
            )


def _end(values: Sequence[float], columns: _Columns) -> nw.Expr:
    """An end of where points lie in the group of each row; the last value is that of no group."""
    *of_groups, otherwise = values
    if set(of_groups) == {otherwise}:
        return nw.lit(otherwise)
    return columns.put(of_groups).fill_null(otherwise)


# Forms.


def _all(form: Form) -> Iterator[Form]:
    """A rule and all its parts."""
    yield form
    match form:
        case Fold(_, parts):
            below: Sequence[Form] = parts
        case Clamp(part):
            below = (part,)
        case Switch():
            below = form.branches
        case Constant() | Curve() | Lookup():
            below = ()
        case _:
            assert_never(form)
    for each in below:
        yield from _all(each)


def _compares(form: Form) -> bool:
    """Whether it is a rule over one value whose line depends on a cohort."""
    return isinstance(form, Curve) and any(
        isinstance(piece.line, Interval) and piece.undefined is Undefined.NO_COHORT
        for piece in form.pieces.pieces
    )


def _comparing(form: Form, template: Form) -> Iterator[Curve]:
    """The rules over one value that take the places of those which compare in a template."""
    for each, there in zip(_all(form), _all(template), strict=True):
        if _compares(there) and isinstance(each, Curve):
            yield each


def _with(form: Form, given: Iterator[Given]) -> Any:  # noqa: ANN401 - a form with points in it
    """A rule with points in the places of the parts that compare."""
    match form:
        case Curve() if _compares(form):
            return next(given)
        case Constant() | Curve() | Lookup():
            return form
        case Fold(operation, parts):
            return Fold(operation, tuple(_with(part, given) for part in parts))
        case Clamp(part):
            return evolve(form, part=_with(part, given))
        case Switch(_, _, cases, otherwise):
            then = tuple(evolve(case, then=_with(case.then, given)) for case in cases)
            return evolve(form, cases=then, otherwise=_with(otherwise, given))
        case _:
            assert_never(form)


def _either(blank: nw.Expr, first: nw.Expr, second: nw.Expr | None) -> nw.Expr:
    """A test where nothing is known, and another elsewhere."""
    return nw.when(blank).then(first).otherwise(nw.lit(value=False) if second is None else second)
