"""The facts of one unit as rules read them: what is known, and what the rest could still be."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import chain

from attrs import field, frozen

from rubrik.absence import Absence, Undefined
from rubrik.intervals import Interval
from rubrik.measures.domains import Option
from rubrik.measures.inputs import (
    AmountInput,
    ChoiceInput,
    CountInput,
    FlagInput,
    Input,
    ItemsInput,
    NumberInput,
    ShareInput,
    TableInput,
    Value,
)

__all__ = ["Declared", "Facts"]


def __dir__() -> list[str]:
    return __all__


@frozen
class Declared:
    """All inputs of a rubric by name, and by what can be read from them.

    ``numbers`` holds the named aggregates of tables too; ``tables`` their names, by table.
    """

    inputs: Mapping[str, Input]
    numbers: Mapping[str, NumberInput]
    answers: Mapping[str, FlagInput | ChoiceInput]
    lists: Mapping[str, ItemsInput]
    tables: Mapping[str, tuple[str, ...]] = field(factory=dict)

    @classmethod
    def of(cls, inputs: Iterable[Input]) -> "Declared":
        """Sort ``inputs`` by kind; of two with one name the later counts."""
        inputs = tuple(inputs)
        tables = {each.name: each.aggregates for each in inputs if isinstance(each, TableInput)}
        aggregates = list(chain.from_iterable(tables.values()))
        plain = [each for each in inputs if isinstance(each, CountInput | AmountInput | ShareInput)]
        answers = [each for each in inputs if isinstance(each, FlagInput | ChoiceInput)]
        lists = [each for each in inputs if isinstance(each, ItemsInput)]
        return cls(
            inputs={each.name: each for each in (*inputs, *aggregates)},
            numbers={each.name: each for each in (*plain, *aggregates)},
            answers={each.name: each for each in answers},
            lists={each.name: each for each in lists},
            tables={name: tuple(each.name for each in sums) for name, sums in tables.items()},
        )


@frozen
class Facts:
    """The known values by input name, the declared inputs, and narrowed spans of unknown numbers.

    ``narrowed`` holds spans that follow from declared constraints; where it has none, an unknown
    number can be anything in its domain. ``undefined`` names aggregates of tables that were
    reported with rows of 0/0.
    """

    known: Mapping[str, Value]
    declared: Declared
    narrowed: Mapping[str, Interval] = field(factory=dict)
    undefined: frozenset[str] = frozenset()

    def span(self, name: str) -> Interval:
        """The numbers that the input ``name`` can be."""
        value = self.known.get(name)
        if value is not None:
            return Interval.point(Fraction(value))  # type: ignore[arg-type]
        if name in self.narrowed:
            return self.narrowed[name]
        return self.declared.numbers[name].domain.span

    def answers(self, name: str) -> tuple[Option, ...]:
        """The options that the input ``name`` can be."""
        value = self.known.get(name)
        if value is None:
            return self.declared.answers[name].answers
        return (value,)  # type: ignore[return-value]

    def missing(self, names: Iterable[str]) -> tuple[Absence, ...]:
        """An absence for each of ``names`` that was not reported, or is undefined."""
        return tuple(self._absence(name) for name in names if name not in self.known)

    def _absence(self, name: str) -> Absence:
        if name in self.undefined:
            return Absence(undefined=Undefined.ZERO_DENOMINATOR)
        return Absence(missing=name)
