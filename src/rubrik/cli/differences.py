"""Differences as a person reads them: with their sign, and levels from and to."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.console import RenderableType

from rubrik.classifier import Rating
from rubrik.cli.levels import level_of, subject_of
from rubrik.cli.tables import heading, table
from rubrik.cli.terminal import plain
from rubrik.cli.words import Words
from rubrik.comparison import ComparedRating
from rubrik.intervals import Interval
from rubrik.scoresheet import Line, Scoresheet

__all__ = ["compared_levels", "moved", "points_of", "signed"]


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
        above, below = _ABOVE[within.low_open], _BELOW[within.high_open]
        ends = [f"{above} {signed(low, say, high)}"] if low is not None else []
        ends += [f"{below} {signed(high, say, low)}"] if high is not None else []
        return ends[0] if ends else say("unknown")
    first, last = signed(low, say, high), signed(high, say, low)
    return f"{'>' * within.low_open}{first} … {'<' * within.high_open}{last}"


_ABOVE = {False: "≥", True: ">"}
_BELOW = {False: "≤", True: "<"}


def signed(value: Fraction | None, say: Words, *against: Fraction | None) -> str:
    """A number with its sign, that never looks like none where it is some."""
    sign = "+" if value is not None and value > 0 else ""
    return f"{sign}{say.number(value, Fraction(0), *against)}"


def points_of(found: Line | Scoresheet | None, say: Words, *against: Fraction | None) -> str:
    """The points of a line or a sheet, or what they can still be; nothing where it has none."""
    if found is None or not found.bears_points:
        return say("nothing")
    return say.span(found.within, *against)


def compared_levels(
    ratings: Sequence[ComparedRating], say: Words, *columns: str
) -> Iterator[RenderableType]:
    """The levels of both sheets beside each other, those that differ in bold."""
    shown = [each for each in ratings if _applies(each.first) or _applies(each.second)]
    if not shown:
        return
    drawn = table(say("column-scale"), columns[0], (), columns[1:])
    for each in shown:
        name = subject_of(each.rating, say)
        style = "bold" if each.is_changed else ""
        levels = [plain(_level(rating, say), style) for rating in (each.first, each.second)]
        drawn.add_row(plain(name, "" if each.rating.scale.decides else "dim"), *levels)
    yield heading(say("ratings"))
    yield drawn


def _applies(rating: Rating | None) -> bool:
    return rating is not None and rating.applies


def _level(rating: Rating | None, say: Words) -> str:
    if rating is None or not rating.applies:
        return say("nothing")
    return level_of(rating, say)
