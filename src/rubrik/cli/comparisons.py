"""A comparison as a person reads it: heads, the rows that changed, totals, levels, readings."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rubrik.cli.differences import compared_levels
from rubrik.cli.tables import SIDE_BY_SIDE, heading, stacked, table
from rubrik.cli.terminal import plain
from rubrik.comparison import ComparedRow, Comparison
from rubrik.rubric import Criterion
from rubrik.saying.comparisons import changes, figures, headings, numbers
from rubrik.saying.differences import moved, points_of, signed
from rubrik.saying.naming import exactly
from rubrik.saying.words import Words
from rubrik.scoresheet import Scoresheet

__all__ = ["compared"]


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
    named = exactly(sheet.slug, sheet.rubric_hash)
    return stacked(plain(sheet.rubric.title), plain(named, "dim"))


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
            in_words = plain(" · ".join(figures(row, say, " → ")))
            drawn.add_row(_code(row), stacked(_name(row), in_words, _changed(row, say)))
        return drawn
    drawn = table(say("column-code"), texts[0], headings(say), texts[1:])
    for row in rows:
        drawn.add_row(_code(row), _name(row), *numbers(row, say, "\n→ "), _changed(row, say))
    return drawn


def _code(row: ComparedRow) -> Text:
    return plain(row.code, _style(row))


def _name(row: ComparedRow) -> Text:
    return plain(row.node.name, _style(row))


def _style(row: ComparedRow) -> str:
    return "" if isinstance(row.node, Criterion) else "bold"


def _changed(row: ComparedRow, say: Words) -> Text:
    return plain("\n".join(changes(row, say)))


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
