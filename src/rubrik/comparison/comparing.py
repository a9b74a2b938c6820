"""Two sheets side by side: what changed, row by row, and by how much."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from attrs import evolve, frozen

from rubrik.absence import Status
from rubrik.classifier import Rating, ratings
from rubrik.comparison.differences import differences, inputs_that_differ
from rubrik.comparison.results import (
    Aspect,
    ComparedRating,
    ComparedRow,
    Comparison,
    InputChange,
    ReadingChange,
)
from rubrik.errors import required
from rubrik.intervals import Interval
from rubrik.rubric import Criterion, Node
from rubrik.scoresheet import Line, Scoresheet
from rubrik.wording import Message, message, named

__all__ = ["compare"]


def __dir__() -> list[str]:
    return __all__


def compare(first: Scoresheet, second: Scoresheet) -> Comparison:
    """What is otherwise in the second sheet: a report before and after, this year and the last.

    Sheets by one rubric are compared row by row. By two rubrics, or by one that has changed, rows
    are matched by code, and the comparison says so.

    Raises:
        TypeError: one of them is no sheet.
    """
    for each in (first, second):
        required(each, Scoresheet)
    pair = _Pair(first, second, differences(first, second))
    printed = [pair.row(code) for code in _merged(first, second)]
    # A stable sort: rows that changed, and those that did not, stay in printed order.
    rows = sorted(printed, key=lambda row: not row.is_changed)
    return Comparison(
        first=first,
        second=second,
        rows=tuple(rows),
        ratings=tuple(_ratings(first, second)),
        readings=tuple(_readings(first.readings, second.readings)),
        difference_within=pair.differences[None] if _have_points(first, second) else None,
        notes=tuple(_notes(first, second, rows)),
    )


def _have_points(*sheets: Scoresheet) -> bool:
    """Whether totals can be compared: those of a checklist cannot, one that is out counts none."""
    out = [each.status_of(None) is Status.NOT_APPLICABLE for each in sheets]
    return all(each.bears_points or is_out for each, is_out in zip(sheets, out, strict=True))


def _merged(first: Scoresheet, second: Scoresheet) -> Iterator[str]:
    """The rows of the second sheet, each before those of the first alone that follow it there."""
    nodes, others = second.interpretation.nodes, first.interpretation.nodes
    following: dict[str | None, list[str]] = {}
    last: str | None = None
    for code in others:
        if code in nodes:
            last = code
        else:
            following.setdefault(last, []).append(code)
    yield from following.get(None, ())
    for code in nodes:
        yield code
        yield from following.get(code, ())


@frozen(eq=False)
class _Pair:
    first: Scoresheet
    second: Scoresheet
    differences: Mapping[str | None, Interval]

    def row(self, code: str) -> ComparedRow:
        """One row of either sheet, or of both."""
        one, other = _line(self.first, code), _line(self.second, code)
        if one is None or other is None:
            return self._found(code, one, other, {Aspect.PRESENCE})
        inputs = tuple(self._inputs(code))
        readings = tuple(self._readings.get(code, ()))
        differ = {*self._in_the_rule(one, other, readings), *_in_the_report(one, other)}
        differ.update([Aspect.INPUTS] if inputs else [])
        return evolve(self._found(code, one, other, differ), inputs=inputs, readings=readings)

    def _found(
        self, code: str, one: Line | None, other: Line | None, differ: AbstractSet[Aspect]
    ) -> ComparedRow:
        has_points = any(line.bears_points for line in (one, other) if line is not None)
        return ComparedRow(
            code=code,
            first=one,
            second=other,
            aspects=tuple(each for each in Aspect if each in differ),
            difference_within=self.differences[code] if has_points else None,
        )

    @property
    def _is_one_rubric(self) -> bool:
        return self.first.rubric_hash == self.second.rubric_hash

    def _in_the_rule(self, one: Line, other: Line, readings: Sequence[str]) -> Iterator[Aspect]:
        is_one_form = self.first.forms.get(one.code) == self.second.forms.get(one.code)
        if self._is_one_rubric:
            yield from [Aspect.READING] if readings else []
            yield from [Aspect.COHORT] if one.node == other.node and not is_one_form else []
        else:
            yield from [Aspect.NAME] if one.node.name != other.node.name else []
            is_one_rule = _rule(one.node) == _rule(other.node)
            yield from [] if is_one_form and is_one_rule else [Aspect.RULE]
        yield from [Aspect.MAX] if one.max != other.max else []

    def _inputs(self, code: str) -> Iterator[InputChange]:
        one, other = self.first.line(code).inputs, self.second.line(code).inputs
        declared = {**self.first.facts.declared.inputs, **self.second.facts.declared.inputs}
        for name in inputs_that_differ(code, self.first, self.second):
            yield InputChange(name, declared[name].label, one.get(name), other.get(name))

    @cached_property
    def _readings(self) -> Mapping[str, Sequence[str]]:
        """By row, the readings of whose options, one in each sheet, some replace a field of it."""
        found: dict[str, list[str]] = {}
        for reading in self.second.rubric.readings if self._is_one_rubric else ():
            chosen = {each.readings[reading.id] for each in (self.first, self.second)}
            options = (reading.option(name) for name in chosen)
            replaced = {each.node for option in options for each in option.replaces}
            for code in replaced if len(chosen) > 1 else ():
                found.setdefault(code, []).append(reading.id)
        return found


def _line(sheet: Scoresheet, code: str) -> Line | None:
    return sheet.line(code) if code in sheet.interpretation.nodes else None


def _rule(node: Node) -> Node:
    """What a row says about points, wherever it is printed."""
    bare = evolve(node, name="", max=None, source=None)
    return evolve(bare, examples=()) if isinstance(bare, Criterion) else bare


def _in_the_report(one: Line, other: Line) -> Iterator[Aspect]:
    pairs = {
        Aspect.EVIDENCE: (one.evidence, other.evidence),
        Aspect.CLAIM: (one.claimed, other.claimed),
        Aspect.ADJUDICATION: (one.adjudication, other.adjudication),
        Aspect.STATUS: (one.status, other.status),
        Aspect.POINTS: (one.within, other.within),
    }
    return (aspect for aspect, (before, after) in pairs.items() if before != after)


def _ratings(first: Scoresheet, second: Scoresheet) -> Iterator[ComparedRating]:
    """Those of the second sheet, then those of the first alone."""
    one, other = _by_scale(first), _by_scale(second)
    for key in dict.fromkeys((*other, *one)):
        scale, node = key
        yield ComparedRating(scale=scale, node=node, first=one.get(key), second=other.get(key))


def _by_scale(sheet: Scoresheet) -> Mapping[tuple[str, str], Rating]:
    return {(each.scale.id, each.node): each for each in ratings(sheet)}


def _readings(one: Mapping[str, str], other: Mapping[str, str]) -> Iterator[ReadingChange]:
    for name in dict.fromkeys((*other, *one)):
        if one.get(name) != other.get(name):
            yield ReadingChange(name, one.get(name), other.get(name))


def _notes(first: Scoresheet, second: Scoresheet, rows: Sequence[ComparedRow]) -> Iterator[Message]:
    if first.slug != second.slug:
        yield message("compared-other-rubric", first=named(first.slug), second=named(second.slug))
    elif first.rubric_hash != second.rubric_hash:
        yield message("compared-other-hash", slug=named(first.slug))
    one, other = first.submission, second.submission
    if one.unit != other.unit:
        yield message("compared-other-unit", first=_said(one.unit), second=_said(other.unit))
    if one.period != other.period:
        yield message("compared-other-period", first=_said(one.period), second=_said(other.period))
    if first.missing is not second.missing:
        policies = [message(f"policy-{each.missing.value}") for each in (first, second)]
        yield message("compared-other-policy", first=policies[0], second=policies[1])
    yield from _only_in_one("compared-only-first", [row for row in rows if row.second is None])
    yield from _only_in_one("compared-only-second", [row for row in rows if row.first is None])


def _said(name: str) -> str | Message:
    return named(name) if name else message("nothing")


def _only_in_one(key: str, rows: Sequence[ComparedRow]) -> Iterator[Message]:
    if rows:
        yield message(key, count=len(rows))
