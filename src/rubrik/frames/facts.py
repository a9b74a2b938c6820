"""The facts of all units of a frame, and weighted sums of them, as whole numbers of 64 bits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import lcm
from operator import add
from typing import Final

import narwhals.stable.v2 as nw
from attrs import evolve, frozen

from rubrik.frames.columns import item_key
from rubrik.frames.expressions import combined
from rubrik.frames.intake import FAR, MOST_PARTS, PARTS
from rubrik.measures import CountInput, Declared, Growth, Measure, Ratio, Terms, Weighted
from rubrik.rubric import Interpretation, measured_by

__all__ = ["Facts", "Total", "added"]


def __dir__() -> list[str]:
    return __all__


_ROOM: Final = 2**62
"""No product of integers may come near the end of 64 bits."""


@frozen
class Facts:
    """The inputs of a frame made ready.

    ``values`` holds the column of each input that there is, by key; ``parts`` that of amounts and
    shares which are added up, as whole numbers of parts. ``tells_missing`` where it matters why
    something is not known.
    """

    values: Mapping[str, nw.Expr]
    parts: Mapping[str, nw.Expr]
    declared: Declared
    tells_missing: bool = False

    def value(self, key: str) -> nw.Expr | None:
        """The values of an input, or ``None`` where the frame has no column for it."""
        return self.values.get(key)

    def items(self, name: str) -> list[nw.Expr] | None:
        """Whether each item of a list is ticked, or ``None`` where some item has no column."""
        found = [self.value(item_key(name, item)) for item in self.declared.lists[name].options]
        known = [each for each in found if each is not None]
        return known if len(known) == len(found) else None


@frozen
class Total:
    """A weighted sum of inputs, as a whole number of ``1/scale``; never more than ``room``.

    It is null where one of the inputs is not known.
    """

    value: nw.Expr
    scale: int
    room: int

    @classmethod
    def of(cls, terms: Terms, facts: Facts) -> "Total | None":
        """The sum, or ``None`` where an input of it has no column.

        Raises:
            OverflowError: it does not surely fit into 64 bits.
        """
        if any(facts.value(name) is None for name in terms.names):
            return None
        return _added([(_one(name, facts), weight) for name, weight in terms.weights])

    @classmethod
    def plain(cls, names: Iterable[str], facts: Facts) -> "Total":
        """The sum of the inputs that are known, without weights: never null.

        Raises:
            OverflowError: it does not surely fit into 64 bits.
        """
        known = [_one(name, facts) for name in names if facts.value(name) is not None]
        filled = [(evolve(one, value=one.value.fill_null(0)), Fraction(1)) for one in known]
        return _added(filled) if filled else cls(nw.lit(0), 1, 0)

    def times(self, factor: int) -> "Total":
        """So many times the whole number."""
        value = self.value if factor == 1 else self.value * factor
        return Total(value, self.scale, self.room * abs(factor)).fitting

    @property
    def fitting(self) -> "Total":
        """Itself, if it fits.

        Raises:
            OverflowError: it does not surely fit into 64 bits.
        """
        if self.room >= _ROOM:
            raise OverflowError
        return self


def _added(parts: Sequence[tuple[Total, Fraction]]) -> Total:
    scale = lcm(*(one.scale * weight.denominator for one, weight in parts))
    found = [one.times(int(weight * scale / one.scale)) for one, weight in parts]
    value = combined(add, [each.value for each in found])
    return Total(value, scale, sum(each.room for each in found)).fitting


def _one(name: str, facts: Facts) -> Total:
    declared = facts.declared.numbers[name]
    if not declared.domain.integer:
        return Total(facts.parts[name], PARTS, MOST_PARTS)
    most = declared.max if isinstance(declared, CountInput) and declared.max is not None else FAR
    return Total(facts.values[name], 1, min(most, FAR))


def added(read: Interpretation) -> Iterator[str]:
    """The amounts and shares that some rule or constraint adds up, or divides."""
    measures = (each for node in read.nodes.values() for _, each in measured_by(node))
    names = [name for each in measures for name in _added_in(each)]
    names += [name for each in read.constraints for name in each.names]
    numbers = read.declared.numbers
    yield from (name for name in dict.fromkeys(names) if not numbers[name].domain.integer)


def _added_in(measure: Measure) -> Sequence[str]:
    match measure:
        case Weighted():
            return measure.weighted.names
        case Ratio() | Growth():
            return measure.counts
        case _:
            return ()
