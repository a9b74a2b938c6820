"""What two sheets say otherwise, in words: figures from and to, and what changed in a row."""

from collections.abc import Iterator
from typing import Literal, assert_never

from rubrik.comparison import Aspect, ComparedRow, InputChange
from rubrik.saying.differences import moved, points_of
from rubrik.saying.inputs import answered
from rubrik.saying.words import Words
from rubrik.scoresheet import Line
from rubrik.submission import Adjudication
from rubrik.wording import Exact

__all__ = ["changes", "decided", "figures", "headings", "numbers"]


def __dir__() -> list[str]:
    return __all__


def headings(say: Words) -> tuple[str, ...]:
    """What the figures of a row are called."""
    return say("column-claimed"), say("column-points"), say("column-difference")


def figures(row: ComparedRow, say: Words, arrow: str) -> Iterator[str]:
    """Each figure after its name."""
    for name, figure in zip(headings(say), numbers(row, say, arrow), strict=True):
        yield say("figure", name=name, figure=figure)


def numbers(row: ComparedRow, say: Words, arrow: str) -> Iterator[str]:
    """Claim, points and difference; what it was and what it is, or once where it is the same."""
    lines = (row.first, row.second)
    claims = [None if line is None else line.claimed for line in lines]
    ends = [end for line in lines if line for end in (line.within.low, line.within.high)]
    claimed = [say.number(each, *claims, *ends) for each in claims]
    points = [points_of(line, say, *claims, *ends) for line in lines]
    for pair in (claimed, points):
        yield arrow.join(dict.fromkeys(pair))
    yield moved(row.difference_within, say)


def changes(row: ComparedRow, say: Words) -> Iterator[str]:
    """What changed in a row, a line for each thing."""
    one, other = row.first, row.second
    if one is None or other is None:
        yield say("only-in-second" if one is None else "only-in-first")
        yield from (say.of(line.reason) for line in (one, other) if line is not None)
        return
    if row.may_differ:
        yield say("open-in-both")
    yield from _otherwise(row, one, other, say)
    yield from _reasons(one, other, say)


def _otherwise(row: ComparedRow, one: Line, other: Line, say: Words) -> Iterator[str]:
    """What the columns do not show, a line for each."""
    for aspect in row.aspects:
        match aspect:
            case Aspect.NAME | Aspect.MAX | Aspect.STATUS | Aspect.ADJUDICATION:
                before, after = _pair(aspect, one, other, say)
                yield say("aspect-from-to", aspect=aspect.wording, first=before, second=after)
            case Aspect.READING:
                yield say("reading-changed", names=row.readings)
            case Aspect.INPUTS:
                yield from (_input(each, one, other, say) for each in row.inputs)
            case Aspect.RULE | Aspect.COHORT | Aspect.EVIDENCE:
                yield say("aspect-changed", aspect=aspect.wording)
            case Aspect.PRESENCE | Aspect.CLAIM | Aspect.POINTS:
                pass  # the columns show them
            case _:
                assert_never(aspect)


def _pair(
    aspect: Literal[Aspect.NAME, Aspect.MAX, Aspect.STATUS, Aspect.ADJUDICATION],
    one: Line,
    other: Line,
    say: Words,
) -> tuple[str, str]:
    """What it was, and what it is."""
    match aspect:
        case Aspect.NAME:
            return f"“{one.node.name}”", f"“{other.node.name}”"
        case Aspect.MAX:
            return say.number(one.max, other.max), say.number(other.max, one.max)
        case Aspect.STATUS:
            return say.of(one.status.wording), say.of(other.status.wording)
        case Aspect.ADJUDICATION:
            return decided(one.adjudication, say), decided(other.adjudication, say)
        case _:
            assert_never(aspect)


def _input(changed: InputChange, one: Line, other: Line, say: Words) -> str:
    before = _answer(one, changed.name, changed.first, say)
    after = _answer(other, changed.name, changed.second, say)
    return say("input-changed", label=changed.label, name=changed.name, first=before, second=after)


def _answer(line: Line, name: str, answer: str | None, say: Words) -> str:
    if answer is None:
        return say("nothing")
    return answered(line.sheet.interpretation.declared.inputs[name], answer) or say("nothing")


def decided(decision: Adjudication | None, say: Words) -> str:
    """What was decided, why, and by which record."""
    if decision is None:
        return say("nothing")
    key = f"decision-{decision.decision.value}"
    points = {} if decision.points is None else {"points": Exact(decision.points)}
    said = say(key, **points)
    if decision.reason:
        said = say("decision-because", decision=said, reason=decision.reason)
    if decision.reference:
        said = say("decision-by", decision=said, reference=decision.reference)
    return said


def _reasons(one: Line, other: Line, say: Words) -> Iterator[str]:
    before, after = say.of(one.reason), say.of(other.reason)
    if before == after:
        yield before
    else:
        yield say("reason-first", reason=before)
        yield say("reason-second", reason=after)
