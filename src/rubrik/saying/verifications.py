"""A verification in words: figures, decisions, and how many there are."""

from collections import Counter
from collections.abc import Iterator

from rubrik.comparison import Verification, VerifiedRow
from rubrik.saying.comparisons import decided
from rubrik.saying.differences import moved, points_of
from rubrik.saying.words import Words
from rubrik.submission import Decision

__all__ = ["counted", "decisions", "figures", "headings"]


def __dir__() -> list[str]:
    return __all__


_FIGURES = ("claimed", "computed", "verified", "max", "against-claim")


def headings(say: Words) -> list[str]:
    """What the figures of a row are called."""
    return [say(f"column-{each}") for each in _FIGURES]


def figures(row: VerifiedRow, say: Words, *, in_words: bool) -> Iterator[str]:
    """Claimed, computed, verified, maximum and difference, each after its name ``in_words``."""
    lines = (row.computed, row.verified)
    ends = [end for line in lines for end in (line.within.low, line.within.high)]
    beside = (row.claimed, row.verified.max, *ends)
    figures = (
        say.number(row.claimed, *beside),
        *(points_of(line, say, *beside) for line in lines),
        say.number(row.verified.max, *beside),
        moved(row.against_claim, say),
    )
    for name, figure in zip(headings(say), figures, strict=True):
        yield say("figure", name=name, figure=figure) if in_words else figure


def decisions(row: VerifiedRow, say: Words) -> Iterator[str]:
    """What was decided, or else what became of the row by other decisions."""
    if row.adjudication is None:
        yield say.of(row.verified.reason)
    else:
        yield decided(row.adjudication, say)
    if row.superseded is not None:
        yield say("decision-superseded", decision=decided(row.superseded, say))


def counted(of: Verification, say: Words) -> str:
    """How many decisions of each kind there are."""
    found = Counter(each.decision for each in of.submission.adjudications)
    counts = [say(f"decided-{each.value}", count=found[each]) for each in Decision if found[each]]
    return " · ".join(counts) or say("decisions-none")
