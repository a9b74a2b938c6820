"""Maxima: those that are not printed, sums that differ from their header, rows without a rule."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve

from rubrik.auditing.findings import Finding, Kind, Severity
from rubrik.auditing.subject import Subject
from rubrik.rubric import Group, Interpretation
from rubrik.wording import Message, message

__all__ = ["no_maximum", "no_rule", "sum_differs"]


def __dir__() -> list[str]:
    return __all__


def sum_differs(subject: Subject) -> Iterator[Finding]:
    """Groups whose parts do not add up to their maximum, as read or else as printed."""
    for code in subject.read.nodes:
        as_read = _difference(subject.read, code)
        said = as_read or _difference(subject.base, code)
        if said is None:
            continue
        group = subject.read.nodes[code]
        children = (child.code for child in subject.read.children[code])
        asked = [
            *subject.asking(code, "max", "capped", "counts"),
            *(each for child in children for each in subject.asking(child, "max")),
        ]
        found = subject.question(Kind.SUM_DIFFERS, group, said, asked)
        is_cut = said.key == "finding-sum-cut"
        yield evolve(found, severity=Severity.NOTE) if is_cut else found


def _difference(read: Interpretation, code: str) -> Message | None:
    """The sum beside the maximum where they differ, of a group whose parts are added up."""
    group = read.nodes[code]
    parts = [read.maxima[child.code] for child in read.children.get(code, ())]
    known = [part for part in parts if part is not None]
    if not isinstance(group, Group) or group.counts == "rule" or group.max is None:
        return None
    total = sum(known, Fraction(0))
    if not parts or len(known) < len(parts) or total == group.max:
        return None
    if total < group.max:
        return message("finding-sum-below", sum=total, max=group.max)
    key = "finding-sum-cut" if group.capped else "finding-sum-above"
    return message(key, sum=total, max=group.max)


def no_maximum(subject: Subject) -> Iterator[Finding]:
    """Rows that print no maximum, with what stands for it; not those of a checklist."""
    for node in subject.rubric.nodes:
        read = subject.read.nodes[node.code]
        maximum = subject.read.maxima[node.code]
        if node.max is not None or (isinstance(node, Group) and maximum is None):
            continue
        if read.max is not None:
            said = message("finding-maximum-read", max=read.max)
            yield subject.question(Kind.NO_MAXIMUM, node, said, subject.asking(node.code, "max"))
        elif maximum is not None:
            said = message("finding-maximum-added", max=maximum)
            yield Finding(node.code, Kind.NO_MAXIMUM, Severity.NOTE, said, node.name)
        elif read.score is not None:
            said = message("finding-no-maximum")
            yield subject.question(Kind.NO_MAXIMUM, node, said, subject.asking(node.code, "max"))


def no_rule(subject: Subject) -> Iterator[Finding]:
    """Rows that are worth something and have no rule: they give no points."""
    for node in subject.ruled:
        if node.score is None:
            said = message("finding-no-rule")
            yield subject.question(Kind.NO_RULE, node, said, subject.asking(node.code, "score"))
