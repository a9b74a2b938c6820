"""How a rule reads its inputs: a ratio, a count, a flag, a choice, ticked items, a growth rate.

Every measure tells which inputs it reads, what its values can be before any data (``domain`` or
``answers``), its value once all is known, and what that value can still be while something is not.
A numeric value is a pair of integers, numerator and positive denominator, not reduced.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from fractions import Fraction

from attrs import field, frozen

from rubrik.intervals import Interval
from rubrik.measures.domains import Domain, Option
from rubrik.measures.facts import Declared, Facts
from rubrik.measures.quotients import Growth, Ratio
from rubrik.measures.terms import Terms, terms
from rubrik.measures.values import Known, Pair, Possible, Reads

__all__ = [
    "Amount",
    "Answer",
    "Choice",
    "Count",
    "Flag",
    "Item",
    "Items",
    "Measure",
    "Number",
    "Share",
    "Weighted",
]


def __dir__() -> list[str]:
    return __all__


_ZERO = Fraction(0)


class _OneNumber(ABC):
    """One numeric input, as it is."""

    __slots__ = ()

    @property
    @abstractmethod
    def input(self) -> str:
        """The input read."""

    @property
    def atoms(self) -> frozenset[str]:
        """The independent facts it reads."""
        return frozenset({self.input})

    def domain(self, declared: Declared) -> Domain:
        """The domain of the input."""
        return declared.numbers[self.input].domain

    def pair(self, known: Known) -> Pair | None:
        """The value, or ``None`` while it is unknown."""
        value = known.get(self.input)
        return None if value is None else (value.numerator, value.denominator)  # type: ignore[union-attr]

    def possible(self, facts: Facts) -> Possible:
        """What the value can be."""
        return Possible(facts.span(self.input), facts.missing((self.input,)))


@frozen
class Count(_OneNumber):
    """One reported count."""

    count: str

    @property
    def input(self) -> str:
        """The input read."""
        return self.count

    @property
    def reads(self) -> Iterator[Reads]:
        """The inputs and the kinds they must have."""
        yield self.input, "count"


@frozen
class Amount(_OneNumber):
    """One reported amount, in the unit its input declares."""

    amount: str

    @property
    def input(self) -> str:
        """The input read."""
        return self.amount

    @property
    def reads(self) -> Iterator[Reads]:
        """The inputs and the kinds they must have."""
        yield self.input, "amount"


@frozen
class Share(_OneNumber):
    """One share that is only ever reported as such."""

    share: str

    @property
    def input(self) -> str:
        """The input read."""
        return self.share

    @property
    def reads(self) -> Iterator[Reads]:
        """The inputs and the kinds they must have."""
        yield self.input, "share"


@frozen
class Weighted:
    """A weighted sum of numeric inputs."""

    weighted: Terms = field(converter=terms)

    @property
    def reads(self) -> Iterator[Reads]:
        """The inputs and the kinds they must have."""
        for name in self.weighted.names:
            yield name, "number"

    @property
    def atoms(self) -> frozenset[str]:
        """The independent facts it reads."""
        return frozenset(self.weighted.names)

    def domain(self, declared: Declared) -> Domain:
        """The sums that the domains of the inputs allow; whole ones of whole numbers."""
        whole = all(
            weight.denominator == 1 and declared.numbers[name].domain.integer
            for name, weight in self.weighted.weights
        )
        return Domain(self.weighted.span(Facts({}, declared)), integer=whole)

    def pair(self, known: Known) -> Pair | None:
        """The value, or ``None`` while it is unknown."""
        total = self.weighted.total(known)
        return None if total is None else (total.numerator, total.denominator)

    def possible(self, facts: Facts) -> Possible:
        """What the sum can be."""
        return Possible(self.weighted.span(facts), facts.missing(self.weighted.names))


@frozen
class Items:
    """How many items of a printed list are ticked."""

    items: str

    @property
    def reads(self) -> Iterator[Reads]:
        """The inputs and the kinds they must have."""
        yield self.items, "items"

    @property
    def atoms(self) -> frozenset[str]:
        """The independent facts it reads."""
        return frozenset({self.items})

    def domain(self, declared: Declared) -> Domain:
        """From none to all of the printed items."""
        length = len(declared.lists[self.items].options)
        return Domain(Interval(_ZERO, Fraction(length)), integer=True)

    def pair(self, known: Known) -> Pair | None:
        """The number ticked, or ``None`` while it is unknown."""
        ticked = known.get(self.items)
        return None if ticked is None else (len(ticked), 1)  # type: ignore[arg-type]

    def possible(self, facts: Facts) -> Possible:
        """How many items can be ticked."""
        pair = self.pair(facts.known)
        if pair is not None:
            return Possible(Interval.point(Fraction(*pair)))
        return Possible(self.domain(facts.declared).span, facts.missing((self.items,)))


@frozen
class Item:
    """Whether one item of a printed list is ticked."""

    items: str
    item: str

    @property
    def reads(self) -> Iterator[Reads]:
        """The inputs and the kinds they must have."""
        yield self.items, "items"

    @property
    def atoms(self) -> frozenset[str]:
        """The independent facts it reads: this item, apart from the others of its list."""
        return frozenset({f"{self.items}:{self.item}"})

    def answers(self, declared: Declared) -> tuple[Option, ...]:
        """Ticked or not."""
        del declared
        return (True, False)

    def answer(self, known: Known) -> Option | None:
        """Whether it is ticked, or ``None`` while that is unknown."""
        ticked = known.get(self.items)
        return None if ticked is None else self.item in ticked  # type: ignore[operator]

    def possible(self, facts: Facts) -> Possible:
        """What the answer can be."""
        answer = self.answer(facts.known)
        if answer is None:
            return Possible((True, False), facts.missing((self.items,)))
        return Possible((answer,))


class _OneAnswer(ABC):
    """One input with finitely many answers, as it is."""

    __slots__ = ()

    @property
    @abstractmethod
    def input(self) -> str:
        """The input read."""

    @property
    def atoms(self) -> frozenset[str]:
        """The independent facts it reads."""
        return frozenset({self.input})

    def answers(self, declared: Declared) -> tuple[Option, ...]:
        """The answers of the input."""
        return declared.answers[self.input].answers

    def answer(self, known: Known) -> Option | None:
        """The answer, or ``None`` while it is unknown."""
        return known.get(self.input)  # type: ignore[return-value]

    def possible(self, facts: Facts) -> Possible:
        """What the answer can be."""
        return Possible(facts.answers(self.input), facts.missing((self.input,)))


@frozen
class Flag(_OneAnswer):
    """A reported yes or no."""

    flag: str

    @property
    def input(self) -> str:
        """The input read."""
        return self.flag

    @property
    def reads(self) -> Iterator[Reads]:
        """The inputs and the kinds they must have."""
        yield self.input, "flag"


@frozen
class Choice(_OneAnswer):
    """The printed option that was reported."""

    choice: str

    @property
    def input(self) -> str:
        """The input read."""
        return self.choice

    @property
    def reads(self) -> Iterator[Reads]:
        """The inputs and the kinds they must have."""
        yield self.input, "choice"


Number = Count | Amount | Share | Ratio | Growth | Weighted | Items
"""What a rule over a number can read."""

Answer = Flag | Choice | Item
"""What a rule over answers can read."""

Measure = Number | Answer
"""How a rule reads its inputs: a closed union."""
