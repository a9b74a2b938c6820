"""The rows of a rubric: groups, criteria, and the worked examples that travel with a rule."""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar, Literal

from attrs import field, frozen

from rubrik import exact
from rubrik.absence import Status
from rubrik.measures import Measure, Reported, SourcePlace, reported
from rubrik.scorers import CohortBounds, Rule

__all__ = ["Criterion", "Example", "Group", "Node"]


def __dir__() -> list[str]:
    return __all__


def _optional(value: object) -> Fraction | None:
    return None if value is None else exact.rational(value)


def _reported(values: Mapping[str, object]) -> Mapping[str, Reported]:
    return {name: reported(value) for name, value in values.items()}


@frozen(kw_only=True)
class Example:
    """A worked case of one rule: what is reported, and the points or the status that follow."""

    inputs: Mapping[str, Reported] = field(converter=_reported, hash=False)
    points: Fraction | None = field(default=None, converter=_optional)
    status: Status = Status.SCORED
    readings: Mapping[str, str] = field(factory=dict, hash=False)
    cohort: CohortBounds | None = None


@frozen(kw_only=True)
class _Row:
    """What every printed row has; ``max`` is ``None`` where none is printed.

    ``parent`` is needed only where the code without its last part is not the parent's code.
    """

    code: str
    name: str
    max: Fraction | None = field(default=None, converter=_optional)
    parent: str | None = None
    printed: str = ""
    note: str = ""
    source: SourcePlace | None = None
    measure: Measure | None = None
    score: Rule | None = None


@frozen(kw_only=True)
class Group(_Row):
    """An inner row: a declared maximum over its parts, and perhaps a rule of its own.

    ``counts`` says whether its parts or its own rule make its points. It is cut at its maximum only
    where ``capped``; what is not applicable is made up for only where ``rescaled``. Where nothing
    below it applies, it does not apply either, or is worth nothing or its full maximum, as
    ``nothing_applicable`` says.
    """

    kind: ClassVar[Literal["group"]] = "group"
    counts: Literal["parts", "rule"] = "parts"
    capped: bool = False
    rescaled: bool = False
    nothing_applicable: Literal["not_applicable", "zero", "full"] = "not_applicable"

    def left(self, full: Fraction, parts: Fraction, left: Fraction) -> Fraction:
        """Its maximum, ``full``, once those of its ``parts`` come to what is ``left`` of them.

        Where it is cut, it keeps what is still to be had of it; where it is rescaled, all of it,
        unless nothing is left to be counted for more.
        """
        if self.counts == "rule" or (self.rescaled and left):
            return full
        less = max(full - (parts - left), Fraction(0))
        return min(full, max(left, less)) if self.capped else less


@frozen(kw_only=True)
class Criterion(_Row):
    """A leaf of the print: one row, one maximum, one rule tree, cut at it if ``capped``."""

    kind: ClassVar[Literal["criterion"]] = "criterion"
    capped: bool = True
    may_be_not_applicable: bool = False
    examples: tuple[Example, ...] = ()


Node = Group | Criterion
"""A row of a rubric."""
