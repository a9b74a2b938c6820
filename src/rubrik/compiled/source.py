"""Python in the making: the lines of one function, its names, and the values bound to them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from itertools import count
from math import lcm
from typing import Any, Final

from attrs import define, field

__all__ = ["Source"]


def __dir__() -> list[str]:
    return __all__


_SHORT: Final = 2**63
"""Numbers from here on are bound to names: Python does not read numbers of any length."""

_TERMS: Final = 16
"""How many terms stand in one sum: Python does not read sums of any length either."""


@define(eq=False)
class Source:
    """The body of one function.

    What a rubric says never becomes code: names are numbered, text is quoted.
    """

    _lines: list[str] = field(init=False, factory=list)
    _depth: int = field(init=False, default=1)
    _given: dict[str, object] = field(init=False, factory=dict)
    _numbers: Iterator[int] = field(init=False, factory=count)

    def name(self) -> str:
        """A name that nothing has yet."""
        return f"_{next(self._numbers)}"

    def bound(self, value: object) -> str:
        """A name for a value that is there before the function is called."""
        name = self.name()
        self._given[name] = value
        return name

    def put(self, line: str) -> None:
        """One more line."""
        self._lines.append("    " * self._depth + line)

    @contextmanager
    def under(self, head: str) -> Iterator[None]:
        """The lines that are put meanwhile stand under ``head``."""
        self.put(f"{head}:")
        self._depth += 1
        yield
        self._depth -= 1

    def branches(self, conditions: Sequence[str | None]) -> Iterator[None]:
        """What is put at each step stands under one condition, if none before it holds.

        The last one has no condition, and stands for all the rest.
        """
        for index, condition in enumerate(conditions):
            if condition is None and index == 0:
                yield
            else:
                relation = "elif" if index else "if"
                with self.under("else" if condition is None else f"{relation} {condition}"):
                    yield

    def times(self, factor: int, *names: str) -> str:
        """A product, without what is not needed in it."""
        if factor == 0:
            return "0"
        is_written = factor != 1 or not names
        return " * ".join([self.number(factor)] * is_written + list(names))

    def number(self, value: int) -> str:
        """A whole number of any length."""
        return str(value) if abs(value) < _SHORT else self.bound(value)

    def exactly(self, value: Fraction) -> str:
        """A number, an `int` where it is whole."""
        return self.number(value.numerator) if value.denominator == 1 else self.bound(value)

    def sum(self, terms: Sequence[str]) -> str:
        """The sum of one or more terms: the term itself, or a name."""
        if len(terms) == 1:
            return terms[0]
        name = self.name()
        self.total(name, terms)
        return name

    def total(self, name: str, terms: Sequence[str]) -> None:
        """``name`` as the sum of one or more terms."""
        for start in range(0, len(terms), _TERMS):
            relation = "+=" if start else "="
            self.put(f"{name} {relation} {' + '.join(terms[start : start + _TERMS])}")

    def text(self, arguments: str, head: Sequence[str] = ()) -> str:
        """The whole function; ``head`` are lines that stand before all others."""
        first = [f"def made({arguments}):", *(f"    {line}" for line in head)]
        return "\n".join([*first, *self._lines, ""])

    def function(self, text: str) -> Callable[..., Any]:
        """The function that a text says."""
        names: dict[str, Any] = {"Fraction": Fraction, "lcm": lcm, **self._given}
        exec(compile(text, "<rubrik.compiled>", "exec"), names)  # noqa: S102 - our own text
        made: Callable[..., Any] = names["made"]
        return made
