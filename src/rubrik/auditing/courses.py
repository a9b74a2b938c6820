"""The course of points over a measured number: where it leaps, and whether it turns."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve

from rubrik.auditing.curves import curves
from rubrik.auditing.figures import figure
from rubrik.auditing.findings import Finding, Kind, Severity
from rubrik.auditing.reach import Reach
from rubrik.auditing.subject import Subject
from rubrik.rubric import Node
from rubrik.scorers import Curve, Jump, Line
from rubrik.wording import Exact, Message, message

__all__ = ["jump", "not_monotone"]


def __dir__() -> list[str]:
    return __all__


def jump(subject: Subject) -> Iterator[Finding]:
    """Where points leap: a note for a table of steps, a question beside a sloping line."""
    for node, curve in _curves(subject):
        jumps = curve.pieces.jumps()
        if not jumps:
            continue
        said = message("finding-jump", jumps=tuple(_leap(each, curve) for each in jumps))
        found = subject.question(Kind.JUMP, node, said, _asked(subject, node))
        yield found if _is_sloping(curve) else evolve(found, severity=Severity.NOTE)


def not_monotone(subject: Subject) -> Iterator[Finding]:
    """Rules whose points both rise and fall as the value rises."""
    for node, curve in _curves(subject):
        if curve.pieces.trend == "neither":
            said = message("finding-not-monotone")
            yield subject.question(Kind.NOT_MONOTONE, node, said, _asked(subject, node))


def _curves(subject: Subject) -> Iterator[tuple[Node, Curve]]:
    for node in subject.ruled:
        for curve in curves(subject.read.forms[node.code], Reach(subject.read.declared)):
            yield node, curve


def _asked(subject: Subject, node: Node) -> tuple[str, ...]:
    return subject.asking(node.code, "score", "measure")


def _is_sloping(curve: Curve) -> bool:
    """Whether points change by more than steps."""
    lines = (piece.line for piece in curve.pieces.pieces)
    return any(isinstance(line, Line) and line.slope != 0 for line in lines)


def _leap(jump: Jump, curve: Curve) -> Message:
    sides = (jump.below, jump.here, jump.above)
    points = [side for side in sides if side is not None]
    steps = [
        point for index, point in enumerate(points) if index == 0 or point != points[index - 1]
    ]
    return message("finding-leap", at=figure(jump.at, curve.measure), points=_arrows(steps))


def _arrows(steps: list[Fraction]) -> Message:
    first, *rest = steps
    said = message("measured-bare", value=Exact(first))
    for each in rest:
        said = message(
            "finding-arrow", first=said, then=message("measured-bare", value=Exact(each))
        )
    return said
