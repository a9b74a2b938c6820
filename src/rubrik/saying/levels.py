"""Ratings in words: the level, what it depends on, and the way up."""

from collections.abc import Sequence
from fractions import Fraction

from rubrik.classifier import ConditionResult, Rating, Room
from rubrik.saying.scales import called, named
from rubrik.saying.words import Words

__all__ = [
    "MARKS",
    "columns_of",
    "depends",
    "level_of",
    "rooms_of",
    "short_of",
    "shows_conditions",
    "subject_of",
]


def __dir__() -> list[str]:
    return __all__


MARKS = {True: "✓", False: "✗", None: "?"}
"""Whether a condition holds, or can go either way."""


def subject_of(rating: Rating, say: Words) -> str:
    """The scale, and the row that it rates."""
    scale = rating.scale
    name = called(scale, say)
    shown = f"{name} {rating.node}" if rating.node else name
    return shown if scale.decides else f"{shown} {say('not-deciding')}"


def level_of(rating: Rating, say: Words) -> str:
    """The level, or those that are still possible."""
    names = [name or say("nothing") for name in rating.possible]
    if rating.level is None:
        return say("level-open", levels=tuple(names))
    reached = rating.reached
    return named(reached) if reached else names[0]


def shows_conditions(rating: Rating) -> bool:
    """Whether its conditions are worth a table: those on one row are said by the way up."""
    return rating.scale.decides and len({each.node for each in rating.conditions}) > 1


def columns_of(rating: Rating) -> list[str]:
    """What the columns of its conditions are called: the levels, whose labels stand above."""
    return [each.level.name for each in rating.levels]


def depends(inputs: Sequence[str], say: Words) -> str:
    """The inputs that could change the level, the first of them where they are many."""
    shown, more = tuple(inputs[:_MOST_SHOWN]), len(inputs) - _MOST_SHOWN
    if more <= 0:
        return say("level-depends", inputs=shown)
    return say("level-depends-and-more", inputs=shown, more=more)


def short_of(condition: ConditionResult, say: Words) -> str:
    """How much is missing or too much on which row, if that is known."""
    node, short = condition.node or say("the-whole"), condition.shortfall
    if short is None:
        return node
    if short == 0:
        return say("at-threshold", node=node)
    key = "short-by" if condition.threshold.is_floor else "over-by"
    said = say(key, node=node, points=say.number(short, _NOTHING))
    return said if condition.points is not None else say("at-worst", said=said)


_NOTHING = Fraction(0)


def rooms_of(rooms: Sequence[Room], say: Words) -> str:
    """Where points are still to be had; the largest first of them where they are many."""
    shown = tuple(_room(room, say) for room in _largest(rooms))
    more = len(rooms) - len(shown)
    return say("rooms-and-more", rooms=shown, more=more) if more else say("rooms", rooms=shown)


_MOST_SHOWN = 8


def _largest(rooms: Sequence[Room]) -> list[Room]:
    """The rows with the most to give, in printed order; all of them where there are few."""
    by_size = sorted(rooms, key=lambda room: (room.points is not None, -(room.points or 0)))
    kept = set(by_size[:_MOST_SHOWN])
    return [room for room in rooms if room in kept]


def _room(room: Room, say: Words) -> str:
    code = room.code or say("the-whole")
    return code if room.points is None else f"{code} ({say.number(room.points, _NOTHING)})"
