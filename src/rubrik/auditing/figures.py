"""Measured values in words: in percent where they are shares."""

from fractions import Fraction

from rubrik.measures import Growth, Number, Ratio, Share
from rubrik.reasons import percent
from rubrik.wording import Exact, Message, message

__all__ = ["figure"]


def __dir__() -> list[str]:
    return __all__


def figure(value: Fraction, measure: Number) -> Message:
    """A measured number in words."""
    if isinstance(measure, Ratio | Share | Growth):
        return percent(value)
    return message("measured-bare", value=Exact(value))
