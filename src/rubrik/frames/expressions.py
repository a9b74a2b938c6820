"""What expressions are put together with: alike in every engine, and flat.

A deep expression exhausts the stacks of those who plan and run it, so that many parts are taken a
few at a time.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from math import inf
from typing import Final

import narwhals.stable.v2 as nw
from attrs import frozen

__all__ = [
    "Keep",
    "Words",
    "any_of",
    "combined",
    "greatest",
    "least",
    "real",
    "sum_of",
    "surely",
    "unless",
]


def __dir__() -> list[str]:
    return __all__


_AT_ONCE: Final = 32

Keep = Callable[[nw.Expr], nw.Expr]
"""Gives an expression a column of its own, so that it is computed once, and answers with that."""


def any_of(tests: Iterable[nw.Expr | None]) -> nw.Expr | None:
    """Whether one of some tests holds: never null, and ``None`` where there are none to hold."""
    found = [each for each in tests if each is not None]
    return surely(_together(found, _any)) if found else None


def sum_of(values: Sequence[nw.Expr]) -> nw.Expr:
    """The sum of some numbers; nulls add nothing."""
    return values[0].fill_null(0.0) if len(values) == 1 else _together(values, _sum)


def least(values: Sequence[nw.Expr]) -> nw.Expr:
    """The least of some numbers, even of one, which Spark does not take for some."""
    return values[0] if len(values) == 1 else nw.min_horizontal(*values)


def greatest(values: Sequence[nw.Expr]) -> nw.Expr:
    """The greatest of some numbers, likewise."""
    return values[0] if len(values) == 1 else nw.max_horizontal(*values)


def _any(tests: Sequence[nw.Expr]) -> nw.Expr:
    return nw.any_horizontal(*tests, ignore_nulls=False)


def _sum(values: Sequence[nw.Expr]) -> nw.Expr:
    return nw.sum_horizontal(*values)


def _together(
    parts: Sequence[nw.Expr], operation: Callable[[Sequence[nw.Expr]], nw.Expr]
) -> nw.Expr:
    while len(parts) > _AT_ONCE:
        runs = range(0, len(parts), _AT_ONCE)
        parts = [operation(parts[start : start + _AT_ONCE]) for start in runs]
    return operation(parts)


def combined(operation: Callable[[nw.Expr, nw.Expr], nw.Expr], parts: Sequence[nw.Expr]) -> nw.Expr:
    """Parts put together by an operation of two, those in the middle last."""
    if len(parts) == 1:
        return parts[0]
    half = len(parts) // 2
    return operation(combined(operation, parts[:half]), combined(operation, parts[half:]))


def surely(test: nw.Expr) -> nw.Expr:
    """A test that is false where it would be null."""
    return test.fill_null(value=False)


def unless(test: nw.Expr | None, value: nw.Expr) -> nw.Expr:
    """A value where a test that is never null does not hold, and null where it does."""
    return value if test is None else nw.when(~test).then(value)


def real(number: Fraction | None, otherwise: float = inf) -> float:
    """A number, or an end that is not there, as the nearest float."""
    return otherwise if number is None else float(number)


@frozen
class Words:
    """A few texts that fill a column: categories in Polars, where they are many times faster."""

    names: tuple[str, ...]
    are_categories: bool

    def __call__(self, name: str) -> nw.Expr:
        """One of them in every row."""
        return nw.lit(name, nw.Enum(self.names)) if self.are_categories else nw.lit(name)
