"""Whether conditions on the points of rows can hold together, by what the rows can have.

A comparison is an interval on a row, and rows form a tree of sums. So conditions that must all hold
are decided by one pass from the leaves up, in which a row has what its parts can add up to, as far
as that is asked for. Conditions that leave a choice are taken apart into cases of that kind.

Leaves are taken to have any points within their bounds, each for itself. What cannot hold even so
is proved never to hold; what can is only not excluded.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Final, assert_never

from attrs import evolve, frozen

from rubrik.auditing.sums import Asked, Budget, Sums
from rubrik.intervals import EVERYTHING, Interval, hull
from rubrik.rubric import Interpretation
from rubrik.scales import AllOf, AnyOf, AtLeast, Op, Reaches, Requirement, Threshold

__all__ = ["Space", "negated"]


def __dir__() -> list[str]:
    return __all__


_OPPOSITES: Final[Mapping[Op, Op]] = {">=": "<", ">": "<=", "<=": ">", "<": ">="}

_NOTHING: Final = Fraction(0)


def negated(wanted: Requirement) -> Requirement:
    """What holds exactly where a resolved requirement does not."""
    match wanted:
        case Threshold(op=op):
            return evolve(wanted, op=_OPPOSITES[op])
        case AllOf():
            return AnyOf(any=tuple(map(negated, wanted.all)))
        case AnyOf():
            return AllOf(all=tuple(map(negated, wanted.any)))
        case AtLeast(at_least=least, of=of):
            return AtLeast(at_least=len(of) - least + 1, of=tuple(map(negated, of)))
        case Reaches():
            raise AssertionError(wanted)  # a resolved scale has none
        case _:
            assert_never(wanted)


_Case = tuple[Sequence[AtLeast], Asked]
"""Choices that are still to be made, beside what is asked of rows already."""


@frozen(eq=False)
class Space:
    """All points that the rows of a rubric can have, as it is read, and conditions on them.

    ``bounds`` hold those of every row by its own rule, or by its parts.
    """

    read: Interpretation
    bounds: Asked
    budget: Budget

    def can_hold(self, wanted: Iterable[Requirement], subject: str) -> bool | None:
        """Whether resolved requirements can hold together, on a scale that is for ``subject``.

        ``False`` is proved; ``True`` says that the bounds do not exclude it for units to which
        every row applies; ``None`` says neither, or that the budget did not last.
        """
        if self.budget.is_spent:
            return None
        asked = tuple(wanted)
        found = self._search(asked, subject, self.sums)
        if found is False and self.read.removable:
            found = self._search(asked, subject, self._sums_of_some) and None
        return found

    def _search(self, wanted: Sequence[Requirement], subject: str, sums: Sums) -> bool | None:
        """Try case after case, until one can hold."""
        first = self._asked(wanted, {}, subject, sums)
        cases = [first] if first else []
        while cases:
            choices, asked = cases.pop()
            if self.budget.is_spent:
                return None
            if not sums.fit(asked):
                continue
            if not choices:
                return True
            for chosen in _split(*choices):
                case = self._asked(chosen, asked, subject, sums)
                cases += [case] if case else []
        return False

    def _asked(
        self, wanted: Sequence[Requirement], asked: Asked, subject: str, sums: Sums
    ) -> _Case | None:
        """The choices that are left, and what is asked of rows; ``None`` if that contradicts."""
        choices: list[AtLeast] = []
        found, rest = dict(asked), [*wanted]
        while rest:
            self.budget.left -= 1
            match rest.pop():
                case Threshold() as threshold:
                    node = threshold.node or subject
                    met = self._allowed(threshold, subject, sums).meet(found.get(node, EVERYTHING))
                    if met is None:
                        return None
                    found[node] = met
                case AllOf(all=parts):
                    rest += parts
                case AnyOf(any=parts):
                    rest.append(AtLeast(at_least=1, of=parts))
                case AtLeast(at_least=least, of=of) if least > len(of):
                    return None
                case AtLeast(at_least=least, of=of) as choice:
                    rest += of if least == len(of) else ()
                    choices += [choice] if 0 < least < len(of) else []
                case Reaches() as level:
                    raise AssertionError(level)  # a resolved scale has none
                case _ as never:
                    assert_never(never)
        return choices, found

    @cached_property
    def sums(self) -> Sums:
        """The rows of units to which all of them apply."""
        return Sums(self.read, self.bounds, self.budget)

    @cached_property
    def _sums_of_some(self) -> Sums:
        """The rows of units to which perhaps not all apply."""
        return Sums(self.read, self.bounds, self.budget, removing=True)

    def limit(self, threshold: Threshold, subject: str) -> Fraction | None:
        """A threshold in points, for units to which every row applies."""
        node = threshold.node or subject
        maximum = self.read.maxima[node] if node else self.read.maximum
        return threshold.at(maximum, len(self.read.children.get(node or None, ())))

    def _allowed(self, threshold: Threshold, subject: str, sums: Sums) -> Interval:
        """The points that meet a threshold; any where it is of a maximum that is not there."""
        limit = self.limit(threshold, subject)
        if limit is None:
            return EVERYTHING
        limits = Interval.point(limit)
        if sums.removing and self._shrinks(threshold, subject):
            limits = hull((limits, Interval.point(_NOTHING)))
        match threshold.op:
            case ">=":
                return Interval(limits.low, None)
            case ">":
                return Interval(limits.low, None, low_open=True)
            case "<=":
                return Interval(None, limits.high)
            case "<":
                return Interval(None, limits.high, high_open=True)
            case _:
                assert_never(threshold.op)

    def _shrinks(self, threshold: Threshold, subject: str) -> bool:
        """Whether a share is of less where rows do not apply."""
        node = threshold.node or subject
        below = self.read.below[node] if node else self.read.nodes.keys()
        is_relative = threshold.share is not None and threshold.base in (None, "max", "parts")
        return is_relative and not self.read.removable.isdisjoint(below)


def _split(first: AtLeast, *others: AtLeast) -> Iterator[Sequence[Requirement]]:
    """The two cases of one choice: with its first alternative, and without."""
    least, (one, *rest) = first.at_least, first.of
    yield (*others, AtLeast(at_least=least, of=tuple(rest)))
    yield (*others, AtLeast(at_least=least - 1, of=tuple(rest)), one)
