"""Weighted sums of numeric inputs, the stuff of ratios and constraints."""

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from rubrik import exact
from rubrik.errors import RubrikError
from rubrik.intervals import Interval, add
from rubrik.measures.facts import Facts
from rubrik.measures.inputs import Value
from rubrik.wording import message

__all__ = ["Terms", "terms"]


def __dir__() -> list[str]:
    return __all__


@frozen(repr=False)
class Terms:
    """``weight * input`` added up over one or more inputs; the inputs are all different.

    Raises:
        RubrikError: there is no input to add up.
    """

    weights: tuple[tuple[str, Fraction], ...] = field()
    names: tuple[str, ...] = field(init=False, eq=False)
    """The inputs read."""
    only: str | None = field(init=False, eq=False)
    """The one input that the sum is, where it is just that."""
    _factors: tuple[tuple[str, int | Fraction], ...] = field(init=False, eq=False)

    @weights.validator
    def _has_some(self, _: object, weights: tuple[tuple[str, Fraction], ...]) -> None:
        if not weights:
            raise RubrikError(message("no-terms"))

    @names.default
    def _all_names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.weights)

    @only.default
    def _only_name(self) -> str | None:
        return self.names[0] if len(self.weights) == 1 and self.weights[0][1] == 1 else None

    @_factors.default
    def _whole_where_they_are(self) -> tuple[tuple[str, int | Fraction], ...]:
        """The weights, those that are whole as integers: sums of counts are faster so."""
        return tuple(
            (name, weight.numerator if weight.denominator == 1 else weight)
            for name, weight in self.weights
        )

    def total(self, known: Mapping[str, Value]) -> int | Fraction | None:
        """The sum, or ``None`` while one of the inputs is unknown."""
        if self.only is not None:
            return known.get(self.only)  # type: ignore[return-value]
        total: int | Fraction = 0
        for name, factor in self._factors:
            value = known.get(name)
            if value is None:
                return None
            total += factor * value  # type: ignore[operator]
        return total

    def plain(self, known: Mapping[str, Value]) -> Fraction | int:
        """The sum of the known inputs without their weights: how many things they count."""
        if self.only is not None:
            return known.get(self.only, 0)  # type: ignore[return-value]
        return sum((Fraction(known[name]) for name in self.names if name in known), Fraction(0))  # type: ignore[arg-type]

    def span(self, facts: Facts) -> Interval:
        """What the sum can be, each unknown input taken by itself."""
        parts = [facts.span(name).image(weight, Fraction(0)) for name, weight in self.weights]
        return add(parts)

    def __str__(self) -> str:
        return " + ".join(
            name if weight == 1 else f"{weight} * {name}" for name, weight in self.weights
        )

    __repr__ = __str__


def terms(value: Terms | str | Mapping[str, object]) -> Terms:
    """Terms from the name of one input, or from a table of weights by name."""
    if isinstance(value, Terms):
        return value
    if isinstance(value, str):
        return Terms(((value, Fraction(1)),))
    return Terms(tuple((name, exact.rational(weight)) for name, weight in value.items()))
