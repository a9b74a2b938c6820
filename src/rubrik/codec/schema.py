"""JSON Schema for files, generated from the model."""

from collections.abc import Mapping
from copy import deepcopy
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import attrs

from rubrik.codec.levels import BAND_ENDS
from rubrik.codec.shapes import (
    INPUTS,
    MEASURES,
    NODES,
    SCORERS,
    file_key,
    members,
    members_of,
)
from rubrik.cohort import CohortRecord
from rubrik.measures import Constraint, Reported, Terms
from rubrik.rubric import Reading, ReadingOption, Replacement, Rubric
from rubrik.scales import Level
from rubrik.scorers import Amount
from rubrik.scorers.curves import CurveScorer
from rubrik.submission import Adjudications, Submission

__all__ = ["DRAFT", "Filed", "Schema", "definitions", "file_schema", "schema_of", "summary"]


def __dir__() -> list[str]:
    return __all__


Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
"""What every schema says of itself."""

_NUMBER: Schema = {"type": ["number", "string"]}
_FREE: Schema = {}
_SIMPLE: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Fraction: _NUMBER,
    Amount: _NUMBER,
    Constraint: {"type": "string"},
    Reported: {"type": ["string", "number", "boolean", "array"]},
    Terms: {
        "anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": _NUMBER}],
    },
    Any: _FREE,
}


Filed = Rubric | Submission | Adjudications | CohortRecord
"""What has a file of its own."""


def file_schema(kind: type[Filed]) -> Schema:
    """The schema (draft 2020-12) that editors check and complete a file against."""
    body = _table(kind)
    if kind is Rubric:
        body["properties"] |= {"shapes": {"type": "object"}}
        del body["properties"]["reading"]
        body["properties"]["reading"] = {"type": "array", "items": {"$ref": "#/$defs/Reading"}}
    return {
        "$schema": DRAFT,
        "title": kind.__name__,
        "description": summary(kind),
        **body,
        "$defs": deepcopy(_definitions()) if kind is Rubric else _tables_in(kind),
    }


@cache
def definitions() -> Schema:
    """Everything that `schema_of` refers to, by name."""
    kinds = (Submission, CohortRecord)
    parts = {name: table for kind in kinds for name, table in _tables_in(kind).items()}
    return {**_definitions(), **parts, CohortRecord.__name__: _table(CohortRecord)}


def _tables_in(kind: type) -> Schema:
    """The tables that stand inside of a small file."""
    kinds = (each for field in attrs.fields(kind) for each in _inner(field.type))
    return {each.__name__: _table(each) for each in kinds if attrs.has(each)}


@cache
def _definitions() -> Schema:
    tables = {each.__name__: (each, kind) for kind, each in (*SCORERS.items(), *INPUTS.items())}
    rows = [*NODES.values(), *_parts()]
    return {
        **{name: _kinded(each, kind) for name, (each, kind) in tables.items()},
        **{f"measure_{key}": _table(each) for key, each in MEASURES.items()},
        **{each.__name__: _table(each) for each in rows},
        "Level": _level(),
        "Reading": _reading(),
    }


def _parts() -> list[type]:
    """Tables that stand inside others and are told by their place alone."""
    found: dict[str, type] = {}
    queue = [Rubric, *NODES.values(), *SCORERS.values(), *INPUTS.values()]
    while queue:
        for field in attrs.fields(attrs.resolve_types(queue.pop())):
            for each in _inner(field.type):
                if attrs.has(each) and each not in _SIMPLE and each.__name__ not in found:
                    found[each.__name__] = each
                    queue.append(each)
    # Readings are written in a way of their own.
    named = {
        *SCORERS.values(), *INPUTS.values(), *NODES.values(), *MEASURES.values(),
        Level, Reading, ReadingOption, Replacement,
    }  # fmt: skip
    return [each for each in found.values() if each not in named]


def _inner(kind: Any) -> list[type]:  # noqa: ANN401
    if get_args(kind):
        return [found for each in get_args(kind) for found in _inner(each)]
    return [kind] if isinstance(kind, type) else []


def summary(kind: type) -> str:
    """The first line of what a class says of itself."""
    return (kind.__doc__ or "").strip().split("\n")[0]


def _table(kind: type) -> Schema:
    fields = [field for field in attrs.fields(attrs.resolve_types(kind)) if field.init]
    return {
        "type": "object",
        "description": summary(kind),
        "properties": {file_key(kind, field.name): schema_of(field.type) for field in fields},
        "required": [file_key(kind, each.name) for each in fields if each.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _kinded(kind: type, name: str) -> Schema:
    table = _table(kind)
    table["properties"] = {"kind": {"const": name}, **table["properties"]}
    return {**table, "required": ["kind", *table["required"]]}


def schema_of(kind: Any) -> Schema:  # noqa: ANN401 - a type form
    """The schema of a value of the model as files write it; it may refer to `definitions`."""
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    unions = members_of(kind)
    if unions is not None:
        return _union(kind, unions)
    if kind is CurveScorer:
        return _union(kind, SCORERS)
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": schema_of(get_args(kind)[0])}
    if get_origin(kind) is Mapping:
        return {"type": "object", "additionalProperties": schema_of(get_args(kind)[1])}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [each.value for each in kind]}
    if attrs.has(kind):
        return {"$ref": f"#/$defs/{kind.__name__}"}
    return {"anyOf": [schema_of(each) for each in get_args(kind) if each is not NoneType]}


def _union(kind: Any, kinds: Mapping[str, type]) -> Schema:  # noqa: ANN401
    if kinds is MEASURES:
        return {"anyOf": [{"$ref": f"#/$defs/measure_{key}"} for key in kinds]}
    named = dict.fromkeys(each.__name__ for each in kinds.values())
    tables: list[Schema] = [{"$ref": f"#/$defs/{name}"} for name in named]
    # An amount, or the name of a shape; where only a curve will do, the name of a shape.
    plain_values = [_NUMBER] if Amount in members(kind) else []
    if kind is CurveScorer:
        plain_values = [{"type": "string"}]
    return {"anyOf": [*tables, *plain_values]}


def _level() -> Schema:
    """A level as files write it: by conditions, or shorter by the ends of its band."""
    table = _table(Level)
    table["properties"] |= dict.fromkeys(BAND_ENDS, _NUMBER)
    return {**table, "required": ["name"]}


def _reading() -> Schema:
    """A reading as files write it: options by id, each a table of fields by row."""
    table = _table(Reading)
    option = {"type": "object", "additionalProperties": {"type": ["object", "string"]}}
    table["properties"]["options"] = {"type": "object", "additionalProperties": option}
    labels = {"type": "object", "additionalProperties": {"type": "string"}}
    table["properties"]["labels"] = labels
    return table
