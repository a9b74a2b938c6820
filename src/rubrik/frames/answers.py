"""Answers as expressions: whether one of finitely many is the one that was given."""

from collections.abc import Callable
from typing import assert_never

import narwhals.stable.v2 as nw
from attrs import frozen

from rubrik.frames.columns import item_key
from rubrik.frames.expressions import any_of
from rubrik.frames.facts import Facts
from rubrik.measures import Answer, Choice, Flag, Item, Option

__all__ = ["Answered", "answered"]


def __dir__() -> list[str]:
    return __all__


@frozen
class Answered:
    """An answer: whether it is ``known``, and whether it is the one asked about, null otherwise."""

    known: nw.Expr
    is_: Callable[[Option], nw.Expr]


def answered(measure: Answer, facts: Facts) -> Answered | None:
    """An answer, or ``None`` where nothing that it reads has a column."""
    match measure:
        case Flag():
            return _truth(facts.value(measure.flag))
        case Item():
            return _ticked(measure, facts)
        case Choice():
            value = facts.value(measure.choice)
            return None if value is None else Answered(~value.is_null(), lambda each: value == each)
        case _:
            assert_never(measure)


def _truth(value: nw.Expr | None) -> Answered | None:
    if value is None:
        return None
    return Answered(~value.is_null(), lambda each: value if each else ~value)


def _ticked(measure: Item, facts: Facts) -> Answered | None:
    """One item of a list; it is known where every item of the list is."""
    ticked, value = facts.items(measure.items), facts.value(item_key(measure.items, measure.item))
    if ticked is None or value is None:
        return None
    is_open = any_of(each.is_null() for each in ticked)
    return _truth(value if is_open is None else nw.when(~is_open).then(value))
