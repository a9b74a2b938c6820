"""A verification as a person reads it: head, the rows decided on, totals, levels, what is open."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rubrik.cli.differences import compared_levels
from rubrik.cli.readings import readings_in_force
from rubrik.cli.sheets import head
from rubrik.cli.tables import SIDE_BY_SIDE, bare, heading, stacked, table
from rubrik.cli.terminal import plain
from rubrik.comparison import Verification, VerifiedRow
from rubrik.rubric import Criterion
from rubrik.saying.differences import points_of
from rubrik.saying.verifications import decisions, figures, headings, totals
from rubrik.saying.words import Words
from rubrik.scoresheet import Line

__all__ = ["verification"]


def __dir__() -> list[str]:
    return __all__


def verification(of: Verification, say: Words, width: int, *, all_readings: bool) -> Group:
    """Everything on a verification, to be drawn ``width`` columns wide."""
    sheet = of.verified
    parts: list[RenderableType] = [Text(say("verify-title"), "bold"), head(sheet, say)]
    if of.changed:
        title = heading(say("rows-decided", count=len(of.changed)))
        parts += [title, _rows(of.changed, say, width)]
    parts.append(_totals(of, say))
    parts += compared_levels(of.comparison.ratings, say, say("column-before"), say("column-after"))
    parts += _open(of.open, say)
    parts.append(
        readings_in_force(sheet.rubric.readings, sheet.readings, say, in_full=all_readings)
    )
    return Group(*parts)


# The rows that were decided on, and those that changed with them.


def _rows(rows: Sequence[VerifiedRow], say: Words, width: int) -> Table:
    texts = (say("column-name"), say("column-decision"))
    if width < SIDE_BY_SIDE:
        drawn = table(say("column-code"), " / ".join(texts), ())
        for row in rows:
            in_words = plain(" · ".join(figures(row, say, in_words=True)))
            drawn.add_row(_code(row), stacked(_name(row), in_words, _decisions(row, say)))
        return drawn
    drawn = table(say("column-code"), texts[0], headings(say), texts[1:])
    for row in rows:
        each = figures(row, say, in_words=False)
        drawn.add_row(_code(row), _name(row), *each, _decisions(row, say))
    return drawn


def _code(row: VerifiedRow) -> Text:
    return plain(row.code, _style(row))


def _name(row: VerifiedRow) -> Text:
    return plain(row.verified.node.name, _style(row))


def _style(row: VerifiedRow) -> str:
    return "" if isinstance(row.verified.node, Criterion) else "bold"


def _decisions(row: VerifiedRow, say: Words) -> Text:
    return plain("\n".join(decisions(row, say)))


# The totals.


def _totals(of: Verification, say: Words) -> Group:
    grid = bare()
    for key, figure in totals(of, say):
        grid.add_row(say(key), Text(figure, "bold") if key in _BOLD else figure)
    return Group(heading(say("totals")), grid)


_BOLD = ("total-claimed", "total-computed", "total-verified")


# What remains to be settled.


def _open(lines: Sequence[Line], say: Words) -> Iterator[RenderableType]:
    if not lines:
        yield Text(f"\n{say('rows-none-open')}")
        return
    drawn = table(
        say("column-code"), say("column-name"), (say("column-points"),), (say("column-reason"),)
    )
    for line in lines:
        points = points_of(line, say, line.claimed, line.max)
        drawn.add_row(plain(line.code), plain(line.node.name), points, plain(say.of(line.reason)))
    yield heading(say("rows-open", count=len(lines)))
    yield drawn
