"""A scoresheet as a person reads it: head, one table, totals, what is still missing, readings."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rubrik.classifier import ratings
from rubrik.cli.levels import rated
from rubrik.cli.readings import readings_in_force
from rubrik.cli.tables import SIDE_BY_SIDE, bare, heading, stacked, table
from rubrik.cli.terminal import plain
from rubrik.comparison import open_rows
from rubrik.rubric import Criterion
from rubrik.saying.naming import exactly
from rubrik.saying.sheets import missing, totals
from rubrik.saying.words import Words
from rubrik.scoresheet import Line, Scoresheet, Verdict

__all__ = ["head", "is_open", "sheet"]


def __dir__() -> list[str]:
    return __all__


_STYLES = {
    Verdict.OVER_CLAIMED: "red",
    Verdict.UNDER_CLAIMED: "cyan",
    Verdict.CONSISTENT: "green",
    Verdict.NOT_VERIFIABLE: "yellow",
    None: "dim",
}


def is_open(of: Scoresheet) -> bool:
    """Whether some row that counts is missing or undefined, or has no single number of points."""
    return bool(open_rows(of))


def sheet(of: Scoresheet, say: Words, width: int, *, all_readings: bool) -> Group:
    """Everything on a scoresheet, to be drawn ``width`` columns wide."""
    title = Text(say("sheet-title"), "bold")
    parts: list[RenderableType] = [title, head(of, say), _rows(of, say, width), _totals(of, say)]
    parts += rated(ratings(of), say)
    if of.open_inputs:
        title = heading(say("missing-inputs", count=len(of.open_inputs)))
        parts += [title, _missing(of, say)]
    parts.append(readings_in_force(of.rubric.readings, of.readings, say, in_full=all_readings))
    return Group(*parts)


def head(of: Scoresheet, say: Words) -> Table:
    """Whose sheet it is, and by what it was made."""
    grid = bare()
    submission, rubric = of.submission, of.rubric
    grid.add_row(say("head-unit"), plain(submission.unit or say("nothing"), "bold"))
    grid.add_row(say("head-period"), plain(submission.period or say("nothing")))
    grid.add_row(say("head-rubric"), plain(rubric.title))
    grid.add_row("", plain(exactly(rubric.slug, rubric.content_hash)))
    grid.add_row(say("head-version"), plain(f"rubrik {of.version}"))
    return grid


# One row for each group and criterion.


def _rows(of: Scoresheet, say: Words, width: int) -> Table:
    side_by_side = width >= SIDE_BY_SIDE
    numbers = (say("column-claimed"), say("column-computed"), say("column-max"))
    texts = (say("column-name"), say("column-reason"))
    columns = texts if side_by_side else (" / ".join(texts),)
    verdict = say("column-verdict")
    drawn = table(say("column-code"), columns[0], numbers, (verdict, *columns[1:]))
    if not side_by_side:
        drawn.columns[-1].max_width = _VERDICT_WIDTH
    for line in of.lines:
        drawn.add_row(*_row(line, say, side_by_side=side_by_side))
    return drawn


_VERDICT_WIDTH = 13  # two lines of it leave room for the texts


def _row(line: Line, say: Words, *, side_by_side: bool) -> Iterator[RenderableType]:
    name, reason = _name(line, say), _reason(line, say)
    yield plain(line.code, "" if isinstance(line.node, Criterion) else "bold")
    yield name if side_by_side else stacked(name, reason)
    yield say.number(line.claimed, line.max, line.within.low, line.within.high)
    yield say.span(line.within, line.claimed, line.max) if line.bears_points else say("nothing")
    yield say.number(line.max)
    verdict = say("no-claim") if line.verdict is None else say.of(line.verdict.wording)
    yield Text(verdict, _STYLES[line.verdict])
    if side_by_side:
        yield reason


def _name(line: Line, say: Words) -> Text:
    name = plain(line.node.name, "" if isinstance(line.node, Criterion) else "bold")
    return name if line.counted else name.append(f" {say('not-counted')}", "dim")


def _reason(line: Line, say: Words) -> Text:
    said = [say.of(line.reason), *(say.of(note) for note in line.notes)]
    return plain("\n".join(said))


# The totals.


def _totals(of: Scoresheet, say: Words) -> Group:
    grid = bare()
    for key, figure in totals(of, say):
        grid.add_row(say(key), Text(figure, "bold") if key in _BOLD else figure)
    return Group(heading(say("totals")), grid)


_BOLD = ("total-claimed", "total-computed")


# What was not reported.


def _missing(of: Scoresheet, say: Words) -> Table:
    drawn = table(say("column-input"), say("column-label"), (), (say("column-needed-by"),))
    for each in missing(of, say):
        label = plain(each.label)
        if each.instead:
            label.append("\n").append_text(plain(say("or-report", names=each.instead), "dim"))
        drawn.add_row(plain(each.name), label, "\n".join(each.needed_by))
    return drawn
