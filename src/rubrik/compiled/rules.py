"""Rules in the making: code for the points of every form."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import lcm
from typing import Final, assert_never

from attrs import define, evolve

from rubrik.compiled.pairs import (
    Written,
    added,
    compared,
    drop,
    extreme,
    limited,
    product,
    put,
    target,
    unless_open,
)
from rubrik.compiled.source import Source
from rubrik.compiled.stretches import stretches
from rubrik.compiled.values import Values
from rubrik.intervals import Interval
from rubrik.measures import Answer
from rubrik.scorers import Case, Clamp, Constant, Curve, Fold, Form, Line, Lookup, Switch

__all__ = ["Rules"]


def __dir__() -> list[str]:
    return __all__


_MOST: Final = 24
"""How many branches one rule is written with."""

_DEEPEST: Final = 8
"""How deep rules are written inside each other. What is larger than that is called as it is."""


@define(eq=False)
class Rules:
    """Code for forms, into the fractions that are to hold their points."""

    _source: Source
    _values: Values
    _depth: int = 0

    def points(self, form: Form) -> Written:
        """The points of a rule."""
        found = target(self._source, self.scale(form))
        self._write(form, found)
        if isinstance(form, Curve) and not _is_wide(form):
            return evolve(found, like=self._values.number(form.measure).like)
        return found

    def scale(self, form: Form) -> int | None:
        """The bottom that the points of a rule always have, if there is one."""
        match form:
            case Constant(points):
                return points.denominator
            case Lookup(table=table):
                return lcm(*[points.denominator for points in table.values()])
            case Curve():
                return self._scale_of_curve(form)
            case Fold(parts=parts):
                return self._common(parts)
            case Clamp(part, low, high):
                limits = [Constant(limit) for limit in (low, high) if limit is not None]
                return self._common([part, *limits])
            case Switch():
                return self._common(form.branches)
            case _:
                assert_never(form)

    def _common(self, forms: Sequence[Form]) -> int | None:
        scales = [self.scale(form) for form in forms]
        known = [scale for scale in scales if scale is not None]
        return lcm(*known) if len(known) == len(scales) else None

    def _scale_of_curve(self, curve: Curve) -> int | None:
        lines = [each.line for each in curve.pieces.pieces if isinstance(each.line, Line)]
        measured = self._values.scale(curve.measure)
        if measured is None and any(line.slope for line in lines):
            return None
        bottoms = [line.slope.denominator * (measured or 1) for line in lines if line.slope]
        return lcm(*bottoms, *[line.constant.denominator for line in lines])

    def _write(self, form: Form, to: Written) -> None:
        """Code that puts the points of a rule into ``to``."""
        scale = self.scale(form)
        if scale is not None and isinstance(to.bottom, str):
            self._source.put(f"{to.bottom} = {self._source.number(scale)}")
            to = evolve(to, bottom=scale)
        if self._depth == _DEEPEST or _is_wide(form):
            self._call(form, to)
        else:
            self._depth += 1
            self._write_out(form, to)
            self._depth -= 1

    def _write_out(self, form: Form, to: Written) -> None:
        match form:
            case Constant(points):
                put(self._source, to, points)
            case Lookup():
                self._lookup(form, to)
            case Curve():
                self._curve(form, to)
            case Fold(operation, parts):
                _FOLDS[operation](self._source, [self.points(part) for part in parts], to)
            case Clamp(part, low, high):
                self._write(part, to)
                limited(self._source, to, low, high)
            case Switch():
                self._switch(form, to)
            case _:
                assert_never(form)

    def _call(self, form: Form, to: Written) -> None:
        """The rule itself, asked for its points."""
        source, found = self._source, self._source.name()
        source.put(f"{found} = {source.bound(form.pair)}(known)")
        with source.under(f"if {found} is None"):
            drop(source, to)
        with source.under("else"):
            if isinstance(to.bottom, int):
                over = product(source, f"{found}[0]", to.bottom)
                source.put(f"{to.top} = {over} // {found}[1]")
            else:
                source.put(f"{to.top}, {to.bottom} = {found}")

    def _lookup(self, form: Lookup, to: Written) -> None:
        source, answer = self._source, self._values.answer(form.measure)
        scale = to.bottom if isinstance(to.bottom, int) else 1  # it is a number: see `scale`
        table = {option: int(points * scale) for option, points in form.table.items()}
        if table.keys() == {True, False}:
            yes, no = source.number(table[True]), source.number(table[False])
            said = f"{yes} if {answer} else {no} if {answer} is not None else None"
        else:
            said = f"{source.bound(table)}.get({answer})"
        source.put(f"{to.top} = {said}")

    def _curve(self, form: Curve, to: Written) -> None:
        source, value = self._source, self._values.number(form.measure)
        found = stretches(form)
        ends = [
            None if each.end is None else compared(source, value, each.relation, each.end)
            for each in found
        ]
        with unless_open(source, [value], to):
            for _, each in zip(source.branches(ends), found, strict=True):
                self._line(each.line, value, to)

    def _line(self, line: Line | None, value: Written, to: Written) -> None:
        source = self._source
        if line is None:
            drop(source, to)
        elif line.slope == 0:
            put(source, to, line.constant)
        elif isinstance(to.bottom, int) and isinstance(value.bottom, int):
            slope, constant = line.slope * to.bottom / value.bottom, line.constant * to.bottom
            terms = [source.times(int(slope), value.top), source.times(int(constant))]
            source.total(to.top, terms[: 1 + bool(constant)])
        else:
            scale = lcm(line.slope.denominator, line.constant.denominator)
            slope, constant = line.slope * scale, line.constant * scale
            terms = [
                source.times(int(slope), value.top),
                source.times(int(constant), str(value.bottom)),
            ]
            source.total(to.top, terms[: 1 + bool(constant)])
            source.put(f"{to.bottom} = {source.times(scale, str(value.bottom))}")

    def _switch(self, form: Switch, to: Written) -> None:
        source = self._source
        value = self._switched_by(form)
        tests = [self._holds(case, value) for case in form.cases]
        with unless_open(source, [value], to):
            for _, branch in zip(source.branches([*tests, None]), form.branches, strict=True):
                with self._values.apart():
                    self._write(branch, to)

    def _switched_by(self, form: Switch) -> Written:
        if isinstance(form.measure, Answer):
            return Written(self._values.answer(form.measure), 1)
        return self._values.number(form.measure)

    def _holds(self, case: Case, value: Written) -> str:
        """The condition that a known value is one that a case is for."""
        if not isinstance(case.test, Interval):
            return f"{value.top} in {case.test!r}"
        low, high = case.test.low, case.test.high
        above, below = ">" if case.test.low_open else ">=", "<" if case.test.high_open else "<="
        ends = [
            *([] if low is None else [compared(self._source, value, above, low)]),
            *([] if high is None else [compared(self._source, value, below, high)]),
        ]
        return " and ".join(ends) or "True"


def _is_wide(form: Form) -> bool:
    match form:
        case Curve():
            return len(form.pieces.pieces) > _MOST
        case Switch():
            return len(form.cases) > _MOST
        case _:
            return False


_FOLDS: Final[Mapping[str, Callable[[Source, Sequence[Written], Written], None]]] = {
    "sum": added,
    "best": partial(extreme, op="<"),
    "worst": partial(extreme, op=">"),
}
