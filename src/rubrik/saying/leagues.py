"""A league table in words: each place with its points, its levels, and why it has none."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from attrs import frozen

from rubrik.classifier import Rating
from rubrik.cohort import Cohort, League, Place, PlaceStatus, compared
from rubrik.intervals import Interval
from rubrik.reasons import inside
from rubrik.saying.levels import level_of
from rubrik.saying.words import Words

__all__ = [
    "Standings",
    "bounds_in_words",
    "counted",
    "lacking_in_bounds",
    "league_title",
    "levels_of",
]


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
        """The place among those that have one, in brackets while others can still come between."""
        number = self.say.number(place.rank)
        return self.say("rank-so-far", rank=number) if _is_so_far(place) else number

    def possible(self, place: Place) -> str:
        """The best and the worst place that are still possible, where that is not its rank."""
        if place.best is None or place.worst is None or place.is_settled:
            return ""
        best, worst = self.say.number(place.best), self.say.number(place.worst)
        return best if best == worst else f"{best}–{worst}"

    def levels(self, place: Place) -> str:
        """The levels that decide, each with its row where there are several."""
        return levels_of(place.ratings, self.say)

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

    # What is worth showing: a column that says nothing of any place is none.

    @cached_property
    def has_claims(self) -> bool:
        """Whether some unit claimed points."""
        return any(each.claimed is not None for each in self.league.places)

    @cached_property
    def has_spans(self) -> bool:
        """Whether some places are not settled."""
        return any(map(self.possible, self.league.places))

    @cached_property
    def has_levels(self) -> bool:
        """Whether some place has a level."""
        return any(map(self.levels, self.league.places))

    @cached_property
    def has_notes(self) -> bool:
        """Whether there is something to say of some place."""
        return any(map(self.note, self.league.places))

    @cached_property
    def has_periods(self) -> bool:
        """Whether units reported for different periods; one that all have tells nobody apart."""
        return len({each.member.sheet.submission.period for each in self.league.places}) > 1


_MOST_NAMED = 5


def _limits(place: Place) -> Iterator[Fraction]:
    """The thresholds of its levels that its points stand against."""
    for rating in place.ratings:
        for condition in rating.conditions:
            if condition.node == place.node and condition.limit is not None:
                yield condition.limit


def levels_of(ratings: Iterable[Rating], say: Words) -> str:
    """The levels of some ratings, each with its row where there are several."""
    levels = [(each.node, level_of(each, say)) for each in ratings if each.applies]
    if len(levels) == 1:
        return levels[0][1]
    return "; ".join(f"{node}: {level}" if node else level for node, level in levels)


def counted(places: Sequence[Place], say: Words) -> str:
    """How many units there are, how many of them are ranked, and what ranks in brackets are."""
    found = Counter(each.status for each in places)
    statuses = [f"{say.of(each.wording)} {found[each]}" for each in PlaceStatus if found[each]]
    said = say("units-counted", count=len(places), statuses=" · ".join(statuses))
    return f"{said}. {say('ranks-so-far')}" if any(map(_is_so_far, places)) else said


def _is_so_far(place: Place) -> bool:
    """Whether it has a rank that will be another one if all that is open turns out so."""
    return place.rank is not None and not place.is_settled


def league_title(league: League, say: Words) -> str:
    """What it is ranked by."""
    node = league.rules.node
    if not node:
        return say("by-the-whole")
    name = next((each.member.sheet.interpretation.nodes[node].name for each in league.places), "")
    return f"{node}: {name}" if name else node


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


def lacking_in_bounds(cohort: Cohort, say: Words) -> str:
    """That reports which were refused are not among what all others are compared by."""
    if cohort.given or not (cohort.record.bounds and cohort.broken):
        return ""
    return say("bounds-lack", count=len(cohort.broken))
