"""Places by points: those that units have, and those that they can still have.

Positions are the ends of intervals on one scale, where an end that is not reached stands just
beside the number. Who lies above whom is then a question of whole numbers.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import assert_never, get_args

from attrs import frozen

from rubrik.errors import RubrikError, meant
from rubrik.exact import rational
from rubrik.intervals import Interval
from rubrik.scales import Ties
from rubrik.wording import message, quoted

__all__ = ["Contender", "ranks", "spans", "ties_named"]


def __dir__() -> list[str]:
    return __all__


def ranks(points: Iterable[object], ties: str = "competition") -> tuple[Fraction, ...]:
    """The place of each of some points, the most points first; equal points share a place.

    Args:
        points: exact points, or whatever is read as a number.
        ties: what those who share a place leave to the next: ``"competition"`` 1, 2, 2, 4;
            ``"dense"`` 1, 2, 2, 3; ``"fractional"`` the mean of their places, 1, 5/2, 5/2, 4.

    Examples:
        >>> [str(each) for each in ranks([90, 75, "75,0", 60])]
        ['1', '2', '2', '4']
        >>> [str(each) for each in ranks([90, 75, "75,0", 60], "fractional")]
        ['1', '5/2', '5/2', '4']

    Raises:
        NumberError: something is no number.
        RubrikError: there is no such way to rank.
    """
    known = ties_named(ties)
    exact = [rational(each) for each in points]
    times = Counter(exact)
    places: dict[Fraction, Fraction] = {}
    above = 0
    for values_above, value in enumerate(sorted(times, reverse=True)):
        places[value] = _shared(known, above, values_above, times[value])
        above += times[value]
    return tuple(places[value] for value in exact)


_TIES: tuple[Ties, ...] = get_args(Ties)


def ties_named(name: str) -> Ties:
    """The way to rank equals of that name.

    Raises:
        RubrikError: there is none.
    """
    for each in _TIES:
        if each == name:
            return each
    said = message("not-one-of", found=quoted(str(name)), allowed=_TIES)
    raise RubrikError(said, meant(str(name), _TIES))


def _shared(ties: Ties, above: int, values_above: int, equal: int) -> Fraction:
    """The place that so many equals share, below so many units of so many different points."""
    match ties:
        case "competition":
            return Fraction(above + 1)
        case "dense":
            return Fraction(values_above + 1)
        case "fractional":
            return above + Fraction(equal + 1, 2)
        case _:
            assert_never(ties)


@frozen
class Contender:
    """The points of a unit, as far as they are known, and whether it will be ranked for sure."""

    within: Interval
    is_sure: bool = True


Span = tuple[Fraction, Fraction]
"""The best and the worst place."""


def spans(contenders: Sequence[Contender], ties: Ties = "competition") -> tuple[Span, ...]:
    """The best and the worst place that each unit can have, whatever the points turn out to be.

    Every place outside is impossible; those at the ends are possible where the points of the units
    can be any in their intervals, whatever those of the others are.
    """
    lows, highs = _positions([each.within for each in contenders])
    sure = [each.is_sure for each in contenders]
    if ties == "dense":
        return _dense(lows, highs, sure)
    surely = sorted(low for low, is_sure in zip(lows, sure, strict=True) if is_sure)
    possibly = sorted(highs)
    # Those who can only be level take half a place, if places are shared by their mean.
    half = Fraction(1, 2) if ties == "fractional" else Fraction(0)
    found: list[Span] = []
    for low, high, is_sure in zip(lows, highs, sure, strict=True):
        above, level = _beside(surely, high)
        best = 1 + above + half * (level - (is_sure and low == high))
        above, level = _beside(possibly, low)
        worst = 1 + above - (high > low) + half * (level - (high == low))
        found.append((best, worst))
    return tuple(found)


def _beside(ends: Sequence[int], position: int) -> tuple[int, int]:
    """How many of some sorted ends lie above a position, and how many at it."""
    beyond = bisect_right(ends, position)
    return len(ends) - beyond, beyond - bisect_left(ends, position)


def _dense(lows: Sequence[int], highs: Sequence[int], sure: Sequence[bool]) -> tuple[Span, ...]:
    """The same where a place is one more than how many different points lie above."""
    pairs = list(zip(lows, highs, strict=True))
    surely = [pair for pair, is_sure in zip(pairs, sure, strict=True) if is_sure]
    fewest = _fewest_values(surely)
    rising = sorted(low for low, _ in surely)
    points = sorted({low for low, high in pairs if low == high})
    open_ = sorted(high for low, high in pairs if low < high)
    found: list[Span] = []
    for low, high in pairs:
        best = fewest[_beside(rising, high)[0]]
        worst = _beside(points, low)[0] + _beside(open_, low)[0] - (low < high)
        found.append((Fraction(1 + best), Fraction(1 + worst)))
    return tuple(found)


def _fewest_values(intervals: Iterable[tuple[int, int]]) -> list[int]:
    """How few different values the highest of some intervals can have, by how many they are.

    Taken by their low ends, from the top: one needs a value of its own if its high end lies below
    the last value that was needed.
    """
    found = [0]
    value: int | None = None
    for low, high in sorted(intervals, reverse=True):
        is_new = value is None or high < value
        value = low if is_new else value
        found.append(found[-1] + is_new)
    return found


def _positions(intervals: Sequence[Interval]) -> tuple[list[int], list[int]]:
    """The low and the high ends as whole numbers in the order of the ends."""
    lows, highs = list(map(_low, intervals)), list(map(_high, intervals))
    order = {end: place for place, end in enumerate(sorted({*lows, *highs}))}
    return [order[low] for low in lows], [order[high] for high in highs]


End = tuple[int, Fraction, int]
"""Whether it is without end, the number, and on which side of it the end stands."""


def _low(within: Interval) -> End:
    if within.low is None:
        return (-1, Fraction(0), 0)
    return (0, within.low, 1 if within.low_open else 0)


def _high(within: Interval) -> End:
    if within.high is None:
        return (1, Fraction(0), 0)
    return (0, within.high, -1 if within.high_open else 0)
