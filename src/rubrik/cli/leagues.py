"""A league table as a person reads it: who stands where, with how many points, and why not."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rubrik.cli.tables import bare, heading, stacked, table
from rubrik.cli.terminal import plain
from rubrik.cohort import Cohort, League, Place
from rubrik.saying.foreign import visible
from rubrik.saying.leagues import (
    Standings,
    bounds_in_words,
    counted,
    lacking_in_bounds,
    league_title,
)
from rubrik.saying.naming import exactly
from rubrik.saying.words import Words

__all__ = ["drawn_leagues"]


def __dir__() -> list[str]:
    return __all__


def drawn_leagues(cohort: Cohort, leagues: Sequence[League], say: Words) -> Group:
    """The head, the tables, and what units were compared by."""
    parts: list[RenderableType] = [Text(say("league-title"), "bold"), _head(cohort, leagues, say)]
    for league in leagues:
        parts += _league(league, say)
    return Group(*parts, *_bounds(cohort, say), *_readings(cohort, say))


def _head(cohort: Cohort, leagues: Sequence[League], say: Words) -> Table:
    grid, rubric = bare(), cohort.rubric
    grid.add_row(say("head-rubric"), plain(rubric.title))
    grid.add_row("", plain(exactly(rubric.slug, rubric.content_hash)))
    if cohort.interpretation.ranking.cohort:
        grid.add_row(say("head-cohort"), plain(cohort.interpretation.ranking.cohort))
    grid.add_row(say("head-ties"), say(f"ties-{leagues[0].rules.ties}"))
    grid.add_row(say("total-policy"), say(f"policy-{cohort.missing.value}"))
    return grid


def _league(league: League, say: Words) -> Iterator[RenderableType]:
    standings = Standings(league, say)
    yield heading(visible(league_title(league, say)))
    yield Text(counted(league.places, say))
    for group, places in league.groups.items():
        if league.rules.within:
            name = say("within-label", label=league.rules.within, value=group or say("nothing"))
            yield heading(visible(name))
        yield _table(places, standings)


def _table(places: Sequence[Place], standings: Standings) -> Table:
    """Some places of a league, without the columns that have nothing to say in any row."""
    say = standings.say
    numbers = [say("column-points"), *([say("column-claimed")] if standings.has_claims else ())]
    others = [
        *([say("column-possible")] if standings.has_spans else ()),
        *([say("column-level")] if standings.has_levels else ()),
        *([say("column-note")] if standings.has_notes else ()),
    ]
    first, second = say("column-rank"), say("column-unit")
    drawn = table(first, second, numbers, others, has_lines=False)
    for each in places:
        drawn.add_row(*_row(each, standings))
    return drawn


def _row(place: Place, standings: Standings) -> Iterator[RenderableType]:
    name = plain(place.member.unit)
    yield standings.rank(place)
    yield stacked(name, plain(_period(place), "dim")) if standings.has_periods else name
    yield standings.points(place)
    if standings.has_claims:
        yield standings.claimed(place)
    if standings.has_spans:
        yield standings.possible(place)
    if standings.has_levels:
        yield plain(standings.levels(place))
    if standings.has_notes:
        yield plain(standings.note(place))


def _period(place: Place) -> str:
    return place.member.sheet.submission.period


# What they were compared by.


def _bounds(cohort: Cohort, say: Words) -> Iterator[RenderableType]:
    """The bounds of every row that compares units, and of how many they are."""
    if cohort.record.bounds:
        yield heading(say("cohort-bounds"))
        grid = bare()
        for code, words in bounds_in_words(cohort, say).items():
            grid.add_row(plain(code), plain(words))
        yield grid
        if lacking := lacking_in_bounds(cohort, say):
            yield Text(lacking)


def _readings(cohort: Cohort, say: Words) -> Iterator[RenderableType]:
    """The readings that are not the defaults."""
    chosen: Mapping[str, str] = cohort.interpretation.choices
    others = [each for each in cohort.rubric.readings if chosen[each.id] != each.default]
    if others:
        grid = bare()
        for each in others:
            grid.add_row(plain(each.id), plain(chosen[each.id]))
        yield heading(say("readings"))
        yield grid
