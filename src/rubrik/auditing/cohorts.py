"""Rules that compare units: they need a cohort, and a word about one that is all alike."""

from collections.abc import Iterator

from rubrik.auditing.findings import Finding, Kind, Severity
from rubrik.auditing.subject import Subject
from rubrik.scorers import MinMaxNormalized
from rubrik.wording import message

__all__ = ["cohort", "constant_cohort"]


def __dir__() -> list[str]:
    return __all__


def cohort(subject: Subject) -> Iterator[Finding]:
    """Rules that give points only beside other units."""
    for node, place in subject.each_place():
        scorer = place.scorer
        if isinstance(scorer, MinMaxNormalized) and "cohort" in (scorer.low, scorer.high):
            said = message("finding-cohort")
            printed = node.printed or node.name
            yield Finding(node.code, Kind.COHORT, Severity.NOTE, said, printed)


def constant_cohort(subject: Subject) -> Iterator[Finding]:
    """Such rules that leave it open what units get that are all alike."""
    for node, place in subject.each_place():
        scorer = place.scorer
        if isinstance(scorer, MinMaxNormalized) and _is_left_open(scorer):
            said = message("finding-constant-cohort")
            asked = subject.asking(node.code, f"{place.path}.constant")
            yield subject.question(Kind.CONSTANT_COHORT, node, said, asked)


def _is_left_open(scorer: MinMaxNormalized) -> bool:
    can_meet = "cohort" in (scorer.low, scorer.high) or scorer.low == scorer.high
    return scorer.constant == "undefined" and can_meet
