"""A league table, and the cohort that it is of, as pages."""

from collections.abc import Callable, Iterator, Sequence

from rubrik.cohort import Broken, Cohort, League, Member, Place
from rubrik.drawing.markup import Html, element
from rubrik.drawing.shapes import NUMBER, TEXT, facts, folded, heading, lines, page, table
from rubrik.saying.differences import points_of
from rubrik.saying.leagues import (
    Standings,
    bounds_in_words,
    counted,
    lacking_in_bounds,
    league_title,
    levels_of,
)
from rubrik.saying.naming import exactly
from rubrik.saying.words import Words

__all__ = ["cohort_page", "league_page"]


def __dir__() -> list[str]:
    return __all__


def league_page(of: League, say: Words) -> Html:
    """Who stands where, with how many points, and why not."""
    columns = _worth_showing(of, say)
    return page(
        say,
        element("p", say("league-title"), class_="title"),
        element("p", league_title(of, say), class_="name"),
        element("p", counted(of.places, say)),
        *_groups(of, columns, say),
    )


_Columns = Sequence[tuple[str, str, Callable[[Place], str]]]
"""What columns are called, what stands in them, and where that comes from."""


def _worth_showing(of: League, say: Words) -> _Columns:
    """The columns that have something to say."""
    found = Standings(of, say)
    columns = (
        (True, "column-rank", NUMBER, found.rank),
        (True, "column-unit", TEXT, lambda place: place.member.unit),
        (found.has_periods, "column-period", TEXT, _period),
        (True, "column-points", NUMBER, found.points),
        (found.has_claims, "column-claimed", NUMBER, found.claimed),
        (found.has_spans, "column-possible", NUMBER, found.possible),
        (found.has_levels, "column-level", TEXT, found.levels),
        (found.has_notes, "column-note", TEXT, found.note),
    )
    return [(say(key), kind, cell) for is_worth_it, key, kind, cell in columns if is_worth_it]


def _period(place: Place) -> str:
    return place.member.sheet.submission.period


def _groups(of: League, columns: _Columns, say: Words) -> Iterator[Html]:
    for group, places in of.groups.items():
        if of.rules.within:
            name = say("within-label", label=of.rules.within, value=group or say("nothing"))
            yield heading(name)
        rows = ([cell(each) for _, _, cell in columns] for each in places)
        yield table([(name, kind) for name, kind, _ in columns], rows, len(places), say)


def cohort_page(of: Cohort, say: Words) -> Html:
    """The units with their points, in the order of their reports, and what compares them."""
    return page(
        say,
        element("p", say("head-cohort"), class_="title"),
        element("p", of.rubric.title, class_="name"),
        facts(_head(of, say)),
        *_bounds(of, say),
        *_members(of.members, say),
        *_broken(of.broken, say),
    )


def _head(of: Cohort, say: Words) -> Iterator[tuple[str, str]]:
    yield say("column-slug"), exactly(of.rubric.slug, of.rubric.content_hash)
    yield say("column-unit"), str(len(of.members))
    yield say("total-policy"), say(f"policy-{of.missing.value}")


def _bounds(of: Cohort, say: Words) -> Iterator[Html]:
    if of.record.bounds:
        nodes = of.interpretation.nodes
        rows = (
            (f"{code} {nodes[code].name}", each) for code, each in bounds_in_words(of, say).items()
        )
        yield heading(say("cohort-bounds"))
        yield facts(rows)
        if lacking := lacking_in_bounds(of, say):
            yield element("p", lacking)


def _members(members: Sequence[Member], say: Words) -> Iterator[Html]:
    if members:
        columns = (
            (say("column-unit"), TEXT),
            (say("column-points"), NUMBER),
            (say("column-max"), NUMBER),
            (say("column-level"), TEXT),
        )
        rows = (_member(each, say) for each in members)
        title = f"{say('column-unit')}: {len(members)}"
        yield folded(title, table(columns, rows, len(members), say))


def _member(member: Member, say: Words) -> list[str]:
    sheet = member.sheet
    decide = (each for each in member.ratings if each.scale.decides)
    points = points_of(sheet, say, sheet.claimed, sheet.max)
    return [member.unit, points, say.number(sheet.max), levels_of(decide, say)]


def _broken(broken: Sequence[Broken], say: Words) -> Iterator[Html]:
    if broken:
        columns = (
            (say("column-file"), TEXT),
            (say("column-unit"), TEXT),
            (say("column-note"), TEXT),
        )
        rows = (
            [each.source, each.unit, lines(each.error.text(say.lang).splitlines())]
            for each in broken
        )
        title = say("refused-count", count=len(broken))
        yield folded(title, table(columns, rows, len(broken), say))
