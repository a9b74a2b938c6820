"""Values as a few lines of text: what they are, what they come to, what is open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from rubrik.auditing import Finding
from rubrik.classifier import Rating, ratings
from rubrik.cohort import Cohort, League, Place
from rubrik.comparison import ComparedRating, ComparedRow, Comparison, Verification, open_rows
from rubrik.evaluation import Evaluation
from rubrik.rubric import Criterion, Interpretation, Rubric
from rubrik.saying import comparisons, sheets, verifications
from rubrik.saying.differences import level_or_nothing, moved, points_of
from rubrik.saying.findings import counts
from rubrik.saying.foreign import one_line
from rubrik.saying.leagues import Standings, counted, league_title
from rubrik.saying.levels import level_of, subject_of
from rubrik.saying.scales import named
from rubrik.saying.words import Words
from rubrik.scoresheet import Line, Scoresheet

__all__ = [
    "cohort_lines",
    "comparison_lines",
    "evaluation_lines",
    "finding_lines",
    "findings_lines",
    "interpretation_lines",
    "league_lines",
    "line_lines",
    "rating_lines",
    "rubric_lines",
    "sheet_lines",
    "verification_lines",
]


def __dir__() -> list[str]:
    return __all__


_MOST_LINES = 20
"""How many rows are written of one thing: this is to be read at a glance."""


def _named(key: str, value: str, say: Words) -> str:
    return say("text-line", name=say(key), value=one_line(value))


def _first(rows: Iterable[str], count: int, say: Words) -> Iterator[str]:
    """The first of ``count`` rows, and how many more there are."""
    yield from (f"  {one_line(row)}" for row in islice(rows, _MOST_LINES))
    if count > _MOST_LINES:
        yield f"  {say('rows-not-drawn', count=count - _MOST_LINES)}"


def rubric_lines(of: Rubric, say: Words) -> Iterator[str]:
    """What it is, and how much of it there is."""
    yield one_line(of.title)
    yield _named("column-slug", of.slug, say)
    decision = " · ".join(filter(None, (of.issuer, of.number, of.date)))
    if decision:
        yield _named("head-decision", decision, say)
    yield from interpretation_lines(of.under(), say)


def interpretation_lines(of: Interpretation, say: Words) -> Iterator[str]:
    """How many rows it has, and what they are worth."""
    criteria = sum(isinstance(node, Criterion) for node in of.nodes.values())
    yield _named("column-max", say.number(of.maximum), say)
    yield _named("column-criteria", str(criteria), say)
    yield _named("column-inputs", str(len(of.declared.inputs)), say)
    yield _named("column-readings", str(len(of.choices)), say)
    for node in of.children.get(None, ()):
        yield f"{node.code} {one_line(node.name)}: {say.number(of.maxima[node.code])}"


def _unit(of: Scoresheet, say: Words) -> Iterator[str]:
    stated = of.submission
    unit = " · ".join(filter(None, (stated.unit, stated.period)))
    yield one_line(unit) or say("nothing")
    yield one_line(of.rubric.title)


def sheet_lines(of: Scoresheet, say: Words) -> Iterator[str]:
    """Whose it is, the totals, the levels that decide, and which rows are open."""
    yield from _unit(of, say)
    yield from (say.of(each) for each in of.warnings)
    yield from (_named(key, figure, say) for key, figure in sheets.totals(of, say))
    yield from _levels(ratings(of), say)
    yield from _open(open_rows(of), say)


def _levels(found: Iterable[Rating], say: Words) -> Iterator[str]:
    for each in found:
        if each.applies and each.scale.decides:
            name = one_line(subject_of(each, say))
            yield say("text-line", name=name, value=one_line(level_of(each, say)))


def _open(rows: Sequence[Line], say: Words) -> Iterator[str]:
    codes, more = tuple(row.code for row in rows[:_MOST_LINES]), len(rows) - _MOST_LINES
    if more > 0:
        yield say("open-rows-and-more", rows=codes, more=more)
    elif codes:
        yield say("open-rows", rows=codes)


def line_lines(of: Line, say: Words) -> Iterator[str]:
    """What it came to, and why."""
    within = of.within
    yield one_line(f"{of.code} {of.node.name}")
    if of.claimed is not None:
        yield _named("column-claimed", say.number(of.claimed, of.max, within.low, within.high), say)
    yield _named("column-computed", points_of(of, say, of.claimed, of.max), say)
    yield _named("column-max", say.number(of.max), say)
    if of.verdict is not None:
        yield _named("column-verdict", say.of(of.verdict.wording), say)
    yield _named("column-status", say.of(of.status.wording), say)
    yield from (_named("column-reason", say.of(each), say) for each in (of.reason, *of.notes))


def rating_lines(of: Rating, say: Words) -> Iterator[str]:
    """The level, and what is missing for the next."""
    name = one_line(subject_of(of, say))
    yield say("text-line", name=name, value=one_line(level_of(of, say)))
    yield from (each.reason(say.lang) for each in of.vetoes if each.holds)
    if of.next is not None:
        yield _named("column-next", named(of.next.level), say)
        yield from (f"  {say.of(each.condition.reason)}" for each in of.next.unmet)


def comparison_lines(of: Comparison, say: Words) -> Iterator[str]:
    """Both totals, the levels, and the rows that changed."""
    yield say("compare-title")
    pair = tuple(points_of(each, say) for each in (of.first, of.second))
    yield _named("total-computed", f"{pair[0]} → {pair[1]}", say)
    yield _named("column-difference", moved(of.difference_within, say), say)
    yield from (say("compare-note", note=each) for each in of.notes)
    yield from _compared(of.ratings, say)
    if of.changed:
        yield say("rows-changed", count=len(of.changed))
        rows = (_changed(each, say) for each in of.changed)
        yield from _first(rows, len(of.changed), say)
    else:
        yield say("rows-all-same")


def _compared(found: Iterable[ComparedRating], say: Words) -> Iterator[str]:
    for each in found:
        if each.is_changed and each.rating.scale.decides:
            both = (level_or_nothing(one, say) for one in (each.first, each.second))
            name = one_line(subject_of(each.rating, say))
            yield say("text-line", name=name, value=one_line(" → ".join(both)))


def _changed(of: ComparedRow, say: Words) -> str:
    figures = " · ".join(comparisons.figures(of, say, " → "))
    return f"{of.code} {figures}"


def verification_lines(of: Verification, say: Words) -> Iterator[str]:
    """Claimed, computed, verified; the levels, and which rows are open."""
    yield from _unit(of.verified, say)
    yield from (_named(key, figure, say) for key, figure in verifications.totals(of, say))
    yield from _compared(of.comparison.ratings, say)
    yield from _open(of.open, say)


def league_lines(of: League, say: Words) -> Iterator[str]:
    """Who stands where, with how many points."""
    yield one_line(league_title(of, say))
    yield counted(of.places, say)
    standings = Standings(of, say)
    for group, places in of.groups.items():
        if of.rules.within:
            name = one_line(group) or say("nothing")
            yield say("within-label", label=one_line(of.rules.within), value=name)
        rows = (_placed(each, standings) for each in places)
        yield from _first(rows, len(places), say)


def _placed(place: Place, standings: Standings) -> str:
    member = place.member
    period = member.sheet.submission.period if standings.has_periods else ""
    figures = (standings.rank(place), member.unit, period, standings.points(place))
    return " · ".join(filter(None, (*figures, standings.levels(place), standings.note(place))))


def cohort_lines(of: Cohort, say: Words) -> Iterator[str]:
    """The units with their points, and how many were refused."""
    yield one_line(of.rubric.title)
    yield _named("column-unit", str(len(of.members)), say)
    if of.broken:
        yield say("refused-count", count=len(of.broken))
    rows = (f"{each.unit} · {points_of(each.sheet, say, each.sheet.max)}" for each in of.members)
    yield from _first(rows, len(of.members), say)


def evaluation_lines(of: Evaluation, say: Words) -> Iterator[str]:
    """The total and the levels."""
    yield _named("total-computed", say.number(of.total), say)
    levels: Mapping[tuple[str, str], str | None] = of.levels
    for (scale, node), level in levels.items():
        name = " ".join(filter(None, (scale, node)))
        yield say("text-line", name=one_line(name), value=one_line(level or say("unknown")))


def findings_lines(of: Sequence[Finding], say: Words) -> Iterator[str]:
    """How many there are, and each on a line."""
    if not of:
        yield say("audit-none")
        return
    yield counts(of, say)
    yield from _first((_found(each, say) for each in of), len(of), say)


def finding_lines(of: Finding, say: Words) -> Iterator[str]:
    """About which row, how grave, and what."""
    yield one_line(_found(of, say))


def _found(of: Finding, say: Words) -> str:
    return f"{of.code} · {say.of(of.severity.wording)} · {say.of(of.message)}"
