"""A comparison as a person reads it: heads, the rows that changed, totals, levels, readings."""

from collections.abc import Iterator, Sequence
from typing import Literal, assert_never

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rubrik.cli.differences import compared_levels, moved, points_of, signed
from rubrik.cli.tables import SIDE_BY_SIDE, heading, stacked, table
from rubrik.cli.terminal import plain
from rubrik.cli.words import Words
from rubrik.comparison import Aspect, ComparedRow, Comparison, InputChange
from rubrik.rubric import Criterion
from rubrik.scoresheet import Line, Scoresheet
from rubrik.submission import Adjudication
from rubrik.wording import Exact

__all__ = ["compared", "decided"]


def __dir__() -> list[str]:
    return __all__


def compared(found: Comparison, say: Words, width: int, *, all_rows: bool) -> Group:
    """Everything on a comparison; rows that did not change only where ``all_rows``."""
    parts: list[RenderableType] = [Text(say("compare-title"), "bold"), _heads(found, say)]
    parts += [plain(say("compare-note", note=each), "yellow") for each in found.notes]
    parts += _listed("rows-changed", found.changed, say, width)
    if not found.changed:
        parts.append(Text(say("rows-all-same")))
    if all_rows:
        parts += _listed("rows-unchanged", found.unchanged, say, width)
    elif count := sum(row.may_differ for row in found.unchanged):
        parts.append(Text(say("rows-may-differ", count=count), "dim"))
    parts.append(_totals(found, say))
    parts += compared_levels(found.ratings, say, *_sides(say))
    parts += _readings(found, say)
    return Group(*parts)


def _sides(say: Words) -> tuple[str, str]:
    return say("column-first"), say("column-second")


# Whose they are, and by what.


def _heads(found: Comparison, say: Words) -> Table:
    drawn = table("", _sides(say)[0], (), _sides(say)[1:], has_lines=False)
    sheets = (found.first, found.second)
    drawn.add_row(say("head-unit"), *(_named(each.submission.unit, say) for each in sheets))
    drawn.add_row(say("head-period"), *(_named(each.submission.period, say) for each in sheets))
    drawn.add_row(say("head-rubric"), *(_rubric(each) for each in sheets))
    return drawn


def _named(name: str, say: Words) -> Text:
    return plain(name or say("nothing"))


def _rubric(sheet: Scoresheet) -> RenderableType:
    exactly = f"{sheet.slug} · {sheet.rubric_hash[:_SHORT]}"
    return stacked(plain(sheet.rubric.title), plain(exactly, "dim"))


_SHORT = len("sha256:") + 12


# The rows.


def _listed(
    key: str, rows: Sequence[ComparedRow], say: Words, width: int
) -> Iterator[RenderableType]:
    if not rows:
        return
    yield heading(say(key, count=len(rows)))
    yield _rows(rows, say, width)


def _rows(rows: Sequence[ComparedRow], say: Words, width: int) -> Table:
    texts = (say("column-name"), say("column-changed"))
    if width < SIDE_BY_SIDE:
        drawn = table(say("column-code"), " / ".join(texts), ())
        for row in rows:
            in_words = plain(" · ".join(_figures(row, say, " → ")))
            drawn.add_row(_code(row), stacked(_name(row), in_words, _changed(row, say)))
        return drawn
    drawn = table(say("column-code"), texts[0], _headings(say), texts[1:])
    for row in rows:
        drawn.add_row(_code(row), _name(row), *_numbers(row, say, "\n→ "), _changed(row, say))
    return drawn


def _headings(say: Words) -> tuple[str, ...]:
    return say("column-claimed"), say("column-points"), say("column-difference")


def _code(row: ComparedRow) -> Text:
    return plain(row.code, _style(row))


def _name(row: ComparedRow) -> Text:
    return plain(row.node.name, _style(row))


def _style(row: ComparedRow) -> str:
    return "" if isinstance(row.node, Criterion) else "bold"


def _changed(row: ComparedRow, say: Words) -> Text:
    return plain("\n".join(_changes(row, say)))


def _figures(row: ComparedRow, say: Words, arrow: str) -> Iterator[str]:
    """Each figure after its name."""
    for name, figure in zip(_headings(say), _numbers(row, say, arrow), strict=True):
        yield say("figure", name=name, figure=figure)


def _numbers(row: ComparedRow, say: Words, arrow: str) -> Iterator[str]:
    """Claim, points and difference; what it was and what it is, or once where it is the same."""
    lines = (row.first, row.second)
    claims = [None if line is None else line.claimed for line in lines]
    ends = [end for line in lines if line for end in (line.within.low, line.within.high)]
    claimed = [say.number(each, *claims, *ends) for each in claims]
    points = [points_of(line, say, *claims, *ends) for line in lines]
    for pair in (claimed, points):
        yield arrow.join(dict.fromkeys(pair))
    yield moved(row.difference_within, say)


# What changed in a row.


def _changes(row: ComparedRow, say: Words) -> Iterator[str]:
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
                yield from (_input(each, say) for each in row.inputs)
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


def _input(changed: InputChange, say: Words) -> str:
    before, after = (each or say("nothing") for each in (changed.first, changed.second))
    return say("input-changed", label=changed.label, name=changed.name, first=before, second=after)


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


# The totals, and the readings.


def _totals(found: Comparison, say: Words) -> Group:
    sheets = (found.first, found.second)
    claims, maxima = [each.claimed for each in sheets], [each.max for each in sheets]
    ends = [end for each in sheets for end in (each.within.low, each.within.high)]
    points = [points_of(each, say, *ends, *claims) for each in sheets]
    columns = (_sides(say)[1], say("column-difference"))
    drawn = table("", _sides(say)[0], (), columns, has_lines=False)
    claimed = (say.number(each, *claims, *ends) for each in claims)
    drawn.add_row(say("total-claimed"), *claimed, signed(found.claimed_difference, say))
    drawn.add_row(say("total-computed"), *points, moved(found.difference_within, say))
    drawn.add_row(say("total-max"), *(say.number(each, *maxima) for each in maxima))
    return Group(heading(say("totals")), drawn)


def _readings(found: Comparison, say: Words) -> Iterator[RenderableType]:
    """Those that both sheets have, and how many only one of them has."""
    both = [each for each in found.readings if None not in (each.first, each.second)]
    if found.readings:
        yield heading(say("readings-changed", count=len(found.readings)))
    if both:
        sides = _sides(say)
        drawn = table(say("column-reading"), sides[0], (), sides[1:], has_lines=False)
        for each in both:
            drawn.add_row(plain(each.id), plain(each.first or ""), plain(each.second or ""))
        yield drawn
    if len(both) < len(found.readings):
        yield Text(say("readings-of-one", count=len(found.readings) - len(both)), "dim")
