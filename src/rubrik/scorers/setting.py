"""Where a scorer stands: the maximum, the inherited measure, the declared inputs, the cohort."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from rubrik.errors import NumberError, Problem, RubricError
from rubrik.exact import rational
from rubrik.measures import Answer, Choice, Declared, Flag, Item, Measure, Number
from rubrik.wording import Message, message

__all__ = ["CohortBounds", "Setting", "collected", "together"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")


@frozen(order=True, cache_hash=True)
class CohortBounds:
    """The least and the greatest value of one measure over the units that are ranked together."""

    low: Fraction = field(converter=rational)
    high: Fraction = field(converter=rational)

    def __attrs_post_init__(self) -> None:
        if self.low > self.high:
            raise NumberError(message("cohort-upside-down", low=self.low, high=self.high))


@frozen(kw_only=True)
class Setting:
    """What a scorer inherits from the criterion it stands in.

    ``path`` says where that is, for error messages.
    """

    declared: Declared
    maximum: Fraction | None = None
    measure: Measure | None = None
    cohort: CohortBounds | None = None
    path: tuple[str, ...] = ()

    def under(self, measure: Measure | None, *steps: str) -> "Setting":
        """The setting of a part, which may carry its own measure."""
        return evolve(self, measure=measure or self.measure, path=(*self.path, *steps))

    def refusal(self, why: Message, hint: Message | None = None) -> RubricError:
        """The error that says why the scorer cannot stand here."""
        return RubricError((Problem(self.path, why, hint),))

    def number(self, scorer: str) -> Number:
        """The measured number; refused where there is none or it is an answer."""
        if isinstance(self.measure, Number):
            return self.measure
        raise self.refusal(message("needs-number", scorer=scorer))

    def answer(self, scorer: str) -> Answer:
        """The measured answer; refused where there is none or it is a number."""
        if isinstance(self.measure, Flag | Choice | Item):
            return self.measure
        raise self.refusal(message("needs-answer", scorer=scorer))


def collected(makers: Iterable[Callable[[], T]]) -> list[T]:
    """The results of all makers, or one error with the problems of all that failed."""
    results: list[T] = []
    problems: list[Problem] = []
    for make in makers:
        try:
            results.append(make())
        except RubricError as error:
            problems.extend(error.problems)
    if problems:
        raise RubricError(tuple(problems))
    return results


def together(first: Callable[[], A], second: Callable[[], B]) -> tuple[A, B]:
    """The results of two makers of different kinds, or one error with the problems of both."""
    makers: tuple[Callable[[], Any], ...] = (first, second)
    one, other = collected(makers)
    return one, other
