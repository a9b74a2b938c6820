"""Levels written short, as bands on one score, spelled out as the conditions that they are."""

from collections.abc import Mapping
from typing import Any, Final

__all__ = ["BAND_ENDS", "spelled_field", "spelled_out"]


def __dir__() -> list[str]:
    return __all__


Raw = Mapping[str, Any]

BAND_ENDS: Final[Mapping[str, str]] = {"from": ">=", "above": ">", "to": "<=", "below": "<"}
"""The keys for the ends of a band, and how each compares."""


def spelled_out(raw: Raw) -> Raw:
    """The file with every band of every scale as conditions on the row that the scale is for.

    What is not written as it should be is left to whoever reads it next.
    """
    scales = raw.get("scale")
    if not isinstance(scales, list):
        return raw
    return {**raw, "scale": [_scale(each) for each in scales]}


def spelled_field(field: str, value: Any) -> Any:  # noqa: ANN401 - any part of a file
    """What an option of a reading puts into a field, with bands of levels as conditions."""
    match field.split("."):
        case ["levels"]:
            return _levels(value)
        case ["levels", _]:
            return _level(value)
        case _:
            return value


def _scale(scale: Any) -> Any:  # noqa: ANN401
    if not isinstance(scale, dict) or "levels" not in scale:
        return scale
    return {**scale, "levels": _levels(scale["levels"])}


def _levels(levels: Any) -> Any:  # noqa: ANN401
    return [_level(each) for each in levels] if isinstance(levels, list) else levels


def _level(level: Any) -> Any:  # noqa: ANN401
    if not isinstance(level, dict) or "conditions" in level or not BAND_ENDS.keys() & level.keys():
        return level
    rest = {key: value for key, value in level.items() if key not in BAND_ENDS}
    shown = {key: level[key] for key in ("printed", "source") if key in level}
    ends = [
        {"op": op, _kind(level[key]): level[key], **shown}
        for key, op in BAND_ENDS.items()
        if key in level
    ]
    return {**rest, "conditions": ends}


def _kind(number: object) -> str:
    """``"80%"`` is a share of the maximum, everything else is points."""
    is_share = isinstance(number, str) and number.rstrip().endswith("%")
    return "share" if is_share else "points"
