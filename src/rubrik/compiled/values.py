"""Measured values in the making: code that reads them from what is known."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from math import gcd, lcm
from operator import itemgetter
from typing import assert_never

from attrs import define, field

from rubrik.compiled.pairs import Written, product, put
from rubrik.compiled.source import Source
from rubrik.measures import (
    Amount,
    Answer,
    Choice,
    Count,
    Declared,
    Flag,
    Growth,
    Item,
    Items,
    Known,
    Number,
    Ratio,
    Share,
    Terms,
    Value,
    Weighted,
)

__all__ = ["Values"]


def __dir__() -> list[str]:
    return __all__


@define(eq=False)
class Values:
    """What rules read: every input once, every measured value once where it is read by all.

    The values of inputs are taken as the inputs read them: counts are `int`, other numbers are
    `int` or `Fraction`, each inside its declared domain.
    """

    _source: Source
    _declared: Declared
    _inputs: dict[str, str] = field(init=False, factory=dict)
    _measured: dict[Number, Written] = field(init=False, factory=dict)

    def head(self) -> list[str]:
        """The lines that read the inputs; what is not reported is ``None``."""
        if not self._inputs:
            return []
        names, given = tuple(self._inputs), f"({', '.join(self._inputs.values())},)"
        return [
            "try:",
            f"    {given} = {self._source.bound(_together(names))}(known)",
            "except KeyError:",
            f"    {given} = [known.get(name) for name in {self._source.bound(names)}]",
        ]

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is measured meanwhile is not there for others: it stands under a condition."""
        before = self._measured
        self._measured = dict(before)
        yield
        self._measured = before

    def weighted(self, terms: Terms) -> list[str]:
        """The terms of a sum of inputs."""
        return [self._weighted(self.input(name), weight) for name, weight in terms.weights]

    def _weighted(self, name: str, weight: Fraction) -> str:
        return name if weight == 1 else f"{self._source.exactly(weight)} * {name}"

    def number(self, measure: Number) -> Written:
        """The fraction that a measured number is; open while it is unknown or undefined."""
        if measure not in self._measured:
            self._measured[measure] = self._number(measure)
        return self._measured[measure]

    def answer(self, measure: Answer) -> str:
        """The name of a measured answer, ``None`` while it is unknown."""
        match measure:
            case Flag() | Choice():
                return self.input(measure.input)
            case Item(items, item):
                return self._unless_missing((items,), f"{item!r} in {self.input(items)}")
            case _:
                assert_never(measure)

    def scale(self, measure: Number) -> int | None:
        """The bottom that a measured number always has, if there is one."""
        match measure:
            case Count() | Items():
                return 1
            case Weighted(terms):
                return self._scale(terms)
            case Amount() | Share() | Ratio() | Growth():
                return None
            case _:
                assert_never(measure)

    def _scale(self, terms: Terms) -> int | None:
        """The bottom of a sum of whole numbers."""
        are_whole = all(self._declared.numbers[name].domain.integer for name in terms.names)
        return lcm(*[weight.denominator for _, weight in terms.weights]) if are_whole else None

    def input(self, name: str) -> str:
        """The name of an input's value, ``None`` where it is not reported."""
        if name not in self._inputs:
            self._inputs[name] = self._source.name()
        return self._inputs[name]

    def _number(self, measure: Number) -> Written:
        match measure:
            case Count(name):
                return Written(self.input(name), 1)
            case Items(name):
                return Written(self._unless_missing((name,), f"len({self.input(name)})"), 1)
            case Amount() | Share():
                return self._sum(Terms(((measure.input, Fraction(1)),)))
            case Weighted(terms):
                return self._sum(terms)
            case Ratio() | Growth():
                return self._divided(measure)
            case _:
                assert_never(measure)

    def _unless_missing(self, names: Sequence[str], value: str) -> str:
        name = self._source.name()
        self._source.put(f"{name} = None if {self.missing(names)} else {value}")
        return name

    def missing(self, names: Sequence[str]) -> str:
        """The condition that one of some inputs is not reported."""
        return " or ".join(f"{self.input(name)} is None" for name in dict.fromkeys(names))

    def _sum(self, terms: Terms) -> Written:
        """A sum of inputs, open while one of them is unknown; shares are mostly in hundredths."""
        source, scale = self._source, self._scale(terms)
        bottom, like = (source.name(), "share") if scale is None else (scale, None)
        found = Written(source.name(), bottom, like)
        with source.under(f"if {self.missing(terms.names)}"):
            source.put(f"{found.top} = None")
        with source.under("else"):
            self._add(terms, found)
        return found

    def _add(self, terms: Terms, to: Written) -> None:
        """The sum of known inputs: whole numbers over one scale, others as they come."""
        source = self._source
        if isinstance(to.bottom, int):
            weights = [(name, int(weight * to.bottom)) for name, weight in terms.weights]
            source.total(to.top, [source.times(each, self.input(name)) for name, each in weights])
        else:
            source.total(to.top, self.weighted(terms))
            source.put(f"{to.top}, {to.bottom} = {to.top}.as_integer_ratio()")

    def _divided(self, measure: Ratio | Growth) -> Written:
        """A quotient: counted, or stated where it cannot be counted."""
        source = self._source
        found = Written(source.name(), source.name(), self._whole(measure))
        with source.under(f"if {self.missing(measure.counts)}"):
            self._state(measure.stated, found)
        with source.under("else"):
            if isinstance(measure, Ratio):
                self._divide(measure, found)
            else:
                self._grow(measure, found)
        return found

    def _whole(self, measure: Ratio | Growth) -> str | None:
        """The one count that is the bottom wherever a ratio is counted."""
        match measure:
            case Ratio(of=Terms(only=str(name)) as whole) if self._scale(whole) == 1:
                return self.input(name)
            case _:
                return None

    def _state(self, stated: str | None, to: Written) -> None:
        if stated is None:
            self._source.put(f"{to.top} = None")
            return
        self._source.put(f"{to.top} = known.get({stated!r})")
        with self._source.under(f"if {to.top} is not None"):
            self._source.put(f"{to.top}, {to.bottom} = {to.top}.as_integer_ratio()")

    def _divide(self, measure: Ratio, to: Written) -> None:
        source, part, whole = self._source, self._part(measure.ratio), self._part(measure.of)
        with source.under(f"if {whole.top} > 0"):
            if isinstance(part.bottom, int) and isinstance(whole.bottom, int):
                common = gcd(part.bottom, whole.bottom)
                source.put(f"{to.top} = {source.times(whole.bottom // common, part.top)}")
                source.put(f"{to.bottom} = {source.times(part.bottom // common, whole.top)}")
            else:
                source.put(f"{to.top} = {product(source, part.top, whole.bottom)}")
                source.put(f"{to.bottom} = {product(source, whole.top, part.bottom)}")
        self._empty(measure, f"{whole.top} == 0 and {part.top} == 0", to)

    def _part(self, terms: Terms) -> Written:
        """A sum of known inputs; one whole number stands for itself."""
        scale = self._scale(terms)
        if terms.only is not None and scale == 1:
            return Written(self.input(terms.only), 1)
        found = Written(self._source.name(), self._source.name() if scale is None else scale)
        self._add(terms, found)
        return found

    def _grow(self, measure: Growth, to: Written) -> None:
        source, now, before = self._source, self.input(measure.growth), self.input(measure.since)
        with source.under(f"if {before} != 0"):
            rate = f"(Fraction({now}) - {before}) / {before}"
            source.put(f"{to.top}, {to.bottom} = ({rate}).as_integer_ratio()")
        self._empty(measure, f"{now} == 0", to)

    def _empty(self, measure: Ratio | Growth, is_empty: str, to: Written) -> None:
        """What 0/0 is, in the place of what cannot be divided."""
        if measure.when_empty is not None:
            with self._source.under(f"elif {is_empty}"):
                put(self._source, to, measure.when_empty)
        with self._source.under("else"):
            self._source.put(f"{to.top} = None")


def _together(names: Sequence[str]) -> Callable[[Known], Sequence[Value]]:
    """What gives the values of several inputs at once; a `KeyError` where one is missing."""
    return itemgetter(*names) if len(names) > 1 else lambda known: [known[name] for name in names]
