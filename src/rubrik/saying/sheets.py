"""A scoresheet in words: its totals, how its rows came out, and what is still missing."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs
from attrs import frozen

from rubrik.absence import Status
from rubrik.measures import Growth, Ratio
from rubrik.rubric import measured_by
from rubrik.saying.inputs import described, tables_of
from rubrik.saying.words import Words
from rubrik.scoresheet import Line, Scoresheet, Verdict

__all__ = ["MissingInput", "computed", "missing", "totals"]


def __dir__() -> list[str]:
    return __all__


def totals(of: Scoresheet, say: Words) -> Iterator[tuple[str, str]]:
    """What the whole comes to, and how its rows came out: keys with a figure each."""
    low, high = of.within.low, of.within.high
    if of.bears_points:
        yield "total-claimed", say.number(of.claimed, low, high, of.max)
        yield "total-computed", computed(of, say)
        yield "total-max", say.number(of.max, of.claimed)
    if of.checklist is not None:
        yield "total-checklist", say("checklist", **attrs.asdict(of.checklist))
    rows = [line for line in of.lines if line.counted and line.ruled]
    yield "total-verdicts", _counted(_verdicts(rows, say))
    yield "total-statuses", _counted(_statuses(rows, say))
    yield "total-policy", say(f"policy-{of.missing.value}")


def computed(of: Scoresheet, say: Words) -> str:
    """The total, and whether the claim is out of its reach."""
    span = say.span(of.within, of.claimed, of.max)
    said = {Verdict.OVER_CLAIMED: "claim-out-of-reach", Verdict.UNDER_CLAIMED: "claim-below"}
    if of.verdict not in said or of.within.is_point:
        return span
    return f"{span} {say(said[of.verdict])}"


def _verdicts(rows: Sequence[Line], say: Words) -> Mapping[str, int]:
    found = Counter(row.verdict for row in rows)
    named = {say.of(verdict.wording): found[verdict] for verdict in Verdict}
    return {**named, say("no-claim"): found[None]}


def _statuses(rows: Sequence[Line], say: Words) -> Mapping[str, int]:
    found = Counter(row.status for row in rows)
    return {say.of(status.wording): found[status] for status in Status}


def _counted(found: Mapping[str, int]) -> str:
    return " · ".join(f"{name} {count}" for name, count in found.items() if count)


@frozen
class MissingInput:
    """An input that was not reported, in words: what it is, and the rows that need it.

    ``instead`` names what may be reported in its place.
    """

    name: str
    label: str
    instead: tuple[str, ...]
    needed_by: tuple[str, ...]


def missing(of: Scoresheet, say: Words) -> Iterator[MissingInput]:
    """Every input whose absence keeps some row open."""
    declared, needing = of.interpretation.declared.inputs, _needing(of)
    tables = tables_of(of.interpretation)
    for name in of.open_inputs:
        needed = needing.get(name, ())
        shares = dict.fromkeys(each for line in needed for each in _instead(line, name))
        yield MissingInput(
            name,
            described(declared[name], say),
            (*shares, *tables.get(name, ())),
            tuple(_worth(line, of, say) for line in needed),
        )


def _needing(of: Scoresheet) -> Mapping[str | None, Sequence[Line]]:
    """For every input that was not reported the rows that it keeps open, in printed order."""
    found: dict[str | None, list[Line]] = {}
    for line in of.lines:
        for name in dict.fromkeys(absence.missing for absence in line.absent if line.ruled):
            found.setdefault(name, []).append(line)
    return found


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
