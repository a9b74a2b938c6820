"""Rubrics of a few rows with scales, built by hand, and the kinds of what is found in them."""

from typing import Any

from auditing.small import found
from rubrik import Rubric
from rubrik.rubric import Node
from rubrik.scales import Level, Requirement, Scale, Threshold
from scoring.rows import per_unit, rubric_of

__all__ = ["KINDS", "TWO", "asking", "at", "graded", "kinds", "level", "of", "scale"]

KINDS = {
    "level-unreachable",
    "level-shadowed",
    "levels-coincide",
    "levels-not-nested",
    "level-condition-always",
    "level-condition-implied",
}


def at(node: str, op: Any, points: object, **more: Any) -> Threshold:  # noqa: ANN401 - any number
    """A threshold in points."""
    return Threshold(node=node, op=op, points=points, **more)


def of(node: str, op: Any, share: object, **more: Any) -> Threshold:  # noqa: ANN401 - likewise
    """A threshold as a share."""
    return Threshold(node=node, op=op, share=share, **more)


def level(name: str, *conditions: Requirement) -> Level:
    """A level."""
    return Level(name=name, conditions=conditions)


def scale(*levels: Level, **more: Any) -> Scale:  # noqa: ANN401 - whatever a scale holds
    """A scale with a name for what is below its levels."""
    return Scale(**{"id": "s", "name": "Thang", "levels": levels, "below": "Không", **more})


def graded(*nodes: Node, scales: tuple[Scale, ...]) -> Rubric:
    """A rubric of rows and scales."""
    return rubric_of(*nodes, scales=scales)


def kinds(rubric: Rubric) -> set[str]:
    """The kinds of what is found about levels."""
    return {kind for kind in KINDS if found(rubric, kind)}


def asking(condition: Requirement, *nodes: Node) -> set[str]:
    """What is found about a scale of one level with one condition."""
    return kinds(graded(*nodes, scales=(scale(level("Một", condition)),)))


TWO = (per_unit("1.1", "a"), per_unit("1.2", "b"))
"""Two rows that have 0 to 10 points each."""
