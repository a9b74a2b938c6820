"""Measured values: exact pairs, and what a value can be while it is open."""

from collections.abc import Mapping

from attrs import frozen

from rubrik.absence import Absence
from rubrik.intervals import Interval
from rubrik.measures.domains import Option
from rubrik.measures.inputs import Value

__all__ = ["Known", "Pair", "Possible", "Reads"]


def __dir__() -> list[str]:
    return __all__


Pair = tuple[int, int]
"""A rational as code that is generated holds it: numerator and positive denominator."""

Known = Mapping[str, Value]
"""The facts that are known, by the name of their input."""

Reads = tuple[str, str]
"""An input's name, and the kind of input it has to be: a kind's name or ``"number"``."""


@frozen
class Possible:
    """What a measured value can be: numbers or options, and what keeps it from being one."""

    values: Interval | tuple[Option, ...]
    absent: tuple[Absence, ...] = ()
