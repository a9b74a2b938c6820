"""Worked examples: each row has some, and each of them comes out as written."""

from collections.abc import Iterator

from attrs import evolve

from rubrik.absence import Status
from rubrik.auditing.findings import Finding, Kind, Severity
from rubrik.auditing.subject import Subject
from rubrik.errors import RubrikError
from rubrik.measures import Input, TableInput, links
from rubrik.rubric import Criterion, Example, Node, Rubric, measured_by
from rubrik.scoring import score
from rubrik.submission import Submission
from rubrik.wording import Exact, Message, message

__all__ = ["example_fails", "no_examples"]


def __dir__() -> list[str]:
    return __all__


def no_examples(subject: Subject) -> Iterator[Finding]:
    """Criteria with a rule and no worked case of it."""
    for node in subject.criteria:
        if node.score is not None and not node.examples:
            said = message("finding-no-examples")
            printed = node.printed or node.name
            yield Finding(node.code, Kind.NO_EXAMPLES, Severity.WARNING, said, printed)


def example_fails(subject: Subject) -> Iterator[Finding]:
    """Examples whose points or status are not those that the rule gives, or that it refuses."""
    for node in subject.criteria:
        alone: dict[tuple[tuple[str, str], ...], Rubric] = {}
        for index, example in enumerate(node.examples):
            said = _failure(subject.rubric, node, example, alone)
            if said is not None:
                whole = message("finding-example", number=index + 1, failure=said)
                printed = node.printed or node.name
                yield Finding(node.code, Kind.EXAMPLE_FAILS, Severity.ERROR, whole, printed)


def _failure(
    rubric: Rubric,
    node: Criterion,
    example: Example,
    alone: dict[tuple[tuple[str, str], ...], Rubric],
) -> Message | None:
    """How an example comes out otherwise than written, or ``None``."""
    try:
        key = tuple(sorted(example.readings.items()))
        if key not in alone:
            read = rubric.under(example.readings).nodes[node.code]
            alone[key] = _only(rubric, read, node.examples)
        report = Submission(rubric=rubric.slug, inputs=example.inputs)
        bounds = {} if example.cohort is None else {node.code: example.cohort}
        line = score(alone[key], report, cohort=bounds).line(node.code)
    except RubrikError as error:
        reasons = tuple(each.message for each in error.problems) or (error.message,)
        return message("finding-example-refused", reasons=reasons)
    if (line.status, line.points) == (example.status, example.points):
        return None
    found, written = _outcome(line.status, line.points), _outcome(example.status, example.points)
    return message("finding-example-differs", found=found, written=written)


def _outcome(status: Status, points: object) -> Message:
    if points is None:
        return status.wording
    return message("points", points=Exact(points))  # type: ignore[arg-type]


def _only(rubric: Rubric, node: Node, examples: tuple[Example, ...]) -> Rubric:
    """The rubric of one row, read as it is to be: that row, and the inputs that bear on it."""
    reads = (name for _, measure in measured_by(node) for name, _ in measure.reads)
    names = {*reads, *(name for example in examples for name in example.inputs)}
    ties = links(rubric.constraints)
    tied = {ties[name] for name in names if name in ties}
    constraints = tuple(each for each in rubric.constraints if ties[each.names[0]] in tied)
    names |= {name for each in constraints for name in each.names}
    inputs = tuple(each for each in rubric.inputs if names & _all_names(each))
    row = evolve(node, parent=None)
    return evolve(rubric, nodes=(row,), inputs=inputs, constraints=constraints, readings=())


def _all_names(declared: Input) -> set[str]:
    """The names by which an input can be reported."""
    if isinstance(declared, TableInput):
        return {declared.name, *(each.name for each in declared.aggregates)}
    return {declared.name}
