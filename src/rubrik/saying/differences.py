"""Differences in words: with their sign, and what is compared on both sides."""

from fractions import Fraction

from rubrik.classifier import Rating
from rubrik.intervals import Interval
from rubrik.saying.levels import level_of
from rubrik.saying.words import ABOVE, BELOW, Words
from rubrik.scoresheet import Line, Scoresheet

__all__ = ["level_or_nothing", "moved", "points_of", "signed"]


def __dir__() -> list[str]:
    return __all__


def moved(within: Interval | None, say: Words) -> str:
    """How much more or less, with its sign; an end that is not reached has one of its own."""
    if within is None:
        return say("nothing")
    low, high = within.low, within.high
    if within.is_point:
        return signed(low, say)
    if low is None or high is None:
        above, below = ABOVE[within.low_open], BELOW[within.high_open]
        ends = [f"{above} {signed(low, say, high)}"] if low is not None else []
        ends += [f"{below} {signed(high, say, low)}"] if high is not None else []
        return ends[0] if ends else say("unknown")
    first, last = signed(low, say, high), signed(high, say, low)
    return f"{'>' * within.low_open}{first} … {'<' * within.high_open}{last}"


def signed(value: Fraction | None, say: Words, *against: Fraction | None) -> str:
    """A number with its sign, that never looks like none where it is some."""
    sign = "+" if value is not None and value > 0 else ""
    return f"{sign}{say.number(value, Fraction(0), *against)}"


def points_of(found: Line | Scoresheet | None, say: Words, *against: Fraction | None) -> str:
    """The points of a line or a sheet, or what they can still be; nothing where it has none."""
    if found is None or not found.bears_points:
        return say("nothing")
    return say.span(found.within, *against)


def level_or_nothing(rating: Rating | None, say: Words) -> str:
    """The level, or those that are possible; nothing where there is no rating that applies."""
    if rating is None or not rating.applies:
        return say("nothing")
    return level_of(rating, say)
