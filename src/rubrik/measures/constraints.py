"""Linear constraints between numeric inputs, such as ``truong + pho <= tong``."""

import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product

from attrs import evolve, field, frozen

from rubrik import exact
from rubrik.errors import NumberError, RubrikError
from rubrik.intervals import Interval, add
from rubrik.measures.facts import Facts
from rubrik.measures.inputs import Value
from rubrik.measures.terms import Terms
from rubrik.wording import message, quoted

__all__ = ["Constraint", "links", "narrowed"]


def __dir__() -> list[str]:
    return __all__


_NAME = r"[A-Za-z_]\w*"
_TERM = re.compile(
    rf"\s*(?P<sign>[+-])\s*(?:(?P<factor>[\d./,]+)(?:\s*\*\s*(?P<name>{_NAME}))?|(?P<bare>{_NAME}))\s*"
)
_ZERO = Fraction(0)


@frozen(repr=False)
class Constraint:
    """``left <= right``, ``>=`` or ``==`` between weighted sums of inputs and numbers.

    Kept as sums that must not be positive: one for an inequality, two for an equality.
    """

    text: str
    sums: tuple[tuple[Terms, Fraction], ...] = field(init=False, eq=False)

    @sums.default
    def _parsed(self) -> tuple[tuple[Terms, Fraction], ...]:
        sides = re.split(r"(<=|>=|==)", self.text)
        if len(sides) != 3:  # noqa: PLR2004 - left, relation, right
            raise self._refused()
        left, right = self._side(sides[0]), self._side(sides[2])
        names = _names_left(left, right)
        if not names:
            raise self._refused()
        at_most, at_least = _difference(names, left, right), _difference(names, right, left)
        return {"<=": (at_most,), ">=": (at_least,), "==": (at_most, at_least)}[sides[1]]

    def _side(self, text: str) -> dict[str, Fraction]:
        """Weights by input name; the constant stands under the empty name."""
        weights: dict[str, Fraction] = {}
        signed = text.strip()
        signed = signed if signed.startswith(("+", "-")) else f"+{signed}"
        position = 0
        while position < len(signed):
            found = _TERM.match(signed, position)
            if found is None:
                raise self._refused()
            name = found["name"] or found["bare"] or ""
            weights[name] = weights.get(name, _ZERO) + self._weight(found)
            position = found.end()
        return weights

    def _weight(self, found: re.Match[str]) -> Fraction:
        try:
            weight = exact.rational(found["factor"] or "1")
        except NumberError:
            raise self._refused() from None
        return -weight if found["sign"] == "-" else weight

    def _refused(self) -> RubrikError:
        return RubrikError(message("constraint-form", text=quoted(self.text)))

    @property
    def names(self) -> tuple[str, ...]:
        """The inputs it ties."""
        return self.sums[0][0].names

    def is_broken(self, known: Mapping[str, Value]) -> bool:
        """Whether reported values contradict it; open while one of them is unknown."""
        return any(
            total is not None and total > -constant
            for total, constant in ((terms.total(known), constant) for terms, constant in self.sums)
        )

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__


def _difference(
    names: Sequence[str], left: Mapping[str, Fraction], right: Mapping[str, Fraction]
) -> tuple[Terms, Fraction]:
    weights = ((name, _weight(name, left, right)) for name in names)
    return Terms(tuple(weights)), _weight("", left, right)


def _names_left(left: Mapping[str, Fraction], right: Mapping[str, Fraction]) -> list[str]:
    """The inputs that do not cancel out."""
    names = dict.fromkeys((*left, *right))
    return [name for name in names if name and _weight(name, left, right)]


def _weight(name: str, left: Mapping[str, Fraction], right: Mapping[str, Fraction]) -> Fraction:
    return left.get(name, _ZERO) - right.get(name, _ZERO)


def links(
    constraints: Iterable[Constraint], others: Iterable[Sequence[str]] = ()
) -> dict[str, str]:
    """Each tied input with a representative of those it is tied to, directly or not.

    ``others`` are further inputs that belong together, such as the aggregates of one table.
    """
    found: dict[str, str] = {}
    for names in (*(each.names for each in constraints), *others):
        tied = {found.get(name, name) for name in names}
        first = min(tied, default="")
        found.update(dict.fromkeys(names, first))
        found = {name: first if root in tied else root for name, root in found.items()}
    return found


def narrowed(facts: Facts, constraints: tuple[Constraint, ...]) -> Facts:
    """The facts with the spans of unknown inputs narrowed by what the constraints leave them.

    Sound, not always tight: every sum is used once, with the others at their extremes. Where what
    is known leaves an input no value at all, nothing is narrowed.
    """
    known = facts.known
    unknown = {name for each in constraints for name in each.names if name not in known}
    if not unknown:
        return facts
    spans = dict(facts.narrowed)
    current = evolve(facts, narrowed=spans)
    sums = [each for constraint in constraints for each in constraint.sums]
    for (terms, constant), name in product(sums, sorted(unknown)):
        limit = _limit(terms, constant, name, current)
        if limit is not None:
            left = current.span(name).meet(limit)
            cut = left and facts.declared.numbers[name].domain.cut(left)
            if cut is None:
                return facts
            spans[name] = cut
    return current


def _limit(terms: Terms, constant: Fraction, name: str, facts: Facts) -> Interval | None:
    """What ``terms + constant <= 0`` leaves to one of its inputs."""
    weights = dict(terms.weights)
    weight = weights.pop(name, None)
    if weight is None:
        return None
    rest = add([facts.span(each).image(factor, _ZERO) for each, factor in weights.items()]).low
    if rest is None:
        return None
    end = -(rest + constant) / weight
    return Interval(None, end) if weight > 0 else Interval(end, None)
