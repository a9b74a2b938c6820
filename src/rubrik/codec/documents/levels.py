"""The documents about levels: scales as they are read, and ratings."""

from typing import Annotated, TypedDict

from rubrik.codec.documents.values import Exact, Source
from rubrik.scales import Op

__all__ = [
    "AllView",
    "AnyView",
    "AtLeastView",
    "ConditionView",
    "LevelHeldView",
    "LevelView",
    "RatingView",
    "RequirementView",
    "ResultView",
    "RoomView",
    "ScaleView",
    "StepView",
    "ThresholdView",
    "UnmetView",
    "VetoHeldView",
    "VetoView",
]


def __dir__() -> list[str]:
    return __all__


Sign = Annotated[str, Op]


class ThresholdView(TypedDict):
    """The points of a row against a number, in points where it is the same for all rows."""

    node: str | None
    op: Sign
    threshold: Exact | None
    share: Exact | None
    base: str | None
    printed: str
    source: Source | None


class AnyView(TypedDict):
    """Conditions of which one must hold."""

    any: list["RequirementView"]


class AtLeastView(TypedDict):
    """Conditions of which so many must hold."""

    at_least: int
    of: list["RequirementView"]


class AllView(TypedDict):
    """Conditions that belong together, where some of several will do."""

    all: list["RequirementView"]


RequirementView = ThresholdView | AnyView | AtLeastView | AllView


class LevelView(TypedDict):
    """One level of a scale and what it asks for."""

    name: str
    label: str
    points: Exact | None
    conditions: list[RequirementView]
    printed: str
    source: Source | None


class VetoView(TypedDict):
    """What shuts a unit out, whatever its points."""

    reason: str
    reason_en: str
    annulled: list[str]
    conditions: list[RequirementView]
    result: str
    printed: str
    source: Source | None


class ScaleView(TypedDict):
    """A scale as it is read."""

    id: str
    name: str
    below: str
    nodes: list[str]
    decides: bool
    levels: list[LevelView]
    vetoes: list[VetoView]
    printed: str
    source: Source | None


class ResultView(TypedDict):
    """One threshold for one unit."""

    node: str | None
    op: Sign
    threshold: Exact | None
    printed: str
    points: Exact | None
    low: Exact | None
    high: Exact | None
    holds: bool | None
    distance: Exact | None
    shortfall: Exact | None
    reason: str


class ConditionView(ResultView):
    """One threshold for one unit, and the level that asks for it."""

    level: str


class RoomView(TypedDict):
    """A row that can still give points, and how many at most."""

    code: str | None
    points: Exact | None


class UnmetView(ResultView):
    """A condition that is not sure to hold, and where the points could come from."""

    is_choice: bool
    rooms: list[RoomView]


class StepView(TypedDict):
    """The way to the next level."""

    level: str
    unmet: list[UnmetView]


class LevelHeldView(TypedDict):
    """Whether a level is reached."""

    name: str
    holds: bool | None


class VetoHeldView(TypedDict):
    """Whether a veto shuts the unit out."""

    reason: str
    holds: bool | None


class RatingView(TypedDict):
    """The outcome of one scale for one unit."""

    scale: str
    name: str
    node: str | None
    decides: bool
    applies: bool
    level: str | None
    label: str
    points: Exact | None
    possible: list[str]
    levels: list[LevelHeldView]
    conditions: list[ConditionView]
    vetoes: list[VetoHeldView]
    next: StepView | None
    open_inputs: list[str]
