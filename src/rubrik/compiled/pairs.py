"""Arithmetic in the making: code for sums, extremes and limits of fractions of two integers."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from math import lcm

from attrs import frozen

from rubrik.compiled.source import Source

__all__ = [
    "Written",
    "added",
    "compared",
    "drop",
    "extreme",
    "limited",
    "product",
    "put",
    "target",
    "unless_open",
]


def __dir__() -> list[str]:
    return __all__


@frozen
class Written:
    """A fraction in the making: the names of its two integers.

    ``bottom`` is a number where it is always the same. What is open has ``None`` for a ``top``.
    Bottoms that are ``like`` the same name are mostly the same number, or multiples of few.
    """

    top: str
    bottom: str | int
    like: str | None = None


def target(source: Source, scale: int | None) -> Written:
    """A fraction that is still to be written, over ``scale`` where it always has that."""
    return Written(source.name(), source.name() if scale is None else scale)


def product(source: Source, name: str, by: str | int) -> str:
    """A named number multiplied by another one, named or not."""
    return source.times(by, name) if isinstance(by, int) else f"{name} * {by}"


def put(source: Source, to: Written, value: Fraction) -> None:
    """The same value whatever is known."""
    if isinstance(to.bottom, int):
        source.put(f"{to.top} = {source.times(int(value * to.bottom))}")
    else:
        source.put(f"{to.top} = {source.times(value.numerator)}")
        source.put(f"{to.bottom} = {source.times(value.denominator)}")


def drop(source: Source, to: Written) -> None:
    """Nothing: it is open."""
    source.put(f"{to.top} = None")
    if isinstance(to.bottom, str):
        source.put(f"{to.bottom} = 1")


@contextmanager
def unless_open(source: Source, parts: Iterable[Written], to: Written) -> Iterator[None]:
    """What is put meanwhile is for known parts; with one that is open, ``to`` is open as well."""
    opened = " or ".join(dict.fromkeys(f"{part.top} is None" for part in parts))
    with source.under(f"if {opened or False}"):
        drop(source, to)
    with source.under("else"):
        yield


def compared(source: Source, value: Written, op: str, limit: Fraction) -> str:
    """The condition that a known value is on one side of a limit."""
    left = source.times(limit.denominator, value.top)
    right = (
        source.times(limit.numerator * value.bottom)
        if isinstance(value.bottom, int)
        else source.times(limit.numerator, value.bottom)
    )
    return f"{left} {op} {right}"


def added(source: Source, parts: Sequence[Written], to: Written) -> None:
    """The sum of one or more parts."""
    with unless_open(source, parts, to):
        if isinstance(to.bottom, int):
            source.total(to.top, [_over(source, part, to.bottom) for part in parts])
        else:
            _added_over_all(source, parts, to)


def _over(source: Source, part: Written, scale: int) -> str:
    assert isinstance(part.bottom, int)  # noqa: S101 - a sum over one number is one of such parts
    return source.times(scale // part.bottom, part.top)


def _added_over_all(source: Source, parts: Sequence[Written], to: Written) -> None:
    """A sum of what has the same bottom for sure, what mostly has, and then of the rest."""
    fixed = [part for part in parts if isinstance(part.bottom, int)]
    alike: dict[str, list[Written]] = {}
    for part in parts:
        if isinstance(part.bottom, str):
            alike.setdefault(part.like or part.bottom, []).append(part)
    found = [_added_alike(source, each) for each in alike.values()]
    _join(source, [*found, *_added_before(source, fixed)], to)


def _added_before(source: Source, parts: Sequence[Written]) -> Iterator[Written]:
    if parts:
        scale = lcm(*[part.bottom for part in parts if isinstance(part.bottom, int)])
        yield (found := Written(source.name(), scale))
        source.total(found.top, [_over(source, part, scale) for part in parts])


def _added_alike(source: Source, parts: Sequence[Written]) -> Written:
    """The sum of parts whose bottoms are mostly one and the same, or else have much in common."""
    if len(parts) == 1:
        return parts[0]
    found = Written(source.name(), source.name())
    bottoms = [str(part.bottom) for part in parts]
    with source.under(f"if {' is '.join(bottoms)}"):
        source.total(found.top, [part.top for part in parts])
        source.put(f"{found.bottom} = {bottoms[0]}")
    with source.under("else"):
        source.put(f"{found.bottom} = lcm({', '.join(bottoms)})")
        source.total(found.top, [_raised(part, found) for part in parts])
    return found


def _raised(part: Written, to: Written) -> str:
    return f"{part.top} * ({to.bottom} // {part.bottom})"


def _join(source: Source, parts: Sequence[Written], to: Written) -> None:
    """A sum two by two: less work than to look for a common bottom."""
    while len(parts) > 2:  # noqa: PLR2004 - the last two
        parts = [_added_two(source, parts[index : index + 2]) for index in range(0, len(parts), 2)]
    _copy(source, _added_two(source, parts), to)


def _added_two(source: Source, parts: Sequence[Written]) -> Written:
    if len(parts) == 1:
        return parts[0]
    one, other = parts
    found = Written(source.name(), source.name())
    tops = product(source, one.top, other.bottom), product(source, other.top, one.bottom)
    source.put(f"{found.top} = {' + '.join(tops)}")
    source.put(f"{found.bottom} = {product(source, str(one.bottom), other.bottom)}")
    return found


def _bottom(source: Source, part: Written) -> str:
    return part.bottom if isinstance(part.bottom, str) else source.number(part.bottom)


def extreme(source: Source, parts: Sequence[Written], to: Written, op: str) -> None:
    """One of one or more parts: each takes the place of those before that are ``op`` it."""
    with unless_open(source, parts, to):
        _copy(source, parts[0], to)
        for part in parts[1:]:
            best, other = product(source, to.top, part.bottom), product(source, part.top, to.bottom)
            with source.under(f"if {best} {op} {other}"):
                _copy(source, part, to)


def _copy(source: Source, part: Written, to: Written) -> None:
    if isinstance(to.bottom, int):
        source.put(f"{to.top} = {_over(source, part, to.bottom)}")
    else:
        source.put(f"{to.top}, {to.bottom} = {part.top}, {_bottom(source, part)}")


def limited(
    source: Source, to: Written, low: Fraction | None = None, high: Fraction | None = None
) -> None:
    """The same, cut at ``high`` and then raised to ``low``."""
    with source.under(f"if {to.top} is not None"):
        for limit, op in ((high, ">"), (low, "<")):
            if limit is not None:
                with source.under(f"if {compared(source, to, op, limit)}"):
                    put(source, to, limit)
