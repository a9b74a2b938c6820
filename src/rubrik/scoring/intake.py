"""Reading a submission against a rubric: every fact in its domain, or all that is wrong."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import chain

from rubrik.compiled import reader
from rubrik.errors import NumberError, Problem, SubmissionError, bounded, meant
from rubrik.intervals import Interval, hull
from rubrik.measures import (
    OUT_OF_DOMAIN,
    Facts,
    Input,
    Reported,
    TableInput,
    Value,
)
from rubrik.reasons import between
from rubrik.rubric import Criterion, Group, Interpretation, Node
from rubrik.submission import Decision, Submission
from rubrik.wording import Arg, message, named, quoted

__all__ = ["intake"]


def __dir__() -> list[str]:
    return __all__


_NOTHING = Interval.point(Fraction(0))


def intake(read: Interpretation, submission: Submission, cohorts: Iterable[str] = ()) -> Facts:
    """The facts of a submission, ready for the rules of a rubric.

    ``cohorts`` are the codes that bounds of a cohort were given for.

    Raises:
        SubmissionError: with every problem found: names and codes that the rubric does not have,
            values outside their domains, parts larger than their whole, broken constraints.
    """
    at_sight = reader(read).read(submission.inputs)
    known: dict[str, Value] = {} if at_sight is None else at_sight
    problems = chain(
        () if at_sight is not None else _values(read, submission, known),
        _underived(submission),
        _unknown_codes(read, submission, cohorts),
        _twice_adjudicated(submission),
        _must_apply(read, submission),
        _wrongly_adjudicated(read, submission),
        () if at_sight is not None else _too_large_parts(read, known),
        () if at_sight is not None else _broken_constraints(read, known),
    )
    found = bounded(problems)
    if found:
        raise SubmissionError(found)
    return Facts(known, read.declared, undefined=_undefined(read, submission, known))


def _values(
    read: Interpretation, submission: Submission, known: dict[str, Value]
) -> Iterator[Problem]:
    """Put every value that can be read into ``known``; those of a table count before its sums."""
    inputs = read.declared.inputs
    tables: dict[str, Value] = {}
    for name, reported in submission.inputs.items():
        declared = inputs.get(name)
        if declared is None:
            yield _unknown(("inputs", name), "unknown-input", name, inputs)
            continue
        try:
            if isinstance(declared, TableInput):
                tables |= declared.facts(declared.read(reported))
            else:
                known[name] = declared.read(reported)
        except NumberError as error:
            yield _refused(declared, reported, error)
    known |= tables


def _undefined(
    read: Interpretation, submission: Submission, known: Mapping[str, Value]
) -> frozenset[str]:
    """The aggregates that a reported table does not have, because some row of it is 0/0."""
    tables = read.declared.tables
    reported = (sums for table, sums in tables.items() if table in submission.inputs)
    return frozenset(name for sums in reported for name in sums if name not in known)


def _underived(submission: Submission) -> Iterator[Problem]:
    for name in submission.derived:
        if name not in submission.inputs:
            yield Problem(("derived", name), message("derived-without-value", name=named(name)))


def _refused(declared: Input, reported: Reported, error: NumberError) -> Problem:
    said: dict[str, Arg] = {
        "label": declared.label,
        "value": quoted(str(reported)),
        "allowed": declared.allowed,
    }
    if error.message == OUT_OF_DOMAIN:
        refusal = message("input-refused", **said)
    else:
        refusal = message("input-refused-because", why=error.message, **said)
    return Problem(("inputs", declared.name), refusal, error.hint)


def _unknown(path: tuple[str, ...], key: str, name: str, known: Iterable[str]) -> Problem:
    hint = meant(name, known)
    return Problem(path, message(key, name=named(name)), hint)


def _unknown_codes(
    read: Interpretation, submission: Submission, cohorts: Iterable[str]
) -> Iterator[Problem]:
    tables: tuple[tuple[str, Iterable[str]], ...] = (
        ("claims", submission.claims),
        ("evidence", submission.evidence),
        ("adjudication", [code for code in _adjudicated(submission) if code not in read.nodes]),
        ("not_applicable", submission.not_applicable),
        ("cohort", cohorts),
    )
    for table, codes in tables:
        for code in codes:
            if code not in read.scored:
                known = (each for each in read.nodes if each in read.scored)
                yield _unknown((table, code), "unknown-node", code, known)


def _adjudicated(submission: Submission) -> list[str]:
    return [each.code for each in submission.adjudications]


def _twice_adjudicated(submission: Submission) -> Iterator[Problem]:
    codes = Counter(_adjudicated(submission))
    for code, times in codes.items():
        if times > 1:
            yield Problem(("adjudication", code), message("stands-twice"))


def _must_apply(read: Interpretation, submission: Submission) -> Iterator[Problem]:
    for code in submission.not_applicable:
        node = read.nodes.get(code)
        if isinstance(node, Criterion) and not node.may_be_not_applicable:
            yield Problem(("not_applicable", code), message("must-apply"))


def _wrongly_adjudicated(read: Interpretation, submission: Submission) -> Iterator[Problem]:
    """Decisions that give points which the rubric does not have for the row."""
    for each in submission.adjudications:
        node = read.nodes.get(each.code)
        if isinstance(node, Group) and node.counts == "parts":
            yield Problem(("adjudication", each.code), message("group-adjudicated"))
        if node is None or each.code not in read.ruled:
            continue
        claim = submission.claims.get(each.code)
        if each.decision is Decision.ACCEPT and claim is None:
            yield Problem(("adjudication", each.code), message("accept-without-claim"))
        points = claim if each.decision is Decision.ACCEPT else each.points
        within = _allowed(read, node)
        if points is not None and points not in within:
            said = message("adjudicated-outside", points=points, allowed=between(within))
            yield Problem(("adjudication", each.code), said)


def _allowed(read: Interpretation, node: Node) -> Interval:
    """The points that a verifier can give a row: what its rule can, none, and its maximum."""
    within = read.bounds(node.code).within or _NOTHING
    most = _NOTHING if node.max is None else Interval.point(node.max)
    return hull((within, _NOTHING, most))


def _too_large_parts(read: Interpretation, known: dict[str, Value]) -> Iterator[Problem]:
    inputs = read.declared.inputs
    exceeding = {(each.ratio, each.of): each for each in read.ratios if each.exceeds(known)}
    for ratio in exceeding.values():
        part, whole = ratio.ratio.names[0], ratio.of.names[-1]
        said = message(
            "part-exceeds-whole",
            part=inputs[part].label,
            part_value=ratio.ratio.plain(known),
            whole=inputs[whole].label,
            whole_value=ratio.of.total(known) or 0,
        )
        yield Problem(("inputs", part), said)


def _broken_constraints(read: Interpretation, known: dict[str, Value]) -> Iterator[Problem]:
    for constraint in read.constraints:
        if constraint.is_broken(known):
            values = tuple(f"{name} = {known[name]}" for name in constraint.names)
            said = message("constraint-broken", constraint=str(constraint), values=values)
            yield Problem(("inputs", constraint.names[0]), said)
