"""Cohorts and league tables as JSON for other programs."""

from collections.abc import Sequence
from fractions import Fraction

from rubrik._version import __version__
from rubrik.classifier import Rating
from rubrik.codec.documents.cohorts import (
    BrokenView,
    CohortView,
    LeagueView,
    PlaceNumbers,
    PlaceRatingView,
    PlaceView,
)
from rubrik.codec.documents.values import exact_or_none
from rubrik.codec.plain import plain
from rubrik.cohort import Broken, Cohort, League, Place
from rubrik.figures import Lang, decimal_number

__all__ = ["cohort_view", "league_view"]


def __dir__() -> list[str]:
    return __all__


def cohort_view(cohort: Cohort, leagues: Sequence[League], lang: Lang = "vi") -> CohortView:
    """A cohort: what its units were compared by, its league tables, what could not be used.

    Reasons and problems are in ``lang``.
    """
    return {
        "format": 1,
        "rubric": cohort.rubric.slug,
        "rubric_hash": cohort.rubric.content_hash,
        "version": __version__,
        "missing": cohort.missing.value,
        "readings": dict(cohort.interpretation.choices),
        "cohort": plain(cohort.record),
        "leagues": [league_view(each, lang) for each in leagues],
        "broken": [_broken(each, lang) for each in cohort.broken],
    }


def league_view(league: League, lang: Lang = "vi") -> LeagueView:
    """A league table: every unit in order; places are numbers, points are exact text."""
    return {
        "node": league.rules.node or None,
        "within": league.rules.within or None,
        "ties": league.rules.ties,
        "places": [_place(each, lang) for each in league.places],
    }


def _place(place: Place, lang: Lang) -> PlaceView:
    sheet, within = place.member.sheet, place.within
    low, high = (within.low, within.high) if place.bears_points else (None, None)
    return {
        "unit": place.member.unit,
        "period": sheet.submission.period,
        "labels": dict(sheet.submission.labels),
        "source": place.member.source,
        "group": place.group,
        "status": place.status.value,
        "reason": place.reason(lang),
        "rank": _number(place.rank),
        "best": _number(place.best),
        "worst": _number(place.worst),
        "points": exact_or_none(place.points),
        "low": exact_or_none(low),
        "high": exact_or_none(high),
        "max": exact_or_none(place.max),
        "claimed": exact_or_none(place.claimed),
        "decimal": _numbers(place, low, high),
        "ratings": [_rating(each) for each in place.ratings],
        "open": list(place.open_rows),
        "open_inputs": list(sheet.open_inputs),
    }


def _numbers(place: Place, low: Fraction | None, high: Fraction | None) -> PlaceNumbers:
    return {
        "points": _number(place.points),
        "low": _number(low),
        "high": _number(high),
        "max": _number(place.max),
        "claimed": _number(place.claimed),
    }


def _rating(rating: Rating) -> PlaceRatingView:
    return {
        "scale": rating.scale.id,
        "node": rating.node or None,
        "level": rating.level,
        "possible": list(rating.possible),
    }


def _broken(broken: Broken, lang: Lang) -> BrokenView:
    problems = [each.text(lang) for each in broken.error.problems]
    return {
        "source": broken.source,
        "unit": broken.unit,
        "problems": problems or [broken.error.text(lang)],
    }


def _number(value: Fraction | None) -> float | None:
    """A number that is rounded, if it has more than two decimals; places never have."""
    return None if value is None else decimal_number(value)
