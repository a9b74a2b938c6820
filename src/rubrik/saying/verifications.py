"""A verification in words: figures, decisions, and how many there are."""

from collections import Counter
from collections.abc import Iterator

from rubrik.comparison import Verification, VerifiedRow
from rubrik.saying.comparisons import decided
from rubrik.saying.differences import moved, points_of
from rubrik.saying.words import Words
from rubrik.submission import Decision

__all__ = ["decisions", "figures", "headings", "totals"]


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


def totals(of: Verification, say: Words) -> Iterator[tuple[str, str]]:
    """What the whole comes to, and against what: keys with a figure each."""
    sheets = (of.computed, of.verified)
    ends = [end for each in sheets for end in (each.within.low, each.within.high)]
    beside = (of.claimed, of.verified.max, *ends)
    yield "total-claimed", say.number(of.claimed, *beside)
    yield "total-computed", points_of(of.computed, say, *beside)
    yield "total-verified", points_of(of.verified, say, *beside)
    yield "total-max", say.number(of.verified.max, *beside)
    yield "total-against-claim", moved(of.against_claim, say)
    yield "total-against-computed", moved(of.against_computed, say)
    yield "head-decisions", _counted(of, say)


def _counted(of: Verification, say: Words) -> str:
    """How many decisions of each kind there are."""
    found = Counter(each.decision for each in of.submission.adjudications)
    counts = [say(f"decided-{each.value}", count=found[each]) for each in Decision if found[each]]
    return " · ".join(counts) or say("decisions-none")
