"""The model as plain data, as files write it: what ``dumps`` puts out and ``loads`` reads."""

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from typing import Any

import attrs

from rubrik.codec.shapes import INPUTS, NODES, SCORERS, file_key
from rubrik.figures import exact_text
from rubrik.measures import Constraint, Terms
from rubrik.rubric import Reading, Replacement
from rubrik.scorers import Amount

__all__ = ["plain"]


def __dir__() -> list[str]:
    return __all__


_KINDS: Mapping[type, str] = {
    each: kind for kinds in (SCORERS, INPUTS) for kind, each in kinds.items()
}


def plain(value: Any) -> Any:  # noqa: ANN401 - any part of the model
    """Tables, lists, text, whole numbers, truth values; fields at their defaults are left out."""
    match value:
        case None | bool() | int() | str() if not isinstance(value, Enum):
            return value
        case Enum():
            return value.value
        case Fraction():
            return exact_text(value)
        case Amount() | Constraint():
            return str(value)
        case Terms():
            return _terms(value)
        case Mapping():
            return {str(key): plain(each) for key, each in value.items()}
        case tuple():
            return [plain(each) for each in value]
        case Reading():
            return _reading(value)
        case _:
            return _table(value)


def _terms(value: Terms) -> Any:  # noqa: ANN401
    ((first, weight), *others) = value.weights
    if weight == 1 and not others:
        return first
    return {name: exact_text(each) for name, each in value.weights}


def _table(value: Any) -> dict[str, Any]:  # noqa: ANN401
    kind = type(value)
    head = {"kind": _KINDS[kind]} if kind in _KINDS else {}
    if kind in NODES.values():
        head = {file_key(kind, "code"): value.code}
    stated = {
        file_key(kind, field.name): plain(getattr(value, field.name))
        for field in attrs.fields(kind)
        if field.init and not _is_default(value, field)
    }
    return {**head, **stated}


def _is_default(value: Any, field: Any) -> bool:  # noqa: ANN401
    """Whether an attribute is as it would be if it were not written."""
    default = field.default
    if default is attrs.NOTHING:
        return False
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        default = default.factory()
    if field.converter is not None:
        default = field.converter(default)
    return bool(getattr(value, field.name) == default)


def _reading(reading: Reading) -> dict[str, Any]:
    options = {option.id: _replacements(option.replaces) for option in reading.options}
    for option in reading.options:
        if option.no_effect:
            options[option.id] |= {"effect": "none", "why": option.no_effect}
    labels = {option.id: option.label for option in reading.options if option.label}
    table = _table(attrs.evolve(reading, options=()))
    return {**table, "options": options} | ({"labels": labels} if labels else {})


def _replacements(replaces: tuple[Replacement, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in replaces:
        found.setdefault(each.node, {})[each.field] = plain(each.value)
    return found
