"""How much more each row adds in the second of two sheets, while some of it is open.

Open points of two sheets are not always strangers: a fact that is missing in both sheets of one
report is the same fact. What is untouched cancels out, whatever it is.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, TypeGuard

from attrs import frozen

from rubrik.absence import Status
from rubrik.intervals import Interval, add, hull
from rubrik.rubric import Group, Node, stretch
from rubrik.scoresheet import Scoresheet

__all__ = ["NO_DIFFERENCE", "differences", "inputs_that_differ"]


def __dir__() -> list[str]:
    return __all__


_ZERO = Fraction(0)
NO_DIFFERENCE: Final = Interval.point(_ZERO)
"""Of points that are the same, known or not."""


def differences(first: Scoresheet, second: Scoresheet) -> Mapping[str | None, Interval]:
    """What surely holds the second points less the first, by row, and of the whole under ``None``.

    What does not apply, and what is in one sheet only, adds nothing in the other.
    """
    found: dict[str | None, Interval] = {}
    pair = _Pair(first, second, found)
    for code in second.interpretation.bottom_up:
        found[code] = pair.row(code) if code in first.outcomes else second.within_of(code)
    for code in first.interpretation.nodes.keys() - found.keys():
        found[code] = _less(NO_DIFFERENCE, first.within_of(code))
    found[None] = pair.parts(None)
    return found


def _is_one_report(first: Scoresheet, second: Scoresheet) -> bool:
    """Whether what is missing in both sheets is the same: one unit, one period, one rubric.

    Without a name of unit and period all that is reported has to be the same.
    """
    one, other = first.submission, second.submission
    is_named = bool(one.unit and one.period) or one.inputs == other.inputs
    is_one_unit = (one.unit, one.period) == (other.unit, other.period)
    return is_named and is_one_unit and first.rubric_hash == second.rubric_hash


def inputs_that_differ(code: str, first: Scoresheet, second: Scoresheet) -> tuple[str, ...]:
    """What a row reads and the sheets do not agree on, however the answers are written."""
    reads = dict.fromkeys((*first.line(code).inputs, *second.line(code).inputs))
    return tuple(name for name in reads if not _is_same(name, first, second))


def _is_same(name: str, first: Scoresheet, second: Scoresheet) -> bool:
    inputs = first.submission.inputs.get(name), second.submission.inputs.get(name)
    known = first.facts.known.get(name), second.facts.known.get(name)
    return inputs[0] == inputs[1] or (known[0] is not None and known[0] == known[1])


def _less(second: Interval, first: Interval) -> Interval:
    """What the difference can be of two numbers that have nothing to do with each other."""
    return add((second, first.image(Fraction(-1), _ZERO)))


@frozen(eq=False)
class _Pair:
    """Two sheets, and the differences of rows that were ``found`` so far."""

    first: Scoresheet
    second: Scoresheet
    found: Mapping[str | None, Interval]

    def row(self, code: str) -> Interval:
        """The difference of a row that both sheets have, once those of its parts are found."""
        apart = _less(self.second.within_of(code), self.first.within_of(code))
        if apart.is_point:
            return apart
        one, other = (each.interpretation.nodes[code] for each in (self.first, self.second))
        if _adds_up(one) and _adds_up(other):
            return self._group(one, other, apart)
        return NO_DIFFERENCE if self._is_untouched(code) else apart

    def parts(self, code: str | None) -> Interval:
        """The sum of the differences right below a row, or the whole."""
        one, other = (frozenset(_parts(each, code)) for each in (self.first, self.second))
        both = [self.found[part] for part in one & other]
        new = [self.second.within_of(part) for part in other - one]
        old = [self.first.within_of(part) for part in one - other]
        return add([*both, *new, *(_less(NO_DIFFERENCE, each) for each in old)])

    def _group(self, one: Group, other: Group, apart: Interval) -> Interval:
        """As its parts differ, if both sheets make the same of their sum."""
        made = _made_of_sum(self.first, one)
        if made is None or made != _made_of_sum(self.second, other):
            return apart
        factor, limit = made
        within = self.parts(one.code).image(factor, _ZERO)
        # A cut brings two numbers nearer to each other, and never past each other.
        within = within if limit is None else hull((within, NO_DIFFERENCE))
        return within.meet(apart) or apart

    def _is_untouched(self, code: str) -> bool:
        """Whether its open points are the same in both sheets, whatever they are."""
        first, second = self.first, self.second
        return (
            _is_one_report(first, second)
            and first.outcomes[code] == second.outcomes[code]
            and first.forms.get(code) == second.forms.get(code)
            and first.adjudications.get(code) == second.adjudications.get(code)
            and not inputs_that_differ(code, first, second)
        )


def _adds_up(node: Node) -> TypeGuard[Group]:
    return isinstance(node, Group) and node.counts == "parts"


def _parts(sheet: Scoresheet, code: str | None) -> list[str]:
    return [part.code for part in sheet.interpretation.children.get(code, ())]


def _made_of_sum(sheet: Scoresheet, group: Group) -> tuple[Fraction, Fraction | None] | None:
    """What the sum of a group's parts is multiplied by and cut at; ``None`` where it has none."""
    parts = _parts(sheet, group.code)
    gone = {part for part in parts if sheet.status_of(part) is Status.NOT_APPLICABLE}
    if len(gone) == len(parts):
        return None
    factor = stretch(sheet.interpretation, group.code, sheet.maxima, gone)
    return factor, group.max if group.capped else None
