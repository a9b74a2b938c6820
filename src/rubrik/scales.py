"""Level rules as data: scales, their levels and conditions, and how units are ranked."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, Literal, TypeAlias, assert_never

from attrs import field, frozen

from rubrik import exact
from rubrik.errors import Problem, RubricError
from rubrik.measures import SourcePlace
from rubrik.wording import message

__all__ = [
    "BY_POINTS",
    "AllOf",
    "AnyOf",
    "AtLeast",
    "Base",
    "Level",
    "Op",
    "Ranking",
    "Reaches",
    "Requirement",
    "Scale",
    "Threshold",
    "Ties",
    "Veto",
    "thresholds",
]


def __dir__() -> list[str]:
    return __all__


Op: TypeAlias = Literal[">=", ">", "<=", "<"]
"""How points are compared with a number."""

Base: TypeAlias = Fraction | Literal["max", "parts"]
"""What a share is of: a declared number, the maximum of the row, or the number of its parts.

With ``"parts"`` the share is a mean: 2.5 of 6 parts is a sum of 15.
"""

Ties: TypeAlias = Literal["competition", "dense", "fractional"]
"""How units of equal points are ranked: 1, 2, 2, 4; or 1, 2, 2, 3; or 1, 2½, 2½, 4."""


def _optional(value: object) -> Fraction | None:
    return None if value is None else exact.rational(value)


def _base(value: object) -> Base | None:
    if value is None or value == "max" or value == "parts":  # noqa: PLR1714 - narrows the type
        return value
    return exact.rational(value)


def _bases(values: Mapping[str, object]) -> Mapping[str, Base]:
    found = {name: _base(value) for name, value in values.items()}
    return {name: value for name, value in found.items() if value is not None}


@frozen(kw_only=True, cache_hash=True)
class Threshold:
    """The points of a row against a number: absolute ``points``, or a ``share`` of a ``base``.

    An empty ``node`` is the row that the scale is applied to, or the whole. A share without a base
    is of what the scale declares as the base of that row, or of the row's maximum.

    Raises:
        RubricError: both or neither of ``points`` and ``share`` are given, or a base without share.
    """

    node: str = ""
    op: Op = ">="
    points: Fraction | None = field(default=None, converter=_optional)
    share: Fraction | None = field(default=None, converter=_optional)
    base: Base | None = field(default=None, converter=_base)
    printed: str = ""
    source: SourcePlace | None = None
    fixed: Fraction | None = field(init=False, eq=False, repr=False)
    """The number in points, where it is the same for rows of whatever maximum."""

    @fixed.default
    def _fixed(self) -> Fraction | None:
        if self.share is None:
            return self.points
        return self.share * self.base if isinstance(self.base, Fraction) else None

    def __attrs_post_init__(self) -> None:
        if (self.points is None) == (self.share is None):
            raise RubricError((Problem((), message("points-or-share")),))
        if self.base is not None and self.share is None:
            raise RubricError((Problem(("base",), message("base-without-share")),))

    @property
    def is_floor(self) -> bool:
        """Whether it asks for points, and not for few of them."""
        return self.op in (">=", ">")

    def at(self, maximum: Fraction | None, parts: int | None) -> Fraction | None:
        """The number in points, for a row of this maximum and so many parts.

        ``None`` where a share is of a maximum or of parts that nobody knows.
        """
        if self.share is None or self.fixed is not None:
            return self.fixed
        base = parts if self.base == "parts" else maximum
        return None if base is None else self.share * base


@frozen(kw_only=True)
class AllOf:
    """Every one of some conditions."""

    all: tuple["Requirement", ...]


@frozen(kw_only=True)
class AnyOf:
    """One or more of some conditions."""

    any: tuple["Requirement", ...]


@frozen(kw_only=True)
class AtLeast:
    """So many of some conditions, or more."""

    at_least: int
    of: tuple["Requirement", ...]


@frozen(kw_only=True)
class Reaches:
    """The conditions of a level of another scale of the same rubric."""

    scale: str
    level: str


Requirement = Threshold | AllOf | AnyOf | AtLeast | Reaches
"""What a level asks for: a closed union."""


@frozen(kw_only=True)
class Level:
    """One named level: all its conditions must hold.

    ``points`` is what the level itself stands for, where the print says so.
    """

    name: str
    label: str = ""
    conditions: tuple[Requirement, ...]
    points: Fraction | None = field(default=None, converter=_optional)
    printed: str = ""
    source: SourcePlace | None = None


@frozen(kw_only=True)
class Veto:
    """What shuts a unit out of every level, however many points it has.

    One of the ``conditions`` holding is enough, or a verifier's annulment of a row at or below one
    of the ``annulled`` codes. ``result`` is what the unit is called then.
    """

    reason: str
    reason_en: str = ""
    annulled: tuple[str, ...] = ()
    conditions: tuple[Requirement, ...] = ()
    result: str = ""
    printed: str = ""
    source: SourcePlace | None = None


@frozen(kw_only=True)
class Scale:
    """Named levels, the best first, and the name of what is below all of them.

    It is applied to each of ``nodes``, or to the whole where there are none. ``bases`` say what
    shares are of, by code. Where ``decides`` is false its levels are shown, and are not the levels
    of the unit.
    """

    id: str
    name: str
    name_en: str = ""
    levels: tuple[Level, ...]
    below: str = ""
    nodes: tuple[str, ...] = ()
    bases: Mapping[str, Base] = field(factory=dict, converter=_bases, hash=False)
    vetoes: tuple[Veto, ...] = ()
    decides: bool = True
    printed: str = ""
    source: SourcePlace | None = None
    _by_name: Mapping[str, Level] = field(init=False, eq=False, repr=False)

    @_by_name.default
    def _index(self) -> Mapping[str, Level]:
        return {level.name: level for level in reversed(self.levels)}

    @property
    def subjects(self) -> tuple[str, ...]:
        """The codes of the rows it is applied to; an empty code is the whole."""
        return self.nodes or ("",)

    def level(self, name: str) -> Level | None:
        """The level of that name, if there is one."""
        return self._by_name.get(name)


@frozen(kw_only=True)
class Ranking:
    """How units are ranked: what ties do, by which rows besides the whole, within which cohort.

    ``cohort`` is the printed name of those who are ranked together.
    """

    ties: Ties = "competition"
    nodes: tuple[str, ...] = ()
    cohort: str = ""
    printed: str = ""
    source: SourcePlace | None = None


BY_POINTS: Final = Ranking()
"""Units of equal points share a place, and the next place counts them all."""


def thresholds(requirements: Sequence[Requirement]) -> Iterator[Threshold]:
    """Every threshold in some resolved requirements, in order."""
    for each in requirements:
        match each:
            case Threshold():
                yield each
            case AllOf():
                yield from thresholds(each.all)
            case AnyOf():
                yield from thresholds(each.any)
            case AtLeast():
                yield from thresholds(each.of)
            case Reaches():
                pass  # its thresholds are those of the other scale
            case _:
                assert_never(each)
