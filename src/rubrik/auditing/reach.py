"""Which values can still be measured at a place in a rule, by the conditions that lead there."""

from collections.abc import Iterable, Mapping
from itertools import chain

from attrs import evolve, field, frozen

from rubrik.intervals import Interval
from rubrik.measures import Answer, Declared, Domain, Number, Option

__all__ = ["Reach", "Test"]


def __dir__() -> list[str]:
    return __all__


Test = Interval | tuple[Option, ...]
"""What a condition holds for: numbers, or answers."""


@frozen
class Reach:
    """The values that lead to a place, by measure; all of its domain where nothing is said."""

    declared: Declared
    _numbers: Mapping[Number, tuple[Interval, ...]] = field(factory=dict)
    _answers: Mapping[Answer, tuple[Option, ...]] = field(factory=dict)

    def domain(self, measure: Number) -> Domain:
        """The domain of a measure."""
        return measure.domain(self.declared)

    def numbers(self, measure: Number) -> tuple[Interval, ...]:
        """The numbers that lead here."""
        return self._numbers.get(measure, (self.domain(measure).span,))

    def answers(self, measure: Answer) -> tuple[Option, ...]:
        """The answers that lead here."""
        return self._answers.get(measure, measure.answers(self.declared))

    def within(self, measure: Number, test: Interval) -> tuple[Interval, ...]:
        """The numbers that lead here and lie inside of ``test``."""
        both = (each.meet(test) for each in self.numbers(measure))
        return self._cut(measure, (each for each in both if each is not None))

    def outside(self, measure: Number, test: Interval) -> tuple[Interval, ...]:
        """The numbers that lead here and do not lie inside of ``test``."""
        left = (each.minus(test) for each in self.numbers(measure))
        return self._cut(measure, chain.from_iterable(left))

    def _cut(self, measure: Number, parts: Iterable[Interval]) -> tuple[Interval, ...]:
        inside = map(self.domain(measure).cut, parts)
        return tuple(part for part in inside if part is not None)

    def held(self, measure: Number | Answer, test: Test) -> "Reach | None":
        """What still leads on where a condition holds, or ``None`` if nothing does."""
        if isinstance(measure, Number):
            assert isinstance(test, Interval)  # noqa: S101 - the test of a number
            return self.of_numbers(measure, self.within(measure, test))
        assert isinstance(test, tuple)  # noqa: S101 - the test of an answer
        return self._of_answers(measure, [each for each in self.answers(measure) if each in test])

    def left(self, measure: Number | Answer, test: Test) -> "Reach | None":
        """What still leads on where a condition does not hold, or ``None`` if nothing does."""
        if isinstance(measure, Number):
            assert isinstance(test, Interval)  # noqa: S101 - the test of a number
            return self.of_numbers(measure, self.outside(measure, test))
        answers = [each for each in self.answers(measure) if each not in test]  # type: ignore[operator]
        return self._of_answers(measure, answers)

    def of_numbers(self, measure: Number, values: Iterable[Interval]) -> "Reach | None":
        """The same for no other numbers than ``values``."""
        found = tuple(values)
        return evolve(self, numbers={**self._numbers, measure: found}) if found else None

    def _of_answers(self, measure: Answer, values: Iterable[Option]) -> "Reach | None":
        found = tuple(values)
        return evolve(self, answers={**self._answers, measure: found}) if found else None
