"""Copies in which one thing is changed: what a comparison has to see, wherever it is."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import attrs
from attrs import evolve

from rubrik.errors import RubrikError
from rubrik.measures import Measure
from rubrik.rubric import Criterion, Group
from rubrik.scorers import Amount
from transcribed import Case, TranscribedRow

__all__ = ["altered_nodes", "altered_rows"]

Node = Criterion | Group

_LITTLE = Fraction(1, 1000)
_NUMBER = re.compile(r"\d+")


def altered_nodes(node: Node) -> Iterator[Node]:
    """The row a line further down, with more of a maximum, with each number of its rule changed."""
    source = node.source
    assert source is not None
    yield evolve(node, source=evolve(source, line=source.line + 1, name=_next(source.name)))
    yield evolve(node, max=(node.max or 0) + 1)
    for score in _altered(node.score):
        yield evolve(node, score=score)


def _altered(value: object) -> Iterator[Any]:
    """A part of a rule with one of its numbers changed; measures are left as they are."""
    match value:
        case Amount():
            yield evolve(value, value=value.value + 1)
        case Fraction():
            yield from (value + 1, value + _LITTLE)
        case tuple():
            for index, each in enumerate(value):
                yield from (
                    (*value[:index], other, *value[index + 1 :]) for other in _altered(each)
                )
        case Mapping():
            for name, each in value.items():
                yield from ({**value, name: other} for other in _altered(each))
        case _:
            for name in _field_names(value):
                yield from _with(value, name)


def _field_names(value: Any) -> list[str]:  # noqa: ANN401 - whatever stands in a rule
    is_part = attrs.has(type(value)) and not isinstance(value, Measure)
    return [field.name for field in attrs.fields(type(value)) if field.init] if is_part else []


def _with(value: Any, name: str) -> Iterator[Any]:  # noqa: ANN401 - any class of a rule
    """A scorer or a band with one field changed; ends that would cross are moved by a little."""
    other = getattr(value, name)
    made: list[Any] = []
    for each in _altered(other):
        if made and isinstance(other, Fraction):
            return
        try:
            made.append(evolve(value, **{name: each}))
        except RubrikError:
            continue
        yield made[-1]


def altered_rows(row: TranscribedRow) -> Iterator[TranscribedRow]:
    """The transcribed row with one cell changed."""
    yield evolve(row, line=row.line + 1)
    yield evolve(row, maximum=(row.maximum or Fraction(0)) + 1)
    for index, case in enumerate(row.cases):
        for other in _altered_cases(case):
            yield evolve(row, cases=(*row.cases[:index], other, *row.cases[index + 1 :]))


def _altered_cases(case: Case) -> Iterator[Case]:
    """The case with a greater number, or other words, in each of its cells."""
    yield evolve(case, edge=_next(case.edge))
    yield evolve(case, points=_next(case.points))


def _next(text: str) -> str:
    """The text with its first number one greater; without a number, with a word more."""
    found = _NUMBER.search(text)
    if not found:
        return f"không {text}"
    return f"{text[: found.start()]}{int(found[0]) + 1}{text[found.end() :]}"
