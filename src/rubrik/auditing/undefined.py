"""Cases that can be reported and have no value: 0/0, growth from zero, rows of a table of 0/0."""

from collections.abc import Iterator
from fractions import Fraction

from rubrik.auditing.findings import Finding, Kind, Severity
from rubrik.auditing.subject import Subject
from rubrik.intervals import Interval
from rubrik.measures import Facts, Growth, Measure, Ratio, TableInput, Terms, narrowed
from rubrik.rubric import Node, measured_by
from rubrik.wording import Message, message

__all__ = ["undefined_case"]


def __dir__() -> list[str]:
    return __all__


_NOTHING = Interval.point(Fraction(0))


def undefined_case(subject: Subject) -> Iterator[Finding]:
    """Cases without a value that no reading of the row asks about."""
    for node in subject.ruled:
        for path, measure in measured_by(node):
            field = f"{_dotted(path)}.when_empty"
            if subject.asking(node.code, field):
                continue
            said = _case(subject, measure)
            if said is not None:
                yield subject.question(Kind.UNDEFINED_CASE, node, said, ())
    yield from _tables(subject)


def _dotted(path: tuple[str, ...]) -> str:
    """A path as readings write it: ``score.parts.0.measure``."""
    return ".".join(path).replace("[", ".").replace("]", "")


def _case(subject: Subject, measure: Measure) -> Message | None:
    match measure:
        case Growth(since=since) if _can_be_nothing(subject, Terms(((since, Fraction(1)),))):
            return message("finding-growth-from-zero", label=_labels(subject, since))
        case Ratio(of=of) if _can_be_nothing(subject, of):
            label = _labels(subject, *of.names)
            if measure.when_empty is None:
                return message("finding-zero-by-zero", label=label)
            if measure.above_one and not _goes_with(measure):
                return message("finding-some-by-zero", label=label)
            return None
        case _:
            return None


def _goes_with(measure: Ratio) -> bool:
    """Whether the part is nothing wherever the whole is, because it is counted in it."""
    whole = dict(measure.of.weights)
    is_counted = all(whole.get(name, 0) > 0 for name in measure.ratio.names)
    return is_counted and all(weight > 0 for weight in whole.values())


def _can_be_nothing(subject: Subject, of: Terms) -> bool:
    """Whether constraints leave it possible that a whole is zero."""
    read = subject.read
    span = of.span(narrowed(Facts({}, read.declared), read.constraints))
    return span.meet(_NOTHING) is not None


def _labels(subject: Subject, *names: str) -> tuple[str, ...]:
    return tuple(subject.read.declared.inputs[name].label for name in names)


def _tables(subject: Subject) -> Iterator[Finding]:
    """Tables whose sum or mean has no value once one of their rows is 0/0."""
    names = {name for node in subject.ruled for name in _reads(node)}
    tables = (each for each in subject.rubric.inputs if isinstance(each, TableInput))
    for table in tables:
        if table.empty_row is None and {table.sum, table.mean} & names:
            said = message("finding-empty-row")
            yield Finding(table.name, Kind.UNDEFINED_CASE, Severity.WARNING, said, table.label)


def _reads(node: Node) -> Iterator[str]:
    return (name for _, measure in measured_by(node) for name, _ in measure.reads)
