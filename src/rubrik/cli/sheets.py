"""A scoresheet as a person reads it: head, one table, totals, what is still missing, readings."""

from collections import Counter
from collections.abc import Iterator, Mapping

import attrs
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rubrik.absence import Status
from rubrik.classifier import ratings
from rubrik.cli.inputs import described, tables_of
from rubrik.cli.levels import rated
from rubrik.cli.readings import readings_in_force
from rubrik.cli.tables import SIDE_BY_SIDE, bare, heading, stacked, table
from rubrik.cli.terminal import plain
from rubrik.cli.words import Words
from rubrik.comparison import open_rows
from rubrik.measures import Growth, Ratio
from rubrik.rubric import Criterion, measured_by
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
    grid.add_row("", plain(f"{rubric.slug} · {rubric.content_hash[:_SHORT]}"))
    grid.add_row(say("head-version"), plain(f"rubrik {of.version}"))
    return grid


_SHORT = len("sha256:") + 12


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
    low, high = of.within.low, of.within.high
    if of.bears_points:
        grid.add_row(say("total-claimed"), Text(say.number(of.claimed, low, high, of.max), "bold"))
        grid.add_row(say("total-computed"), Text(_computed(of, say), "bold"))
        grid.add_row(say("total-max"), say.number(of.max, of.claimed))
    if of.checklist is not None:
        grid.add_row(say("total-checklist"), say("checklist", **attrs.asdict(of.checklist)))
    rows = [line for line in of.lines if line.counted and line.ruled]
    grid.add_row(say("total-verdicts"), _counted(_verdicts(rows, say)))
    grid.add_row(say("total-statuses"), _counted(_statuses(rows, say)))
    grid.add_row(say("total-policy"), say(f"policy-{of.missing.value}"))
    return Group(heading(say("totals")), grid)


def _computed(of: Scoresheet, say: Words) -> str:
    span = say.span(of.within, of.claimed, of.max)
    said = {Verdict.OVER_CLAIMED: "claim-out-of-reach", Verdict.UNDER_CLAIMED: "claim-below"}
    if of.verdict not in said or of.within.is_point:
        return span
    return f"{span} {say(said[of.verdict])}"


def _verdicts(rows: list[Line], say: Words) -> Mapping[str, int]:
    found = Counter(row.verdict for row in rows)
    named = {say.of(verdict.wording): found[verdict] for verdict in Verdict}
    return {**named, say("no-claim"): found[None]}


def _statuses(rows: list[Line], say: Words) -> Mapping[str, int]:
    found = Counter(row.status for row in rows)
    return {say.of(status.wording): found[status] for status in Status}


def _counted(found: Mapping[str, int]) -> str:
    return " · ".join(f"{name} {count}" for name, count in found.items() if count)


# What was not reported.


def _missing(of: Scoresheet, say: Words) -> Table:
    drawn = table(say("column-input"), say("column-label"), (), (say("column-needed-by"),))
    declared = of.interpretation.declared.inputs
    for name in of.open_inputs:
        needed = [line for line in of.lines if _needs(line, name)]
        shares = dict.fromkeys(each for line in needed for each in _instead(line, name))
        also = (*shares, *tables_of(name, of.interpretation))
        label = plain(described(declared[name], say))
        if also:
            label.append("\n").append_text(plain(say("or-report", names=also), "dim"))
        drawn.add_row(plain(name), label, "\n".join(_worth(line, of, say) for line in needed))
    return drawn


def _needs(line: Line, name: str) -> bool:
    return line.ruled and any(absence.missing == name for absence in line.absent)


def _instead(line: Line, name: str) -> Iterator[str]:
    """The stated shares that would answer in the place of a count."""
    for _, measure in measured_by(line.node):
        if isinstance(measure, Ratio | Growth) and measure.stated:
            reads = {read for read, _ in measure.reads}
            yield from {measure.stated} if name in reads - {measure.stated} else ()


def _worth(line: Line, of: Scoresheet, say: Words) -> str:
    """What a row can still come to, also where the policy counts nothing for it."""
    if not line.bears_points:
        return line.code
    within = of.forms[line.code].span(of.facts).within
    return say("worth", code=line.code, points=say.span(within, line.claimed, line.max))
