"""What files call things: keys, kinds, and which class each of them stands for."""

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin

import attrs

from rubrik import measures
from rubrik.measures import Input, Measure
from rubrik.rubric import Criterion, Group, Node, Rubric
from rubrik.scales import AllOf, AnyOf, AtLeast, Reaches, Requirement, Threshold
from rubrik.scorers import Rule, Scorer
from rubrik.submission import Adjudications, Submission

__all__ = [
    "INPUTS",
    "MEASURES",
    "NODES",
    "REQUIREMENTS",
    "SCORERS",
    "file_key",
    "members",
    "members_of",
]


def __dir__() -> list[str]:
    return __all__


def _snake(name: str) -> str:
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in name).lstrip("_")


def members(union: Any) -> tuple[type, ...]:  # noqa: ANN401 - a type form
    """The classes of a union, without ``None``."""
    if get_origin(union) not in (Union, UnionType):
        return (union,)
    return tuple(each for each in get_args(union) if each is not NoneType)


SCORERS: Final[Mapping[str, type]] = {_snake(each.__name__): each for each in members(Scorer)}
"""Scorers by the ``kind`` of their table."""

INPUTS: Final[Mapping[str, type]] = {each.kind: each for each in members(Input)}  # type: ignore[attr-defined]
"""Declared inputs by their ``kind``."""

NODES: Final[Mapping[str, type]] = {each.kind: each for each in members(Node)}  # type: ignore[attr-defined]
"""Rows by the key that carries their code."""

MEASURES: Final[Mapping[str, type]] = {"item": measures.Item} | {
    attrs.fields(each)[0].name: each for each in members(Measure) if each is not measures.Item
}
"""Measures by the key that tells them; ``item`` comes before ``items``."""

REQUIREMENTS: Final[Mapping[str, type]] = {
    "all": AllOf,
    "any": AnyOf,
    "at_least": AtLeast,
    "scale": Reaches,
    "points": Threshold,
    "share": Threshold,
}
"""What a level asks for, by the key that tells it."""

_PLURALS = {
    Rubric: {
        "nodes": "node",
        "inputs": "input",
        "readings": "reading",
        "documents": "document",
        "scales": "scale",
    },
    Submission: {"adjudications": "adjudication"},
    Adjudications: {"adjudications": "adjudication"},
    Group: {"code": "group"},
    Criterion: {"code": "criterion"},
}


def file_key(owner: type, name: str) -> str:
    """The key of a file that an attribute stands under."""
    renamed: Mapping[str, str] = _PLURALS.get(owner, {})
    return renamed.get(name, name.rstrip("_"))


def members_of(union: Any) -> Mapping[str, type] | None:  # noqa: ANN401 - a type form
    """The classes of one of the house's unions by kind, or ``None`` for other types."""
    found = frozenset(members(union))
    if len(found) == 1:
        return None
    for union_members, kinds in (
        (frozenset(members(Rule)), SCORERS),
        (frozenset(members(Scorer)), SCORERS),
        (frozenset(members(Input)), INPUTS),
        (frozenset(members(Measure)), MEASURES),
        (frozenset(members(Node)), NODES),
        (frozenset(members(Requirement)), REQUIREMENTS),
    ):
        if found == union_members:
            return kinds
    return None
