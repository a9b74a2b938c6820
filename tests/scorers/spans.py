"""Intervals as text, and what properties of intervals and pieces are tried on."""

from fractions import Fraction
from typing import Final

from hypothesis import strategies as st

from rubrik.intervals import Interval

__all__ = ["ENDS", "INTERVALS", "SAMPLES", "interval"]


def interval(text: str) -> Interval:
    """The interval that is written like ``"[0, 1/2)"`` or ``"(-∞, ∞)"``."""
    low, high = text[1:-1].split(", ")
    return Interval(
        None if low == "-∞" else Fraction(low),
        None if high == "∞" else Fraction(high),
        low_open=text[0] == "(",
        high_open=text[-1] == ")",
    )


ENDS: Final = tuple(Fraction(each, 2) for each in range(-4, 5))
"""Where intervals of properties begin and end: the halves from -2 to 2."""

_NEAR = Fraction(1, 10**9)

SAMPLES: Final = tuple(
    sorted(end + step for end in (*ENDS, Fraction(-3), Fraction(3)) for step in (-_NEAR, 0, _NEAR))
)
"""Values at, just below and just above each of these ends, and beyond them.

Two intervals between such ends hold the same of these values only if they are equal.
"""


def _made(ends: tuple[Fraction | None, Fraction | None, bool, bool]) -> Interval:
    low, high, low_open, high_open = ends
    if low is None or high is None or low < high:
        return Interval(low, high, low_open=low_open, high_open=high_open)
    if low == high:
        return Interval.point(low)
    return Interval(high, low, low_open=low_open, high_open=high_open)


_END = st.none() | st.sampled_from(ENDS)

INTERVALS: Final = st.tuples(_END, _END, st.booleans(), st.booleans()).map(_made)
"""Intervals between these ends, or without them; points too."""
