"""A league table as a person reads it: who stands where, with how many points, and why not."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from attrs import frozen
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rubrik.cli.levels import level_of
from rubrik.cli.tables import bare, heading, stacked, table
from rubrik.cli.terminal import plain, visible
from rubrik.cli.words import Words
from rubrik.cohort import Cohort, League, Place, PlaceStatus, compared
from rubrik.intervals import Interval
from rubrik.reasons import inside

__all__ = ["Standings", "bounds_in_words", "counted", "drawn_leagues", "league_title"]


def __dir__() -> list[str]:
    return __all__


@frozen(eq=False)
class Standings:
    """The places of one league in words, each figure such that no two that differ look alike."""

    league: League
    say: Words

    @cached_property
    def _points(self) -> Sequence[Fraction]:
        found = {end for each in self.league.places for end in (each.within.low, each.within.high)}
        return sorted(end for end in found if end is not None)

    def _rivals(self, *ends: Fraction | None) -> Iterator[Fraction]:
        """The points next to some: if those look different, then all others do."""
        for end in ends:
            if end is not None:
                below, above = bisect_left(self._points, end), bisect_right(self._points, end)
                yield from self._points[max(below - 1, 0) : below]
                yield from self._points[above : above + 1]

    def points(self, place: Place) -> str:
        """The points, or what they can still be."""
        if not place.bears_points:
            return self.say("nothing")
        return self.say.span(place.within, *self._beside(place))

    def figure(self, end: Fraction | None, place: Place) -> str:
        """One end of the points."""
        return self.say.number(end, *self._beside(place))

    def _beside(self, place: Place) -> Iterator[Fraction | None]:
        """What the points of a place must not look like."""
        yield from self._rivals(place.within.low, place.within.high)
        yield from _limits(place)
        yield from (place.claimed, place.max)

    def claimed(self, place: Place) -> str:
        """What is claimed."""
        return self.say.number(place.claimed, place.within.low, place.within.high)

    def rank(self, place: Place) -> str:
        """The place among those that have one."""
        return self.say.number(place.rank)

    def possible(self, place: Place) -> str:
        """The best and the worst place that are still possible, where that is not its rank."""
        if place.best is None or place.worst is None or place.is_settled:
            return ""
        best, worst = self.say.number(place.best), self.say.number(place.worst)
        return best if best == worst else f"{best}–{worst}"

    def levels(self, place: Place) -> str:
        """The levels that decide, each with its row where there are several."""
        levels = [(each.node, level_of(each, self.say)) for each in place.ratings if each.applies]
        if len(levels) == 1:
            return levels[0][1]
        return "; ".join(f"{node}: {level}" if node else level for node, level in levels)

    def note(self, place: Place) -> str:
        """Why it is not ranked, or what is open although it is."""
        if place.status is not PlaceStatus.RANKED:
            return place.reason(self.say.lang)
        rows = place.open_rows
        if not rows:
            return ""
        more = len(rows) - _MOST_NAMED
        if more > 0:
            return self.say("open-rows-and-more", rows=rows[:_MOST_NAMED], more=more)
        return self.say("open-rows", rows=rows)


_MOST_NAMED = 5


def _limits(place: Place) -> Iterator[Fraction]:
    """The thresholds of its levels that its points stand against."""
    for rating in place.ratings:
        for condition in rating.conditions:
            if condition.node == place.node and condition.limit is not None:
                yield condition.limit


def counted(places: Sequence[Place], say: Words) -> str:
    """How many units there are, and how many of them are ranked."""
    found = Counter(each.status for each in places)
    statuses = [f"{say.of(each.wording)} {found[each]}" for each in PlaceStatus if found[each]]
    return say("units-counted", count=len(places), statuses=" · ".join(statuses))


def league_title(league: League, cohort: Cohort, say: Words) -> str:
    """What it is ranked by."""
    node = league.rules.node
    name = cohort.interpretation.nodes[node].name if node else ""
    return f"{node}: {name}" if node else say("by-the-whole")


def drawn_leagues(cohort: Cohort, leagues: Sequence[League], say: Words) -> Group:
    """The head, the tables, and what units were compared by."""
    parts: list[RenderableType] = [Text(say("league-title"), "bold"), _head(cohort, leagues, say)]
    for league in leagues:
        parts += _league(league, cohort, say)
    return Group(*parts, *_bounds(cohort, say), *_readings(cohort, say))


def _head(cohort: Cohort, leagues: Sequence[League], say: Words) -> Table:
    grid, rubric = bare(), cohort.rubric
    grid.add_row(say("head-rubric"), plain(rubric.title))
    grid.add_row("", plain(f"{rubric.slug} · {rubric.content_hash[:_SHORT]}"))
    if cohort.interpretation.ranking.cohort:
        grid.add_row(say("head-cohort"), plain(cohort.interpretation.ranking.cohort))
    grid.add_row(say("head-ties"), say(f"ties-{leagues[0].rules.ties}"))
    grid.add_row(say("total-policy"), say(f"policy-{cohort.missing.value}"))
    return grid


_SHORT = len("sha256:") + 12


def _league(league: League, cohort: Cohort, say: Words) -> Iterator[RenderableType]:
    shown = _Shown.of(league, say)
    yield heading(visible(league_title(league, cohort, say)))
    yield Text(counted(league.places, say))
    for group, places in league.groups.items():
        if league.rules.within:
            name = say("within-label", label=league.rules.within, value=group or say("nothing"))
            yield heading(visible(name))
        yield shown.table(places)


@frozen(kw_only=True, eq=False)
class _Shown:
    """A league as a table, without the columns that have nothing to say in any row."""

    standings: Standings
    has_claims: bool
    has_spans: bool
    has_levels: bool
    has_notes: bool
    has_periods: bool

    @classmethod
    def of(cls, league: League, say: Words) -> "_Shown":
        """What is worth showing of a league."""
        standings, places = Standings(league, say), league.places
        return cls(
            standings=standings,
            has_claims=any(each.claimed is not None for each in places),
            has_spans=any(map(standings.possible, places)),
            has_levels=any(each.ratings for each in places),
            has_notes=any(map(standings.note, places)),
            has_periods=len({_period(each) for each in places}) > 1,
        )

    def table(self, places: Sequence[Place]) -> Table:
        """Some of its places."""
        say = self.standings.say
        numbers = [say("column-points"), *([say("column-claimed")] if self.has_claims else ())]
        others = [
            *([say("column-possible")] if self.has_spans else ()),
            *([say("column-level")] if self.has_levels else ()),
            *([say("column-note")] if self.has_notes else ()),
        ]
        first, second = say("column-rank"), say("column-unit")
        drawn = table(first, second, numbers, others, has_lines=False)
        for each in places:
            drawn.add_row(*self._row(each))
        return drawn

    def _row(self, place: Place) -> Iterator[RenderableType]:
        standings = self.standings
        name = plain(place.member.unit)
        yield standings.rank(place)
        yield stacked(name, plain(_period(place), "dim")) if self.has_periods else name
        yield standings.points(place)
        if self.has_claims:
            yield standings.claimed(place)
        if self.has_spans:
            yield standings.possible(place)
        if self.has_levels:
            yield plain(standings.levels(place))
        if self.has_notes:
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


def bounds_in_words(cohort: Cohort, say: Words) -> Mapping[str, str]:
    """The least and the greatest value by row, and how many units have one."""
    measures, record = compared(cohort.interpretation), cohort.record
    found: dict[str, str] = {}
    for code, bounds in record.bounds.items():
        between = Interval(bounds.low, bounds.high)
        ends = inside(between, measures[code]) if code in measures else str(between)
        measured, units = record.measured.get(code, 0), len(record.units)
        found[code] = say("bounds-of", ends=ends, measured=measured, units=units)
    return found


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
