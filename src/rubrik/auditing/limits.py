"""What a rule can give, against its maximum and against zero."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve

from rubrik.auditing.findings import Finding, Kind
from rubrik.auditing.subject import Subject
from rubrik.intervals import Interval
from rubrik.rubric import Node
from rubrik.rubric.interpretation import rule
from rubrik.scorers import simplified
from rubrik.wording import Message, message

__all__ = ["below_zero", "exceeds_maximum", "never_reaches_maximum"]


def __dir__() -> list[str]:
    return __all__


_FIELDS = ("max", "score", "measure")


def exceeds_maximum(subject: Subject) -> Iterator[Finding]:
    """Rules that can give more than their maximum, were they not cut at it."""
    for node in subject.ruled:
        within = _uncut(subject, node)
        if node.max is None or within is None or within.is_at_most(node.max):
            continue
        said = _exceeding(within, node.max, _sureness(subject, node))
        ends = message("finding-is-cut" if node.capped else "finding-is-not-cut")
        whole = message("finding-so", finding=said, then=ends)
        asked = subject.asking(node.code, *_FIELDS, "capped")
        yield subject.question(Kind.EXCEEDS_MAXIMUM, node, whole, asked)


def _uncut(subject: Subject, node: Node) -> Interval | None:
    form = simplified(rule(evolve(node, capped=False), subject.read.declared))
    return form.bounds(subject.read.links).within


def _sureness(subject: Subject, node: Node) -> str:
    """Whether the bounds are attained, or only never left."""
    return "may" if subject.read.bounds(node.code).outer else "can"


def _exceeding(within: Interval, maximum: Fraction, sureness: str) -> Message:
    if within.high is None:
        return message(f"finding-{sureness}-exceed-any", max=maximum)
    return message(f"finding-{sureness}-exceed", points=within.high, max=maximum)


def never_reaches_maximum(subject: Subject) -> Iterator[Finding]:
    """Rules that stay below their maximum whatever is reported."""
    for node in subject.ruled:
        within = subject.read.bounds(node.code).within
        if node.score is None or node.max is None or within is None or node.max in within:
            continue
        if within.high is None or within.high > node.max:
            continue
        key = "finding-only-nears" if within.high == node.max else "finding-stays-below"
        said = message(key, points=within.high, max=node.max)
        asked = subject.asking(node.code, *_FIELDS)
        yield subject.question(Kind.NEVER_REACHES_MAXIMUM, node, said, asked)


def below_zero(subject: Subject) -> Iterator[Finding]:
    """Rules that can take points away without a floor at zero."""
    for node in subject.ruled:
        within = subject.read.bounds(node.code).within
        if within is None or within.is_at_least(Fraction(0)):
            continue
        sureness = _sureness(subject, node)
        if within.low is None:
            said = message(f"finding-{sureness}-fall-any")
        else:
            said = message(f"finding-{sureness}-fall", points=within.low)
        yield subject.question(
            Kind.BELOW_ZERO, node, said, subject.asking(node.code, "score", "measure")
        )
