"""Scales and ratings as JSON for other programs."""

from collections.abc import Sequence
from typing import assert_never

from rubrik.classifier import ConditionResult, LevelResult, Rating, Room, Step
from rubrik.codec.documents.levels import (
    ConditionView,
    LevelView,
    RatingView,
    RequirementView,
    ResultView,
    RoomView,
    ScaleView,
    StepView,
    ThresholdView,
    UnmetView,
    VetoView,
)
from rubrik.codec.documents.values import exact_or_none
from rubrik.codec.plain import plain
from rubrik.figures import Lang
from rubrik.rubric import Interpretation, limit_of
from rubrik.scales import AllOf, AnyOf, AtLeast, Level, Reaches, Requirement, Scale, Threshold, Veto

__all__ = ["rating_view", "scale_view"]


def __dir__() -> list[str]:
    return __all__


def scale_view(scale: Scale, read: Interpretation) -> ScaleView:
    """A scale as it is read: ``threshold`` is in points, where it is the same for all its rows."""
    return {
        "id": scale.id,
        "name": scale.name,
        "below": scale.below,
        "nodes": list(scale.nodes),
        "decides": scale.decides,
        "levels": [_level(each, scale, read) for each in scale.levels],
        "vetoes": [_veto(each, scale, read) for each in scale.vetoes],
        "printed": scale.printed,
        "source": plain(scale.source),
    }


def _level(level: Level, scale: Scale, read: Interpretation) -> LevelView:
    return {
        "name": level.name,
        "label": level.label,
        "points": exact_or_none(level.points),
        "conditions": _requirements(level.conditions, scale, read),
        "printed": level.printed,
        "source": plain(level.source),
    }


def _veto(veto: Veto, scale: Scale, read: Interpretation) -> VetoView:
    return {
        "reason": veto.reason,
        "reason_en": veto.reason_en,
        "annulled": list(veto.annulled),
        "conditions": _requirements(veto.conditions, scale, read),
        "result": veto.result or scale.below,
        "printed": veto.printed,
        "source": plain(veto.source),
    }


def _requirements(
    wanted: Sequence[Requirement], scale: Scale, read: Interpretation
) -> list[RequirementView]:
    """Conditions in order; those that all must hold stand side by side."""
    found: list[RequirementView] = []
    for each in wanted:
        match each:
            case Threshold():
                found.append(_threshold(each, scale, read))
            case AllOf():
                found += _requirements(each.all, scale, read)
            case AnyOf():
                found.append({"any": _alternatives(each.any, scale, read)})
            case AtLeast():
                of = _alternatives(each.of, scale, read)
                found.append({"at_least": each.at_least, "of": of})
            case Reaches():
                raise AssertionError(each)  # a resolved scale has none
            case _:
                assert_never(each)
    return found


def _alternatives(
    wanted: Sequence[Requirement], scale: Scale, read: Interpretation
) -> list[RequirementView]:
    """Conditions of which some will do; those that belong together stand under ``all``."""
    return [
        {"all": _requirements(each.all, scale, read)}
        if isinstance(each, AllOf)
        else _requirements((each,), scale, read)[0]
        for each in wanted
    ]


def _threshold(threshold: Threshold, scale: Scale, read: Interpretation) -> ThresholdView:
    return {
        "node": threshold.node or (scale.nodes[0] if len(scale.nodes) == 1 else None),
        "op": threshold.op,
        "threshold": exact_or_none(limit_of(threshold, scale, read)),
        "share": exact_or_none(threshold.share),
        "base": plain(threshold.base),
        "printed": threshold.printed,
        "source": plain(threshold.source),
    }


def rating_view(rating: Rating, lang: Lang = "vi") -> RatingView:
    """A rating: the level, those still possible, every condition, and the way to the next level.

    ``level`` is ``None`` while more than one is possible, and where the scale does not apply, which
    leaves none; reasons are in ``lang``.
    """
    reached = rating.reached
    return {
        "scale": rating.scale.id,
        "name": rating.scale.name,
        "node": rating.node or None,
        "decides": rating.scale.decides,
        "applies": rating.applies,
        "level": rating.level,
        "label": reached.label if reached else "",
        "points": exact_or_none(reached.points) if reached else None,
        "possible": list(rating.possible),
        "levels": [{"name": each.level.name, "holds": each.holds} for each in rating.levels],
        "conditions": [
            _condition(condition, level, lang)
            for level in rating.levels
            for condition in level.conditions
        ],
        "vetoes": [{"reason": each.reason(lang), "holds": each.holds} for each in rating.vetoes],
        "next": None if rating.next is None else _step(rating.next, lang),
        "open_inputs": list(rating.open_inputs),
    }


def _condition(condition: ConditionResult, level: LevelResult, lang: Lang) -> ConditionView:
    return {"level": level.level.name, **_result(condition, lang)}


def _result(condition: ConditionResult, lang: Lang) -> ResultView:
    return {
        "node": condition.node or None,
        "op": condition.threshold.op,
        "threshold": exact_or_none(condition.limit),
        "printed": condition.threshold.printed,
        "points": exact_or_none(condition.points),
        "low": exact_or_none(condition.within.low),
        "high": exact_or_none(condition.within.high),
        "holds": condition.holds,
        "distance": exact_or_none(condition.distance),
        "shortfall": exact_or_none(condition.shortfall),
        "reason": condition.reason.text(lang),
    }


def _step(step: Step, lang: Lang) -> StepView:
    unmet: list[UnmetView] = [
        {
            **_result(each.condition, lang),
            "is_choice": each.is_choice,
            "rooms": [_room(room) for room in each.rooms],
        }
        for each in step.unmet
    ]
    return {"level": step.level.name, "unmet": unmet}


def _room(room: Room) -> RoomView:
    return {"code": room.code or None, "points": exact_or_none(room.points)}
