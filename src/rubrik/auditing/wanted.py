"""Levels, what they ask for, and what rows can have, in words."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final, assert_never

from rubrik.auditing.applied import Applied
from rubrik.intervals import EVERYTHING, Interval
from rubrik.measures import Amount
from rubrik.reasons import between, inside, percent
from rubrik.scales import (
    AllOf,
    AnyOf,
    AtLeast,
    Level,
    Op,
    Reaches,
    Requirement,
    Threshold,
    thresholds,
)
from rubrik.wording import Arg, Exact, Message, message

__all__ = [
    "can_have",
    "listed",
    "points_in",
    "printed_words",
    "quoted_name",
    "row_name",
    "worded",
]


def __dir__() -> list[str]:
    return __all__


_SIGNS: Final[Mapping[Op, str]] = {
    ">=": "band-from",
    ">": "band-above",
    "<=": "band-to",
    "<": "band-below",
}


def quoted_name(name: str) -> Message:
    """A name or reason of the rubric's, in quotes."""
    return message("finding-quoted", name=name)


def listed(wanted: Iterable[Requirement], applied: Applied) -> tuple[Message, ...]:
    """Requirements in words, one by one."""
    return tuple(worded(each, applied) for each in wanted)


def worded(wanted: Requirement, applied: Applied) -> Message:
    """A resolved requirement in words: ``A.I ≥ 270 (90%)``."""
    match wanted:
        case Threshold():
            return _threshold(wanted, applied)
        case AllOf():
            return message("finding-all-of", conditions=listed(wanted.all, applied))
        case AnyOf():
            return message("finding-one-of", conditions=listed(wanted.any, applied))
        case AtLeast():
            conditions = listed(wanted.of, applied)
            return message("finding-some-of", count=wanted.at_least, conditions=conditions)
        case Reaches():
            raise AssertionError(wanted)  # a resolved scale has none
        case _:
            assert_never(wanted)


def _threshold(threshold: Threshold, applied: Applied) -> Message:
    limit = applied.space.limit(threshold, applied.subject)
    node = row_name(threshold.node or applied.subject)
    if limit is None:
        return message("finding-asks", node=node, asked=message("limit-unknown"))
    asked = message(_SIGNS[threshold.op], end=_limit(threshold, limit))
    return message("finding-asks", node=node, asked=asked)


def _limit(threshold: Threshold, limit: Fraction) -> Message:
    if threshold.share is None:
        return message("measured-bare", value=Exact(limit))
    if threshold.base == "parts":
        return message("limit-mean", limit=Exact(limit), mean=Exact(threshold.share))
    share = percent(threshold.share)
    if isinstance(threshold.base, Fraction):
        return message("finding-share-of", limit=Exact(limit), share=share, base=threshold.base)
    return message("limit-share", limit=Exact(limit), share=share)


def row_name(code: str) -> Arg:
    """The code of a row, or words for the whole."""
    return code or message("the-whole")


def can_have(wanted: Iterable[Requirement], applied: Applied) -> tuple[Message, ...]:
    """What each row that requirements ask about can have, in words."""
    nodes = dict.fromkeys(each.node or applied.subject for each in thresholds(tuple(wanted)))
    free = applied.space.sums.free
    return tuple(
        message("finding-can-have", node=row_name(node), points=points_in(free[node]))
        for node in nodes
    )


def points_in(within: Interval) -> Message:
    """Points that a row can have, with ends that are never attained told as such."""
    is_closed = None not in (within.low, within.high) and not (within.low_open or within.high_open)
    if is_closed:
        return between(within)
    if within == EVERYTHING:
        return message("band-any")
    return message("points", points=inside(within, Amount("")))


def printed_words(wanted: Iterable[Requirement], level: Level, applied: Applied) -> str:
    """The printed words that come nearest to some requirements of a level."""
    words = (each.printed for each in thresholds(tuple(wanted)))
    more = (level.printed, applied.scale.printed, applied.scale.name)
    return next(filter(None, (*words, *more)), "")
