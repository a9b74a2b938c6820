"""What a classifier finds: conditions, levels, vetoes, a rating, and the way to the next level."""

from collections.abc import Callable
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from rubrik import reasons
from rubrik.figures import Lang
from rubrik.intervals import Interval
from rubrik.languages import checked
from rubrik.scales import Level, Scale, Threshold, Veto
from rubrik.showing import Shown
from rubrik.wording import Arg, Message, message

__all__ = [
    "ConditionResult",
    "LevelResult",
    "Rating",
    "Room",
    "Step",
    "Unmet",
    "VetoResult",
]


def __dir__() -> list[str]:
    return __all__


@frozen
class Room:
    """A row that can still give points: at most so many more; ``None`` without a limit.

    It is a criterion, or whatever row bare points are stated of.
    """

    code: str
    points: Fraction | None


@frozen(kw_only=True)
class ConditionResult:
    """One threshold for one unit: the points of a row against a number of points.

    ``node`` is the code of the row, empty for the whole; ``within`` surely holds its points;
    ``limit`` is the threshold in points, ``None`` where it is of a maximum that is not there.
    ``holds`` is ``None`` while it can go either way.
    """

    threshold: Threshold
    node: str
    within: Interval
    limit: Fraction | None
    holds: bool | None

    @property
    def points(self) -> Fraction | None:
        """The points, once they are known."""
        return self.within.low if self.within.is_point else None

    @cached_property
    def distance(self) -> Fraction | None:
        """How far the points are on the right side of the threshold; negative on the wrong side."""
        points = self.points
        return None if points is None else self._past(points)

    @property
    def shortfall(self) -> Fraction | None:
        """How many points are missing, or too many, in the worst case that is still possible.

        ``None`` where there is no limit to that. Where the threshold itself is not enough (``>``
        and ``<``), it takes more.
        """
        if self.holds:
            return Fraction(0)
        worst = self.within.low if self.threshold.is_floor else self.within.high
        past = None if worst is None else self._past(worst)
        return None if past is None else -past

    def _past(self, points: Fraction) -> Fraction | None:
        if self.limit is None:
            return None
        return points - self.limit if self.threshold.is_floor else self.limit - points

    @property
    def reason(self) -> Message:
        """What stands against what, and what follows; with digits enough to see it."""
        asked = message("asked-for", op=_SIGNS[self.threshold.op], limit=self._limit)
        said: dict[str, Arg] = {"node": self.node or message("the-whole"), "asked": asked}
        if self.points is None or self.distance is None:
            return message(_KEYS[self.holds], points=reasons.between(self.within), **said)
        said["points"] = message("points", points=self.points)
        if self.distance == 0 and self.holds:
            return message("condition-just", **said)
        if self.distance == 0:
            return message(_JUST_NOT[self.threshold.is_floor], **said)
        keys = _BESIDE_FLOOR if self.threshold.is_floor else _BESIDE_CEILING
        return message(keys[self.distance > 0], distance=abs(self.distance), **said)

    @property
    def _limit(self) -> Message | Fraction:
        """The threshold in points, and what it is a share of."""
        limit, share, base = self.limit, self.threshold.share, self.threshold.base
        if limit is None:
            return message("limit-unknown")
        if share is None:
            return limit
        if base == "parts":
            return message("limit-mean", mean=share, limit=limit)
        return message("limit-share", share=reasons.percent(share), limit=limit)


_KEYS = {None: "condition-open", True: "condition-surely", False: "condition-never"}
_JUST_NOT = {True: "condition-just-not", False: "condition-just-too-many"}
_BESIDE_FLOOR = {True: "condition-holds", False: "condition-fails"}
_BESIDE_CEILING = {True: "condition-stays-below", False: "condition-exceeds"}
_SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<"}


@frozen
class LevelResult:
    """One level for one unit: whether it is reached, and every condition of it in order."""

    level: Level
    holds: bool | None
    conditions: tuple[ConditionResult, ...]


@frozen
class VetoResult:
    """One veto for one unit: whether it shuts the unit out."""

    veto: Veto
    holds: bool | None

    def reason(self, lang: Lang) -> str:
        """Why, in the rubric's own words; in Vietnamese where it has no English ones.

        Raises:
            ValueError: the language is neither ``vi`` nor ``en``.
        """
        return (self.veto.reason_en if checked(lang) == "en" else "") or self.veto.reason


@frozen
class Unmet:
    """A condition of a level that is not sure to hold, and where the points could come from.

    ``is_choice`` where it is one of several of which not all must hold.
    """

    condition: ConditionResult
    rooms: tuple[Room, ...]
    is_choice: bool = False


@frozen
class Step:
    """The way to the next level: what is missing for it."""

    level: Level
    unmet: tuple[Unmet, ...]


@frozen(kw_only=True, eq=False, repr=False)
class Rating(Shown):
    """The outcome of one scale for one unit.

    ``node`` is the row that the scale is applied to, empty for the whole; ``applies`` whether it
    applies to the unit, and has points: no level is possible where it does not. ``possible`` holds
    the names of all levels that the unit may turn out to have, the best first, and of what is below
    them.
    """

    scale: Scale
    node: str
    applies: bool
    levels: tuple[LevelResult, ...]
    vetoes: tuple[VetoResult, ...]
    possible: tuple[str, ...]
    _depends_on: Callable[[], tuple[str, ...]] = field(repr=False)
    _step: Callable[[], Step | None] = field(repr=False)

    @property
    def is_open(self) -> bool:
        """Whether more than one level is still possible."""
        return len(self.possible) > 1

    @property
    def level(self) -> str | None:
        """The name of the level, or of what is below all; ``None`` while it is open."""
        return self.possible[0] if len(self.possible) == 1 else None

    @property
    def place(self) -> int | None:
        """The place of the level among all, from 0 for the best; ``None`` while it is open.

        What is below all levels comes after them.
        """
        if self.level is None:
            return None
        names = [each.level.name for each in self.levels]
        is_out = any(each.holds for each in self.vetoes)
        return len(names) if is_out or self.level not in names else names.index(self.level)

    @property
    def reached(self) -> Level | None:
        """The level itself, if one is reached for sure."""
        place = self.place
        return None if place is None or place == len(self.levels) else self.levels[place].level

    @property
    def conditions(self) -> tuple[ConditionResult, ...]:
        """Every condition of every level, in order."""
        return tuple(each for level in self.levels for each in level.conditions)

    @cached_property
    def open_inputs(self) -> tuple[str, ...]:
        """The missing inputs that could change which level it is."""
        return self._depends_on() if self.is_open else ()

    @cached_property
    def next(self) -> Step | None:
        """The way to the level above the best that is sure; ``None`` at the top, or shut out."""
        return self._step() if self.applies else None

    def __repr__(self) -> str:
        of = f" of {self.node}" if self.node else ""
        return f"<Rating on {self.scale.id!r}{of}: {' | '.join(self.possible) or 'none'}>"
