"""Linear constraints between numeric inputs, such as ``truong + pho <= tong``."""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import product

from attrs import field, frozen

from rubrik import exact
from rubrik.errors import NumberError, RubrikError
from rubrik.intervals import Interval
from rubrik.measures.facts import Facts
from rubrik.measures.inputs import Value
from rubrik.measures.terms import Terms
from rubrik.wording import message

__all__ = ["Constraint", "links", "narrowed"]


def __dir__() -> list[str]:
    return __all__


_TERM = re.compile(
    r"\s*(?P<sign>[+-]?)\s*(?:(?P<factor>[\d./,]+)\s*\*?\s*)?(?P<name>[A-Za-z_]\w*)?\s*"
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
            raise RubrikError(message("constraint-form", text=self.text))
        left, right = self._side(sides[0]), self._side(sides[2])
        at_most, at_least = _difference(left, right), _difference(right, left)
        return {"<=": (at_most,), ">=": (at_least,), "==": (at_most, at_least)}[sides[1]]

    def _side(self, text: str) -> dict[str, Fraction]:
        """Weights by input name; the constant stands under the empty name."""
        weights: dict[str, Fraction] = {}
        position = 0
        while position < len(text.rstrip()):
            found = _TERM.match(text, position)
            if found is None or not (found["factor"] or found["name"]):
                raise RubrikError(message("constraint-form", text=self.text))
            weights[found["name"] or ""] = weights.get(found["name"] or "", _ZERO) + self._weight(
                found
            )
            position = found.end()
        return weights

    def _weight(self, found: re.Match[str]) -> Fraction:
        try:
            weight = exact.rational(found["factor"] or "1")
        except NumberError:
            raise RubrikError(message("constraint-form", text=self.text)) from None
        return -weight if found["sign"] == "-" else weight

    @property
    def names(self) -> tuple[str, ...]:
        """The inputs it ties."""
        return self.sums[0][0].names

    def is_broken(self, known: Mapping[str, Value]) -> bool:
        """Whether reported values contradict it; open while one of them is unknown."""
        if any(name not in known for name in self.names):
            return False
        return any((terms.total(known) or 0) + constant > 0 for terms, constant in self.sums)

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__


def _difference(
    left: Mapping[str, Fraction], right: Mapping[str, Fraction]
) -> tuple[Terms, Fraction]:
    names = [name for name in (*left, *(name for name in right if name not in left)) if name]
    weights = ((name, left.get(name, _ZERO) - right.get(name, _ZERO)) for name in names)
    constant = left.get("", _ZERO) - right.get("", _ZERO)
    return Terms(tuple((name, weight) for name, weight in weights if weight)), constant


def links(constraints: Iterable[Constraint]) -> dict[str, str]:
    """Each constrained input with a representative of those it is tied to, directly or not."""
    found: dict[str, str] = {}
    for constraint in constraints:
        tied = {found.get(name, name) for name in constraint.names}
        first = min(tied, default="")
        found.update(dict.fromkeys(constraint.names, first))
        found = {name: first if root in tied else root for name, root in found.items()}
    return found


def narrowed(facts: Facts, constraints: tuple[Constraint, ...]) -> Facts:
    """The facts with the spans of unknown inputs narrowed by what the constraints leave them.

    Sound, not always tight: every sum is used once, with the others at their extremes.
    """
    unknown = {name for constraint in constraints for name in constraint.names} - facts.known.keys()
    if not unknown:
        return facts
    spans = dict(facts.narrowed)
    current = Facts(facts.known, facts.declared, spans)
    sums = [each for constraint in constraints for each in constraint.sums]
    for (terms, constant), name in product(sums, sorted(unknown)):
        limit = _limit(terms, constant, name, current)
        if limit is not None:
            spans[name] = current.span(name).meet(limit) or current.span(name)
    return current


def _limit(terms: Terms, constant: Fraction, name: str, facts: Facts) -> Interval | None:
    """What ``terms + constant <= 0`` leaves to one of its inputs."""
    weights = dict(terms.weights)
    weight = weights.pop(name, None)
    if weight is None:
        return None
    rest = Terms(tuple(weights.items())).span(facts).low
    if rest is None:
        return None
    end = -(rest + constant) / weight
    return Interval(None, end) if weight > 0 else Interval(end, None)
