"""Scales under an option of a reading, where that changes levels or what rows can have."""

from collections.abc import Mapping

from rubrik.auditing.applied import Applied, applied
from rubrik.auditing.feasibility import Space
from rubrik.auditing.subject import Subject
from rubrik.intervals import EVERYTHING, Interval
from rubrik.rubric import Group, Interpretation, Node
from rubrik.rubric.interpretation import rule
from rubrik.scorers import simplified

__all__ = ["applied_under"]


def __dir__() -> list[str]:
    return __all__


def applied_under(subject: Subject, choices: Mapping[str, str]) -> tuple[Applied, ...]:
    """Every scale for every row under some options; none where nothing that bears on it changes."""
    if not subject.rubric.scales:
        return ()
    read = subject.rubric.under(choices)
    space = _space(subject, read)
    if space is subject.space and read.stated_scales == subject.read.stated_scales:
        return ()
    return applied(read, space)


def _space(subject: Subject, read: Interpretation) -> Space:
    """The points that rows can have, which are those by default where no row can have others."""
    default = subject.space
    changed = {code: node for code, node in read.nodes.items() if node != default.read.nodes[code]}
    bounds = {**default.bounds, **_bounds(read, changed)}
    is_same = all(
        _shape(node) == _shape(default.read.nodes[code]) for code, node in changed.items()
    )
    if is_same and bounds == default.bounds:
        return default
    return Space(read, bounds, subject.budget)


def _bounds(read: Interpretation, changed: Mapping[str, Node]) -> Mapping[str, Interval]:
    """The points of changed rows by their own rules; of all rows where some need not apply."""
    if read.removable:
        return {code: read.bounds(code).within or EVERYTHING for code in read.nodes}
    ruled = (node for code, node in changed.items() if code in read.ruled)
    forms = {node.code: simplified(rule(node, read.declared)) for node in ruled}
    return {code: form.bounds(read.links).within or EVERYTHING for code, form in forms.items()}


def _shape(node: Node) -> tuple[object, ...]:
    """What bears on the points of a group, and on shares of a row, apart from rules."""
    if isinstance(node, Group):
        made_up = node.rescaled, node.nothing_applicable
        return (node.max, node.capped, node.counts, *made_up)
    return (node.max, node.may_be_not_applicable)
