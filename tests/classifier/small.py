"""Small scales built by hand, and the rubrics and points that they are tried on."""

from fractions import Fraction
from typing import Any

import rubrik
from rubrik import Interval, Level, Scale, Threshold
from rubrik.scales import Requirement

__all__ = ["NEAR", "between", "level", "number", "points", "scale", "share"]

NEAR = Fraction(1, 10**9)
"""How near to a threshold the tests come."""


def level(name: str, *conditions: Requirement, **more: Any) -> Level:  # noqa: ANN401 - any other field
    """A level that asks for these."""
    return Level(name=name, conditions=conditions, **more)


def scale(name: str, *levels: Level, **more: Any) -> Scale:  # noqa: ANN401 - any other field
    """A scale of these levels."""
    return Scale(id=name, name=f"Thang {name}", levels=levels, **more)


def points(least: object, node: str = "", **more: Any) -> Threshold:  # noqa: ANN401 - any other field
    """So many points, or however else they are to be compared."""
    return Threshold(points=number(least), node=node, **more)


def share(least: object, node: str = "", **more: Any) -> Threshold:  # noqa: ANN401 - likewise
    """Such a share of the maximum, or of another base."""
    return Threshold(share=number(least), node=node, **more)


def number(value: object) -> Fraction:
    """A number, however it is written."""
    return rubrik.rational(value)


def between(low: object, high: object, **ends: bool) -> Interval:
    """The numbers between two ends; ``None`` where there is no end."""
    return Interval(
        None if low is None else number(low), None if high is None else number(high), **ends
    )
