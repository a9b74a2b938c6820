"""Inputs against the rules that read them, and against the form that asks for them."""

from collections.abc import Iterable, Iterator

from rubrik.auditing.findings import Finding, Kind, Severity
from rubrik.auditing.subject import Subject
from rubrik.measures import Declared, Growth, Input, Measure, Ratio, TableInput
from rubrik.rubric import Node, measured_by
from rubrik.rubric.readings import defaults_of, rows_under
from rubrik.wording import message

__all__ = ["input_unused", "no_form_item", "unscored_read"]


def __dir__() -> list[str]:
    return __all__


def input_unused(subject: Subject) -> Iterator[Finding]:
    """Inputs that no rule reads, though they are not marked unscored."""
    by_default = _names(subject.rows)
    by_option = _optional(subject)
    for each in subject.rubric.inputs:
        own = _own_names(each)
        if each.unscored or own & by_default:
            continue
        readings = tuple(reading for reading, names in by_option.items() if own & names)
        if readings:
            said = message("finding-input-by-reading", readings=readings)
            yield Finding(each.name, Kind.INPUT_UNUSED, Severity.NOTE, said, each.label)
        else:
            said = message("finding-input-unused")
            yield Finding(each.name, Kind.INPUT_UNUSED, Severity.WARNING, said, each.label)


def unscored_read(subject: Subject) -> Iterator[Finding]:
    """Inputs marked unscored that a rule reads all the same."""
    by_default = _names(subject.rows)
    for each in subject.rubric.inputs:
        if each.unscored and _own_names(each) & by_default:
            said = message("finding-unscored-read")
            yield Finding(each.name, Kind.UNSCORED_READ, Severity.WARNING, said, each.label)


def _names(nodes: Iterable[Node]) -> set[str]:
    """The inputs that rows read."""
    measures = (measure for node in nodes for _, measure in measured_by(node))
    return {name for measure in measures for name, _ in measure.reads}


def _own_names(declared: Input) -> set[str]:
    """The names by which rules read an input."""
    if isinstance(declared, TableInput):
        return {each.name for each in declared.aggregates}
    return {declared.name}


def _optional(subject: Subject) -> dict[str, set[str]]:
    """The inputs that rows read under some option of a reading, by reading."""
    rows = {node.code: node for node in subject.rubric.nodes}
    defaults = defaults_of(subject.rubric.readings)
    found: dict[str, set[str]] = {}
    for reading in subject.rubric.readings:
        for option in reading.options:
            names = _names(rows_under(option, reading, rows, defaults))
            found[reading.id] = found.get(reading.id, set()) | names
    return found


def no_form_item(subject: Subject) -> Iterator[Finding]:
    """Criteria that read what the form never asks for, where the rubric names items of a form."""
    if not any(each.form for each in subject.rubric.inputs):
        return
    declared = subject.read.declared
    for node in subject.criteria:
        absent = dict.fromkeys(
            name for _, measure in measured_by(node) for name in _unasked(measure, declared)
        )
        if absent:
            labels = tuple(declared.inputs[name].label for name in absent)
            said = message("finding-no-form-item", labels=labels)
            printed = node.printed or node.name
            yield Finding(node.code, Kind.NO_FORM_ITEM, Severity.NOTE, said, printed)


def _unasked(measure: Measure, declared: Declared) -> list[str]:
    """What a measure reads and no item of the form asks for; a stated share answers for counts."""
    names = [name for name, _ in measure.reads]
    if isinstance(measure, Ratio | Growth) and measure.stated is not None:
        if declared.inputs[measure.stated].form:
            return []
        names = list(measure.counts)
    return [name for name in names if not declared.inputs[name].form]
